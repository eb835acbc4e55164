// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/binary_codes.h"

#include "core/random/philox.h"
#include "core/retrieval/distance_kernel.h"
#include "core/retrieval/share_out.h"
#include "core/vectorised.h"

#include <algorithm>
#include <bit>

namespace alexscope {

namespace {

constexpr std::size_t vectorsAtOnce = 64;

ALEXSCOPE_VECTORISED void countDiffering(const std::uint64_t* codes, const std::uint64_t* query, std::size_t rows,
                                         std::size_t words, std::uint16_t* differing)
{
    for (std::size_t row = 0; row < rows; ++row) {
        int bits = 0;
        for (std::size_t w = 0; w < words; ++w)
            bits += std::popcount(codes[row * words + w] ^ query[w]);
        differing[row] = static_cast<std::uint16_t>(bits);
    }
}

} // namespace

void CodeMaker::check(int bits, std::size_t numbers)
{
    if (bits < 64 || bits > mostBits || bits % 64 != 0)
        throw Error(concat("Codes of ", bits, " bits are not possible; choose a multiple of 64, up to ", mostBits));
    if (numbers < 1 || numbers > mostNumbers)
        throw Error(concat("Vectors of ", numbers, " numbers get no codes; 1 to ", mostNumbers, " are possible"));
}

CodeMaker::CodeMaker(std::vector<float> mean, int bits, std::uint64_t seed)
    : m_mean(std::move(mean)), m_bits(bits), m_seed(seed)
{
    check(bits, m_mean.size());
    m_planes.resize(static_cast<std::size_t>(bits) * m_mean.size());
    PhiloxSequence random(seed, Stream::Analysis, 0);
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < m_planes.size(); ++i) {
        word = i % 32 == 0 ? random.word() : word >> 1;
        m_planes[i] = word & 1 ? 1.0f : -1.0f;
    }
}

CodeMaker CodeMaker::forSet(const VectorView& set, int bits, std::uint64_t seed, const GoOn& goOn)
{
    std::vector<double> sums(set.dimension);
    std::vector<float> row(set.dimension);
    for (std::size_t r = 0; r < set.count; ++r) {
        set.part(r, 1).read(row);
        for (std::size_t i = 0; i < row.size(); ++i)
            sums[i] += row[i];
        if (r % 1024 == 0)
            report(goOn, {RetrievalTask::Codes, 0, set.count});
    }
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<float>(sums[i] / static_cast<double>(std::max<std::size_t>(set.count, 1)));
    return CodeMaker(std::move(row), bits, seed);
}

std::vector<std::uint64_t> CodeMaker::codesOf(const VectorView& vectors, int threads, const GoOn& goOn) const
{
    const std::size_t dimension = m_mean.size(), planes = static_cast<std::size_t>(m_bits);
    if (vectors.dimension != dimension)
        throw Error(concat("Vectors of ", vectors.dimension, " numbers do not fit codes for ", dimension));
    std::vector<std::uint64_t> codes(vectors.count * words());
    const std::size_t blocks = (vectors.count + vectorsAtOnce - 1) / vectorsAtOnce,
                      workers = workersFor(blocks, threads);
    std::vector<std::vector<float>> rows(workers), products(workers);
    shareOut(
        blocks, threads,
        [&](std::size_t worker, std::size_t b) {
            const std::size_t first = b * vectorsAtOnce, count = std::min(vectorsAtOnce, vectors.count - first);
            rows[worker].resize(count * dimension);
            products[worker].resize(count * planes);
            vectors.part(first, count).read(rows[worker]);
            for (std::size_t r = 0; r < count; ++r)
                for (std::size_t i = 0; i < dimension; ++i)
                    rows[worker][r * dimension + i] -= m_mean[i];
            innerProducts(rows[worker].data(), count, m_planes.data(), planes, dimension, products[worker].data());
            for (std::size_t i = 0; i < count * planes; ++i)
                codes[first * words() + i / 64] |= static_cast<std::uint64_t>(products[worker][i] > 0) << i % 64;
        },
        [&](std::size_t begun) {
            report(goOn, {RetrievalTask::Codes, std::min(begun * vectorsAtOnce, vectors.count), vectors.count});
        });
    return codes;
}

std::vector<CodeNeighbour> nearestCodes(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> query,
                                        std::size_t count, std::int64_t exclude)
{
    const std::size_t words = query.size();
    if (words == 0 || codes.size() % words != 0)
        throw Error(concat("A code of ", words, " words does not fit ", codes.size(), " words of codes"));
    std::vector<std::uint16_t> differing(codes.size() / words);
    countDiffering(codes.data(), query.data(), differing.size(), words, differing.data());
    const auto counts = [&](std::size_t row) { return static_cast<std::int64_t>(row) != exclude; };
    // How many rows differ in so many bits says up to which number they are among the nearest: no long list to sort.
    std::vector<std::size_t> rowsWith(words * 64 + 1);
    for (std::size_t row = 0; row < differing.size(); ++row)
        rowsWith[differing[row]] += counts(row) ? 1 : 0;
    std::size_t last = 0;
    for (std::size_t rows = rowsWith[0]; rows < count && last + 1 < rowsWith.size(); rows += rowsWith[last])
        ++last;
    std::vector<CodeNeighbour> found;
    for (std::size_t row = 0; row < differing.size(); ++row)
        if (differing[row] <= last && counts(row))
            found.push_back({row, differing[row]});
    std::stable_sort(found.begin(), found.end(),
                     [](const CodeNeighbour& a, const CodeNeighbour& b) { return a.differing < b.differing; });
    found.resize(std::min(count, found.size()));
    return found;
}

double recallOf(std::span<const Neighbours> exact, std::span<const std::vector<CodeNeighbour>> found)
{
    if (exact.size() != found.size())
        throw Error(concat(found.size(), " results cannot be compared with ", exact.size()));
    std::size_t wanted = 0, right = 0;
    for (std::size_t q = 0; q < exact.size(); ++q) {
        wanted += exact[q].size();
        for (const Neighbour& neighbour : exact[q])
            right += std::any_of(found[q].begin(), found[q].end(),
                                 [&](const CodeNeighbour& f) { return f.row == neighbour.row; });
    }
    return wanted > 0 ? static_cast<double>(right) / static_cast<double>(wanted) : 0;
}

Neighbours rankAgain(const VectorView& set, std::span<const float> query, std::span<const CodeNeighbour> shortlist,
                     int k)
{
    std::vector<std::size_t> rows;
    for (const CodeNeighbour& candidate : shortlist)
        rows.push_back(candidate.row);
    return nearestAmong(set, query, rows, k);
}

} // namespace alexscope
