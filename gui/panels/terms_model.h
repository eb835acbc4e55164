// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/arithmetic_text.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace alexscope::gui {

/// The list of contributions beside the grids. New numbers of the same form change cells in place, so that a list that
/// somebody has scrolled stays where it is while training runs.
class TermsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int ShareRole = Qt::UserRole + 1; ///< of the last column: −1 … 1
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(TermTable table);
    /// The key of a row; −1 for the bias.
    int keyOf(int row) const { return m_table.rows[static_cast<std::size_t>(row)].key; }
    /// The row of a key, or −1.
    int rowOf(int key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TermTable m_table;
};

/// Draws the share as a bar behind the number: to the right orange, to the left blue, as the colours of the maps.
class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace alexscope::gui
