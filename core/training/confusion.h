// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace alexscope {

/// How often pictures of one class are taken for which. Kept as the cells that are not 0, so that memory grows with the
/// pictures and not with the square of the classes: 8 bytes a cell.
class Confusion {
public:
    struct Cell {
        std::int32_t predicted = 0;
        std::uint32_t pictures = 0;
        bool operator==(const Cell&) const = default;
    };

    explicit Confusion(int classes = 0) : m_rows(static_cast<std::size_t>(classes)), m_pictures(m_rows.size()) {}

    /// One more picture. Both in [0, classes).
    void add(int truth, int predicted);

    int classes() const { return static_cast<int>(m_rows.size()); }
    std::int64_t count(int truth, int predicted) const;
    /// What the pictures of a class are taken for, by the number of that class; without zeros.
    const std::vector<Cell>& row(int truth) const { return m_rows.at(static_cast<std::size_t>(truth)); }
    std::int64_t pictures(int truth) const { return m_pictures.at(static_cast<std::size_t>(truth)); }
    std::int64_t errors(int truth) const { return pictures(truth) - count(truth, truth); }
    /// errors / pictures; NaN for a class without pictures.
    double error(int truth) const;
    std::int64_t total() const { return m_total; }
    std::int64_t totalErrors() const { return m_errors; }
    /// The wrong class that most pictures of a class are taken for, the lower number of equal ones; −1: none.
    int mostlyTakenFor(int truth) const;
    /// Classes that have pictures, the highest error first; of equal ones that with more pictures, then the lower
    /// number.
    std::vector<int> worstFirst() const;

private:
    std::vector<std::vector<Cell>> m_rows;
    std::vector<std::int64_t> m_pictures;
    std::int64_t m_total = 0, m_errors = 0;
};

} // namespace alexscope
