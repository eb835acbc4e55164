// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <string>
#include <vector>

namespace alexscope {

/// The layer whose output stands for a picture by default: what the last linear layer reads, before dropout and as its
/// own activation leaves it, named by the linear layer that makes it: fc7 in alexnet (§6.1's 4096 numbers). A network
/// of one linear layer has the last pooling or convolution before it. Throws Error when there is nothing before the
/// last one.
std::string lastHiddenLayer(const NetworkSpec& network);

/// The layers features can be taken of: every linear layer but the last, and every pooling layer; in order.
std::vector<std::string> featureLayers(const NetworkSpec& network);

/// The layers whose units can be asked what excites them: every convolution, pooling and linear layer but the last
/// linear one; in order.
std::vector<std::string> unitLayers(const NetworkSpec& network);

/// Where features of `layer` are read: the output of the layer itself, or of the activation that follows it ("fc7 after
/// relu7": the numbers the next layer gets). Throws Error naming the layers there are when there is none of that name.
int featureOutput(const NetworkSpec& network, const std::string& layer);

/// What a unit at (x, y) of a layer's output sees of the network's input, in pixels of the crop, cut at its border.
struct PatchRectangle {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PatchRectangle&) const = default;
};
PatchRectangle seenBy(const NetworkSpec& network, const LayerGeometry& geometry, int x, int y);

} // namespace alexscope
