// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/preprocessing.h"

#include <array>
#include <functional>
#include <vector>

namespace alexscope {

/// What the training set tells about its pixels: means for the input, and the colour axes of §4.1.
struct SetStatistics {
    std::array<double, 3> channelMean{};      ///< RGB, on 0–255
    std::array<double, 3> channelDeviation{}; ///< of the population
    /// Principal axes of the 3×3 RGB covariance, largest first; axes[i] is a unit vector in RGB.
    std::array<std::array<double, 3>, 3> axes{};
    std::array<double, 3> axisDeviation{}; ///< standard deviation along each axis = √eigenvalue
    int meanSide = 0;                      ///< side of meanPicture; 0 when not computed
    std::vector<float> meanPicture;        ///< 3 × side × side, planes R G B, on 0–255
    std::size_t picturesUsed = 0;
};

/// Over the pictures brought to their resized form, at most `limit` of them, evenly spaced; the result does not
/// depend on the number of threads. `cancelled`, when given, is asked now and then; returns what was gathered so far.
SetStatistics statisticsOfSet(const Dataset& training, const Preprocessing& preprocessing, int inputSide,
                              std::size_t limit = 20000, const std::function<bool()>& cancelled = {});

} // namespace alexscope
