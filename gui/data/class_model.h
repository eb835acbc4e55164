// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/set_index.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QPalette>
#include <QStyledItemDelegate>

#include <memory>

namespace alexscope::gui {

/// The classes of a run's data with their numbers of pictures. Row = class. GUI thread.
class ClassModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Training, Validation, Balance, ColumnCount };
    /// For sorting: numbers as numbers. The shares are of the largest class, training and validation.
    enum Role { SortRole = Qt::UserRole, TrainingShareRole, ValidationShareRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setClasses(std::vector<std::string> names, std::shared_ptr<const SetIndex> index);
    /// After a change of language.
    void retranslate();
    /// Pictures of a class; −1 when nothing is known.
    std::int64_t pictures(int label, PictureSet set) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double share(int label, PictureSet set) const;

    std::vector<std::string> m_names;
    std::shared_ptr<const SetIndex> m_index;
    std::int64_t m_largest[2] = {0, 0}; ///< class of the training and of the validation set
};

/// The two sets' colours on every view of the data, readable on a light and on a dark ground.
QColor colourOf(PictureSet set, const QPalette& palette);

/// Two bars: how many pictures a class has, against the largest; training above, validation below.
class BalanceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace alexscope::gui
