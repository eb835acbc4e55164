// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's parts: how they lie, what they are called, what is connected to what.
#include "gui/data/picture_view.h"
#include "gui/look/colours.h"
#include "gui/look/icons.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/panels/set_map_panel.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/set_map.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace alexscope::gui {

namespace {

void name(QToolButton* button, const QString& text, const QString& tip)
{
    const QKeySequence shortcut = button->shortcut();
    button->setText(text);
    button->setShortcut(shortcut); // a text without a mnemonic takes the shortcut away
    button->setAccessibleName(tip);
    button->setToolTip(
        shortcut.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
}

} // namespace

void SetMapPanel::build()
{
    m_bar = new IndexBar(model(), m_indexer, IndexBar::Of::Features, this);
    m_method = new QComboBox(this);
    m_pause = new QToolButton(this);
    m_again = new QToolButton(this);
    m_thumbnails = new QToolButton(this);
    m_lasso = new QToolButton(this);
    m_whole = new QToolButton(this);
    m_state = new ElidingLabel(this);
    m_figure = new QWidget(this);
    m_map = new SetMap(m_figure);
    m_chosen = new QLabel(m_figure);
    m_view = new PictureView(m_figure);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_figure->setAutoFillBackground(true);
    m_figure->setBackgroundRole(QPalette::Base);
    m_method->setObjectName(QStringLiteral("mapMethod"));
    m_pause->setObjectName(QStringLiteral("mapPause"));
    m_again->setObjectName(QStringLiteral("mapAgain"));
    m_thumbnails->setObjectName(QStringLiteral("mapThumbnails"));
    m_lasso->setObjectName(QStringLiteral("mapLasso"));
    m_whole->setObjectName(QStringLiteral("mapWhole"));
    m_state->setObjectName(QStringLiteral("mapState"));
    m_map->setObjectName(QStringLiteral("setMap"));
    m_chosen->setObjectName(QStringLiteral("mapChosen"));
    m_view->setObjectName(QStringLiteral("mapChosenPictures"));
    m_method->addItems({QString(), QString()});
    m_method->setCurrentIndex(static_cast<int>(m_mapper.method()));
    m_pause->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_P);
    m_again->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_R);
    m_thumbnails->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_T);
    m_lasso->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_A);
    for (QToolButton* button : {m_pause, m_thumbnails, m_lasso})
        button->setCheckable(true);
    for (QToolButton* button : {m_pause, m_again, m_thumbnails, m_lasso, m_whole})
        button->setAutoRaise(true);
    m_whole->setIcon(icon(QStringLiteral("fit")));
    m_chosen->setWordWrap(true);
    m_chosen->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_chosen->setFixedHeight(4 * fontMetrics().height()); // the pictures below stay where they are
    m_view->setModel(&m_chosenPictures);
    m_view->setMinimumWidth(m_view->gridSize().width() + 24);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 0, 8, 2);
    tools->setSpacing(4);
    tools->addWidget(m_method);
    for (QToolButton* button : {m_pause, m_again, m_thumbnails, m_lasso, m_whole})
        tools->addWidget(button);
    tools->addWidget(m_state, 1);
    auto* list = new QWidget(m_figure);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(8, 4, 4, 0);
    listLayout->setSpacing(4);
    listLayout->addWidget(m_chosen);
    listLayout->addWidget(m_view, 1);
    auto* splitter = new QSplitter(Qt::Horizontal, m_figure);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_map);
    splitter->addWidget(list);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({600, 200});
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->addWidget(splitter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(tools);
    layout->addWidget(m_figure, 1);
}

void SetMapPanel::connectParts()
{
    m_map->setPictures([this](int point) { return m_pictures.index(point).data(Qt::DecorationRole).value<QImage>(); });
    connect(&m_pictures, &QAbstractItemModel::dataChanged, m_map, qOverload<>(&QWidget::update));
    connect(m_method, &QComboBox::currentIndexChanged, this, [this](int method) {
        m_mapper.setMethod(static_cast<SetMapper::Method>(method));
        invalidate();
    });
    connect(m_pause, &QToolButton::toggled, this, [this] {
        runMapper();
        namePause();
    });
    connect(m_again, &QToolButton::clicked, &m_mapper, &SetMapper::restart);
    connect(m_thumbnails, &QToolButton::toggled, m_map, &SetMap::setThumbnailsShown);
    connect(m_lasso, &QToolButton::toggled, m_map, &SetMap::setLassoing);
    connect(m_whole, &QToolButton::clicked, m_map, &SetMap::showAll);
    connect(m_map, &SetMap::wanted, this, [this](int point) { m_query.choose(m_pictures.at(point)); });
    connect(m_map, &SetMap::pinned, this, [this](int point) { m_query.pin(m_pictures.at(point)); });
    connect(m_map, &SetMap::chosenChanged, this, &SetMapPanel::showChosen);
    connect(m_map, &SetMap::pointedAt, this, &SetMapPanel::showState);
    connect(m_map, &SetMap::showsAllChanged, m_whole, &QWidget::setDisabled);
    connect(m_view, &QAbstractItemView::clicked, this,
            [this](const QModelIndex& picture) { m_query.choose(m_chosenPictures.at(picture.row())); });
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex& picture) { m_query.pin(m_chosenPictures.at(picture.row())); });
    connect(&m_query, &QueryPicture::changed, this, &SetMapPanel::showQuery);
    connect(&m_mapper, &SetMapper::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::progressed, this, &SetMapPanel::showState);
    connect(this, &Panel::sightChanged, this, [this] {
        m_indexer.watch(this, inSight() ? SetIndexer::Interest::Features : SetIndexer::Interest::Nothing);
        runMapper();
    });
    connect(&model(), &LiveModel::runChanged, this, [this] {
        invalidate();
        emit explanationChanged();
    });
}

void SetMapPanel::namePause()
{
    const bool paused = m_pause->isChecked();
    name(m_pause, paused ? tr("Continue") : tr("Pause"), paused ? tr("Let t-SNE go on") : tr("Leave the map as it is"));
}

void SetMapPanel::retranslate()
{
    m_bar->retranslate();
    m_method->setItemText(static_cast<int>(SetMapper::Method::PrincipalComponents), tr("Principal components"));
    m_method->setItemText(static_cast<int>(SetMapper::Method::TSne), tr("t-SNE"));
    m_method->setAccessibleName(tr("How pictures are placed"));
    m_method->setToolTip(tr("How the network's numbers are brought down to a plane"));
    namePause();
    name(m_again, tr("Again"), tr("t-SNE from the start again"));
    name(m_thumbnails, tr("Pictures"), tr("Show pictures instead of points"));
    name(m_lasso, tr("Lasso"), tr("Dragging chooses the pictures inside instead of moving the map"));
    name(m_whole, {}, tr("Show the whole map"));
    m_state->setAccessibleName(tr("What the map shows"));
    m_map->setAccessibleName(tr("Map of the set"));
    m_chosen->setAccessibleName(tr("How many pictures of which class are chosen"));
    m_view->setAccessibleName(tr("Chosen pictures"));
    m_view->setEmptyText(QString());
    if (m_shown) {
        m_shown = nullptr; // the names of the classes are words, too
        showMap();
    }
    showChosen();
    showState();
}

void SetMapPanel::recolour()
{
    m_bar->recolour();
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_state->setPalette(quiet);
    m_map->update();
}

} // namespace alexscope::gui
