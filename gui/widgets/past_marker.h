// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QCPItemStraightLine;

namespace alexscope::gui {

class CurvePlot;
class LiveModel;

/// A line across a plot over iterations at the moment of the past that the views show; none while they show now.
/// Belongs to the plot.
class PastMarker : public QObject {
    Q_OBJECT
public:
    PastMarker(CurvePlot& plot, LiveModel& model);

    /// The iteration it stands at; NaN: nowhere.
    double iteration() const;

private:
    void place();

    CurvePlot& m_plot;
    LiveModel& m_model;
    QCPItemStraightLine* m_line;
};

} // namespace alexscope::gui
