// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/precision_chart.h"

#include "gui/look/colours.h"
#include "gui/widgets/plot_style.h"

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {
constexpr double percentOf = 100, dot = 5;
}

PrecisionChart::PrecisionChart(QWidget* parent)
    : FigurePlot(parent), m_features(addGraph()), m_pixels(addGraph()), m_chance(addGraph())
{
    setFocusPolicy(Qt::NoFocus); // its numbers are in words beside it
    xAxis->ticker()->setTickCount(3);
    xAxis->setNumberFormat(QStringLiteral("gb"));
    xAxis->setNumberPrecision(6);
    legend->setVisible(true);
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignLeft);
    recolour();
}

/// In a low chart the legend would hide the curves; the line styles are told apart by the words beside it. Its numbers
/// would lie over each other.
void PrecisionChart::resizeEvent(QResizeEvent* event)
{
    constexpr int leastWithLegend = 130, leastLinesForMoreNumbers = 8, leastOfAxis = 16;
    const int axis = std::max(leastOfAxis, height() - 3 * fontMetrics().height()); // beside the numbers and the name
    yAxis->setRange(0, percentOf * (1 + dot / axis));                              // a dot at 100 is drawn whole
    legend->setVisible(height() >= leastWithLegend);
    yAxis->ticker()->setTickCount(height() >= leastLinesForMoreNumbers * fontMetrics().height() ? 4 : 1);
    QCustomPlot::resizeEvent(event);
}

void PrecisionChart::setPoints(const std::vector<Point>& points, double byChance)
{
    QVector<double> iterations, features, pixels;
    for (const Point& point : points) {
        iterations.append(point.iteration);
        features.append(percentOf * point.features);
        pixels.append(percentOf * point.pixels);
    }
    m_features->setData(iterations, features, true);
    m_pixels->setData(iterations, pixels, true);
    const double last = points.empty() ? 0 : points.back().iteration;
    const double end = std::max(10.0, 1.04 * last);
    xAxis->setRange(0, end);
    if (std::isnan(byChance) || points.empty())
        m_chance->setData(QVector<double>(), QVector<double>());
    else
        m_chance->setData({0, end}, {percentOf * byChance, percentOf * byChance}, true);
    replot(rpQueuedReplot);
}

void PrecisionChart::setNames(const QString& features, const QString& pixels, const QString& chance,
                              const QString& iterations)
{
    m_features->setName(features);
    m_pixels->setName(pixels);
    m_chance->setName(chance);
    xAxis->setLabel(iterations);
    yAxis->setLabel(QStringLiteral("%"));
    replot(rpQueuedReplot);
}

void PrecisionChart::recolour()
{
    stylePlot(*this);
    axisRect()->setMinimumMargins(
        QMargins(4, fontMetrics().height() / 2 + 1, 8, 2)); // the uppermost number needs half a line
    const QColor strong = isDark(palette()) ? okabeIto::skyBlue : okabeIto::blue;
    m_features->setPen(QPen(strong, 2));
    m_features->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, strong, strong, dot));
    m_pixels->setPen(QPen(okabeIto::orange, 2, Qt::DashLine));
    m_chance->setPen(QPen(quietText(palette()), 1, Qt::DotLine));
    replot(rpQueuedReplot);
}

} // namespace alexscope::gui
