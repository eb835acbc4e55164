// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/whole_tab_names.h"

#include <QChildEvent>
#include <QTabBar>

namespace alexscope::gui {

bool WholeTabNames::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ChildPolished)
        if (auto* bar = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) {
            bar->setElideMode(Qt::ElideNone);
            bar->setUsesScrollButtons(true);
        }
    return QObject::eventFilter(watched, event);
}

} // namespace alexscope::gui
