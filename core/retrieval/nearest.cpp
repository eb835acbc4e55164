// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/nearest.h"

#include "core/retrieval/distance_kernel.h"
#include "core/retrieval/share_out.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope {

namespace {

constexpr std::size_t spareCandidates = 16; // beyond k: seldom does float32 mix up more than these
constexpr std::size_t queriesAtOnce = 128;
constexpr std::size_t queriesOfDevice = 512, productsOfDevice = 1'000'000'000'000; // of a call: a tenth of a second
constexpr std::size_t numbersAtOnce = std::size_t{1} << 18; // of the set: what a core's cache holds

constexpr double infinity = std::numeric_limits<double>::infinity(), largestSingle = std::numeric_limits<float>::max();

struct Candidate {
    float squared = 0;
    std::size_t row = 0;
    bool operator<(const Candidate& other) const { return squared < other.squared; }
};

/// The so many smallest of what is offered.
class Shortlist {
public:
    explicit Shortlist(std::size_t most) : m_most(most) { m_heap.reserve(most); }

    void offer(float squared, std::size_t row)
    {
        if (std::isnan(squared))
            squared = std::numeric_limits<float>::infinity();
        if (m_heap.size() < m_most) {
            m_heap.push_back({squared, row});
            std::push_heap(m_heap.begin(), m_heap.end());
        } else if (squared < m_heap.front().squared) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.back() = {squared, row};
            std::push_heap(m_heap.begin(), m_heap.end());
        }
    }
    bool isFull() const { return m_heap.size() == m_most; }
    float worst() const { return m_heap.front().squared; }
    const std::vector<Candidate>& candidates() const { return m_heap; }

private:
    std::size_t m_most;
    std::vector<Candidate> m_heap; ///< the worst in front
};

/// float32 rows of a part of the set: where they lie, or converted into `scratch`.
const float* rowsOf(const VectorView& part, std::vector<float>& scratch)
{
    if (part.element == VectorElement::Single)
        return static_cast<const float*>(part.data);
    scratch.resize(part.count * part.dimension);
    part.read(scratch);
    return scratch.data();
}

/// Σ(x−y)² in double, in order.
double exactSquared(const float* x, const float* y, std::size_t dimension)
{
    double sum = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
        const double difference = static_cast<double>(x[i]) - static_cast<double>(y[i]);
        sum += difference * difference;
    }
    return sum;
}

/// Four at a time: each sum waits for its own additions only.
void exactSquaredOfFour(const float* x, const float* const* y, std::size_t dimension, double* sums)
{
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
        const double a = x[i], d0 = a - y[0][i], d1 = a - y[1][i], d2 = a - y[2][i], d3 = a - y[3][i];
        s0 += d0 * d0;
        s1 += d1 * d1;
        s2 += d2 * d2;
        s3 += d3 * d3;
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
}

Neighbour neighbour(std::size_t row, double squared)
{
    return {row, std::isnan(squared) ? infinity : std::sqrt(squared)};
}

bool isNearer(const Neighbour& a, const Neighbour& b)
{
    return a.distance < b.distance || (a.distance == b.distance && a.row < b.row);
}

/// Those rows by their exact distances, nearest first, at most k.
Neighbours ranked(const VectorView& set, const float* query, std::span<const std::size_t> rows, std::size_t k)
{
    const std::size_t dimension = set.dimension;
    Neighbours neighbours;
    neighbours.reserve(rows.size());
    std::vector<float> scratch[4];
    std::size_t i = 0;
    for (; i + 4 <= rows.size(); i += 4) {
        const float* four[4];
        double sums[4];
        for (std::size_t j = 0; j < 4; ++j)
            four[j] = rowsOf(set.part(rows[i + j], 1), scratch[j]);
        exactSquaredOfFour(query, four, dimension, sums);
        for (std::size_t j = 0; j < 4; ++j)
            neighbours.push_back(neighbour(rows[i + j], sums[j]));
    }
    for (; i < rows.size(); ++i)
        neighbours.push_back(
            neighbour(rows[i], exactSquared(query, rowsOf(set.part(rows[i], 1), scratch[0]), dimension)));
    const std::size_t kept = std::min(k, neighbours.size());
    std::partial_sort(neighbours.begin(), neighbours.begin() + static_cast<std::ptrdiff_t>(kept), neighbours.end(),
                      isNearer);
    neighbours.resize(kept);
    return neighbours;
}

/// Beyond it nothing is among the k nearest when these were found.
double squaredLimit(const Neighbours& neighbours, int k)
{
    constexpr double ofRoots = 1 + 1e-15; // distances that differ less may be equal once the root is taken
    const double farthest = std::ssize(neighbours) < k ? infinity : neighbours.back().distance;
    return farthest * farthest * ofRoots * ofRoots;
}

/// One call of nearest(), query group by query group.
class Search {
public:
    Search(const VectorView& set, std::span<const float> queries, const NearestOptions& options)
        : m_set(set), m_queries(queries), m_options(options), m_count(queries.size() / set.dimension),
          m_k(static_cast<std::size_t>(options.k)), m_most(m_k + spareCandidates),
          m_block(std::clamp<std::size_t>(numbersAtOnce / set.dimension, 4, 4096))
    {
    }

    std::vector<Neighbours> run()
    {
        m_results.resize(m_count);
        if (m_options.device && m_most < m_options.device->mostCandidates())
            runOnDevice();
        else
            runOnProcessor();
        return std::move(m_results);
    }

private:
    const float* query(std::size_t i) const { return m_queries.data() + i * m_set.dimension; }
    bool counts(std::size_t q, std::size_t row) const
    {
        return m_options.exclude.empty() || m_options.exclude[q] < 0 ||
               static_cast<std::size_t>(m_options.exclude[q]) != row;
    }
    std::size_t blocks() const { return (m_set.count + m_block - 1) / m_block; }
    VectorView block(std::size_t b) const
    {
        return m_set.part(b * m_block, std::min(m_block, m_set.count - b * m_block));
    }

    void runOnProcessor()
    {
        for (std::size_t first = 0; first < m_count; first += queriesAtOnce) {
            const std::size_t count = std::min(queriesAtOnce, m_count - first);
            const std::vector<NearestCandidates> chosen = scan(first, count);
            shareOut(count, m_options.threads,
                     [&](std::size_t, std::size_t i) { m_results[first + i] = rank(first + i, chosen[i]); });
            report(m_options.goOn, {RetrievalTask::Searching, first + count, m_count});
        }
    }

    void runOnDevice()
    {
        const std::size_t atOnce =
            std::clamp<std::size_t>(productsOfDevice / (m_set.count * m_set.dimension + 1), 16, queriesOfDevice);
        std::vector<char> vouched(m_count); // written by several threads
        for (std::size_t first = 0; first < m_count; first += atOnce) {
            const std::size_t count = std::min(atOnce, m_count - first);
            const std::vector<NearestCandidates> chosen = askDevice(first, count);
            shareOut(count, m_options.threads, [&](std::size_t, std::size_t i) {
                m_results[first + i] = rankChosen(first + i, chosen[i]);
                vouched[first + i] = isVouchedFor(m_results[first + i], m_options.k, chosen[i]);
            });
            report(m_options.goOn, {RetrievalTask::Searching, first + count, m_count});
        }
        askProcessor(vouched);
    }

    /// For the queries whose neighbours nobody vouches for.
    void askProcessor(const std::vector<char>& vouched)
    {
        std::vector<std::size_t> again;
        std::vector<float> queries;
        std::vector<std::int64_t> exclude;
        for (std::size_t q = 0; q < m_count; ++q)
            if (!vouched[q]) {
                again.push_back(q);
                queries.insert(queries.end(), query(q), query(q) + m_set.dimension);
                exclude.push_back(m_options.exclude.empty() ? -1 : m_options.exclude[q]);
            }
        NearestOptions options = m_options;
        options.device = nullptr;
        options.exclude = exclude;
        std::vector<Neighbours> found = Search(m_set, queries, options).run();
        for (std::size_t i = 0; i < again.size(); ++i)
            m_results[again[i]] = std::move(found[i]);
    }

    /// One more than wanted: a query may itself be among them.
    std::vector<NearestCandidates> askDevice(std::size_t first, std::size_t count)
    {
        std::vector<NearestCandidates> chosen =
            m_options.device->search(m_queries.subspan(first * m_set.dimension, count * m_set.dimension), m_most + 1);
        for (std::size_t i = 0; i < count; ++i)
            std::erase_if(chosen[i].rows, [&](std::uint32_t row) { return !counts(first + i, row); });
        return chosen;
    }

    std::vector<NearestCandidates> scan(std::size_t first, std::size_t count)
    {
        const std::size_t workers = workersFor(blocks(), m_options.threads);
        std::vector<std::vector<Shortlist>> lists(workers, std::vector<Shortlist>(count, Shortlist(m_most)));
        std::vector<std::vector<float>> rows(workers), distances(workers);
        shareOut(
            blocks(), m_options.threads,
            [&](std::size_t worker, std::size_t b) {
                const VectorView part = block(b);
                distances[worker].resize(count * part.count);
                squaredDistances(query(first), count, rowsOf(part, rows[worker]), part.count, m_set.dimension,
                                 distances[worker].data());
                for (std::size_t q = 0; q < count; ++q)
                    for (std::size_t r = 0; r < part.count; ++r)
                        if (const std::size_t row = b * m_block + r; counts(first + q, row))
                            lists[worker][q].offer(distances[worker][q * part.count + r], row);
            },
            [&](std::size_t begun) {
                report(m_options.goOn, {RetrievalTask::Searching, first + count * begun / blocks(), m_count});
            });
        std::vector<NearestCandidates> chosen(count);
        for (std::size_t i = 0; i < count; ++i)
            chosen[i] = together(lists, i);
        return chosen;
    }

    /// What the workers found for one query.
    NearestCandidates together(const std::vector<std::vector<Shortlist>>& lists, std::size_t i) const
    {
        Shortlist all(m_most);
        for (const std::vector<Shortlist>& worker : lists)
            for (const Candidate& candidate : worker[i].candidates())
                all.offer(candidate.squared, candidate.row);
        NearestCandidates chosen;
        for (const Candidate& candidate : all.candidates())
            chosen.rows.push_back(static_cast<std::uint32_t>(candidate.row));
        if (all.isFull())
            chosen.leastLeftOut = (std::min<double>(all.worst(), largestSingle) - underflowOf(m_set.dimension)) /
                                  (1 + relativeErrorOf(m_set.dimension));
        return chosen;
    }

    Neighbours rankChosen(std::size_t q, const NearestCandidates& chosen) const
    {
        const std::vector<std::size_t> rows(chosen.rows.begin(), chosen.rows.end());
        return ranked(m_set, query(q), rows, m_k);
    }

    /// Ranks the candidates in double, and the rest of the set, too, where float32 cannot vouch for what was left out.
    Neighbours rank(std::size_t q, const NearestCandidates& chosen) const
    {
        Neighbours neighbours = rankChosen(q, chosen);
        if (isVouchedFor(neighbours, m_options.k, chosen))
            return neighbours;
        const double within = squaredLimit(neighbours, m_options.k) * (1 + relativeErrorOf(m_set.dimension)) +
                              underflowOf(m_set.dimension);
        return ranked(m_set, query(q), rowsWithin(q, within), m_k);
    }

    /// All rows whose distance in float32 does not exceed `squared`; all there are where float32 cannot tell.
    std::vector<std::size_t> rowsWithin(std::size_t q, double squared) const
    {
        const bool all = !(squared < largestSingle);
        std::vector<std::size_t> rows;
        std::vector<float> scratch, distances;
        for (std::size_t b = 0; b < blocks(); ++b) {
            const VectorView part = block(b);
            distances.resize(part.count);
            if (!all)
                squaredDistances(query(q), 1, rowsOf(part, scratch), part.count, m_set.dimension, distances.data());
            for (std::size_t r = 0; r < part.count; ++r)
                if (const std::size_t row = b * m_block + r; counts(q, row) && (all || distances[r] <= squared))
                    rows.push_back(row);
        }
        return rows;
    }

    const VectorView& m_set;
    std::span<const float> m_queries;
    const NearestOptions& m_options;
    std::vector<Neighbours> m_results;
    std::size_t m_count, m_k, m_most, m_block;
};

void check(const VectorView& set, std::span<const float> queries, const NearestOptions& options)
{
    if (set.dimension == 0 || queries.size() % set.dimension != 0)
        throw Error(concat(queries.size(), " numbers are no queries for vectors of ", set.dimension));
    if (options.k < 1)
        throw Error(concat("The nearest ", options.k, " cannot be found; ask for 1 or more"));
    if (set.count > std::numeric_limits<std::uint32_t>::max())
        throw Error(concat(set.count, " vectors are more than can be searched; 4 billion are the most"));
    if (!options.exclude.empty() && options.exclude.size() != queries.size() / set.dimension)
        throw Error(concat(options.exclude.size(), " rows to leave out were given for ", queries.size() / set.dimension,
                           " queries"));
}

} // namespace

std::vector<Neighbours> nearest(const VectorView& set, std::span<const float> queries, const NearestOptions& options)
{
    check(set, queries, options);
    return Search(set, queries, options).run();
}

bool isVouchedFor(const Neighbours& neighbours, int k, const NearestCandidates& chosen)
{
    return chosen.leastLeftOut == infinity || squaredLimit(neighbours, k) < chosen.leastLeftOut;
}

Neighbours nearestAmong(const VectorView& set, std::span<const float> query, std::span<const std::size_t> rows, int k)
{
    NearestOptions options;
    options.k = k;
    check(set, query, options);
    if (query.size() != set.dimension)
        throw Error(concat(query.size(), " numbers are no query for vectors of ", set.dimension));
    for (const std::size_t row : rows)
        if (row >= set.count)
            throw Error(concat("There is no vector ", row, "; the set has ", set.count));
    return ranked(set, query.data(), rows, static_cast<std::size_t>(k));
}

std::vector<Neighbours> nearestByDefinition(const VectorView& set, std::span<const float> queries,
                                            const NearestOptions& options)
{
    check(set, queries, options);
    std::vector<Neighbours> results;
    std::vector<float> row(set.dimension);
    for (std::size_t q = 0; q < queries.size() / set.dimension; ++q) {
        Neighbours& all = results.emplace_back();
        for (std::size_t r = 0; r < set.count; ++r) {
            if (!options.exclude.empty() && options.exclude[q] == static_cast<std::int64_t>(r))
                continue;
            set.part(r, 1).read(row);
            all.push_back(neighbour(r, exactSquared(queries.data() + q * set.dimension, row.data(), set.dimension)));
        }
        std::sort(all.begin(), all.end(), isNearer);
        all.resize(std::min(all.size(), static_cast<std::size_t>(options.k)));
    }
    return results;
}

} // namespace alexscope
