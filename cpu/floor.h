// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cpu/runtime.h"

namespace alexscope::cpu {

/// Times the library's bare convolution and inner-product primitives of a training step in the formats it likes best
/// (each the best of several runs), and a large matrix product as the peak.
Floor measurePrimitives(const NetworkSpec& network, std::int64_t batch, Precision precision, Runtime& runtime);

} // namespace alexscope::cpu
