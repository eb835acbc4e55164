// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

#include <memory>

namespace alexscope::cuda {

/// LRN or pooling that no convolution took along; with `fuse` an LRN takes the pooling behind it.
std::unique_ptr<Kernel> makeResponseKernel(const KernelRequest& request, Runtime& runtime);

} // namespace alexscope::cuda
