// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/device.h"

/// What the tests may say of the emulated GPU.
namespace alexscope::cuda {

struct EmulatedDevice {
    DeviceInfo info{"emulated GPU", 9, 0, 4, 13000, 13000, std::size_t{8} << 30};
    std::size_t free = std::size_t{8} << 30; ///< what freeMemory() says
    std::size_t allocated = 0;               ///< bytes in Buffers and PinnedBuffers now
    std::size_t limit = ~std::size_t{0};     ///< beyond it a Buffer is refused
    enum class Sums { Double, SingleForwards, SingleBackwards };
    Sums sums = Sums::Double; ///< of products of matrices
    bool deferred = false;    ///< work is done late, streams out of step
    long calls = 0;           ///< of the runtime so far
    long failAt = 0;          ///< the call that fails; 0: none
    bool lost = false;        ///< and so do all after it
    long replays = 0;         ///< of work that was taken down
    bool takesDown = true;    ///< or the libraries refuse to
};
EmulatedDevice& emulatedDevice();

} // namespace alexscope::cuda
