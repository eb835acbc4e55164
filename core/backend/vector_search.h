// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace alexscope {

/// Which vectors may be a query's nearest.
struct NearestCandidates {
    std::vector<std::uint32_t> rows; ///< of the set, nearest first by the device's own arithmetic
    /// No other vector's squared distance is below this, however the device rounded; infinite when none was left out,
    /// −∞ or NaN when nothing can be promised.
    double leastLeftOut = std::numeric_limits<double>::infinity();
};

/// A set of vectors in a device's memory, to be searched there. Belongs to one thread at a time; ends before the set.
class VectorSearch {
public:
    virtual ~VectorSearch() = default;
    /// Takes some more of the set in; false once all of it is there. Before the first search().
    virtual bool takeMore() = 0;
    /// So many candidates a query can be asked for.
    virtual std::size_t mostCandidates() const = 0;
    /// For each query (its numbers one after the other) `most` candidates, or the whole set where it has no more.
    virtual std::vector<NearestCandidates> search(std::span<const float> queries, std::size_t most) = 0;
};

} // namespace alexscope
