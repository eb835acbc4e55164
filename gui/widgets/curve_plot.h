// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/curve_pyramid.h"
#include "gui/widgets/curve_axis.h"
#include "gui/widgets/curve_marks.h"
#include "gui/widgets/figure_plot.h"

#include <memory>
#include <vector>

namespace alexscope::gui {

/// Where a series takes its points from.
struct CurveSource {
    std::shared_ptr<const CurvePyramid> curve; ///< null: nothing yet
    double iterationScale = 1;                 ///< plotted iteration of each of the curve's
    double valueScale = 1;                     ///< 100 for shares shown in percent
};

/// A plot over iterations (above) and epochs (below). It follows the newest point until somebody zooms or drags, and
/// its values follow the data until somebody changes their axis; reset follows again. The curves stay where they are:
/// before drawing, the plot takes of each what its width can show, with a minimum and a maximum for every pixel column,
/// so that no extreme is lost however long the run is. Logarithmic axes leave out what is not positive.
///
/// Wheel: zoom. Drag: move. Shift and drag: zoom to the frame. Double click: the whole run. Keys: left and right move
/// the cursor (ten times as far with Shift, the axis with Ctrl), up and down the values, + and − zoom (the values with
/// Ctrl), Home shows the whole run, Escape takes the cursor away.
class CurvePlot : public FigurePlot {
    Q_OBJECT
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    enum class Line { Solid, DashedSteps, DottedSteps, SolidSteps, Ring };
    enum class Axis { Left, Right };
    enum class Place { Front, Behind }; ///< behind: below every series that is in front
    /// Returns the series' number.
    int addSeries(Line line, Axis axis = Axis::Left, Place place = Place::Front);
    /// Takes away every series from this number on.
    void removeSeriesFrom(int series);
    void setSeries(int series, const QString& name, const QColor& colour, double width = 1);
    void setSource(int series, const CurveSource& source);
    /// Step curves are drawn on to this plotted iteration with their last value.
    void setHeldUntil(int series, double iteration);
    /// The one point of a ring; NaN takes it away.
    void setRing(int series, double iteration, double value);
    void setSeriesVisible(int series, bool visible);
    void setInLegend(int series, bool listed);
    /// The longest name this series will have: the legend leaves room for it from the start.
    void setLongestName(int series, const QString& name);
    int seriesCount() const { return static_cast<int>(m_series.size()); }
    /// Points of the curve behind a series, however many of them are drawn.
    int points(int series) const;
    /// The value of a series at or before a plotted iteration; NaN when there is none.
    double valueAt(int series, double iteration) const;
    /// What was last given to be drawn; for tests.
    QVector<QCPGraphData> drawn(int series) const;

    /// A dashed level across the plot with its name at the left end; NaN removes it.
    void setGuide(double value, const QString& name);
    void setMarks(std::vector<CurveMark> marks);
    const CurveMarks& marks() const { return *m_marks; }
    void setMarkTextsShown(bool shown);
    /// How far the run has come, in plotted iterations: the end of the axis while following.
    void setNewest(double iteration) { m_newest = iteration; }
    /// Fixed range of the value axis while following; without it the axis follows the data.
    void setValueRange(double low, double high);
    /// Whether an even value axis begins at 0 while following (as losses do) or at the smallest value.
    void setFromZero(bool fromZero) { m_fromZero = fromZero; }
    void setNames(const QString& values, const QString& iterations, const QString& epochs);
    /// A second value axis to the right, logarithmic; empty takes it away.
    void setRightName(const QString& values);
    /// Epochs a plotted iteration is worth.
    void setEpochsPerIteration(double epochs);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void setIterationsLogarithmic(bool logarithmic);
    bool areIterationsLogarithmic() const { return m_iterationsLogarithmic; }
    /// The line under the mouse; NaN hides it.
    void setCursorAt(double iteration);
    void recolour();

    bool isFollowing() const { return m_following; }
    /// Following again shows the whole run.
    void setFollowing(bool following);
    QCPRange iterationRange() const { return xAxis2->range(); }
    /// As a plot beside it has it; whether it follows does not change.
    void setIterationRange(const QCPRange& range);

public slots:
    void resetView() { setFollowing(true); }
    /// Adjusts the ranges when following, and replots soon.
    void showNews();

signals:
    void followingChanged(bool following);
    void iterationRangeChanged(const QCPRange& range);
    /// The iteration under the mouse or at the keyboard's cursor; NaN when it left.
    void pointedAt(double iteration);

protected:
    void prepare() override { fillAll(); }
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    QSize sizeHint() const override { return {420, 200}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

private:
    struct Series {
        Line line;
        QCPGraph* graph;
        CurveSource source;
        double heldUntil = -1;
        bool visible = true;
        QPen pen;
        std::vector<double> drawnFor; ///< what the points given to be drawn depend on
    };
    Series& at(int series) { return m_series[static_cast<std::size_t>(series)]; }
    const Series& at(int series) const { return m_series[static_cast<std::size_t>(series)]; }
    void fillAll();
    void placeGuide();
    void fitLegend();
    void showLegend(bool shown);
    void fill(Series& series);
    QVector<QCPGraphData> sample(const Series& series) const;
    void followRanges();
    void followValues();
    void followRight();
    void showEpochs(const QCPRange& iterations);
    void moveRange(QCPAxis* axis, double share);
    void zoomRange(QCPAxis* axis, double factor);
    void moveCursor(double pixels);

    std::vector<Series> m_series;
    int m_longestNamed = -1;
    QString m_longestName;
    CountAxis m_iterations, m_epochs;
    QCPItemStraightLine* m_guide;
    QCPItemText* m_guideText;
    QString m_guideName;
    QCPItemStraightLine* m_cursor;
    CurveMarks* m_marks;
    double m_guideValue, m_cursorAt, m_fixedLow = 0, m_fixedHigh = 0, m_epochsPerIteration = 0, m_newest = 0;
    bool m_logarithmic = false, m_iterationsLogarithmic = false, m_fromZero = true, m_following = true,
         m_valuesFollowing = true, m_settingRanges = false;
};

} // namespace alexscope::gui
