// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/set_predictions.h"

#include <cstdint>
#include <vector>

namespace alexscope::gui {

/// Which of a set's predictions are shown, and in which order.
struct PredictionChoice {
    enum class Kind { All, Mistakes, Right };
    enum class Order {
        HardestFirst,   ///< mistakes, the surest first; then what is right, the least sure first
        LeastSureFirst, ///< by the probability of the likeliest class
        OfTheSet,
    };

    Kind kind = Kind::All;
    Order order = Order::HardestFirst;
    int truth = -1, predicted = -1; ///< only pictures of this class / taken for this class; −1: of any

    bool operator==(const PredictionChoice&) const = default;
};

/// Places in `predictions.pictures`; those that are equally sure in the order of the set.
std::vector<std::uint32_t> choose(const SetPredictions& predictions, const PredictionChoice& choice);

} // namespace alexscope::gui
