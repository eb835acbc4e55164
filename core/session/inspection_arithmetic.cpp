// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inspection.h"

#include <algorithm>
#include <iterator>

/// The part of Inspection that collects the operands of one number.
namespace alexscope {

namespace {

/// Weights up to this many are fetched while training runs; more (fc6, fc7) take longer than a step and wait for a
/// hold.
constexpr std::int64_t fetchedWhileRunning = 2'000'000;

bool liesInside(const ArithmeticRequest& place, const Shape& output)
{
    return place.channel >= 0 && place.y >= 0 && place.x >= 0 && place.channel < output.c && place.y < output.h &&
           place.x < output.w;
}

} // namespace

void Inspection::addArithmetic(Snapshot& snapshot, bool insideStep)
{
    if (m_operandsVersion != m_version)
        m_operands.clear();
    m_operandsVersion = m_version;
    if (!m_request.arithmetic)
        return;
    const int layer = layerOf(m_request.arithmetic->layer);
    if (layer < 0 ||
        !liesInside(*m_request.arithmetic, m_trainer.network().geometry()[static_cast<std::size_t>(layer)].output))
        return;
    if (m_request.arithmetic->ofStep)
        snapshot.arithmetic = insideStep ? explainStep(snapshot, layer) : nullptr;
    else if (m_request.pinned)
        snapshot.arithmetic = explainPinned(layer, snapshot.holding);
}

/// A parameter's values on the host, fetched once for each state of the weights; null while it is too large to fetch.
const HostTensor* Inspection::operand(const std::string& name, bool holding)
{
    if (const auto known = m_parameters.find(name); known != m_parameters.end() && known->second.values)
        return known->second.values.get();
    SnapshotTensor& kept = m_operands[name];
    if (!kept.values) {
        const Parameter* parameter = m_trainer.parameters()->find(name);
        if (!holding && parameter->info.shape.count() > fetchedWhileRunning)
            return nullptr;
        kept = {std::make_shared<HostTensor>(m_trainer.network().download(parameter->value)), TensorMode::Parameter};
    }
    return kept.values.get();
}

/// The weights and the bias of the channel that m_request asks about; the spans live until the next change of
/// m_version.
void Inspection::addOperands(ArithmeticSource& source, bool holding)
{
    if (!source.layer->hasParameters())
        return;
    const HostTensor* weights = operand(source.layer->name + ".weight", holding);
    const HostTensor* biases = operand(source.layer->name + ".bias", holding);
    if (!weights || !biases)
        return;
    const auto channel = static_cast<std::size_t>(m_request.arithmetic->channel);
    const auto length = static_cast<std::size_t>(weights->shape.perPicture());
    source.unitWeights = std::span(weights->values).subspan(channel * length, length);
    source.bias = static_cast<double>(biases->values[channel]);
}

std::shared_ptr<const Arithmetic> Inspection::explainPinned(int layer, bool holding)
{
    const bool fresh = m_arithmetic && m_arithmeticVersion == m_version;
    if (fresh && !(m_arithmetic->waitsForHold() && holding))
        return m_arithmetic;
    compute(*m_request.pinned, layer);
    const HostTensor output = m_network->download(m_network->activation(layer));
    const HostTensor input = m_network->download(layer > 0 ? m_network->activation(layer - 1) : m_network->input());
    const auto index = static_cast<std::size_t>(layer);
    const NetworkSpec& network = m_network->spec();
    ArithmeticSource source{&network.layers[index], m_network->geometry()[index], layer, input.values, output.values};
    source.precision = m_network->options().precision;
    source.context = {Phase::Test, m_trainer.options().seed, static_cast<std::uint32_t>(m_trainer.iteration())};
    source.label = m_request.arithmetic->label;
    addOperands(source, holding);
    auto value = std::make_shared<Arithmetic>(explain(source, *m_request.arithmetic));
    value->iteration = m_trainer.iteration();
    value->input = layer > 0 ? network.layers[index - 1].name : std::string();
    m_arithmetic = std::move(value);
    m_arithmeticVersion = m_version;
    return m_arithmetic;
}

std::shared_ptr<const Arithmetic> Inspection::explainStep(const Snapshot& snapshot, int layer)
{
    const Network& network = m_trainer.network();
    const bool computed =
        forwardDone(layer) && network.hasActivation(layer) && (layer == 0 || network.hasActivation(layer - 1));
    if (!computed || !snapshot.stepPicture)
        return nullptr;
    const auto index = static_cast<std::size_t>(layer);
    const LayerSpec& spec = network.spec().layers[index];
    const auto numbers = [&](int of) { // what the snapshot carries already is not fetched again
        if (of < 0)
            return onePicture(network.input());
        const auto known = snapshot.stepActivations.find(network.spec().layers[static_cast<std::size_t>(of)].name);
        return known != snapshot.stepActivations.end() ? known->second.values : onePicture(network.activation(of));
    };
    const auto output = numbers(layer), input = numbers(layer - 1);
    ArithmeticSource source{&spec, network.geometry()[index], layer, input->values, output->values};
    source.precision = network.options().precision;
    source.context = {Phase::Training, m_trainer.options().seed, static_cast<std::uint32_t>(m_trainer.iteration())};
    source.sample = snapshot.stepPicture->number;
    source.label = snapshot.stepPicture->label;
    addOperands(source, snapshot.holding);
    auto value = std::make_shared<Arithmetic>(explain(source, *m_request.arithmetic));
    value->iteration = m_trainer.iteration();
    value->batchPicture = snapshot.stepPicture->number;
    value->input = layer > 0 ? network.spec().layers[index - 1].name : std::string();
    return value;
}

} // namespace alexscope
