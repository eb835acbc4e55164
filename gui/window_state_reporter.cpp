// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window_state_reporter.h"

#include "gui/main_window.h"
#include "gui/panels/panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSlider>
#include <QSocketNotifier>
#include <QTabBar>
#include <QToolButton>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace alexscope::gui {

namespace {

QJsonArray onScreen(const QWidget& widget, const QRect& inside)
{
    const QPoint corner = widget.mapToGlobal(inside.topLeft());
    return {corner.x(), corner.y(), inside.width(), inside.height()};
}

/// A dock behind another one's tab is visible to Qt, but lies outside the window.
bool isInSight(const QWidget& widget)
{
    const QRect inWindow(widget.mapTo(widget.window(), QPoint()), widget.size());
    return widget.isVisible() && widget.window()->rect().intersects(inWindow);
}

QJsonValue valueOf(const QWidget& widget)
{
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return box->currentText();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && button->isCheckable())
        return button->isChecked();
    if (const auto* slider = qobject_cast<const QAbstractSlider*>(&widget))
        return slider->value();
    if (const auto* box = qobject_cast<const QSpinBox*>(&widget))
        return box->value();
    if (const auto* box = qobject_cast<const QDoubleSpinBox*>(&widget))
        return box->value();
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return line->text();
    return {};
}

QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return widget.windowTitle();
}

QJsonObject described(const QWidget& widget)
{
    QJsonObject object{{QStringLiteral("rect"), onScreen(widget, widget.rect())},
                       {QStringLiteral("enabled"), widget.isEnabled()},
                       {QStringLiteral("text"), textOf(widget)},
                       {QStringLiteral("name"), widget.accessibleName()}};
    if (const QJsonValue value = valueOf(widget); !value.isNull())
        object.insert(QStringLiteral("value"), value);
    return object;
}

/// Buttons of a tool bar have no names of their own: they get their action's.
QString nameOf(const QWidget& widget)
{
    if (const auto* button = qobject_cast<const QToolButton*>(&widget);
        button && button->objectName().isEmpty() && button->defaultAction())
        return button->defaultAction()->objectName();
    return widget.objectName();
}

void addTabs(const QTabBar& bar, QJsonObject& tabs)
{
    for (int i = 0; i < bar.count(); ++i)
        tabs.insert(bar.tabText(i), onScreen(bar, bar.tabRect(i)));
}

void addMenu(const QWidget& menu, QJsonObject& entries)
{
    for (const QAction* action : menu.actions()) {
        const auto* open = qobject_cast<const QMenu*>(&menu);
        const auto* bar = qobject_cast<const QMenuBar*>(&menu);
        const QRect place = open ? open->actionGeometry(const_cast<QAction*>(action))
                                 : bar->actionGeometry(const_cast<QAction*>(action));
        const QString name = action->objectName().isEmpty() ? action->text() : action->objectName();
        if (!name.isEmpty() && place.isValid())
            entries.insert(name, onScreen(menu, place));
    }
}

QString stateName(SessionState state)
{
    constexpr std::array names{"empty", "preparing", "holding", "running", "finished", "failed"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

QJsonObject describedRun(MainWindow& window)
{
    const SessionStatus& status = window.model().status();
    constexpr std::array pieces{"load", "forward", "backward", "update", "validate"};
    return {{QStringLiteral("state"), stateName(status.state)},
            {QStringLiteral("shown"), status.shown},
            {QStringLiteral("iteration"), static_cast<double>(status.iteration)},
            {QStringLiteral("next"), QString::fromLatin1(pieces.at(static_cast<std::size_t>(status.next.kind)))},
            {QStringLiteral("nextLayer"), status.next.firstLayer},
            {QStringLiteral("network"),
             window.model().run() ? QString::fromStdString(window.model().run()->network.name) : QString()},
            {QStringLiteral("seed"), window.model().run() ? static_cast<double>(window.model().run()->spec.seed) : 0},
            {QStringLiteral("snapshot"),
             window.model().snapshot() ? static_cast<double>(window.model().snapshot()->serial) : 0},
            {QStringLiteral("layer"), window.selection().layer()},
            {QStringLiteral("unit"), window.selection().unit()},
            {QStringLiteral("panel"), window.currentPanel() ? window.currentPanel()->objectName() : QString()}};
}

} // namespace

WindowStateReporter::WindowStateReporter(MainWindow& window)
    : QObject(&window), m_window(window), m_input(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    connect(m_input, &QSocketNotifier::activated, this, &WindowStateReporter::answer);
}

void WindowStateReporter::answer()
{
    std::array<char, 256> bytes;
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) {
        m_input->setEnabled(false); // nobody asks any more
        return;
    }
    m_pending.append(bytes.data(), count);
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        if (m_pending.left(end) == "state")
            print();
        m_pending.remove(0, end + 1);
    }
}

void WindowStateReporter::print() const
{
    QJsonObject widgets, tabs, menus;
    for (const QWidget* widget : QApplication::allWidgets()) {
        if (!isInSight(*widget))
            continue;
        if (const QString name = nameOf(*widget); !name.isEmpty())
            widgets.insert(name, described(*widget));
        if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            addTabs(*bar, tabs);
        if (qobject_cast<const QMenu*>(widget) || qobject_cast<const QMenuBar*>(widget))
            addMenu(*widget, menus);
    }
    QJsonObject object = describedRun(m_window);
    object.insert(QStringLiteral("widgets"), widgets);
    object.insert(QStringLiteral("tabs"), tabs);
    object.insert(QStringLiteral("menus"), menus);
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace alexscope::gui
