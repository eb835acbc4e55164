// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/random/philox.h"
#include "core/tensor/bf16.h"

#include <cstdint>
#include <vector>

namespace alexscope {

/// Random numbers to compare backends with, all of them exact in the precision under test, so that both sides of a
/// comparison start from identical numbers.
class TestNumbers {
public:
    TestNumbers(std::uint64_t seed, Precision precision) : m_sequence(seed, Stream::Analysis, 0), m_precision(precision)
    {
    }

    std::vector<float> normal(std::int64_t count, double sigma);
    /// What a layer of this kind likes to be fed: LRN numbers large enough that its denominator matters, max pooling
    /// many ties, a ReLU many zeros, else N(0, 1).
    std::vector<float> inputFor(const LayerSpec& layer, std::int64_t count);
    std::vector<std::int32_t> labels(std::int64_t count, std::int64_t classes);

private:
    PhiloxSequence m_sequence;
    Precision m_precision;
};

} // namespace alexscope
