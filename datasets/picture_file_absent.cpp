// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for picture_file.cpp where OpenCV is not installed.
#include "core/error.h"
#include "datasets/picture_file.h"

namespace alexscope::datasets {

namespace {

[[noreturn]] void cannotRead(const std::filesystem::path& path)
{
    throw Error(concat(path.string(),
                       ": this build cannot read picture files; install libopencv-imgcodecs-dev and build "
                       "again."));
}

} // namespace

Image readPicture(const std::filesystem::path& path)
{
    cannotRead(path);
}

Image readPicture(const std::filesystem::path& path, int)
{
    cannotRead(path);
}

} // namespace alexscope::datasets
