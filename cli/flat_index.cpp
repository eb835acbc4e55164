// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/flat_index.h"

#include "core/error.h"

#include <faiss/IndexFlat.h>

#include <chrono>

namespace alexscope::cli {

std::optional<FlatIndexTimes> timeFlatIndex(std::span<const float> vectors, std::size_t dimension,
                                            std::span<const float> queries, int k, int repetitions)
{
    using Number = decltype(faiss::IndexFlatL2::ntotal); // its type's name differs between versions
    using Clock = std::chrono::steady_clock;
    faiss::IndexFlatL2 index(static_cast<Number>(dimension));
    index.add(static_cast<Number>(vectors.size() / dimension), vectors.data());
    const std::size_t count = queries.size() / dimension, perQuery = static_cast<std::size_t>(k);
    std::vector<float> distances(count * perQuery);
    std::vector<Number> labels(count * perQuery);
    FlatIndexTimes times;
    times.version = concat("FAISS ", FAISS_VERSION_MAJOR, ".", FAISS_VERSION_MINOR, ".", FAISS_VERSION_PATCH);
    for (int i = 0; i < repetitions; ++i) {
        const Clock::time_point begin = Clock::now();
        index.search(static_cast<Number>(count), queries.data(), k, distances.data(), labels.data());
        times.seconds.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
    }
    for (std::size_t q = 0; q < count; ++q)
        times.found.emplace_back(labels.begin() + static_cast<std::ptrdiff_t>(q * perQuery),
                                 labels.begin() + static_cast<std::ptrdiff_t>((q + 1) * perQuery));
    return times;
}

} // namespace alexscope::cli
