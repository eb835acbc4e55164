// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

#include <span>

namespace alexscope::cuda {

/// §5's rule on all parameters in one kernel (one for every UpdateTable::most of them), which also writes the bf16
/// copies. Norms are sums over blocks of fixed size in a fixed order; asking for them waits for the device.
void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms, Runtime& runtime);

} // namespace alexscope::cuda
