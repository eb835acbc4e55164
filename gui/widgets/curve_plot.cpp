// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_plot.h"

#include "gui/look/colours.h"
#include "gui/widgets/curve_values.h"
#include "gui/widgets/plot_style.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alexscope::gui {

namespace {

const QString behindLayer = QStringLiteral("behind");
constexpr int leastLinesOfPlot = 8; ///< without a legend: two of numbers, the rest for the curves

} // namespace

CurvePlot::CurvePlot(QWidget* parent)
    : FigurePlot(parent), m_iterations(xAxis2), m_epochs(xAxis), m_guideValue(nothing), m_cursorAt(nothing)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phFastPolylines);
    setPlottingHint(QCP::phImmediateRefresh, false); // with what else has changed, in one go
    xAxis2->setVisible(true);
    xAxis2->setTickLabels(true);
    yAxis2->setTickLabels(true);
    yAxis2->setScaleType(QCPAxis::stLogarithmic);
    yAxis2->setTicker(valueTicker(yAxis2, true));
    yAxis->setTicker(valueTicker(yAxis, false));
    axisRect()->setRangeDragAxes(xAxis2, yAxis);
    axisRect()->setRangeZoomAxes(xAxis2, yAxis);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    addLayer(behindLayer, layer(QStringLiteral("main")), limBelow);
    connect(xAxis2, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this](const QCPRange& range) {
        showEpochs(range);
        if (!m_settingRanges)
            setFollowing(false);
        emit iterationRangeChanged(range);
    });
    connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (m_settingRanges)
            return;
        m_valuesFollowing = false;
        setFollowing(false);
    });
    connect(this, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::resetView);
    connect(this, &QCustomPlot::beforeReplot, this, &CurvePlot::fillAll);
    connect(this, &QCustomPlot::afterLayout, this, &CurvePlot::placeGuide); // only then is it known where that is

    m_marks = new CurveMarks(this, xAxis2);
    m_guide = new QCPItemStraightLine(this);
    m_guideText = new QCPItemText(this);
    for (QCPAbstractItem* texts : std::initializer_list<QCPAbstractItem*>{m_marks, m_guideText})
        texts->setLayer(QStringLiteral("axes")); // on their ground above the curves, or nobody can read them
    m_cursor = new QCPItemStraightLine(this);
    m_cursor->setLayer(QStringLiteral("overlay")); // drawn by itself: the curves below are not drawn again
    for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{m_guide, m_guideText, m_cursor}) {
        item->setSelectable(false);
        item->setVisible(false);
    }
    m_guideText->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_guideText->position->setTypeY(QCPItemPosition::ptPlotCoords);
    for (QCPItemPosition* position : {m_guide->point1, m_guide->point2, m_cursor->point1, m_cursor->point2})
        position->setAxes(xAxis2, yAxis);

    legend->setVisible(true);
    // Above the axes, in one row: inside, it would cover the curve of a run that has just begun.
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, legend);
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    plotLayout()->setRowStretchFactor(0, 0.0001);
    plotLayout()->setRowSpacing(0);
    axisRect()->setMinimumMargins(QMargins(8, 4, 12, 4));
    recolour();
    followRanges();
}

// ---- Series

int CurvePlot::addSeries(Line line, Axis axis, Place place)
{
    QCPGraph* added = addGraph(xAxis2, axis == Axis::Left ? yAxis : yAxis2);
    added->setAdaptiveSampling(true);
    if (line == Line::DashedSteps || line == Line::DottedSteps || line == Line::SolidSteps)
        added->setLineStyle(QCPGraph::lsStepLeft);
    if (line == Line::Ring)
        added->setLineStyle(QCPGraph::lsNone);
    if (place == Place::Behind)
        added->setLayer(behindLayer);
    m_series.push_back({line, added, {}, -1, true, {}, {}});
    return static_cast<int>(m_series.size()) - 1;
}

void CurvePlot::removeSeriesFrom(int series)
{
    while (seriesCount() > series) {
        removeGraph(m_series.back().graph);
        m_series.pop_back();
    }
}

void CurvePlot::setSeries(int series, const QString& name, const QColor& colour, double width)
{
    Series& entry = at(series);
    QPen pen(colour, width);
    if (entry.line == Line::DashedSteps)
        pen.setDashPattern({4, 2});
    else if (entry.line == Line::DottedSteps)
        pen.setDashPattern({1, 2});
    entry.graph->setName(name);
    if (entry.pen != pen) {
        entry.pen = pen;
        entry.graph->setPen(pen);
        entry.drawnFor.clear(); // dense curves are drawn more plainly
    }
    if (entry.line == Line::Ring)
        entry.graph->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.6), palette().color(QPalette::Base), 7));
}

void CurvePlot::setSource(int series, const CurveSource& source)
{
    Series& entry = at(series);
    if (entry.source.curve != source.curve)
        entry.drawnFor.clear();
    entry.source = source;
}

void CurvePlot::setHeldUntil(int series, double iteration)
{
    at(series).heldUntil = iteration;
}

void CurvePlot::setRing(int series, double iteration, double value)
{
    at(series).graph->data()->clear();
    if (std::isfinite(value))
        at(series).graph->addData(iteration, value);
}

void CurvePlot::setSeriesVisible(int series, bool visible)
{
    if (at(series).visible == visible)
        return;
    at(series).visible = visible;
    at(series).graph->setVisible(visible);
    setInLegend(series, visible);
}

void CurvePlot::setInLegend(int series, bool listed)
{
    if (listed)
        at(series).graph->addToLegend();
    else
        at(series).graph->removeFromLegend();
}

void CurvePlot::setLongestName(int series, const QString& name)
{
    m_longestNamed = series;
    m_longestName = name;
    fitLegend();
}

void CurvePlot::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    fitLegend();
    replot(rpQueuedReplot); // again: numbers were given the room that the axes had before
}

/// As many names a row as fit without being cut.
void CurvePlot::fitLegend()
{
    const QFontMetrics metrics(legend->font());
    std::vector<int> widths;
    for (int i = 0; i < seriesCount(); ++i) {
        if (!legend->hasItemWithPlottable(at(i).graph))
            continue;
        const int name = metrics.horizontalAdvance(at(i).graph->name()),
                  longest = i == m_longestNamed ? metrics.horizontalAdvance(m_longestName) : 0;
        widths.push_back(std::max(name, longest) + legend->iconSize().width() + 2 * legend->iconTextPadding() +
                         legend->columnSpacing());
    }
    const int room = width() - legend->margins().left() - legend->margins().right();
    std::size_t columns = widths.size();
    for (; columns > 1; --columns) {
        std::vector<int> widest(columns, 0);
        for (std::size_t i = 0; i < widths.size(); ++i)
            widest[i % columns] = std::max(widest[i % columns], widths[i]);
        if (std::accumulate(widest.begin(), widest.end(), 0) <= room)
            break;
    }
    const int wrap = static_cast<int>(std::max<std::size_t>(columns, 1));
    const int rows = (static_cast<int>(widths.size()) + wrap - 1) / wrap;
    showLegend(height() >= (rows + leastLinesOfPlot) * metrics.height());
    if (wrap == legend->wrap())
        return;
    legend->setWrap(wrap);
    legend->setFillOrder(QCPLegend::foColumnsFirst, true);
    replot(rpQueuedReplot);
}

/// Hidden it would still keep its room.
void CurvePlot::showLegend(bool shown)
{
    if (shown == legend->visible())
        return;
    legend->setVisible(shown);
    if (shown)
        plotLayout()->addElement(0, 0, legend);
    else
        plotLayout()->take(legend);
    replot(rpQueuedReplot);
}

int CurvePlot::points(int series) const
{
    const auto& curve = at(series).source.curve;
    return curve ? static_cast<int>(curve->size()) : 0;
}

QVector<QCPGraphData> CurvePlot::drawn(int series) const
{
    const auto points = at(series).graph->data();
    return {points->constBegin(), points->constEnd()};
}

// ---- Looks

void CurvePlot::setGuide(double value, const QString& name)
{
    m_guideValue = value;
    const bool shown = std::isfinite(value);
    m_guide->setVisible(shown);
    m_guideText->setVisible(shown);
    if (!shown)
        return;
    m_guide->point1->setCoords(1, value);
    m_guide->point2->setCoords(2, value);
    m_guideText->position->setCoords(1, value); // at the right end: a run begins at the left
    m_guideName = name;
}

/// The guide's name stands above its line, or below it where there is no room above.
void CurvePlot::placeGuide()
{
    const double line = yAxis->coordToPixel(m_guideValue);
    m_guideText->setText(
        QFontMetrics(m_guideText->font()).elidedText(m_guideName, Qt::ElideRight, axisRect()->width() - 4));
    const bool above = line - axisRect()->top() >= QFontMetricsF(m_guideText->font()).height();
    m_guideText->setPositionAlignment(Qt::AlignRight | (above ? Qt::AlignBottom : Qt::AlignTop));
    m_marks->keepClear(m_guideText->visible()
                           ? QRectF(m_guideText->topLeft->pixelPosition(), m_guideText->bottomRight->pixelPosition())
                           : QRectF());
}

void CurvePlot::setMarks(std::vector<CurveMark> marks)
{
    m_marks->setMarks(std::move(marks));
}

void CurvePlot::setMarkTextsShown(bool shown)
{
    m_marks->setTextsShown(shown);
}

void CurvePlot::setValueRange(double low, double high)
{
    m_fixedLow = low;
    m_fixedHigh = high;
    followRanges();
}

void CurvePlot::setNames(const QString& values, const QString& iterations, const QString& epochs)
{
    yAxis->setLabel(values);
    m_iterations.setUnit(iterations);
    m_epochs.setUnit(epochs);
}

void CurvePlot::setRightName(const QString& values)
{
    yAxis2->setLabel(values);
    yAxis2->setVisible(!values.isEmpty());
}

void CurvePlot::setEpochsPerIteration(double epochs)
{
    m_epochsPerIteration = epochs;
    m_epochs.setNumbersShown(epochs > 0);
    showEpochs(xAxis2->range());
}

void CurvePlot::showEpochs(const QCPRange& iterations)
{
    const double scale = m_epochsPerIteration > 0 ? m_epochsPerIteration : 1;
    xAxis->setRange(iterations.lower * scale, iterations.upper * scale);
}

void CurvePlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    yAxis->setTicker(valueTicker(yAxis, logarithmic));
    setFollowing(true);
}

void CurvePlot::setIterationsLogarithmic(bool logarithmic)
{
    m_iterationsLogarithmic = logarithmic;
    m_settingRanges = true;
    m_iterations.setLogarithmic(logarithmic);
    m_epochs.setLogarithmic(logarithmic);
    m_settingRanges = false;
    setFollowing(true);
}

void CurvePlot::setCursorAt(double iteration)
{
    m_cursorAt = iteration;
    const bool shown = std::isfinite(iteration);
    if (!shown && !m_cursor->visible())
        return;
    m_cursor->setVisible(shown);
    if (shown) {
        // Two places on one upright line, both on the axis also where it is logarithmic.
        m_cursor->point1->setCoords(iteration, 1);
        m_cursor->point2->setCoords(iteration, 2);
    }
    m_cursor->layer()->replot();
}

void CurvePlot::recolour()
{
    stylePlot(*this);
    const QColor quiet = quietText(palette());
    m_guide->setPen(QPen(quiet, 1, Qt::DashLine));
    m_guideText->setColor(quiet);
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(200); // the curve below it is seen, and it can be read
    m_guideText->setBrush(ground);
    m_guideText->setFont(xAxis->tickLabelFont());
    m_marks->setFont(xAxis->tickLabelFont());
    m_marks->setGround(ground);
    m_cursor->setPen(QPen(quiet, 1, Qt::DotLine));
    QColor frame = palette().color(QPalette::Highlight);
    selectionRect()->setPen(QPen(frame, 1));
    frame.setAlpha(40);
    selectionRect()->setBrush(frame);
    xAxis2->grid()->setVisible(false);
    yAxis2->grid()->setVisible(false);
    replot(rpQueuedReplot);
}

void CurvePlot::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        recolour();
        fitLegend();
    }
}

} // namespace alexscope::gui
