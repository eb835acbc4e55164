// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/feature_index.h"
#include "core/retrieval/progress.h"
#include "core/retrieval/set_pass.h"

#include <filesystem>
#include <string>
#include <vector>

namespace alexscope {

struct IndexRequest {
    PassRequest pass;                     ///< layers: exactly the indexed one; pictures ascending
    IndexDescription description;         ///< data, split, classNames, weights: the rest is filled in
    bool half = false;                    ///< fp16 instead of fp32
    int pixelSide = 32;                   ///< 0: without pixels
    int codeBits = CodeMaker::usualBits;  ///< 0: without codes
    std::vector<std::string> patchLayers; ///< layers whose most exciting patches are kept
    std::size_t patchesPerUnit = 9;
    int threads = 0;  ///< of the processor for the codes; 0: all
    double share = 1; ///< of the time, see Pace
    GoOn goOn = {};
};

/// The features of a set and what goes with them, as a FeatureIndex reads it: passes the pictures and writes the file,
/// batch by batch: memory does not grow with the set. The file appears under its name only when it is whole. Throws
/// Error (also when a feature is not finite: the weights are lost) or Cancelled, leaving nothing behind.
void buildIndex(const std::filesystem::path& path, Backend& backend, const FrozenNetwork& frozen, IndexRequest request);

} // namespace alexscope
