// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/crop_frames.h"

#include "gui/look/colours.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {
constexpr int frameMargin = 6;
}

CropFrames::CropFrames(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CropFrames::setHeading(const QString& heading)
{
    m_heading = heading;
    update();
}

void CropFrames::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void CropFrames::setPicture(const QImage& picture, int padding)
{
    m_picture = picture;
    m_padding = padding;
    update();
}

void CropFrames::setFrames(std::vector<QRect> frames)
{
    m_frames = std::move(frames);
    update();
}

void CropFrames::setChosen(int frame)
{
    m_chosen = frame < static_cast<int>(m_frames.size()) ? frame : -1;
    update();
}

QRectF CropFrames::onScreen(QRect pixels) const
{
    const double line = fontMetrics().height() + 4;
    const QRectF room(frameMargin, line, width() - 2 * frameMargin, height() - line - frameMargin);
    const QSizeF whole(m_picture.width() + 2 * m_padding, m_picture.height() + 2 * m_padding);
    const double zoom = std::max(0.01, std::min(room.width() / whole.width(), room.height() / whole.height()));
    const QPointF corner = room.center() - QPointF(whole.width(), whole.height()) * (zoom / 2);
    return {corner + QPointF(pixels.x() + m_padding, pixels.y() + m_padding) * zoom, QSizeF(pixels.size()) * zoom};
}

void CropFrames::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_picture.isNull()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(frameMargin, frameMargin, -frameMargin, -frameMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(frameMargin, 0, width() - 2 * frameMargin, fontMetrics().height() + 4), Qt::AlignCenter,
                     fontMetrics().elidedText(m_heading, Qt::ElideRight, width() - 2 * frameMargin));
    const QRectF place = onScreen(m_picture.rect());
    const QRectF rim = onScreen(m_picture.rect().adjusted(-m_padding, -m_padding, m_padding, m_padding));
    if (m_padding > 0) {
        painter.fillRect(rim, QBrush(hairline(palette()), Qt::BDiagPattern));
        painter.setPen(hairline(palette()));
        painter.drawRect(rim);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < m_picture.width());
    painter.drawImage(place, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < static_cast<int>(m_frames.size()); ++i) {
        if (i == m_chosen)
            continue;
        const QRectF frame = onScreen(m_frames[static_cast<std::size_t>(i)]);
        painter.setPen(QPen(QColor(0, 0, 0, 120), 2.5)); // dark below light: seen on any picture
        painter.drawRect(frame);
        painter.setPen(QPen(QColor(255, 255, 255, 220), 1));
        painter.drawRect(frame);
    }
    if (m_chosen >= 0) {
        const QRectF frame = onScreen(m_frames[static_cast<std::size_t>(m_chosen)]);
        QPainterPath outside;
        outside.addRect(rim);
        outside.addRect(frame);
        painter.fillPath(outside, QColor(0, 0, 0, 110));
        painter.setPen(QPen(okabeIto::orange, 2.5));
        painter.drawRect(frame);
    }
}

} // namespace alexscope::gui
