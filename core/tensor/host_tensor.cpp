// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/host_tensor.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

Statistics statisticsOf(std::span<const float> values)
{
    Statistics s;
    s.count = static_cast<std::int64_t>(values.size());
    double sum = 0;
    std::int64_t finite = 0;
    for (float v : values) {
        if (!std::isfinite(v))
            continue;
        if (finite++ == 0)
            s.min = s.max = v;
        s.min = std::min<double>(s.min, v);
        s.max = std::max<double>(s.max, v);
        s.zeros += v == 0;
        sum += v;
    }
    s.nonFinite = s.count - finite;
    if (finite == 0)
        return s;
    s.mean = sum / static_cast<double>(finite);
    double squares = 0;
    for (float v : values)
        if (std::isfinite(v))
            squares += (v - s.mean) * (v - s.mean);
    s.standardDeviation = std::sqrt(squares / static_cast<double>(finite));
    return s;
}

Histogram histogramOf(std::span<const float> values, int bins)
{
    const Statistics s = statisticsOf(values);
    Histogram h;
    const bool constant = !(s.max > s.min);
    h.low = constant ? s.min - 0.5 : s.min;
    h.high = constant ? s.max + 0.5 : s.max;
    h.counts.assign(static_cast<std::size_t>(std::max(bins, 1)), 0);
    const double perBin = static_cast<double>(h.counts.size()) / (h.high - h.low);
    for (float v : values) {
        if (!std::isfinite(v))
            continue;
        const auto bin = static_cast<std::size_t>(std::max(0.0, (v - h.low) * perBin));
        ++h.counts[std::min(bin, h.counts.size() - 1)];
    }
    return h;
}

} // namespace alexscope
