// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/network_structure.h"

#include <algorithm>
#include <numeric>

namespace alexscope::gui {

namespace {

constexpr int mostTowers = 4;

int groupsOf(const NetworkSpec& network, const NetworkBlock& block)
{
    if (block.layer < 0)
        return 1;
    const auto* convolution = network.layers[static_cast<std::size_t>(block.layer)].as<ConvolutionSpec>();
    return convolution ? convolution->groups : 1;
}

bool isConvolution(const NetworkSpec& network, const NetworkBlock& block)
{
    return block.layer >= 0 && network.layers[static_cast<std::size_t>(block.layer)].as<ConvolutionSpec>();
}

int commonTowers(const NetworkSpec& network, const std::vector<NetworkBlock>& blocks)
{
    int common = 0;
    for (const NetworkBlock& block : blocks)
        if (const int groups = groupsOf(network, block); groups > 1)
            common = std::gcd(common, groups);
    return common >= 2 && common <= mostTowers ? common : 1;
}

std::vector<NetworkBlock> blocksOf(const NetworkSpec& network)
{
    std::vector<NetworkBlock> blocks{NetworkBlock{}};
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (network.layers[i].hasParameters())
            blocks.push_back({static_cast<int>(i), {}, 1});
        else
            blocks.back().slabs.push_back(static_cast<int>(i));
    }
    return blocks;
}

void addLinks(NetworkStructure& structure, const NetworkSpec& network, int to)
{
    const int from = structure.blocks[static_cast<std::size_t>(to - 1)].towers;
    const NetworkBlock& block = structure.blocks[static_cast<std::size_t>(to)];
    const bool apart = groupsOf(network, block) > 1;
    for (int a = 0; a < from; ++a)
        for (int b = 0; b < block.towers; ++b)
            if (a == b || from == 1 || block.towers == 1 || !apart)
                structure.links.push_back({to, a, b, from > 1 && block.towers > 1 && a != b});
}

} // namespace

int NetworkStructure::blockOf(int layer) const
{
    for (std::size_t i = blocks.size(); i-- > 1;)
        if (layer >= blocks[i].layer)
            return static_cast<int>(i);
    return 0;
}

NetworkStructure structureOf(const NetworkSpec& network)
{
    NetworkStructure structure;
    structure.blocks = blocksOf(network);
    const int towers = commonTowers(network, structure.blocks);
    for (std::size_t i = 1; i < structure.blocks.size(); ++i) {
        NetworkBlock& block = structure.blocks[i];
        const bool readApart = i + 1 < structure.blocks.size() && groupsOf(network, structure.blocks[i + 1]) > 1;
        if (isConvolution(network, block) && (groupsOf(network, block) > 1 || readApart))
            block.towers = towers;
        structure.towers = std::max(structure.towers, block.towers);
    }
    for (std::size_t i = 1; i < structure.blocks.size(); ++i)
        addLinks(structure, network, static_cast<int>(i));
    return structure;
}

StepMark stepMark(const Piece& next, int layer, bool hasParameters)
{
    const bool isInput = layer < 0;
    const int last = next.firstLayer + next.layerCount - 1;
    switch (next.kind) {
    case PieceKind::Load:
    case PieceKind::Validate:
        return isInput ? StepMark::ForwardNext : StepMark::Waiting;
    case PieceKind::Forward:
        if (isInput || layer < next.firstLayer)
            return StepMark::ForwardDone;
        return layer <= last ? StepMark::ForwardNext : StepMark::Waiting;
    case PieceKind::Backward:
        if (isInput || layer < next.firstLayer)
            return StepMark::ForwardDone;
        return layer <= last ? StepMark::BackwardNext : StepMark::BackwardDone;
    case PieceKind::Update:
        if (isInput)
            return StepMark::ForwardDone; // nothing is sent back to the pixels
        return hasParameters ? StepMark::UpdateNext : StepMark::BackwardDone;
    }
    return StepMark::Waiting;
}

} // namespace alexscope::gui
