// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "cli/environment.h"
#include "core/retrieval/feature_index.h"
#include "core/retrieval/nearest.h"

namespace alexscope::cli {

struct IndexEvaluationOptions {
    std::string index, queryIndex; ///< files; without the second the set's own pictures ask
    std::string device = "auto";
    int k = 6;
    std::size_t asking = 1000; ///< at most, spread over the set
};

/// precision@k of an index in features and pixels, and how many of the exact neighbours its codes find: into `answer`.
void evaluateIndex(const Environment& environment, const FeatureIndex& index, const IndexEvaluationOptions& options,
                   Answer& answer);

/// As commands search: until Ctrl-C.
NearestOptions searchOf(const Environment& environment, int k);
/// The candidates that an index's codes choose for its k nearest.
std::vector<CodeNeighbour> codeShortlist(const FeatureIndex& index, std::span<const std::uint64_t> code, int k,
                                         std::int64_t exclude = -1);

} // namespace alexscope::cli
