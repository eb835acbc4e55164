// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the plot.
#include "gui/widgets/curve_plot.h"

#include "gui/widgets/curve_values.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

void CurvePlot::moveRange(QCPAxis* axis, double share)
{
    if (axis->scaleType() == QCPAxis::stLogarithmic) {
        const double factor = std::pow(axis->range().upper / axis->range().lower, share);
        axis->setRange(axis->range().lower * factor, axis->range().upper * factor);
    } else {
        axis->moveRange(share * axis->range().size());
    }
    replot(rpQueuedReplot);
}

void CurvePlot::zoomRange(QCPAxis* axis, double factor)
{
    const bool aroundCursor = axis == xAxis2 && std::isfinite(m_cursorAt) && axis->range().contains(m_cursorAt);
    const QRect area = axisRect()->rect();
    const double centre = axis->pixelToCoord(axis == xAxis2 ? area.center().x() : area.center().y());
    axis->scaleRange(factor, aroundCursor ? m_cursorAt : centre);
    replot(rpQueuedReplot);
}

void CurvePlot::mousePressEvent(QMouseEvent* event)
{
    setSelectionRectMode(event->modifiers().testFlag(Qt::ShiftModifier) ? QCP::srmZoom : QCP::srmNone);
    QCustomPlot::mousePressEvent(event);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* event)
{
    QCustomPlot::mouseReleaseEvent(event);
    setSelectionRectMode(QCP::srmNone);
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    QCustomPlot::mouseMoveEvent(event);
    const bool inside = axisRect()->rect().contains(event->pos());
    emit pointedAt(inside ? std::max(0.0, std::round(xAxis2->pixelToCoord(event->position().x()))) : nothing);
    const QString mark =
        inside && event->buttons() == Qt::NoButton ? m_marks->textsAt(event->position().x()) : QString();
    if (!mark.isEmpty())
        QToolTip::showText(event->globalPosition().toPoint(), mark, this);
    else if (QToolTip::isVisible())
        QToolTip::hideText();
}

void CurvePlot::leaveEvent(QEvent* event)
{
    QCustomPlot::leaveEvent(event);
    emit pointedAt(nothing);
}

void CurvePlot::moveCursor(double pixels)
{
    const QRect area = axisRect()->rect();
    const bool has = std::isfinite(m_cursorAt) && xAxis2->range().contains(m_cursorAt);
    const double from = has ? m_cursorAt : std::round(xAxis2->pixelToCoord(area.right()));
    double to = std::round(xAxis2->pixelToCoord(xAxis2->coordToPixel(from) + pixels));
    if (has && to == from) // the pixels are narrower than the iterations
        to += pixels > 0 ? 1 : -1;
    emit pointedAt(std::clamp(to, 0.0, std::max(0.0, m_newest)));
}

void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    constexpr double panShare = 0.1, zoomFactor = 0.8;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int far = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    QCPAxis* zoomed = control ? yAxis : xAxis2;
    switch (event->key()) {
    case Qt::Key_Left:
        return control ? moveRange(xAxis2, -panShare) : moveCursor(-far);
    case Qt::Key_Right:
        return control ? moveRange(xAxis2, panShare) : moveCursor(far);
    case Qt::Key_Up:
        return moveRange(yAxis, panShare);
    case Qt::Key_Down:
        return moveRange(yAxis, -panShare);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomRange(zoomed, zoomFactor);
    case Qt::Key_Minus:
        return zoomRange(zoomed, 1 / zoomFactor);
    case Qt::Key_Home:
        return resetView();
    case Qt::Key_Escape:
        emit pointedAt(nothing);
        return;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

} // namespace alexscope::gui
