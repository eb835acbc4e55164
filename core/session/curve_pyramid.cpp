// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/curve_pyramid.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace alexscope {

namespace {

CurveBucket merged(const CurveBucket& earlier, const CurveBucket& later)
{
    CurveBucket both = earlier;
    both.last = later.last;
    if (later.low < both.low) {
        both.low = later.low;
        both.lowAt = later.lowAt;
    }
    if (later.high > both.high) {
        both.high = later.high;
        both.highAt = later.highAt;
    }
    return both;
}

/// How many of them begin before an iteration.
std::size_t beginningBefore(const std::vector<CurveBucket>& buckets, std::int64_t iteration)
{
    const auto found = std::partition_point(buckets.begin(), buckets.end(),
                                            [&](const CurveBucket& bucket) { return bucket.first < iteration; });
    return static_cast<std::size_t>(found - buckets.begin());
}

} // namespace

CurvePyramid::CurvePyramid(Limits limits) : m_limits(limits)
{
    constexpr std::size_t fewest = 4; // two to merge, and two that stay
    for (const std::size_t limit : {limits.beginning, limits.newest, limits.level})
        if (limit < fewest || !std::has_single_bit(limit))
            throw Error(concat("A curve cannot keep ", limit, " points of a level; choose a power of two from ", fewest,
                               " on"));
}

std::size_t CurvePyramid::limitOf(std::size_t level) const
{
    constexpr std::size_t bits = std::numeric_limits<std::size_t>::digits;
    return std::max(m_limits.level, level < bits ? m_limits.newest >> level : 0);
}

void CurvePyramid::append(std::int64_t iteration, float value)
{
    if (!std::isfinite(value))
        return;
    ++m_size;
    m_lastIteration = iteration;
    m_low = std::min(m_low, value);
    m_high = std::max(m_high, value);
    if (value > 0)
        m_lowestPositive = std::min(m_lowestPositive, value);
    CurveBucket bucket{iteration, iteration, iteration, iteration, value, value};
    if (m_beginning.size() < m_limits.beginning)
        m_beginning.push_back(bucket);
    for (std::size_t i = 0;; ++i) {
        if (i == m_levels.size())
            m_levels.emplace_back();
        Level& level = m_levels[i];
        level.buckets.push_back(bucket);
        const bool isSecond = level.end() % 2 == 0;
        if (isSecond)
            bucket = merged(level.buckets[level.buckets.size() - 2], bucket);
        if (level.buckets.size() >= 2 * limitOf(i)) {
            const std::size_t old = limitOf(i);
            level.buckets.erase(level.buckets.begin(), level.buckets.begin() + static_cast<std::ptrdiff_t>(old));
            level.forgotten += old;
        }
        if (!isSecond)
            return; // waits for its neighbour
    }
}

std::size_t CurvePyramid::stored() const
{
    std::size_t total = m_beginning.size();
    for (const Level& level : m_levels)
        total += level.buckets.size();
    return total;
}

std::uint64_t CurvePyramid::pointsBefore(std::int64_t iteration) const
{
    if (!m_beginning.empty() && iteration <= m_beginning.back().first + 1)
        return beginningBefore(m_beginning, iteration);
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const Level& level = m_levels[i];
        if (level.forgotten == 0 || level.buckets.front().first <= iteration)
            return (level.forgotten + beginningBefore(level.buckets, iteration)) << i;
    }
    return 0; // empty; else a level that has forgotten nothing was found
}

bool CurvePyramid::holds(std::size_t level, std::uint64_t point) const
{
    const std::uint64_t bucket = point >> level;
    return level < m_levels.size() && bucket >= m_levels[level].forgotten && bucket < m_levels[level].end();
}

std::size_t CurvePyramid::levelFor(std::uint64_t point, std::size_t wanted) const
{
    for (std::size_t level = wanted; level + 1 > 0; --level) { // the newest points are not in full buckets yet
        if (level < m_levels.size() && (point >> level) < m_levels[level].forgotten)
            break;
        if (holds(level, point))
            return level;
    }
    std::size_t coarser = wanted + 1; // the older are only in larger ones
    while (!holds(coarser, point))
        ++coarser;
    return coarser;
}

std::uint64_t CurvePyramid::endOfBeginning() const
{
    const std::uint64_t end = m_beginning.size();
    if (end == m_size)
        return end;
    const std::size_t next = levelFor(end, 0);
    return end >> next << next;
}

CurveBucket CurvePyramid::ofBeginning(std::uint64_t first, std::uint64_t end) const
{
    CurveBucket bucket = m_beginning[first];
    for (std::uint64_t i = first + 1; i < end; ++i)
        bucket = merged(bucket, m_beginning[i]);
    return bucket;
}

std::vector<CurveBucket> CurvePyramid::range(std::int64_t begin, std::int64_t end, std::size_t most) const
{
    std::vector<CurveBucket> found;
    if (m_size == 0 || begin > end)
        return found;
    const std::uint64_t from = pointsBefore(begin);
    const std::uint64_t to = end == std::numeric_limits<std::int64_t>::max() ? m_size : pointsBefore(end + 1);
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && (to - from) >> level > std::max<std::size_t>(most, 1))
        ++level;
    const std::uint64_t size = std::uint64_t{1} << level, stop = std::min(m_size, to + size);
    std::uint64_t point = from > size ? from - size : 0;
    point = point >> level << level;
    const std::uint64_t beginning = endOfBeginning();
    found.reserve(static_cast<std::size_t>((stop - point) / size) + 64);
    while (point < stop) {
        if (point < beginning && !holds(level, point)) {
            const std::uint64_t next = std::min((point >> level << level) + size, beginning);
            found.push_back(ofBeginning(point, next));
            point = next;
            continue;
        }
        const std::size_t best = levelFor(point, level);
        const std::uint64_t bucket = point >> best;
        found.push_back(m_levels[best].buckets[static_cast<std::size_t>(bucket - m_levels[best].forgotten)]);
        point = (bucket + 1) << best;
    }
    return found;
}

std::optional<CurveBucket> CurvePyramid::at(std::int64_t iteration) const
{
    const std::uint64_t count =
        iteration == std::numeric_limits<std::int64_t>::max() ? m_size : pointsBefore(iteration + 1);
    if (count == 0)
        return std::nullopt;
    const std::uint64_t point = std::min(count, m_size) - 1;
    if (point < m_beginning.size())
        return m_beginning[point];
    const std::size_t level = levelFor(point, 0);
    return m_levels[level].buckets[static_cast<std::size_t>((point >> level) - m_levels[level].forgotten)];
}

} // namespace alexscope
