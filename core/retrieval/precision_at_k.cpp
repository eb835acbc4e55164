// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/precision_at_k.h"

#include "core/data/spread_pictures.h"

#include <algorithm>
#include <limits>

namespace alexscope {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> countsOf(std::span<const std::int32_t> labels, int classes)
{
    std::vector<std::size_t> counts(static_cast<std::size_t>(std::max(classes, 0)));
    for (const std::int32_t label : labels) {
        if (label < 0 || label >= classes)
            throw Error(concat("A picture is of class ", label, " of ", classes));
        ++counts[static_cast<std::size_t>(label)];
    }
    return counts;
}

/// The share of a random picture's class-mates: of `left` fewer where the query itself is one of the set.
double chance(std::span<const std::int32_t> queryLabels, const std::vector<std::size_t>& counts, std::size_t rows,
              std::size_t left)
{
    if (queryLabels.empty() || rows <= left)
        return none;
    double sum = 0;
    for (const std::int32_t label : queryLabels)
        sum += static_cast<double>(counts[static_cast<std::size_t>(label)] - left) / static_cast<double>(rows - left);
    return sum / static_cast<double>(queryLabels.size());
}

} // namespace

PrecisionAtK precisionOf(std::span<const Neighbours> neighbours, std::span<const std::int32_t> queryLabels,
                         std::span<const std::int32_t> labels, int classes, int k, bool ofThemselves)
{
    if (neighbours.size() != queryLabels.size())
        throw Error(concat(neighbours.size(), " results were given for ", queryLabels.size(), " queries"));
    const std::vector<std::size_t> counts = countsOf(labels, classes), queries = countsOf(queryLabels, classes);
    PrecisionAtK precision;
    precision.k = k;
    precision.queries = queryLabels.size();
    precision.perClass.assign(counts.size(), 0);
    double sum = 0;
    for (std::size_t q = 0; q < neighbours.size(); ++q) {
        const std::size_t asked = std::min(neighbours[q].size(), static_cast<std::size_t>(std::max(k, 0)));
        std::size_t right = 0;
        for (std::size_t i = 0; i < asked; ++i)
            right += labels[neighbours[q][i].row] == queryLabels[q];
        const double share = asked > 0 ? static_cast<double>(right) / static_cast<double>(asked) : 0;
        sum += share;
        precision.perClass[static_cast<std::size_t>(queryLabels[q])] += share;
    }
    for (std::size_t c = 0; c < counts.size(); ++c)
        precision.perClass[c] = queries[c] > 0 ? precision.perClass[c] / static_cast<double>(queries[c]) : none;
    precision.mean = neighbours.empty() ? none : sum / static_cast<double>(neighbours.size());
    precision.byChance = chance(queryLabels, counts, labels.size(), ofThemselves ? 1 : 0);
    return precision;
}

PrecisionAtK precisionLeaveOneOut(const VectorView& set, const LeaveOneOut& options, std::vector<Neighbours>* found)
{
    if (options.labels.size() != set.count)
        throw Error(concat(options.labels.size(), " labels were given for ", set.count, " pictures"));
    const std::vector<std::size_t> asking = spreadPictures(set.count, options.queries);
    std::vector<float> queries(asking.size() * set.dimension);
    std::vector<std::int64_t> rows;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < asking.size(); ++i) {
        const std::size_t row = asking[i];
        set.part(row, 1).read(std::span(queries).subspan(i * set.dimension, set.dimension));
        rows.push_back(static_cast<std::int64_t>(row));
        labels.push_back(options.labels[row]);
    }
    std::vector<Neighbours> neighbours = nearest(set, queries, {options.k, rows, options.threads, options.goOn});
    const PrecisionAtK precision = precisionOf(neighbours, labels, options.labels, options.classes, options.k, true);
    if (found)
        *found = std::move(neighbours);
    return precision;
}

} // namespace alexscope
