// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/confusion.h"

#include <algorithm>
#include <limits>

namespace alexscope {

namespace {

bool isBefore(const Confusion::Cell& cell, int predicted)
{
    return cell.predicted < predicted;
}

} // namespace

void Confusion::add(int truth, int predicted)
{
    std::vector<Cell>& row = m_rows.at(static_cast<std::size_t>(truth));
    const auto place = std::lower_bound(row.begin(), row.end(), predicted, isBefore);
    if (place != row.end() && place->predicted == predicted)
        ++place->pictures;
    else
        row.insert(place, {predicted, 1});
    ++m_pictures[static_cast<std::size_t>(truth)];
    ++m_total;
    m_errors += truth != predicted;
}

std::int64_t Confusion::count(int truth, int predicted) const
{
    const std::vector<Cell>& cells = row(truth);
    const auto place = std::lower_bound(cells.begin(), cells.end(), predicted, isBefore);
    return place != cells.end() && place->predicted == predicted ? place->pictures : 0;
}

double Confusion::error(int truth) const
{
    const std::int64_t all = pictures(truth);
    return all > 0 ? static_cast<double>(errors(truth)) / static_cast<double>(all)
                   : std::numeric_limits<double>::quiet_NaN();
}

int Confusion::mostlyTakenFor(int truth) const
{
    Cell most{-1, 0};
    for (const Cell& cell : row(truth))
        if (cell.predicted != truth && cell.pictures > most.pictures)
            most = cell;
    return most.predicted;
}

std::vector<int> Confusion::worstFirst() const
{
    std::vector<int> order;
    for (int truth = 0; truth < classes(); ++truth)
        if (pictures(truth) > 0)
            order.push_back(truth);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        if (error(a) != error(b))
            return error(a) > error(b);
        return pictures(a) != pictures(b) ? pictures(a) > pictures(b) : a < b;
    });
    return order;
}

} // namespace alexscope
