// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/likeliest.h"

#include "gui/look/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace alexscope::gui {

QString shownClass(const DataSource& data, int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < data.classNames.size())
        return shownClassName(data.classNames[static_cast<std::size_t>(index)]);
    return QCoreApplication::translate("Classes", "class %1").arg(index);
}

std::vector<PredictionBar> likeliest(const DataSource& data, std::span<const float> probabilities, int label)
{
    std::vector<int> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    const auto bars = std::min(barsOfAPrediction, order.size());
    const auto probability = [&](int index) { return probabilities[static_cast<std::size_t>(index)]; };
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(bars), order.end(), [&](int a, int b) {
        return probability(a) != probability(b) ? probability(a) > probability(b) : a < b;
    });
    std::vector<PredictionBar> shown;
    for (std::size_t k = 0; k < bars; ++k)
        shown.push_back({shownClass(data, order[k]), probability(order[k]), order[k] == label});
    return shown;
}

} // namespace alexscope::gui
