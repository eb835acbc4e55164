// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_marks.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {
constexpr double reach = 4;        ///< pixels around a line that still mean it
constexpr double inset = 4;        ///< between a text and the plot's edge
constexpr double beside = 2;       ///< between a text and its line
constexpr int mostRowsOfMarks = 3; ///< of level texts: they hide the curves
} // namespace

CurveMarks::CurveMarks(QCustomPlot* plot, QCPAxis* iterations) : QCPAbstractItem(plot), m_iterations(iterations)
{
    setClipToAxisRect(true);
    setClipAxisRect(iterations->axisRect());
    setSelectable(false);
}

QString CurveMarks::textsAt(double pixel) const
{
    QStringList texts;
    for (const CurveMark& mark : m_marks)
        if (std::abs(m_iterations->coordToPixel(mark.iteration) - pixel) <= reach)
            texts.append(mark.text);
    return texts.join(QLatin1Char('\n'));
}

double CurveMarks::lineOf(const CurveMark& mark) const
{
    const QRect area = m_iterations->axisRect()->rect();
    const double x = std::round(m_iterations->coordToPixel(mark.iteration));
    return x >= area.left() && x <= area.right() ? x : std::numeric_limits<double>::quiet_NaN();
}

std::vector<CurveMarks::Label> CurveMarks::labels() const
{
    const QRectF area = QRectF(m_iterations->axisRect()->rect()).adjusted(0, inset, 0, -inset);
    const QFontMetricsF metrics(m_font);
    std::vector<Label> labels;
    const auto isFree = [&](const QRectF& box) {
        return !box.intersects(m_clear) && std::none_of(labels.begin(), labels.end(),
                                                        [&](const Label& other) { return box.intersects(other.box); });
    };
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const double x = lineOf(m_marks[i]);
        if (std::isnan(x))
            continue;
        const double length = metrics.horizontalAdvance(m_marks[i].text) + 2, line = metrics.height();
        const bool upright = length <= area.height();
        const QSizeF size =
            upright ? QSizeF(line, length) : QSizeF(metrics.horizontalAdvance(m_marks[i].brief) + 2, line);
        const int rows = upright ? 2 : mostRowsOfMarks;  // upright: at the top, or below what stays clear
        for (int place = 0; place < 2 * rows; ++place) { // row by row, first to the right of the line
            const double left = place % 2 == 0 ? x + beside : x - beside - size.width(), row = place / 2;
            const double top = !upright ? area.top() + row * line : row == 0 ? area.top() : m_clear.bottom();
            const QRectF box(QPointF(left, top), size);
            if (!area.contains(box) || !isFree(box))
                continue;
            labels.push_back({i, box, upright});
            break;
        }
    }
    return labels;
}

void CurveMarks::draw(QCPPainter* painter)
{
    const QRect area = m_iterations->axisRect()->rect();
    painter->setFont(m_font);
    painter->setAntialiasing(false);
    double last = -std::numeric_limits<double>::infinity();
    for (const CurveMark& mark : m_marks) {
        const double x = lineOf(mark);
        painter->setPen(QPen(mark.colour, 1, Qt::DashDotLine));
        if (!std::isnan(x) && x != last)
            painter->drawLine(QLineF(x, area.top(), x, area.bottom()));
        last = std::isnan(x) ? last : x;
    }
    if (!m_textsShown)
        return;
    for (const Label& label : labels()) {
        painter->fillRect(label.box, m_ground);
        painter->save();
        painter->setPen(m_marks[label.mark].colour);
        painter->translate(label.upright ? label.box.bottomLeft() : label.box.topLeft());
        painter->rotate(label.upright ? -90 : 0);
        const QSizeF size = label.upright ? label.box.size().transposed() : label.box.size();
        const CurveMark& mark = m_marks[label.mark];
        painter->drawText(QRectF(QPointF(), size), Qt::AlignCenter, label.upright ? mark.text : mark.brief);
        painter->restore();
    }
}

} // namespace alexscope::gui
