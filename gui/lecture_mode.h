// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFont>
#include <QKeySequence>
#include <QMainWindow>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QDockWidget;
class QShortcut;

namespace alexscope::gui {

/// For a projector: large type, only the chosen panels, and single keys that need no look at the keyboard. Leaving
/// brings back the arrangement as it was. GUI thread.
class LectureMode : public QObject {
    Q_OBJECT
public:
    explicit LectureMode(QMainWindow& window);

    /// A key that works only while the mode is on.
    void addKey(const QKeySequence& key, std::function<void()> action);
    /// Object names of the docks to show, all together.
    void setPanels(const QStringList& docks);
    const QStringList& panels() const { return m_panels; }
    /// Shows the first of them alone, then the next, and all together after the last. Returns the one that is alone
    /// now; empty: all.
    QString showNext();
    /// One of them comes to the front where several share a place, and takes the place of the one that is alone.
    void bringForward(const QString& dock);
    /// The dock that is shown alone; empty: all.
    const QString& alone() const { return m_alone; }

    bool isOn() const { return m_on; }
    void set(bool on);
    /// The arrangement to remember: the one from before while the mode is on.
    QByteArray arrangement(int version) const;

signals:
    void changed(bool on);

private:
    void enter();
    void leave();
    void showPanels();

    QMainWindow& m_window;
    QStringList m_panels{QStringLiteral("filtersDock"), QStringLiteral("activationsDock"),
                         QStringLiteral("curvesDock")};
    QString m_alone;
    std::vector<QShortcut*> m_keys;
    QByteArray m_before; ///< the window's state
    QFont m_font;
    bool m_on = false;
};

} // namespace alexscope::gui
