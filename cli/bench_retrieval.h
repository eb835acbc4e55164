// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "cli/bench_timing.h"

namespace alexscope::cli {

struct RetrievalBenchOptions {
    std::size_t vectors = 50'000, dimension = 4096;
    std::size_t pictures = 2048;
};

/// The 10 nearest of random vectors, for 1 query and for 100 at once, beside faiss::IndexFlatL2 in the same run where
/// this build has it; and indexing pictures (features, pixels, codes, file) beside passing them through the network for
/// their probabilities alone.
Answer benchRetrieval(Backend& backend, const BenchOptions& bench, const RetrievalBenchOptions& sizes);

} // namespace alexscope::cli
