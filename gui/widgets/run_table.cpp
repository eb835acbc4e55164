// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/run_table.h"

#include "gui/look/numbers.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int mostRows = 4; ///< more are scrolled
constexpr int narrowestLabel = 180;

QString shown(double value, int column)
{
    if (column == RunTableModel::Rate) // somebody chose it, before it became a float
        return chosenNumber(QString::number(value, 'g', 6).toDouble());
    return column >= RunTableModel::Error ? percent(value) : number(value);
}

/// A piece of the run's solid line above one of its dashed.
QPixmap swatch(const RunTableRow& row)
{
    QPixmap pixmap(22, 12);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(row.training, 2));
    painter.drawLine(0, 4, 22, 4);
    QPen dashed(row.validation, 2);
    dashed.setDashPattern({2.5, 1.5});
    painter.setPen(dashed);
    painter.drawLine(0, 9, 22, 9);
    return pixmap;
}

} // namespace

void RunTableModel::setRows(std::vector<RunTableRow> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunTableModel::text(int row, int column) const
{
    const RunTableRow& run = m_rows[static_cast<std::size_t>(row)];
    constexpr std::array curves{Curve::TrainingLoss,   Curve::ValidationLoss, Curve::TrainingError,
                                Curve::ValidationTop1, Curve::ValidationTop5, Curve::LearningRate};
    switch (column) {
    case Run:
        return run.label;
    case Iteration:
        return run.iteration < 0 ? noValue() : count(run.iteration);
    case Epoch:
        return std::isfinite(run.epoch) ? QLocale().toString(run.epoch, 'f', 2) : noValue();
    default:
        break;
    }
    const auto& value = run.values[static_cast<std::size_t>(curves[static_cast<std::size_t>(column - Loss)])];
    if (!value)
        return noValue();
    const QString low = shown(value->low, column);
    return value->low == value->high ? low : low + QChar(0x2013) + shown(value->high, column);
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RunTableRow& run = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (index.column() == Run ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::DecorationRole:
        return index.column() == Run ? QVariant(swatch(run)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Run ? run.details : text(index.row(), index.column());
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Run ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Run:
        return tr("run");
    case Iteration:
        return tr("iteration");
    case Epoch:
        return tr("epoch");
    case Loss:
        return tr("loss");
    case ValidationLoss:
        return tr("validation loss");
    case Error:
        return tr("error");
    case ValidationTop1:
        return tr("validation error");
    case ValidationTop5:
        return tr("top-5 error");
    case Rate:
        return tr("learning rate");
    default:
        return {};
    }
}

void RunTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

RunTable::RunTable(QWidget* parent) : QTableView(parent)
{
    setModel(&m_runs);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setIconSize(QSize(22, 12));
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RunTable::setRows(std::vector<RunTableRow> rows)
{
    const bool otherCount = static_cast<int>(rows.size()) != m_runs.rowCount();
    m_runs.setRows(std::move(rows));
    if (otherCount)
        fit();
}

void RunTable::fit()
{
    const int line = fontMetrics().height() + 4;
    verticalHeader()->setMinimumSectionSize(line);
    verticalHeader()->setDefaultSectionSize(line);
    horizontalHeader()->setFixedHeight(line);
    setFixedHeight(line * (1 + std::clamp(m_runs.rowCount(), 1, mostRows)) + 2);
    fitColumns();
}

/// As wide as the longest value a column usually has; where that is too wide for all, the last columns are left out.
void RunTable::fitColumns()
{
    constexpr int margin = 16;
    int free = viewport()->width() - narrowestLabel;
    for (int column = 1; column < RunTableModel::ColumnCount; ++column) {
        const bool isCount = column == RunTableModel::Iteration;
        const QString widest = isCount                          ? QStringLiteral("8,888,888")
                               : column == RunTableModel::Epoch ? QStringLiteral("8,888.88")
                                                                : QStringLiteral("88.88 %");
        const QString header = m_runs.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width =
            margin + std::max(fontMetrics().horizontalAdvance(widest), fontMetrics().horizontalAdvance(header));
        free -= width;
        setColumnHidden(column, free < 0);
        setColumnWidth(column, width);
    }
    setColumnWidth(RunTableModel::Run, narrowestLabel + std::max(0, free));
    if (free < 0) { // what the hidden ones would have taken
        int taken = 0;
        for (int column = 1; column < RunTableModel::ColumnCount; ++column)
            taken += isColumnHidden(column) ? 0 : columnWidth(column);
        setColumnWidth(RunTableModel::Run, std::max(narrowestLabel, viewport()->width() - taken));
    }
}

void RunTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && currentIndex().isValid())
        emit removalAsked(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

void RunTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RunTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace alexscope::gui
