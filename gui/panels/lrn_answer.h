// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/layer_spec.h"
#include "core/picture/tiles.h"
#include "core/tensor/host_tensor.h"

#include <memory>
#include <vector>

namespace alexscope::gui {

/// What the LRN view is to show: one picture's maps before a normalisation, and the constants to look at them with.
struct LrnQuestion {
    std::shared_ptr<const HostTensor> before; ///< 1 × c × h × w; never null in answerTo
    std::shared_ptr<const HostTensor> device; ///< after it, as the engine computed it; null where it has not yet
    LrnSpec network, shown;                   ///< the engine's constants, and those of the sliders
    int channel = -1;                         ///< −1: maps of all channels
    bool layerScale = true;                   ///< one scale for the layer; else for the channel shown

    bool ownConstants() const { return shown == network; }
};

/// Sheets and numbers of an answer. Everything follows from the question: any thread.
struct LrnAnswer {
    LrnQuestion question;
    TileSheet before, after, ratio; ///< before and after on one scale; `after` without tiles: not computed yet
    std::shared_ptr<const HostTensor> factors; ///< (k + s Σ a²)^−β = after / before
    std::shared_ptr<const HostTensor>
        shownAfter;           ///< what `after` shows: the engine's, or with other constants the formula's
    std::vector<double> kept; ///< mean of after / before of each channel; NaN where before is all 0
    double difference = 0;    ///< engine against formula, largest, relative to the largest; NaN without
};

LrnAnswer answerTo(const LrnQuestion& question);

/// What an activation that no neighbour suppresses is multiplied with: k^−β.
double unsuppressed(const LrnSpec& spec);

} // namespace alexscope::gui
