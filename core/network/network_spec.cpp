// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_spec.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope {

namespace {

const LinearSpec* lastLinear(const NetworkSpec& network)
{
    const int layer = network.classLayer();
    return layer < 0 ? nullptr : network.layers[static_cast<std::size_t>(layer)].as<LinearSpec>();
}

} // namespace

NetworkSpec NetworkSpec::withClasses(int count) const
{
    if (count < 1)
        throw Error(concat(name, ": a network needs at least one class, not ", count));
    NetworkSpec resolved = *this;
    if (followsClasses()) {
        std::get<LinearSpec>(resolved.layers[static_cast<std::size_t>(classLayer())].operation).outputs = count;
        resolved.classes = count;
    } else if (count > outputClasses()) {
        throw Error(concat("the network ", name, " tells ", outputClasses(), " classes apart, but the data has ", count,
                           "; write `outputs = classes` in its last linear layer"));
    }
    return resolved;
}

NetworkSpec NetworkSpec::withOpenClasses() const
{
    NetworkSpec open = *this;
    if (const int layer = classLayer(); layer >= 0)
        std::get<LinearSpec>(open.layers[static_cast<std::size_t>(layer)].operation).outputs = 0;
    return open;
}

int NetworkSpec::classLayer() const
{
    for (std::size_t i = layers.size(); i-- > 0;)
        if (layers[i].as<LinearSpec>())
            return static_cast<int>(i);
    return -1;
}

bool NetworkSpec::followsClasses() const
{
    const LinearSpec* last = lastLinear(*this);
    return last && last->outputs == 0;
}

int NetworkSpec::outputClasses() const
{
    const LinearSpec* last = lastLinear(*this);
    return last && last->outputs != 0 ? last->outputs : classes;
}

int NetworkSpec::indexOf(std::string_view layer) const
{
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i].name == layer)
            return static_cast<int>(i);
    return -1;
}

std::vector<int> dropoutLayersOf(const NetworkSpec& network)
{
    std::vector<int> found;
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        if (network.layers[i].as<DropoutSpec>())
            found.push_back(static_cast<int>(i));
    return found;
}

namespace {

ParameterInfo weightOf(const std::string& layer, const Shape& shape, const Initialisation& initial,
                       const RateFactors& rates)
{
    ParameterInfo info;
    info.name = layer + ".weight";
    info.shape = shape;
    info.initialStd = initial.weightStd;
    info.rateFactor = rates.weightRate;
    info.decayFactor = rates.weightDecay;
    return info;
}

ParameterInfo biasOf(const std::string& layer, std::int64_t outputs, const Initialisation& initial,
                     const RateFactors& rates)
{
    ParameterInfo info;
    info.name = layer + ".bias";
    info.isBias = true;
    info.shape = Shape{outputs, 1, 1, 1};
    info.initialValue = initial.bias;
    info.rateFactor = rates.biasRate;
    info.decayFactor = rates.biasDecay;
    return info;
}

} // namespace

std::vector<ParameterInfo> parametersOf(const NetworkSpec& network)
{
    const std::vector<LayerGeometry> geometry = geometryOf(network);
    std::vector<ParameterInfo> list;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerSpec& layer = network.layers[i];
        if (!layer.hasParameters())
            continue;
        const auto* convolution = layer.as<ConvolutionSpec>();
        const Initialisation& initial = convolution ? convolution->initial : layer.as<LinearSpec>()->initial;
        const RateFactors& rates = convolution ? convolution->rates : layer.as<LinearSpec>()->rates;
        ParameterInfo weight = weightOf(layer.name, geometry[i].weightShape, initial, rates);
        ParameterInfo bias = biasOf(layer.name, geometry[i].biases, initial, rates);
        weight.rank = convolution ? 4 : 2;
        weight.layer = bias.layer = static_cast<int>(i);
        list.push_back(std::move(weight));
        list.push_back(std::move(bias));
    }
    return list;
}

} // namespace alexscope
