// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// A picture with the frames in which its crops are cut, in the picture's own pixels; frames may reach into the padding
/// around it, which is shown as an empty rim. One frame may be chosen: it stands out, the rest outside it is dimmed.
class CropFrames : public QWidget {
    Q_OBJECT
public:
    explicit CropFrames(QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    void setEmptyText(const QString& text);
    /// A null picture shows the empty text.
    void setPicture(const QImage& picture, int padding);
    void setFrames(std::vector<QRect> frames);
    void setChosen(int frame);

    const std::vector<QRect>& frames() const { return m_frames; }
    int chosen() const { return m_chosen; }
    /// Where a rectangle of picture pixels lies on this widget.
    QRectF onScreen(QRect pixels) const;

    QSize sizeHint() const override { return {260, 260}; }
    QSize minimumSizeHint() const override { return {110, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_heading, m_emptyText;
    QImage m_picture;
    int m_padding = 0, m_chosen = -1;
    std::vector<QRect> m_frames;
};

} // namespace alexscope::gui
