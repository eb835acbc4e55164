// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"

namespace alexscope::cpu {

/// The processor by oneDNN: float32 and, where the processor multiplies it in hardware (AVX-512 BF16, AMX), bfloat16 with
/// float32 master weights. Results repeat bit for bit at the same thread count (OMP_NUM_THREADS), instruction set and
/// library version.
BackendEntry catalogueEntry();

} // namespace alexscope::cpu
