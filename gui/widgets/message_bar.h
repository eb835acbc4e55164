// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace alexscope::gui {

/// One sentence that does not stop the work: an error, a warning, or a question with one answer to give. It lies over
/// its parent, so that nothing moves when it comes or goes: across the foot, or in the upper right corner. Hidden when
/// there is nothing to say.
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
    QString text() const;
    /// In the corner, to the right of what these widgets, which lie along the upper edge, need of the width.
    void standInCorner(const QList<QWidget*>& neighbours);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showKind(Kind kind);
    void retranslate();
    int leftEdge(int otherWidths) const;
    void place();

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
    std::function<void()> m_accepted, m_dismissed;
    QList<QWidget*> m_neighbours; ///< none: across the foot
};

} // namespace alexscope::gui
