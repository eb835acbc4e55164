// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_curves.h"
#include "core/storage/run_spec.h"
#include "core/training/hyper_parameter_change.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// The past of a recorded run, as its curves are drawn beside others.
struct RecordedRun {
    QString folder; ///< absolute path
    RunSpec spec;
    RunCurves curves;
    std::vector<HyperParameterChange> changes;
};

/// Reads a run folder without changing it. Throws Error naming what is missing or broken. Any thread; takes a second
/// for a million rows.
std::shared_ptr<const RecordedRun> readRun(const std::filesystem::path& folder);

/// The recorded runs laid over the live one, in the order they were added. Reading happens on another thread. GUI
/// thread.
class RunOverlays : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<std::shared_ptr<const RecordedRun>>& runs() const { return m_runs; }
    /// Runs still being read.
    int pending() const { return m_pending; }
    /// Returns at once; changed() or failed() follows. A folder that is there already is read again, in its place.
    void add(const QString& folder);
    void remove(std::size_t run);
    void clear();

signals:
    void changed();
    void failed(const QString& sentence);

private:
    void take(const std::shared_ptr<const RecordedRun>& run, const QString& failure);

    std::vector<std::shared_ptr<const RecordedRun>> m_runs;
    int m_pending = 0;
};

} // namespace alexscope::gui
