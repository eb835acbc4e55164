// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// 8-bit pixels, red green blue interleaved, rows from the top. Does not own them.
struct ImageView {
    int width = 0, height = 0;
    const std::uint8_t* rgb = nullptr;

    const std::uint8_t* pixel(int x, int y) const { return rgb + 3 * (static_cast<std::ptrdiff_t>(y) * width + x); }
};

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;

    Image() = default;
    Image(int w, int h) : width(w), height(h), rgb(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3) {}
    operator ImageView() const { return {width, height, rgb.data()}; }
};

/// The shorter side scaled to `side` and the centre cut out (§2), or the whole picture squeezed when `stretch`.
/// Shrinking averages the covered area, enlarging is bilinear. A picture of that size already is returned as it is.
Image resizeToSquare(ImageView picture, int side, bool stretch);

} // namespace alexscope
