// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/verification/check_row.h"

#include <vector>

/// Compares a backend with the numbers of tests/golden, which PyTorch computed in float64 (make_golden.py).
namespace alexscope::tests {

struct GoldenOptions {
    Precision precision = Precision::Fp32;
    double tolerance = 1e-5;
    bool fuse = false;
};

/// The small AlexNet: every output that is materialised, loss, every gradient of an output and of a parameter, weights
/// after one and after five steps of SGD, the loss after five. In bf16 without the gradients: there a ReLU now and then
/// falls to the other side of zero.
std::vector<CheckRow> compareGoldenNetwork(Backend& backend, const GoldenOptions& options);

/// LRN alone, forward and backward, with α as printed and with α divided by n.
std::vector<CheckRow> compareGoldenLrn(Backend& backend, const GoldenOptions& options);

} // namespace alexscope::tests
