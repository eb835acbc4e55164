// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/class_marks.h"

#include "gui/look/colours.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace alexscope::gui {

ClassMark classMark(int label, const QPalette& palette)
{
    static constexpr std::array<QColor, ClassMark::colours> light{
        okabeIto::blue, okabeIto::orange, okabeIto::green, okabeIto::purple, okabeIto::vermillion, okabeIto::skyBlue};
    const int number = std::max(0, label);
    QColor colour = light[static_cast<std::size_t>(number % ClassMark::colours)];
    if (isDark(palette) && colour == okabeIto::blue)
        colour = mixed(colour, Qt::white, 0.3); // it would sink into the ground
    return {colour, static_cast<ClassMark::Shape>(number / ClassMark::colours % ClassMark::shapes)};
}

void paintMark(QPainter& painter, QPointF centre, double size, const ClassMark& mark)
{
    const double r = size / 2, x = centre.x(), y = centre.y();
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.colour);
    switch (mark.shape) {
    case ClassMark::Shape::Disc:
        painter.drawEllipse(centre, r, r);
        return;
    case ClassMark::Shape::Square:
        painter.drawRect(QRectF(x - 0.89 * r, y - 0.89 * r, 1.78 * r, 1.78 * r));
        return;
    case ClassMark::Shape::Triangle:
        painter.drawPolygon(
            QPolygonF({QPointF(x, y - 1.2 * r), QPointF(x + 1.1 * r, y + 0.8 * r), QPointF(x - 1.1 * r, y + 0.8 * r)}));
        return;
    case ClassMark::Shape::Diamond:
        painter.drawPolygon(QPolygonF(
            {QPointF(x, y - 1.25 * r), QPointF(x + 1.25 * r, y), QPointF(x, y + 1.25 * r), QPointF(x - 1.25 * r, y)}));
        return;
    case ClassMark::Shape::Plus:
        painter.setPen(QPen(mark.colour, 0.7 * r, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x - 1.1 * r, y), QPointF(x + 1.1 * r, y));
        painter.drawLine(QPointF(x, y - 1.1 * r), QPointF(x, y + 1.1 * r));
        return;
    case ClassMark::Shape::Cross:
        painter.setPen(QPen(mark.colour, 0.7 * r, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x - 0.9 * r, y - 0.9 * r), QPointF(x + 0.9 * r, y + 0.9 * r));
        painter.drawLine(QPointF(x + 0.9 * r, y - 0.9 * r), QPointF(x - 0.9 * r, y + 0.9 * r));
        return;
    }
}

} // namespace alexscope::gui
