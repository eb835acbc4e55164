// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/input_picture_view.h"

#include "gui/look/colours.h"

#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {
/// Room around the picture for fields that reach into the padding.
constexpr int pictureMargin = 10;
} // namespace

InputPictureView::InputPictureView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void InputPictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void InputPictureView::setField(QRect field)
{
    if (field == m_field)
        return;
    m_field = field;
    update();
}

QRectF InputPictureView::onWidget(const QRect& pixels) const
{
    const QSizeF room(width() - 2 * pictureMargin, height() - 2 * pictureMargin);
    const QSize picture = m_picture.isNull() ? QSize(1, 1) : m_picture.size();
    const double zoom = std::max(0.01, std::min(room.width() / picture.width(), room.height() / picture.height()));
    const QPointF corner(pictureMargin + (room.width() - picture.width() * zoom) / 2,
                         pictureMargin + (room.height() - picture.height() * zoom) / 2);
    return {corner + QPointF(pixels.topLeft()) * zoom, QSizeF(pixels.size()) * zoom};
}

void InputPictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF place = onWidget(QRect(QPoint(), m_picture.isNull() ? QSize(1, 1) : m_picture.size()));
    if (m_picture.isNull()) {
        painter.fillRect(place, mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.94));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < m_picture.width());
    painter.drawImage(place, m_picture);
    if (m_field.isEmpty())
        return;
    const QRectF frame = onWidget(m_field);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3));
    painter.drawRect(frame);
    painter.setPen(QPen(okabeIto::vermillion, 1.5));
    painter.drawRect(frame);
}

} // namespace alexscope::gui
