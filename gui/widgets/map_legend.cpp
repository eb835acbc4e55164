// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/map_legend.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int mapStripHeight = 12, widestStrip = 160, narrowestStrip = 48, mapStripGap = 6;
} // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    describe();
}

void MapLegend::setScale(ColourMap map, ValueRange range)
{
    set(Content::Numbers, map, range);
}

void MapLegend::setScaleWithoutNumbers(ColourMap map)
{
    set(Content::Direction, map, {});
}

void MapLegend::clear()
{
    set(Content::Nothing, m_map, {});
}

void MapLegend::set(Content content, ColourMap map, ValueRange range)
{
    if (content == m_content && map == m_map && range == m_range)
        return;
    m_content = content;
    m_map = map;
    m_range = range;
    describe();
    update();
}

QSize MapLegend::sizeHint() const
{
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("+0.00000"));
    return {widestStrip + 2 * (number + mapStripGap), fontMetrics().height() + 4};
}

QSize MapLegend::minimumSizeHint() const
{
    return {sizeHint().width() - widestStrip + narrowestStrip, sizeHint().height()};
}

void MapLegend::describe()
{
    setAccessibleName(tr("Colour scale"));
    QString text;
    if (m_content == Content::Numbers)
        text = m_map == ColourMap::BlueWhiteOrange
                   ? tr("Blue stands for %1, white for 0, orange for %2").arg(number(m_range.low), number(m_range.high))
                   : tr("The darkest colour stands for %1, the brightest for %2")
                         .arg(number(m_range.low), number(m_range.high));
    else if (m_content == Content::Direction)
        text = m_map == ColourMap::BlueWhiteOrange
                   ? tr("Every tile has a scale of its own: blue is negative, white 0, orange positive")
                   : tr("Every tile has a scale of its own: the darkest colour is 0, the brightest its largest value");
    setAccessibleDescription(text);
    setToolTip(text);
}

void MapLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void MapLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int side = (sizeHint().width() - widestStrip) / 2;
    const QRect strip(side, (height() - mapStripHeight) / 2, std::max(narrowestStrip, width() - 2 * side),
                      mapStripHeight);
    if (m_content != Content::Nothing)
        for (int x = 0; x < strip.width(); ++x) {
            const Rgb c = colourOf(m_map, (x + 0.5) / strip.width());
            painter.fillRect(QRect(strip.left() + x, strip.top(), 1, mapStripHeight), QColor(c[0], c[1], c[2]));
        }
    painter.setPen(hairline(palette()));
    painter.drawRect(strip.adjusted(0, 0, -1, -1));
    painter.setPen(quietText(palette()));
    const bool isSigned = m_map == ColourMap::BlueWhiteOrange;
    QString low = noValue(), high = noValue();
    if (m_content == Content::Numbers) {
        low = number(m_range.low);
        high = (isSigned ? QStringLiteral("+") : QString()) + number(m_range.high);
    } else if (m_content == Content::Direction) {
        low = isSigned ? QStringLiteral("−") : QStringLiteral("0");
        high = QStringLiteral("+");
    }
    painter.drawText(QRect(0, 0, strip.left() - mapStripGap, height()), Qt::AlignRight | Qt::AlignVCenter, low);
    painter.drawText(QRect(strip.right() + mapStripGap, 0, side, height()), Qt::AlignLeft | Qt::AlignVCenter, high);
}

} // namespace alexscope::gui
