// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

namespace alexscope::cuda {

/// §5's rule on all parameters in one kernel (one for every UpdateTable::most of them), which also writes the bf16
/// copies. Norms are sums over blocks of fixed size in a fixed order; asking for them waits for the device.
void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms, Runtime& runtime);

/// Around the replay of an updateParameters() that was taken down: these rates for it; then its norms, where wanted.
void beforeReplayedUpdate(const StepNumbers& numbers, Runtime& runtime);
void afterReplayedUpdate(const StepNumbers& numbers, Runtime& runtime);

} // namespace alexscope::cuda
