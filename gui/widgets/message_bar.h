// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace alexscope::gui {

/// One sentence that does not stop the work: an error, a warning, or a question with one answer to give. In its
/// parent's upper right corner where that covers nothing, so that nothing moves when it comes or goes; else across the
/// foot, where its parent's layout makes room for it. Only where that cannot become so low it lies over something.
/// Hidden when there is nothing to say. It takes no focus from what somebody works in: Alt+Enter gives the answer,
/// Shift+Esc closes it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Error };

    explicit MessageBar(QWidget* parent);

    void say(Kind kind, const QString& text);
    /// With a button; `dismissed` runs when the bar is closed or replaced without it.
    void ask(const QString& text, const QString& button, std::function<void()> accepted,
             std::function<void()> dismissed = {});
    void dismiss();
    /// Takes away what merely informs; warnings, errors and questions stay.
    void dismissInformation();
    QString text() const;
    /// In the corner if there is room to the right of what these widgets, which lie along the upper edge, need of the
    /// width.
    void standInCorner(const QList<QWidget*>& neighbours);
    /// Gives the room below everything back, before something comes into the parent: a window would grow to hold both.
    /// A place is found again once that is laid out.
    void giveWay();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showKind(Kind kind);
    void retranslate();
    int heightFor(int width) const;
    int cornerLeft(int right, int lowest, bool mayCover) const;
    void place();
    bool makeFoot(int height);

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
    std::function<void()> m_accepted, m_dismissed;
    Kind m_kind = Kind::Information;
    bool m_givesWay = false;
    QList<QWidget*> m_neighbours; ///< none: across the foot
};

} // namespace alexscope::gui
