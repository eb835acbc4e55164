// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/training/recipe.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alexscope {

/// The identity of a run: two runs with equal RunSpec give the same bits.
struct RunSpec {
    std::string networkText; ///< canonical text, classes not yet resolved
    std::string data;        ///< "textures", "cifar10:DIR" …
    std::string weights;     ///< file or run folder to begin with (StartingWeights); empty: drawn from the seed
    Recipe recipe;
    std::uint64_t seed = 2012;
    // Asked for, and what that turned out to be on the machine that ran it:
    std::string device = "auto";    ///< auto, cpu, cuda, reference
    std::string precision = "auto"; ///< auto, fp32, bf16
    std::string resolvedDevice, resolvedPrecision, instructions, libraries;
    int threads = 0;           ///< of the backend; 0 until resolved
    std::string weightsDigest; ///< of the numbers taken from `weights`; empty until they are read
};

/// One thing that separates two runs: the field's name in the JSON form and both values.
struct RunDifference {
    std::string field, first, second;
};
std::vector<RunDifference> difference(const RunSpec& a, const RunSpec& b);

std::string toJson(const RunSpec& spec);
/// Throws Error naming `origin` and the field. Unknown fields are ignored (a newer program wrote them).
RunSpec runSpecFromJson(const std::string& json, const std::string& origin);

} // namespace alexscope
