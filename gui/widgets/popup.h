// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/colours.h"

#include <QDialog>
#include <QEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace alexscope::gui {

/// A small framed question that hangs below a button. Escape and a click beside it close it.
class Popup : public QDialog {
public:
    explicit Popup(QWidget* parent) : QDialog(parent, Qt::Popup) {}

    /// Just below a widget, as far as the screen lets it.
    void showBelow(const QWidget& anchor)
    {
        adjustSize();
        QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
        const QRect room = anchor.screen()->availableGeometry();
        place.setX(std::max(room.left(), std::min(place.x(), room.right() - width())));
        place.setY(std::max(room.top(), std::min(place.y(), room.bottom() - height())));
        move(place);
        show();
    }

protected:
    virtual void retranslate() = 0;

    void changeEvent(QEvent* event) override
    {
        QDialog::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }
    void paintEvent(QPaintEvent* event) override
    {
        QDialog::paintEvent(event);
        QPainter painter(this);
        painter.setPen(mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.6));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

} // namespace alexscope::gui
