// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;

namespace alexscope::gui {

/// Calm axes in the colours of the plot widget's palette: hairline grid, quiet ticks and legend, no boxes.
void stylePlot(QCustomPlot& plot);

} // namespace alexscope::gui
