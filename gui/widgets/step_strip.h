// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// One training step as a row of pieces: Load and the layers forward above, the layers backward and the update below,
/// so that the cursor walks around. Filled: the piece that comes next; tinted: done in this iteration. Beside it in
/// words what was just done and what comes next. A click on a piece asks to run until it is next. While training runs
/// at full speed there is no cursor: nobody could follow it. Keyboard: arrows choose a piece, Enter or Space runs to
/// it.
class StepStrip : public QWidget {
    Q_OBJECT
public:
    explicit StepStrip(LiveModel& model, QWidget* parent = nullptr);

    /// Where a piece lies; empty when this run has none such. `layer` is −1 for Load, Update and Validate.
    QRect cellRect(PieceKind kind, int layer = -1) const;
    QString doneText() const;
    QString nextText() const;
    /// Whether the cursor is shown; false while training runs at full speed.
    bool showsCursor() const { return m_cursor; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void runWanted(const alexscope::StopCondition& until);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Cell {
        PieceKind kind = PieceKind::Load;
        int layer = -1;
        QString text;
        QRect rect;
    };

    void follow();
    void showNow();
    void rebuild();
    void layoutCells();
    std::vector<int> columnWidths(int room) const;
    bool everyNameFits(const std::vector<int>& columns) const;
    int textWidth(bool fused) const;
    QFont smallFont() const;
    QFontMetrics metrics() const;
    int rowHeight() const;
    int cellAt(QPoint position) const;
    bool isNext(const Cell& cell) const;
    bool isDone(const Cell& cell) const;
    bool canRunTo() const;
    QString tipOf(const Cell& cell) const;
    void describe();
    void runTo(int cell);
    void moveFocus(int key);
    void paintCell(QPainter& painter, const Cell& cell, bool pointedAt) const;
    const NetworkSpec* network() const;

    LiveModel& m_model;
    QTimer m_freeTimer; ///< running this long at full speed, the cursor goes
    std::vector<Cell> m_cells;
    QRect m_text; ///< where the words stand
    SessionStatus m_shown;
    bool m_cursor = false, m_focusByKey = false;
    int m_hovered = -1, m_focused = 0;
};

} // namespace alexscope::gui
