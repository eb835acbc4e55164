// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/layer_mapping.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <algorithm>
#include <numeric>

namespace alexscope {

namespace {

using Extents = std::vector<std::int64_t>;

std::string shapeText(const Extents& shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

/// Without ones before the rest: Caffe before 2015 writes four extents whatever the kind.
Extents withoutLeadingOnes(Extents shape, std::size_t rank)
{
    while (shape.size() > rank && shape.front() == 1)
        shape.erase(shape.begin());
    return shape;
}

Extents wantedShape(const ParameterInfo& info)
{
    const Extents all{info.shape.n, info.shape.c, info.shape.h, info.shape.w};
    return {all.begin(), all.begin() + info.rank};
}

/// A linear layer's weights may also lie as filters over all of its input: the same numbers in the same order.
bool fits(const ForeignTensor& tensor, const ParameterInfo& info, bool transposed)
{
    Extents wanted = wantedShape(info);
    if (transposed && !info.isBias)
        std::swap(wanted[0], wanted[1]);
    Extents shape = withoutLeadingOnes(tensor.shape, wanted.size());
    if (info.rank == 2 && shape.size() == 4)
        shape = {shape[0], shape[1] * shape[2] * shape[3]};
    return shape == wanted;
}

std::vector<int> layersWithWeights(const NetworkSpec& network)
{
    std::vector<int> layers;
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        if (network.layers[i].hasParameters())
            layers.push_back(static_cast<int>(i));
    return layers;
}

class Mapper {
public:
    Mapper(const ForeignModel& model, const NetworkSpec& network) : m_model(model) { m_mapping.network = network; }

    LayerMapping run()
    {
        const std::vector<int> layers = layersWithWeights(m_mapping.network);
        const auto named = [&](const ForeignLayer& layer) { return m_mapping.network.indexOf(layer.name) >= 0; };
        if (std::any_of(m_model.layers.begin(), m_model.layers.end(), named))
            pairByName(layers);
        else
            pairInOrder(layers);
        resolveClasses();
        if (m_mapping.fault.empty())
            checkShapes();
        return std::move(m_mapping);
    }

private:
    const LayerSpec& layer(int i) const { return m_mapping.network.layers[static_cast<std::size_t>(i)]; }

    void pairByName(const std::vector<int>& layers)
    {
        std::vector<const ForeignLayer*> used;
        for (const int i : layers) {
            const auto found = std::find_if(m_model.layers.begin(), m_model.layers.end(),
                                            [&](const ForeignLayer& source) { return source.name == layer(i).name; });
            m_mapping.pairs.push_back({i, found == m_model.layers.end() ? nullptr : &*found});
            used.push_back(m_mapping.pairs.back().source);
        }
        for (const ForeignLayer& source : m_model.layers)
            if (std::find(used.begin(), used.end(), &source) == used.end())
                m_mapping.unused.push_back(source.name);
    }

    void pairInOrder(const std::vector<int>& layers)
    {
        for (std::size_t k = 0; k < layers.size(); ++k)
            m_mapping.pairs.push_back({layers[k], k < m_model.layers.size() ? &m_model.layers[k] : nullptr});
        if (m_model.layers.size() > layers.size())
            m_mapping.fault = concat("the file has ", m_model.layers.size(), " layers with weights, the network ",
                                     m_mapping.network.name, " only ", layers.size());
    }

    /// As many classes as the last layer of the file has outputs.
    void resolveClasses()
    {
        NetworkSpec& network = m_mapping.network;
        const ForeignLayer* last = m_mapping.pairs.empty() ? nullptr : m_mapping.pairs.back().source;
        std::int64_t count = network.classes;
        if (network.followsClasses() && last && last->bias)
            count = std::accumulate(last->bias->shape.begin(), last->bias->shape.end(), std::int64_t{1},
                                    std::multiplies<>());
        else if (network.followsClasses() && last && last->weight && last->weight->shape.size() == 2)
            count = last->weight->shape[last->transposed ? 1 : 0];
        if (count < 1 || count > 1 << 24) {
            m_mapping.fault = "the file's last layer has no number of classes";
            count = network.classes;
        }
        network = network.withClasses(network.followsClasses() ? static_cast<int>(count) : network.outputClasses());
    }

    void checkShapes()
    {
        for (const ParameterInfo& info : parametersOf(m_mapping.network)) {
            const auto pair = std::find_if(m_mapping.pairs.begin(), m_mapping.pairs.end(),
                                           [&](const LayerMapping::Pair& p) { return p.layer == info.layer; });
            if (!pair->source && pair != m_mapping.pairs.begin())
                continue;
            if (!pair->source) {
                m_mapping.fault = concat("the file has no weights for ", layer(info.layer).name,
                                         ", the first layer of ", m_mapping.network.name);
                return;
            }
            const std::optional<ForeignTensor>& tensor = info.isBias ? pair->source->bias : pair->source->weight;
            if (!tensor && !info.isBias)
                m_mapping.fault = concat(readable(pair->source->name), " has biases, but no weights");
            else if (tensor && !fits(*tensor, info, pair->source->transposed))
                m_mapping.fault =
                    concat(readable(tensor->name), " has shape ", shapeText(tensor->shape), ", ", info.name, " of ",
                           m_mapping.network.name, " needs ", shapeText(wantedShape(info)));
            if (!m_mapping.fault.empty())
                return;
        }
    }

    const ForeignModel& m_model;
    LayerMapping m_mapping;
};

} // namespace

LayerMapping mapLayers(const ForeignModel& model, const NetworkSpec& network)
{
    return Mapper(model, network).run();
}

std::vector<float> numbersOf(const ForeignTensor& tensor, const ParameterInfo& info, bool transposed)
{
    std::vector<float> values = tensor.read();
    if (values.size() != static_cast<std::size_t>(info.shape.count()))
        throw Error(concat("Tensor ", readable(tensor.name), " gave ", values.size(), " numbers where ",
                           info.shape.count(), " were announced"));
    if (!transposed || info.isBias)
        return values;
    const auto outputs = static_cast<std::size_t>(info.shape.n), inputs = static_cast<std::size_t>(info.shape.c);
    std::vector<float> turned(values.size());
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < outputs; ++o)
            turned[o * inputs + i] = values[i * outputs + o];
    return turned;
}

} // namespace alexscope
