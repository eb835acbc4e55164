// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/recent_runs.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "core/storage/metrics_csv.h"
#include "core/storage/run_folder.h"
#include "core/storage/safetensors.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr qsizetype mostRuns = 10;
constexpr qint64 tailOfMetrics = 4096;

/// The iteration of the last whole line; a day-long run has a million of them, and only the end is read.
std::int64_t lastIteration(const QString& metrics)
{
    QFile file(metrics);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    file.seek(std::max<qint64>(0, file.size() - tailOfMetrics));
    QByteArray tail = file.read(tailOfMetrics);
    tail.truncate(tail.lastIndexOf('\n'));
    return tail.mid(tail.lastIndexOf('\n') + 1).split(',').value(0).toLongLong(); // 0 for the header
}

void checkData(const std::string& specification)
{
    const std::size_t colon = specification.find(':');
    if (colon == std::string::npos)
        return;
    const std::string place = specification.substr(colon + 1);
    if (!QFileInfo::exists(QString::fromStdString(place)))
        throw Error(
            RecentRuns::tr("its pictures are not there any more: %1").arg(QString::fromStdString(place)).toStdString());
}

} // namespace

RunSummary summariseRun(const QString& folder)
{
    RunSummary summary;
    summary.folder = folder;
    const QDir directory(folder);
    try {
        const RunFolder run = RunFolder::open(toPath(folder));
        summary.network = QString::fromStdString(parseNetwork(run.spec().networkText, "network.net").name);
        summary.data = QString::fromStdString(run.spec().data);
        summary.iteration = lastIteration(directory.filePath(QStringLiteral("metrics.csv")));
        summary.changed = QFileInfo(directory.filePath(QStringLiteral("metrics.csv"))).lastModified();
        if (std::filesystem::exists(run.checkpoint()))
            (void)SafetensorsFile(run.checkpoint()); // every number in its head is checked against the file
        checkData(run.spec().data);
    } catch (const std::exception& error) {
        summary.fault = RecentRuns::tr("The run in %1 cannot be opened: %2.")
                            .arg(folder, shownSentence(error.what()).remove(QLatin1Char('\n')));
        while (summary.fault.endsWith(QLatin1String("..")))
            summary.fault.chop(1);
    }
    return summary;
}

void RecentRuns::setFolders(const QStringList& folders)
{
    m_folders = folders.mid(0, mostRuns);
}

void RecentRuns::add(const QString& folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    m_folders.removeAll(path);
    m_folders.prepend(path);
    m_folders = m_folders.mid(0, mostRuns);
}

void RecentRuns::refresh()
{
    if (std::exchange(m_reading, true)) {
        m_again = true;
        return;
    }
    QThreadPool::globalInstance()->start([folders = m_folders, self = QPointer<RecentRuns>(this)] {
        std::vector<RunSummary> found;
        for (const QString& folder : folders)
            found.push_back(summariseRun(folder));
        QMetaObject::invokeMethod(qApp, [self, found = std::move(found)] {
            if (!self)
                return;
            self->m_reading = false;
            self->m_known = found;
            emit self->refreshed();
            if (std::exchange(self->m_again, false))
                self->refresh();
        });
    });
}

std::vector<RunSummary> RecentRuns::summaries() const
{
    std::vector<RunSummary> list;
    for (const QString& folder : m_folders) {
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&](const RunSummary& summary) { return summary.folder == folder; });
        RunSummary summary;
        summary.folder = folder;
        list.push_back(known == m_known.end() ? summary : *known);
    }
    return list;
}

} // namespace alexscope::gui
