// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/diagram_view.h"

#include "gui/widgets/network_diagram.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {
constexpr double largestZoom = 6, zoomStep = 1.25, degreesANotch = 120;
}

DiagramView::DiagramView(QWidget* parent) : QScrollArea(parent), m_diagram(new NetworkDiagram)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the diagram takes the keys
    setBackgroundRole(QPalette::Base);
    setWidget(m_diagram);
    m_diagram->installEventFilter(this);
    fit();
}

void DiagramView::fit()
{
    QSize room = maximumViewportSize();
    m_diagram->setRoom(room, m_zoom);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const bool tooHigh = m_diagram->height() > room.height(), tooWide = m_diagram->width() > room.width();
    if (m_zoom == 1 && tooHigh != tooWide) { // the one scroll bar takes room from the other direction
        room -= tooHigh ? QSize(bar, 0) : QSize(0, bar);
        m_diagram->setRoom(room, m_zoom);
    }
}

void DiagramView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 1.0, largestZoom);
    if (zoom == m_zoom)
        return;
    const auto share = [](const QScrollBar* bar, int page) {
        return (bar->value() + page / 2.0) / std::max(1, bar->maximum() + page);
    };
    const double x = share(horizontalScrollBar(), viewport()->width()),
                 y = share(verticalScrollBar(), viewport()->height());
    m_zoom = zoom;
    fit();
    horizontalScrollBar()->setValue(static_cast<int>(x * m_diagram->width() - viewport()->width() / 2.0));
    verticalScrollBar()->setValue(static_cast<int>(y * m_diagram->height() - viewport()->height() / 2.0));
    emit zoomChanged();
}

void DiagramView::show(int layer)
{
    const QRectF bounds = m_diagram->plan().boundsOf(layer);
    if (bounds.isEmpty())
        return;
    const QPoint centre = bounds.center().toPoint();
    ensureVisible(centre.x(), centre.y(), static_cast<int>(bounds.width() / 2) + 16,
                  static_cast<int>(bounds.height() / 2) + 24);
}

void DiagramView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void DiagramView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QScrollArea::wheelEvent(event);
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / degreesANotch));
    event->accept();
}

bool DiagramView::zoomBy(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * zoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom / zoomStep);
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    default:
        return false;
    }
}

/// The arrows belong to the diagram, not to the scroll bars.
void DiagramView::keyPressEvent(QKeyEvent* event)
{
    QWidget::keyPressEvent(event);
}

bool DiagramView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_diagram && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        constexpr auto others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
        if (!(key->modifiers() & others) && zoomBy(key->key()))
            return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace alexscope::gui
