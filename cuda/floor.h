// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cuda/runtime.h"

namespace alexscope::cuda {

/// Times the libraries' bare convolutions and products of a training step (each the best of several runs of many), and
/// a large matrix product as the peak.
Floor measurePrimitives(const NetworkSpec& network, std::int64_t batch, Precision precision, Runtime& runtime);

} // namespace alexscope::cuda
