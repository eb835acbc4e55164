// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;

namespace alexscope::gui {

class LabelRoom;

/// The row of live numbers at the foot of the window: state, iteration, epoch, loss, errors, rate, speed, time left.
/// Captions stay where they are; a number not there yet is an en dash. Refreshes five times a second at most. A window
/// too narrow for all leaves whole numbers out, the least needed first, instead of cutting them.
class ReadoutBar : public QWidget {
    Q_OBJECT
public:
    explicit ReadoutBar(LiveModel& model, QWidget* parent = nullptr);

    /// The text of one value by its object name; for tests.
    QString value(const QString& name) const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QSize minimumSizeHint() const override;

private:
    QWidget* addReadout(const QString& name, const QString& widest, LabelRoom*& value);
    void fitReadouts();
    void scheduleRefresh();
    void refresh();
    void retranslate();
    QString stateText() const;
    QString nextPieceText() const;

    LiveModel& m_model;
    QTimer m_timer;
    std::vector<QWidget*> m_expendable; ///< the least needed first
    QLabel* m_state;
    LabelRoom *m_iteration, *m_epoch, *m_loss, *m_error, *m_validation, *m_rate, *m_speed, *m_left;
};

} // namespace alexscope::gui
