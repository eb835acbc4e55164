// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/nearest.h"

#include <cstdint>
#include <span>
#include <vector>

/// Short codes instead of vectors, as the paper proposes for retrieval (§6.1): each bit says on which side of a plane
/// through the set's mean a vector lies.
namespace alexscope {

/// The planes: random directions (of ±1, a function of seed, bit and dimension) through `mean`.
class CodeMaker {
public:
    static constexpr int usualBits = 512, mostBits = 1024;
    static constexpr std::size_t mostNumbers = std::size_t{1} << 18; ///< of a vector

    /// The mean of the set decides where the planes lie. `bits`: a multiple of 64, up to mostBits (Error).
    CodeMaker(std::vector<float> mean, int bits, std::uint64_t seed);
    static CodeMaker forSet(const VectorView& set, int bits, std::uint64_t seed, const GoOn& goOn = {});

    /// Throws Error where there are no codes of so many bits, or of vectors of so many numbers.
    static void check(int bits, std::size_t numbers);

    int bits() const { return m_bits; }
    std::uint64_t seed() const { return m_seed; }
    std::size_t words() const { return static_cast<std::size_t>(m_bits) / 64; }
    const std::vector<float>& mean() const { return m_mean; }

    /// words() words a vector, one vector after the other; bit b of word w is plane 64w + b.
    std::vector<std::uint64_t> codesOf(const VectorView& vectors, int threads = 0, const GoOn& goOn = {}) const;

private:
    std::vector<float> m_mean;
    int m_bits;
    std::uint64_t m_seed;
    std::vector<float> m_planes; ///< bits × dimension
};

struct CodeNeighbour {
    std::size_t row = 0;
    int differing = 0; ///< bits
    bool operator==(const CodeNeighbour&) const = default;
};
/// The `count` codes of the set that differ least from `query`, equal ones by row; row `exclude` does not count.
std::vector<CodeNeighbour> nearestCodes(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                                        std::size_t count, std::int64_t exclude = -1);

/// Share of the exact neighbours that are also among the found.
double recallOf(std::span<const Neighbours> exact, std::span<const std::vector<CodeNeighbour>> found);

/// The nearest among `shortlist` codes, ranked by their exact distances: codes to find, vectors to sort.
Neighbours rankAgain(const VectorView& set, std::span<const float> query, std::span<const CodeNeighbour> shortlist,
                     int k);

} // namespace alexscope
