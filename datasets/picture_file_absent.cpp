// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for picture_file.cpp where OpenCV is not installed.
#include "core/error.h"
#include "datasets/picture_file.h"

namespace alexscope::datasets {

namespace {

[[noreturn]] void cannot(const std::filesystem::path& path, const char* what)
{
    throw Error(concat(path.string(), ": this build cannot ", what,
                       " picture files; install libopencv-imgcodecs-dev and build again."));
}

} // namespace

Image readPicture(const std::filesystem::path& path)
{
    cannot(path, "read");
}

Image readPicture(const std::filesystem::path& path, int)
{
    cannot(path, "read");
}

void writePng(const std::filesystem::path& path, ImageView)
{
    cannot(path, "write");
}

} // namespace alexscope::datasets
