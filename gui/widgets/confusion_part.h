// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/confusion.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// The classes of a confusion matrix that one can look at together: all of up to thirty, in their own order; else the
/// thirty with the highest error, or a chosen class and those it is exchanged with most.
struct ConfusionPart {
    static constexpr int most = 30;

    std::vector<int> classes;
    bool isWhole = true;

    /// Pictures of `truth` that are taken for classes not shown.
    std::int64_t others(const Confusion& confusion, int truth) const;
    bool operator==(const ConfusionPart&) const = default;
};

/// `chosen` −1: none.
ConfusionPart partOf(const Confusion& confusion, int chosen);

} // namespace alexscope::gui
