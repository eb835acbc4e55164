// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace alexscope::gui {

/// A plot over iterations (above) and epochs (below). It follows the newest point until somebody zooms or drags; reset
/// follows again. QCustomPlot draws at most a minimum and a maximum per pixel column, and no point is ever dropped.
/// Every plotted value is kept as given; logarithmic axes only leave out what is not positive.
class CurvePlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    enum class Line { Solid, Dashed, DashedSteps, Ring };
    /// Returns the series' number.
    int addSeries(Line line);
    void setSeries(int series, const QString& name, const QColor& colour, double width = 1);
    void addPoint(int series, double iteration, double value);
    /// A step curve is drawn on to this iteration with its last value.
    void holdUntil(int series, double iteration);
    void clearSeries();
    int points(int series) const { return graph(series)->data()->size(); }
    /// The value of a series at or before an iteration; NaN when there is none.
    double valueAt(int series, double iteration) const;
    void setSeriesVisible(int series, bool visible);

    /// A dashed level across the plot with its name at the right end; NaN removes it.
    void setGuide(double value, const QString& name);
    /// Fixed range of the value axis while following; without it the axis follows the data from 0 on.
    void setValueRange(double low, double high);
    void setNames(const QString& values, const QString& iterations, const QString& epochs);
    /// Epochs an iteration is worth.
    void setEpochsPerIteration(double epochs);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    /// The line under the mouse; NaN hides it.
    void setCursorAt(double iteration);
    void recolour();

    bool isFollowing() const { return m_following; }
    /// Following again shows the whole run.
    void setFollowing(bool following);
    QCPRange iterationRange() const { return xAxis2->range(); }
    void setIterationRange(const QCPRange& range);

public slots:
    void resetView() { setFollowing(true); }
    /// Adjusts the ranges when following, and replots soon.
    void showNews();

signals:
    void followingChanged(bool following);
    void iterationRangeChanged(const QCPRange& range);
    /// The iteration under the mouse; NaN when it left.
    void pointedAt(double iteration);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    QSize sizeHint() const override { return {420, 200}; }
    QSize minimumSizeHint() const override { return {200, 110}; }

private:
    struct Series {
        Line line;
        double heldUntil = -1; ///< key of the point that only prolongs a step curve
    };
    void followRanges();
    void showEpochs(const QCPRange& iterations);

    std::vector<Series> m_series;
    QCPItemStraightLine* m_guide;
    QCPItemText* m_guideText;
    QCPItemStraightLine* m_cursor;
    double m_guideValue, m_fixedLow = 0, m_fixedHigh = 0, m_epochsPerIteration = 0, m_newest = 0;
    bool m_logarithmic = false, m_following = true, m_settingRanges = false;
};

} // namespace alexscope::gui
