// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/plot_style.h"

#include "gui/look/colours.h"

#include <qcustomplot.h>

namespace alexscope::gui {

void stylePlot(QCustomPlot& plot)
{
    const QPalette palette = plot.palette();
    const QColor text = quietText(palette), grid = hairline(palette);
    QFont font = plot.font();
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    plot.setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxisRect* rect : plot.axisRects()) {
        for (QCPAxis* axis : rect->axes()) {
            axis->setBasePen(QPen(mixed(text, palette.color(QPalette::Base), 0.4)));
            axis->setTickPen(axis->basePen());
            axis->setSubTickPen(Qt::NoPen);
            axis->setTickLabelColor(text);
            axis->setLabelColor(text);
            axis->setTickLabelFont(small);
            axis->setLabelFont(small);
            axis->setTickLabelPadding(2);
            axis->setLabelPadding(2);
            axis->setTickLengthIn(0);
            axis->setTickLengthOut(4);
            axis->grid()->setPen(QPen(grid, 1));
            axis->grid()->setSubGridVisible(false);
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    }
    QColor behind = palette.color(QPalette::Base);
    behind.setAlpha(215);
    plot.legend->setBrush(behind);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setFont(small);
    plot.legend->setTextColor(palette.color(QPalette::Text));
    plot.legend->setIconSize(22, 10);
    plot.legend->setRowSpacing(0);
    plot.legend->setColumnSpacing(12);
    plot.legend->setMargins(QMargins(6, 2, 6, 2));
}

} // namespace alexscope::gui
