// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

#include <memory>

namespace alexscope::cuda {

/// Convolution or fully connected layer, with `fuse` together with the ReLU, LRN, pooling, dropout that follow it. The
/// library computes the product alone; bias and what follows are our own kernels, the same ones fused and layer by
/// layer.
std::unique_ptr<Kernel> makeProductKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cuda
