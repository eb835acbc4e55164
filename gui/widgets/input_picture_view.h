// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace alexscope::gui {

/// The picture as the network gets it, pixel by pixel, with the square of it that a unit sees framed. What of the
/// square lies in the padding is drawn outside the picture.
class InputPictureView : public QWidget {
    Q_OBJECT
public:
    explicit InputPictureView(QWidget* parent = nullptr);

    /// A null picture shows an empty place.
    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    /// In pixels of the picture; empty: no frame.
    void setField(QRect field);
    QRect field() const { return m_field; }
    /// Where pixels of the picture lie on this widget.
    QRectF onWidget(const QRect& pixels) const;

    QSize sizeHint() const override { return {160, 160}; }
    QSize minimumSizeHint() const override { return {64, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    QRect m_field;
};

} // namespace alexscope::gui
