// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

/// What the network says of the validation pictures: published after validations, and on request.
namespace alexscope {

void SessionThread::publishPredictions(std::shared_ptr<SetPredictions> predictions)
{
    if (!predictions)
        return;
    predictions->opening = m_run->description->opening;
    m_output.setPredictions(std::move(predictions));
}

void SessionThread::judge()
{
    if (!needsRun("ask"))
        return;
    if (m_run->description->otherClasses)
        return say(EventKind::Warning,
                   "These weights tell other classes apart than the pictures have: nothing can be right or wrong",
                   false);
    if (!m_run->description->missing.empty())
        return say(EventKind::Warning, "The last layers have no weights, so there are no predictions", false);
    if (m_running)
        return say(EventKind::Information, "Pause the run to ask it about every picture; else its next validation will",
                   false);
    endJudging();
    attempt([&] { m_judging = m_run->trainer->judge(); });
    updateStatus();
}

void SessionThread::judgeOn()
{
    constexpr double patience = 0.02;
    const bool good = attempt([&] {
        if (!m_judging->ready(patience))
            return;
        const Trainer& trainer = *m_run->trainer;
        m_judging->advance(trainer.testContext());
        if (!m_judging->finished())
            return;
        auto predictions = std::make_shared<SetPredictions>(m_judging->predictions());
        predictions->iteration = trainer.iteration();
        predictions->epoch = trainer.epoch();
        publishPredictions(std::move(predictions));
        endJudging();
    });
    if (!good)
        endJudging();
    updateStatus();
}

void SessionThread::endJudging()
{
    m_judging.reset();
}

} // namespace alexscope
