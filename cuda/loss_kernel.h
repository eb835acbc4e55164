// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

#include <memory>

namespace alexscope::cuda {

/// Softmax and cross-entropy. Loss and errors of the batch are added up on the GPU; result() waits for these few
/// numbers and not for what was asked for after them.
std::unique_ptr<Kernel> makeLossKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cuda
