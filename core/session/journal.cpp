// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/journal.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

/// Keeps every second of the first half; with `spareValidations`, rows with a validation are kept besides.
void Journal::thin(bool spareValidations)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < m_rows.size() / 2 && i % 2 != 0 && !(spareValidations && !std::isnan(m_rows[i].validationTop1)))
            continue;
        m_rows[kept] = m_rows[i];
        m_positions[kept++] = m_positions[i];
    }
    m_rows.resize(kept);
    m_positions.resize(kept);
}

void Journal::append(const MetricsRow& row)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t full = std::max<std::size_t>(m_capacity, 4);
    if (m_rows.size() >= full)
        thin(true);
    if (m_rows.size() >= full) // nothing but validations: they too have to become fewer
        thin(false);
    m_rows.push_back(row);
    m_positions.push_back(m_appended++);
}

void Journal::clear()
{
    const std::lock_guard lock(m_mutex);
    m_rows.clear();
    m_positions.clear();
    m_appended = 0;
    ++m_generation;
}

std::size_t Journal::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_rows.size();
}

std::uint64_t Journal::generation() const
{
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

std::vector<MetricsRow> Journal::copyFrom(std::uint64_t first) const
{
    const auto position = std::lower_bound(m_positions.begin(), m_positions.end(), first);
    return {m_rows.begin() + (position - m_positions.begin()), m_rows.end()};
}

JournalPart Journal::read(std::uint64_t generation, std::uint64_t next) const
{
    const std::lock_guard lock(m_mutex);
    return {m_generation, m_appended, copyFrom(generation == m_generation ? next : 0)};
}

std::vector<MetricsRow> Journal::rowsFrom(std::uint64_t first) const
{
    const std::lock_guard lock(m_mutex);
    return copyFrom(first);
}

} // namespace alexscope
