// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the map.
#include "gui/widgets/set_map.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr double wheelStep = 120, zoomAStep = 1.25, farthest = 0.5, nearest = 400, moveAKey = 40, startOfDrag = 4;

} // namespace

// ---- Where one looks

void SetMap::setWhole(bool whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    emit showsAllChanged(whole);
}

void SetMap::showAll()
{
    m_view = wholeView();
    setWhole(true);
    update();
}

/// What lies under `around` stays there.
void SetMap::zoom(double factor, QPointF around)
{
    if (m_places.empty())
        return;
    const double whole = wholeView().scale, before = m_view.scale;
    m_view.scale = std::clamp(before * factor, whole * farthest, whole * nearest);
    const QPointF off = around - room().center();
    const double shift = 1 / before - 1 / m_view.scale;
    m_view.centre += QPointF(off.x() * shift, -off.y() * shift);
    setWhole(false);
    update();
}

void SetMap::move(QPointF by)
{
    m_view.centre -= QPointF(by.x(), -by.y()) / m_view.scale;
    setWhole(false);
    update();
}

void SetMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_whole)
        m_view = wholeView();
}

// ---- Mouse

void SetMap::hover(int point)
{
    if (point == m_hovered)
        return;
    m_hovered = point;
    update();
    emit pointedAt(point);
}

void SetMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_places.empty())
        return;
    if (const int label = legendAt(event->position()); label >= 0) {
        m_highlighted = label == m_highlighted ? -1 : label;
        return update();
    }
    m_pressedAt = m_draggedAt = event->position();
    m_pressedPoint = pointAt(m_pressedAt);
    m_gesture = m_lassoing != event->modifiers().testFlag(Qt::ShiftModifier) ? Gesture::Lasso : Gesture::Press;
    m_lasso = {m_pressedAt};
}

void SetMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_gesture == Gesture::None)
        return hover(pointAt(event->position()));
    const bool far = QLineF(m_pressedAt, event->position()).length() >= startOfDrag;
    if (m_gesture == Gesture::Press && far)
        m_gesture = Gesture::Move;
    if (m_gesture == Gesture::Move) {
        move(event->position() - m_draggedAt);
        m_draggedAt = event->position();
    } else if (m_gesture == Gesture::Lasso) {
        m_lasso.append(event->position());
        update();
    }
}

void SetMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Gesture done = std::exchange(m_gesture, Gesture::None);
    const bool clicked = QLineF(m_pressedAt, event->position()).length() < startOfDrag && m_lasso.size() < 4;
    if (done == Gesture::None || done == Gesture::Move)
        return;
    update();
    if (clicked) {
        if (m_pressedPoint >= 0)
            emit wanted(m_pressedPoint);
        else
            choose({});
        return;
    }
    std::vector<int> inside;
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i)
        if (m_lasso.containsPoint(onScreen(i), Qt::OddEvenFill))
            inside.push_back(i);
    choose(std::move(inside));
}

void SetMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || legendAt(event->position()) >= 0)
        return;
    if (m_pressedPoint >= 0)
        emit pinned(m_pressedPoint);
    else
        showAll();
}

void SetMap::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(zoomAStep, event->angleDelta().y() / wheelStep), event->position());
    event->accept();
}

void SetMap::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover(-1);
}

// ---- Keys

/// To the point that lies nearest in a direction of the screen, what is aside counting double.
void SetMap::walk(QPointF direction)
{
    if (m_places.empty())
        return;
    if (m_hovered < 0)
        return hover(m_query >= 0 ? m_query : 0);
    const QPointF from = onScreen(m_hovered);
    int best = m_hovered;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i) {
        const QPointF off = onScreen(i) - from;
        const double ahead = QPointF::dotProduct(off, direction);
        const double aside = std::abs(off.x() * direction.y() - off.y() * direction.x());
        if (i != m_hovered && ahead > 0 && ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = i;
        }
    }
    hover(best);
}

void SetMap::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->modifiers().testFlag(Qt::ControlModifier);
    const auto arrow = [&](double x, double y) { moves ? move(QPointF(-x, -y) * moveAKey) : walk({x, y}); };
    switch (event->key()) {
    case Qt::Key_Left:
        return arrow(-1, 0);
    case Qt::Key_Right:
        return arrow(1, 0);
    case Qt::Key_Up:
        return arrow(0, -1);
    case Qt::Key_Down:
        return arrow(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomAStep, room().center());
    case Qt::Key_Minus:
        return zoom(1 / zoomAStep, room().center());
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Escape:
        return choose({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0)
            emit wanted(m_hovered);
        return;
    case Qt::Key_P:
        if (m_hovered >= 0)
            emit pinned(m_hovered);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SetMap::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void SetMap::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
