// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/class_model.h"

#include "gui/look/colours.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

void ClassModel::setClasses(std::vector<std::string> names, std::shared_ptr<const SetIndex> index)
{
    beginResetModel();
    m_names = std::move(names);
    m_index = std::move(index);
    for (const PictureSet set : {PictureSet::Training, PictureSet::Validation}) {
        std::int64_t& largest = m_largest[static_cast<int>(set)];
        largest = 0;
        for (int label = 0; label < static_cast<int>(m_names.size()); ++label)
            largest = std::max(largest, pictures(label, set));
    }
    endResetModel();
}

void ClassModel::retranslate()
{
    if (!m_names.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_names.size()) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::int64_t ClassModel::pictures(int label, PictureSet set) const
{
    if (!m_index)
        return -1;
    const auto& lists = set == PictureSet::Training ? m_index->training : m_index->validation;
    const auto at = static_cast<std::size_t>(label);
    return at < lists.size() ? static_cast<std::int64_t>(lists[at].size()) : 0;
}

double ClassModel::share(int label, PictureSet set) const
{
    const std::int64_t largest = m_largest[static_cast<int>(set)];
    return largest > 0 ? static_cast<double>(pictures(label, set)) / static_cast<double>(largest) : 0;
}

int ClassModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int ClassModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int label = index.row();
    const QString name = shownClassName(m_names[static_cast<std::size_t>(label)]);
    const std::int64_t training = pictures(label, PictureSet::Training),
                       validation = pictures(label, PictureSet::Validation);
    const bool isNumber = index.column() == Training || index.column() == Validation;
    const std::int64_t pictures = index.column() == Validation ? validation : training;
    if (role == Qt::DisplayRole)
        return index.column() == Name ? QVariant(name)
               : isNumber             ? QVariant(m_index ? count(pictures) : noValue())
                                      : QVariant();
    if (role == SortRole)
        return index.column() == Name ? QVariant(name) : QVariant(static_cast<qlonglong>(pictures));
    if (role == TrainingShareRole)
        return share(label, PictureSet::Training);
    if (role == ValidationShareRole)
        return share(label, PictureSet::Validation);
    if (role == Qt::TextAlignmentRole && isNumber)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return m_index ? tr("%1: %2 training and %3 validation pictures").arg(name, count(training), count(validation))
                       : name;
    return {};
}

QVariant ClassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Name      ? Qt::AlignLeft
                                 : section == Balance ? Qt::AlignHCenter
                                                      : Qt::AlignRight) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Class");
    case Training:
        return tr("Training");
    case Validation:
        return tr("Validation");
    case Balance:
        return tr("Balance");
    default:
        return {};
    }
}

QColor colourOf(PictureSet set, const QPalette& palette)
{
    if (set == PictureSet::Validation)
        return okabeIto::orange;
    return isDark(palette) ? okabeIto::skyBlue : okabeIto::blue;
}

void BalanceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index); // the background of a chosen row
    const QRectF area = QRectF(option.rect).adjusted(4, 4, -8, -4);
    const double high = area.height() / 2 - 0.5;
    const double training = index.data(ClassModel::TrainingShareRole).toDouble(),
                 validation = index.data(ClassModel::ValidationShareRole).toDouble();
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(colourOf(PictureSet::Training, option.palette));
    painter->drawRect(QRectF(area.left(), area.top(), area.width() * training, high));
    painter->setBrush(colourOf(PictureSet::Validation, option.palette));
    painter->drawRect(QRectF(area.left(), area.top() + high + 1, area.width() * validation, high));
    painter->restore();
}

} // namespace alexscope::gui
