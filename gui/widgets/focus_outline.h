// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace alexscope::gui {

/// A frame around whatever has the keyboard: lists, plots, texts and scroll areas, which show it badly or not at all.
/// Not around what the mouse was pressed in, since there the eye is already; nor around buttons, boxes and fields,
/// which the style marks. What lies in a scroll area is framed along with it. One object serves a window and the docks
/// that float above it; while it frames something it is that widget's child. GUI thread.
class FocusOutline : public QWidget {
    Q_OBJECT
public:
    explicit FocusOutline(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* focused);
    void frame(QWidget* widget);

    bool isOfTheWindow(const QWidget& widget) const;

    QWidget* m_home;            ///< where it stays while nothing is framed
    QPointer<QWidget> m_framed; ///< its parent then
};

} // namespace alexscope::gui
