// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace alexscope::gui {

/// A plot that is as sharp in an exported figure as what stands beside it: its own picture of itself has the screen's
/// resolution, so into any other it is drawn anew, and numbers are text where the file can hold text.
class FigurePlot : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;

protected:
    /// Before it is drawn anew.
    virtual void prepare() {}

    void paintEvent(QPaintEvent* event) override
    {
        QCPPainter painter(this);
        const QPaintEngine::Type engine = painter.paintEngine()->type();
        const bool isVector =
            engine == QPaintEngine::SVG || engine == QPaintEngine::Pdf || engine == QPaintEngine::Picture;
        if (!isVector && qFuzzyCompare(painter.deviceTransform().m11(), bufferDevicePixelRatio())) {
            painter.end();
            return QCustomPlot::paintEvent(event);
        }
        prepare();
        painter.setMode(QCPPainter::pmVectorized, isVector);
        painter.setMode(QCPPainter::pmNoCaching); // numbers as text, not as pictures of the screen's resolution
        painter.fillRect(rect(), palette().color(QPalette::Base));
        draw(&painter);
    }
};

} // namespace alexscope::gui
