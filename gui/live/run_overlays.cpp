// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_overlays.h"

#include "core/error.h"
#include "core/storage/run_folder.h"
#include "gui/look/engine_sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <exception>

namespace alexscope::gui {

std::shared_ptr<const RecordedRun> readRun(const std::filesystem::path& path)
{
    const RunFolder folder = RunFolder::open(path);
    auto run = std::make_shared<RecordedRun>();
    run->folder = QString::fromStdString(path.string());
    run->spec = folder.spec();
    folder.forEachRow([&](const MetricsRow& row) {
        if (run->curves.rows() > 0 && row.iteration <= run->curves.lastIteration())
            throw Error(
                RunOverlays::tr("%1: metrics.csv goes back from iteration %2 to %3; it is not the record of one run")
                    .arg(QString::fromStdString(path.string()), QString::number(run->curves.lastIteration()),
                         QString::number(row.iteration))
                    .toStdString());
        run->curves.append(row);
    });
    for (const RecordedEvent& event : folder.readEvents())
        if (event.change)
            run->changes.push_back(*event.change);
    return run;
}

void RunOverlays::add(const QString& folder)
{
    ++m_pending;
    const QPointer<RunOverlays> self(this);
    const QString path = QDir(folder).absolutePath();
    QThreadPool::globalInstance()->start([self, path] {
        std::shared_ptr<const RecordedRun> run;
        QString failure;
        try {
            run = readRun(path.toStdString());
        } catch (const std::exception& error) {
            failure = shownSentence(error.what());
        }
        // Through the application, which outlives every panel: whether this one is still there is looked up over there.
        QMetaObject::invokeMethod(
            qApp,
            [self, run, failure] {
                if (self)
                    self->take(run, failure);
            },
            Qt::QueuedConnection);
    });
    emit changed();
}

void RunOverlays::take(const std::shared_ptr<const RecordedRun>& run, const QString& failure)
{
    --m_pending;
    if (run) {
        const auto same =
            std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& other) { return other->folder == run->folder; });
        if (same != m_runs.end())
            *same = run;
        else
            m_runs.push_back(run);
    } else {
        emit failed(failure);
    }
    emit changed();
}

void RunOverlays::remove(std::size_t run)
{
    if (run >= m_runs.size())
        return;
    m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(run));
    emit changed();
}

void RunOverlays::clear()
{
    m_runs.clear();
    emit changed();
}

} // namespace alexscope::gui
