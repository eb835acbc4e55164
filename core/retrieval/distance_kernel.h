// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// Distances as fast as they come, in float32. Private to core/retrieval.
namespace alexscope {

/// out[q · rows + r] = Σ(query q − row r)²; both with `dimension` numbers a vector, one vector after the other.
/// Written as differences, not as |x|² + |y|² − 2xy: near neighbours of long vectors keep their digits.
void squaredDistances(const float* queries, std::size_t queryCount, const float* rows, std::size_t rowCount,
                      std::size_t dimension, float* out);

/// out[q · rows + r] = Σ query q · row r, in the same way.
void innerProducts(const float* queries, std::size_t queryCount, const float* rows, std::size_t rowCount,
                   std::size_t dimension, float* out);

/// How far squaredDistances can be off at most, as a share of the true sum, in whatever order the terms were added.
/// Underflow is not in it, see underflowOf.
double relativeErrorOf(std::size_t dimension);
/// And by how much besides, where squares are too small for float32.
double underflowOf(std::size_t dimension);

} // namespace alexscope
