// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace alexscope {
struct SessionEvent;
}

namespace alexscope::gui {

class MainWindow;
class Panel;

/// Trains for a while in the program's own window, without a display, and writes what its views show:
/// filters-before.png, filters-after.png, curves.png, predictions.png, window.png, metrics.csv and index.html. Says on
/// the standard output how it goes.
class Demonstration : public QObject {
    Q_OBJECT
public:
    Demonstration(MainWindow& window, const QString& folder, double seconds);
    void start();

signals:
    void finished(bool good);

private:
    /// Goes on with `next` as soon as `ready` holds; fails when that takes too long.
    void when(std::function<bool()> ready, std::function<void()> next);
    void check();
    void beginTraining();
    void sayProgress();
    void endTraining();
    void drawViews();
    void writeReport();
    void savePanel(Panel& panel, const QString& name);
    void save(QWidget& widget, const QString& name);
    void writeMetrics();
    void fail(const QString& reason);

    MainWindow& m_window;
    QDir m_folder;
    double m_seconds;
    QTimer m_timer, m_progress;
    QElapsedTimer m_waited;
    std::function<bool()> m_ready;
    std::function<void()> m_next;
    std::string m_metrics; ///< metrics.csv so far: the model keeps only the newest rows
    bool m_failed = false;
};

} // namespace alexscope::gui
