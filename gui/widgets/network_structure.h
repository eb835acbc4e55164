// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/training/trainer.h"

#include <vector>

/// A network's text as the paper's Figure 2 sees it: blocks, towers and what connects them. Values, nothing drawn.
namespace alexscope::gui {

/// A convolution or fully connected layer with the layers without weights behind it. The first block is the input.
struct NetworkBlock {
    int layer = -1;         ///< index in the network; −1: the input
    std::vector<int> slabs; ///< the layers attached to it: activation, LRN, pooling, dropout, loss
    int towers = 1;         ///< equal parts its maps are drawn in

    bool operator==(const NetworkBlock&) const = default;
};

/// One tower of a block reads one tower of the block before it.
struct TowerLink {
    int to = 0; ///< index of the reading block; it reads block to − 1
    int fromTower = 0, toTower = 0;
    bool crosses = false; ///< from one tower to another: what only an ungrouped layer between towers does (conv3, §3.5)

    bool operator==(const TowerLink&) const = default;
};

struct NetworkStructure {
    std::vector<NetworkBlock> blocks;
    std::vector<TowerLink> links;
    int towers = 1; ///< most of any block

    /// The block a layer stands in.
    int blockOf(int layer) const;
};

/// Layers are drawn in towers where they compute in groups, or where the layer that reads them does: the paper's conv1
/// has no groups itself, but each half of it is read by one half of conv2. The number of towers is what all groups have
/// in common; above 4 (depthwise convolutions) towers would be threads, and everything is drawn in one.
NetworkStructure structureOf(const NetworkSpec& network);

/// Where a layer stands in the step under way.
enum class StepMark { Waiting, ForwardNext, ForwardDone, BackwardNext, BackwardDone, UpdateNext };

/// `next` is what the trainer will do next; layer −1 is the input. At Update the layers with parameters are next.
StepMark stepMark(const Piece& next, int layer, bool hasParameters);

} // namespace alexscope::gui
