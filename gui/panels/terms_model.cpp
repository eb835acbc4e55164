// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/terms_model.h"

#include "gui/look/colours.h"

#include <QFont>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

void TermsModel::setTable(TermTable table)
{
    const bool sameForm = table.rows.size() == m_table.rows.size() && table.headers == m_table.headers;
    if (sameForm) {
        m_table = std::move(table);
        if (!m_table.rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int TermsModel::rowOf(int key) const
{
    const auto found =
        std::find_if(m_table.rows.begin(), m_table.rows.end(), [key](const TermRow& row) { return row.key == key; });
    return found == m_table.rows.end() ? -1 : static_cast<int>(found - m_table.rows.begin());
}

int TermsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TermsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headers.size());
}

QVariant TermsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const TermRow& row = m_table.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    case Qt::FontRole:
        if (row.strong) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case ShareRole:
        return index.column() == columnCount() - 1 ? QVariant(row.share) : QVariant();
    default:
        return {};
    }
}

QVariant TermsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headers[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant share = index.data(TermsModel::ShareRole);
    if (share.isValid() && !(option.state & QStyle::State_Selected)) {
        const double value = std::clamp(share.toDouble(), -1.0, 1.0);
        const QColor strong = value < 0 ? okabeIto::blue : okabeIto::orange;
        const QRectF cell = option.rect;
        QRectF bar = cell.adjusted(2, 2, -2, -2);
        bar.setWidth(bar.width() * std::abs(value));
        painter->fillRect(bar, mixed(strong, option.palette.color(QPalette::Base), 0.65));
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace alexscope::gui
