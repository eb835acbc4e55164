// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_curves.h"
#include "core/session/session.h"
#include "gui/live/initial_weights.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace alexscope::gui {

/// Everything the panels show: the newest immutable values of the session, as last pulled; or, while somebody looks
/// back, what was recorded of an earlier moment in place of the newest snapshot. Panels read this and nothing else, so
/// they can be fed by hand. GUI thread.
class LiveModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const SessionStatus& status() const { return m_status; }
    /// Null before a run is open.
    const std::shared_ptr<const RunDescription>& run() const { return m_run; }
    /// What is looked at: the newest, or the past one that showPast() was given; what is not recorded is absent from
    /// that. Null before the first of this run.
    const std::shared_ptr<const Snapshot>& snapshot() const { return m_past ? m_past : m_snapshot; }
    bool isPast() const { return m_past != nullptr; }
    /// Of what is looked at.
    std::int64_t shownIteration() const { return m_past ? m_past->iteration : m_status.iteration; }
    /// What is recorded of the run so far, or null.
    const std::shared_ptr<const MomentList>& moments() const { return m_moments; }
    /// The newest rows as they were: all of them up to 2 · rowsKept, of longer runs at least the last rowsKept.
    const std::vector<MetricsRow>& rows() const { return m_rows; }
    static constexpr std::size_t rowsKept = std::size_t{1} << 15;
    /// Every row of the run in bounded memory, and the update ratios; another object after rowsRestarted. Never null.
    const std::shared_ptr<const RunCurves>& curves() const { return m_curves; }
    /// Edits by hand and divisions by the schedule so far, in order.
    const std::vector<HyperParameterChange>& changes() const { return m_changes; }
    /// The newest row that carries a validation, or null.
    const MetricsRow* validation() const { return m_validation ? &*m_validation : nullptr; }

    /// The first convolution of the open run, whose filters are pictures; -1 without one.
    int firstConvolution() const { return m_firstConvolution; }
    /// "conv1.weight"; empty without one.
    std::string firstWeightName() const;
    /// Its weights in the newest snapshot that carried them, or in the past one looked at; or null.
    const std::shared_ptr<const HostTensor>& firstWeights() const { return m_past ? m_pastWeights : m_firstWeights; }
    /// Its weights at iteration 0, kept for comparison; null until seen.
    const std::shared_ptr<const HostTensor>& initialWeights() const { return m_initialWeights; }
    /// The newest classification of the gallery, or null; none is recorded of the past.
    std::shared_ptr<const GalleryResult> gallery() const { return snapshot() ? snapshot()->gallery : nullptr; }
    /// What the network said of every validation picture when it was last asked, or null; none is recorded of the past.
    std::shared_ptr<const SetPredictions> predictions() const { return m_past ? nullptr : m_predictions; }
    /// Any parameter's values before the first iteration, computed when asked for.
    InitialWeights& initial() { return m_initial; }

    void setStatus(const SessionStatus& status);
    /// Another run: forgets snapshot, rows and initial weights; but rows that came before their run, while it was being
    /// opened, are its past.
    void setRun(std::shared_ptr<const RunDescription> run);
    /// The same run after a live edit of its network: keeps everything else.
    void editRun(std::shared_ptr<const RunDescription> run);
    /// While the past is looked at it is kept for the return.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// Of the run that is open.
    void setPredictions(std::shared_ptr<const SetPredictions> predictions);
    /// Another past than before (of another folder, or none) ends looking back.
    void setMoments(std::shared_ptr<const MomentList> moments);
    /// Every view shows this recorded moment; null: now again.
    void showPast(std::shared_ptr<const Snapshot> past);
    /// Of a run that was taken up after its beginning.
    void setInitialWeights(std::shared_ptr<const HostTensor> weights);
    void appendRows(const std::vector<MetricsRow>& rows);
    void appendRatios(const std::vector<UpdateRatios>& ratios);
    void appendChanges(const std::vector<HyperParameterChange>& changes);
    /// The journal began anew.
    void restartRows();

signals:
    void statusChanged();
    void runChanged();
    /// run() is the same one, with a live edit.
    void runEdited();
    /// What snapshot() gives has changed.
    void snapshotChanged();
    /// Before snapshotChanged: another moment of the past, or now again.
    void pastChanged();
    void momentsChanged();
    /// What predictions() gives has changed.
    void predictionsChanged();
    /// rows() from `first` on are new.
    void rowsAppended(std::size_t first);
    void ratiosAppended();
    void changesAppended();
    void rowsRestarted();

private:
    SessionStatus m_status;
    std::shared_ptr<const RunDescription> m_run;
    std::shared_ptr<const HostTensor> firstWeightsOf(const Snapshot& snapshot) const;

    std::shared_ptr<const Snapshot> m_snapshot, m_past;
    std::shared_ptr<const MomentList> m_moments;
    std::shared_ptr<const SetPredictions> m_predictions;
    std::shared_ptr<const HostTensor> m_firstWeights, m_pastWeights, m_initialWeights;
    InitialWeights m_initial;
    std::vector<MetricsRow> m_rows;
    std::optional<MetricsRow> m_validation;
    std::shared_ptr<RunCurves> m_extending = std::make_shared<RunCurves>(); ///< the same as m_curves
    std::shared_ptr<const RunCurves> m_curves = m_extending;
    std::vector<HyperParameterChange> m_changes;
    int m_firstConvolution = -1;
};

} // namespace alexscope::gui
