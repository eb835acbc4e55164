// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batch_loader.h"
#include "core/network/network.h"
#include "core/training/dropout_edits.h"
#include "core/training/metrics.h"
#include "core/training/solver.h"
#include "core/training/validation_pass.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace alexscope {

/// Where training stands: the piece that advance() will do next.
enum class PieceKind { Load, Forward, Backward, Update, Validate };

struct Piece {
    PieceKind kind = PieceKind::Load;
    int kernel = -1;                     ///< Forward, Backward: index into the current network's kernels
    int firstLayer = -1, layerCount = 0; ///< the layers that kernel covers
};

/// What a trainer needs to know of a run once everything is opened and resolved.
struct TrainerOptions {
    NetworkSpec network; ///< classes resolved
    Recipe recipe;
    std::uint64_t seed = 2012;
    Precision precision = Precision::Fp32;
    DataSource data;
    SetStatistics statistics;
    int loaderWorkers = 1;
    std::int64_t validationLimit = 0; ///< pictures used per validation; 0: all
};

/// Training as a cursor: advance() does one piece of {Load, Forward i, Backward i, Update, Validate batch}. Run, pause
/// and every kind of step are only different stopping rules around it. In free running a Load takes the rest of its
/// iteration along where the device can do it as a whole (Backend::record). Thread: the backend's.
class Trainer {
public:
    Trainer(TrainerOptions options, Backend& backend);
    ~Trainer();

    const TrainerOptions& options() const { return m_options; }
    /// The network the current iteration uses: fused while running, layer by layer while stepping; same parameters.
    Network& network() { return *m_current; }
    const std::shared_ptr<Parameters>& parameters() const;
    Solver& solver() { return m_solver; }
    const Batch* batch() const { return m_batch; } ///< of the iteration under way; null before the first Load

    /// Backward ends there: what lies below is frozen.
    int lowestLearningLayer() const { return m_fused->options().lowestLearningLayer; }

    /// Updates done.
    std::int64_t iteration() const { return m_iteration; }
    double epoch() const { return epochAt(m_iteration); }
    double epochAt(std::int64_t iteration) const;
    std::int64_t iterationsPerEpoch() const; ///< rounded up
    std::int64_t lastIteration() const;      ///< at which the run ends
    bool finished() const { return m_iteration >= lastIteration() && next().kind == PieceKind::Load; }

    /// What advance() will do.
    Piece next() const { return m_next; }
    /// Waits at most `seconds` for the pictures advance() needs; whether it would now go on without waiting.
    bool ready(double seconds);
    /// Does it. Returns the metrics when the piece completes an iteration (its update, and its validation if due).
    std::optional<MetricsRow> advance();
    /// What advance() did last: the Update, where a Load took the whole iteration along.
    const Piece& done() const { return m_done; }
    /// Layer by layer from the next Load on (never forks the run: fusion is bit-neutral).
    void setStepwise(bool stepwise) { m_wantStepwise = stepwise; }
    bool stepwise() const { return m_current == m_stepwise.get(); }
    /// The same of the iteration the next piece belongs to.
    bool nextStepwise() const { return m_next.kind == PieceKind::Load ? m_wantStepwise : stepwise(); }
    /// False: piece by piece from the next Load on, whatever the device can, so that pieces can be timed.
    void setWhole(bool whole) { m_wantWhole = whole; }
    /// Whether the training pictures stay on the device once they have been there.
    bool keepsPictures() const { return m_store != nullptr; }
    /// The p of a dropout layer (§4.2), from the next Load on: at once between two iterations, else when the one under
    /// way is done with its validation. Throws Error for another layer or an impossible p.
    void setDropout(int layer, double p);
    /// As last set, whether it counts already or not.
    double dropout(int layer) const;
    const DropoutEdits& dropoutEdits() const { return m_dropoutEdits; }

    /// Record update/weight norms with the next update; to be asked for before its Load.
    void requestRatios() { m_wantRatios = true; }
    const std::optional<UpdateRatios>& latestRatios() const { return m_ratios; }

    /// What the validation just done found, once: it costs that nothing extra. Null when there is nothing new.
    std::shared_ptr<SetPredictions> takePredictions() { return std::move(m_predictions); }
    /// A pass over the validation pictures with the parameters as they are, apart from the run, which goes on as if
    /// there had been none. It ends before the trainer. Throws Error when there are no such pictures.
    std::unique_ptr<ValidationPass> judge();
    /// What judge()'s batches are computed with.
    StepContext testContext() const { return context(Phase::Test); }

    /// Goes to the state a checkpoint describes (the parameters are the caller's to upload): the next piece is Load of
    /// batch `iteration`, or the validation after it when its row is still `unvalidated`.
    void restore(std::int64_t iteration, const SolverState& solver, double seconds,
                 const std::optional<MetricsRow>& unvalidated = std::nullopt);
    /// Before restore(): the dropout that counted then, as in `network`, and what waits to count.
    void restoreDropout(const NetworkSpec& network, DropoutEdits edits);
    /// Back to iteration 0 with the initial weights of `seed` and the recipe as it was given.
    void reset(std::uint64_t seed);
    /// The row of the iteration whose validation is under way; none otherwise.
    std::optional<MetricsRow> unvalidated() const;
    double seconds() const { return m_seconds; }
    double secondsWaitedForData() const { return m_loader->secondsWaited(); }

    std::shared_ptr<const Augmenter> augmenter() const { return m_augmenter; }

private:
    NetworkOptions trainingOptions(bool fuse) const;
    void load();
    bool goesWhole();
    std::optional<MetricsRow> update(bool wholeStep);
    std::optional<MetricsRow> validate();
    void beginValidation();
    std::unique_ptr<ValidationPass> makeValidation();
    bool validationDue() const;
    std::int64_t validationPictures() const;
    void startLoader();
    std::int64_t batchesWithPictures() const;
    void endRandomCrops();
    void followDropout(const NetworkSpec& network);
    void applyDropoutEdits();
    void recordRatios(const UpdateNorms& norms);
    StepContext context(Phase phase) const;
    Piece piece(PieceKind kind, int kernel) const;

    TrainerOptions m_options;
    Backend& m_backend;
    Solver m_solver;
    std::shared_ptr<const Augmenter> m_augmenter;
    std::unique_ptr<Network> m_fused, m_stepwise, m_validation;
    Network* m_current = nullptr;
    std::unique_ptr<PictureStore> m_store;
    bool m_storeFull = false;
    std::unique_ptr<BatchLoader> m_loader;
    std::unique_ptr<ValidationPass> m_validating;
    std::shared_ptr<SetPredictions> m_predictions;
    const Batch* m_batch = nullptr;
    Piece m_next, m_done;
    std::int64_t m_iteration = 0;
    DropoutEdits m_dropoutEdits;
    bool m_wantStepwise = false, m_wantWhole = true, m_wantRatios = false, m_augmentationOff = false;
    bool m_warm = false; ///< an iteration was done piece by piece, as taking it down requires
    MetricsRow m_row;
    std::optional<UpdateRatios> m_ratios;
    double m_seconds = 0;
};

} // namespace alexscope
