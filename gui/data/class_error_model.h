// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/set_predictions.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QStyledItemDelegate>

#include <memory>

namespace alexscope::gui {

/// How often each class is mistaken. Row = class. GUI thread.
class ClassErrorModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Error, Pictures, TakenFor, ColumnCount };
    /// For sorting: numbers as numbers, classes without pictures last. ErrorRole: 0..1.
    enum Role { SortRole = Qt::UserRole, ErrorRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: the classes without errors.
    void setErrors(const QStringList& names, std::shared_ptr<const SetPredictions> predictions);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString sentence(int truth) const;
    QString takenFor(int truth) const;

    QStringList m_names;
    std::shared_ptr<const SetPredictions> m_predictions;
};

/// The error as a bar behind its number.
class ErrorBarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace alexscope::gui
