// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/network/network.h"
#include "core/session/arithmetic.h"
#include "core/verification/test_numbers.h"
#include "core/verification/verification_networks.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// Every layer of a network explained at corners, edges and inside, and the explanations compared with what the backend
/// itself computed. Shared by the tests of the backends.
namespace alexscope::arithmetic {

/// tinyVariety and tinyAlexNet with dropout and a padded first layer: every kind, every option, corners in the padding.
inline NetworkSpec network(const std::string& name)
{
    NetworkSpec spec = name.starts_with("variety") ? tinyVariety() : tinyAlexNet();
    if (name == "variety-padded") // the mean of windows that the border cuts
        std::get<PoolingSpec>(spec.layers[static_cast<std::size_t>(spec.indexOf("pool2"))].operation).pad = 1;
    if (name == "alexnet-padded")
        std::get<ConvolutionSpec>(spec.layers[0].operation).pad = 2;
    return spec;
}

/// One forward pass of a batch of 3, layer by layer, training or test mode, on numbers of its own.
class Pass {
public:
    static constexpr std::int64_t batch = 3;

    Pass(const NetworkSpec& spec, Backend& backend, Precision precision, bool training)
        : m_network(spec, backend, {batch, precision, training, false}), m_context{training ? Phase::Training
                                                                                            : Phase::Test,
                                                                                   11, 4}
    {
        m_network.initialise(5);
        TestNumbers numbers(3, Precision::Fp32); // fp32 on purpose: bf16 has to round them
        m_network.setInput(numbers.normal(batch * spec.input.perPicture(), 1));
        m_network.setLabels(labels());
        m_network.forward(m_context);
    }

    static std::vector<std::int32_t> labels() { return {1, 0, 3}; }
    const Network& network() const { return m_network; }

    std::vector<float> onePicture(const Tensor& tensor, std::int64_t picture) const
    {
        const HostTensor all = m_network.download(tensor);
        const auto length = all.shape.perPicture();
        return {all.values.begin() + picture * length, all.values.begin() + (picture + 1) * length};
    }

    Arithmetic explain(int layer, std::int64_t picture, ArithmeticRequest place) const
    {
        const LayerSpec& spec = m_network.spec().layers[static_cast<std::size_t>(layer)];
        place.layer = spec.name;
        const std::vector<float> output = onePicture(m_network.activation(layer), picture);
        const std::vector<float> input =
            onePicture(layer > 0 ? m_network.activation(layer - 1) : m_network.input(), picture);
        ArithmeticSource source{&spec, m_network.geometry()[static_cast<std::size_t>(layer)], layer, input, output};
        source.precision = m_network.options().precision;
        source.context = m_context;
        source.sample = picture;
        source.label = labels()[static_cast<std::size_t>(picture)];
        HostTensor weights;
        if (Parameter* parameter = m_network.parameters()->find(spec.name + ".weight")) {
            weights = m_network.download(parameter->value);
            const auto length = static_cast<std::size_t>(weights.shape.perPicture());
            source.unitWeights =
                std::span(weights.values).subspan(static_cast<std::size_t>(place.channel) * length, length);
            source.bias = m_network.download(m_network.parameters()->find(spec.name + ".bias")->value)
                              .values[static_cast<std::size_t>(place.channel)];
        }
        return alexscope::explain(source, place);
    }

private:
    Network m_network;
    StepContext m_context;
};

/// First, second, middle and last of an axis.
inline std::vector<int> places(std::int64_t length)
{
    std::vector<int> all{0, 1, static_cast<int>(length / 2), static_cast<int>(length - 1)};
    for (int& place : all)
        place = std::min(place, static_cast<int>(length - 1));
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// What rounding may cost at most: relative to the value, and where large terms cancel relative to the terms.
inline double allowance(const Arithmetic& a)
{
    double terms = std::abs(a.engine);
    if (const auto* sum = a.as<WeightedSum>()) {
        terms = std::abs(sum->bias);
        for (std::size_t cell = 0; cell < sum->inputs.size(); ++cell)
            terms += std::abs(sum->product(cell));
    }
    return a.precision == Precision::Bf16 ? 8e-3 * std::abs(a.engine) + 1e-5 * terms
                                          : 1e-4 * std::abs(a.engine) + 1e-6 * terms;
}

/// What is wrong, as a sentence; empty when all explanations of a layer hold.
inline std::string fault(const Pass& pass, int layer)
{
    const Shape out = pass.network().geometry()[static_cast<std::size_t>(layer)].output;
    for (const int channel : places(out.c))
        for (const int y : places(out.h))
            for (const int x : places(out.w))
                for (const std::int64_t picture : {std::int64_t{0}, Pass::batch - 1}) {
                    const Arithmetic a = pass.explain(layer, picture, {{}, channel, y, x});
                    if (!(std::abs(a.computed - a.engine) <= allowance(a)))
                        return concat(a.layer.name, " channel ", channel, " (", y, ", ", x, ") picture ", picture,
                                      ": computed ", a.computed, ", engine ", a.engine);
                }
    return {};
}

} // namespace alexscope::arithmetic
