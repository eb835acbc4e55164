// SPDX-License-Identifier: GPL-3.0-or-later
// How the window shares its room out among the panels.
#include "gui/main_window.h"

#include "gui/panels/panel.h"

#include <QDockWidget>
#include <QLayout>
#include <QResizeEvent>

#include <algorithm>

namespace alexscope::gui {

/// How much there is to share only the layout knows. More asked for than there is would all be taken from the last.
void MainWindow::shareHeight()
{
    constexpr int curvesPercent = 41;
    const auto shown = [this](Place place) {
        const auto found = std::find_if(m_panels.begin(), m_panels.end(), [place](const DockedPanel& entry) {
            return entry.place == place && !entry.dock->isHidden() && !entry.dock->isFloating();
        });
        return found == m_panels.end() ? nullptr : found->dock;
    };
    QDockWidget *centre = shown(Place::Centre), *curves = shown(Place::Bottom);
    if (!centre || !curves)
        return; // a lecture may do without
    layout()->activate();
    const int room = centre->height() + curves->height(), low = room * curvesPercent / 100;
    resizeDocks({centre, curves}, {room - low, low}, Qt::Vertical);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    if (m_settling && !m_lecture->isOn())
        QMetaObject::invokeMethod(this, &MainWindow::defaultLayout, Qt::QueuedConnection);
    QMainWindow::resizeEvent(event);
}

} // namespace alexscope::gui
