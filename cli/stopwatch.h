// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace alexscope::cli {

using Clock = std::chrono::steady_clock;

inline double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Calls `work`; the seconds that it took.
template <typename Work>
double secondsFor(Work work)
{
    const Clock::time_point begin = Clock::now();
    work();
    return secondsSince(begin);
}

/// Of at least one value; of an even number of them the upper one.
inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace alexscope::cli
