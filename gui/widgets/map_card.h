// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/colour_map.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace alexscope::gui {

/// One small picture with its name above and, where colours stand for numbers, its colour scale with both ends below.
/// Pixels stay sharp. A square of the picture can be framed.
class MapCard : public QWidget {
    Q_OBJECT
public:
    explicit MapCard(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A null image shows the empty text instead.
    void setPicture(const QImage& picture);
    void setEmptyText(const QString& text);
    void setScale(std::optional<ValueRange> range, ColourMap map = ColourMap::Grey);
    /// In pixels of the picture; an empty one: none.
    void setFrame(const QRectF& frame);

    const QImage& picture() const { return m_picture; }
    const QRectF& frame() const { return m_frame; }
    const std::optional<ValueRange>& scale() const { return m_range; }
    /// Where the picture lies on this widget.
    QRectF pictureRect() const;

    QSize sizeHint() const override { return {150, 170}; }
    QSize minimumSizeHint() const override;

signals:
    /// The pixel under the mouse; (−1, −1) when there is none.
    void pointedAt(QPoint pixel);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int lineHeight() const;
    QRectF room() const;
    void paintScale(QPainter& painter) const;

    QString m_title, m_emptyText;
    QImage m_picture;
    std::optional<ValueRange> m_range;
    ColourMap m_map = ColourMap::Grey;
    QRectF m_frame;
};

} // namespace alexscope::gui
