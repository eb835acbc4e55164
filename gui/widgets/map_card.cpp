// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/map_card.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QLinearGradient>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int cardMargin = 4, cardStripHeight = 8, stops = 16;

QColor toQColor(const Rgb& colour)
{
    return {colour[0], colour[1], colour[2]};
}

} // namespace

MapCard::MapCard(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MapCard::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void MapCard::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void MapCard::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void MapCard::setScale(std::optional<ValueRange> range, ColourMap map)
{
    m_range = range;
    m_map = map;
    update();
}

void MapCard::setFrame(const QRectF& frame)
{
    if (frame == m_frame)
        return;
    m_frame = frame;
    update();
}

QSize MapCard::minimumSizeHint() const
{
    return {70, 2 * lineHeight() + 40};
}

int MapCard::lineHeight() const
{
    return fontMetrics().height() + 2;
}

/// What titles and scale leave; the scale's place stays empty where there is none, so that cards in a row agree.
QRectF MapCard::room() const
{
    return QRectF(rect()).adjusted(cardMargin, lineHeight(), -cardMargin,
                                   -(lineHeight() + cardStripHeight + cardMargin));
}

QRectF MapCard::pictureRect() const
{
    const QRectF place = room();
    if (m_picture.isNull() || place.width() < 1 || place.height() < 1)
        return {};
    const double zoom = std::min(place.width() / m_picture.width(), place.height() / m_picture.height());
    const QSizeF size = QSizeF(m_picture.size()) * zoom;
    return {place.center().x() - size.width() / 2, place.top(), size.width(), size.height()};
}

void MapCard::paintScale(QPainter& painter) const
{
    const QRectF picture = pictureRect();
    const double width = std::min(room().width(), std::max(picture.width(), 80.0));
    const QRectF strip(picture.center().x() - width / 2, picture.bottom() + cardMargin, width, cardStripHeight);
    QLinearGradient gradient(strip.topLeft(), strip.topRight());
    for (int i = 0; i <= stops; ++i)
        gradient.setColorAt(i / double(stops), toQColor(colourOf(m_map, i / double(stops))));
    painter.fillRect(strip, gradient);
    painter.setPen(quietText(palette()));
    const QRectF below(strip.left(), strip.bottom(), strip.width(), lineHeight());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, number(m_range->low));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, number(m_range->high));
}

void MapCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(quietText(palette()));
    const QRect head(0, 0, width(), lineHeight());
    painter.drawText(head, Qt::AlignCenter, fontMetrics().elidedText(m_title, Qt::ElideRight, width()));
    const QRectF picture = pictureRect();
    if (picture.isEmpty()) {
        painter.drawText(room(), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() < m_picture.width());
    painter.drawImage(picture, m_picture);
    if (!m_frame.isEmpty()) {
        const double zoom = picture.width() / m_picture.width();
        const QRectF frame(picture.topLeft() + m_frame.topLeft() * zoom, m_frame.size() * zoom);
        painter.setClipRect(picture);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(frame);
        painter.setPen(QPen(okabeIto::orange, 2));
        painter.drawRect(frame);
        painter.setClipping(false);
    }
    if (m_range)
        paintScale(painter);
}

void MapCard::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF picture = pictureRect();
    if (!picture.contains(event->position())) {
        emit pointedAt({-1, -1});
        return;
    }
    const QPointF inside = (event->position() - picture.topLeft()) * (m_picture.width() / picture.width());
    emit pointedAt({std::min(static_cast<int>(inside.x()), m_picture.width() - 1),
                    std::min(static_cast<int>(inside.y()), m_picture.height() - 1)});
}

void MapCard::leaveEvent(QEvent*)
{
    emit pointedAt({-1, -1});
}

} // namespace alexscope::gui
