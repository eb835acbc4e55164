// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/selection.h"

namespace alexscope::gui {

void Selection::select(const QString& layer, int unit, QPoint position)
{
    if (layer == m_layer && unit == m_unit && position == m_position)
        return;
    m_layer = layer;
    m_unit = unit;
    m_position = position;
    emit changed();
}

} // namespace alexscope::gui
