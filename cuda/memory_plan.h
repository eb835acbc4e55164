// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <cstddef>

namespace alexscope::cuda {

/// GPU memory a network needs: bytes for each picture of the batch, and bytes whatever the batch.
struct MemoryNeed {
    std::int64_t perPicture = 0, fixed = 0;
    std::int64_t of(std::int64_t batch) const { return fixed + perPicture * batch; }
};

/// What the kernels of `request.layers`, the whole network, will allocate; parameters that exist already are not
/// counted. The libraries' working memory enters as the most they are allowed to take. `tf32` as the backend has it.
MemoryNeed memoryNeed(const KernelRequest& request, bool tf32);

/// Throws Error, with the numbers and a batch that would fit, when more is needed than is `available`.
void checkMemory(const KernelRequest& request, bool tf32, std::size_t available);

} // namespace alexscope::cuda
