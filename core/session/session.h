// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/data/dataset.h"
#include "core/data/frame_source.h"
#include "core/session/journal.h"
#include "core/session/piece_times.h"
#include "core/session/probe.h"
#include "core/session/weights_copy.h"
#include "core/session/what_if.h"
#include "core/storage/moment_store.h"
#include "core/storage/run_spec.h"
#include "core/storage/weights_file.h"
#include "core/training/hyper_parameter_change.h"
#include "core/training/set_predictions.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alexscope {

enum class SessionState {
    Empty,     ///< no run
    Preparing, ///< opening data, building kernels
    Holding,   ///< paused or between steps; the device does not change
    Running,
    Finished, ///< the recipe's last iteration is done
    Failed,   ///< see the Error event
};

/// How far one command goes.
enum class Stride { Piece, Pass, Iteration, Epoch, Forever };

/// run() stops by itself where all that is set holds true for the first time.
struct StopCondition {
    std::optional<std::int64_t> iteration;
    std::optional<double> epoch;
    std::optional<double> validationErrorBelow; ///< top-1, 0..1
    std::optional<std::string> layerReached;    ///< the cursor's next piece is this layer's, and no other's
    std::optional<PieceKind> kindReached;       ///< the next piece is of this kind; with a layer, that layer's
};

/// A live change of a hyper-parameter; recorded in the run's events.
struct HyperParameterEdit {
    std::optional<double> learningRate, momentum, weightDecay;
    std::optional<double> dropout; ///< p, from the next Load on: of every dropout layer, or of `dropoutLayer` alone
    std::string dropoutLayer;
};

/// A dropout layer and its p as last set; inside an iteration it counts from the next on.
struct LayerDropout {
    std::string layer;
    double p = 0;
    bool operator==(const LayerDropout&) const = default;
};

enum class EventKind { Information, Warning, Error };
struct SessionEvent {
    EventKind kind = EventKind::Information;
    std::int64_t iteration = 0;
    std::string text;                           ///< English sentence from the engine; faces may show it as it is
    std::optional<HyperParameterChange> change; ///< what the text is about, when it is about that
};

/// What the status bar shows; a value copied under a lock.
struct SessionStatus {
    SessionState state = SessionState::Empty;
    int pendingCommands =
        0; ///< given but without visible effect yet; at 0 the rest of the status, and snapshot(), show it
    std::string device, precision, threads; ///< resolved; "cpu", "bf16", "2"
    std::int64_t iteration = 0, lastIteration = 0, iterationsPerEpoch = 0;
    double epoch = 0;
    double picturesPerSecond = 0; ///< training, over the last seconds; 0 while holding
    double secondsLeft = 0;       ///< 0: unknown
    double learningRate = 0, momentum = 0, weightDecay = 0;
    std::vector<LayerDropout> dropout; ///< in the network's order
    double slowMotion = 0;             ///< seconds a piece; 0: full speed
    Piece next;
    std::optional<Piece> done;                       ///< the piece before it; none before the first
    std::shared_ptr<const PieceTimes> runningTimes;  ///< what pieces take in free running; null while not measured
    std::shared_ptr<const PieceTimes> steppingTimes; ///< and layer by layer
    int classes = 0;
    std::int64_t trainingPictures = 0, validationPictures = 0;
    std::int64_t judged = 0, toJudge = 0; ///< pictures asked about by the judge() under way; 0 of 0: there is none
    std::vector<WhatIfChange> whatIf;     ///< changes by hand that can be taken back, the latest last
    bool shown =
        false; ///< a run that ended elsewhere, or known weights, are looked at, see Session::show; the state is Holding
    std::string recordedIn; ///< the run folder that what happens now goes into; empty: not recorded
};

/// What the run is made of once opened; immutable, shared with the faces. A live edit publishes another one.
struct RunDescription {
    RunSpec spec;                ///< resolved
    NetworkSpec network;         ///< with the dropout in force
    std::uint64_t opening = 0;   ///< another number after every start, resume and reset; the same after an edit
    int lowestLearningLayer = 0; ///< backward ends there: what lies below is frozen
    std::vector<LayerGeometry> geometry;
    DataSource data;
    std::shared_ptr<const Augmenter> augmenter;
    BackendInfo backend;
    bool shown = false; ///< as SessionStatus::shown; another opening changes it
    // Of known weights that are looked at:
    std::optional<std::vector<std::string>> otherClasses; ///< what the outputs stand for where that are not the data's
                                                          ///< classes; names may be missing
    std::vector<std::string> missing;                     ///< layers whose weights the file lacks: they are 0
    std::vector<std::string> remarks;                     ///< what came along, in sentences
};

/// The one thread that owns device and network. Commands go in and return at once; immutable values come out and are
/// pulled by whoever looks. All public members may be called from any one other thread (the GUI's).
/// No exception leaves the session's thread: it becomes an Error event and the state Failed.
class Session {
public:
    using OpenData = std::function<DataSource(const std::string& specification, const NetworkSpec& network)>;

    /// Opens the weights a run of `network` begins with; throws Error.
    using OpenKnown = std::function<KnownWeights(const std::filesystem::path& path, const NetworkSpec& network)>;

    /// `openData` runs on a thread of the session's and has to own what it uses: a session that ends meanwhile leaves
    /// it alone. `openKnown` reads more kinds of files than openKnownWeights(), which stands in where there is none.
    Session(Catalogue catalogue, OpenData openData, OpenKnown openKnown = {});
    /// Stops at the next piece; ends within a second, and the time to write a checkpoint when a run folder is open and
    /// training went on since the last (another second or two for the largest networks).
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Commands, carried out in order. A step of up to an iteration is done to its end before the next run, step, edit
    // or saveWeights; longer ones are replaced or interrupted by whatever comes.
    /// Opens a new run and holds before its first Load. `folder`: record it there (created; empty: not recorded).
    void start(RunSpec spec, std::filesystem::path folder = {});
    /// Goes on with the run in `folder` from its checkpoint, holding.
    void resume(std::filesystem::path folder);
    /// Shows the finished run in `folder` as it ended: curves, and the finished weights. The folder stays as it is. To
    /// train (run, step, edit) begins that run anew at iteration 0, unrecorded; status().shown says so until then.
    void show(std::filesystem::path folder);
    /// Looks at known weights with the network and the classes they were trained for, holding; `spec` says with which
    /// data, device, precision, recipe and seed. To train begins a run with these weights on these data, unrecorded.
    void show(std::shared_ptr<const DescribedWeights> weights, RunSpec spec);
    void run(StopCondition until = {});
    void pause(); ///< holds after the piece under way
    void step(Stride stride);
    /// Back to the same initial weights (same seed) or with a new seed and to the recipe as given; holds at iteration
    /// 0, curves start anew. A run folder stays as it is: what follows is not recorded.
    void reset(std::optional<std::uint64_t> newSeed = std::nullopt);
    void setProbe(ProbeRequest request);
    /// Looks at the newest frame of a video in place of the pinned picture: while holding as soon as it comes and the
    /// device is free, while running whenever a look is due. Frames stay untaken while nothing is asked for. Null: the
    /// pinned picture again. Runs come and go meanwhile.
    void setFrames(std::shared_ptr<FrameSource> frames);
    void edit(HyperParameterEdit edit);
    /// Seconds each piece is shown while stepping through in slow motion; 0: full speed, fused.
    void setSlowMotion(double secondsPerPiece);
    void saveWeights(std::filesystem::path path);
    /// Copies every parameter, as large as the network is, for takeWeightsCopy().
    void copyWeights();
    /// Changes the network by hand, see WhatIf; each is recorded in the run's events.
    void switchOff(std::string layer, int unit);
    void setWeight(std::string layer, int unit, std::ptrdiff_t weight, float value);
    void undoWhatIf(); ///< takes the latest such change back
    /// Asks the network as it is about every validation picture, for predictions(); only while holding. Whatever moves
    /// or changes the run gives it up; the run itself does not notice.
    void judge();

    // What comes out
    SessionStatus status() const;
    std::shared_ptr<const RunDescription> description() const; ///< null before a run is open
    const Journal& journal() const;
    /// The newest snapshot, or null; compare serial to see whether it is new.
    std::shared_ptr<const Snapshot> snapshot() const;
    /// What is recorded of the run's past, for loadPast (core/session/past.h); null before the first moment. Recorded
    /// in the run's folder, or in a temporary one where the run has none; after a reset another past begins.
    std::shared_ptr<const MomentList> moments() const;
    /// What the network said of the validation pictures when it was last asked, by a validation or by judge(); null
    /// before that, and after another start, resume or reset. The latest wins.
    std::shared_ptr<const SetPredictions> predictions() const;
    /// The newest copy, once: null until another is made.
    std::shared_ptr<const WeightsCopy> takeWeightsCopy();
    /// Start anew at 0 whenever journal().generation() has grown.
    std::vector<UpdateRatios> ratiosFrom(std::size_t first) const;
    /// Edits by hand and divisions by the schedule so far, those recorded before a resume included; start anew at 0
    /// whenever journal().generation() has grown.
    std::vector<HyperParameterChange> changesFrom(std::size_t first) const;
    /// Events since the last call.
    std::vector<SessionEvent> takeEvents();
    /// Called from threads of the session's, one at a time, when something new can be pulled; must return at once and
    /// not set another. Once this returns, the former function is not running and will not be called again. For faces
    /// without a timer.
    void setWakeUp(std::function<void()> wakeUp);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace alexscope
