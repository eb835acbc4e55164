// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cpu/runtime.h"

#include <memory>

namespace alexscope::cpu {

/// ReLU, tanh or sigmoid on its own; backward from the output, as f′ is a function of f for all three.
std::unique_ptr<Kernel> makeActivationKernel(const KernelRequest& request, Runtime& runtime);

/// §4.2, both conventions; the mask comes from the Philox stream, keyed by sample and unit, so every backend draws the
/// same.
std::unique_ptr<Kernel> makeDropoutKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cpu
