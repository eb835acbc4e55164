// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace alexscope {

/// Fills `values` with N(0, σ) of the stream `Stream::Weights + parameter`, step 0: number i is the i-th normal() of
/// that PhiloxSequence, however many threads share the work.
void fillNormal(std::span<float> values, double sigma, std::uint64_t seed, int parameter);

} // namespace alexscope
