// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_marks.h"

#include <QFontMetricsF>

#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {
constexpr double reach = 4; ///< pixels around a line that still mean it
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

void CurveMarks::draw(QCPPainter* painter)
{
    const QRect area = m_iterations->axisRect()->rect();
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setAntialiasing(false);
    double lastText = -std::numeric_limits<double>::infinity(), lastLine = lastText;
    for (const CurveMark& mark : m_marks) {
        const double x = std::round(m_iterations->coordToPixel(mark.iteration));
        if (!(x >= area.left() && x <= area.right()))
            continue;
        painter->setPen(QPen(mark.colour, 1, Qt::DashDotLine));
        if (x != lastLine)
            painter->drawLine(QLineF(x, area.top(), x, area.bottom()));
        lastLine = x;
        if (!m_textsShown || x - lastText < metrics.height())
            continue;
        lastText = x;
        const QString text = metrics.elidedText(mark.text, Qt::ElideRight, area.height() - 8);
        painter->save();
        const bool left = x + metrics.height() > area.right(); // no room to the right of it
        painter->translate(left ? x - metrics.descent() : x + metrics.ascent() + 1,
                           area.top() + 4 + metrics.horizontalAdvance(text));
        painter->rotate(-90);
        painter->setPen(mark.colour);
        painter->drawText(QPointF(0, 0), text);
        painter->restore();
    }
}

} // namespace alexscope::gui
