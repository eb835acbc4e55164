// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/journal.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

namespace {

/// Keeps every second of the first half; with `spare`, rows with a validation are kept besides.
std::vector<MetricsRow> thinned(const std::vector<MetricsRow>& rows, bool spareValidations)
{
    std::vector<MetricsRow> kept;
    kept.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (i >= rows.size() / 2 || i % 2 == 0 || (spareValidations && !std::isnan(rows[i].validationTop1)))
            kept.push_back(rows[i]);
    return kept;
}

} // namespace

void Journal::append(const MetricsRow& row)
{
    const std::lock_guard lock(m_mutex);
    if (m_rows.size() >= std::max<std::size_t>(m_capacity, 4)) {
        std::vector<MetricsRow> kept = thinned(m_rows, true);
        if (kept.size() == m_rows.size()) // nothing but validations: they too have to become fewer
            kept = thinned(m_rows, false);
        m_rows = std::move(kept);
        ++m_generation;
    }
    m_rows.push_back(row);
}

void Journal::clear()
{
    const std::lock_guard lock(m_mutex);
    m_rows.clear();
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

std::vector<MetricsRow> Journal::rowsFrom(std::size_t first) const
{
    const std::lock_guard lock(m_mutex);
    if (first >= m_rows.size())
        return {};
    return {m_rows.begin() + static_cast<std::ptrdiff_t>(first), m_rows.end()};
}

} // namespace alexscope
