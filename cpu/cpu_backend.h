// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"

namespace alexscope::cpu {

/// The processor by oneDNN: float32 and, where the processor multiplies it in hardware (AVX-512 BF16, AMX), bfloat16
/// with float32 master weights. Results repeat bit for bit at the same thread count (OMP_NUM_THREADS), instruction set
/// and library version.
BackendEntry catalogueEntry();

/// The same for a job beside another backend's work: the thread that makes one computes on one processor from then on,
/// so that the other keeps the rest. To be made, used and ended on a thread of the job's own.
BackendEntry entryBeside();

} // namespace alexscope::cpu
