// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/import.h"
#include "core/network/network_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

namespace {

/// What the seeds' layers are called, so that mutants get as far as the numbers.
const NetworkSpec& network()
{
    static const NetworkSpec spec = loadNetwork(ALEXSCOPE_FUZZ_TEXT);
    return spec;
}

} // namespace

/// The importer as users reach it, the format chosen by content.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::InputFile file({data, size});
    for (const std::optional<NetworkSpec>& spec : {std::optional<NetworkSpec>(), std::optional(network())})
        fuzz::goodOrRefused([&] {
            (void)openWeights(importWeights(file.path(), spec).file.inMemory(file.path()), std::nullopt,
                              Absent::Listed);
        });
    return 0;
}
