// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/layer_rates.h"

#include "core/error.h"
#include "core/network/network_spec.h"
#include "core/number_text.h"

#include <algorithm>
#include <charconv>

namespace alexscope {

namespace {

constexpr std::string_view separators = " \t,";

bool isLayerName(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

std::optional<double> factorFrom(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value <= largestLayerRate))
        return std::nullopt;
    return value;
}

const LayerSpec& learner(const NetworkSpec& network, const std::string& name)
{
    const int index = network.indexOf(name);
    if (index < 0)
        throw Error(
            concat("The network ", network.name, " has no layer \"", name, "\" whose learning rate could be set"));
    const LayerSpec& layer = network.layers[static_cast<std::size_t>(index)];
    if (!layer.hasParameters())
        throw Error(concat("Layer ", name, " of network ", network.name, " has no weights; it has no learning rate"));
    return layer;
}

} // namespace

std::string toText(const LayerRates& rates)
{
    std::string text;
    for (const auto& [layer, factor] : rates)
        if (factor != 1)
            text += concat(text.empty() ? "" : " ", layer, "=", shortestText(factor));
    return text;
}

std::optional<LayerRates> layerRatesFrom(std::string_view text)
{
    LayerRates rates;
    while (true) {
        const std::size_t begin = text.find_first_not_of(separators);
        if (begin == std::string_view::npos) {
            std::erase_if(rates, [](const auto& rate) { return rate.second == 1; }); // as if it were not said
            return rates;
        }
        text.remove_prefix(begin);
        const std::string_view part = text.substr(0, text.find_first_of(separators));
        text.remove_prefix(part.size());
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos || !isLayerName(part.substr(0, equals)))
            return std::nullopt;
        const auto factor = factorFrom(part.substr(equals + 1));
        if (!factor || !rates.emplace(part.substr(0, equals), *factor).second)
            return std::nullopt;
    }
}

LayerRates onlyLearning(const NetworkSpec& network, const std::vector<std::string>& layers)
{
    LayerRates rates;
    for (const LayerSpec& layer : network.layers)
        if (layer.hasParameters())
            rates[layer.name] = 0;
    for (const std::string& name : layers)
        rates.erase(learner(network, name).name);
    return rates;
}

int lowestLearningLayer(const NetworkSpec& network, const Recipe& recipe)
{
    for (const auto& [name, factor] : recipe.layerRates)
        (void)learner(network, name);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerSpec& layer = network.layers[i];
        if (!layer.hasParameters())
            continue;
        const auto* convolution = layer.as<ConvolutionSpec>();
        const RateFactors& rates = convolution ? convolution->rates : layer.as<LinearSpec>()->rates;
        if (factorOf(recipe.layerRates, layer.name) * std::max(rates.weightRate, rates.biasRate) > 0)
            return static_cast<int>(i);
    }
    throw Error(
        concat("No layer of network ", network.name, " learns: each has a learning rate of 0; give one of them more"));
}

} // namespace alexscope
