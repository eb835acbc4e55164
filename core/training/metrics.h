// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace alexscope {

inline constexpr float notMeasured = std::numeric_limits<float>::quiet_NaN();

/// What one iteration leaves behind; one row of the journal. NaN where nothing was measured.
struct MetricsRow {
    std::int64_t iteration = 0;    ///< updates done, 1 after the first
    float epoch = 0;               ///< iteration · batch / training pictures
    float loss = notMeasured;      ///< training, this batch, training mode (with dropout and augmentation)
    float top1Error = notMeasured; ///< training, this batch, 0..1
    float top5Error = notMeasured;
    float validationLoss = notMeasured; ///< test mode, whole validation set, after this iteration
    float validationTop1 = notMeasured, validationTop5 = notMeasured;
    float learningRate = 0;
    float seconds = 0; ///< training time so far, pauses left out
};

/// log10(|Δw| / |w|) of every weight tensor, sampled now and then.
struct UpdateRatios {
    std::int64_t iteration = 0;
    std::vector<float> log10Ratio; ///< one a parameter, file order
};

} // namespace alexscope
