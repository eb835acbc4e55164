// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"
#include "gui/live/session_bridge.h"

#include <QObject>

#include <cstdint>
#include <functional>

class QAction;
class QKeySequence;
class QMenu;
class QToolBar;

namespace alexscope::gui {

class PaceSlider;
class SeedPopup;
class StepStrip;
class UntilPopup;

/// The run bar's controls beyond run, pause and single steps: run until, slow motion, the seed, the drawing switch and
/// the strip with a step's pieces. They tell the engine through the bridge; the window places and names them.
class RunControls : public QObject {
    Q_OBJECT
public:
    RunControls(LiveModel& model, SessionBridge& bridge, QWidget* window);

    /// In the order of the bar.
    QAction* until() const { return m_until; }
    QAction* faster() const { return m_faster; }
    QAction* slower() const { return m_slower; }
    QAction* chooseSeed() const { return m_chooseSeed; }
    /// Checked: the views stay as they are while training goes on.
    QAction* pauseDrawing() const { return m_pauseDrawing; }
    /// Shows or hides the strip.
    QAction* showStrip() const;

    void addUntil(QToolBar& bar);
    void addSlowMotion(QToolBar& bar);
    void addSeed(QToolBar& bar);
    void addDrawing(QToolBar& bar);
    void addTo(QMenu& menu);
    QToolBar& stripBar() const { return *m_stripBar; }
    StepStrip& strip() const { return *m_strip; }
    PaceSlider& slowMotion() const { return *m_slow; }

    /// Sets every text; `name` gives an action its text and what it does.
    void retranslate(const std::function<void(QAction*, const QString&, const QString&)>& name);

signals:
    void seedWanted(std::uint64_t seed);
    void drawingPaused(bool paused);

private:
    QAction* makeAction(const QString& name, const QString& drawing, const QList<QKeySequence>& keys);
    void openUntil();
    void openSeed();
    void follow();

    LiveModel& m_model;
    SessionBridge& m_bridge;
    QWidget* m_window;
    QAction *m_until, *m_faster, *m_slower, *m_chooseSeed, *m_pauseDrawing;
    QToolBar *m_bar = nullptr, *m_stripBar;
    StepStrip* m_strip;
    PaceSlider* m_slow;
    UntilPopup* m_untilPopup;
    SeedPopup* m_seedPopup;
};

} // namespace alexscope::gui
