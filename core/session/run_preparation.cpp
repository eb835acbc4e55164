// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_preparation.h"

#include "core/data/warning_summary.h"
#include "core/error.h"
#include "core/network/network_text.h"
#include "core/storage/starting_weights.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

namespace alexscope {

namespace {

/// Pictures looked at for the mean and the colour axes: enough for either, and soon done.
constexpr std::size_t mostSmallPictures = 5000, mostLargePictures = 2000;
constexpr int largestSmallSide = 96;

/// Opening data can take long and is foreign code that cannot be interrupted, so it has a thread of its own. When
/// nobody waits any more that thread ends by itself: it owns all that it uses.
DataSource openDataCancellably(const std::string& specification, const NetworkSpec& network,
                               const PreparationTools& tools)
{
    std::packaged_task<DataSource()> task(
        [open = tools.openData, specification, network] { return open(specification, network); });
    std::future<DataSource> result = task.get_future();
    std::thread thread(std::move(task));
    while (result.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
        if (!tools.cancelled())
            continue;
        thread.detach();
        throw Abandoned{};
    }
    thread.join();
    DataSource data = result.get();
    if (!data.training || data.training->size() == 0)
        throw Error(concat("The data ", specification, " has no training pictures"));
    return data;
}

SetStatistics gatherStatistics(const DataSource& data, const NetworkSpec& network, const PreparationTools& tools)
{
    const bool small = data.pictureSide > 0 && data.pictureSide <= largestSmallSide;
    SetStatistics statistics = statisticsOfSet(*data.training, network.preprocessing, static_cast<int>(network.input.h),
                                               small ? mostSmallPictures : mostLargePictures, tools.cancelled);
    if (tools.cancelled())
        throw Abandoned{};
    return statistics;
}

/// Threads that prepare batches: a device of its own leaves the processor to them, else training needs it more.
int loaderWorkers(const BackendInfo& backend)
{
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return backend.name == "cuda" ? std::clamp(threads - 1, 1, 16) : std::max(1, threads / 4);
}

void resolve(RunSpec& spec, const BackendInfo& backend, Precision precision)
{
    spec.resolvedDevice = backend.name;
    spec.resolvedPrecision = toText(precision);
    spec.instructions = backend.instructions;
    spec.libraries = backend.libraries;
    spec.threads = backend.threads;
}

bool subtractsMeanOfSet(const Preprocessing& preprocessing)
{
    return preprocessing.mean == MeanKind::Picture ||
           (preprocessing.mean == MeanKind::Channel && preprocessing.meanFromData);
}

/// Whether labels of the set mean the network's outputs; where either has no names, equal counts are enough.
bool sameClasses(const WeightsFile& weights, const DataSource& data)
{
    return static_cast<std::size_t>(weights.network.outputClasses()) == data.classNames.size() &&
           (weights.classNames.empty() || weights.classNames == data.classNames);
}

/// The device and precision a run has used before, where they are to be had; else what is. Says when they are not.
void preferFormer(RunSpec& spec, const PreparationTools& tools, std::vector<std::string>& warnings)
{
    if (spec.resolvedDevice.empty())
        return;
    try {
        spec.device = spec.resolvedDevice;
        const std::unique_ptr<Backend> backend = tools.catalogue.make(spec.device);
        spec.precision = spec.resolvedPrecision;
        (void)namedPrecision(*backend, spec.precision);
    } catch (const Error& error) {
        warnings.push_back(
            concat("The run cannot go on as it began (", error.what(), "); device and precision are chosen anew"));
        spec.device = spec.precision = "auto";
    }
}

/// What makes the same run give other bits here than where it began.
void warnOfOtherGround(const RunSpec& before, const RunSpec& now, std::vector<std::string>& warnings)
{
    if (before.resolvedDevice.empty())
        return;
    for (const RunDifference& d : difference(before, now))
        if (d.field != "device" && d.field != "precision")
            warnings.push_back(concat("The run goes on with another ", d.field, " (", d.first, " before, ", d.second,
                                      " now): from here on its numbers may differ in the last bits"));
}

/// run.json may have been changed by hand since; it holds, but nobody should be surprised.
void warnOfOtherRun(const std::string& checkpointJson, const RunSpec& now, const std::string& origin,
                    std::vector<std::string>& warnings)
{
    const RunSpec then = runSpecFromJson(checkpointJson, origin);
    for (const RunDifference& d : difference(then, now))
        if (d.field == "networkText" || d.field == "data" || d.field == "seed" || d.field.starts_with("recipe."))
            warnings.push_back(
                concat("The checkpoint was written with ", d.field, " ", d.first, ", the run now says ", d.second));
}

void restore(OpenedRun& run, RunFolder& folder)
{
    Trainer& trainer = *run.trainer;
    const CheckpointState state = loadCheckpoint(folder.checkpoint(), trainer.network());
    warnOfOtherRun(state.runJson, folder.spec(), folder.checkpoint().string(), run.warnings);
    trainer.solver().setMomentum(state.recipe.momentum);
    trainer.solver().setWeightDecay(state.recipe.weightDecay);
    // A text changed by hand since holds; else what was changed while it ran does.
    const std::string then = runSpecFromJson(state.runJson, folder.checkpoint().string()).networkText;
    if (state.network && then == folder.spec().networkText)
        trainer.restoreDropout(*state.network, state.dropoutEdits);
    trainer.restore(state.iteration, state.solver, state.seconds, state.unvalidated);
}

} // namespace

OpenedRun openRun(RunSpec spec, const PreparationTools& tools, const std::optional<SetStatistics>& known)
{
    OpenedRun run;
    NetworkSpec network = parseNetwork(spec.networkText, "network");
    run.backend = tools.catalogue.make(spec.device);
    const Precision precision = resolvePrecision(*run.backend, spec.precision, network);
    const BackendInfo backend = run.backend->info();
    resolve(spec, backend, precision);

    TrainerOptions options;
    options.data = openDataCancellably(spec.data, network, tools);
    options.network = network.withClasses(static_cast<int>(options.data.classNames.size()));
    options.network.recipe = spec.recipe; // what the weights will say they were trained with
    std::optional<StartingWeights> weights;
    if (!spec.weights.empty() && !known) // what is known comes from a checkpoint, which has its own weights
        weights.emplace(tools.openKnown(spec.weights, options.network), options.network, options.data.classNames);
    options.statistics = known ? *known : gatherStatistics(options.data, network, tools);
    if (weights)
        options.statistics = weights->statistics(std::move(options.statistics));
    options.recipe = spec.recipe;
    options.seed = spec.seed;
    options.precision = precision;
    options.loaderWorkers = loaderWorkers(backend);

    run.trainer = std::make_unique<Trainer>(options, *run.backend);
    if (weights) {
        spec.weightsDigest = weights->loadInto(run.trainer->network());
        run.remarks = weights->remarks();
        run.warnings = weights->warnings();
    }
    if (tools.cancelled())
        throw Abandoned{};
    if (!options.data.warnings.empty())
        run.warnings.push_back(summaryOf(options.data));
    run.description = std::make_shared<RunDescription>(RunDescription{spec,
                                                                      options.network,
                                                                      0,
                                                                      run.trainer->lowestLearningLayer(),
                                                                      geometryOf(options.network),
                                                                      options.data,
                                                                      run.trainer->augmenter(),
                                                                      backend,
                                                                      false,
                                                                      std::nullopt,
                                                                      {},
                                                                      {}});
    return run;
}

OpenedRun openShownWeights(const DescribedWeights& known, RunSpec spec, const PreparationTools& tools)
{
    const WeightsFile& weights = known.weights;
    OpenedRun run;
    run.backend = tools.catalogue.make(spec.device);
    const Precision precision = resolvePrecision(*run.backend, spec.precision, weights.network);
    const BackendInfo backend = run.backend->info();
    resolve(spec, backend, precision);
    spec.networkText = formatNetwork(weights.network.withOpenClasses());
    spec.weights = weights.file.path().string();

    TrainerOptions options;
    options.network = weights.network;
    options.data = openDataCancellably(spec.data, weights.network, tools);
    options.statistics = weights.statistics.picturesUsed > 0 ? weights.statistics
                                                             : gatherStatistics(options.data, weights.network, tools);
    options.recipe = spec.recipe;
    options.recipe.batch = 1; // nothing is trained: no room for it
    options.seed = spec.seed;
    options.precision = precision;
    run.trainer = std::make_unique<Trainer>(options, *run.backend);
    loadInto(weights, run.trainer->network());

    if (subtractsMeanOfSet(weights.network.preprocessing) && weights.statistics.picturesUsed == 0)
        run.warnings.emplace_back(
            "The file does not hold the mean of the pictures these weights have learned from: that "
            "of the pictures here is subtracted");
    if (!options.data.warnings.empty())
        run.warnings.push_back(summaryOf(options.data));
    RunDescription description{spec,
                               weights.network,
                               0,
                               0,
                               geometryOf(weights.network),
                               options.data,
                               run.trainer->augmenter(),
                               backend,
                               true,
                               std::nullopt,
                               weights.missing,
                               known.remarks};
    if (!sameClasses(weights, options.data))
        description.otherClasses = weights.classNames;
    run.description = std::make_shared<RunDescription>(std::move(description));
    return run;
}

OpenedRun openFinishedRun(const RunFolder& folder, const PreparationTools& tools)
{
    const WeightsFile weights = openWeights(folder.weights());
    OpenedRun run = openRun(folder.spec(), tools, weights.statistics);
    Trainer& trainer = *run.trainer;
    loadInto(weights, trainer.network());
    MetricsRow last;
    folder.forEachRow([&](const MetricsRow& row) { last = row; });
    SolverState solver = trainer.solver().state();
    if (last.iteration > 0)
        solver.rate = last.learningRate;
    trainer.restore(last.iteration, solver, last.seconds);
    return run;
}

OpenedRun reopenRun(RunFolder& folder, const PreparationTools& tools)
{
    folder.claim(); // before the long preparation rather than after it
    const RunSpec before = folder.spec();
    RunSpec spec = before;
    std::vector<std::string> warnings;
    preferFormer(spec, tools, warnings);
    const bool hasCheckpoint = std::filesystem::exists(folder.checkpoint());
    std::optional<SetStatistics> statistics;
    if (hasCheckpoint)
        statistics = openWeights(folder.checkpoint()).statistics;
    OpenedRun run = openRun(spec, tools, statistics);
    warnOfOtherGround(before, run.description->spec, warnings);
    if (hasCheckpoint)
        restore(run, folder);
    run.warnings.insert(run.warnings.end(), warnings.begin(), warnings.end());
    folder.truncateMetrics(run.trainer->iteration() - (run.trainer->unvalidated() ? 1 : 0));
    RunSpec rewritten = run.description->spec;
    rewritten.device = before.device;
    rewritten.precision = before.precision;
    folder.rewriteSpec(rewritten);
    return run;
}

} // namespace alexscope
