// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/tiles.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// A run of tiles that belong together, marked at the left edge (the two towers of the paper's network).
struct TileBand {
    int firstRow = 0, lastRow = 0;
    QString label;
    bool level = false; ///< the label stands level beside the rows instead of along them: short ones

    bool operator==(const TileBand&) const = default;
};

/// Shows a picture of tiles as large as whole-number magnification allows, pixels sharp, and lets people point at a
/// tile. Keyboard: arrows move the choice, Escape gives it up.
class TileView : public QWidget {
    Q_OBJECT
public:
    explicit TileView(QWidget* parent = nullptr);

    /// A sheet without tiles shows the empty text instead.
    void setSheet(TileSheet sheet);
    void setBands(std::vector<TileBand> bands);
    void setEmptyText(const QString& text);
    void setChosen(int tile);

    const TileSheet& sheet() const { return m_sheet; }
    int chosen() const { return m_chosen; }
    /// Screen pixels a picture pixel takes; below 1 the picture is shrunk.
    double magnification() const;
    /// Where a tile lies on this widget.
    QRectF tileRect(int tile) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosenChanged(int tile);
    /// The tile and the picture pixel inside it under the mouse; -1 when there is none.
    void pointedAt(int tile, QPoint pixel);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

    /// The tile under a point of the widget, and the picture pixel inside it; -1: none.
    int tileAt(QPointF position, QPoint* pixel = nullptr) const;

private:
    QRectF pictureRect() const;
    void choose(int tile);
    QRect tileInSheet(int tile) const;
    void paintBands(QPainter& painter) const;
    void makeImage();
    int bandWidth() const;

    TileSheet m_sheet;
    QImage m_image; ///< the sheet's picture as Qt paints it, between the tiles the background of this palette
    std::vector<TileBand> m_bands;
    QString m_emptyText;
    int m_chosen = -1, m_hovered = -1;
    bool m_focusByKey = false; ///< the frame of the keyboard's focus would only disturb who uses the mouse
};

} // namespace alexscope::gui
