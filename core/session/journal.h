// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/metrics.h"

#include <cstddef>
#include <mutex>
#include <vector>

namespace alexscope {

/// The lossless curve: one thread appends, others copy from row n on. Memory stays bounded by `capacity`: when full, the older half is
/// thinned to every second row that carries no validation, and generation() grows so that readers start again at 0.
/// The full record lies in the run's metrics.csv.
class Journal {
public:
    explicit Journal(std::size_t capacity = 1u << 20) : m_capacity(capacity) {}

    void append(const MetricsRow& row);
    void clear();
    std::size_t size() const;
    std::uint64_t generation() const;
    /// Rows first … size()−1.
    std::vector<MetricsRow> rowsFrom(std::size_t first) const;

private:
    mutable std::mutex m_mutex;
    std::size_t m_capacity;
    std::uint64_t m_generation = 0;
    std::vector<MetricsRow> m_rows;
};

} // namespace alexscope
