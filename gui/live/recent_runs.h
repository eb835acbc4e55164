// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <vector>

namespace alexscope::gui {

/// What a run folder says of itself, found without reading more than a few kilobytes of it.
struct RunSummary {
    QString folder, network, data;
    std::int64_t iteration = 0; ///< of the last row recorded
    QDateTime changed;          ///< when it was last written to
    QString fault;              ///< why it cannot be opened, as a sentence; empty: it can
};

/// Reads and checks a run folder and changes nothing in it: description, network, head of the checkpoint, whether its
/// data are still there. Never throws. Any thread.
RunSummary summariseRun(const QString& folder);

/// The run folders used last, newest first, at most ten. GUI thread; folders are looked at on another.
class RecentRuns : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    QStringList folders() const { return m_folders; }
    void setFolders(const QStringList& folders);
    /// To the front.
    void add(const QString& folder);
    void clear() { m_folders.clear(); }

    /// Looks at all of them; refreshed() says when that is done.
    void refresh();
    /// As last found, in the order of folders(); those not looked at yet have only their folder.
    std::vector<RunSummary> summaries() const;

signals:
    void refreshed();

private:
    QStringList m_folders;
    std::vector<RunSummary> m_known;
    bool m_reading = false, m_again = false;
};

} // namespace alexscope::gui
