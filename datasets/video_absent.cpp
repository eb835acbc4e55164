// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for video.cpp where OpenCV's videoio is not installed.
#include "datasets/video.h"

#include "core/error.h"

namespace alexscope::datasets {

namespace {

[[noreturn]] void cannot()
{
    throw Error("This build plays no videos and no cameras; install libopencv-videoio-dev and build again.");
}

} // namespace

void quietVideoLibraries() {}

std::unique_ptr<FrameReader> openVideoFile(const std::filesystem::path&)
{
    cannot();
}

std::unique_ptr<FrameReader> openCamera(int)
{
    cannot();
}

} // namespace alexscope::datasets
