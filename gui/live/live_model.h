// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/live/initial_weights.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace alexscope::gui {

/// Everything the panels show: the newest immutable values of the session, as last pulled. Panels read this and nothing
/// else, so they can be fed by hand. GUI thread.
class LiveModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const SessionStatus& status() const { return m_status; }
    /// Null before a run is open.
    const std::shared_ptr<const RunDescription>& run() const { return m_run; }
    /// Null before the first of this run.
    const std::shared_ptr<const Snapshot>& snapshot() const { return m_snapshot; }
    const std::vector<MetricsRow>& rows() const { return m_rows; }
    /// The newest row that carries a validation, or null.
    const MetricsRow* validation() const;

    /// The first convolution of the open run, whose filters are pictures; -1 without one.
    int firstConvolution() const { return m_firstConvolution; }
    /// "conv1.weight"; empty without one.
    std::string firstWeightName() const;
    /// Its weights in the newest snapshot that carried them, or null.
    const std::shared_ptr<const HostTensor>& firstWeights() const { return m_firstWeights; }
    /// Its weights at iteration 0, kept for comparison; null until seen.
    const std::shared_ptr<const HostTensor>& initialWeights() const { return m_initialWeights; }
    /// Any parameter's values before the first iteration, computed when asked for.
    InitialWeights& initial() { return m_initial; }
    /// The newest classification of the gallery, or null.
    std::shared_ptr<const GalleryResult> gallery() const { return m_snapshot ? m_snapshot->gallery : nullptr; }

    void setStatus(const SessionStatus& status);
    /// Another run: forgets snapshot, rows and initial weights.
    void setRun(std::shared_ptr<const RunDescription> run);
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void appendRows(const std::vector<MetricsRow>& rows);
    /// The journal began anew.
    void restartRows();

signals:
    void statusChanged();
    void runChanged();
    void snapshotChanged();
    /// Rows from `first` on are new.
    void rowsAppended(std::size_t first);
    void rowsRestarted();

private:
    SessionStatus m_status;
    std::shared_ptr<const RunDescription> m_run;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const HostTensor> m_firstWeights, m_initialWeights;
    InitialWeights m_initial;
    std::vector<MetricsRow> m_rows;
    std::ptrdiff_t m_validationRow = -1;
    int m_firstConvolution = -1;
};

} // namespace alexscope::gui
