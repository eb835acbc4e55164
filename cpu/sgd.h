// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <span>

namespace alexscope::cpu {

/// §5's rule on all parameters in one threaded pass over memory, which also writes the bf16 copies whose layout allows
/// it. Norms are sums over pieces of fixed size, so they do not depend on the number of threads.
void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms);

} // namespace alexscope::cpu
