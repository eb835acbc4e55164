// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the strip.
#include "gui/widgets/step_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

void StepStrip::runTo(int cell)
{
    if (cell < 0 || cell >= std::ssize(m_cells) || !canRunTo())
        return;
    const Cell& wanted = m_cells[static_cast<std::size_t>(cell)];
    StopCondition until;
    until.kindReached = wanted.kind;
    if (wanted.layer >= 0)
        until.layerReached = network()->layers[static_cast<std::size_t>(wanted.layer)].name;
    emit runWanted(until);
}

bool StepStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int cell = cellAt(help->pos()); cell >= 0)
            QToolTip::showText(help->globalPos(), tipOf(m_cells[static_cast<std::size_t>(cell)]), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void StepStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int cell = cellAt(event->position().toPoint());
    setCursor(cell >= 0 && canRunTo() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, cell) != cell)
        update();
}

void StepStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        runTo(cellAt(event->position().toPoint()));
}

void StepStrip::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

/// The cells stand in the order of the step, which goes right above and left below.
void StepStrip::moveFocus(int key)
{
    const Cell& now = m_cells[static_cast<std::size_t>(m_focused)];
    const bool above = now.rect.top() == m_cells.front().rect.top();
    int to = m_focused;
    if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = static_cast<int>(m_cells.size()) - 1;
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        to = cellAt(
            QPoint(now.rect.center().x(), (above ? cellRect(PieceKind::Update) : m_cells.front().rect).center().y()));
    else
        to += (key == Qt::Key_Right) == above ? 1 : -1;
    if (to >= 0)
        m_focused = std::min(to, static_cast<int>(m_cells.size()) - 1);
}

void StepStrip::keyPressEvent(QKeyEvent* event)
{
    if (m_cells.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        moveFocus(event->key());
        m_focusByKey = true;
        describe();
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return runTo(m_focused);
    default:
        QWidget::keyPressEvent(event);
    }
}

void StepStrip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_focusByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    describe();
    update();
}

void StepStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    describe();
    update();
}

} // namespace alexscope::gui
