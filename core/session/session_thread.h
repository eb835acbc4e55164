// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "core/session/loss_watch.h"
#include "core/session/meters.h"
#include "core/session/moment_recorder.h"
#include "core/session/piece_times.h"
#include "core/session/run_preparation.h"
#include "core/session/run_record.h"
#include "core/session/session_output.h"
#include "core/session/stop_rule.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace alexscope {

/// What the session's thread does, without the thread: commands, and one piece of training at a time between them. All
/// members are called from that thread alone. Exceptions end in the two guards: `attempt` for what the run survives,
/// `orFail` for what it does not.
class SessionThread {
public:
    /// How runs come by what they are made of.
    struct Sources {
        Catalogue catalogue;
        Session::OpenData openData;
        Session::OpenKnown openKnown; ///< never empty
    };
    /// `abandoned`: whether what is being prepared is no longer wanted; asked now and then.
    SessionThread(Sources sources, SessionOutput& output, std::function<bool()> abandoned);
    ~SessionThread();

    // The commands of Session
    void start(const RunSpec& spec, const std::filesystem::path& folder);
    void resume(const std::filesystem::path& folder);
    void show(const std::filesystem::path& folder);
    void showWeights(const DescribedWeights& weights, const RunSpec& spec);
    void run(const StopCondition& until);
    void pause();
    void step(Stride stride);
    void reset(std::optional<std::uint64_t> newSeed);
    void setProbe(ProbeRequest request);
    /// `wake` is called on threads of the frames' when one has come.
    void setFrames(std::shared_ptr<FrameSource> frames, std::function<void()> wake);
    void edit(const HyperParameterEdit& edit);
    void setSlowMotion(double secondsPerPiece);
    void saveWeights(const std::filesystem::path& path);
    void copyWeights();
    void switchOff(const std::string& layer, int unit);
    void setWeight(const std::string& layer, int unit, std::ptrdiff_t weight, float value);
    void undoWhatIf();
    void judge();

    bool running() const { return m_running; }
    /// A step of no more than an iteration is under way at full speed.
    bool stepping() const { return m_running && m_rule->isShort() && m_slowMotion == 0; }
    /// Not before this moment should the next piece begin (slow motion).
    Clock::time_point nextPieceAt() const { return m_nextPieceAt; }
    /// One piece, when its pictures are there within a moment; to be called again and again while running.
    void advance();
    /// Whether the validation pictures are being asked about while nothing runs.
    bool judging() const { return m_judging != nullptr; }
    /// One batch of them, when it is there within a moment.
    void judgeOn();
    /// Whether a frame is to be looked at between two pieces: it does not wait for a look that is due anyway.
    bool frameWaits() const;
    void lookAtFrame();
    /// When a frame that has come or passed through the network will be shown, if no other comes; nothing: all are
    /// shown.
    std::optional<Clock::time_point> frameDueAt() const;
    /// Shows what the commands just done have changed, when nothing else will.
    void settle();
    /// A last checkpoint; the run is closed.
    void close();

private:
    bool attempt(const std::function<void()>& action);
    void orFail(const std::function<void()>& action);
    void fail(const std::string& text);
    void say(EventKind kind, const std::string& text, bool record = true);
    /// Says it, and marks it on the curves.
    void sayChange(const std::string& text, HyperParameterChange change);
    void publishEvent(const SessionEvent& event, bool record);
    bool needsRun(const char* command);
    /// The same for what trains: a run that is only shown begins anew.
    bool needsTraining(const char* command);
    /// Known weights are looked at, which a run has still to begin with.
    bool showsWeights() const { return m_shown && !m_run->description->spec.weights.empty(); }

    PreparationTools tools();
    void prepare(const std::function<void()>& open);
    void opened(const std::string& how);
    void sayWhatStays();
    void readPast(const RunFolder& folder);
    void go(StopRule rule);
    void hold();
    void onePiece();
    void afterUpdate();
    void takeRow(const MetricsRow& row);
    void publishWhenDue(bool updated);
    void publish(bool holding, bool withGallery);
    void publishWhatCame();
    void showing(const std::function<void()>& look);
    void takeFrames();
    void passFrames();
    void lookedAtFrame(double seconds);
    /// From when on a frame may be shown.
    Clock::time_point frameLookAt() const;
    void applyRequest();
    void describeAgain();
    void loadStartingWeights(RunDescription& description);
    void updateStatus();
    void publishPredictions(std::shared_ptr<SetPredictions> predictions);
    void endJudging();
    void changeByHand(const std::function<void()>& change);
    void checkpointIf(bool wanted);
    std::int64_t ratioInterval() const;
    void beginMoments(const std::filesystem::path& folder);
    void endMoments();
    void recordMomentIf(bool wanted, bool withActivations = true);
    bool momentDue() const;

    const Sources m_sources;
    SessionOutput& m_output;
    std::function<bool()> m_abandoned;

    std::optional<OpenedRun> m_run;
    std::optional<RunRecord> m_record;
    std::optional<WhatIf> m_whatIf;            ///< after the run: ends before it
    std::optional<Inspection> m_inspection;    ///< after the run: ends before it
    std::unique_ptr<ValidationPass> m_judging; ///< after the run: ends before it
    std::optional<MomentRecorder> m_moments;
    MomentChoice m_momentChoice;
    std::optional<StopRule> m_rule;
    std::optional<LossWatch> m_watch;
    ProbeRequest m_request;                ///< outlives runs
    std::shared_ptr<FrameSource> m_frames; ///< outlive runs, too
    std::optional<Frame> m_frame;          ///< the latest taken
    bool m_frameOwed = false;              ///< it has not been shown yet
    Clock::time_point m_frameLookAt;       ///< where every frame passes: no other look sooner
    SessionState m_state = SessionState::Empty;
    std::optional<Piece> m_done; ///< the latest piece
    std::uint64_t m_openings = 0;
    bool m_running = false, m_show = false, m_weightsLost = false, m_shown = false;
    static constexpr double noValidation = 2;
    double m_validationError = noValidation; ///< latest top-1
    double m_slowMotion = 0;
    Clock::time_point m_pieceDoneAt, m_nextPieceAt;
    SpeedMeter m_speed;
    PieceClock m_clock; ///< of this run
    Pace m_pace, m_galleryPace, m_thumbnailPace;
    TimeBudget m_lookBudget{0.03}, m_galleryBudget{0.01},
        m_momentBudget{0.009}; ///< together under the 5 % that looking may cost
};

} // namespace alexscope
