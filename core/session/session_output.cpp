// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_output.h"

#include <utility>

namespace alexscope {

SessionStatus SessionOutput::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void SessionOutput::setDescription(std::shared_ptr<const RunDescription> description)
{
    const std::lock_guard lock(m_mutex);
    m_description = std::move(description);
}

std::shared_ptr<const RunDescription> SessionOutput::description() const
{
    const std::lock_guard lock(m_mutex);
    return m_description;
}

void SessionOutput::publish(std::shared_ptr<const Snapshot> snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot.swap(snapshot); // the older one is freed outside the lock
    }
    wakeUp();
}

std::shared_ptr<const Snapshot> SessionOutput::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void SessionOutput::setMoments(std::shared_ptr<const MomentList> moments)
{
    {
        const std::lock_guard lock(m_mutex);
        m_moments.swap(moments);
    }
    wakeUp();
}

std::shared_ptr<const MomentList> SessionOutput::moments() const
{
    const std::lock_guard lock(m_mutex);
    return m_moments;
}

void SessionOutput::setPredictions(std::shared_ptr<const SetPredictions> predictions)
{
    {
        const std::lock_guard lock(m_mutex);
        m_predictions.swap(predictions);
    }
    wakeUp();
}

void SessionOutput::setWeightsCopy(std::shared_ptr<const WeightsCopy> copy)
{
    {
        const std::lock_guard lock(m_mutex);
        m_weightsCopy.swap(copy); // the older one is freed outside the lock
    }
    wakeUp();
}

std::shared_ptr<const SetPredictions> SessionOutput::predictions() const
{
    const std::lock_guard lock(m_mutex);
    return m_predictions;
}

std::shared_ptr<const WeightsCopy> SessionOutput::takeWeightsCopy()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_weightsCopy, nullptr);
}

void SessionOutput::addRatios(UpdateRatios ratios)
{
    const std::lock_guard lock(m_mutex);
    m_ratios.push_back(std::move(ratios));
}

std::vector<UpdateRatios> SessionOutput::ratiosFrom(std::size_t first) const
{
    const std::lock_guard lock(m_mutex);
    if (first >= m_ratios.size())
        return {};
    return {m_ratios.begin() + static_cast<std::ptrdiff_t>(first), m_ratios.end()};
}

void SessionOutput::addChange(const HyperParameterChange& change)
{
    const std::lock_guard lock(m_mutex);
    m_changes.push_back(change);
}

std::vector<HyperParameterChange> SessionOutput::changesFrom(std::size_t first) const
{
    const std::lock_guard lock(m_mutex);
    if (first >= m_changes.size())
        return {};
    return {m_changes.begin() + static_cast<std::ptrdiff_t>(first), m_changes.end()};
}

/// The journal last: who sees its new generation finds the rest empty or new.
void SessionOutput::clearCurves()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ratios.clear();
        m_changes.clear();
    }
    journal.clear();
}

void SessionOutput::addEvent(SessionEvent event)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
    }
    wakeUp();
}

std::vector<SessionEvent> SessionOutput::takeEvents()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

void SessionOutput::setWakeUp(std::function<void()> wakeUp)
{
    const std::lock_guard lock(m_wakeUpMutex);
    m_wakeUp = std::move(wakeUp);
}

void SessionOutput::wakeUp()
{
    const std::lock_guard lock(m_wakeUpMutex);
    if (m_wakeUp)
        m_wakeUp();
}

} // namespace alexscope
