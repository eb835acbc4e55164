// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/noise_field.h"

#include <vector>

namespace alexscope::datasets {

enum class TextureClass {
    LevelStripes,
    UprightStripes,
    SlantedStripes,
    Checkers,
    Rings,
    Dots,
    Polygons,
    Blobs,
    Gradients,
    DeadLeaves
};
inline constexpr int textureClassCount = 10;

/// What makes a class: one number in 0..1 for every pixel, spread about evenly over 0..1 whatever the class, so that
/// the colours painted from it later tell nothing about it.
struct TextureField {
    std::vector<float> values; ///< side × side, rows from the top
    float steepness = 0;       ///< change of the number per pixel: how sharp an edge drawn from it can be
    int shades = 0;            ///< colours to paint it in; 0: two or three
    bool framed = false;       ///< 0 is a frame around regions and stands out from all of them
    bool smooth = false;       ///< painted without edges
    bool crisp = false;        ///< painted with edges only, the colours of about equal share
};

TextureField drawField(TextureClass kind, int side, PhiloxSequence& random, NoiseSource& noise);

} // namespace alexscope::datasets
