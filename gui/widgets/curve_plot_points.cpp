// SPDX-License-Identifier: GPL-3.0-or-later
// From curves to the points that are drawn of them.
#include "gui/widgets/curve_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {

/// Up to here lines are smoothed; denser ones are drawn plainly, which is faster and no less legible.
constexpr int smoothPoints = 2000;
constexpr int mostDashedSteps = 300;

std::int64_t toIteration(double value)
{
    constexpr double largest = 1e18;
    return static_cast<std::int64_t>(std::clamp(value, 0.0, largest));
}

/// Hands a curve's stretches over in the order of their iterations, both extremes of every bucket.
class PointCollector {
public:
    PointCollector(const CurveSource& source, QVector<QCPGraphData>& points) : m_source(source), m_points(points) {}

    void take(std::int64_t begin, std::int64_t end, double columns)
    {
        const auto most = static_cast<std::size_t>(2 * std::max(columns, 1.0)); // finer than pixels: no edge shows
        for (const CurveBucket& bucket : m_source.curve->range(begin, end, most)) {
            const bool lowFirst = bucket.lowAt < bucket.highAt;
            add(lowFirst ? bucket.lowAt : bucket.highAt, lowFirst ? bucket.low : bucket.high);
            add(lowFirst ? bucket.highAt : bucket.lowAt, lowFirst ? bucket.high : bucket.low);
        }
    }

private:
    void add(std::int64_t at, float value)
    {
        if (at <= m_last)
            return; // stretches overlap by a bucket
        m_last = at;
        m_points.append({static_cast<double>(at) * m_source.iterationScale, value * m_source.valueScale});
    }

    const CurveSource& m_source;
    QVector<QCPGraphData>& m_points;
    std::int64_t m_last = -1;
};

} // namespace

double CurvePlot::valueAt(int series, double iteration) const
{
    const CurveSource& source = at(series).source;
    if (!source.curve || iteration < 0)
        return std::numeric_limits<double>::quiet_NaN();
    const auto found = source.curve->at(toIteration(std::floor(iteration / source.iterationScale)));
    return found ? source.valueScale * found->low : std::numeric_limits<double>::quiet_NaN();
}

void CurvePlot::fillAll()
{
    for (Series& series : m_series)
        if (series.visible && series.line != Line::Ring)
            fill(series);
}

void CurvePlot::fill(Series& series)
{
    const CurveSource& source = series.source;
    if (!source.curve) {
        series.graph->data()->clear();
        return;
    }
    const QCPRange view = xAxis2->range();
    const std::vector<double> drawnFor{view.lower,
                                       view.upper,
                                       static_cast<double>(axisRect()->width()),
                                       static_cast<double>(source.curve->size()),
                                       source.iterationScale,
                                       source.valueScale,
                                       series.heldUntil,
                                       m_iterationsLogarithmic ? 1.0 : 0.0};
    if (series.drawnFor == drawnFor)
        return;
    series.drawnFor = drawnFor;
    const QVector<QCPGraphData> points = sample(series);
    // Where steps lie closer than dashes are long, dashes say nothing and take a hundred times as long to draw.
    const bool dense = points.size() > (series.line == Line::Solid ? smoothPoints : mostDashedSteps);
    series.graph->setAntialiased(!dense);
    series.graph->setPen(dense ? QPen(series.pen.color(), 1) : series.pen);
    series.graph->data()->set(points, true);
}

QVector<QCPGraphData> CurvePlot::sample(const Series& series) const
{
    const CurveSource& source = series.source;
    const QCPRange view = xAxis2->range();
    const double lower = view.lower / source.iterationScale, upper = view.upper / source.iterationScale;
    QVector<QCPGraphData> points;
    PointCollector collector(source, points);
    if (!m_iterationsLogarithmic) {
        collector.take(toIteration(std::floor(lower)), toIteration(std::ceil(upper)), axisRect()->width());
    } else { // columns are narrower to the right: one octave after the other, each as fine as it is wide
        const double last = std::min(upper, static_cast<double>(source.curve->lastIteration()));
        for (double begin = std::max(1.0, std::floor(lower)); begin <= std::max(last, 1.0); begin *= 2) {
            const double end = std::min(2 * begin, std::ceil(upper));
            const double columns =
                xAxis2->coordToPixel(end * source.iterationScale) - xAxis2->coordToPixel(begin * source.iterationScale);
            collector.take(toIteration(begin), toIteration(end), columns);
        }
    }
    const auto newest = source.curve->at(std::numeric_limits<std::int64_t>::max());
    const double newestAt = static_cast<double>(source.curve->lastIteration()) * source.iterationScale;
    if (newest && series.heldUntil > newestAt && view.upper >= newestAt) {
        if (points.isEmpty())
            points.append({newestAt, source.valueScale * newest->low});
        points.append({series.heldUntil, source.valueScale * newest->low});
    }
    return points;
}

} // namespace alexscope::gui
