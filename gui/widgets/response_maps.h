// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/tiles.h"

#include <QImage>
#include <QWidget>

#include <array>

namespace alexscope::gui {

/// Three sheets of maps side by side at one magnification: before, after, and their ratio. Before and after share a
/// legend, the ratio has its own; both are drawn below the maps. One place in one map is marked in all three. Click
/// picks a place, arrow keys are left to whoever holds this widget.
class ResponseMaps : public QWidget {
    Q_OBJECT
public:
    static constexpr int panes = 3;

    explicit ResponseMaps(QWidget* parent = nullptr);

    struct Pane {
        TileSheet sheet; ///< count 0: the pane's empty text
        QString title, emptyText;
    };
    void setPane(int pane, Pane content);
    /// What the two legends stand for: of panes 0 and 1, and of pane 2.
    void setLegends(const QString& response, const QString& ratio);
    /// `tile` of the sheets and the pixel inside it; −1: nothing is marked.
    void setMark(int tile, QPoint pixel);

    const Pane& pane(int pane) const { return m_panes[static_cast<std::size_t>(pane)]; }
    int markedTile() const { return m_tile; }
    QPoint markedPixel() const { return m_pixel; }
    /// Where a pixel of a tile lies on this widget.
    QRectF pixelRect(int pane, int tile, QPoint pixel) const;

    QSize sizeHint() const override { return {640, 260}; }
    QSize minimumSizeHint() const override { return {300, 90}; }

signals:
    /// The pane, tile and pixel under the mouse; tile −1: none.
    void pointedAt(int pane, int tile, QPoint pixel);
    void picked(int tile, QPoint pixel);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF paneRect(int pane) const;
    QRectF sheetRect(int pane) const;
    double magnification() const;
    bool hit(QPointF position, int& pane, int& tile, QPoint& pixel) const;
    void paintPane(QPainter& painter, int pane) const;
    void paintLegend(QPainter& painter, const QRectF& room, const TileSheet& sheet, const QString& name) const;

    std::array<Pane, panes> m_panes;
    std::array<QImage, panes> m_images;
    QString m_responseLegend, m_ratioLegend;
    int m_tile = -1;
    QPoint m_pixel;
    bool m_focusByKey = false;
};

} // namespace alexscope::gui
