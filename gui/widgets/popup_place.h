// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace alexscope::gui {

/// Moves a popup to just below a widget, as far as the screen lets it.
inline void placeBelow(QWidget& popup, const QWidget& anchor)
{
    popup.adjustSize();
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    const QRect room = anchor.screen()->availableGeometry();
    place.setX(std::max(room.left(), std::min(place.x(), room.right() - popup.width())));
    place.setY(std::max(room.top(), std::min(place.y(), room.bottom() - popup.height())));
    popup.move(place);
}

} // namespace alexscope::gui
