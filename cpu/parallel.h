// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <omp.h>

#include <algorithm>
#include <cstdint>

/// The only place of the project that names OpenMP. oneDNN (as Debian builds it) brings libgomp's threads along; our
/// own kernels run on the same ones, since a second pool would fight with it over the cores.
namespace alexscope::cpu {

inline int threadCount()
{
    return omp_get_max_threads();
}

/// What the calling thread computes from now on, it computes alone.
inline void useOneThreadHere()
{
    omp_set_num_threads(1);
}

/// Splits 0 … count−1 into one contiguous range a thread and calls body(begin, end) on each. The split depends on
/// nothing but count and threadCount(). body must not throw: what it needs is prepared before.
template <typename Body>
void parallelRanges(std::int64_t count, const Body& body)
{
    const int threads = static_cast<int>(std::min<std::int64_t>(threadCount(), count));
    if (threads <= 1) {
        if (count > 0)
            body(std::int64_t{0}, count);
        return;
    }
#pragma omp parallel num_threads(threads)
    {
        const std::int64_t part = omp_get_thread_num();
        body(count * part / threads, count * (part + 1) / threads);
    }
}

} // namespace alexscope::cpu
