// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/import.h"
#include "core/network/network_text.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

using namespace alexscope;

namespace {

/// What the seeds' layers are called, so that mutants get as far as the numbers.
const NetworkSpec& network()
{
    static const NetworkSpec spec = loadNetwork(ALEXSCOPE_FUZZ_TEXT);
    return spec;
}

} // namespace

/// The importer as users reach it, the format chosen by content: on a file that exists in memory only. An Error is an
/// answer; anything else that is thrown, and whatever the sanitizers see, is a fault.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const int descriptor = memfd_create("fuzz", 0);
    if (descriptor < 0 || write(descriptor, data, size) != static_cast<ssize_t>(size))
        std::abort();
    const std::string path = concat("/proc/self/fd/", descriptor);
    for (const std::optional<NetworkSpec>& spec : {std::optional<NetworkSpec>(), std::optional(network())}) {
        try {
            (void)openWeights(importWeights(path, spec).file.inMemory(path), std::nullopt, Absent::Listed);
        } catch (const Error&) {
        }
    }
    close(descriptor);
    return 0;
}
