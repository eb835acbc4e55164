// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStandardItemModel>

namespace alexscope::gui {

/// The entry stays in the list, so that one sees what there would be; its tool tip says why it cannot be chosen.
inline void disableItem(QComboBox& box, int index, const QString& reason)
{
    auto* item = qobject_cast<QStandardItemModel*>(box.model())->item(index);
    item->setEnabled(false);
    item->setToolTip(reason);
}

} // namespace alexscope::gui
