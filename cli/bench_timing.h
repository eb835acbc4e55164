// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// The timing loops of `bench`. Every time is the median of repetitions that fill `seconds` (three at least), after two
/// that do not count; the device is waited for before a clock is read.
namespace alexscope::cli {

struct BenchOptions {
    NetworkSpec network; ///< classes resolved
    std::int64_t batch = 128;
    Precision precision = Precision::Fp32;
    double seconds = 5;
    std::function<bool()> interrupted; ///< asked between repetitions; true: Error
};

struct KernelTime {
    std::string layers; ///< "conv1+relu1"
    std::vector<std::string> implementations;
    std::int64_t multiplyAdds = 0; ///< forward, one picture
    bool first = false;            ///< its input is the picture
    double forwardMs = 0, backwardMs = 0;
};

/// Each kernel of the fused training network by itself.
std::vector<KernelTime> timeKernels(Backend& backend, const BenchOptions& options);

/// Forward alone in test mode, `batch` pictures at once.
double secondsForInference(Backend& backend, const BenchOptions& options, std::int64_t batch);

/// Forward and backward in training mode, without data and update.
double secondsForForwardBackward(Backend& backend, const BenchOptions& options);

/// Forward, backward and update of a batch that is on the device already: a step without its data, as a whole where the
/// device can take it down.
double secondsForTrainingStep(Backend& backend, const BenchOptions& options);

struct StepTime {
    double seconds = 0;
    double waitedShare = 0; ///< of the time, for pictures
};
/// A whole step as in training: pictures of 256×256 (or the network's size) cropped, mirrored and shifted in colour as
/// the recipe has it, forward, backward, loss, update.
StepTime timeWholeStep(Backend& backend, const BenchOptions& options);

} // namespace alexscope::cli
