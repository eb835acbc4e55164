// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace alexscope::gui {

/// Room for a label whose text changes while training runs. The label fills it whatever it says, so that a new text has
/// nothing laid out anew, which would cost many times what drawing it does; and it paints its own background, so that
/// what lies behind is left alone.
class LabelRoom : public QWidget {
    Q_OBJECT
public:
    /// Takes the label. The room wants the width the label wants, which is none for one that is cut where it ends.
    explicit LabelRoom(QLabel* label, QWidget* parent = nullptr);

    QLabel& label() const { return *m_label; }
    /// Keeps room for this text, whatever is shown.
    void reserve(const QString& widest);
    /// Where a text needs more room than any before, the room grows, and stays so.
    void setText(const QString& text);
    /// The text can be selected as soon as the mouse is over it. Only then: a label that can be selected from makes a
    /// document of every text.
    void setSelectable(bool selectable) { m_selectable = selectable; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int widthOf(const QString& text) const;

    QLabel* m_label;
    QString m_reserved;
    int m_widest = 0;
    bool m_selectable = false;
};

} // namespace alexscope::gui
