// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include <algorithm>

namespace alexscope::gui {

/// How square pictures of equal size fill a room.
struct PictureGrid {
    int columns = 1, rows = 1;
    double side = 1; ///< of a picture on the screen

    /// The number of columns that makes the pictures largest with `words` of height below each, and leaves cells
    /// `narrowest` wide where that is possible.
    static PictureGrid largest(int items, QSizeF room, double gap, double words, double narrowest)
    {
        items = std::max(1, items);
        PictureGrid best{items, 1, 1}; // where there is no room at all
        for (int columns = 1; columns <= items; ++columns) {
            const int rows = (items + columns - 1) / columns;
            const double wide = (room.width() - (columns - 1) * gap) / columns,
                         high = (room.height() - (rows - 1) * gap) / rows - words;
            if (wide < narrowest && columns > 1)
                break;
            if (const double side = std::min(wide, high); side > best.side)
                best = {columns, rows, side};
        }
        return best;
    }
};

} // namespace alexscope::gui
