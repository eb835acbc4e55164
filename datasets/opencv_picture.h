// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace alexscope::datasets {

/// A copy of an 8-bit picture whose colours are in OpenCV's order.
inline Image toRgb(const cv::Mat& bgr)
{
    Image image(bgr.cols, bgr.rows);
    std::uint8_t* out = image.rgb.data();
    for (int y = 0; y < bgr.rows; ++y) {
        const std::uint8_t* in = bgr.ptr<std::uint8_t>(y);
        for (int x = 0; x < bgr.cols; ++x, in += 3, out += 3) {
            out[0] = in[2];
            out[1] = in[1];
            out[2] = in[0];
        }
    }
    return image;
}

/// The mean of every factor × factor pixels; what is left over at the right and below is dropped. In one go: a copy of
/// the whole picture would cost more than all the rest, since the system hands out so much memory page by page.
inline Image toRgbShrunk(const cv::Mat& bgr, int factor)
{
    Image image(bgr.cols / factor, bgr.rows / factor);
    const auto numbers = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(factor) * 3;
    const float share = 1.0f / static_cast<float>(factor * factor);
    std::vector<std::uint32_t> sums(numbers);
    std::uint8_t* out = image.rgb.data();
    for (int y = 0; y < image.height; ++y) {
        std::fill(sums.begin(), sums.end(), 0u);
        for (int j = 0; j < factor; ++j) {
            const std::uint8_t* in = bgr.ptr<std::uint8_t>(y * factor + j);
            for (std::size_t i = 0; i < numbers; ++i)
                sums[i] += in[i];
        }
        const std::uint32_t* sum = sums.data();
        for (int x = 0; x < image.width; ++x, out += 3) {
            std::uint32_t blue = 0, green = 0, red = 0;
            for (int i = 0; i < factor; ++i, sum += 3) {
                blue += sum[0];
                green += sum[1];
                red += sum[2];
            }
            out[0] = static_cast<std::uint8_t>(static_cast<float>(red) * share + 0.5f);
            out[1] = static_cast<std::uint8_t>(static_cast<float>(green) * share + 0.5f);
            out[2] = static_cast<std::uint8_t>(static_cast<float>(blue) * share + 0.5f);
        }
    }
    return image;
}

} // namespace alexscope::datasets
