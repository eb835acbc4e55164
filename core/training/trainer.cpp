// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/error.h"
#include "core/training/picture_feeding.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace alexscope {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

float share(std::int64_t errors, std::int64_t pictures)
{
    return static_cast<float>(static_cast<double>(errors) / static_cast<double>(pictures));
}

/// Every picture once, as it is: the centre crop.
Augmentation withoutChance(Augmentation augmentation)
{
    augmentation.randomCrop = false;
    augmentation.reflect = false;
    augmentation.colourSigma = 0;
    return augmentation;
}

} // namespace

Trainer::Trainer(TrainerOptions options, Backend& backend)
    : m_options(std::move(options)), m_backend(backend), m_solver(m_options.recipe)
{
    if (!m_options.data.training || m_options.data.training->size() == 0)
        throw Error(concat("The data ", m_options.data.specification, " has no training pictures"));
    const NetworkSpec& network = m_options.network;
    m_augmenter = std::make_shared<Augmenter>(network.preprocessing, m_options.recipe.augmentation,
                                              m_options.statistics, network.input);
    m_fused = std::make_unique<Network>(network, backend, trainingOptions(true));
    m_fused->initialise(m_options.seed);
    m_current = m_fused.get();
    if (backend.takesPictures())
        m_store = backend.storePictures(m_options.data.training->size(), m_augmenter->resizedSide());
    startLoader();
}

Trainer::~Trainer() = default;

NetworkOptions Trainer::trainingOptions(bool fuse) const
{
    NetworkOptions options;
    options.batch = m_options.recipe.batch;
    options.precision = m_options.precision;
    options.training = true;
    options.fuse = fuse;
    options.lowestLearningLayer = alexscope::lowestLearningLayer(m_options.network, m_options.recipe);
    return options;
}

const std::shared_ptr<Parameters>& Trainer::parameters() const
{
    return m_fused->parameters();
}

double Trainer::epochAt(std::int64_t iteration) const
{
    return static_cast<double>(iteration) * m_options.recipe.batch /
           static_cast<double>(m_options.data.training->size());
}

std::int64_t Trainer::iterationsPerEpoch() const
{
    const auto size = static_cast<std::int64_t>(m_options.data.training->size());
    return (size + m_options.recipe.batch - 1) / m_options.recipe.batch;
}

std::int64_t Trainer::lastIteration() const
{
    const Recipe& recipe = m_options.recipe;
    if (recipe.iterations > 0)
        return recipe.iterations;
    return static_cast<std::int64_t>(
        std::ceil(recipe.epochs * static_cast<double>(m_options.data.training->size()) / recipe.batch));
}

bool Trainer::ready(double seconds)
{
    const auto begin = std::chrono::steady_clock::now();
    bool ready = true;
    if (m_next.kind == PieceKind::Load) {
        endRandomCrops(); // before waiting for batches it would throw away
        ready = m_loader->waitForNext(seconds);
    } else if (m_next.kind == PieceKind::Validate) {
        ready = m_validating->ready(seconds);
    }
    m_seconds += secondsSince(begin);
    return ready;
}

std::optional<MetricsRow> Trainer::advance()
{
    const auto begin = std::chrono::steady_clock::now();
    std::optional<MetricsRow> row;
    const int kernel = m_next.kernel;
    m_done = m_next;
    switch (m_next.kind) {
    case PieceKind::Load:
        load();
        if (goesWhole()) {
            row = update(true);
            m_done = {PieceKind::Update};
        } else {
            m_next = piece(PieceKind::Forward, 0);
        }
        break;
    case PieceKind::Forward:
        m_current->forward(kernel, context(Phase::Training));
        m_next = kernel + 1 < m_current->kernelCount() ? piece(PieceKind::Forward, kernel + 1)
                                                       : piece(PieceKind::Backward, kernel);
        break;
    case PieceKind::Backward:
        m_current->backward(kernel, context(Phase::Training));
        m_next = kernel > m_current->lastBackwardKernel() ? piece(PieceKind::Backward, kernel - 1)
                                                          : Piece{PieceKind::Update};
        break;
    case PieceKind::Update:
        row = update(false);
        break;
    case PieceKind::Validate:
        row = validate();
        break;
    }
    m_seconds += secondsSince(begin);
    if (row)
        row->seconds = static_cast<float>(m_seconds);
    return row;
}

void Trainer::load()
{
    applyDropoutEdits();
    if (m_wantStepwise && !m_stepwise)
        m_stepwise = std::make_unique<Network>(m_fused->spec(), m_backend, trainingOptions(false), parameters());
    m_current = m_wantStepwise ? m_stepwise.get() : m_fused.get();
    endRandomCrops();
    m_batch = &m_loader->next();
    feedPictures(*m_batch, *m_augmenter, m_store.get(), *m_current);
    m_storeFull = m_storeFull || (m_store && m_batch->bytes.empty());
    m_current->setLabels(m_batch->labels);
}

bool Trainer::goesWhole()
{
    return m_wantWhole && m_warm && m_current == m_fused.get() &&
           m_solver.recordStep(*m_current, context(Phase::Training));
}

void Trainer::setDropout(int layer, double p)
{
    if (m_next.kind == PieceKind::Load) {
        m_fused->setDropout(layer, p); // the first to object
        m_dropoutEdits.p.erase(m_options.network.layers[static_cast<std::size_t>(layer)].name);
        followDropout(m_fused->spec());
        return;
    }
    m_fused->checkDropout(layer, p);
    m_dropoutEdits.p[m_options.network.layers[static_cast<std::size_t>(layer)].name] = p;
    m_dropoutEdits.from = m_next.kind == PieceKind::Validate ? m_iteration : m_iteration + 1;
}

double Trainer::dropout(int layer) const
{
    const LayerSpec& spec = m_fused->spec().layers.at(static_cast<std::size_t>(layer));
    const auto waiting = m_dropoutEdits.p.find(spec.name);
    return waiting != m_dropoutEdits.p.end() ? waiting->second : spec.as<DropoutSpec>()->p;
}

void Trainer::followDropout(const NetworkSpec& network)
{
    for (const auto& one : {m_fused.get(), m_stepwise.get(), m_validation.get()})
        if (one)
            one->followDropout(network);
}

void Trainer::applyDropoutEdits()
{
    if (m_dropoutEdits.p.empty() || m_iteration < m_dropoutEdits.from)
        return;
    for (const auto& [name, p] : m_dropoutEdits.p)
        m_fused->setDropout(m_options.network.indexOf(name), p);
    m_dropoutEdits = {};
    followDropout(m_fused->spec());
}

void Trainer::restoreDropout(const NetworkSpec& network, DropoutEdits edits)
{
    for (const auto& [name, p] : edits.p)
        if (const int layer = m_options.network.indexOf(name); layer >= 0)
            m_fused->checkDropout(layer, p);
        else
            throw Error(concat("The dropout of ", name, " was changed, but the network ", m_options.network.name,
                               " has no such layer"));
    followDropout(network);
    m_dropoutEdits = std::move(edits);
}

/// The 2012 code ended its training without colour noise; the centre crop is what the network is tested on.
void Trainer::endRandomCrops()
{
    const double last = m_options.recipe.colourOffLast;
    if (m_augmentationOff || last <= 0 || epoch() < epochAt(lastIteration()) - last)
        return;
    Augmentation calm = m_options.recipe.augmentation;
    calm.randomCrop = false;
    calm.colourSigma = 0;
    m_loader->setAugmenter(
        std::make_shared<Augmenter>(m_augmenter->preprocessing(), calm, m_options.statistics, m_augmenter->input()));
    m_augmentationOff = true;
}

/// The update, or all from the first layer's forward on.
std::optional<MetricsRow> Trainer::update(bool wholeStep)
{
    m_solver.beginIteration(epoch());
    UpdateNorms norms;
    UpdateNorms* const wanted = m_wantRatios ? &norms : nullptr;
    if (wholeStep)
        m_solver.step(*m_current, context(Phase::Training), wanted);
    else
        m_solver.update(*m_current, wanted);
    m_warm = m_warm || m_current == m_fused.get();
    const BatchResult result = m_current->result();
    ++m_iteration;
    if (m_wantRatios)
        recordRatios(norms);
    m_row = {};
    m_row.iteration = m_iteration;
    m_row.epoch = static_cast<float>(epoch());
    m_row.loss = static_cast<float>(result.loss);
    m_row.top1Error = share(result.top1Errors, result.pictures);
    m_row.top5Error = share(result.top5Errors, result.pictures);
    m_row.learningRate = static_cast<float>(m_solver.learningRate());
    if (validationDue()) {
        beginValidation();
        return std::nullopt;
    }
    m_next = {};
    return m_row;
}

void Trainer::recordRatios(const UpdateNorms& norms)
{
    UpdateRatios ratios;
    ratios.iteration = m_iteration;
    for (std::size_t i = 0; i < norms.update.size(); ++i) {
        const double ratio = norms.update[i] / norms.weight[i];
        ratios.log10Ratio.push_back(ratio > 0 && std::isfinite(ratio) ? static_cast<float>(std::log10(ratio))
                                                                      : notMeasured);
    }
    m_ratios = std::move(ratios);
    m_wantRatios = false;
}

bool Trainer::validationDue() const
{
    const double every = m_options.recipe.validateEvery;
    if (every <= 0 || validationPictures() == 0)
        return false;
    return m_iteration == lastIteration() ||
           std::floor(epochAt(m_iteration) / every) > std::floor(epochAt(m_iteration - 1) / every);
}

std::int64_t Trainer::validationPictures() const
{
    const auto size = m_options.data.validation ? static_cast<std::int64_t>(m_options.data.validation->size()) : 0;
    return m_options.validationLimit > 0 ? std::min(size, m_options.validationLimit) : size;
}

std::unique_ptr<ValidationPass> Trainer::makeValidation()
{
    const std::int64_t pictures = validationPictures();
    if (!m_validation) {
        const std::int64_t batch = std::min<std::int64_t>(m_options.recipe.batch, pictures);
        m_validation = std::make_unique<Network>(m_fused->spec(), m_backend,
                                                 NetworkOptions{batch, m_options.precision, false, true}, parameters());
    }
    auto augmenter =
        std::make_shared<Augmenter>(m_augmenter->preprocessing(), withoutChance(m_options.recipe.augmentation),
                                    m_options.statistics, m_augmenter->input());
    return std::make_unique<ValidationPass>(m_options.data.validation, std::move(augmenter), *m_validation,
                                            ValidationPass::Options{pictures, m_options.loaderWorkers});
}

void Trainer::beginValidation()
{
    m_validating = makeValidation();
    m_next = {PieceKind::Validate};
}

std::unique_ptr<ValidationPass> Trainer::judge()
{
    if (validationPictures() == 0)
        throw Error(concat("The data ", m_options.data.specification, " has no validation pictures to ask about"));
    return makeValidation();
}

std::optional<MetricsRow> Trainer::validate()
{
    m_validating->advance(context(Phase::Test));
    if (!m_validating->finished())
        return std::nullopt;

    const BatchResult sum = m_validating->sum();
    m_predictions = std::make_shared<SetPredictions>(m_validating->predictions());
    m_predictions->iteration = m_iteration;
    m_predictions->epoch = epoch();
    m_validating.reset();
    m_row.validationLoss = static_cast<float>(sum.loss / static_cast<double>(sum.pictures));
    m_row.validationTop1 = share(sum.top1Errors, sum.pictures);
    m_row.validationTop5 = share(sum.top5Errors, sum.pictures);
    m_solver.validated(static_cast<double>(sum.top1Errors) / static_cast<double>(sum.pictures));
    m_next = {};
    return m_row;
}

void Trainer::restore(std::int64_t iteration, const SolverState& solver, double seconds,
                      const std::optional<MetricsRow>& unvalidated)
{
    m_iteration = iteration;
    m_solver.restore(solver);
    m_seconds = seconds;
    m_ratios.reset();
    m_validating.reset();
    m_predictions.reset();
    m_next = {};
    startLoader();
    if (!unvalidated)
        return;
    m_row = *unvalidated;
    beginValidation();
}

void Trainer::reset(std::uint64_t seed)
{
    m_options.seed = seed;
    m_fused->initialise(seed);
    m_solver = Solver(m_options.recipe);
    restoreDropout(m_options.network, {});
    restore(0, m_solver.state(), 0);
}

std::optional<MetricsRow> Trainer::unvalidated() const
{
    return m_next.kind == PieceKind::Validate ? std::optional(m_row) : std::nullopt;
}

void Trainer::startLoader()
{
    BatchLoader::Options options;
    options.batch = m_options.recipe.batch;
    options.seed = m_options.seed;
    options.firstBatch = m_iteration;
    options.workers = m_options.loaderWorkers;
    options.bytes = m_backend.takesPictures();
    options.bytesUntil = m_store ? batchesWithPictures() : -1;
    m_batch = nullptr;
    m_loader.reset(); // its threads end before the new ones start
    m_loader = std::make_unique<BatchLoader>(m_options.data.training, m_augmenter, options);
    m_augmentationOff = false;
}

/// Pictures come along until each of the set has: until an epoch is over that began no sooner than the loader.
std::int64_t Trainer::batchesWithPictures() const
{
    if (m_storeFull)
        return 0;
    const auto size = static_cast<std::int64_t>(m_options.data.training->size());
    const std::int64_t batch = m_options.recipe.batch, first = m_iteration * batch;
    const std::int64_t end = ((first + size - 1) / size + 1) * size;
    return (end + batch - 1) / batch;
}

StepContext Trainer::context(Phase phase) const
{
    return {phase, m_options.seed, static_cast<std::uint32_t>(m_iteration)};
}

Piece Trainer::piece(PieceKind kind, int kernel) const
{
    return {kind, kernel, m_current->firstLayer(kernel), m_current->kernel(kernel).layerCount()};
}

} // namespace alexscope
