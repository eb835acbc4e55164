// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

namespace alexscope::tests {

/// A photograph-like picture in OpenCV's order: smooth, without two equal neighbours.
inline cv::Mat slope(int width, int height, int type = CV_8UC3)
{
    cv::Mat picture(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.at<cv::Vec3b>(y, x) = {static_cast<std::uint8_t>(x * 200 / width),
                                           static_cast<std::uint8_t>(y * 200 / height),
                                           static_cast<std::uint8_t>(255 - x * 100 / width - y * 100 / height)};
    cv::Mat result;
    if (type == CV_8UC1 || type == CV_16UC1)
        cv::extractChannel(picture, picture, 1);
    picture.convertTo(result, type, type == CV_16UC1 || type == CV_16UC3 ? 257 : 1);
    return result;
}

inline Bytes encoded(const char* extension, const cv::Mat& picture)
{
    Bytes bytes;
    if (!cv::imencode(extension, picture, bytes))
        qFatal("cannot encode %s", extension);
    return bytes;
}

inline void insert(Bytes& bytes, std::size_t at, const Bytes& part)
{
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), part.begin(), part.end());
}

/// A JPEG with an EXIF segment that says how to turn it.
inline Bytes withOrientation(Bytes jpeg, int orientation)
{
    Bytes exif{0xFF,
               0xE1,
               0,
               34,
               'E',
               'x',
               'i',
               'f',
               0,
               0,
               'I',
               'I',
               42,
               0,
               8,
               0,
               0,
               0,
               1,
               0,
               0x12,
               0x01,
               3,
               0,
               1,
               0,
               0,
               0,
               static_cast<std::uint8_t>(orientation),
               0,
               0,
               0,
               0,
               0,
               0,
               0};
    insert(jpeg, 2, exif);
    return jpeg;
}

/// A JPEG whose frame header says it has this many colour channels.
inline Bytes withChannels(Bytes jpeg, std::uint8_t channels)
{
    for (std::size_t i = 2; i + 9 < jpeg.size(); ++i)
        if (jpeg[i] == 0xFF && jpeg[i + 1] == 0xC0) {
            jpeg[i + 9] = channels;
            break;
        }
    return jpeg;
}

inline Bytes animatedPng(Bytes png)
{
    insert(png, 33, {0, 0, 0, 8, 'a', 'c', 'T', 'L', 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});
    return png;
}

inline Bytes hugePng(Bytes png)
{
    put(png, 16, {0, 1, 0, 0, 0, 1, 0, 0}); // 65536 × 65536
    return png;
}

inline Bytes animatedWebp()
{
    Bytes bytes{'R', 'I', 'F', 'F', 40, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8',
                'X', 10,  0,   0,   0,  2, 0, 0, 0,   9,   0,   0,   9,   0,   0};
    bytes.resize(48);
    return bytes;
}

inline Bytes gif()
{
    return {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, ';'};
}

} // namespace alexscope::tests
