// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preprocessing.h"
#include "core/picture/colour_map.h"
#include "core/tensor/host_tensor.h"

#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// What a KernelView shows: one filter.
struct Kernel {
    HostTensor values;                      ///< [1, planes, h, w]
    QStringList titles;                     ///< one a plane
    bool isColour = false;                  ///< three planes that also make one coloured picture around mid grey
    ChannelOrder order = ChannelOrder::Rgb; ///< of those three
    ValueRange range{-1, 1};                ///< black and white
};

/// A filter as large as there is room: one grid a plane, grey, each number written into its cell where it fits, and
/// for colour inputs the coloured picture besides. Numbers share one power of ten, named above. A click on a grid shows
/// it alone, another click all again.
class KernelView : public QWidget {
    Q_OBJECT
public:
    explicit KernelView(QWidget* parent = nullptr);

    void setKernel(Kernel kernel);
    /// Grids there are: the planes, and the coloured one last.
    int gridCount() const;
    /// The grid shown alone; -1: all.
    int enlarged() const { return m_enlarged; }
    void enlarge(int grid);
    /// Where a cell lies on this widget; empty when its grid is not shown.
    QRectF cellRect(int grid, QPoint cell) const;
    /// What is written into a cell: the mantissa, empty where there is no room.
    QString cellText(int plane, QPoint cell) const;
    /// The power of ten that all written numbers share.
    int exponent() const { return m_exponent; }

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

signals:
    /// The grid and the cell under the mouse; -1 when there is none.
    void pointedAt(int grid, QPoint cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Placing {
        int columns = 1, rows = 1;
        double cell = 0;
    };
    std::vector<int> shownGrids() const;
    Placing placing(int grids) const;
    void arrange();
    void paintGrid(QPainter& painter, int grid) const;
    QColor colourOfCell(int grid, std::size_t place) const;
    int gridAt(QPointF position, QPoint* cell = nullptr) const;
    QString written(double value) const;

    Kernel m_kernel;
    int m_enlarged = -1, m_exponent = 0, m_decimals = -1; ///< decimals below 0: no room for numbers
    int m_fontPixels = 8;
    std::vector<QRectF> m_grids; ///< where each grid lies; empty ones are not shown
};

} // namespace alexscope::gui
