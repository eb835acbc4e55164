// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QAbstractTableModel>

#include <vector>

namespace alexscope::gui {

/// Files and records that were left out or changed on the way in, and why. GUI thread.
class WarningModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Item, Outcome, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Does nothing when these are as many as before: a set's warnings only ever grow.
    void setWarnings(std::vector<DataWarning> warnings);
    void clear();
    std::size_t leftOut() const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<DataWarning> m_warnings;
};

} // namespace alexscope::gui
