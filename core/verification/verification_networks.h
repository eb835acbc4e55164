// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

namespace alexscope {

/// The small AlexNet of tests/golden: 3 × 67 × 67 to 10 classes, two grouped columns, LRN with a large α (0.05, so that
/// a wrong one shows), overlapping pooling, no dropout, the loss named prob.
NetworkSpec tinyAlexNet();

/// The same family with everything tinyAlexNet lacks: rounding up, LRN within groups and divided by n, LRN before the
/// ReLU, padded and average pooling, tanh, sigmoid, both kinds of dropout, rates and decays of its own for biases.
NetworkSpec tinyVariety();

} // namespace alexscope
