// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/measurement.h"

#include "gui/live/live_video.h"
#include "gui/main_window.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <vector>

namespace alexscope::gui {

namespace {

constexpr int tickMilliseconds = 5;
constexpr double secondsToWarmUp = 2; ///< until the session has found how many frames pass at once

double seconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

/// Of this process, in MB; 0 where the system does not say.
double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

Measurement::Measurement(MainWindow& window, Options options) : m_window(window), m_options(options)
{
    m_ticker.setInterval(tickMilliseconds);
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_ticker, &QTimer::timeout, this, &Measurement::tick);
    connect(&window.model(), &LiveModel::statusChanged, this, &Measurement::follow);
    connect(&window.model(), &LiveModel::snapshotChanged, this, [this] { ++m_turn.pictures; });
    connect(&window.bridge(), &SessionBridge::eventArrived, this, [this](const SessionEvent& event) {
        if (event.kind != EventKind::Error)
            return;
        std::fprintf(stderr, "%s\n", event.text.c_str());
        emit finished(false);
    });
    connect(&window.video(), &LiveVideo::failed, this, [this](const QString& why) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        emit finished(false);
    });
    connect(&window.video(), &LiveVideo::changed, this, [this] {
        if (m_holding && !m_counting && framesTaken() > 0 && seconds(m_clock) >= secondsToWarmUp)
            beginTurn();
        else if (m_holding && m_counting && seconds(m_clock) >= m_options.secondsPerTurn)
            endHolding();
    });
}

std::int64_t Measurement::framesTaken() const
{
    return m_window.video().status().taken;
}

void Measurement::beginHolding()
{
    m_holding = true;
    m_clock.start();
    m_window.video().setEveryFrame(true);
    m_window.video().openFile(m_options.video);
}

void Measurement::endHolding()
{
    const double time = seconds(m_clock);
    std::printf("holding: %.1f frames/s through the network, %.1f new pictures/s on the screen, longest gap %.1f ms\n",
                static_cast<double>(framesTaken() - m_firstFrame) / time, m_turn.pictures / time,
                m_turn.longestGap * 1e3);
    const VideoSpeeds& alone = m_options.alone;
    std::printf(
        "nothing on the screen: decoding alone %.1f frames/s, inference alone %.1f pictures/s one by one, %.1f in "
        "batches of %lld; on these cores both together at most %.1f\n",
        alone.decoding.perSecond, alone.single.perSecond, alone.batch.perSecond,
        static_cast<long long>(FrameSource::mostWaiting), mostTogether(alone.decoding, alone.batch));
    std::printf("memory %.0f MB at the beginning, %.0f MB at the end of %lld frames\n", m_megabytes,
                residentMegabytes(), static_cast<long long>(framesTaken() - m_firstFrame));
    m_holding = m_counting = false;
    m_running = true;
    m_window.video().setEveryFrame(false);
    m_window.bridge().run();
}

void Measurement::start()
{
    m_window.show();
    m_ticker.start();
    m_tick.start();
}

/// A turn begins and ends with an iteration, so that long iterations are counted whole.
void Measurement::follow()
{
    const SessionStatus& status = m_window.model().status();
    if (status.state == SessionState::Holding && !m_running) {
        if (!m_options.video.isEmpty())
            return m_holding ? void() : beginHolding();
        m_running = true;
        m_window.bridge().run();
        return;
    }
    if (status.state == SessionState::Finished) {
        std::fprintf(stderr, "The run ended before the measurement: give --epochs or a larger network.\n");
        emit finished(false);
        return;
    }
    if (status.state != SessionState::Running || status.iteration == m_iteration)
        return;
    m_iteration = status.iteration;
    if (!m_counting)
        return beginTurn();
    if (seconds(m_clock) < m_options.secondsPerTurn)
        return;
    m_turn.iterations = m_iteration - m_firstIteration;
    m_turn.seconds = seconds(m_clock);
    m_turn.frames = framesTaken() - m_firstFrame;
    m_turn.iteration = m_iteration;
    m_turn.megabytes = residentMegabytes();
    if (m_warm) // the first turn fills caches and is not counted
        m_turns.push_back(m_turn);
    m_warm = true;
    if (std::ssize(m_turns) == 2 * m_options.pairs)
        return report();
    m_counting = false;
    m_window.showViews(m_turns.size() % 2 == 0);
}

void Measurement::beginTurn()
{
    m_counting = true;
    m_turn = {};
    m_turn.views = m_turns.size() % 2 == 0;
    m_firstIteration = m_iteration;
    m_firstFrame = framesTaken();
    m_megabytes = residentMegabytes();
    m_clock.start();
    m_tick.restart();
}

void Measurement::tick()
{
    m_turn.longestGap = std::max(m_turn.longestGap, static_cast<double>(m_tick.nsecsElapsed()) * 1e-9);
    m_tick.restart();
}

/// The median over the turns with views of what each took of the speed without, by its neighbours: other work on the
/// machine comes and goes, and neighbours share it.
double Measurement::costOfViews() const
{
    const auto speed = [](const Turn& turn) { return static_cast<double>(turn.iterations) / turn.seconds; };
    std::vector<double> costs;
    for (std::size_t i = 0; i < m_turns.size(); ++i) {
        if (!m_turns[i].views)
            continue;
        double without = 0;
        int neighbours = 0;
        for (const std::size_t neighbour : {i - 1, i + 1})
            if (neighbour < m_turns.size()) { // the first has none before it
                without += speed(m_turns[neighbour]);
                ++neighbours;
            }
        costs.push_back(1 - speed(m_turns[i]) * neighbours / without);
    }
    std::nth_element(costs.begin(), costs.begin() + std::ssize(costs) / 2, costs.end());
    return costs[costs.size() / 2];
}

void Measurement::report()
{
    m_ticker.stop();
    const int batch = m_window.model().run()->spec.recipe.batch;
    double longest = 0, pictures = 0, frames = 0, time = 0;
    std::printf("views  iterations  seconds  images/s  pictures/s  longest gap ms   iteration  memory MB\n");
    for (const Turn& turn : m_turns) {
        std::printf("%-5s  %10lld  %7.2f  %8.1f  %10.1f  %14.1f  %10lld  %9.0f\n", turn.views ? "on" : "off",
                    static_cast<long long>(turn.iterations), turn.seconds,
                    static_cast<double>(turn.iterations * batch) / turn.seconds, turn.pictures / turn.seconds,
                    turn.longestGap * 1e3, static_cast<long long>(turn.iteration), turn.megabytes);
        if (!turn.views)
            continue;
        longest = std::max(longest, turn.longestGap);
        pictures += turn.pictures;
        frames += static_cast<double>(turn.frames);
        time += turn.seconds;
    }
    std::printf("cost of the views %.1f %% (median of the turns), %.1f new pictures a second, longest gap of the GUI "
                "thread %.1f ms\n",
                100 * costOfViews(), pictures / time, longest * 1e3);
    if (!m_options.video.isEmpty())
        std::printf("of the video %.1f frames a second went through the network while training\n", frames / time);
    std::fflush(stdout);
    m_window.bridge().pause();
    emit finished(true);
}

} // namespace alexscope::gui
