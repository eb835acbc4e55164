// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace alexscope::gui {

/// One sentence across the foot of its parent that does not stop the work: an error, a warning, or a question with one
/// answer to give. It lies over the views, so that nothing moves when it comes or goes. Hidden when there is nothing to
/// say.
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
    /// Free room to leave between the bar and the parent's lower edge.
    void setDistanceFromFoot(int pixels);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showKind(Kind kind);
    void retranslate();
    void place();

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
    std::function<void()> m_accepted, m_dismissed;
    int m_distanceFromFoot = 0;
};

} // namespace alexscope::gui
