// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alexscope::cli {

/// What faiss::IndexFlatL2 does with the same vectors: the yardstick of `bench --retrieval`.
struct FlatIndexTimes {
    std::string version;
    std::vector<double> seconds;                  ///< a repetition
    std::vector<std::vector<std::int64_t>> found; ///< a query
};
/// Nothing in a build without FAISS.
std::optional<FlatIndexTimes> timeFlatIndex(std::span<const float> vectors, std::size_t dimension,
                                            std::span<const float> queries, int k, int repetitions);

} // namespace alexscope::cli
