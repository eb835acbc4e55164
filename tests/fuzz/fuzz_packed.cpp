// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/packed.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_set.h"

using namespace alexscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::InputFile file({data, size});
    fuzz::goodOrRefused([&] { fuzz::lookAtAll(datasets::openPacked(file.path())); });
    return 0;
}
