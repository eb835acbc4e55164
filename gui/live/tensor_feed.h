// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"
#include "gui/live/tensor_source.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace alexscope::gui {

/// Keeps the newest values of one tensor for a panel. A large one is not downloaded with every snapshot: at once while
/// the run holds, every few seconds while it trains. GUI thread.
class TensorFeed : public QObject {
    Q_OBJECT
public:
    /// More numbers than this are large.
    static constexpr std::int64_t largeCount = 1'000'000;
    /// How often a large tensor is asked for while training.
    static constexpr int largePaceMilliseconds = 5000;

    explicit TensorFeed(LiveModel& model, QObject* parent = nullptr);

    /// Forgets what it has unless the source is the same.
    void watch(TensorSource source);
    const TensorSource& source() const { return m_source; }
    /// Only an active feed keeps asking; a panel out of sight makes its feeds inactive.
    void setActive(bool active);
    /// Adds the tensor to the request when it is its turn.
    void look(ProbeRequest& request) const;

    /// Null before it has come.
    const std::shared_ptr<const HostTensor>& values() const { return m_values; }
    TensorMode mode() const { return m_mode; }
    /// Of the network when these values were taken.
    std::int64_t iteration() const { return m_iteration; }
    /// Numbers in it, whether it has come or not.
    std::int64_t count() const { return m_count; }
    bool isLarge() const { return m_count > largeCount; }
    /// It never comes, for it alone is larger than all a snapshot carries.
    bool isTooLarge() const;
    /// It did not come because what else is in sight has used up what a snapshot carries.
    bool isCrowdedOut() const { return m_crowdedOut; }

signals:
    /// look() would ask for something else now.
    void interestChanged();

private:
    void takeRun();
    void takeSnapshot();
    void takeStatus();
    void updateTimer();
    bool asks() const;

    LiveModel& m_model;
    TensorSource m_source;
    std::shared_ptr<const HostTensor> m_values;
    TensorMode m_mode = TensorMode::Parameter;
    std::int64_t m_iteration = 0, m_count = 0;
    bool m_active = false, m_running = false, m_due = true, m_crowdedOut = false;
    QTimer m_timer;
};

} // namespace alexscope::gui
