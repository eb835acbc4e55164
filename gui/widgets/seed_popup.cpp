// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/seed_popup.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace alexscope::gui {

SeedPopup::SeedPopup(QWidget* parent)
    : Popup(parent), m_caption(new QLabel(this)), m_note(new QLabel(this)), m_seed(new QLineEdit(this)),
      m_go(new QPushButton(this))
{
    setObjectName(QStringLiteral("seedPopup"));
    m_seed->setObjectName(QStringLiteral("seedValue"));
    m_go->setObjectName(QStringLiteral("seedGo"));
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,20}")), m_seed));
    m_caption->setBuddy(m_seed);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_go->setDefault(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->addWidget(m_caption, 0, 0);
    grid->addWidget(m_seed, 0, 1);
    grid->addWidget(m_go, 0, 2);
    grid->addWidget(m_note, 1, 0, 1, 3);
    connect(m_seed, &QLineEdit::textChanged, this, [this] { m_go->setEnabled(seed().has_value()); });
    connect(m_go, &QPushButton::clicked, this, [this] {
        const auto wanted = seed();
        accept();
        if (wanted)
            emit seedWanted(*wanted);
    });
    retranslate();
}

std::optional<std::uint64_t> SeedPopup::seed() const
{
    bool fits = false;
    const qulonglong value = m_seed->text().toULongLong(&fits);
    return fits ? std::optional<std::uint64_t>(value) : std::nullopt;
}

void SeedPopup::openAt(const QWidget& anchor, std::uint64_t seed)
{
    m_seed->setText(QString::number(seed));
    showBelow(anchor);
    m_seed->setFocus(Qt::PopupFocusReason);
    m_seed->selectAll();
}

void SeedPopup::retranslate()
{
    setAccessibleName(tr("Seed"));
    m_caption->setText(tr("&Seed:"));
    m_seed->setAccessibleName(tr("Seed of the new beginning"));
    m_seed->setToolTip(tr("A whole number; the same one gives the same initial weights and the same run"));
    m_go->setText(tr("Begin anew"));
    m_go->setToolTip(tr("Back to iteration 0 with the initial weights of this seed (Enter)"));
    m_note->setText(
        tr("The seed decides initial weights, order of pictures, crops and dropout. The same seed gives the "
           "same run again."));
}

} // namespace alexscope::gui
