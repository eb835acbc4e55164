// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <cstdint>

namespace alexscope::gui {

/// What training a network takes of the memory, in bytes; rough, for deciding between batches and networks.
struct MemoryEstimate {
    std::int64_t weights = 0;     ///< value, gradient, momentum variable, and the copies kernels read
    std::int64_t activations = 0; ///< outputs of one batch and their gradients while kernels cover several layers
    std::int64_t pictures = 0;    ///< batches prepared ahead
    std::int64_t stepping = 0;    ///< beyond the total, from the first step through a layer on: then every layer has
                                  ///< outputs and gradients of its own
    std::int64_t total() const { return weights + activations + pictures; }
};

/// `network`: classes resolved. `bytesOfActivation`: 4 in fp32, 2 in bf16. Throws Error when shapes do not fit.
MemoryEstimate estimateMemory(const NetworkSpec& network, int batch, int bytesOfActivation);

} // namespace alexscope::gui
