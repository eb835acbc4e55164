// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/histogram_view.h"

#include "gui/look/colours.h"
#include "gui/widgets/figure_plot.h"
#include "gui/widgets/plot_style.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

namespace {

/// One step a bin, closed at both ends, each histogram up to a height of 1: the narrow one of the start would otherwise
/// press today's wide one flat.
void fill(QCPGraph& graph, const Histogram& histogram, QCPRange& range)
{
    QVector<double> x, y;
    if (!histogram.counts.empty()) {
        const auto most = static_cast<double>(*std::max_element(histogram.counts.begin(), histogram.counts.end()));
        const double width = (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
        x.append(histogram.low);
        y.append(0);
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
            x.append(histogram.low + width * static_cast<double>(i));
            y.append(most > 0 ? static_cast<double>(histogram.counts[i]) / most : 0);
        }
        x.append(histogram.high);
        y.append(0);
        range.expand(QCPRange(histogram.low, histogram.high));
    }
    graph.setData(x, y, true);
}

} // namespace

HistogramView::HistogramView(QWidget* parent) : QWidget(parent), m_plot(new FigurePlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false); // with what else has changed, in one go
    m_before = m_plot->addGraph();
    m_now = m_plot->addGraph();
    m_before->setLineStyle(QCPGraph::lsStepLeft);
    m_now->setLineStyle(QCPGraph::lsStepLeft);
    m_before->setAntialiased(false);
    m_now->setAntialiased(false);
    m_plot->yAxis->setVisible(false);
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->axisRect()->setAutoMargins(QCP::msBottom);
    m_plot->axisRect()->setMargins(QMargins(8, 8, 8, 0));
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    m_plot->setMinimumSize(100, 110);
    recolour();
}

void HistogramView::show(const Histogram& now, const Histogram& before)
{
    QCPRange range(0, 0);
    fill(*m_before, before, range);
    if (before.counts.empty())
        m_before->removeFromLegend();
    else if (m_before->addToLegend()) { // and in the same order as ever
        m_now->removeFromLegend();
        m_now->addToLegend();
    }
    fill(*m_now, now, range);
    if (range.size() > 0)
        m_plot->xAxis->setRange(range.lower - range.size() * 0.03, range.upper + range.size() * 0.03);
    m_plot->yAxis->setRange(0, 1.08);
    replot();
}

void HistogramView::setNames(const QString& now, const QString& before, const QString& valueAxis)
{
    m_now->setName(now);
    m_before->setName(before);
    m_plot->xAxis->setLabel(valueAxis);
    replot();
}

/// A plot that has no size yet draws itself when it gets one.
void HistogramView::replot()
{
    if (!m_plot->viewport().isEmpty())
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void HistogramView::recolour()
{
    stylePlot(*m_plot);
    QColor filling = okabeIto::skyBlue;
    filling.setAlpha(90);
    m_now->setPen(QPen(isDark(palette()) ? okabeIto::skyBlue : okabeIto::blue, 1));
    m_now->setBrush(filling);
    m_before->setPen(QPen(quietText(palette()), 1));
    m_plot->yAxis->grid()->setVisible(false);
    replot();
}

void HistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        recolour();
}

} // namespace alexscope::gui
