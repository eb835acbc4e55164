// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace alexscope::gui {

/// Something that happened at one iteration.
struct CurveMark {
    double iteration = 0;
    QString text;  ///< a few words
    QColor colour; ///< of the run it happened to
};

/// Vertical lines across a plot with their texts along them; a text that would lie on its neighbour is left out.
class CurveMarks : public QCPAbstractItem {
    Q_OBJECT
public:
    CurveMarks(QCustomPlot* plot, QCPAxis* iterations);

    void setMarks(std::vector<CurveMark> marks) { m_marks = std::move(marks); }
    const std::vector<CurveMark>& marks() const { return m_marks; }
    void setTextsShown(bool shown) { m_textsShown = shown; }
    void setFont(const QFont& font) { m_font = font; }
    /// Texts of the marks a few pixels around a place, one a line; empty where there is none.
    QString textsAt(double pixel) const;

    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    QCPAxis* m_iterations;
    std::vector<CurveMark> m_marks;
    QFont m_font;
    bool m_textsShown = true;
};

} // namespace alexscope::gui
