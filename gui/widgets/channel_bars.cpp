// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/channel_bars.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int edge = 6;

/// 1, 2 or 5 times a power of ten, so that about three steps fill `reach`.
double niceStep(double reach)
{
    const double rough = reach / 3, power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power)
            return factor * power;
    return 10 * power;
}

} // namespace

ChannelBars::ChannelBars(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChannelBars::setSeries(std::vector<ChannelSeries> series)
{
    m_series = std::move(series);
    update();
}

void ChannelBars::setHeading(const QString& heading)
{
    m_heading = heading;
    update();
}

void ChannelBars::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void ChannelBars::setChosen(int channel)
{
    m_chosen = channel;
    update();
}

void ChannelBars::setWindow(int begin, int end, const QString& label)
{
    m_windowBegin = begin;
    m_windowEnd = end;
    m_windowLabel = label;
    update();
}

void ChannelBars::setGroups(int groups)
{
    m_groups = std::max(groups, 1);
    update();
}

void ChannelBars::setBaseline(double baseline)
{
    m_baseline = baseline;
    update();
}

ChannelBars::Axis ChannelBars::axis() const
{
    Axis axis{m_baseline - 0.002 * std::abs(m_baseline), m_baseline, 1};
    for (const ChannelSeries& series : m_series)
        for (const double value : series.values)
            if (std::isfinite(value)) {
                axis.low = std::min(axis.low, value);
                axis.high = std::max(axis.high, value);
            }
    if (axis.high - axis.low <= 0)
        axis.high = 1;
    axis.step = niceStep(axis.high - axis.low);
    const double room = (axis.high - axis.low) * 0.06;
    axis.high += axis.high > m_baseline || m_baseline != 0 ? room : 0;
    axis.low -= axis.low < m_baseline ? room : 0;
    return axis;
}

/// Of the numbers at the left.
int ChannelBars::axisWidth() const
{
    return fontMetrics().horizontalAdvance(QStringLiteral("0.0000")) + 8;
}

QRectF ChannelBars::plotRect() const
{
    const int line = fontMetrics().height(), left = axisWidth();
    return QRectF(left, line + 4, std::max(1, width() - left - edge), std::max(1, height() - 2 * line - 10));
}

QRectF ChannelBars::slot(int channel) const
{
    const QRectF plot = plotRect();
    const double pace = plot.width() / std::max(channels(), 1);
    return {plot.left() + channel * pace, plot.top(), pace, plot.height()};
}

double ChannelBars::yOf(double value, const Axis& axis) const
{
    const QRectF plot = plotRect();
    return plot.bottom() - (value - axis.low) / (axis.high - axis.low) * plot.height();
}

int ChannelBars::channelAt(QPointF position) const
{
    const QRectF plot = plotRect();
    if (channels() == 0 || position.x() < plot.left() || position.x() >= plot.right())
        return -1;
    return std::clamp(static_cast<int>((position.x() - plot.left()) / plot.width() * channels()), 0, channels() - 1);
}

/// The heading at the left, the legend at the right; whatever does not fit is shortened.
void ChannelBars::paintHeading(QPainter& painter) const
{
    const int line = fontMetrics().height();
    int right = width() - edge;
    for (auto series = m_series.rbegin(); series != m_series.rend() && m_series.size() > 1; ++series) {
        const int text = fontMetrics().horizontalAdvance(series->name);
        painter.setPen(quietText(palette()));
        painter.drawText(QRect(right - text, 0, text + 1, line), Qt::AlignVCenter, series->name);
        painter.fillRect(QRect(right - text - 14, line / 2 - 5, 10, 10), series->colour);
        right -= text + 26;
    }
    painter.setPen(palette().color(QPalette::Text));
    const int room = std::max(0, right - edge);
    painter.drawText(QRect(edge, 0, room, line), Qt::AlignVCenter,
                     fontMetrics().elidedText(m_heading, Qt::ElideRight, room));
}

void ChannelBars::paintAxis(QPainter& painter, const Axis& axis) const
{
    const QRectF plot = plotRect();
    const int line = fontMetrics().height();
    double last = std::numeric_limits<double>::infinity(); // of the numbers, from below
    for (double number = std::ceil(axis.low / axis.step); number * axis.step <= axis.high; ++number) {
        const double tick = number * axis.step; // not by adding up: 0.1 ten times is not 1
        const double y = std::round(yOf(tick, axis)) + 0.5;
        const bool zero = std::abs(tick) < axis.step * 1e-6;
        painter.setPen(QPen(zero ? quietText(palette()) : hairline(palette()), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (last - y < line)
            continue; // a low chart has no room for every number
        last = y;
        painter.setPen(quietText(palette()));
        painter.drawText(QRectF(0, y - line / 2.0, axisWidth() - 5, line), Qt::AlignRight | Qt::AlignVCenter,
                         chosenNumber(zero ? 0 : tick));
    }
    const int widest = fontMetrics().horizontalAdvance(QString::number(channels())) + 10;
    int pace = 1;
    while (pace * plot.width() / std::max(channels(), 1) < widest)
        pace *= 2;
    for (int channel = 0; channel < channels(); channel += pace)
        painter.drawText(QRectF(slot(channel).center().x() - widest, plot.bottom() + 2, 2 * widest, line),
                         Qt::AlignHCenter, QString::number(channel));
}

void ChannelBars::paintMarks(QPainter& painter) const
{
    const QRectF plot = plotRect();
    if (m_windowEnd > m_windowBegin) {
        QColor shade = okabeIto::orange;
        shade.setAlpha(isDark(palette()) ? 60 : 50);
        const QRectF window = slot(m_windowBegin).united(slot(m_windowEnd - 1));
        painter.fillRect(window, shade);
        painter.setPen(QPen(okabeIto::orange, 1));
        painter.drawLine(window.topLeft(), window.bottomLeft());
        painter.drawLine(window.topRight(), window.bottomRight());
    }
    painter.setPen(QPen(quietText(palette()), 1, Qt::DotLine));
    for (int group = 1; group < m_groups; ++group) {
        const double x = std::round(slot(group * channels() / m_groups).left()) + 0.5;
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void ChannelBars::paintBars(QPainter& painter, const Axis& axis) const
{
    const double pace = slot(0).width(), zero = yOf(m_baseline, axis);
    if (m_baseline != 0) {
        painter.setPen(QPen(quietText(palette()), 1, Qt::DashLine));
        painter.drawLine(QPointF(plotRect().left(), zero), QPointF(plotRect().right(), zero));
    }
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const double share = (pace > 5 ? 0.86 : 1.0) * (i == 0 ? 1.0 : 0.5);
        const double wide = std::max(1.0, pace * share);
        for (int channel = 0; channel < channels(); ++channel) {
            const double value = m_series[i].values[static_cast<std::size_t>(channel)];
            if (!std::isfinite(value) || value == m_baseline)
                continue;
            const double y = yOf(value, axis);
            painter.fillRect(QRectF(slot(channel).center().x() - wide / 2, std::min(y, zero), wide,
                                    std::max(1.0, std::abs(y - zero))),
                             m_series[i].colour);
        }
    }
}

/// Beside the marked channels, over the bars.
void ChannelBars::paintWindowLabel(QPainter& painter) const
{
    if (m_windowEnd <= m_windowBegin)
        return;
    const QRectF plot = plotRect(), window = slot(m_windowBegin).united(slot(m_windowEnd - 1));
    const int text = fontMetrics().horizontalAdvance(m_windowLabel) + 6;
    const bool right = window.right() + 2 + text < plot.right();
    const QRectF room(right ? window.right() + 2 : window.left() - 2 - text, plot.top(), text, fontMetrics().height());
    QColor behind = palette().color(QPalette::Base);
    behind.setAlpha(215);
    painter.fillRect(room, behind);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignCenter, m_windowLabel);
}

void ChannelBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (channels() == 0) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(edge, edge, -edge, -edge), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const Axis scale = axis();
    paintHeading(painter);
    paintAxis(painter, scale);
    paintMarks(painter);
    paintBars(painter, scale);
    paintWindowLabel(painter);
    const auto frame = [&](int channel, const QColor& colour) {
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(slot(channel).adjusted(0, 0, 0, 0));
    };
    if (m_hovered >= 0 && m_hovered < channels())
        frame(m_hovered, quietText(palette()));
    if (m_chosen >= 0 && m_chosen < channels()) {
        const QRectF place = slot(m_chosen);
        const QPolygonF pointer({place.center() + QPointF(0, place.height() / 2 + 1),
                                 place.center() + QPointF(-5, place.height() / 2 + 8),
                                 place.center() + QPointF(5, place.height() / 2 + 8)});
        painter.setPen(Qt::NoPen);
        painter.setBrush(okabeIto::vermillion);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPolygon(pointer);
    }
}

void ChannelBars::mouseMoveEvent(QMouseEvent* event)
{
    const int channel = channelAt(event->position());
    if (channel != m_hovered) {
        m_hovered = channel;
        update();
        emit pointedAt(channel);
    }
}

void ChannelBars::mousePressEvent(QMouseEvent* event)
{
    if (const int channel = channelAt(event->position()); event->button() == Qt::LeftButton && channel >= 0)
        emit channelPicked(channel);
}

void ChannelBars::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
    emit pointedAt(-1);
}

} // namespace alexscope::gui
