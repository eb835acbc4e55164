// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include "core/error.h"
#include "core/storage/starting_weights.h"

#include <algorithm>
#include <cmath>

/// The commands that change a run without moving its cursor forward.
namespace alexscope {

namespace {

/// Index and name of the layers an edit means. Throws Error when there is none.
std::vector<std::pair<int, std::string>> editedDropoutLayers(const HyperParameterEdit& edit, const NetworkSpec& network)
{
    std::vector<std::pair<int, std::string>> layers;
    if (!edit.dropout)
        return layers;
    for (int layer : dropoutLayersOf(network))
        if (const std::string& name = network.layers[static_cast<std::size_t>(layer)].name;
            edit.dropoutLayer.empty() || name == edit.dropoutLayer)
            layers.emplace_back(layer, name);
    if (layers.empty())
        throw Error(edit.dropoutLayer.empty()
                        ? concat("The network ", network.name, " has no dropout layer to change")
                        : concat("The network ", network.name, " has no dropout layer \"", edit.dropoutLayer, "\""));
    return layers;
}

} // namespace

void SessionThread::reset(std::optional<std::uint64_t> newSeed)
{
    if (!needsRun("reset"))
        return;
    if (showsWeights()) { // with other classes the network is another one
        RunSpec spec = m_run->description->spec;
        spec.seed = newSeed.value_or(spec.seed);
        return start(spec, {});
    }
    m_running = m_shown = false;
    endJudging();
    if (m_record) { // what was learned stays on the disk: going back is not worth losing it
        checkpointIf(true);
        say(EventKind::Information,
            concat("Reset: ", m_record->path().string(), " stays as it is, what follows is not recorded"));
        m_record.reset();
    }
    orFail([&] {
        Trainer& trainer = *m_run->trainer;
        RunDescription description = *m_run->description;
        description.spec.seed = newSeed.value_or(trainer.options().seed);
        description.opening = ++m_openings;
        description.shown = false;
        trainer.reset(description.spec.seed);
        description.network = trainer.options().network; // without the edits
        m_done.reset();
        loadStartingWeights(description);
        m_run->description = std::make_shared<RunDescription>(std::move(description));
        m_output.setDescription(m_run->description);
        m_output.clearCurves();
        m_output.setPredictions(nullptr);
        m_watch.emplace(m_run->description->network.outputClasses());
        m_weightsLost = false;
        m_validationError = noValidation;
        m_whatIf->forget();
        m_inspection->restored(true);
        m_inspection->parametersChanged();
        beginMoments({}); // another past: that of a recorded run stays in its folder
        say(EventKind::Information, concat("Back at iteration 0 with seed ", m_run->description->spec.seed));
        hold();
    });
}

void SessionThread::loadStartingWeights(RunDescription& description)
{
    RunSpec& spec = description.spec;
    if (spec.weights.empty())
        return;
    const StartingWeights weights(m_sources.openKnown(spec.weights, description.network), description.network,
                                  description.data.classNames);
    const std::string digest = weights.loadInto(m_run->trainer->network());
    if (digest != spec.weightsDigest)
        say(EventKind::Warning,
            concat("The weights in ", spec.weights, " have changed since this run began with them"));
    spec.weightsDigest = digest;
}

void SessionThread::setProbe(ProbeRequest request)
{
    m_request = std::move(request);
    m_show = true;
    applyRequest();
}

void SessionThread::edit(const HyperParameterEdit& edit)
{
    if (!needsTraining("change"))
        return;
    Trainer& trainer = *m_run->trainer;
    Solver& solver = trainer.solver();
    const auto change = [&](HyperParameter which, const std::string& name, const std::optional<double>& to, double from,
                            double most, auto set) {
        if (!to || *to == from)
            return;
        if (!(*to >= 0 && *to <= most))
            throw Error(concat("The ", name, " cannot be ", *to, "; choose a number from 0 to ", most));
        set(*to);
        sayChange(concat("By hand: ", name, " ", from, " becomes ", *to), {0, which, from, *to, true});
    };
    attempt([&] {
        constexpr double mostRate = 1e6;
        change(HyperParameter::LearningRate, "learning rate", edit.learningRate, solver.learningRate(), mostRate,
               [&](double v) { solver.setLearningRate(v); });
        change(HyperParameter::Momentum, "momentum", edit.momentum, solver.recipe().momentum, 1,
               [&](double v) { solver.setMomentum(v); });
        change(HyperParameter::WeightDecay, "weight decay", edit.weightDecay, solver.recipe().weightDecay, mostRate,
               [&](double v) { solver.setWeightDecay(v); });
        for (const auto& [layer, name] : editedDropoutLayers(edit, m_run->description->network))
            change(HyperParameter::Dropout, "dropout of " + name, edit.dropout, trainer.dropout(layer),
                   DropoutSpec::largest, [&, index = layer](double v) { trainer.setDropout(index, v); });
    });
    describeAgain();
    updateStatus();
}

/// Another pace counts from the piece that is on the screen: turning it never makes a piece come early.
void SessionThread::setSlowMotion(double secondsPerPiece)
{
    constexpr double slowest = 3600;
    m_slowMotion = secondsPerPiece > 0 ? std::min(secondsPerPiece, slowest) : 0;
    if (m_running) {
        m_nextPieceAt = m_slowMotion > 0 ? m_pieceDoneAt + durationOf(m_slowMotion) : Clock::now();
        m_run->trainer->setStepwise(m_slowMotion > 0 || m_rule->wantsStepwise());
    }
    updateStatus();
}

/// Publishes what a live edit has changed of the network, once it counts.
void SessionThread::describeAgain()
{
    const NetworkSpec& now = m_run->trainer->network().spec();
    if (now.layers == m_run->description->network.layers)
        return;
    RunDescription description = *m_run->description;
    description.network = now;
    m_run->description = std::make_shared<RunDescription>(std::move(description));
    m_output.setDescription(m_run->description);
    endJudging();
    m_inspection->parametersChanged(); // what test mode says of a picture changes with p, too
    m_show = true;
}

void SessionThread::saveWeights(const std::filesystem::path& path)
{
    if (!needsRun("save"))
        return;
    attempt([&] {
        saveRunWeights(path, *m_run);
        say(EventKind::Information, concat("Weights saved to ", path.string()));
    });
}

void SessionThread::copyWeights()
{
    if (!m_run)
        return;
    auto copy = std::make_shared<WeightsCopy>();
    copy->opening = m_run->description->opening;
    copy->iteration = m_run->trainer->iteration();
    const Network& network = m_run->trainer->network();
    const bool made = attempt([&] {
        copy->network = network.spec();
        for (const Parameter& parameter : network.parameters()->list)
            copy->parameters[parameter.info.name] = std::make_shared<HostTensor>(network.download(parameter.value));
    });
    if (!made)
        copy->parameters.clear();
    m_output.setWeightsCopy(std::move(copy));
}

void SessionThread::checkpointIf(bool wanted)
{
    if (!wanted || !m_record || m_weightsLost || !m_record->behind(*m_run->trainer))
        return;
    try {
        m_record->writeCheckpoint(*m_run);
    } catch (const std::exception& error) { // training can go on without; said once, and tried again later
        m_record->postponeCheckpoint();
        say(EventKind::Warning, concat("No checkpoint could be written: ", error.what()), false);
    }
}

} // namespace alexscope
