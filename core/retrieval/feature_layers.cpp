// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/feature_layers.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope {

namespace {

int lastLinear(const NetworkSpec& network)
{
    for (int i = static_cast<int>(network.layers.size()) - 1; i >= 0; --i)
        if (network.layers[static_cast<std::size_t>(i)].as<LinearSpec>())
            return i;
    return -1;
}

} // namespace

std::string lastHiddenLayer(const NetworkSpec& network)
{
    const int end = lastLinear(network);
    for (int i = end - 1; i >= 0; --i)
        if (network.layers[static_cast<std::size_t>(i)].as<LinearSpec>())
            return network.layers[static_cast<std::size_t>(i)].name;
    for (int i = end - 1; i >= 0; --i) {
        const LayerSpec& layer = network.layers[static_cast<std::size_t>(i)];
        if (layer.as<PoolingSpec>() || layer.as<ConvolutionSpec>())
            return layer.name;
    }
    throw Error(concat("The network ", network.name, " has no hidden layer to take features of"));
}

std::vector<std::string> featureLayers(const NetworkSpec& network)
{
    std::vector<std::string> names;
    const int end = lastLinear(network);
    for (int i = 0; i < end; ++i) {
        const LayerSpec& layer = network.layers[static_cast<std::size_t>(i)];
        if (layer.as<LinearSpec>() || layer.as<PoolingSpec>())
            names.push_back(layer.name);
    }
    return names;
}

std::vector<std::string> unitLayers(const NetworkSpec& network)
{
    std::vector<std::string> names;
    const int end = lastLinear(network);
    for (int i = 0; i < end; ++i) {
        const LayerSpec& layer = network.layers[static_cast<std::size_t>(i)];
        if (layer.as<ConvolutionSpec>() || layer.as<LinearSpec>() || layer.as<PoolingSpec>())
            names.push_back(layer.name);
    }
    return names;
}

int featureOutput(const NetworkSpec& network, const std::string& layer)
{
    const int index = network.indexOf(layer), end = lastLinear(network);
    if (index < 0 || index >= end) {
        std::string names;
        for (int i = 0; i < end; ++i)
            names += (i ? ", " : "") + network.layers[static_cast<std::size_t>(i)].name;
        throw Error(concat("The network ", network.name, " has no hidden layer \"", layer, "\"; it has ", names));
    }
    const bool activated = index + 1 < end && network.layers[static_cast<std::size_t>(index) + 1].as<ActivationSpec>();
    return activated ? index + 1 : index;
}

PatchRectangle seenBy(const NetworkSpec& network, const LayerGeometry& geometry, int x, int y)
{
    const auto side = [&](int at, std::int64_t size) {
        const int begin = geometry.receptiveOffset + at * geometry.receptiveStride,
                  end = begin + geometry.receptiveField;
        const int first = std::clamp(begin, 0, static_cast<int>(size));
        return std::pair(first, std::clamp(end, first, static_cast<int>(size)) - first);
    };
    const auto [left, width] = side(x, network.input.w);
    const auto [top, height] = side(y, network.input.h);
    return {left, top, width, height};
}

} // namespace alexscope
