// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <opencv2/core.hpp>

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

} // namespace alexscope::datasets
