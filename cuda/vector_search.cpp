// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/vector_search.h"

#include "core/error.h"
#include "cuda/device.h"
#include "cuda/kernels/kernels.h"
#include "cuda/matrix_product.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::cuda {

namespace {

constexpr std::int64_t mostRows = 16384, mostQueries = 512;                  ///< of one product
constexpr std::int64_t mostRowNumbers = 1 << 26, mostQueryNumbers = 1 << 22; ///< float32 of its operands
constexpr std::int64_t bytesTaken = 64 << 20;                                ///< of the set, with one takeMore()
constexpr std::int64_t runsOfProduct = mostRows / Nearest::atOnce;
constexpr double unit = 0x1p-24, smallest = 0x1p-126; ///< float32; what is below may be flushed to 0
constexpr std::size_t besides = 64u << 20;            ///< bytes: what cuBLAS and the kernels' stacks take

Stored storedAs(VectorElement element)
{
    return element == VectorElement::Single ? Stored::F32 : element == VectorElement::Half ? Stored::F16 : Stored::U8;
}

/// By how much of Σ|terms| a sum of so many products in float32 can be off at most, in whatever order they were added.
double errorOfSum(std::size_t terms)
{
    const double n = static_cast<double>(terms) * unit;
    return n / (1 - n);
}

/// How far |x|² − 2·q·x in float32 can be off at most, for vectors of squared length up to `longest`. Infinite where a
/// part of a sum may have been too large for float32.
double errorBound(std::size_t dimension, double longest, double query)
{
    const double terms = longest + 2 * std::sqrt(longest) * std::sqrt(query);
    if (!(terms < 0.25 * static_cast<double>(std::numeric_limits<float>::max())))
        return std::numeric_limits<double>::infinity();
    return 1.001 * (errorOfSum(dimension) + 3 * unit) * terms + 3 * static_cast<double>(dimension) * smallest;
}

class CublasSearch final : public VectorSearch {
public:
    explicit CublasSearch(const VectorView& set)
        : m_set(set), m_dimension(static_cast<std::int64_t>(set.dimension)),
          m_count(static_cast<std::int64_t>(set.count)),
          m_rowsAtOnce(std::clamp<std::int64_t>(mostRowNumbers / m_dimension, 1, std::min(mostRows, m_count))),
          m_queriesAtOnce(std::clamp<std::int64_t>(mostQueryNumbers / m_dimension, 1, mostQueries))
    {
        checkMemory();
        m_products = makeProducts(m_stream, Arithmetic::Pedantic);
        m_vectors = Buffer(m_set.count * m_set.rowBytes(), m_stream);
        m_lengths = Buffer(m_set.count * sizeof(float), m_stream);
        m_queries = floats(m_queriesAtOnce * m_dimension);
        m_block = m_set.element == VectorElement::Single ? Buffer() : floats(m_rowsAtOnce * m_dimension);
        m_blockProducts = floats(m_queriesAtOnce * m_rowsAtOnce);
        m_values = floats(m_queriesAtOnce * Nearest::atOnce);
        m_rows = floats(m_queriesAtOnce * Nearest::atOnce);
    }

    bool takeMore() override
    {
        if (m_taken == m_count)
            return false;
        const std::int64_t bytesEach = static_cast<std::int64_t>(m_set.rowBytes());
        const std::int64_t rows =
            std::min({m_count - m_taken, m_rowsAtOnce, std::max<std::int64_t>(bytesTaken / bytesEach, 1)});
        m_stream.copyToDevice(stored(m_taken), static_cast<const char*>(m_set.data) + m_taken * bytesEach,
                              static_cast<std::size_t>(rows * bytesEach));
        squaredLengths(stored(m_taken), storedAs(m_set.element), rows, m_dimension, lengths() + m_taken, m_stream);
        m_taken += rows;
        if (m_taken == m_count)
            findLongest();
        return m_taken < m_count;
    }

    std::size_t mostCandidates() const override { return Nearest::atOnce / (runsOfProduct + 1); }

    std::vector<NearestCandidates> search(std::span<const float> queries, std::size_t most) override
    {
        if (m_taken < m_count)
            throw Error(concat("The GPU has only ", m_taken, " of ", m_count, " vectors; hand it the rest first."));
        if (most < 1 || most > mostCandidates())
            throw Error(concat("The GPU chooses 1 to ", mostCandidates(), " candidates, not ", most, "."));
        std::vector<NearestCandidates> found;
        for (std::size_t first = 0; first < queries.size(); first += group())
            askTogether(queries.subspan(first, std::min(group(), queries.size() - first)),
                        static_cast<std::uint32_t>(most), found);
        return found;
    }

private:
    Buffer floats(std::int64_t count) const { return {static_cast<std::size_t>(count) * sizeof(float), m_stream}; }
    float* lengths() const { return static_cast<float*>(m_lengths.data()); }
    char* stored(std::int64_t row) const
    {
        return static_cast<char*>(m_vectors.data()) + static_cast<std::size_t>(row) * m_set.rowBytes();
    }
    std::size_t group() const { return static_cast<std::size_t>(m_queriesAtOnce * m_dimension); }

    void checkMemory() const
    {
        const std::int64_t widened = m_set.element == VectorElement::Single ? 0 : m_rowsAtOnce * m_dimension;
        const auto scratch =
            static_cast<std::size_t>(widened + m_queriesAtOnce * (m_dimension + m_rowsAtOnce + 2 * Nearest::atOnce));
        const std::size_t need = m_set.count * (m_set.rowBytes() + sizeof(float)) + scratch * sizeof(float) + besides;
        if (const std::size_t there = freeMemory(); need > there)
            throw Error(concat(m_count, " vectors of ", m_dimension, " numbers need ", (need >> 20) + 1,
                               " MiB of GPU memory to be searched, and ", there >> 20,
                               " MiB are free; choose device cpu."));
    }

    /// Their squares are rounded themselves.
    void findLongest()
    {
        std::vector<float> all(m_set.count);
        m_stream.copyToHost(all.data(), m_lengths.data(), all.size() * sizeof(float));
        m_stream.synchronise();
        double longest = 0;
        for (const float length : all)
            if (!(length <= longest)) // also no number
                longest = length;
        const double lost = static_cast<double>(m_dimension) * smallest;
        m_longest = std::isfinite(longest) ? (longest + lost) / (1 - errorOfSum(m_set.dimension))
                                           : std::numeric_limits<double>::infinity();
    }

    void askTogether(std::span<const float> queries, std::uint32_t most, std::vector<NearestCandidates>& found)
    {
        const std::int64_t count = std::ssize(queries) / m_dimension;
        const std::uint32_t width = (runsOfProduct + 1) * most;
        const Nearest nearest{most, width, static_cast<float*>(m_values.data()),
                              static_cast<std::uint32_t*>(m_rows.data())};
        m_stream.copyToDevice(m_queries.data(), queries.data(), queries.size_bytes());
        for (std::int64_t first = 0; first < m_count; first += m_rowsAtOnce) {
            const std::int64_t rows = std::min(m_rowsAtOnce, m_count - first);
            m_products->multiply({count, rows, m_dimension, false, true, Element::F32, Element::F32}, m_queries.data(),
                                 inSingle(first, rows), m_blockProducts.data());
            keepNearest(static_cast<const float*>(m_blockProducts.data()), lengths() + first, count, rows, first,
                        nearest, m_stream);
        }
        const std::size_t places = static_cast<std::size_t>(count) * width;
        m_foundValues.resize(places);
        m_foundRows.resize(places);
        m_stream.copyToHost(m_foundValues.data(), m_values.data(), places * sizeof(float));
        m_stream.copyToHost(m_foundRows.data(), m_rows.data(), places * sizeof(std::uint32_t));
        m_stream.synchronise();
        for (std::int64_t q = 0; q < count; ++q)
            found.push_back(candidates(queries.subspan(static_cast<std::size_t>(q) * m_set.dimension, m_set.dimension),
                                       static_cast<std::size_t>(q) * width, most));
    }

    const void* inSingle(std::int64_t first, std::int64_t rows)
    {
        if (m_set.element == VectorElement::Single)
            return stored(first);
        widen(stored(first), storedAs(m_set.element), static_cast<float*>(m_block.data()), rows * m_dimension,
              m_stream);
        return m_block.data();
    }

    /// What stands in `most` places from `at` on. The length of the query, the same for all, comes in here.
    NearestCandidates candidates(std::span<const float> query, std::size_t at, std::uint32_t most) const
    {
        NearestCandidates result;
        for (std::size_t i = at; i < at + most && m_foundRows[i] != Nearest::noRow; ++i)
            result.rows.push_back(m_foundRows[i]);
        if (result.rows.size() == m_set.count)
            return result;
        double length = 0;
        for (const float value : query)
            length += static_cast<double>(value) * static_cast<double>(value);
        const double last = m_foundValues[at + most - 1];
        const double inDouble = static_cast<double>(m_dimension + 8) * 0x1p-51; // what these sums themselves are off
        result.leastLeftOut =
            length + last - errorBound(m_set.dimension, m_longest, length) - inDouble * (length + std::abs(last));
        return result;
    }

    VectorView m_set;
    std::int64_t m_dimension, m_count, m_rowsAtOnce, m_queriesAtOnce, m_taken = 0;
    double m_longest = 0; ///< squared; infinite where nothing can be promised
    Stream m_stream;
    std::unique_ptr<Products> m_products;
    Buffer m_vectors, m_lengths, m_queries, m_block, m_blockProducts, m_values, m_rows;
    std::vector<float> m_foundValues;
    std::vector<std::uint32_t> m_foundRows;
};

} // namespace

std::unique_ptr<VectorSearch> makeVectorSearch(const VectorView& set)
{
    constexpr std::size_t longestVector = 1 << 22;
    if (set.count == 0 || set.count >= Nearest::noRow || set.dimension == 0 || set.dimension > longestVector)
        return nullptr;
    return std::make_unique<CublasSearch>(set);
}

} // namespace alexscope::cuda
