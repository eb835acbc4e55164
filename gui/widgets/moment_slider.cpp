// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/moment_slider.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {
constexpr double sliderMargin = 8, handleRadius = 6, tickHeight = 5;
}

MomentSlider::MomentSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setMoments({}, 0);
}

void MomentSlider::setMoments(std::vector<std::int64_t> iterations, std::int64_t now)
{
    m_iterations = std::move(iterations);
    m_now = std::max(now, m_iterations.empty() ? 0 : m_iterations.back());
    const QSignalBlocker quiet(this); // the value that goes with them comes next, from who knows it
    setRange(0, static_cast<int>(m_iterations.size()));
    setPageStep(std::max(1, maximum() / 10));
    setEnabled(!m_iterations.empty());
    update();
}

double MomentSlider::xOf(int value) const
{
    const double room = width() - 2 * sliderMargin;
    if (value >= static_cast<int>(m_iterations.size()) || m_now <= 0)
        return sliderMargin + room;
    // Now has the right end to itself, also when it is recorded already: it is another place.
    const double end = sliderMargin + room - 2 * handleRadius;
    const auto iteration = static_cast<double>(m_iterations[static_cast<std::size_t>(std::max(0, value))]);
    return sliderMargin + (end - sliderMargin) * iteration / static_cast<double>(m_now);
}

int MomentSlider::nearest(double x) const
{
    int best = maximum();
    for (int value = minimum(); value <= maximum(); ++value)
        if (std::abs(xOf(value) - x) < std::abs(xOf(best) - x))
            best = value;
    return best;
}

QString MomentSlider::nameOf(int value) const
{
    if (value >= static_cast<int>(m_iterations.size()))
        return tr("Now, iteration %1").arg(count(m_now));
    return tr("Iteration %1").arg(count(m_iterations[static_cast<std::size_t>(std::max(0, value))]));
}

void MomentSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = std::floor(height() / 2.0) + 0.5;
    const QColor line = mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.6);
    painter.setPen(QPen(line, 1.5));
    painter.drawLine(QPointF(sliderMargin, middle), QPointF(width() - sliderMargin, middle));
    painter.setPen(QPen(isEnabled() ? quietText(palette()) : line, 1));
    for (int value = 0; value < maximum(); ++value) {
        const double x = std::floor(xOf(value)) + 0.5;
        painter.drawLine(QPointF(x, middle - tickHeight), QPointF(x, middle + tickHeight));
    }
    if (!isEnabled())
        return;
    const bool past = value() < maximum();
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Window), 2));
    painter.setBrush(past ? okabeIto::orange : palette().color(QPalette::WindowText));
    painter.drawEllipse(QPointF(xOf(value()), middle), handleRadius, handleRadius);
}

void MomentSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(nearest(event->position().x()));
}

void MomentSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        setValue(nearest(event->position().x()));
}

void MomentSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

bool MomentSlider::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isEnabled()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), nameOf(nearest(help->pos().x())) + QLatin1Char('\n') + toolTip(), this);
        return true;
    }
    return QSlider::event(event);
}

} // namespace alexscope::gui
