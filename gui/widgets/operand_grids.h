// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// Numbers in rows and columns: a window of the input, a kernel, their products.
struct OperandGrid {
    QString title; ///< above
    QString foot;  ///< below; may be empty
    QString sign;  ///< in front of the grid: ×, =, →; may be empty
    int rows = 1, columns = 1;
    std::vector<double> values; ///< rows × columns; shorter: the rest does not exist
    std::vector<bool> absent;   ///< cells beyond the border, hatched; empty: none
    int marked = -1;            ///< the cell that counts (the winner of a pooling window)
};

/// Grids side by side as coloured cells (blue negative, white 0, orange positive, each grid to its own largest number),
/// with the numbers in the cells where they fit and under the mouse everywhere. The same cell is framed in all grids of
/// the same form. Keyboard: arrows move the frame.
class OperandGrids : public QWidget {
    Q_OBJECT
public:
    explicit OperandGrids(QWidget* parent = nullptr);

    void setGrids(std::vector<OperandGrid> grids);
    const std::vector<OperandGrid>& grids() const { return m_grids; }
    /// The framed cell; −1: none.
    int cell() const { return m_cell; }
    /// Where a cell of a grid lies on this widget.
    QRectF cellRect(std::size_t grid, int cell) const;

    QSize sizeHint() const override { return {420, 170}; }
    QSize minimumSizeHint() const override { return {180, 84}; }

signals:
    /// The cell under the mouse or reached by keys; −1: none.
    void cellChanged(int cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Place {
        QRectF cells; ///< of one grid
        double side = 1;
    };
    std::vector<Place> places() const;
    void paintGrid(class QPainter& painter, const OperandGrid& grid, const Place& place) const;
    void setCell(int cell);

    std::vector<OperandGrid> m_grids;
    int m_cell = -1;
};

} // namespace alexscope::gui
