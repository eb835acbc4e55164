// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace alexscope::gui {

/// Something that happened at one iteration.
struct CurveMark {
    double iteration = 0;
    QString text;  ///< a few words
    QString brief; ///< fewer, for a low plot
    QColor colour; ///< of the run it happened to
};

/// Vertical lines across a plot with their texts: along the line where the plot is high enough for the whole text, else
/// the brief ones level beside it. A text that finds no free place is left out; textsAt() has them all.
class CurveMarks : public QCPAbstractItem {
    Q_OBJECT
public:
    CurveMarks(QCustomPlot* plot, QCPAxis* iterations);

    void setMarks(std::vector<CurveMark> marks) { m_marks = std::move(marks); }
    const std::vector<CurveMark>& marks() const { return m_marks; }
    void setTextsShown(bool shown) { m_textsShown = shown; }
    void setFont(const QFont& font) { m_font = font; }
    /// What lies behind the texts: a colour that lets a little of the curves through.
    void setGround(const QColor& ground) { m_ground = ground; }
    /// A place, in pixels, where no text may lie.
    void keepClear(const QRectF& place) { m_clear = place; }
    /// Texts of the marks a few pixels around a place, one a line; empty where there is none.
    QString textsAt(double pixel) const;

    /// A text in its place.
    struct Label {
        std::size_t mark;
        QRectF box;   ///< in pixels
        bool upright; ///< the whole text; level: the brief one
    };
    /// Where the texts lie now.
    std::vector<Label> labels() const;

    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    /// The line's place in pixels; NaN outside the plot.
    double lineOf(const CurveMark& mark) const;

    QCPAxis* m_iterations;
    std::vector<CurveMark> m_marks;
    QFont m_font;
    QColor m_ground;
    QRectF m_clear;
    bool m_textsShown = true;
};

} // namespace alexscope::gui
