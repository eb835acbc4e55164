// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alexscope {

struct NetworkSpec;
struct Recipe;

/// How fast single layers learn: factors on ε by the layer's name, besides those of the network's text. 0 freezes a
/// layer: its weights keep their bits. Layers that are not named have 1.
using LayerRates = std::map<std::string, double>;

inline constexpr double largestLayerRate = 1000;

inline double factorOf(const LayerRates& rates, const std::string& layer)
{
    const auto found = rates.find(layer);
    return found == rates.end() ? 1 : found->second;
}

/// "conv1=0 conv2=0.1"; layers with a factor of 1 are left out.
std::string toText(const LayerRates& rates);
/// Back again; blanks or commas between the layers. Nothing when the text is no such list.
std::optional<LayerRates> layerRatesFrom(std::string_view text);

/// All layers with parameters frozen but these. Throws Error for a name that is no such layer of the network.
LayerRates onlyLearning(const NetworkSpec& network, const std::vector<std::string>& layers);

/// Index of the lowest layer that learns with this recipe: below it nothing has to go backward. Throws Error when a
/// rate is given for a layer that is not there or has nothing to learn, or when no layer learns.
int lowestLearningLayer(const NetworkSpec& network, const Recipe& recipe);

} // namespace alexscope
