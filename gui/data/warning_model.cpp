// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/warning_model.h"

#include "gui/look/engine_sentences.h"

#include <algorithm>

namespace alexscope::gui {

void WarningModel::setWarnings(std::vector<DataWarning> warnings)
{
    if (warnings.size() == m_warnings.size())
        return;
    beginResetModel();
    m_warnings = std::move(warnings);
    endResetModel();
}

void WarningModel::clear()
{
    beginResetModel();
    m_warnings.clear();
    endResetModel();
}

std::size_t WarningModel::leftOut() const
{
    return static_cast<std::size_t>(std::count_if(m_warnings.begin(), m_warnings.end(),
                                                  [](const DataWarning& warning) { return warning.leftOut; }));
}

void WarningModel::retranslate()
{
    if (!m_warnings.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_warnings.size()) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int WarningModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_warnings.size());
}

int WarningModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WarningModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const DataWarning& warning = m_warnings[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Item:
        return QString::fromStdString(warning.item);
    case Outcome:
        return warning.leftOut ? tr("left out") : tr("used, with a remark");
    default:
        return shownSentence(warning.reason);
    }
}

QVariant WarningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Item:
        return tr("File");
    case Outcome:
        return tr("What became of it");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace alexscope::gui
