// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pickle.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::goodOrRefused([&] { (void)Pickle({data, size}, "fuzz"); });
    return 0;
}
