// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/past_marker.h"

#include "gui/live/live_model.h"
#include "gui/look/colours.h"
#include "gui/widgets/curve_plot.h"

#include <limits>

namespace alexscope::gui {

PastMarker::PastMarker(CurvePlot& plot, LiveModel& model)
    : QObject(&plot), m_plot(plot), m_model(model), m_line(new QCPItemStraightLine(&plot))
{
    m_line->setSelectable(false);
    m_line->setVisible(false);
    m_line->setPen(QPen(okabeIto::orange, 2));
    for (QCPItemPosition* position : {m_line->point1, m_line->point2}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio); // from edge to edge whatever the scale
        position->setAxes(plot.xAxis2, plot.yAxis);
    }
    connect(&model, &LiveModel::pastChanged, this, &PastMarker::place);
}

double PastMarker::iteration() const
{
    return m_line->visible() ? m_line->point1->coords().x() : std::numeric_limits<double>::quiet_NaN();
}

void PastMarker::place()
{
    m_line->setVisible(m_model.isPast());
    if (m_model.isPast()) {
        const auto at = static_cast<double>(m_model.shownIteration());
        m_line->point1->setCoords(at, 0);
        m_line->point2->setCoords(at, 1);
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

} // namespace alexscope::gui
