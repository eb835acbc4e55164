// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/predictions_panel.h"

#include "gui/data/prediction_view.h"
#include "gui/look/likeliest.h"
#include "gui/widgets/confusion_view.h"
#include "gui/widgets/plain_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int tableWidth = 210;

void styleTable(QTableView& table)
{
    makePlain(table);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setSortingEnabled(true);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.horizontalHeader()->setStretchLastSection(true);
    table.setMinimumWidth(120);
}

} // namespace

PredictionsPanel::PredictionsPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_header(new PredictionsHeader(this)),
      m_noticeBar(new QWidget(this)), m_notice(new QLabel(m_noticeBar)), m_said(new QLabel(this)),
      m_action(new QPushButton(m_noticeBar)), m_pages(new QStackedWidget(this)), m_right(new QStackedWidget(this)),
      m_live(new LivePredictions(model, pinned, this)), m_set(new QSplitter(Qt::Horizontal, this)),
      m_find(new QLineEdit(this)), m_classTable(new QTableView(this)), m_view(new PredictionView(this)),
      m_confusion(new ConfusionView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sorted.setSourceModel(&m_classes);
    m_sorted.setSortRole(ClassErrorModel::SortRole);
    m_sorted.setFilterKeyColumn(ClassErrorModel::Name);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    connectParts();
    finishConstruction();
    takeRun();
}

void PredictionsPanel::build()
{
    m_notice->setObjectName(QStringLiteral("predictionsNotice"));
    m_action->setObjectName(QStringLiteral("predictionsAction"));
    m_said->setObjectName(QStringLiteral("predictionsSaid"));
    m_find->setObjectName(QStringLiteral("findPredictedClass"));
    m_classTable->setObjectName(QStringLiteral("classErrors"));
    m_view->setObjectName(QStringLiteral("predictionCards"));
    m_confusion->setObjectName(QStringLiteral("confusionMatrix"));
    m_notice->setWordWrap(true);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_find->setClearButtonEnabled(true);
    styleTable(*m_classTable);
    m_classTable->setModel(&m_sorted);
    m_classTable->setItemDelegateForColumn(ClassErrorModel::Error, new ErrorBarDelegate(m_classTable));
    m_classTable->sortByColumn(ClassErrorModel::Error, Qt::DescendingOrder);
    m_classTable->viewport()->installEventFilter(this);
    m_view->setModel(&m_pictures);

    auto* notice = new QHBoxLayout(m_noticeBar);
    notice->setContentsMargins(8, 4, 8, 4);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_action);
    auto* left = new QWidget(m_set);
    auto* classes = new QVBoxLayout(left);
    classes->setContentsMargins(8, 0, 0, 0);
    classes->setSpacing(4);
    classes->addWidget(m_find);
    classes->addWidget(m_classTable, 1);
    m_right->addWidget(m_view);
    m_right->addWidget(m_confusion);
    auto* right = new QWidget(m_set);
    auto* limited = new QVBoxLayout(right);
    limited->setContentsMargins(0, 0, 0, 0);
    limited->setSpacing(0);
    limited->addWidget(&m_header->limitButton(), 0, Qt::AlignLeft);
    limited->addWidget(m_right, 1);
    m_set->setChildrenCollapsible(false);
    m_set->addWidget(left);
    m_set->addWidget(right);
    m_set->setStretchFactor(1, 1);
    m_set->setSizes({tableWidth, 3 * tableWidth});
    auto* whole = new QWidget(m_pages);
    auto* shown = new QVBoxLayout(whole);
    shown->setContentsMargins(0, 0, 0, 0);
    shown->setSpacing(0);
    shown->addWidget(m_set, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 2, 8, 0);
    foot->addWidget(m_said, 1);
    foot->addWidget(&m_header->askButton());
    shown->addLayout(foot);
    m_pages->addWidget(m_live);
    m_pages->addWidget(whole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_noticeBar);
    layout->addWidget(m_pages, 1);
}

void PredictionsPanel::connectParts()
{
    connect(m_header, &PredictionsHeader::pageChanged, this, &PredictionsPanel::showPage);
    connect(m_header, &PredictionsHeader::choiceChanged, this, &Panel::invalidate);
    connect(m_header, &PredictionsHeader::othersWanted, m_live, &LivePredictions::showOthers);
    connect(m_header, &PredictionsHeader::askWanted, this, &PredictionsPanel::judgeWanted);
    connect(m_header, &PredictionsHeader::limitDropped, this, [this] { chooseClass(-1); });
    connect(m_action, &QPushButton::clicked, this,
            [this] { model().isPast() ? emit nowWanted() : emit judgeWanted(); });
    connect(m_live, &LivePredictions::interestChanged, this, [this] {
        m_header->setOthersEnabled(!m_live->examples().empty());
        invalidate();
        emit interestChanged();
    });
    connect(m_find, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_classTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PredictionsPanel::takeClass);
    connect(m_view, &QAbstractItemView::activated, this, &PredictionsPanel::pin);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PredictionsPanel::describe);
    connect(m_confusion, &ConfusionView::pointed, this, &PredictionsPanel::describe);
    connect(m_confusion, &ConfusionView::cellChosen, this, &PredictionsPanel::showCell);
    connect(&m_pinned, &PinnedPicture::changed, this, [this] {
        showPinned();
        invalidate();
    });
    connect(&model(), &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model(), &LiveModel::predictionsChanged, this, &Panel::invalidate);
    connect(&model(), &LiveModel::statusChanged, this, [this, seen = SessionStatus()]() mutable {
        const SessionStatus& now = model().status();
        const bool same = now.state == seen.state && now.judged == seen.judged && now.toJudge == seen.toJudge &&
                          (now.state == SessionState::Running || now.iteration == seen.iteration);
        seen = now;
        if (!same)
            invalidate();
    });
    connect(&model(), &LiveModel::runChanged, this, &PredictionsPanel::takeRun);
}

void PredictionsPanel::takeRun()
{
    m_run = model().run();
    m_shown = nullptr;
    m_listedOf = nullptr;
    chooseClass(-1);
    m_pictures.setSource(m_run ? m_run->data : DataSource{});
    m_names = m_run ? shownClasses(m_run->data) : QStringList();
    m_classes.setErrors(m_names, nullptr);
    m_view->setClassNames(m_names);
    m_confusion->setPredictions(nullptr, m_names, -1);
    sizeColumns();
    showPinned();
    invalidate();
    emit explanationChanged();
}

/// The error stays in sight: names take what it leaves them.
void PredictionsPanel::sizeColumns()
{
    constexpr int widestName = 150, shortestName = 60, inset = 16;
    QHeaderView* header = m_classTable->horizontalHeader();
    const int error = fontMetrics().horizontalAdvance(QStringLiteral("100.00 %")) + 2 * inset;
    const int room = std::clamp(m_classTable->viewport()->width() - error, shortestName, widestName);
    m_classTable->resizeColumnToContents(ClassErrorModel::Name);
    header->resizeSection(ClassErrorModel::Name, std::min(header->sectionSize(ClassErrorModel::Name), room));
    header->resizeSection(ClassErrorModel::Error, error);
    m_classTable->resizeColumnToContents(ClassErrorModel::Pictures);
}

bool PredictionsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == m_classTable->viewport())
        sizeColumns();
    return Panel::eventFilter(watched, event);
}

void PredictionsPanel::look(ProbeRequest& request) const
{
    if (m_header->page() == Page::Live)
        m_live->look(request);
}

void PredictionsPanel::showPage()
{
    m_pages->setCurrentIndex(m_header->page() == Page::Live ? 0 : 1);
    m_right->setCurrentIndex(m_header->page() == Page::Confusion ? 1 : 0);
    describe();
    invalidate();
    emit interestChanged();
    emit explanationChanged();
}

void PredictionsPanel::refresh()
{
    if (m_header->page() == Page::Live)
        m_live->refresh();
    else
        showSet();
    showNotice();
    m_header->setCaption(shortCaption(), caption());
    m_header->setAskable(m_shown && m_shown->iteration != model().status().iteration && mayAsk());
}

void PredictionsPanel::showNotice()
{
    const QString text = notice();
    m_notice->setText(text);
    m_noticeBar->setVisible(!text.isEmpty());
    m_action->setVisible(model().isPast() || (m_run && m_run->data.validation->size() > 0));
    m_action->setEnabled(model().isPast() || mayAsk());
    m_action->setText(model().isPast() ? tr("Back to now") : tr("Ask the network now"));
    m_view->setEmptyText(m_shown ? tr("There are no such pictures: choose another class, or other pictures above.")
                                 : nothingYet());
    m_confusion->setEmptyText(nothingYet());
}

bool PredictionsPanel::mayAsk() const
{
    const SessionStatus& status = model().status();
    return m_run && !model().isPast() && status.toJudge == 0 && m_run->data.validation->size() > 0 &&
           (status.state == SessionState::Holding || status.state == SessionState::Finished);
}

void PredictionsPanel::showSet()
{
    const auto predictions = model().predictions();
    const bool news = predictions != m_shown;
    m_shown = predictions;
    if (news)
        m_classes.setErrors(m_names, m_shown);
    m_choice.kind = m_header->kind();
    m_choice.order = m_header->order();
    m_header->setLimit(limitText());
    m_confusion->setShares(m_header->showsShares());
    if (m_header->page() == Page::Confusion)
        m_confusion->setPredictions(m_shown, m_names, m_choice.truth);
    else
        listPictures();
    describe();
}

/// Only when it would be another list. A new validation leaves the chosen picture chosen and the scroll bar in its
/// place.
void PredictionsPanel::listPictures()
{
    if (m_listedOf == m_shown && m_listed == m_choice)
        return;
    const bool sameChoice = m_listed == m_choice;
    const QModelIndex index = m_view->currentIndex();
    const std::optional<PictureId> current = index.isValid() ? std::optional(m_pictures.at(index.row())) : std::nullopt;
    const int scrolled = sameChoice ? m_view->verticalScrollBar()->value() : 0;
    m_listedOf = m_shown;
    m_listed = m_choice;
    m_pictures.setPredictions(m_shown, m_shown ? choose(*m_shown, m_choice) : std::vector<std::uint32_t>());
    keepPlace(current, scrolled);
}

void PredictionsPanel::keepPlace(const std::optional<PictureId>& current, int scrolled)
{
    if (const int row = current ? m_pictures.rowOf(*current) : -1; row >= 0)
        m_view->selectionModel()->setCurrentIndex(m_pictures.index(row), QItemSelectionModel::ClearAndSelect);
    m_view->doItemsLayout(); // before it the scroll bar does not know how far it goes
    m_view->verticalScrollBar()->setValue(scrolled);
}

void PredictionsPanel::chooseClass(int truth)
{
    m_choice.truth = truth;
    m_choice.predicted = -1;
    const QModelIndex row = truth < 0 ? QModelIndex() : m_sorted.mapFromSource(m_classes.index(truth, 0));
    const QSignalBlocker quiet(m_classTable->selectionModel());
    if (row.isValid())
        m_classTable->selectRow(row.row());
    else
        m_classTable->clearSelection();
    m_classTable->viewport()->update(); // it was not told
    invalidate();
}

void PredictionsPanel::showCell(int truth, int predicted)
{
    chooseClass(truth);
    m_choice.predicted = predicted;
    m_header->setKind(PredictionChoice::Kind::All);
    m_header->setPage(Page::Pictures);
    m_view->setFocus();
    invalidate();
}

void PredictionsPanel::takeClass()
{
    const QModelIndexList rows = m_classTable->selectionModel()->selectedRows();
    m_choice.truth = rows.isEmpty() ? -1 : m_sorted.mapToSource(rows.first()).row();
    m_choice.predicted = -1;
    invalidate();
}

void PredictionsPanel::pin(const QModelIndex& picture)
{
    if (!picture.isValid())
        return;
    const PictureId id = m_pictures.at(picture.row());
    m_pinned.pinFromSet(id.set, id.index);
}

void PredictionsPanel::showPinned()
{
    const bool ofSet = !m_pinned.isOwn() && m_pinned.index() >= 0;
    m_view->setPinned(ofSet ? std::optional(PictureId{m_pinned.setKind(), static_cast<std::uint32_t>(m_pinned.index())})
                            : std::nullopt);
}

QWidget& PredictionsPanel::figure()
{
    switch (m_header->page()) {
    case Page::Live:
        return *m_live;
    case Page::Pictures:
        return *m_view;
    default:
        return *m_confusion;
    }
}

} // namespace alexscope::gui
