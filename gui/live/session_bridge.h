// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/live/live_model.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <filesystem>
#include <memory>

namespace alexscope::gui {

/// Owns the session and carries its values into the GUI thread: every 33 ms while there is something to expect it pulls
/// new rows, the newest snapshot and the events into a LiveModel. Commands return at once. GUI thread.
class SessionBridge : public QObject {
    Q_OBJECT
public:
    SessionBridge(Catalogue catalogue, Session::OpenData openData, LiveModel& model, QObject* parent = nullptr);
    /// Ends the session, within a second.
    ~SessionBridge() override;

    /// `folder`: where the run is recorded; empty: nowhere.
    void start(const RunSpec& spec, const std::filesystem::path& folder = {});
    /// Goes on with the run recorded in `folder` from its checkpoint.
    void resume(const std::filesystem::path& folder);
    /// The finished run in `folder`, to be looked at; training begins it anew.
    void show(const std::filesystem::path& folder);
    /// Known weights, to be looked at; training begins a run with them.
    void show(std::shared_ptr<const DescribedWeights> weights, const RunSpec& spec);
    void saveWeights(const std::filesystem::path& file);
    /// weightsCopied() brings them.
    void copyWeights();
    void run(const StopCondition& until = {});
    void pause();
    void step(Stride stride);
    void reset();
    void reseed(std::uint64_t seed);
    void setProbe(const ProbeRequest& request);
    /// A video to be looked at in place of the pinned picture; null: none.
    void setFrames(std::shared_ptr<FrameSource> frames);
    void switchOff(const QString& layer, int unit);
    void setWeight(const QString& layer, int unit, std::ptrdiff_t weight, float value);
    void undoWhatIf();
    /// Asks the network about every validation picture; only while holding.
    void judge();
    void edit(const HyperParameterEdit& edit);
    /// Seconds each piece is shown; 0: full speed.
    void setSlowMotion(double secondsPerPiece);

    /// Whether the timer runs: false a moment after nothing happens any more.
    bool isPulling() const { return m_timer.isActive(); }

signals:
    void eventArrived(const alexscope::SessionEvent& event);
    void weightsCopied(const std::shared_ptr<const alexscope::WeightsCopy>& copy);

private:
    void wake();
    void pull();
    bool pullDescription();
    bool pullRows();
    bool pullSnapshot();
    bool pullPredictions();

    LiveModel& m_model;
    std::unique_ptr<Session> m_session;
    QTimer m_timer;
    int m_quietPulls = 0;
    std::atomic<bool> m_awake = false; ///< it pulls anyway, and need not be told that there is news
    std::uint64_t m_generation = 0;
    std::uint64_t m_rowsSeen = 0;
    std::size_t m_ratiosSeen = 0, m_changesSeen = 0;
    std::uint64_t m_serialSeen = 0;
    std::shared_ptr<const SetPredictions> m_predictionsSeen;
};

} // namespace alexscope::gui
