// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace alexscope::gui {

/// The row of live numbers at the foot of the window: state, iteration, epoch, loss, errors, rate, speed, time left.
/// Captions stay where they are; a number not there yet is an en dash. Refreshes five times a second at most.
class ReadoutBar : public QWidget {
    Q_OBJECT
public:
    explicit ReadoutBar(LiveModel& model, QWidget* parent = nullptr);

    /// The text of one value by its object name; for tests.
    QString value(const QString& name) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addReadout(const QString& name, const QString& widest);
    void scheduleRefresh();
    void refresh();
    void retranslate();
    QString stateText() const;

    LiveModel& m_model;
    QTimer m_timer;
    QLabel *m_state, *m_iteration, *m_epoch, *m_loss, *m_error, *m_validation, *m_rate, *m_speed, *m_left;
};

} // namespace alexscope::gui
