// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inspection.h"

#include "core/error.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alexscope {

namespace {

bool isInsideStep(const Piece& next)
{
    return next.kind == PieceKind::Forward || next.kind == PieceKind::Backward || next.kind == PieceKind::Update;
}

/// Whether this step has already computed dL/d(output) of a layer: the kernel after it has gone backward.
bool isBackwardDone(const Piece& next, int layer)
{
    if (next.kind == PieceKind::Backward)
        return layer >= next.firstLayer + next.layerCount - 1;
    return next.kind == PieceKind::Update;
}

} // namespace

void Inspection::setRequest(ProbeRequest request)
{
    const bool samePinned = request.pinned == m_request.pinned && request.activations == m_request.activations &&
                            request.thumbnails == m_request.thumbnails;
    const bool sameGallery = request.gallery == m_request.gallery;
    if (request.pinned != m_request.pinned || request.arithmetic != m_request.arithmetic)
        m_arithmetic.reset();
    if (!request.arithmetic)
        m_operands.clear();
    if (request.batchPicture != m_request.batchPicture)
        m_step.clear();
    m_request = std::move(request);
    m_looked = nullptr; // its address may come again
    if (!samePinned) {
        m_pinnedVersion = 0;
        m_thumbnails.clear();
        m_pinnedInput.reset();
    }
    if (!sameGallery) {
        m_galleryVersion = 0;
        m_gallery.reset();
    }
}

void Inspection::setFrame(const Frame& frame)
{
    m_request.pinned = frame.picture;
    m_request.frame = frame.number;
    m_arithmetic.reset();
    m_looked = nullptr; // the address of a frame that is gone comes again
    m_pinnedVersion = 0;
    m_thumbnails.clear();
    m_pinnedInput.reset();
}

bool Inspection::wantsNothing() const
{
    const ProbeRequest& r = m_request;
    return r.parameters.empty() && r.gradients.empty() && r.activations.empty() && r.thumbnails.empty() &&
           r.activationGradients.empty() && r.updates.empty() && !r.input && r.gallery.empty() && !r.arithmetic;
}

std::shared_ptr<const Snapshot> Inspection::take(Options options)
{
    m_begun.reset();
    finishDownloads(); // the stores below may hold what is still coming
    m_backend.synchronise();
    return look(options);
}

void Inspection::begin(Options options)
{
    if (m_request.arithmetic) { // computes with the numbers at once
        m_begun = take(options);
        return;
    }
    m_begun.reset();
    finishDownloads();
    m_beside = true;
    try {
        m_begun = look(options);
        m_beside = false;
    } catch (...) {
        m_beside = false;
        throw;
    }
}

bool Inspection::lookReady() const
{
    return m_begun && std::ranges::all_of(m_coming, [](const Coming& one) { return one.download->ready(); });
}

std::shared_ptr<const Snapshot> Inspection::finish()
{
    auto snapshot = std::exchange(m_begun, nullptr);
    finishDownloads();
    return snapshot;
}

void Inspection::finishDownloads()
{
    const std::vector<Coming> coming = std::exchange(m_coming, {});
    try {
        for (const Coming& one : coming)
            one.download->finish();
    } catch (...) {
        m_parametersVersion = m_pinnedVersion = 0; // the stores hold tensors whose numbers never came
        m_thumbnails.clear();
        throw;
    }
}

std::shared_ptr<const HostTensor> Inspection::fetch(const Tensor& tensor)
{
    auto host = std::make_shared<HostTensor>(tensor.shape());
    if (!m_beside)
        m_backend.download(tensor, std::span<float>(host->values));
    else if (auto download = m_backend.beginDownload(tensor, host->values))
        m_coming.push_back({host, std::move(download)});
    return host;
}

std::shared_ptr<Snapshot> Inspection::look(Options options)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->iteration = m_trainer.iteration();
    snapshot->epoch = m_trainer.epoch();
    snapshot->next = m_trainer.next();
    snapshot->holding = options.holding;
    snapshot->walking = options.withStep;
    m_bytes = 0;
    addParameters(*snapshot);
    addPinned(*snapshot, options.withThumbnails || m_thumbnails.empty());
    const bool insideStep = options.withStep && isInsideStep(m_trainer.next());
    if (insideStep)
        addStep(*snapshot);
    else
        m_step.clear();
    addArithmetic(*snapshot, insideStep);
    addGradients(*snapshot);
    addUpdates(*snapshot);
    if (options.withGallery && galleryIsStale())
        classifyGallery();
    snapshot->gallery = m_gallery;
    if (!m_frameAnswers.empty())
        snapshot->frames =
            std::make_shared<const std::vector<FrameAnswer>>(m_frameAnswers.begin(), m_frameAnswers.end());
    snapshot->serial = ++m_serial;
    return snapshot;
}

std::shared_ptr<const Snapshot> Inspection::takeOf(const std::vector<std::string>& parameters,
                                                   const std::vector<std::string>& activations)
{
    ProbeRequest request;
    request.parameters = parameters;
    request.activations = activations;
    request.pinned = m_request.pinned;
    request.gallery = m_request.gallery;
    // Swapped and not set: the stores stay good, for the picture is the same.
    std::swap(m_request, request);
    try {
        auto snapshot = take({});
        std::swap(m_request, request);
        return snapshot;
    } catch (...) {
        std::swap(m_request, request);
        throw;
    }
}

bool Inspection::fits(Snapshot& snapshot, const Shape& shape)
{
    const std::size_t bytes = static_cast<std::size_t>(shape.count()) * sizeof(float);
    if (bytes > m_request.byteBudget || m_bytes > m_request.byteBudget - bytes) {
        snapshot.overBudget = true;
        return false;
    }
    m_bytes += bytes;
    return true;
}

int Inspection::layerOf(const std::string& name) const
{
    return m_trainer.options().network.indexOf(name);
}

/// Whether the step under way has already computed a layer's output.
bool Inspection::forwardDone(int layer) const
{
    const Piece next = m_trainer.next();
    return next.kind != PieceKind::Forward || layer < next.firstLayer;
}

void Inspection::addParameters(Snapshot& snapshot)
{
    if (m_parametersVersion != m_version)
        m_parameters.clear();
    m_parametersVersion = m_version;
    for (const std::string& name : m_request.parameters) {
        const Parameter* parameter = m_trainer.parameters()->find(name);
        if (!parameter || !fits(snapshot, parameter->info.shape))
            continue;
        SnapshotTensor& kept = m_parameters[name];
        if (!kept.values)
            kept = {fetch(parameter->value), TensorMode::Parameter};
        snapshot.parameters[name] = kept;
    }
}

bool Inspection::hasGradient(const Parameter& parameter) const
{
    if (!parameter.gradient.exists() || parameter.info.layer < m_trainer.network().options().lowestLearningLayer)
        return false;
    const Piece next = m_trainer.next();
    const bool thisStep = next.kind == PieceKind::Update || (next.kind == PieceKind::Backward &&
                                                             parameter.info.layer >= next.firstLayer + next.layerCount);
    return thisStep || m_trainer.iteration() > m_restoredAt;
}

void Inspection::addGradients(Snapshot& snapshot)
{
    for (const std::string& name : m_request.gradients) {
        const Parameter* parameter = m_trainer.parameters()->find(name);
        if (parameter && hasGradient(*parameter) && fits(snapshot, parameter->info.shape))
            snapshot.gradients[name] = {fetch(parameter->gradient), TensorMode::Parameter};
    }
}

void Inspection::addUpdates(Snapshot& snapshot)
{
    if (m_trainer.iteration() == 0 || (m_trainer.iteration() == m_restoredAt && !m_updatesRestored))
        return;
    for (const std::string& name : m_request.updates) {
        const Parameter* parameter = m_trainer.parameters()->find(name);
        if (parameter && parameter->velocity.exists() && fits(snapshot, parameter->info.shape))
            snapshot.updates[name] = {fetch(parameter->velocity), TensorMode::Parameter};
    }
}

std::vector<float> Inspection::inputOf(const Image& picture) const
{
    if (picture.width < 1 || picture.height < 1 ||
        picture.rgb.size() != static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3)
        throw Error(concat("The picture to look at (", picture.width, "×", picture.height, ") has no pixels"));
    const Augmenter& augmenter = *m_trainer.augmenter();
    std::vector<float> input(static_cast<std::size_t>(augmenter.input().perPicture()));
    augmenter.apply(picture, augmenter.centreTransform(), input);
    return input;
}

/// Brings the inspection network's layers up to and including `lastLayer` to what they say of `picture`.
void Inspection::compute(const Image& picture, int lastLayer)
{
    if (m_looked == &picture && m_lookedVersion == m_version && m_lookedLayer >= lastLayer)
        return;
    if (!m_network)
        m_network = std::make_unique<Network>(m_trainer.network().spec(), m_backend,
                                              NetworkOptions{1, m_trainer.options().precision, false, false},
                                              m_trainer.parameters());
    m_network->followDropout(m_trainer.network().spec());
    m_network->setInput(inputOf(picture));
    m_network->setLabels({});
    const StepContext context{Phase::Test, m_trainer.options().seed, static_cast<std::uint32_t>(m_trainer.iteration())};
    for (int kernel = 0; kernel <= m_network->kernelOf(lastLayer); ++kernel)
        m_network->forward(kernel, context);
    m_looked = &picture;
    m_lookedVersion = m_version;
    m_lookedLayer = lastLayer;
}

std::vector<std::string> Inspection::layersToShow(bool withThumbnails) const
{
    std::vector<std::string> layers = m_request.activations;
    if (withThumbnails)
        std::copy_if(m_request.thumbnails.begin(), m_request.thumbnails.end(), std::back_inserter(layers),
                     [&](const std::string& name) {
                         return std::count(m_request.activations.begin(), m_request.activations.end(), name) == 0;
                     });
    return layers;
}

void Inspection::addPinned(Snapshot& snapshot, bool withThumbnails)
{
    if (m_pinnedVersion != m_version)
        m_pinned.clear();
    m_pinnedVersion = m_version;
    snapshot.pinned = m_request.pinned;
    snapshot.frame = m_request.frame;
    if (!m_request.pinned)
        return;
    const Shape inputShape = m_trainer.options().network.input;
    if (m_request.input && fits(snapshot, inputShape)) {
        if (!m_pinnedInput) {
            auto input = std::make_shared<HostTensor>(inputShape);
            input->values = inputOf(*m_request.pinned);
            m_pinnedInput = std::move(input);
        }
        snapshot.pinnedInput = m_pinnedInput;
    }
    const std::vector<std::string> layers = layersToShow(withThumbnails);
    int last = -1;
    for (const std::string& name : layers)
        last = std::max(last, layerOf(name));
    for (const std::string& name : layers) {
        const int layer = layerOf(name);
        if (layer < 0 || !fits(snapshot, m_trainer.network().geometry()[static_cast<std::size_t>(layer)].output))
            continue;
        SnapshotTensor& kept = m_pinned[name];
        if (!kept.values) {
            compute(*m_request.pinned, last);
            kept = {fetch(m_network->activation(layer)), TensorMode::TestMode};
        }
        snapshot.activations[name] = kept;
    }
    if (!withThumbnails)
        return addOlderThumbnails(snapshot);
    for (const std::string& name : m_request.thumbnails)
        if (const auto found = snapshot.activations.find(name); found != snapshot.activations.end())
            m_thumbnails[name] = found->second;
}

void Inspection::addOlderThumbnails(Snapshot& snapshot)
{
    for (const std::string& name : m_request.thumbnails)
        if (const auto older = m_thumbnails.find(name); older != m_thumbnails.end() &&
                                                        !snapshot.activations.count(name) &&
                                                        fits(snapshot, older->second.values->shape))
            snapshot.activations[name] = older->second;
}

std::shared_ptr<const HostTensor> Inspection::onePicture(const Tensor& tensor) const
{
    const HostTensor all = m_trainer.network().download(tensor);
    auto one = std::make_shared<HostTensor>(all.shape.withBatch(1));
    const std::int64_t picture = std::clamp<std::int64_t>(m_request.batchPicture, 0, all.shape.n - 1);
    std::copy_n(all.values.begin() + picture * all.shape.perPicture(), all.shape.perPicture(), one->values.begin());
    return one;
}

void Inspection::addStepPicture(Snapshot& snapshot)
{
    const Batch* batch = m_trainer.batch();
    if (!batch)
        return;
    const auto number =
        static_cast<std::size_t>(std::clamp<std::int64_t>(m_request.batchPicture, 0, std::ssize(batch->labels) - 1));
    StepPicture picture{static_cast<int>(number),  static_cast<int>(batch->labels.size()),
                        batch->indices[number],    batch->labels[number],
                        batch->transforms[number], nullptr};
    const Shape shape = m_trainer.options().network.input;
    if (m_request.input && fits(snapshot, shape)) {
        auto input = std::make_shared<HostTensor>(shape);
        const auto length = static_cast<std::size_t>(shape.perPicture());
        if (!batch->pictures.empty()) {
            std::copy_n(batch->pictures.begin() + static_cast<std::ptrdiff_t>(number * length), length,
                        input->values.begin());
        } else { // the device cuts its crops itself; here the same again, bit for bit
            Image scratch;
            m_trainer.augmenter()->apply(m_trainer.options().data.training->image(picture.index, scratch),
                                         picture.transform, input->values);
        }
        picture.input = std::move(input);
    }
    snapshot.stepPicture = std::move(picture);
}

void Inspection::addStep(Snapshot& snapshot)
{
    const Network& network = m_trainer.network();
    const Piece next = m_trainer.next();
    addStepPicture(snapshot);
    for (const std::string& name : layersToShow(true)) {
        const int layer = layerOf(name);
        if (layer < 0 || !forwardDone(layer) || !network.hasActivation(layer))
            continue;
        const Tensor& tensor = network.activation(layer);
        if (!fits(snapshot, tensor.shape().withBatch(1)))
            continue;
        SnapshotTensor& kept = m_step[name];
        if (!kept.values) // a whole batch is downloaded for one picture of it
            kept = {onePicture(tensor), TensorMode::TrainingMode};
        snapshot.stepActivations[name] = kept;
    }
    for (const std::string& name : m_request.activationGradients) {
        const int layer = layerOf(name);
        const bool comes = layer >= network.options().lowestLearningLayer;
        if (!comes || !isBackwardDone(next, layer) || !network.hasActivation(layer))
            continue;
        const Tensor& tensor = network.kernel(network.kernelOf(layer)).outputGradient();
        if (tensor.exists() && fits(snapshot, tensor.shape().withBatch(1)))
            snapshot.stepGradients[name] = {onePicture(tensor), TensorMode::TrainingMode};
    }
}

void Inspection::classifyGallery()
{
    auto result = std::make_shared<GalleryResult>();
    result->iteration = m_trainer.iteration();
    result->pictures = m_request.gallery;
    const int last = static_cast<int>(m_trainer.options().network.layers.size()) - 1;
    for (const std::shared_ptr<const Image>& picture : m_request.gallery) {
        result->probabilities.emplace_back();
        if (!picture)
            continue;
        compute(*picture, last);
        result->probabilities.back() = m_network->download(m_network->activation(last)).values;
    }
    m_gallery = std::move(result);
    m_galleryVersion = m_version;
}

} // namespace alexscope
