// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/focus_outline.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollArea>
#include <QTabBar>

namespace alexscope::gui {

namespace {

template <typename... Kinds>
bool isOneOf(const QWidget& widget)
{
    return (qobject_cast<const Kinds*>(&widget) || ...);
}

bool isMarkedByTheStyle(const QWidget& widget)
{
    return isOneOf<QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QMenu, QMenuBar,
                   QTabBar>(widget);
}

/// What scrolls may be larger than what is seen of it, and its edges out of sight.
QWidget* wholeOf(QWidget* widget)
{
    for (QWidget* around = widget->parentWidget(); around && !around->isWindow(); around = around->parentWidget())
        if (qobject_cast<QScrollArea*>(around))
            return around;
    return widget;
}

} // namespace

FocusOutline::FocusOutline(QWidget* window) : QWidget(window), m_home(window)
{
    setObjectName(QStringLiteral("focusOutline"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* focused) { follow(focused); });
}

void FocusOutline::follow(QWidget* focused)
{
    const bool byMouse = QGuiApplication::mouseButtons() != Qt::NoButton;
    const bool wanted = focused && !byMouse && isOfTheWindow(*focused) && !isMarkedByTheStyle(*focused);
    frame(wanted ? wholeOf(focused) : nullptr);
}

/// Dialogs come and go with all their children.
bool FocusOutline::isOfTheWindow(const QWidget& widget) const
{
    const QWidget* window = widget.window();
    return !widget.isWindow() &&
           (window == m_home || (qobject_cast<const QDockWidget*>(window) && window->parentWidget() == m_home));
}

void FocusOutline::frame(QWidget* widget)
{
    if (m_framed)
        m_framed->removeEventFilter(this);
    m_framed = widget;
    setParent(widget ? widget : m_home); // hides it
    if (!widget)
        return;
    widget->installEventFilter(this);
    setGeometry(widget->rect());
    raise();
    show();
}

bool FocusOutline::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_framed && event->type() == QEvent::Resize)
        setGeometry(m_framed->rect());
    return QWidget::eventFilter(watched, event);
}

void FocusOutline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace alexscope::gui
