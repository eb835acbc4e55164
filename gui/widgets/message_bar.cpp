// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/message_bar.h"

#include "gui/look/colours.h"
#include "gui/look/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {
const QKeySequence acceptKey(Qt::ALT | Qt::Key_Return), closeKey(Qt::SHIFT | Qt::Key_Escape);
constexpr int messageMargin = 8, messageGap = 2, narrowest = 360;
} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setObjectName(QStringLiteral("messageButton"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setShortcut(closeKey);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_dismissed = nullptr;
        const auto accepted = std::exchange(m_accepted, nullptr);
        hide();
        if (accepted)
            accepted();
    });
    parent->installEventFilter(this);
    setFrameShape(QFrame::StyledPanel);
    retranslate();
    hide();
}

void MessageBar::standInCorner(const QList<QWidget*>& neighbours)
{
    m_neighbours = neighbours;
    place();
}

int MessageBar::heightFor(int width) const
{
    const QMargins inside = layout()->contentsMargins();
    const int others = inside.left() + inside.right() + 3 * layout()->spacing() + m_icon->sizeHint().width() +
                       m_close->sizeHint().width() + (m_button->isHidden() ? 0 : m_button->sizeHint().width());
    int inner = std::max(m_text->heightForWidth(std::max(100, width - others)), m_close->sizeHint().height());
    if (!m_button->isHidden())
        inner = std::max(inner, m_button->sizeHint().height());
    return inner + inside.top() + inside.bottom() + 2 * frameWidth();
}

/// Where the corner begins: to the right of all its neighbours, or over the nearest of them where nothing else is left.
int MessageBar::cornerLeft(int right, int lowest, bool mayCover) const
{
    int left = messageMargin;
    for (const QWidget* neighbour : m_neighbours)
        if (!neighbour->isHidden())
            left = std::max(left, neighbour->sizeHint().width() + 2 * messageMargin);
    if (!mayCover)
        return left;
    left = std::min(left, std::max(messageMargin, right - narrowest));
    while (left > right / 2 && heightFor(right - left) > lowest)
        left -= messageMargin;
    return left;
}

void MessageBar::place()
{
    const int right = parentWidget()->width() - messageMargin, high = heightFor(right - messageMargin);
    int lowest = 0;
    for (const QWidget* neighbour : m_neighbours)
        if (!neighbour->isHidden())
            lowest = std::max(lowest, neighbour->geometry().bottom() + 1);
    int left = cornerLeft(right, lowest, false);
    bool inCorner = right - left >= narrowest && heightFor(right - left) <= lowest;
    const bool hasFoot = makeFoot(inCorner || isHidden() ? 0 : high + 2 * messageGap);
    if (!inCorner && !hasFoot && !m_neighbours.isEmpty()) {
        inCorner = true;
        left = cornerLeft(right, lowest, true);
    }
    if (inCorner)
        setGeometry(left, 0, right - left, heightFor(right - left));
    else
        setGeometry(messageMargin, parentWidget()->height() - high - messageGap, right - messageMargin, high);
    raise();
}

void MessageBar::giveWay()
{
    m_givesWay = true;
    makeFoot(0);
    QTimer::singleShot(0, this, [this] {
        m_givesWay = false;
        if (!isHidden())
            place();
    });
}

/// Whether there is room of that height below what lies in the parent now. A window that had to become larger than the
/// screen for it would be worse than one that is covered.
bool MessageBar::makeFoot(int height)
{
    const QMargins now = parentWidget()->contentsMargins();
    if (m_givesWay || height > parentWidget()->height() - parentWidget()->minimumSizeHint().height() + now.bottom())
        height = 0;
    if (height != now.bottom())
        parentWidget()->setContentsMargins(now.left(), now.top(), now.right(), height);
    return height > 0;
}

void MessageBar::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    if (isHidden()) // not merely along with its parent
        makeFoot(0);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (watched == parentWidget() && event->type() == QEvent::LayoutRequest && isVisible())
        place(); // a larger font
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::say(Kind kind, const QString& text)
{
    dismiss();
    m_text->setText(text);
    m_button->hide();
    showKind(kind);
}

void MessageBar::ask(const QString& text, const QString& button, std::function<void()> accepted,
                     std::function<void()> dismissed)
{
    dismiss();
    m_accepted = std::move(accepted);
    m_dismissed = std::move(dismissed);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setShortcut(acceptKey); // after the text, which would take it away
    m_button->show();
    showKind(Kind::Information);
}

void MessageBar::dismiss()
{
    hide();
    m_accepted = nullptr;
    if (const auto dismissed = std::exchange(m_dismissed, nullptr))
        dismissed();
}

void MessageBar::dismissInformation()
{
    if (m_kind == Kind::Information && m_button->isHidden())
        dismiss();
}

void MessageBar::showKind(Kind kind)
{
    m_kind = kind;
    m_icon->setPixmap(
        icon(kind == Kind::Information ? QStringLiteral("information") : QStringLiteral("warning")).pixmap(18, 18));
    const QColor accent = kind == Kind::Information ? okabeIto::skyBlue
                          : kind == Kind::Warning   ? okabeIto::orange
                                                    : okabeIto::vermillion;
    QPalette colours = parentWidget()->palette();
    colours.setColor(QPalette::Window, mixed(accent, colours.color(QPalette::Window), 0.72));
    setPalette(colours);
    setAccessibleName(m_text->text());
    show();
    place();
}

void MessageBar::retranslate()
{
    const auto withKey = [](const QString& text, const QKeySequence& key) {
        return QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
    };
    m_close->setToolTip(withKey(tr("Close this message"), closeKey));
    m_close->setAccessibleName(tr("Close this message"));
    m_button->setToolTip(withKey(tr("Do it"), acceptKey));
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
