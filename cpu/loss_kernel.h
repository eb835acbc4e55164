// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cpu/runtime.h"

#include <memory>

namespace alexscope::cpu {

/// Softmax and cross-entropy. Scores come unrounded in float32; sums are in double.
std::unique_ptr<Kernel> makeLossKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cpu
