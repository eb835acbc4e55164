// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_plot.h"

#include "gui/look/colours.h"
#include "gui/widgets/plot_style.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
/// Up to here lines are smoothed; denser ones are drawn plainly, which is faster and no less legible.
constexpr int smoothPoints = 2000;
/// A run that has just begun is shown on an axis of this many iterations, so that the curve does not squeeze with every
/// point.
constexpr double shortestAxis = 50;

/// Writes its unit before the first number instead of a title below the axis: the room belongs to the curves.
class UnitTicker : public QCPAxisTicker {
public:
    void setUnit(const QString& unit) { m_unit = unit; }
    void setShown(bool shown) { m_shown = shown; }

protected:
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        QCPAxisTicker::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
        if (!tickLabels || tickLabels->isEmpty())
            return;
        if (!m_shown)
            tickLabels->fill(QString());
        tickLabels->first() = m_unit + QLatin1Char(' ') + tickLabels->first();
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return QLocale().toString(tick, 'g', 7); }

private:
    QString m_unit;
    bool m_shown = true;
};

UnitTicker& unitTicker(const QCPAxis& axis)
{
    return static_cast<UnitTicker&>(*axis.ticker());
}

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : QCustomPlot(parent), m_guideValue(nothing)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setNoAntialiasingOnDrag(true);
    xAxis2->setVisible(true);
    xAxis2->setTickLabels(true);
    for (QCPAxis* axis : {xAxis, xAxis2})
        axis->setTicker(QSharedPointer<UnitTicker>::create());
    axisRect()->setRangeDragAxes(xAxis2, yAxis);
    axisRect()->setRangeZoomAxes(xAxis2, yAxis);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    connect(xAxis2, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this](const QCPRange& range) {
        showEpochs(range);
        emit iterationRangeChanged(range);
    });
    connect(this, &QCustomPlot::mouseWheel, this, [this] { setFollowing(false); });
    connect(this, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::resetView);
    connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!m_settingRanges)
            setFollowing(false);
    });

    m_guide = new QCPItemStraightLine(this);
    m_guideText = new QCPItemText(this);
    m_cursor = new QCPItemStraightLine(this);
    for (QCPAbstractItem* item : {static_cast<QCPAbstractItem*>(m_guide), static_cast<QCPAbstractItem*>(m_guideText),
                                  static_cast<QCPAbstractItem*>(m_cursor)}) {
        item->setSelectable(false);
        item->setVisible(false);
    }
    m_guideText->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_guideText->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_guideText->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
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

int CurvePlot::addSeries(Line line)
{
    QCPGraph* added = addGraph(xAxis2, yAxis);
    added->setAdaptiveSampling(true);
    if (line == Line::DashedSteps)
        added->setLineStyle(QCPGraph::lsStepLeft);
    if (line == Line::Ring)
        added->setLineStyle(QCPGraph::lsNone);
    m_series.push_back({line});
    return static_cast<int>(m_series.size()) - 1;
}

void CurvePlot::setSeries(int series, const QString& name, const QColor& colour, double width)
{
    const Line line = m_series[static_cast<std::size_t>(series)].line;
    QPen pen(colour, width);
    if (line == Line::Dashed || line == Line::DashedSteps)
        pen.setDashPattern({4, 2});
    graph(series)->setName(name);
    graph(series)->setPen(pen);
    if (line == Line::Ring)
        graph(series)->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.6), palette().color(QPalette::Base), 7));
}

void CurvePlot::addPoint(int series, double iteration, double value)
{
    if (std::isnan(value))
        return;
    Series& entry = m_series[static_cast<std::size_t>(series)];
    if (entry.heldUntil >= 0) {
        graph(series)->data()->remove(entry.heldUntil);
        entry.heldUntil = -1;
    }
    graph(series)->addData(iteration, value);
    m_newest = std::max(m_newest, iteration);
}

void CurvePlot::holdUntil(int series, double iteration)
{
    Series& entry = m_series[static_cast<std::size_t>(series)];
    const auto points = graph(series)->data();
    if (points->isEmpty())
        return;
    const QCPGraphData last = *(points->constEnd() - 1);
    if (iteration <= last.key)
        return;
    if (entry.heldUntil >= 0)
        points->remove(entry.heldUntil);
    entry.heldUntil = iteration;
    graph(series)->addData(iteration, last.value);
}

void CurvePlot::clearSeries()
{
    for (int i = 0; i < graphCount(); ++i)
        graph(i)->data()->clear();
    for (Series& series : m_series)
        series.heldUntil = -1;
    m_newest = 0;
}

double CurvePlot::valueAt(int series, double iteration) const
{
    const auto points = graph(series)->data();
    auto after = points->findEnd(iteration, false);
    if (after == points->constBegin())
        return nothing;
    return (after - 1)->value;
}

void CurvePlot::setSeriesVisible(int series, bool visible)
{
    graph(series)->setVisible(visible);
    if (visible)
        graph(series)->addToLegend();
    else
        graph(series)->removeFromLegend();
}

void CurvePlot::setGuide(double value, const QString& name)
{
    m_guideValue = value;
    const bool shown = std::isfinite(value);
    m_guide->setVisible(shown);
    m_guideText->setVisible(shown);
    if (!shown)
        return;
    m_guide->point1->setCoords(0, value);
    m_guide->point2->setCoords(1, value);
    m_guideText->position->setCoords(0.01, value);
    m_guideText->setText(name);
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
    unitTicker(*xAxis2).setUnit(iterations);
    unitTicker(*xAxis).setUnit(epochs);
}

void CurvePlot::setEpochsPerIteration(double epochs)
{
    m_epochsPerIteration = epochs;
    unitTicker(*xAxis).setShown(epochs > 0);
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
    if (logarithmic)
        yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    else
        yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    setFollowing(true);
}

void CurvePlot::setCursorAt(double iteration)
{
    const bool shown = std::isfinite(iteration);
    if (!shown && !m_cursor->visible())
        return;
    m_cursor->setVisible(shown);
    if (shown) {
        m_cursor->point1->setCoords(iteration, 1);
        m_cursor->point2->setCoords(iteration, 2);
    }
    replot(rpQueuedReplot);
}

void CurvePlot::recolour()
{
    stylePlot(*this);
    const QColor quiet = quietText(palette());
    m_guide->setPen(QPen(quiet, 1, Qt::DashLine));
    m_guideText->setColor(quiet);
    m_guideText->setFont(xAxis->tickLabelFont());
    m_cursor->setPen(QPen(quiet, 1, Qt::DotLine));
    xAxis2->grid()->setVisible(false);
    replot(rpQueuedReplot);
}

void CurvePlot::setIterationRange(const QCPRange& range)
{
    if (range.lower == xAxis2->range().lower && range.upper == xAxis2->range().upper)
        return;
    xAxis2->setRange(range);
    replot(rpQueuedReplot);
}

void CurvePlot::setFollowing(bool following)
{
    const bool changed = following != m_following;
    m_following = following;
    followRanges();
    replot(rpQueuedReplot);
    if (changed)
        emit followingChanged(following);
}

void CurvePlot::followRanges()
{
    if (!m_following)
        return;
    m_settingRanges = true;
    xAxis2->setRange(0, std::max(m_newest, shortestAxis));
    double low = std::numeric_limits<double>::max(), high = 0;
    for (int i = 0; i < graphCount(); ++i) {
        if (!graph(i)->visible())
            continue;
        bool found = false;
        const QCPRange range = graph(i)->data()->valueRange(found, m_logarithmic ? QCP::sdPositive : QCP::sdBoth);
        if (found) {
            low = std::min(low, range.lower);
            high = std::max(high, range.upper);
        }
    }
    if (std::isfinite(m_guideValue) && m_guideValue > 0) {
        low = std::min(low, m_guideValue);
        high = std::max(high, m_guideValue);
    }
    if (m_logarithmic)
        yAxis->setRange(high > 0 ? std::max(low, 1e-9) * 0.8 : 0.1, high > 0 ? high * 1.25 : 1);
    else if (m_fixedHigh > m_fixedLow)
        yAxis->setRange(m_fixedLow, m_fixedHigh);
    else
        yAxis->setRange(0, high > 0 ? high * 1.15 : 1);
    m_settingRanges = false;
}

void CurvePlot::showNews()
{
    followRanges();
    for (int i = 0; i < graphCount(); ++i)
        graph(i)->setAntialiased(graph(i)->data()->size() <= smoothPoints);
    replot(rpQueuedReplot);
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    QCustomPlot::mouseMoveEvent(event);
    const bool inside = axisRect()->rect().contains(event->pos());
    emit pointedAt(inside ? std::max(0.0, std::round(xAxis2->pixelToCoord(event->position().x()))) : nothing);
}

void CurvePlot::leaveEvent(QEvent* event)
{
    QCustomPlot::leaveEvent(event);
    emit pointedAt(nothing);
}

} // namespace alexscope::gui
