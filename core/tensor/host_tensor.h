// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// What the inspector says of a set of numbers. NaN and infinities are counted and left out of the rest.
struct Statistics {
    std::int64_t count = 0;     ///< all elements, finite or not
    std::int64_t nonFinite = 0; ///< NaN and ±Inf
    std::int64_t zeros = 0;     ///< exactly 0
    double min = 0, max = 0, mean = 0;
    double standardDeviation = 0; ///< of the population, computed in double in two passes
};

struct Histogram {
    double low = 0, high = 0;         ///< range covered; low < high
    std::vector<std::int64_t> counts; ///< equal bins from low to high
};

Statistics statisticsOf(std::span<const float> values);

/// Bins the finite values between their minimum and maximum (a range of ±0.5 around a constant).
Histogram histogramOf(std::span<const float> values, int bins);

/// Plain float32 numbers in NCHW order: what comes back from a device, goes into a file or onto the screen.
struct HostTensor {
    Shape shape;
    std::vector<float> values;

    HostTensor() = default;
    explicit HostTensor(Shape s) : shape(s), values(static_cast<std::size_t>(s.count())) {}

    float& at(std::int64_t n, std::int64_t c, std::int64_t h, std::int64_t w) { return values[index(n, c, h, w)]; }
    float at(std::int64_t n, std::int64_t c, std::int64_t h, std::int64_t w) const { return values[index(n, c, h, w)]; }
    /// One channel of one picture: h × w numbers.
    std::span<const float> plane(std::int64_t n, std::int64_t c) const
    {
        return {values.data() + index(n, c, 0, 0), static_cast<std::size_t>(shape.area())};
    }

private:
    std::size_t index(std::int64_t n, std::int64_t c, std::int64_t h, std::int64_t w) const
    {
        return static_cast<std::size_t>(((n * shape.c + c) * shape.h + h) * shape.w + w);
    }
};

} // namespace alexscope
