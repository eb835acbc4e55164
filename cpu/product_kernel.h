// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cpu/response_stage.h"
#include "cpu/runtime.h"

#include <memory>

namespace alexscope::cpu {

/// Convolution or fully connected layer, with `fuse` together with the ReLU, LRN and pooling that follow it.
/// Formats are the library's choice; where a pass wants its operands otherwise than the neighbours have them, they are
/// re-ordered (weights into copies that WeightStorage keeps, activations into scratch).
std::unique_ptr<Kernel> makeProductKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cpu
