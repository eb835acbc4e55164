// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plain_speeds.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace alexscope::gui {

class MainWindow;

/// What a video's pace is compared with.
struct VideoSpeeds {
    PlainSpeed decoding, single, batch; ///< batch: of as many as wait at most
};

/// Measures what looking costs: trains in the program's own window, in turns with the default views and with none, and
/// prints the speed of either, new pictures a second, the longest time the GUI thread did not answer, and the memory
/// held. With a video it first holds and lets every frame through the network, then trains while the video plays at its
/// own pace. For numbers of a table, not for tests.
class Measurement : public QObject {
    Q_OBJECT
public:
    struct Options {
        double secondsPerTurn = 4;
        int pairs = 8; ///< turns with views, each followed by one without
        QString video; ///< file; empty: none
        VideoSpeeds alone;
    };
    Measurement(MainWindow& window, Options options);
    void start();

signals:
    void finished(bool good);

private:
    struct Turn {
        bool views = false;
        std::int64_t iterations = 0;
        double seconds = 0, longestGap = 0; ///< of the GUI thread, in seconds
        int pictures = 0;                   ///< snapshots that arrived
        std::int64_t frames = 0;            ///< of the video, through the network
        std::int64_t iteration = 0;         ///< of the run, at the end
        double megabytes = 0;               ///< that the process holds then
    };
    void follow();
    void beginHolding();
    void endHolding();
    std::int64_t framesTaken() const;
    void beginTurn();
    void tick();
    void report();
    double costOfViews() const;

    MainWindow& m_window;
    Options m_options;
    QTimer m_ticker;
    QElapsedTimer m_clock, m_tick;
    std::vector<Turn> m_turns;
    Turn m_turn;
    double m_megabytes = 0; ///< when the turn began
    bool m_holding = false, m_running = false, m_warm = false, m_counting = false;
    std::int64_t m_iteration = -1, m_firstIteration = 0, m_firstFrame = 0;
};

} // namespace alexscope::gui
