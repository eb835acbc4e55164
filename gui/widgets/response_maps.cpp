// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/response_maps.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"

#include <QFocusEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {
constexpr int responseGap = 12, responseStripHeight = 10, longestStrip = 180;
}

ResponseMaps::ResponseMaps(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ResponseMaps::setPane(int pane, Pane content)
{
    const auto i = static_cast<std::size_t>(pane);
    m_images[i] = content.sheet.count > 0 ? toQImage(content.sheet.image) : QImage();
    m_panes[i] = std::move(content);
    update();
}

void ResponseMaps::setLegends(const QString& response, const QString& ratio)
{
    m_responseLegend = response;
    m_ratioLegend = ratio;
    update();
}

void ResponseMaps::setMark(int tile, QPoint pixel)
{
    m_tile = tile;
    m_pixel = pixel;
    update();
}

/// The room of one pane's maps, between the line of its title and that of the legends.
QRectF ResponseMaps::paneRect(int pane) const
{
    const double line = fontMetrics().height() + 4, wide = (width() - (panes - 1.0) * responseGap - 8) / panes;
    return {4 + pane * (wide + responseGap), line, wide, std::max(1.0, height() - 2 * line - 2)};
}

/// One for all panes, or what is compared would differ in size.
double ResponseMaps::magnification() const
{
    const double ratio = devicePixelRatioF();
    double fit = std::numeric_limits<double>::max();
    for (const QImage& image : m_images)
        if (!image.isNull()) {
            const QSizeF room = paneRect(0).size();
            fit = std::min({fit, room.width() / image.width(), room.height() / image.height()});
        }
    fit *= ratio;
    return (fit >= 2 ? std::floor(fit) : std::max(fit, 0.01)) / ratio;
}

QRectF ResponseMaps::sheetRect(int pane) const
{
    const QRectF room = paneRect(pane);
    const QSizeF size = QSizeF(m_images[static_cast<std::size_t>(pane)].size()) * magnification();
    const double ratio = devicePixelRatioF();
    const QPointF corner(room.left() + (room.width() - size.width()) / 2,
                         room.top() + (room.height() - size.height()) / 2);
    return {QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, size};
}

QRectF ResponseMaps::pixelRect(int pane, int tile, QPoint pixel) const
{
    const TileSheet& sheet = m_panes[static_cast<std::size_t>(pane)].sheet;
    const double zoom = magnification();
    return {sheetRect(pane).topLeft() + QPointF(sheet.left(tile) + pixel.x(), sheet.top(tile) + pixel.y()) * zoom,
            QSizeF(zoom, zoom)};
}

bool ResponseMaps::hit(QPointF position, int& pane, int& tile, QPoint& pixel) const
{
    for (pane = 0; pane < panes; ++pane) {
        const TileSheet& sheet = m_panes[static_cast<std::size_t>(pane)].sheet;
        const QPointF inSheet = (position - sheetRect(pane).topLeft()) / magnification();
        const QPoint point(static_cast<int>(std::floor(inSheet.x())), static_cast<int>(std::floor(inSheet.y())));
        if (sheet.count == 0 || !QRect(0, 0, sheet.image.width, sheet.image.height).contains(point))
            continue;
        tile = sheet.tileAt(point.x(), point.y());
        if (tile < 0)
            return false;
        pixel = point - QPoint(sheet.left(tile), sheet.top(tile));
        return true;
    }
    return false;
}

void ResponseMaps::paintPane(QPainter& painter, int pane) const
{
    const auto i = static_cast<std::size_t>(pane);
    const QRectF room = paneRect(pane);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(room.left(), 0, room.width(), room.top()), Qt::AlignCenter,
                     fontMetrics().elidedText(m_panes[i].title, Qt::ElideRight, static_cast<int>(room.width())));
    const TileSheet& sheet = m_panes[i].sheet;
    if (m_images[i].isNull()) {
        painter.setPen(quietText(palette()));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_panes[i].emptyText);
        return;
    }
    const double zoom = magnification();
    const QPointF corner = sheetRect(pane).topLeft();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom * devicePixelRatioF() < 1);
    const auto target = [&](int tile) {
        return QRectF(corner + QPointF(sheet.left(tile), sheet.top(tile)) * zoom,
                      QSizeF(sheet.tileWidth, sheet.tileHeight) * zoom);
    };
    for (int tile = 0; tile < sheet.count; ++tile) // tile by tile: the gutters show the background of either palette
        painter.drawImage(target(tile), m_images[i],
                          QRect(sheet.left(tile), sheet.top(tile), sheet.tileWidth, sheet.tileHeight));
    if (m_tile < 0 || m_tile >= sheet.count)
        return;
    painter.setBrush(Qt::NoBrush);
    if (sheet.count > 1) {
        painter.setPen(QPen(okabeIto::orange, 2));
        painter.drawRect(target(m_tile).adjusted(-1, -1, 1, 1));
    }
    if (m_pixel.x() >= 0) { // a light frame within a dark one is seen on every colour of the map
        const QRectF place = pixelRect(pane, m_tile, m_pixel);
        const double more = std::max(0.0, (7 - place.width()) / 2);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(place.adjusted(-more, -more, more, more));
        painter.setPen(QPen(Qt::white, 1));
        painter.drawRect(place.adjusted(-more, -more, more, more));
    }
}

void ResponseMaps::paintLegend(QPainter& painter, const QRectF& room, const TileSheet& sheet, const QString& name) const
{
    if (sheet.count == 0 || sheet.ranges.empty())
        return;
    const ValueRange range = sheet.ranges.front();
    const QString low = number(range.low), high = number(range.high);
    const double lowWide = fontMetrics().horizontalAdvance(low), highWide = fontMetrics().horizontalAdvance(high);
    const double others = lowWide + highWide + 12;
    const double strip = std::clamp(room.width() - others, 20.0, static_cast<double>(longestStrip));
    const double nameRoom = room.width() - others - strip - 8;
    const QString shown =
        nameRoom > 40 ? fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(nameRoom)) : QString();
    const double nameWide = shown.isEmpty() ? 0 : fontMetrics().horizontalAdvance(shown) + 8;
    double x = room.left() + (room.width() - nameWide - others - strip) / 2;
    painter.setPen(quietText(palette()));
    const auto word = [&](const QString& text, double wide) {
        painter.drawText(QRectF(x, room.top(), wide + 1, room.height()), Qt::AlignVCenter, text);
        x += wide;
    };
    if (!shown.isEmpty())
        word(shown, nameWide);
    word(low, lowWide);
    x += 6;
    const QRectF bar(std::round(x), std::round(room.center().y() - responseStripHeight / 2.0), strip,
                     responseStripHeight);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int stops = 24;
    for (int i = 0; i <= stops; ++i) {
        const double t = static_cast<double>(i) / stops;
        const Rgb colour = colourOf(sheet.map, t);
        gradient.setColorAt(t, QColor(colour[0], colour[1], colour[2]));
    }
    painter.fillRect(bar, gradient);
    x += strip + 6;
    word(high, highWide);
}

void ResponseMaps::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    for (int pane = 0; pane < panes; ++pane)
        paintPane(painter, pane);
    const QRectF last = paneRect(2);
    const double top = last.bottom() + 3, high = height() - top;
    const TileSheet& shared = m_panes[0].sheet.count > 0 ? m_panes[0].sheet : m_panes[1].sheet;
    paintLegend(painter, QRectF(paneRect(0).left(), top, paneRect(1).right() - paneRect(0).left(), high), shared,
                m_responseLegend);
    paintLegend(painter, QRectF(last.left(), top, last.width(), high), m_panes[2].sheet, m_ratioLegend);
    if (hasFocus() && m_focusByKey) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ResponseMaps::mouseMoveEvent(QMouseEvent* event)
{
    int pane = 0, tile = -1;
    QPoint pixel;
    if (hit(event->position(), pane, tile, pixel))
        emit pointedAt(pane, tile, pixel);
    else
        emit pointedAt(-1, -1, {});
}

void ResponseMaps::mousePressEvent(QMouseEvent* event)
{
    int pane = 0, tile = -1;
    QPoint pixel;
    if (event->button() == Qt::LeftButton && hit(event->position(), pane, tile, pixel))
        emit picked(tile, pixel);
}

void ResponseMaps::leaveEvent(QEvent*)
{
    emit pointedAt(-1, -1, {});
}

void ResponseMaps::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void ResponseMaps::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
