// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/metrics.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace alexscope {

/// What a reader of the journal gets, and where it goes on.
struct JournalPart {
    std::uint64_t generation = 0; ///< another than the reader's own: the rows begin a new run of the curves
    std::uint64_t next = 0;       ///< where to go on
    std::vector<MetricsRow> rows;
};

/// The rows of a run: one thread appends, others copy what is new to them. A reader that is never more than half of
/// `capacity` behind gets every row. Memory stays bounded: when full, the older half is thinned to every second row
/// that carries no validation; positions of rows do not change by that. The full record lies in the run's metrics.csv.
class Journal {
public:
    explicit Journal(std::size_t capacity = std::size_t{1} << 18) : m_capacity(capacity) {}

    void append(const MetricsRow& row);
    void clear();
    /// Rows in memory.
    std::size_t size() const;
    /// Grows with every clear().
    std::uint64_t generation() const;
    /// Everything new to a reader that stands at `next` of `generation`; all there is to one of another generation.
    JournalPart read(std::uint64_t generation, std::uint64_t next) const;
    /// Rows from position `first` on, in memory still.
    std::vector<MetricsRow> rowsFrom(std::uint64_t first) const;

private:
    void thin(bool spareValidations);
    std::vector<MetricsRow> copyFrom(std::uint64_t first) const;

    mutable std::mutex m_mutex;
    std::size_t m_capacity;
    std::uint64_t m_generation = 0, m_appended = 0;
    std::vector<MetricsRow> m_rows;
    std::vector<std::uint64_t> m_positions; ///< how many rows were appended before each
};

} // namespace alexscope
