// SPDX-License-Identifier: GPL-3.0-or-later
// What the map holds and how it is drawn; set_map_input.cpp has mouse and keys.
#include "gui/widgets/set_map.h"

#include "gui/look/class_marks.h"
#include "gui/look/colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr double mapMargin = 14, markSize = 7, largeMark = 10, thumbnailSide = 28, hoverSide = 72, pointReach = 10;
constexpr int mostInLegend = 20;

/// Some pale marks stay recognisable as marks.
constexpr double paleShare = 0.75;

} // namespace

SetMap::SetMap(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SetMap::setPoints(std::vector<QPointF> places, std::vector<int> labels)
{
    m_labels = std::move(labels);
    m_isChosen.assign(m_labels.size(), false);
    m_query = m_hovered = -1;
    setPlaces(std::move(places));
    if (!std::exchange(m_chosen, {}).empty())
        emit chosenChanged();
}

void SetMap::setPlaces(std::vector<QPointF> places)
{
    m_places = std::move(places);
    if (m_whole)
        m_view = wholeView();
    update();
}

void SetMap::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    m_highlighted = -1;
    if (m_whole)
        m_view = wholeView();
    update();
}

void SetMap::setPictures(std::function<QImage(int)> picture)
{
    m_picture = std::move(picture);
    update();
}

void SetMap::setThumbnailsShown(bool shown)
{
    m_thumbnails = shown;
    update();
}

void SetMap::setLassoing(bool lassoing)
{
    m_lassoing = lassoing;
    setCursor(lassoing ? Qt::CrossCursor : Qt::ArrowCursor);
}

void SetMap::setQuery(int point)
{
    if (point == m_query)
        return;
    m_query = point < static_cast<int>(m_places.size()) ? point : -1;
    update();
}

void SetMap::setAxes(const QString& right, const QString& up)
{
    m_right = right;
    m_up = up;
    update();
}

void SetMap::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void SetMap::choose(std::vector<int> points)
{
    std::sort(points.begin(), points.end());
    if (points == m_chosen)
        return;
    m_chosen = std::move(points);
    m_isChosen.assign(m_labels.size(), false);
    for (const int point : m_chosen)
        m_isChosen[static_cast<std::size_t>(point)] = true;
    update();
    emit chosenChanged();
}

// ---- Places

bool SetMap::hasLegend() const
{
    return !m_names.isEmpty() && m_names.size() <= mostInLegend && width() > 300;
}

double SetMap::rowHeight() const
{
    return std::min<double>(fontMetrics().height() + 4,
                            (height() - 2 * mapMargin) / std::max<double>(1, static_cast<double>(m_names.size())));
}

QRectF SetMap::legendRow(int label) const
{
    int widest = 0;
    for (const QString& name : m_names)
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    const double wide = std::min(widest + 24.0, 0.3 * width());
    return {width() - wide - 4, mapMargin + label * rowHeight(), wide, rowHeight()};
}

int SetMap::legendAt(QPointF place) const
{
    if (hasLegend())
        for (int label = 0; label < static_cast<int>(m_names.size()); ++label)
            if (legendRow(label).contains(place))
                return label;
    return -1;
}

QRectF SetMap::room() const
{
    const double right = hasLegend() ? width() - legendRow(0).left() + 4 : 0;
    const double below = m_right.isEmpty() ? 0 : fontMetrics().height() + 2, left = m_up.isEmpty() ? 0 : below;
    return QRectF(rect()).adjusted(mapMargin + left, mapMargin, -mapMargin - right, -mapMargin - below);
}

QPointF SetMap::onScreen(QPointF place) const
{
    const QPointF middle = room().center(), off = (place - m_view.centre) * m_view.scale;
    return middle + QPointF(off.x(), -off.y());
}

/// The whole map, a unit as long to the right as it is upwards.
SetMap::View SetMap::wholeView() const
{
    if (m_places.empty())
        return {};
    QPointF low = m_places.front(), high = low;
    for (const QPointF& place : m_places) {
        low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
        high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
    }
    const QPointF size = high - low;
    const double wide = std::max(room().width(), 10.0), tall = std::max(room().height(), 10.0);
    const double largest = std::max(size.x() / wide, size.y() / tall);
    return {(low + high) / 2, largest > 0 ? 1 / largest : 1};
}

int SetMap::pointAt(QPointF place) const
{
    const double within = m_thumbnails ? thumbnailSide / 2 : pointReach;
    int nearest = -1;
    double least = within * within;
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i) {
        const QPointF off = onScreen(i) - place;
        if (const double distance = QPointF::dotProduct(off, off); distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

// ---- Painting

bool SetMap::isPale(int point) const
{
    const auto at = static_cast<std::size_t>(point);
    return (m_highlighted >= 0 && m_labels[at] != m_highlighted) || (!m_chosen.empty() && !m_isChosen[at]);
}

void SetMap::paintPoint(QPainter& painter, int point) const
{
    const QPointF place = onScreen(point);
    if (!QRectF(rect()).adjusted(-thumbnailSide, -thumbnailSide, thumbnailSide, thumbnailSide).contains(place))
        return;
    ClassMark mark = classMark(m_labels[static_cast<std::size_t>(point)], palette());
    const bool pale = isPale(point);
    if (pale)
        mark.colour = mixed(mark.colour, palette().color(QPalette::Base), paleShare);
    const QImage image = m_thumbnails && !pale && m_picture ? m_picture(point) : QImage();
    if (image.isNull())
        return paintMark(painter, place, m_places.size() > 300 ? markSize : largeMark, mark);
    QRectF target(QPointF(), QSizeF(image.size()).scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio));
    target.moveCenter(place);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, image);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mark.colour, 2));
    painter.drawRect(target);
}

void SetMap::paintPoints(QPainter& painter) const
{
    const int count = static_cast<int>(m_places.size());
    for (const bool pale : {true, false}) // who stands out lies on top
        for (int i = 0; i < count; ++i)
            if (isPale(i) == pale)
                paintPoint(painter, i);
    painter.setBrush(Qt::NoBrush);
    for (const int ringed : {m_hovered, m_query}) {
        if (ringed < 0 || ringed >= count)
            continue;
        const double radius = m_thumbnails ? 0.75 * thumbnailSide : largeMark;
        painter.setPen(QPen(palette().color(QPalette::Base), 4));
        painter.drawEllipse(onScreen(ringed), radius, radius);
        painter.setPen(QPen(palette().color(QPalette::Text), ringed == m_query ? 2.5 : 1.5));
        painter.drawEllipse(onScreen(ringed), radius, radius);
    }
}

void SetMap::paintLegend(QPainter& painter) const
{
    if (!hasLegend())
        return;
    for (int label = 0; label < static_cast<int>(m_names.size()); ++label) {
        const QRectF row = legendRow(label);
        ClassMark mark = classMark(label, palette());
        const bool pale = m_highlighted >= 0 && label != m_highlighted;
        if (pale)
            mark.colour = mixed(mark.colour, palette().color(QPalette::Base), paleShare);
        paintMark(painter, {row.left() + 8, row.center().y()}, largeMark, mark);
        painter.setPen(pale ? quietText(palette()) : palette().color(QPalette::Text));
        const QRectF text = row.adjusted(20, 0, 0, 0);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_names[label], Qt::ElideRight, static_cast<int>(text.width())));
    }
}

void SetMap::paintAxes(QPainter& painter) const
{
    painter.setPen(quietText(palette()));
    const QRectF inside = room();
    const double line = fontMetrics().height() + 2;
    painter.drawText(QRectF(inside.left(), height() - line - 2, inside.width(), line), Qt::AlignCenter, m_right);
    painter.save();
    painter.translate(2, inside.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, inside.height(), line), Qt::AlignCenter, m_up);
    painter.restore();
}

/// The picture pointed at, beside the pointer's point, with its class.
void SetMap::paintHovered(QPainter& painter) const
{
    if (m_hovered < 0 || m_hovered >= static_cast<int>(m_places.size()))
        return;
    const int label = m_labels[static_cast<std::size_t>(m_hovered)];
    const QString name = label >= 0 && label < static_cast<int>(m_names.size()) ? m_names[label] : QString();
    const QImage image = m_picture ? m_picture(m_hovered) : QImage();
    const double line = fontMetrics().height();
    const QSizeF size(std::max<double>(hoverSide, fontMetrics().horizontalAdvance(name)) + 8, hoverSide + line + 10);
    QRectF card(onScreen(m_hovered) + QPointF(18, 18), size);
    if (card.right() > width())
        card.moveRight(onScreen(m_hovered).x() - 18);
    if (card.bottom() > height())
        card.moveBottom(std::max(size.height(), onScreen(m_hovered).y() - 18));
    card.moveLeft(std::max(0.0, card.left()));
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(card);
    if (!image.isNull()) {
        QRectF target(QPointF(), QSizeF(image.size()).scaled(hoverSide, hoverSide, Qt::KeepAspectRatio));
        target.moveCenter({card.center().x(), card.top() + 4 + hoverSide / 2});
        painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < image.width());
        painter.drawImage(target, image);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(card.left(), card.bottom() - line - 4, card.width(), line), Qt::AlignCenter, name);
}

void SetMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_places.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintPoints(painter);
    paintLegend(painter);
    paintAxes(painter);
    if (m_gesture == Gesture::Lasso) {
        QColor inside = palette().color(QPalette::Highlight);
        painter.setPen(QPen(inside, 1.5, Qt::DashLine));
        inside.setAlpha(40);
        painter.setBrush(inside);
        painter.drawPolygon(m_lasso);
    } else {
        paintHovered(painter);
    }
    if (hasFocus() && m_focusByKey) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace alexscope::gui
