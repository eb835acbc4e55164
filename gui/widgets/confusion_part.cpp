// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/confusion_part.h"

#include <algorithm>
#include <numeric>

namespace alexscope::gui {

namespace {

/// The chosen class first, then those that its pictures are taken for or whose pictures are taken for it.
std::vector<int> exchangedWith(const Confusion& confusion, int chosen)
{
    std::vector<std::int64_t> exchanged(static_cast<std::size_t>(confusion.classes()));
    for (int other = 0; other < confusion.classes(); ++other)
        exchanged[static_cast<std::size_t>(other)] = confusion.count(chosen, other) + confusion.count(other, chosen);
    exchanged[static_cast<std::size_t>(chosen)] = confusion.total() + 1;
    std::vector<int> order(exchanged.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return exchanged[static_cast<std::size_t>(a)] > exchanged[static_cast<std::size_t>(b)];
    });
    while (!order.empty() && exchanged[static_cast<std::size_t>(order.back())] == 0)
        order.pop_back();
    return order;
}

} // namespace

std::int64_t ConfusionPart::others(const Confusion& confusion, int truth) const
{
    std::int64_t shown = 0;
    for (const int predicted : classes)
        shown += confusion.count(truth, predicted);
    return confusion.pictures(truth) - shown;
}

ConfusionPart partOf(const Confusion& confusion, int chosen)
{
    ConfusionPart part;
    if (confusion.classes() <= ConfusionPart::most) {
        part.classes.resize(static_cast<std::size_t>(confusion.classes()));
        std::iota(part.classes.begin(), part.classes.end(), 0);
        return part;
    }
    part.isWhole = false;
    part.classes =
        chosen >= 0 && chosen < confusion.classes() ? exchangedWith(confusion, chosen) : confusion.worstFirst();
    if (part.classes.size() > static_cast<std::size_t>(ConfusionPart::most))
        part.classes.resize(ConfusionPart::most);
    return part;
}

} // namespace alexscope::gui
