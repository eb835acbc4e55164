// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/network/network.h"
#include "core/storage/weights_file.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace alexscope {

/// A network's numbers at one moment, apart from any device: what can be computed with while training goes on. Copies
/// share the numbers. A session's Snapshot::parameters has the tensors as they are wanted here.
struct FrozenNetwork {
    NetworkSpec network; ///< classes resolved, with the dropout in force
    std::map<std::string, std::shared_ptr<const HostTensor>> parameters; ///< by name, as parametersOf lists them
    SetStatistics statistics;    ///< of the set it was trained on: the mean that is subtracted
    std::int64_t iteration = -1; ///< of the run they are from; −1: not known
    std::string origin;          ///< the file or run they are from, for people; may be empty
};

/// All parameters of a weights file; zeros for the layers that are missing, as loadInto has them. Throws Error when a
/// number is not finite.
FrozenNetwork freeze(const WeightsFile& weights);
/// A copy of what a network computes with now. Thread: the backend's.
FrozenNetwork freeze(const Network& network, SetStatistics statistics, std::int64_t iteration);

/// Throws Error when a parameter is missing, has another shape or holds a number that is not finite.
void checkComplete(const FrozenNetwork& frozen);

/// A forward-only network of batch `batch` with these numbers and parameters of its own. Checks as checkComplete does.
std::unique_ptr<Network> thaw(const FrozenNetwork& frozen, Backend& backend, const NetworkOptions& options);

/// In the manner of FNV-1a over names, shapes and numbers: equal for equal weights wherever they came from.
std::uint64_t hashOf(const FrozenNetwork& frozen);

/// How its pictures are brought in, without chance (centre crop). Throws Error where the mean is to come from the
/// training set and `statistics` hold none.
Augmenter augmenterOf(const FrozenNetwork& frozen);

} // namespace alexscope
