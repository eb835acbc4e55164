// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>

class QPainter;
class QPalette;

namespace alexscope::gui {

/// How a class is marked among others: six colours told apart with any colour vision, times six shapes; the 37th class
/// looks like the first again.
struct ClassMark {
    enum class Shape { Disc, Square, Triangle, Diamond, Plus, Cross };
    static constexpr int colours = 6, shapes = 6;

    QColor colour;
    Shape shape = Shape::Disc;
};

ClassMark classMark(int label, const QPalette& palette);
/// `size`: its width.
void paintMark(QPainter& painter, QPointF centre, double size, const ClassMark& mark);

} // namespace alexscope::gui
