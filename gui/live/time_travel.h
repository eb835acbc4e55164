// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <filesystem>

namespace alexscope::gui {

/// Where in the run's past the window looks: a place among the recorded moments, or now. Moments are read on another
/// thread, one at a time and never one that nobody wants any more, and given to the LiveModel. GUI thread.
class TimeTravel : public QObject {
    Q_OBJECT
public:
    explicit TimeTravel(LiveModel& model, QObject* parent = nullptr);

    /// How many moments are recorded.
    int count() const;
    /// The iteration of a moment; of now for count().
    std::int64_t iterationOf(int place) const;
    /// The place wanted, 0 … count(); count() is now. What is shown may be a moment late.
    int place() const { return m_place; }
    bool isNow() const { return m_place == count(); }
    bool isPlaying() const { return m_timer.isActive(); }
    /// Moments a second while playing; as many as can be read and drawn.
    double pace() const { return m_pace; }
    void setPace(double momentsPerSecond);

public slots:
    void goTo(int place);
    void previous() { goTo(m_place - 1); }
    void next() { goTo(m_place + 1); }
    void now() { goTo(count()); }
    /// From the place looked at, or from the beginning when that is now; ends at now.
    void setPlaying(bool playing);

signals:
    /// Place, number of moments, or playing.
    void changed();
    /// A moment cannot be read; why, as a sentence.
    void failed(const QString& why);

private:
    void takeMoments();
    void forget();
    void fetchInitialWeights();
    void load();
    void take(std::uint64_t ticket, std::shared_ptr<const Snapshot> past, const QString& fault);
    void playOn();

    LiveModel& m_model;
    QTimer m_timer;
    double m_pace = 5;
    int m_place = 0;
    std::int64_t m_iteration = -1; ///< wanted; −1: now
    bool m_loading = false;        ///< a moment is being read
    std::int64_t m_loaded = -1;    ///< the iteration read or being read
    std::uint64_t m_ticket = 0;    ///< of the newest reading; older ones come too late
    bool m_initialFetched = false;
    std::filesystem::path m_folder; ///< of the past looked at
};

} // namespace alexscope::gui
