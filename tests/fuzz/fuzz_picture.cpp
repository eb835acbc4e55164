// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_header.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

/// What is looked at before a picture file is given to OpenCV. It never throws.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::InputFile file({data, size});
    const datasets::PictureCheck check = datasets::checkPicture(file.path());
    const std::uint64_t pixels = std::uint64_t{check.width} * check.height;
    fuzz::require(check.usable ? pixels > 0 && pixels <= datasets::largestPicture : !check.reason.empty());
    return 0;
}
