// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/data_panel.h"

#include "gui/data/picture_view.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/plain_table.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr int lateWarningsEvery = 1000; // milliseconds
constexpr int balanceWidth = 48;
constexpr int classesPercent = 52; ///< of the width, at most, for the table

} // namespace

DataPanel::DataPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_sets(new QComboBox(this)), m_find(new QLineEdit(this)),
      m_all(new QToolButton(this)), m_warningsButton(new QToolButton(this)), m_summary(new ElidingLabel(this)),
      m_legend(new QLabel(this)), m_chosen(new ElidingLabel(this)), m_body(new QWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, m_body)), m_classTable(new QTableView(this)),
      m_warningTable(new QTableView(this)), m_view(new PictureView(this))
{
    m_sets->setObjectName(QStringLiteral("dataSets"));
    m_find->setObjectName(QStringLiteral("findClass"));
    m_all->setObjectName(QStringLiteral("allClasses"));
    m_warningsButton->setObjectName(QStringLiteral("showWarnings"));
    m_summary->setObjectName(QStringLiteral("dataSummary"));
    m_chosen->setObjectName(QStringLiteral("chosenPicture"));
    m_classTable->setObjectName(QStringLiteral("classTable"));
    m_warningTable->setObjectName(QStringLiteral("warningTable"));
    m_view->setObjectName(QStringLiteral("pictureView"));
    m_sets->addItems({QString(), QString(), QString()});
    build();

    m_sorted.setSourceModel(&m_classes);
    m_sorted.setSortRole(ClassModel::SortRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(ClassModel::Name);
    m_classTable->setModel(&m_sorted);
    m_classTable->setItemDelegateForColumn(ClassModel::Balance, new BalanceDelegate(this));
    m_warningTable->setModel(&m_warnings);
    m_view->setModel(&m_pictures);
    QHeaderView* header = m_classTable->horizontalHeader();
    header->setSectionResizeMode(ClassModel::Name, QHeaderView::Stretch);
    header->resizeSection(ClassModel::Balance, balanceWidth);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });
    m_warningTable->horizontalHeader()->resizeSection(WarningModel::Item, 260);
    m_warningTable->horizontalHeader()->resizeSection(WarningModel::Outcome, 140);
    m_warningTable->horizontalHeader()->setStretchLastSection(true);
    m_lateWarnings.setInterval(lateWarningsEvery);

    connect(m_sets, &QComboBox::currentIndexChanged, this, &DataPanel::listPictures);
    connect(m_find, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_all, &QToolButton::clicked, this, [this] { chooseClass(-1); });
    connect(m_classTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DataPanel::listPictures);
    connect(m_warningsButton, &QToolButton::toggled, m_warningTable, &QWidget::setVisible);
    connect(m_view, &QAbstractItemView::activated, this, &DataPanel::pin);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DataPanel::showChosen);
    connect(&pinned, &PinnedPicture::changed, this, &DataPanel::showPinned);
    connect(&m_lateWarnings, &QTimer::timeout, this, &DataPanel::lookForWarnings);
    connect(this, &Panel::sightChanged, this, [this] { inSight() ? m_lateWarnings.start() : m_lateWarnings.stop(); });
    connect(&model, &LiveModel::runChanged, this, [this] {
        invalidate();
        emit explanationChanged();
    });
    finishConstruction();
}

void DataPanel::build()
{
    for (QTableView* table : {m_classTable, m_warningTable})
        makePlain(*table);
    m_classTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_classTable->setSortingEnabled(true);
    m_classTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the set's own order at first
    m_classTable->setMinimumWidth(220);
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(220);
    m_chosen->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_warningsButton->setCheckable(true);
    m_warningsButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_warningTable->setMaximumHeight(8 * m_warningTable->verticalHeader()->defaultSectionSize());
    m_warningTable->hide();
    m_all->setEnabled(false);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    header->addWidget(m_find);
    header->addWidget(m_all);
    header->addWidget(m_sets);
    header->addWidget(m_summary, 1);
    header->addWidget(m_warningsButton);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_classTable);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(1, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 4);
    foot->addWidget(m_legend);
    foot->addWidget(m_chosen, 1);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_splitter, 1);
    body->addLayout(foot);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_warningTable);
}

QString DataPanel::title() const
{
    return tr("Data");
}

QString DataPanel::explanation() const
{
    QString text = tr("<p><b>What you see.</b> The classes the network learns to tell apart, how many pictures each "
                      "has, and the pictures. Training pictures (blue) are what it learns from; validation pictures "
                      "(orange) it never learns from, they only test it.</p>");
    const auto& run = model().run();
    if (const int classes = run ? static_cast<int>(run->data.classNames.size()) : 0; classes > 1) {
        text += tr("<p>Guessing among %1 classes is wrong 1 − 1/%1 = %2 of the time.</p>")
                    .arg(count(classes), percent(1 - 1.0 / classes));
        if (m_index && m_index->validationSize > 0) {
            std::size_t largest = 0;
            for (const auto& pictures : m_index->validation)
                largest = std::max(largest, pictures.size());
            const double share = static_cast<double>(largest) / static_cast<double>(m_index->validationSize);
            text += tr("<p>Always naming the largest class of the validation set is wrong 1 − %1/%2 = %3 of the time: "
                       "an error is worth something only below that.</p>")
                        .arg(count(static_cast<std::int64_t>(largest)),
                             count(static_cast<std::int64_t>(m_index->validationSize)), percent(1 - share));
        }
    }
    text += tr("<p><b>What to look for.</b> Classes with few pictures are learned late or not at all. Labels that "
               "look wrong are wrong more often than one thinks. What could a network go by that is not the thing "
               "itself: backgrounds, colours, watermarks?</p>"
               "<p>A double click, or Enter, pins a picture: all views then show what the network makes of it.</p>"
               "<p>§2: the paper's set has 1.2 million training, 50,000 validation and 150,000 test pictures of 1,000 "
               "classes, each brought to 256×256.</p>");
    return text;
}

Numbers DataPanel::numbers() const
{
    Numbers numbers;
    if (!m_index)
        return numbers;
    numbers.columns = {QStringLiteral("class"), QStringLiteral("label"), QStringLiteral("training"),
                       QStringLiteral("validation")};
    for (int label = 0; label < m_classes.rowCount(); ++label) {
        numbers.rowNames.append(m_classes.index(label, ClassModel::Name).data().toString());
        numbers.rows.push_back({static_cast<double>(label),
                                static_cast<double>(m_classes.pictures(label, PictureSet::Training)),
                                static_cast<double>(m_classes.pictures(label, PictureSet::Validation))});
    }
    return numbers;
}

void DataPanel::showSets(Shown sets)
{
    m_sets->setCurrentIndex(static_cast<int>(sets));
}

void DataPanel::chooseClass(int label)
{
    if (label < 0)
        return m_classTable->clearSelection();
    const QModelIndex row = m_sorted.mapFromSource(m_classes.index(label, ClassModel::Name));
    if (row.isValid())
        m_classTable->selectRow(row.row());
}

int DataPanel::chosenClass() const
{
    const QModelIndexList rows = m_classTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : m_sorted.mapToSource(rows.first()).row();
}

QString DataPanel::summary() const
{
    return m_summary->text();
}

void DataPanel::refresh()
{
    if (m_run != model().run())
        buildIndex();
    lookForWarnings();
}

void DataPanel::buildIndex()
{
    m_run = model().run();
    m_index = nullptr;
    const DataSource source = m_run ? m_run->data : DataSource{};
    m_pictures.setData(source);
    m_classes.setClasses(source.classNames, nullptr);
    m_warnings.clear();
    m_all->setEnabled(false);
    retranslate();
    showPinned();
    const std::uint64_t ticket = ++m_ticket;
    if (!m_run)
        return;
    QThreadPool::globalInstance()->start([source, ticket, panel = QPointer<DataPanel>(this)] {
        auto index = indexOf(source); // a million labels take longer than a frame
        QMetaObject::invokeMethod(qApp, [panel, ticket, index = std::move(index)] {
            if (panel && ticket == panel->m_ticket)
                panel->takeIndex(index);
        });
    });
}

void DataPanel::takeIndex(std::shared_ptr<const SetIndex> index)
{
    m_index = std::move(index);
    const int chosen = chosenClass();
    m_classes.setClasses(m_run->data.classNames, m_index);
    chooseClass(chosen);
    nameClasses();
    listPictures();
    retranslate();
    emit explanationChanged();
}

/// Names are whole below the pictures, and in the table as far as it leaves the pictures their room.
void DataPanel::nameClasses()
{
    QStringList names;
    for (int label = 0; label < m_classes.rowCount(); ++label)
        names.append(m_classes.index(label, ClassModel::Name).data().toString());
    m_view->setNames(names);
    for (const int column : {ClassModel::Training, ClassModel::Validation})
        m_classTable->resizeColumnToContents(column);
    shareWidth();
}

void DataPanel::shareWidth()
{
    if (m_splitterMoved || m_splitter->width() <= 0)
        return;
    constexpr int cellMargins = 16;
    const QFontMetrics metrics = m_classTable->fontMetrics();
    int wanted =
        metrics.horizontalAdvance(m_classTable->model()->headerData(ClassModel::Name, Qt::Horizontal).toString());
    for (int label = 0; label < m_classes.rowCount(); ++label)
        wanted =
            std::max(wanted, metrics.horizontalAdvance(m_classes.index(label, ClassModel::Name).data().toString()));
    wanted += cellMargins + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_classTable);
    for (const int column : {ClassModel::Training, ClassModel::Validation, ClassModel::Balance})
        wanted += m_classTable->columnWidth(column);
    const int table = std::min(wanted, m_splitter->width() * classesPercent / 100);
    m_splitter->setSizes({table, m_splitter->width() - table});
}

void DataPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    shareWidth();
}

void DataPanel::listPictures()
{
    const auto sets = static_cast<Shown>(m_sets->currentIndex());
    m_all->setEnabled(chosenClass() >= 0);
    if (m_index)
        m_pictures.setPictures(m_index->pictures(chosenClass(), sets != Shown::Validation, sets != Shown::Training));
    m_view->scrollToTop();
    showChosen();
}

void DataPanel::pin(const QModelIndex& picture)
{
    if (!picture.isValid())
        return;
    const PictureId id = m_pictures.at(picture.row());
    m_pinned.pinFromSet(id.set, id.index);
}

std::optional<PictureId> DataPanel::pinnedPicture() const
{
    if (m_pinned.isOwn() || m_pinned.index() < 0)
        return std::nullopt;
    return PictureId{m_pinned.setKind(), static_cast<std::uint32_t>(m_pinned.index())};
}

void DataPanel::showPinned()
{
    m_view->setPinned(pinnedPicture());
    showChosen();
}

void DataPanel::showChosen()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return m_chosen->setText(tr("%1 pictures").arg(count(m_pictures.rowCount())));
    const QString what = current.data(Qt::AccessibleTextRole).toString();
    m_chosen->setText(pinnedPicture() == m_pictures.at(current.row()) ? tr("%1 – pinned").arg(what)
                                                                      : tr("%1 – Enter pins it").arg(what));
}

void DataPanel::lookForWarnings()
{
    if (!m_run)
        return;
    std::vector<DataWarning> warnings = m_run->data.warnings;
    for (const auto& set : {m_run->data.training, m_run->data.validation})
        if (set) {
            const std::vector<DataWarning> late = set->lateWarnings();
            warnings.insert(warnings.end(), late.begin(), late.end());
        }
    const int before = m_warnings.rowCount();
    m_warnings.setWarnings(std::move(warnings));
    if (m_warnings.rowCount() != before)
        retranslate();
}

void DataPanel::retranslate()
{
    m_sets->setItemText(static_cast<int>(Shown::Both), tr("Both sets"));
    m_sets->setItemText(static_cast<int>(Shown::Training), tr("Training set"));
    m_sets->setItemText(static_cast<int>(Shown::Validation), tr("Validation set"));
    m_sets->setToolTip(tr("Which pictures are shown"));
    m_sets->setAccessibleName(tr("Which pictures are shown"));
    m_find->setPlaceholderText(tr("Find a class"));
    m_find->setAccessibleName(tr("Find a class"));
    m_find->setToolTip(tr("Only classes with this in their name"));
    m_all->setText(tr("All classes"));
    m_all->setToolTip(tr("Show the pictures of all classes"));
    m_classTable->setAccessibleName(tr("Classes and their numbers of pictures"));
    m_view->setAccessibleName(tr("Pictures"));
    m_view->setToolTip({});
    m_view->setEmptyText(!m_run     ? tr("The pictures appear as soon as a run is open. Choose data above.")
                         : !m_index ? tr("Counting the pictures…")
                                    : tr("There are no such pictures: choose another class or another set."));
    m_warningTable->setAccessibleName(tr("Files left out, and why"));
    const auto warnings = static_cast<std::size_t>(m_warnings.rowCount());
    const std::size_t leftOut = m_warnings.leftOut();
    m_warningsButton->setText(warnings == 0 ? tr("Nothing left out")
                                            : tr("%1 left out, %2 remarks")
                                                  .arg(count(static_cast<std::int64_t>(leftOut)),
                                                       count(static_cast<std::int64_t>(warnings - leftOut))));
    m_warningsButton->setEnabled(warnings > 0);
    m_warningsButton->setToolTip(tr("Show which files were left out or changed, and why"));
    if (warnings == 0)
        m_warningsButton->setChecked(false);
    m_summary->setText(m_index ? tr("%1 classes, %2 training and %3 validation pictures")
                                     .arg(count(m_classes.rowCount()),
                                          count(static_cast<std::int64_t>(m_index->trainingSize)),
                                          count(static_cast<std::int64_t>(m_index->validationSize)))
                               : noValue());
    m_classes.retranslate();
    nameClasses();
    m_warnings.retranslate();
    showChosen();
    recolour();
}

void DataPanel::recolour()
{
    m_legend->setText(QStringLiteral("<span style='color:%1'>●</span> %2 &nbsp; <span style='color:%3'>●</span> %4")
                          .arg(colourOf(PictureSet::Training, palette()).name(), tr("training"),
                               colourOf(PictureSet::Validation, palette()).name(), tr("validation")));
}

} // namespace alexscope::gui
