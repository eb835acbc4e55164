// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <memory>

namespace alexscope::cuda {

/// One NVIDIA GPU by CUDA, cuDNN, cuBLAS and kernels of our own: float32, and from sm_80 on bfloat16 with float32
/// master weights, channels last in both. Float32 products are exact float32 unless ALEXSCOPE_TF32=1 is in the
/// environment, which is then part of the run's identity (BackendInfo::instructions). Results repeat bit for bit on the
/// same GPU and library versions; ALEXSCOPE_GRAPHS=0 (no work is taken down) and ALEXSCOPE_KEEP_PICTURES=0 (no set
/// stays on the GPU) change none. Throws Error where there is no usable GPU.
std::unique_ptr<Backend> makeCudaBackend();

} // namespace alexscope::cuda
