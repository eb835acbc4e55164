// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/maps_view.h"

#include "gui/look/colours.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

/// Picture pixels a side of a 1×1 unit: as many as fill the widget with one pixel between the squares.
int squareFor(const Shape& shape, QSize room, double aspect)
{
    constexpr int largest = 24, margins = 10;
    if (shape.area() > 1)
        return 1;
    const double columns = std::ceil(std::sqrt(static_cast<double>(shape.c) * aspect));
    const double rows = std::ceil(static_cast<double>(shape.c) / columns);
    const double side = std::min((room.width() - margins) / columns, (room.height() - margins) / rows) - 1;
    return static_cast<int>(std::clamp(side, 1.0, static_cast<double>(largest)));
}

/// Tiles smaller than this carry no mark of death: there would be nothing left to see.
constexpr double smallestMarked = 10;

std::shared_ptr<const HostTensor> enlarged(const HostTensor& vector, int square)
{
    auto squares = std::make_shared<HostTensor>(Shape{1, vector.shape.c, square, square});
    const auto area = static_cast<std::size_t>(square * square);
    for (std::size_t i = 0; i < squares->values.size(); ++i)
        squares->values[i] = vector.values[i / area];
    return squares;
}

} // namespace

MapsView::MapsView(QWidget* parent) : TileView(parent)
{
    connect(this, &TileView::pointedAt, this, [this](int tile, QPoint pixel) {
        emit pointedAtUnit(tile, tile < 0 ? QPoint(-1, -1) : positionOf(pixel));
    });
    connect(this, &TileView::chosenChanged, this, [this](int tile) {
        const QPoint middle =
            m_maps ? QPoint(static_cast<int>(m_maps->shape.w / 2), static_cast<int>(m_maps->shape.h / 2)) : QPoint();
        choose(tile, tile < 0 ? QPoint(-1, -1) : m_position.x() < 0 ? middle : m_position);
    });
}

void MapsView::setMaps(std::shared_ptr<const HostTensor> maps, TileScope scope)
{
    if (maps == m_maps && scope == m_scope)
        return;
    m_maps = std::move(maps);
    m_scope = scope;
    countDead();
    lay();
}

void MapsView::countDead()
{
    m_dead.clear();
    m_deadCount = 0;
    for (std::int64_t channel = 0; m_maps && channel < m_maps->shape.c; ++channel) {
        const auto plane = m_maps->plane(0, channel);
        m_dead.push_back(std::all_of(plane.begin(), plane.end(), [](float value) { return value == 0; }));
        m_deadCount += m_dead.back();
    }
}

void MapsView::lay()
{
    if (!m_maps)
        return setSheet({});
    TileOptions options;
    options.scope = m_scope;
    options.aspect = std::max(0.1, static_cast<double>(width()) / std::max(1, height()));
    m_unitSize = squareFor(m_maps->shape, size(), options.aspect);
    setSheet(tileMaps(m_maps->shape.area() == 1 ? *enlarged(*m_maps, m_unitSize) : *m_maps, 0, options));
    setChosen(m_channel);
}

void MapsView::resizeEvent(QResizeEvent* event)
{
    TileView::resizeEvent(event);
    lay();
}

QPoint MapsView::positionOf(QPoint pixel) const
{
    return {pixel.x() / m_unitSize, pixel.y() / m_unitSize};
}

QRectF MapsView::positionRect(int channel, QPoint position) const
{
    const double side = magnification() * m_unitSize;
    return {tileRect(channel).topLeft() + QPointF(position) * side, QSizeF(side, side)};
}

void MapsView::setChosenUnit(int channel, QPoint position)
{
    m_channel = channel;
    m_position = position;
    setChosen(channel);
}

void MapsView::choose(int channel, QPoint position)
{
    setChosenUnit(channel, position);
    emit unitChosen(channel, position);
}

void MapsView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    QPoint pixel;
    const int channel = tileAt(event->position(), &pixel);
    if (channel >= 0)
        choose(channel, positionOf(pixel));
}

void MapsView::moveWithin(QPoint by)
{
    const QPoint from = m_position.x() < 0 ? QPoint(0, 0) : m_position + by;
    const QPoint to(std::clamp(from.x(), 0, static_cast<int>(m_maps->shape.w) - 1),
                    std::clamp(from.y(), 0, static_cast<int>(m_maps->shape.h) - 1));
    choose(m_channel, to);
}

void MapsView::keyPressEvent(QKeyEvent* event)
{
    if (!m_maps || m_channel < 0 || !(event->modifiers() & Qt::ShiftModifier))
        return TileView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveWithin({-1, 0});
    case Qt::Key_Right:
        return moveWithin({1, 0});
    case Qt::Key_Up:
        return moveWithin({0, -1});
    case Qt::Key_Down:
        return moveWithin({0, 1});
    default:
        TileView::keyPressEvent(event);
    }
}

void MapsView::paintEvent(QPaintEvent* event)
{
    TileView::paintEvent(event);
    if (!m_maps || sheet().count == 0)
        return;
    QPainter painter(this);
    if (m_maps->shape.area() > 1 && tileRect(0).width() >= smallestMarked) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(150, 150, 150), 1));
        for (int channel = 0; channel < sheet().count; ++channel)
            if (m_dead[static_cast<std::size_t>(channel)]) {
                const QRectF tile = tileRect(channel).adjusted(0.5, 0.5, -0.5, -0.5);
                painter.drawLine(tile.topLeft(), tile.bottomRight());
                painter.drawLine(tile.topRight(), tile.bottomLeft());
            }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (m_channel >= 0 && m_channel < sheet().count && m_position.x() >= 0 && m_maps->shape.area() > 1) {
        const QRectF place = positionRect(m_channel, m_position);
        painter.setPen(QPen(Qt::white, 3)); // seen on every colour of the map
        painter.drawRect(place.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(okabeIto::vermillion, 1));
        painter.drawRect(place.adjusted(-1, -1, 1, 1));
    }
}

} // namespace alexscope::gui
