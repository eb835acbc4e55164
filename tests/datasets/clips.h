// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <opencv2/videoio.hpp>

#include <filesystem>
#include <stdexcept>

/// Video files made on the spot whose frames tell their number.
namespace alexscope::tests {

inline constexpr int clipWidth = 160, clipHeight = 96, clipBits = 12, clipBlock = 24;

/// Blocks that are bright where the number has a bit, on a colour that is red above all: what becomes of it shows
/// whether red and blue were mixed up.
inline cv::Mat clipFrame(int number)
{
    cv::Mat frame(clipHeight, clipWidth, CV_8UC3, cv::Scalar(20, 60, 130));
    for (int bit = 0; bit < clipBits; ++bit)
        if ((number >> bit & 1) != 0)
            frame(cv::Rect(bit % 6 * clipBlock, bit / 6 * clipBlock, clipBlock, clipBlock)) = cv::Scalar(250, 250, 250);
    return frame;
}

/// Which frame a picture is, whatever compression made of it.
inline int numberIn(ImageView picture)
{
    int number = 0;
    for (int bit = 0; bit < clipBits; ++bit) {
        const std::uint8_t* middle =
            picture.pixel(bit % 6 * clipBlock + clipBlock / 2, bit / 6 * clipBlock + clipBlock / 2);
        number |= (middle[2] > 128 ? 1 : 0) << bit;
    }
    return number;
}

/// Motion JPEG; frames are numbered from 1.
inline void writeClip(const std::filesystem::path& file, int frames, double perSecond = 25)
{
    cv::VideoWriter writer(file.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), perSecond,
                           cv::Size(clipWidth, clipHeight));
    if (!writer.isOpened())
        throw std::runtime_error("no clip could be written");
    for (int number = 1; number <= frames; ++number)
        writer.write(clipFrame(number));
}

} // namespace alexscope::tests
