// SPDX-License-Identifier: GPL-3.0-or-later
// What of the run the plot shows: following the newest row, or what somebody chose.
#include "gui/widgets/curve_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {
/// A run that has just begun is shown on an axis of this many iterations, so that the curve does not squeeze with every
/// point.
constexpr double shortestAxis = 50;
} // namespace

void CurvePlot::setIterationRange(const QCPRange& range)
{
    if (range.lower == xAxis2->range().lower && range.upper == xAxis2->range().upper)
        return;
    m_settingRanges = true;
    xAxis2->setRange(range);
    m_settingRanges = false;
    replot(rpQueuedReplot);
}

void CurvePlot::setFollowing(bool following)
{
    const bool changed = following != m_following;
    m_following = following;
    m_valuesFollowing |= following;
    followRanges();
    replot(rpQueuedReplot);
    if (changed)
        emit followingChanged(following);
}

void CurvePlot::followRanges()
{
    followRight();
    m_settingRanges = true;
    if (m_following)
        xAxis2->setRange(m_iterationsLogarithmic ? 1 : 0, std::max(m_newest, shortestAxis));
    if (m_valuesFollowing)
        followValues();
    m_settingRanges = false;
}

/// The whole run's, however much of it is in sight: scrolling must not stretch the curves.
void CurvePlot::followValues()
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Series& series : m_series) {
        if (!series.visible || !series.source.curve || series.source.curve->isEmpty() ||
            series.graph->valueAxis() != yAxis)
            continue;
        const CurvePyramid& curve = *series.source.curve;
        low = std::min(low, series.source.valueScale * (m_logarithmic ? curve.lowestPositive() : curve.low()));
        high = std::max(high, series.source.valueScale * curve.high());
    }
    if (std::isfinite(m_guideValue) && (m_guideValue > 0 || !m_fromZero)) {
        low = std::min(low, m_guideValue);
        high = std::max(high, m_guideValue);
    }
    const bool some = low <= high;
    if (m_logarithmic)
        yAxis->setRange(some && high > 0 ? std::max(low, 1e-9) * 0.8 : 0.1, some && high > 0 ? high * 1.25 : 1);
    else if (m_fixedHigh > m_fixedLow)
        yAxis->setRange(m_fixedLow, m_fixedHigh);
    else if (m_fromZero)
        yAxis->setRange(0, some && high > 0 ? high * 1.15 : 1);
    else
        yAxis->setRange(some ? low - 0.5 : -1, some ? high + 0.5 : 1);
}

/// The right axis always shows all there is: a few steps over powers of ten.
void CurvePlot::followRight()
{
    double low = std::numeric_limits<double>::infinity(), high = 0;
    for (const Series& series : m_series)
        if (series.source.curve && series.graph->valueAxis() == yAxis2) {
            low = std::min(low, static_cast<double>(series.source.curve->lowestPositive()));
            high = std::max(high, static_cast<double>(series.source.curve->high()));
        }
    if (low <= high)
        yAxis2->setRange(low / 4, high * 4);
}

void CurvePlot::showNews()
{
    fitLegend();
    followRanges();
    replot(rpQueuedReplot);
}

} // namespace alexscope::gui
