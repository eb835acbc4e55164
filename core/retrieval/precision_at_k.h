// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/nearest.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// Of the k nearest pictures of a query, the share that is of the query's class, averaged over queries.
struct PrecisionAtK {
    int k = 0;
    std::size_t queries = 0;
    double mean = 0;              ///< over all queries; NaN without any
    std::vector<double> perClass; ///< over the queries of each class; NaN for a class without
    double byChance = 0;          ///< what neighbours drawn at random would have
};

/// Counts. `labels` of the set's rows, `queryLabels` of the queries; classes 0 … classes−1. A query with fewer than k
/// neighbours counts by those it has. `ofThemselves`: the queries are rows of the set, each left out of its own search.
PrecisionAtK precisionOf(std::span<const Neighbours> neighbours, std::span<const std::int32_t> queryLabels,
                         std::span<const std::int32_t> labels, int classes, int k, bool ofThemselves = false);

/// Leave one out: each of the set's own pictures asks, itself excluded; at most `queries` of them, spread over the set
/// (spread_pictures.h).
struct LeaveOneOut {
    std::span<const std::int32_t> labels; ///< one a row
    int classes = 0, k = 6;
    std::size_t queries = 1000;
    int threads = 0;
    GoOn goOn = {};
};
/// `found`, where given, becomes what each of them found.
PrecisionAtK precisionLeaveOneOut(const VectorView& set, const LeaveOneOut& options,
                                  std::vector<Neighbours>* found = nullptr);

} // namespace alexscope
