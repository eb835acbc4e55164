// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace alexscope {

/// Neighbouring points of a curve seen as one: the iterations they span, and the smallest and the largest of them where
/// they were. Both extremes are points that were appended; of a single point, they are the same.
struct CurveBucket {
    std::int64_t first, last;
    std::int64_t lowAt, highAt;
    float low, high;

    bool isExact() const { return first == last; }
};

/// A curve of any length in little memory. Level k holds the newest buckets of 2^k points; the newest points (level 0)
/// and the very first ones, which a logarithmic axis spreads wide, are kept as they were. A stretch that only coarse
/// levels still hold shows its extremes: no minimum and no maximum is ever lost. Appending takes constant time on
/// average, range() time in proportion to what it returns. Not thread-safe.
class CurvePyramid {
public:
    /// How many are kept at least; of `newest` and `level` up to twice as many, for cheap forgetting.
    struct Limits {
        std::size_t beginning = std::size_t{1} << 14; ///< first points, exact
        std::size_t newest = std::size_t{1} << 16;    ///< last points, exact
        std::size_t level = std::size_t{1} << 14;     ///< buckets of each coarser level
    };

    CurvePyramid() : CurvePyramid(Limits{}) {}
    /// Throws Error unless every limit is a power of two, at least 4.
    explicit CurvePyramid(Limits limits);

    /// Iterations have to ascend. A value that is not finite has no place on a curve and is left out.
    void append(std::int64_t iteration, float value);

    bool isEmpty() const { return m_size == 0; }
    /// Points appended so far.
    std::uint64_t size() const { return m_size; }
    /// Points and buckets in memory; about limits.newest + limits.level · log2(size / limits.newest), at most twice
    /// that.
    std::size_t stored() const;
    /// Of the newest point; 0 when empty.
    std::int64_t lastIteration() const { return m_size ? m_lastIteration : 0; }

    /// The curve over [begin, end] in order: at most `most` buckets of equal size and a few more, the finest there are.
    /// Buckets that reach over an end come whole, and one more on either side, for the line that enters and leaves.
    std::vector<CurveBucket> range(std::int64_t begin, std::int64_t end, std::size_t most) const;
    /// What held at an iteration: the newest point at or before it; where that is known no more, the bucket it was in.
    std::optional<CurveBucket> at(std::int64_t iteration) const;

    /// Over all points; infinite when there are none.
    float low() const { return m_low; }
    float high() const { return m_high; }
    /// The smallest above 0, for logarithmic axes.
    float lowestPositive() const { return m_lowestPositive; }

private:
    struct Level {
        std::vector<CurveBucket> buckets;
        std::uint64_t forgotten = 0; ///< older buckets no longer held
        std::uint64_t end() const { return forgotten + buckets.size(); }
    };
    /// Chosen so that a coarser level reaches back at least as far as a finer one.
    std::size_t limitOf(std::size_t level) const;
    std::uint64_t pointsBefore(std::int64_t iteration) const;
    bool holds(std::size_t level, std::uint64_t point) const;
    /// The level the point is best taken from when buckets of level `wanted` are asked for.
    std::size_t levelFor(std::uint64_t point, std::size_t wanted) const;
    /// Up to which point the beginning is used: where coarser buckets go on without overlapping it.
    std::uint64_t endOfBeginning() const;
    CurveBucket ofBeginning(std::uint64_t first, std::uint64_t end) const;

    Limits m_limits;
    std::vector<CurveBucket> m_beginning;
    std::vector<Level> m_levels;
    std::uint64_t m_size = 0;
    std::int64_t m_lastIteration = 0;
    float m_low = std::numeric_limits<float>::infinity(), m_high = -m_low, m_lowestPositive = m_low;
};

} // namespace alexscope
