// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/vector_search.h"
#include "core/retrieval/progress.h"
#include "core/tensor/vector_view.h"

#include <cstdint>
#include <span>
#include <vector>

/// The k nearest by Euclidean distance, exactly. Any thread; several searches at once do not disturb each other, but a
/// device is one thread's.
namespace alexscope {

struct Neighbour {
    std::size_t row = 0; ///< of the set
    double distance = 0; ///< √Σ(x−y)², of the numbers as they are stored, summed in double in their order
    bool operator==(const Neighbour&) const = default;
};
using Neighbours =
    std::vector<Neighbour>; ///< nearest first, equal distances by row; fewer than k where the set is smaller

struct NearestOptions {
    int k = 6;
    /// For every query a row that does not count (itself), or −1; empty: all count.
    std::span<const std::int64_t> exclude = {};
    int threads = 0; ///< of the processor; 0: all
    GoOn goOn = {};
    /// Chooses the candidates in place of the processor; of the same set, taken in whole. Null: none.
    VectorSearch* device = nullptr;
};

/// For each query (its `dimension` numbers one after the other) its k nearest. The whole set is passed over in blocks:
/// distances in float32 choose candidates, which are ranked again in double; a bound on float32's error proves that
/// none is missing, and where it cannot, more candidates are taken, up to the whole set. So rows, order and distances
/// are those of nearestByDefinition, whoever chose the candidates. Vectors with numbers that are not finite are
/// infinitely far. Throws Error when sizes do not fit.
std::vector<Neighbours> nearest(const VectorView& set, std::span<const float> queries, const NearestOptions& options);

/// Whether these neighbours, the k nearest of the candidates, are the k nearest of all.
bool isVouchedFor(const Neighbours& neighbours, int k, const NearestCandidates& chosen);

/// The k nearest of some rows of the set, exactly. Throws Error when the query's size or a row does not fit.
Neighbours nearestAmong(const VectorView& set, std::span<const float> query, std::span<const std::size_t> rows, int k);

/// nearest() as it is defined: every distance in double, sorted. The truth for tests, and slow.
std::vector<Neighbours> nearestByDefinition(const VectorView& set, std::span<const float> queries,
                                            const NearestOptions& options);

} // namespace alexscope
