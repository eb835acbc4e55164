// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/predictions_header.h"

#include "gui/look/icons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace alexscope::gui {

namespace {

constexpr std::array pageNames{"predictionsLive", "predictionsPictures", "predictionsConfusion"};

} // namespace

PredictionsHeader::PredictionsHeader(QWidget* parent)
    : QWidget(parent), m_pages{new QToolButton(this), new QToolButton(this), new QToolButton(this)},
      m_kind(new QComboBox(this)), m_order(new QComboBox(this)), m_numbers(new QComboBox(this)),
      m_limit(new QToolButton(this)), m_others(new QToolButton(this)), m_ask(new QToolButton(this)),
      m_caption(new QLabel(this))
{
    build();
    auto* group = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        group->addButton(m_pages[i]);
        connect(m_pages[i], &QToolButton::toggled, this, [this, i](bool on) {
            if (on)
                setPage(static_cast<Page>(i));
        });
    }
    for (QComboBox* box : {m_kind, m_order, m_numbers})
        connect(box, &QComboBox::currentIndexChanged, this, &PredictionsHeader::choiceChanged);
    connect(m_limit, &QToolButton::clicked, this, &PredictionsHeader::limitDropped);
    connect(m_others, &QToolButton::clicked, this, &PredictionsHeader::othersWanted);
    connect(m_ask, &QToolButton::clicked, this, &PredictionsHeader::askWanted);
    showControls();
}

void PredictionsHeader::build()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->setObjectName(QString::fromLatin1(pageNames[i]));
        m_pages[i]->setCheckable(true);
        m_pages[i]->setAutoRaise(true);
        m_pages[i]->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(m_pages[i]);
    }
    m_pages[0]->setChecked(true);
    m_kind->setObjectName(QStringLiteral("predictionsKind"));
    m_order->setObjectName(QStringLiteral("predictionsOrder"));
    m_numbers->setObjectName(QStringLiteral("confusionNumbers"));
    m_limit->setObjectName(QStringLiteral("predictionsLimit"));
    m_others->setObjectName(QStringLiteral("otherPictures"));
    m_ask->setObjectName(QStringLiteral("askAgain"));
    m_caption->setObjectName(QStringLiteral("predictionsCaption"));
    for (QComboBox* box : {m_kind, m_order, m_numbers}) {
        for (int i = 0; i < (box == m_numbers ? 2 : 3); ++i)
            box->addItem(QString());
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(box);
    }
    m_limit->setIcon(icon(QStringLiteral("close")));
    m_others->setIcon(icon(QStringLiteral("next")));
    m_ask->setIcon(icon(QStringLiteral("reset")));
    for (QToolButton* button : {m_limit, m_others, m_ask}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_others->setEnabled(false);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_caption, 1);
    layout->addWidget(m_others);
}

void PredictionsHeader::setPage(Page page)
{
    if (page == m_page)
        return;
    m_page = page;
    m_pages[static_cast<std::size_t>(page)]->setChecked(true);
    showControls();
    emit pageChanged();
}

void PredictionsHeader::showControls()
{
    m_kind->setVisible(m_page == Page::Pictures);
    m_order->setVisible(m_page == Page::Pictures);
    m_numbers->setVisible(m_page == Page::Confusion);
    m_limit->setVisible(m_page != Page::Live && !m_limit->text().isEmpty());
    m_others->setVisible(m_page == Page::Live);
    m_ask->setVisible(m_page != Page::Live && m_askable);
}

PredictionChoice::Kind PredictionsHeader::kind() const
{
    return static_cast<PredictionChoice::Kind>(m_kind->currentIndex());
}

void PredictionsHeader::setKind(PredictionChoice::Kind kind)
{
    m_kind->setCurrentIndex(static_cast<int>(kind));
}

PredictionChoice::Order PredictionsHeader::order() const
{
    return static_cast<PredictionChoice::Order>(m_order->currentIndex());
}

bool PredictionsHeader::showsShares() const
{
    return m_numbers->currentIndex() == 0;
}

void PredictionsHeader::setCaption(const QString& text, const QString& tip)
{
    m_caption->setText(text);
    m_caption->setToolTip(tip.isEmpty() ? text : tip); // a narrow window cuts it
}

void PredictionsHeader::setLimit(const QString& text)
{
    m_limit->setText(text);
    m_limit->setAccessibleName(text.isEmpty() ? QString() : tr("Only %1; press to show all classes").arg(text));
    showControls();
}

void PredictionsHeader::setAskable(bool askable)
{
    m_askable = askable;
    showControls();
}

QWidget& PredictionsHeader::limitButton() const
{
    return *m_limit;
}

QWidget& PredictionsHeader::askButton() const
{
    return *m_ask;
}

void PredictionsHeader::setOthersEnabled(bool enabled)
{
    m_others->setEnabled(enabled);
}

void PredictionsHeader::retranslate()
{
    const std::array names{tr("Live"), tr("Pictures"), tr("Confusion")};
    const std::array tips{tr("The pinned picture and eight others, followed while the network learns"),
                          tr("Every validation picture with what the network says of it"),
                          tr("Which classes are taken for which")};
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->setText(names[i]);
        m_pages[i]->setToolTip(tips[i]);
        m_pages[i]->setAccessibleName(tips[i]);
    }
    const std::array kinds{tr("All pictures"), tr("Mistakes only"), tr("Right only")};
    const std::array orders{tr("Hardest first"), tr("Least sure first"), tr("In the set's order")};
    for (int i = 0; i < 3; ++i) {
        m_kind->setItemText(i, kinds[static_cast<std::size_t>(i)]);
        m_order->setItemText(i, orders[static_cast<std::size_t>(i)]);
    }
    m_numbers->setItemText(0, tr("Shares (%)"));
    m_numbers->setItemText(1, tr("Pictures"));
    m_kind->setToolTip(tr("Which pictures are shown"));
    m_kind->setAccessibleName(tr("Which pictures are shown"));
    m_order->setToolTip(tr("Hardest first: mistakes the network is surest of. Least sure first: where it hesitates."));
    m_order->setAccessibleName(tr("Order of the pictures"));
    m_numbers->setToolTip(tr("What the numbers in the cells are"));
    m_numbers->setAccessibleName(tr("What the numbers in the cells are"));
    m_limit->setToolTip(tr("Show the pictures of all classes again"));
    m_ask->setText(tr("Ask again"));
    m_ask->setToolTip(
        tr("Ask the network as it is now about every validation picture; while it runs, its next validation does"));
    m_ask->setAccessibleName(tr("Ask the network again"));
    const QKeySequence shortcut(Qt::CTRL | Qt::Key_P);
    m_others->setText(tr("Other pictures"));
    m_others->setShortcut(shortcut); // a text without a mnemonic takes the shortcut away
    m_others->setToolTip(
        tr("Show eight other validation pictures (%1)").arg(shortcut.toString(QKeySequence::NativeText)));
    m_others->setAccessibleName(tr("Other pictures"));
    m_caption->setAccessibleName(tr("What the predictions show"));
}

QVariantMap PredictionsHeader::choices() const
{
    return {{QStringLiteral("page"), static_cast<int>(m_page)},
            {QStringLiteral("kind"), m_kind->currentIndex()},
            {QStringLiteral("order"), m_order->currentIndex()},
            {QStringLiteral("numbers"), m_numbers->currentIndex()}};
}

void PredictionsHeader::setChoices(const QVariantMap& choices)
{
    const auto index = [&](const char* name, int count) {
        const int value = choices.value(QString::fromLatin1(name)).toInt();
        return value >= 0 && value < count ? value : 0; // whatever the settings hold
    };
    m_kind->setCurrentIndex(index("kind", 3));
    m_order->setCurrentIndex(index("order", 3));
    m_numbers->setCurrentIndex(index("numbers", 2));
    setPage(static_cast<Page>(index("page", 3)));
}

} // namespace alexscope::gui
