// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include "core/error.h"
#include "core/storage/weights_file.h"

#include <algorithm>
#include <cmath>

/// The commands that change a run without moving its cursor forward.
namespace alexscope {

void SessionThread::reset(std::optional<std::uint64_t> newSeed)
{
    if (!needsRun("reset"))
        return;
    m_running = false;
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
        trainer.reset(description.spec.seed);
        if (!description.spec.weights.empty())
            loadInto(openWeights(description.spec.weights, description.network), trainer.network());
        m_run->description = std::make_shared<RunDescription>(std::move(description));
        m_output.setDescription(m_run->description);
        m_output.journal.clear();
        m_output.clearRatios();
        m_watch.emplace(m_run->description->network.outputClasses());
        m_weightsLost = false;
        m_validationError = noValidation;
        m_inspection->parametersChanged();
        beginMoments({}); // another past: that of a recorded run stays in its folder
        say(EventKind::Information, concat("Back at iteration 0 with seed ", m_run->description->spec.seed));
        hold();
    });
}

void SessionThread::setProbe(ProbeRequest request)
{
    m_request = std::move(request);
    m_show = true;
    if (m_inspection)
        m_inspection->setRequest(m_request);
}

void SessionThread::edit(const HyperParameterEdit& edit)
{
    if (!needsRun("change"))
        return;
    Solver& solver = m_run->trainer->solver();
    const auto change = [&](const char* name, const std::optional<double>& to, double from, double most, auto set) {
        if (!to)
            return;
        if (!(*to >= 0 && *to <= most))
            throw Error(concat("The ", name, " cannot be ", *to, "; choose a number from 0 to ", most));
        set(*to);
        say(EventKind::Information, concat("By hand: ", name, " ", from, " becomes ", *to));
    };
    attempt([&] {
        constexpr double mostRate = 1e6;
        change("learning rate", edit.learningRate, solver.learningRate(), mostRate,
               [&](double v) { solver.setLearningRate(v); });
        change("momentum", edit.momentum, solver.recipe().momentum, 1, [&](double v) { solver.setMomentum(v); });
        change("weight decay", edit.weightDecay, solver.recipe().weightDecay, mostRate,
               [&](double v) { solver.setWeightDecay(v); });
    });
    updateStatus();
}

void SessionThread::setSlowMotion(double secondsPerPiece)
{
    constexpr double slowest = 3600;
    m_slowMotion = secondsPerPiece > 0 ? std::min(secondsPerPiece, slowest) : 0;
    m_nextPieceAt = Clock::now();
    if (m_running)
        m_run->trainer->setStepwise(m_slowMotion > 0 || m_rule->wantsStepwise());
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

// ---- The past

void SessionThread::beginMoments(const std::filesystem::path& folder)
{
    endMoments();
    m_momentChoice = chooseForMoments(m_run->description->network, m_run->description->geometry);
    MomentRecorder::Outlet outlet;
    outlet.published = [this](std::shared_ptr<const MomentList> list) { m_output.setMoments(std::move(list)); };
    outlet.warned = [this](const std::string& text) { m_output.addEvent({EventKind::Warning, 0, text}); };
    m_moments.emplace(folder, m_run->trainer->iteration(), m_run->description->augmenter, std::move(outlet));
}

void SessionThread::endMoments()
{
    m_moments.reset();
    m_output.setMoments(nullptr);
}

bool SessionThread::momentDue() const
{
    const Trainer& trainer = *m_run->trainer;
    return m_moments && trainer.iteration() > 0 && m_moments->due(Clock::now(), trainer.iteration(), trainer.seconds());
}

/// Weights are small and soon downloaded; what the picture makes of them has to be computed, and is left out of a
/// moment when there is no time for it.
void SessionThread::recordMomentIf(bool wanted, bool withActivations)
{
    if (!wanted || !m_moments || m_weightsLost)
        return;
    const Clock::time_point begin = Clock::now();
    const bool good = attempt([&] {
        const auto seen = m_inspection->takeOf(m_momentChoice.parameters, withActivations ? m_momentChoice.activations
                                                                                          : std::vector<std::string>());
        Moment moment{seen->iteration, seen->epoch, {}, {}, seen->activations.empty() ? nullptr : seen->pinned};
        for (const auto& [name, tensor] : seen->parameters)
            moment.parameters[name] = tensor.values;
        for (const auto& [name, tensor] : seen->activations)
            moment.activations[name] = tensor.values;
        m_moments->record(std::move(moment));
    });
    if (!good) // the same would go wrong at every moment
        endMoments();
    if (m_running && withActivations)
        m_momentBudget.spent(secondsBetween(begin, Clock::now()));
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
