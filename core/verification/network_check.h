// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/verification/check_row.h"

#include <vector>

namespace alexscope {

/// Trains `spec` for five steps of §5 on `backend`, fused and layer by layer, and the same on the plain loops in
/// double: every output, the loss, the probabilities in test mode from a network of another batch size that shares the
/// parameters, the weights after five steps; in fp32 every gradient and velocity too (in bf16 a ReLU now and then falls
/// to the other side of zero, and gradients are compared layer by layer instead). Fused and layer by layer must agree
/// bit for bit.
std::vector<CheckRow> checkNetwork(Backend& backend, const NetworkSpec& spec, Precision precision, double tolerance);

/// One step of `spec`, fused and layer by layer with the same parameters: probabilities and every parameter's gradient
/// must agree bit for bit.
std::vector<CheckRow> checkFusion(Backend& backend, const NetworkSpec& spec, Precision precision, std::int64_t batch);

} // namespace alexscope
