// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/run_estimate.h"

namespace alexscope::gui {

MemoryEstimate estimateMemory(const NetworkSpec& network, int batch, int bytesOfActivation)
{
    constexpr std::int64_t copiesOfWeights = 3; // value, gradient, velocity; and one as the kernels like to read it
    constexpr std::int64_t batchesAhead = 3;
    constexpr std::int64_t bytesOfFloat = 4;
    std::int64_t outputs = network.input.perPicture(), weights = 0;
    for (const LayerGeometry& layer : geometryOf(network)) {
        outputs += layer.output.perPicture();
        weights += layer.weights + layer.biases;
    }
    MemoryEstimate estimate;
    estimate.weights = weights * (copiesOfWeights * bytesOfFloat + bytesOfActivation);
    estimate.stepping = 2 * outputs * batch * bytesOfActivation;
    estimate.activations = estimate.stepping / 2; // measured: ReLU, LRN and pooling are done in passing
    estimate.pictures = batchesAhead * network.input.perPicture() * batch * bytesOfFloat;
    return estimate;
}

} // namespace alexscope::gui
