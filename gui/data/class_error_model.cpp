// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/class_error_model.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

void ClassErrorModel::setErrors(const QStringList& names, std::shared_ptr<const SetPredictions> predictions)
{
    const bool sameClasses = names == m_names;
    if (!sameClasses)
        beginResetModel();
    m_names = names;
    m_predictions = std::move(predictions);
    if (!sameClasses)
        endResetModel();
    else if (!m_names.empty()) // what is chosen stays chosen
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ClassErrorModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ClassErrorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int ClassErrorModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClassErrorModel::takenFor(int truth) const
{
    const int mostly = m_predictions->confusion.mostlyTakenFor(truth);
    return mostly < 0 ? noValue()
                      : tr("%1 (%2)").arg(m_names.value(mostly), count(m_predictions->confusion.count(truth, mostly)));
}

QString ClassErrorModel::sentence(int truth) const
{
    const Confusion& confusion = m_predictions->confusion;
    if (confusion.pictures(truth) == 0)
        return tr("%1: no pictures").arg(m_names[truth]);
    const QString text = tr("%1: %2 of %3 pictures are mistaken (%4)")
                             .arg(m_names[truth], count(confusion.errors(truth)), count(confusion.pictures(truth)),
                                  percent(confusion.error(truth)));
    return confusion.errors(truth) == 0 ? text : tr("%1, mostly for %2").arg(text, takenFor(truth));
}

QVariant ClassErrorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int truth = index.row();
    if (role == Qt::TextAlignmentRole && (index.column() == Pictures || index.column() == Error))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    const bool known = m_predictions && truth < m_predictions->confusion.classes();
    const double error = known ? m_predictions->confusion.error(truth) : std::nan("");
    if (role == ErrorRole)
        return error;
    if (role == SortRole && index.column() == Error)
        return std::isnan(error) ? -1.0 : error;
    if (role == SortRole && index.column() == Pictures)
        return known ? static_cast<qlonglong>(m_predictions->confusion.pictures(truth)) : qlonglong{0};
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return known ? sentence(truth) : m_names[truth];
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Name:
        return m_names[truth];
    case Error:
        return percent(error);
    case Pictures:
        return known ? count(m_predictions->confusion.pictures(truth)) : noValue();
    default:
        return known ? takenFor(truth) : noValue();
    }
}

QVariant ClassErrorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Error || section == Pictures ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Class");
    case Error:
        return tr("Error");
    case Pictures:
        return tr("Pictures");
    case TakenFor:
        return tr("Mostly taken for");
    default:
        return {};
    }
}

void ErrorBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const double error = index.data(ClassErrorModel::ErrorRole).toDouble();
    if (!std::isfinite(error))
        return;
    QColor colour = okabeIto::vermillion;
    colour.setAlphaF(0.4f); // over the number, which stays readable, and over the ground of a chosen row
    QRectF bar = QRectF(option.rect).adjusted(2, 2, -2, -2);
    bar.setWidth(std::max(1.0, bar.width() * std::min(error, 1.0)));
    painter->fillRect(bar, colour);
}

} // namespace alexscope::gui
