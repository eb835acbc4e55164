// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include "core/error.h"

/// Recording moments of a run while it goes on.
namespace alexscope {

void SessionThread::beginMoments(const std::filesystem::path& folder)
{
    endMoments();
    m_momentChoice = chooseForMoments(m_run->description->network, m_run->description->geometry);
    MomentRecorder::Outlet outlet;
    outlet.published = [this](std::shared_ptr<const MomentList> list) { m_output.setMoments(std::move(list)); };
    outlet.warned = [this](const std::string& text) { m_output.addEvent({EventKind::Warning, 0, text, {}}); };
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

} // namespace alexscope
