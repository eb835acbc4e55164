// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/time_travel.h"

#include <QTimer>
#include <QToolBar>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace alexscope::gui {

class MomentSlider;

/// The run's past at the foot of the window: one slider for all views, from moment to moment, play, and back to now.
/// While the past is looked at a banner says so. Nothing in it changes its size.
class TimeBar : public QToolBar {
    Q_OBJECT
public:
    TimeBar(LiveModel& model, TimeTravel& travel, QWidget* parent = nullptr);

    const MomentSlider& slider() const { return *m_slider; }
    /// The single keys that others need in a lecture: comma, full stop and Escape.
    void setSingleKeysEnabled(bool enabled);
    /// What the banner says; for tests.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* addStep(const QString& name, const QString& drawing, const QKeySequence& shortcut);
    void refresh();
    void retranslate();
    void recolour();
    void nameAction(QAction* action, const QString& text, const QString& what);

    LiveModel& m_model;
    TimeTravel& m_travel;
    QAction *m_previous, *m_play, *m_next, *m_now;
    MomentSlider* m_slider;
    QLabel* m_banner;
    QComboBox* m_pace;
    QTimer m_timer; ///< while training goes on the line of time grows five times a second
    bool m_wasPast = false;
};

} // namespace alexscope::gui
