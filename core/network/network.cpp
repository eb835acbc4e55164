// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/error.h"
#include "core/network/initial_values.h"

#include <algorithm>
#include <set>

namespace alexscope {
namespace {

std::shared_ptr<Parameters> freshParameters(const NetworkSpec& spec)
{
    auto parameters = std::make_shared<Parameters>();
    for (ParameterInfo& info : parametersOf(spec))
        parameters->list.push_back({std::move(info), {}, {}, {}});
    return parameters;
}

void checkSame(const NetworkSpec& spec, const Parameters& parameters)
{
    const std::vector<ParameterInfo> wanted = parametersOf(spec);
    const bool same = std::equal(wanted.begin(), wanted.end(), parameters.list.begin(), parameters.list.end(),
                                 [](const ParameterInfo& a, const Parameter& b) {
                                     return a.name == b.info.name && a.shape == b.info.shape && a.layer == b.info.layer;
                                 });
    if (!same)
        throw Error(concat("Network ", spec.name, " cannot share the parameters of a network with other layers."));
}

std::vector<LayerBinding> bindLayers(const NetworkSpec& spec, const std::vector<LayerGeometry>& geometry,
                                     Parameters& parameters)
{
    std::vector<LayerBinding> bindings;
    for (std::size_t i = 0; i < spec.layers.size(); ++i)
        bindings.push_back({&spec.layers[i], geometry[i], static_cast<int>(i), nullptr, nullptr});
    for (Parameter& parameter : parameters.list) {
        LayerBinding& layer = bindings[static_cast<std::size_t>(parameter.info.layer)];
        (parameter.info.isBias ? layer.bias : layer.weight) = &parameter;
    }
    return bindings;
}

} // namespace

Parameter* Parameters::find(const std::string& name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Parameter& p) { return p.info.name == name; });
    return found == list.end() ? nullptr : &*found;
}

Network::Network(NetworkSpec spec, Backend& backend, NetworkOptions options, std::shared_ptr<Parameters> parameters)
    : m_spec(std::move(spec)), m_backend(backend), m_options(options), m_geometry(geometryOf(m_spec)),
      m_parameters(parameters ? std::move(parameters) : freshParameters(m_spec))
{
    checkSame(m_spec, *m_parameters);
    if (m_options.batch < 1)
        throw Error(concat("A batch of ", m_options.batch, " pictures is not possible; take at least 1."));
    if (const auto reason = m_backend.whyNot(m_options.precision))
        throw Error(*reason);

    m_input = m_backend.makeInput(m_spec.input.withBatch(m_options.batch), m_options.precision);
    const std::vector<LayerBinding> bindings = bindLayers(m_spec, m_geometry, *m_parameters);
    KernelRequest request;
    request.input = m_input;
    request.batch = m_options.batch;
    request.precision = m_options.precision;
    request.training = m_options.training;
    request.fuse = m_options.fuse;
    for (std::size_t layer = 0; layer < bindings.size();) {
        request.layers = std::span(bindings).subspan(layer);
        request.inputGradient = !m_kernels.empty() && static_cast<int>(layer) > m_options.lowestLearningLayer
                                    ? m_kernels.back()->outputGradient()
                                    : Tensor(); // nobody below wants it
        std::unique_ptr<Kernel> kernel = m_backend.makeKernel(request);
        request.input = kernel->output();
        m_firstLayer.push_back(static_cast<int>(layer));
        layer += static_cast<std::size_t>(kernel->layerCount());
        m_kernels.push_back(std::move(kernel));
    }
    m_loss = dynamic_cast<LossKernel*>(m_kernels.back().get());
    if (!m_loss)
        throw Error(concat("Network ", m_spec.name, " does not end in a loss; let its last layer be softmax-loss."));
}

void Network::checkDropout(int layer, double p) const
{
    const bool exists = layer >= 0 && layer < std::ssize(m_spec.layers);
    if (!exists || !m_spec.layers[static_cast<std::size_t>(layer)].as<DropoutSpec>())
        throw Error(
            concat("Layer ", layer, " of network ", m_spec.name, " is no dropout layer; it has no p to change."));
    if (!(p >= 0 && p <= DropoutSpec::largest))
        throw Error(concat("The dropout of ", m_spec.layers[static_cast<std::size_t>(layer)].name, " cannot be ", p,
                           "; choose a number from 0 to ", DropoutSpec::largest));
}

void Network::setDropout(int layer, double p)
{
    checkDropout(layer, p);
    m_kernels[static_cast<std::size_t>(kernelOf(layer))]->setDropout(p);
    forgetRecording();
    std::get<DropoutSpec>(m_spec.layers[static_cast<std::size_t>(layer)].operation).p = p;
}

void Network::followDropout(const NetworkSpec& other)
{
    for (int layer : dropoutLayersOf(m_spec)) {
        const LayerSpec& own = m_spec.layers[static_cast<std::size_t>(layer)];
        const int there = other.indexOf(own.name);
        const auto* dropout = there < 0 ? nullptr : other.layers[static_cast<std::size_t>(there)].as<DropoutSpec>();
        if (dropout && dropout->p != own.as<DropoutSpec>()->p)
            setDropout(layer, dropout->p);
    }
}

void Network::initialise(std::uint64_t seed)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < m_parameters->list.size(); ++i) {
        Parameter& parameter = m_parameters->list[i];
        values.assign(static_cast<std::size_t>(parameter.info.shape.count()),
                      static_cast<float>(parameter.info.initialValue));
        if (!parameter.info.isBias)
            fillNormal(values, parameter.info.initialStd, seed, static_cast<int>(i));
        m_backend.upload(parameter.value, std::span<const float>(values));
        if (parameter.velocity.exists()) {
            std::fill(values.begin(), values.end(), 0.0f);
            m_backend.upload(parameter.velocity, std::span<const float>(values));
        }
    }
}

int Network::kernelOf(int layer) const
{
    const auto after = std::upper_bound(m_firstLayer.begin(), m_firstLayer.end(), layer);
    return static_cast<int>(after - m_firstLayer.begin()) - 1;
}

void Network::setInput(std::span<const float> pictures)
{
    const auto perPicture = static_cast<std::size_t>(m_spec.input.perPicture());
    const auto whole = perPicture * static_cast<std::size_t>(m_options.batch);
    if (pictures.size() % perPicture != 0 || pictures.size() > whole)
        throw Error(concat("Network ", m_spec.name, " takes up to ", m_options.batch, " pictures of ", perPicture,
                           " numbers; ", pictures.size(), " numbers were given."));
    if (pictures.size() < whole) {
        m_padded.assign(whole, 0.0f);
        std::copy(pictures.begin(), pictures.end(), m_padded.begin());
        pictures = m_padded;
    }
    m_backend.upload(m_input, pictures);
}

void Network::setPictures(const PictureBatch& pictures)
{
    const PictureRule& rule = pictures.rule;
    const auto bytes =
        pictures.crops.size() * 3 * static_cast<std::size_t>(rule.side) * static_cast<std::size_t>(rule.side);
    const bool stored = pictures.store && pictures.rgb.empty();
    if (rule.channels != m_spec.input.c || rule.crop != m_spec.input.h || rule.crop != m_spec.input.w ||
        std::ssize(pictures.crops) != m_options.batch || (!stored && pictures.rgb.size() != bytes))
        throw Error(concat("Network ", m_spec.name, " takes ", m_options.batch, " pictures for an input of ",
                           toText(m_spec.input), "; ", pictures.crops.size(), " for ", rule.channels, "×", rule.crop,
                           "×", rule.crop, " were given."));
    m_backend.uploadPictures(m_input, pictures);
}

void Network::setLabels(std::span<const std::int32_t> labels)
{
    m_loss->setLabels(labels);
}

void Network::forgetRecording()
{
    m_recording.reset();
    m_backwardRecording.reset();
    m_stepTried = false;
    m_forwardsInARow = 0;
}

/// Copies that kernels read are made before: while work is only taken down they would not be, and yet count as fresh.
std::unique_ptr<Recording> Network::record(const std::function<void()>& work)
{
    for (const auto& kernel : m_kernels)
        kernel->refresh();
    return m_backend.record(work);
}

bool Network::replayRecording(const StepNumbers& numbers)
{
    if (!m_recording)
        return false;
    for (const auto& kernel : m_kernels)
        kernel->refresh();
    if (m_recording->replay(numbers))
        return true;
    forgetRecording();
    return false;
}

void Network::forwardToTheLoss(const StepContext& context)
{
    for (auto kernel = m_kernels.begin(); kernel != m_kernels.end() - 1; ++kernel)
        (*kernel)->forward(context);
}

/// The loss, which answers to labels and whose result is waited for, stays outside what is taken down.
void Network::forward(const StepContext& context)
{
    const bool canRepeat = context.phase == Phase::Test && !m_options.training;
    if (canRepeat && m_forwardsInARow == 1)
        m_recording = record([&] { forwardToTheLoss(context); });
    m_forwardsInARow = canRepeat ? m_forwardsInARow + 1 : 0;
    if (!canRepeat || !replayRecording({context, {}, 0, nullptr}))
        forwardToTheLoss(context);
    m_kernels.back()->forward(context);
}

bool Network::recordStep(const StepNumbers& numbers)
{
    if (!m_stepTried) {
        m_stepTried = true;
        m_recording = record([&] { forwardToTheLoss(numbers.context); });
        if (m_recording)
            m_backwardRecording = record([&] {
                backward(numbers.context);
                m_backend.update(numbers.updates, numbers.momentum);
            });
    }
    return m_recording && m_backwardRecording;
}

void Network::step(const StepNumbers& numbers)
{
    if (!replayRecording(numbers))
        forwardToTheLoss(numbers.context);
    m_kernels.back()->forward(numbers.context);
    if (m_backwardRecording && m_backwardRecording->replay(numbers))
        return;
    forgetRecording();
    backward(numbers.context);
    m_backend.update(numbers.updates, numbers.momentum, numbers.norms);
}

void Network::backward(const StepContext& context)
{
    for (int kernel = kernelCount() - 1; kernel >= lastBackwardKernel(); --kernel)
        backward(kernel, context);
}

bool Network::hasActivation(int layer) const
{
    const int owner = kernelOf(layer);
    return layer == firstLayer(owner) + kernel(owner).layerCount() - 1;
}

const Tensor& Network::activation(int layer) const
{
    if (!hasActivation(layer))
        throw Error(concat("The output of layer ", m_spec.layers[static_cast<std::size_t>(layer)].name,
                           " lives only inside a fused kernel; prepare the network without fusing to see it."));
    return kernel(kernelOf(layer)).output();
}

const Tensor& Network::gradient(int layer) const
{
    const int owner = kernelOf(layer);
    if (!hasActivation(layer) || !kernel(owner).outputGradient().exists() || layer < m_options.lowestLearningLayer)
        throw Error(concat("Layer ", m_spec.layers[static_cast<std::size_t>(layer)].name,
                           " has no gradient of its output: it is the "
                           "loss, lives inside a fused kernel or below all that learns, or the network is not prepared "
                           "for training."));
    return kernel(owner).outputGradient();
}

HostTensor Network::download(const Tensor& tensor) const
{
    HostTensor host(tensor.shape());
    m_backend.download(tensor, std::span<float>(host.values));
    return host;
}

std::size_t Network::bytes() const
{
    std::set<const Storage*> storages;
    const auto add = [&](const Tensor& tensor) {
        if (tensor.exists())
            storages.insert(&tensor.storage());
    };
    add(m_input);
    for (const auto& kernel : m_kernels) {
        add(kernel->output());
        add(kernel->outputGradient());
    }
    for (const Parameter& parameter : m_parameters->list) {
        add(parameter.value);
        add(parameter.gradient);
        add(parameter.velocity);
    }
    std::size_t sum = 0;
    for (const Storage* storage : storages)
        sum += storage->bytes();
    return sum;
}

} // namespace alexscope
