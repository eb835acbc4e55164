// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/device.h"

/// What the tests may say of the emulated GPU.
namespace alexscope::cuda {

struct EmulatedDevice {
    DeviceInfo info{"emulated GPU", 9, 0, 4, 13000, 13000, std::size_t{8} << 30};
    std::size_t free = std::size_t{8} << 30; ///< what freeMemory() says
    std::size_t allocated = 0;               ///< bytes in Buffers now
    std::size_t limit = ~std::size_t{0};     ///< beyond it a Buffer is refused
};
EmulatedDevice& emulatedDevice();

} // namespace alexscope::cuda
