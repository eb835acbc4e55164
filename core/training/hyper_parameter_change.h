// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace alexscope {

enum class HyperParameter { LearningRate, Momentum, WeightDecay, Dropout };

/// A hyper-parameter took another value in the middle of a run; curves carry a mark there.
struct HyperParameterChange {
    std::int64_t iteration = 0; ///< updates done when it changed
    HyperParameter parameter = HyperParameter::LearningRate;
    double from = 0, to = 0;
    bool byHand = false; ///< else by the schedule
};

} // namespace alexscope
