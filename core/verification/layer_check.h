// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/verification/check_row.h"

#include <string>
#include <vector>

namespace alexscope {

/// What one layer of a network prepared for training without fusing is to be compared for.
struct LayerCheck {
    std::string item;
    int layer = 0;
    double tolerance = 1e-5;
    std::int64_t labelled = -1; ///< pictures with a label, for the loss; -1: all
    StepContext context{Phase::Training, 2012, 7};
};

/// Fills the layer's input, its parameters and the gradient of its output with numbers that are exact in the network's
/// precision, runs its kernel forward and backward where it stands (so with the layouts and implementations of that
/// very network), and compares with the plain loops: output, input gradient, weight and bias gradient, loss.
/// The plain loops store doubles; beyond four million weights floats, whose error of 6e-8 no tolerance notices.
std::vector<CheckRow> checkLayer(Network& network, const LayerCheck& check);

} // namespace alexscope
