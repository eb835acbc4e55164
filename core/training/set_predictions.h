// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/confusion.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace alexscope {

/// What a network says of one labelled picture, as Figure 4 of the paper shows it. 52 bytes.
struct PicturePrediction {
    static constexpr std::size_t kept = 5;

    std::uint32_t picture = 0;                ///< which one of the set
    std::int32_t label = -1;                  ///< the true class
    float labelProbability = 0;               ///< what the network gives to it
    std::array<std::int32_t, kept> classes{}; ///< likeliest first, equal ones by number; −1 where there are no more
    std::array<float, kept> probabilities{};  ///< of these

    /// Probabilities that are not numbers are mistakes, as in BatchResult.
    bool isRight() const { return classes[0] == label && !std::isnan(labelProbability); }
    float confidence() const { return probabilities[0]; }
};

/// Chooses the likeliest classes among the probabilities of all. What is not a number counts as the least.
template <typename T>
PicturePrediction predictionOf(std::uint32_t picture, std::int32_t label, std::span<const T> probabilities);

/// What a network says of a set of pictures at one moment of its training, in test mode. Immutable once published.
struct SetPredictions {
    std::uint64_t opening = 0;  ///< RunDescription::opening of the run whose validation set this is; 0: of none
    std::int64_t iteration = 0; ///< of the parameters used
    double epoch = 0;
    std::int64_t setSize = 0; ///< pictures the set has; more than the confusion counts where validation is limited
    Confusion confusion;      ///< of every picture asked about
    std::vector<PicturePrediction> pictures; ///< by their number, ascending; see PredictionTally
};

/// Collects predictions picture by picture. The confusion counts them all; single ones are kept up to `most` (14 MB):
/// of 50,000 pictures all (2.6 MB), of 1,200,000 every fifth.
class PredictionTally {
public:
    static constexpr std::int64_t most = 1 << 18;

    /// `pictures` will be taken, of a set of `setSize`.
    PredictionTally(std::int64_t pictures, std::int64_t setSize, int classes);

    void take(std::uint32_t picture, std::int32_t label, std::span<const float> probabilities);
    /// What was taken so far, moved out; the caller says of which moment it is.
    SetPredictions finish() { return std::move(m_result); }

private:
    std::int64_t m_stride, m_taken = 0;
    SetPredictions m_result;
};

} // namespace alexscope
