// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/selection.h"

namespace alexscope::gui {

void Selection::select(const QString& layer, int unit)
{
    if (layer == m_layer && unit == m_unit)
        return;
    m_layer = layer;
    m_unit = unit;
    emit changed();
}

} // namespace alexscope::gui
