// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/label_room.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int slack = 2; ///< the last letter may lean beyond its width
}

LabelRoom::LabelRoom(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label)
{
    setSizePolicy(label->sizePolicy());
    label->setParent(this);
    label->setTextFormat(Qt::PlainText);
    label->setAutoFillBackground(true);
}

int LabelRoom::widthOf(const QString& text) const
{
    return m_label->fontMetrics().horizontalAdvance(text) + slack;
}

void LabelRoom::reserve(const QString& widest)
{
    m_reserved = widest;
    m_widest = std::max(m_widest, widthOf(widest));
    updateGeometry();
}

void LabelRoom::setText(const QString& text)
{
    if (text == m_label->text())
        return;
    if (m_label->hasSelectedText())
        m_label->setSelection(0, 0); // of a text that is gone; the label itself forgets it only when it is painted
    m_label->setText(text);
    if (const int width = widthOf(text); width > m_widest) {
        m_widest = width;
        updateGeometry();
    }
}

QSize LabelRoom::sizeHint() const
{
    return {m_widest, m_label->sizeHint().height()};
}

void LabelRoom::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    if (m_selectable)
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

/// What is selected stays so, and the menu that copies it needs the label as it is.
void LabelRoom::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_selectable && !m_label->hasSelectedText() && !QApplication::activePopupWidget())
        m_label->setTextInteractionFlags(Qt::NoTextInteraction);
}

/// A label of fixed size is the one that asks for no other layout when its text changes.
void LabelRoom::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_label->setFixedSize(size());
}

void LabelRoom::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_widest = std::max(widthOf(m_reserved), m_widest > 0 ? widthOf(m_label->text()) : 0);
    updateGeometry();
}

} // namespace alexscope::gui
