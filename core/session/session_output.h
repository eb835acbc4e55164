// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace alexscope {

/// What the session's thread publishes and others pull. Every member may be called from any thread.
class SessionOutput {
public:
    Journal journal;

    SessionStatus status() const;
    template <typename Change>
    void changeStatus(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_status);
        }
        wakeUp();
    }

    void setDescription(std::shared_ptr<const RunDescription> description);
    std::shared_ptr<const RunDescription> description() const;
    void publish(std::shared_ptr<const Snapshot> snapshot);
    std::shared_ptr<const Snapshot> snapshot() const;

    void setMoments(std::shared_ptr<const MomentList> moments);
    std::shared_ptr<const MomentList> moments() const;

    void setPredictions(std::shared_ptr<const SetPredictions> predictions);
    std::shared_ptr<const SetPredictions> predictions() const;
    void setWeightsCopy(std::shared_ptr<const WeightsCopy> copy);
    std::shared_ptr<const WeightsCopy> takeWeightsCopy();

    void addRatios(UpdateRatios ratios);
    std::vector<UpdateRatios> ratiosFrom(std::size_t first) const;
    void addChange(const HyperParameterChange& change);
    std::vector<HyperParameterChange> changesFrom(std::size_t first) const;
    /// Rows, ratios and changes start anew.
    void clearCurves();

    void addEvent(SessionEvent event);
    std::vector<SessionEvent> takeEvents();

    /// Once this returns, the function set before is not running and will not be called again.
    void setWakeUp(std::function<void()> wakeUp);
    void wakeUp();

private:
    mutable std::mutex m_mutex;
    SessionStatus m_status;
    std::shared_ptr<const RunDescription> m_description;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const MomentList> m_moments;
    std::shared_ptr<const SetPredictions> m_predictions;
    std::shared_ptr<const WeightsCopy> m_weightsCopy; ///< not taken yet
    std::vector<UpdateRatios> m_ratios;
    std::vector<HyperParameterChange> m_changes;
    std::vector<SessionEvent> m_events;

    std::mutex m_wakeUpMutex; ///< of its own: the function may pull, and so lock the other one
    std::function<void()> m_wakeUp;
};

} // namespace alexscope
