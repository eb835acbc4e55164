// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filters_header.h"

#include "gui/look/numbers.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/label_room.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int sliderSteps = 100;
constexpr int pageSizes[] = {1, 2, 4, 8, 16, 32, 64, 128, 256};

QHBoxLayout* rowIn(QWidget* row)
{
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(8);
    return layout;
}

QString textOf(const QKeySequence& shortcut)
{
    return shortcut.toString(QKeySequence::NativeText);
}

} // namespace

FiltersHeader::FiltersHeader(QWidget* parent)
    : QWidget(parent), m_layers(new QComboBox(this)), m_content(new QComboBox(this)), m_scale(new QComboBox(this)),
      m_pageSizes(new QComboBox(this)), m_lock(new QCheckBox(this)), m_initial(new QToolButton(this)),
      m_now(new QToolButton(this)), m_previous(new QToolButton(this)), m_next(new QToolButton(this)),
      m_back(new QToolButton(this)), m_slider(new QSlider(Qt::Horizontal, this)), m_channel(new QSpinBox(this)),
      m_caption(new ElidingLabel(this)), m_pageLabel(new QLabel(this)), m_channelLabel(new QLabel(this))
{
    m_layers->setObjectName(QStringLiteral("filterLayer"));
    m_content->setObjectName(QStringLiteral("filterContent"));
    m_scale->setObjectName(QStringLiteral("filterScale"));
    m_lock->setObjectName(QStringLiteral("lockScale"));
    m_initial->setObjectName(QStringLiteral("initialWeights"));
    m_now->setObjectName(QStringLiteral("weightsNow"));
    m_slider->setObjectName(QStringLiteral("momentSlider"));
    m_caption->setObjectName(QStringLiteral("filtersCaption"));
    m_pageLabel->setObjectName(QStringLiteral("filterPages"));
    m_pageSizes->setObjectName(QStringLiteral("filterPageSize"));
    m_previous->setObjectName(QStringLiteral("previousFilters"));
    m_next->setObjectName(QStringLiteral("nextFilters"));
    m_channel->setObjectName(QStringLiteral("filterChannel"));
    m_back->setObjectName(QStringLiteral("backToFilters"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeUpperRow());
    layout->addWidget(makeLowerRow());
    connectControls();
    setMoment(1);
    setLarge(false);
    setChannel(0, 1);
}

QWidget* FiltersHeader::makeUpperRow()
{
    for (QToolButton* button : {m_initial, m_now}) {
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    m_initial->setShortcut(Qt::Key_B);
    m_now->setShortcut(Qt::Key_N);
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 10);
    m_slider->setMinimumWidth(50);
    m_slider->setMaximumWidth(140);
    m_content->addItems({QString(), QString(), QString()});
    m_scale->addItems({QString(), QString()});
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* row = new QWidget(this);
    auto* layout = rowIn(row);
    layout->addWidget(m_layers);
    layout->addWidget(m_content);
    layout->addWidget(m_scale);
    layout->addWidget(m_lock);
    layout->addStretch(1);
    auto* moments = new QHBoxLayout;
    moments->setSpacing(4);
    moments->addWidget(m_initial);
    moments->addWidget(m_slider, 1);
    moments->addWidget(m_now);
    layout->addLayout(moments);
    return row;
}

QWidget* FiltersHeader::makeLowerRow()
{
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    m_back->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (QToolButton* button : {m_previous, m_next})
        button->setAutoRaise(true);
    m_pageLabel->setAlignment(Qt::AlignCenter);
    auto* row = new QWidget(this);
    auto* layout = rowIn(row);
    layout->addWidget(new LabelRoom(m_caption, row), 1); // it names the iteration
    layout->addWidget(m_channelLabel);
    layout->addWidget(m_channel);
    layout->addWidget(m_previous);
    layout->addWidget(m_pageLabel);
    layout->addWidget(m_next);
    layout->addWidget(m_pageSizes);
    layout->addWidget(m_back);
    for (QWidget* changing : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_pageSizes)}) {
        QSizePolicy policy = changing->sizePolicy();
        policy.setRetainSizeWhenHidden(changing == m_back); // the row keeps its height and its right end
        changing->setSizePolicy(policy);
    }
    return row;
}

void FiltersHeader::connectControls()
{
    connect(m_layers, &QComboBox::activated, this, &FiltersHeader::layerChosen);
    connect(m_content, &QComboBox::currentIndexChanged, this, &FiltersHeader::contentChanged);
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this] {
        m_lock->setEnabled(scale() == Scale::Layer);
        emit scaleChanged();
    });
    connect(m_lock, &QCheckBox::toggled, this, &FiltersHeader::lockChanged);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        updateMoment();
        emit momentChanged();
    });
    connect(m_initial, &QToolButton::clicked, this, [this] { setMoment(0); });
    connect(m_now, &QToolButton::clicked, this, [this] { setMoment(1); });
    connect(m_previous, &QToolButton::clicked, this, &FiltersHeader::previousPage);
    connect(m_next, &QToolButton::clicked, this, &FiltersHeader::nextPage);
    connect(m_pageSizes, &QComboBox::activated, this, &FiltersHeader::choosePageSize);
    connect(m_channel, &QSpinBox::valueChanged, this, &FiltersHeader::channelChosen);
    connect(m_back, &QToolButton::clicked, this, &FiltersHeader::backWanted);
}

void FiltersHeader::setLayers(const QStringList& names, const QStringList& descriptions)
{
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    m_layers->addItems(names);
    for (int i = 0; i < descriptions.size(); ++i)
        m_layers->setItemData(i, descriptions[i], Qt::ToolTipRole);
    m_layers->setEnabled(!names.isEmpty());
}

void FiltersHeader::setLayer(int index)
{
    const QSignalBlocker quiet(m_layers);
    m_layers->setCurrentIndex(index);
}

FilterContent FiltersHeader::content() const
{
    return static_cast<FilterContent>(m_content->currentIndex());
}

void FiltersHeader::setContent(FilterContent content)
{
    m_content->setCurrentIndex(static_cast<int>(content));
}

FiltersHeader::Scale FiltersHeader::scale() const
{
    return static_cast<Scale>(m_scale->currentIndex());
}

bool FiltersHeader::isLocked() const
{
    return m_lock->isChecked();
}

void FiltersHeader::unlock()
{
    m_lock->setChecked(false);
}

double FiltersHeader::moment() const
{
    return m_slider->isEnabled() ? m_slider->value() / double(sliderSteps) : 1.0;
}

void FiltersHeader::setMoment(double share)
{
    m_slider->setValue(qRound(share * sliderSteps));
    updateMoment(); // a click has toggled the button even where the value stays
}

void FiltersHeader::setMomentEnabled(bool enabled)
{
    if (m_slider->isEnabled() == enabled)
        return;
    for (QWidget* control :
         {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_initial), static_cast<QWidget*>(m_now)})
        control->setEnabled(enabled);
    updateMoment();
}

void FiltersHeader::setPast(bool past)
{
    if (std::exchange(m_past, past) != past)
        nameMoments();
}

/// The moment shown has the accent colour: a pressed button alone is hard to tell on a dark ground.
void FiltersHeader::updateMoment()
{
    m_initial->setChecked(m_slider->isEnabled() && m_slider->value() == 0);
    m_now->setChecked(!m_slider->isEnabled() || m_slider->value() == sliderSteps);
    recolour();
}

void FiltersHeader::recolour()
{
    for (QToolButton* button : {m_initial, m_now}) {
        QPalette colours = palette();
        if (button->isChecked()) {
            colours.setColor(QPalette::Button, colours.color(QPalette::Highlight));
            colours.setColor(QPalette::ButtonText, colours.color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
}

void FiltersHeader::setCaption(const QString& text)
{
    m_caption->setText(text);
}

void FiltersHeader::setPages(int first, int page, int filters, int largest)
{
    m_first = first;
    m_page = std::max(1, page);
    m_filters = filters;
    const QSignalBlocker quiet(m_pageSizes);
    m_pageSizes->clear();
    for (const int size : pageSizes)
        if (size < filters && size <= largest)
            m_pageSizes->addItem(tr("%1 a page").arg(size), size);
    if (filters <= largest)
        m_pageSizes->addItem(tr("all on one page"), filters);
    showPages();
}

void FiltersHeader::turnToPageOf(int filter)
{
    m_first = filter / m_page * m_page;
    showPages();
}

void FiltersHeader::turnTo(int first)
{
    if (first >= m_filters || first + m_page <= 0)
        return;
    m_first = std::max(0, first);
    showPages();
    emit pageChanged();
}

void FiltersHeader::showPages()
{
    const int last = std::min(m_first + m_page, m_filters) - 1;
    m_pageLabel->setText(m_filters == 0    ? noValue()
                         : m_first == last ? tr("%1 of %2").arg(count(m_first), count(m_filters))
                                           : tr("%1–%2 of %3").arg(count(m_first), count(last), count(m_filters)));
    const QString widest =
        tr("%1–%2 of %3").arg(count(std::max(0, m_filters - 1)), count(std::max(0, m_filters - 1)), count(m_filters));
    m_pageLabel->setMinimumWidth(m_pageLabel->fontMetrics().horizontalAdvance(widest) + 4);
    m_previous->setEnabled(m_first > 0);
    m_next->setEnabled(last + 1 < m_filters);
    const bool paged = m_filters > 1;
    m_pageLabel->setVisible(paged);
    for (QWidget* control :
         {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_pageSizes)})
        control->setVisible(paged);
    const QSignalBlocker quiet(m_pageSizes);
    m_pageSizes->setCurrentIndex(m_pageSizes->findData(m_page));
}

void FiltersHeader::choosePageSize()
{
    m_page = m_pageSizes->currentData().toInt();
    m_first = m_first / m_page * m_page;
    showPages();
    emit pageChanged();
}

void FiltersHeader::setChannel(int channel, int count)
{
    const QSignalBlocker quiet(m_channel);
    m_channel->setRange(0, std::max(0, count - 1));
    m_channel->setValue(channel);
    m_channel->setVisible(count > 1);
    m_channelLabel->setVisible(count > 1);
}

void FiltersHeader::setLarge(bool large)
{
    m_back->setVisible(large);
}

void FiltersHeader::nameMoments()
{
    const QKeySequence before = m_initial->shortcut(),
                       now = m_now->shortcut(); // a text without a mnemonic takes the shortcut away
    m_initial->setText(tr("Initial"));
    m_now->setText(m_past ? tr("Then") : tr("Now"));
    const QFontMetrics metrics = m_now->fontMetrics(); // nothing moves when the one becomes the other
    m_now->setMinimumWidth(std::max(metrics.horizontalAdvance(tr("Then")), metrics.horizontalAdvance(tr("Now"))) + 16);
    m_initial->setShortcut(before);
    m_now->setShortcut(now);
    m_initial->setToolTip(tr("The filters before training, at iteration 0 (%1)").arg(textOf(before)));
    m_initial->setAccessibleName(tr("Show initial filters"));
    m_now->setToolTip(
        (m_past ? tr("The filters as they were at the moment shown (%1)") : tr("The filters as they are (%1)"))
            .arg(textOf(now)));
    m_now->setAccessibleName(m_past ? tr("Show filters as they were") : tr("Show filters as they are"));
    m_slider->setToolTip(tr("Fades from the initial weights (%1) to today's (%2)").arg(textOf(before), textOf(now)));
    m_slider->setAccessibleName(tr("Between the initial weights and today's"));
}

void FiltersHeader::namePages()
{
    m_previous->setToolTip(tr("The filters before these (%1)").arg(textOf(Qt::Key_PageUp)));
    m_previous->setAccessibleName(tr("Previous filters"));
    m_next->setToolTip(tr("The filters after these (%1)").arg(textOf(Qt::Key_PageDown)));
    m_next->setAccessibleName(tr("Next filters"));
    for (int i = 0; i < m_pageSizes->count(); ++i)
        m_pageSizes->setItemText(i, m_pageSizes->itemData(i).toInt() == m_filters
                                        ? tr("all on one page")
                                        : tr("%1 a page").arg(m_pageSizes->itemData(i).toInt()));
    m_pageSizes->setToolTip(tr("How many filters are shown at once"));
    m_pageSizes->setAccessibleName(tr("Filters on a page"));
    m_channelLabel->setText(tr("channel"));
    m_channel->setToolTip(tr("Which input channel of the chosen filter is shown large"));
    m_channel->setAccessibleName(tr("Input channel shown large"));
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Back to all filters (%1)").arg(textOf(Qt::Key_Escape)));
    m_back->setAccessibleName(tr("Back to all filters"));
}

void FiltersHeader::retranslate()
{
    m_layers->setToolTip(tr("The layer whose weights are shown; choosing it here chooses it everywhere"));
    m_layers->setAccessibleName(tr("Layer of the filters"));
    m_content->setItemText(static_cast<int>(FilterContent::Weights), tr("Weights"));
    m_content->setItemText(static_cast<int>(FilterContent::Gradient), tr("Gradient"));
    m_content->setItemText(static_cast<int>(FilterContent::Update), tr("Last update"));
    m_content->setToolTip(
        tr("The weights themselves, the gradient of the loss by them, or what the last update added to them"));
    m_content->setAccessibleName(tr("What the tiles show"));
    m_scale->setItemText(static_cast<int>(Scale::Layer), tr("Scale: layer"));
    m_scale->setItemText(static_cast<int>(Scale::Tile), tr("Scale: each tile"));
    m_scale->setToolTip(tr("One scale for all filters, or each filter on its own"));
    m_scale->setAccessibleName(tr("Scale of the filters"));
    m_lock->setText(tr("Lock"));
    m_lock->setToolTip(tr("Keep today's scale, so that growth stays visible"));
    m_lock->setAccessibleName(tr("Lock the scale"));
    m_caption->setAccessibleName(tr("What the filters show"));
    nameMoments();
    namePages();
    showPages();
}

} // namespace alexscope::gui
