// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panels stand, and how the window shares its room out among them.
#include "gui/main_window.h"

#include "gui/panels/explanation_panel.h"
#include "gui/widgets/message_bar.h"

#include <QApplication>
#include <QDockWidget>
#include <QLayout>
#include <QResizeEvent>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

/// In a lower window the network has its whole height, or its diagram would be cut, and the curves stand beside it.
constexpr int heightForWideCurves = 1000;
constexpr int settlingMilliseconds = 1500, fullScreenMilliseconds = 300;

bool takesTab(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy() && widget.isEnabled() &&
           widget.isVisible();
}

} // namespace

QDockWidget* MainWindow::firstDock(Place place) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(),
                                    [place](const DockedPanel& entry) { return entry.place == place; });
    return found == m_panels.end() ? nullptr : found->dock;
}

/// The first panel of a place goes beside `beside` (or into the area); the others become its tabs later, since nothing
/// can be put beside what is a tab.
void MainWindow::placePanels(Place place, Qt::DockWidgetArea area, QDockWidget* beside, Qt::Orientation orientation)
{
    QDockWidget* first = firstDock(place);
    if (!first)
        return;
    addDockWidget(area, first);
    if (beside)
        splitDockWidget(beside, first, orientation);
}

void MainWindow::defaultLayout()
{
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea); // texts need height, curves need width
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    for (const DockedPanel& entry : m_panels) {
        entry.dock->setFloating(false);
        removeDockWidget(entry.dock); // tabs that stay while others are moved no longer answer the mouse
    }
    placePanels(Place::Left, Qt::LeftDockWidgetArea, nullptr, Qt::Horizontal);
    placePanels(Place::Centre, Qt::LeftDockWidgetArea, firstDock(Place::Left), Qt::Horizontal);
    placePanels(Place::Right, Qt::RightDockWidgetArea, nullptr, Qt::Horizontal);
    placePanels(Place::RightBelow, Qt::RightDockWidgetArea, firstDock(Place::Right), Qt::Vertical);
    if (height() < heightForWideCurves)
        placePanels(Place::Bottom, Qt::LeftDockWidgetArea, firstDock(Place::Centre), Qt::Vertical);
    else
        placePanels(Place::Bottom, Qt::BottomDockWidgetArea, nullptr, Qt::Horizontal);
    for (const DockedPanel& entry : m_panels)
        if (QDockWidget* first = firstDock(entry.place); entry.dock != first)
            tabifyDockWidget(first, entry.dock);
    for (const DockedPanel& entry : m_panels)
        entry.dock->show();
    for (const Place place : {Place::Left, Place::Centre, Place::Right, Place::RightBelow, Place::Bottom})
        if (QDockWidget* first = firstDock(place))
            first->raise();
    m_messages->raise(); // above the docks again
    const int left = 260, right = 310;
    QDockWidget *centre = firstDock(Place::Centre), *inspector = firstDock(Place::Right);
    if (QDockWidget* network = firstDock(Place::Left))
        resizeDocks({network, centre, inspector}, {left, width() - left - right, right}, Qt::Horizontal);
    else
        resizeDocks({centre, inspector}, {width() - right, right}, Qt::Horizontal);
    resizeDocks({inspector, firstDock(Place::RightBelow)}, {height() / 2, height() / 2}, Qt::Vertical);
    shareHeight();
}

void MainWindow::raisePanel(Panel* panel)
{
    for (const DockedPanel& entry : m_panels)
        if (entry.panel == panel) {
            entry.dock->show();
            entry.dock->raise();
        }
    m_messages->raise(); // above the docks again
    m_current = panel;
    m_explanation->explain(panel);
}

/// Qt calls it visible there, but it lies outside the window.
bool MainWindow::isBehindATab(const QWidget& widget) const
{
    return std::any_of(m_panels.begin(), m_panels.end(), [&](const DockedPanel& entry) {
        return entry.dock->isAncestorOf(&widget) && !entry.dock->isFloating() &&
               !rect().intersects(entry.dock->geometry());
    });
}

/// The keyboard goes where the eye goes.
void MainWindow::enterPanel(Panel* panel)
{
    if (QWidget* focused = QApplication::focusWidget(); focused && panel->isAncestorOf(focused))
        return;
    QList<QWidget*> controls = panel->findChildren<QWidget*>();
    controls.prepend(panel);
    for (QWidget* control : controls)
        if (takesTab(*control))
            return control->setFocus(Qt::ShortcutFocusReason);
}

/// As Qt does it, but not into what nobody sees.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* from = focusWidget() ? focusWidget() : this;
    const auto neighbour = [next](const QWidget* widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget* to = neighbour(from); to != from; to = neighbour(to))
        if (takesTab(*to) && to->window() == this && !isBehindATab(*to)) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return false;
}

void MainWindow::showViews(bool shown)
{
    if (shown)
        defaultLayout();
    for (const DockedPanel& entry : m_panels)
        entry.dock->setVisible(shown);
}

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

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_defaultSizes, false))
        return;
    m_settling = true; // only now the window manager says how large the window is, and not at once
    QTimer::singleShot(0, this, &MainWindow::settleLayout);
    QTimer::singleShot(settlingMilliseconds, this, [this] { m_settling = false; });
}

/// Between maximised and full screen window managers make a window small for a moment, and what the centre loses by
/// that it would not get back.
void MainWindow::setFullScreen(bool full)
{
    const QByteArray arrangement = saveState(layoutVersion);
    const bool maximised = windowState().testFlag(Qt::WindowMaximized), lecture = m_lecture->isOn();
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); // and is maximised again afterwards
    if (!maximised)
        return;
    QTimer::singleShot(fullScreenMilliseconds, this, [this, arrangement, lecture] {
        if (m_lecture->isOn() == lecture)
            restoreState(arrangement, layoutVersion);
    });
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    if (m_settling)
        QMetaObject::invokeMethod(this, &MainWindow::settleLayout, Qt::QueuedConnection);
    QMainWindow::resizeEvent(event);
}

/// By now a lecture may have begun, which shows chosen panels only.
void MainWindow::settleLayout()
{
    if (!m_lecture->isOn())
        defaultLayout();
}

} // namespace alexscope::gui
