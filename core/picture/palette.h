// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "core/picture/colour_map.h"

#include <cstdint>
#include <vector>

namespace alexscope {

/// A picture in few colours.
struct IndexedPicture {
    int width = 0, height = 0;
    std::vector<Rgb> colours;         ///< 1 … 256
    std::vector<std::uint8_t> pixels; ///< indices, rows from the top
};

/// At most 256 colours: those of the picture itself when it has no more (nothing is lost then), else the means of boxes
/// of colours, the most spread out box halved again and again (Heckbert's median cut), every pixel the nearest of them.
/// Throws Error for pictures without pixels.
IndexedPicture reduceColours(ImageView picture);

} // namespace alexscope
