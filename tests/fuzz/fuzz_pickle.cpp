// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/pickle.h"

using namespace alexscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        (void)Pickle({data, size}, "fuzz");
    } catch (const Error&) {
    }
    return 0;
}
