// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/binary_codes.h"

#include "core/random/philox.h"

#include <QTest>

#include <algorithm>
#include <bit>

using namespace alexscope;

namespace {

constexpr std::size_t dimension = 256, rows = 2000, queries = 40;

/// Twenty clouds of vectors behind a ReLU, as a hidden layer says of twenty kinds of pictures.
std::vector<float> clouds(std::size_t count, std::uint32_t step)
{
    PhiloxSequence random(9, Stream::Analysis, step);
    std::vector<float> values(count * dimension);
    for (std::size_t r = 0; r < count; ++r)
        for (std::size_t i = 0; i < dimension; ++i) {
            const double centre =
                PhiloxSequence(9, Stream::Analysis, 100 + static_cast<std::uint32_t>(r % 20), i).normal();
            values[r * dimension + i] = static_cast<float>(std::max(0.0, centre + 0.7 * random.normal()));
        }
    return values;
}

} // namespace

class TestBinaryCodes : public QObject {
    Q_OBJECT

    std::vector<float> m_set = clouds(rows, 1), m_queries = clouds(queries, 2);
    VectorView m_view = VectorView::of(std::span<const float>(m_set), dimension);

private slots:
    void bitsAreSidesOfPlanesThroughTheMean()
    {
        const CodeMaker maker = CodeMaker::forSet(m_view, 128, 3);
        QCOMPARE(maker.words(), std::size_t{2});
        double mean = 0;
        for (std::size_t r = 0; r < rows; ++r)
            mean += m_set[r * dimension + 5];
        QCOMPARE(maker.mean()[5], static_cast<float>(mean / rows));
        // A vector and its mirror at the mean lie on opposite sides of every plane.
        std::vector<float> pair(m_set.begin(), m_set.begin() + dimension);
        for (std::size_t i = 0; i < dimension; ++i)
            pair.push_back(2 * maker.mean()[i] - pair[i]);
        const std::vector<std::uint64_t> codes = maker.codesOf(VectorView::of(std::span<const float>(pair), dimension));
        QCOMPARE(codes[0], ~codes[2]);
        QCOMPARE(codes[1], ~codes[3]);
        const std::vector<std::uint64_t> all = maker.codesOf(m_view, 1);
        QVERIFY(all ==
                CodeMaker(maker.mean(), 128, 3).codesOf(m_view, 4)); // whoever makes them, on however many threads
        QVERIFY(std::equal(codes.begin(), codes.begin() + 2, all.begin()));
        QVERIFY(all != CodeMaker(maker.mean(), 128, 4).codesOf(m_view));
        int ones = 0;
        for (const std::uint64_t word : all)
            ones += std::popcount(word);
        QVERIFY(ones > static_cast<int>(rows) * 128 * 4 / 10 && ones < static_cast<int>(rows) * 128 * 6 / 10);
    }

    void hammingSearchCountsBits()
    {
        const std::vector<std::uint64_t> codes{0b1111, 0, 0b0011, 0b0100, 0b0001, ~std::uint64_t{0}};
        const std::vector<std::uint64_t> query{0};
        const auto found = nearestCodes(codes, query, 4);
        QVERIFY((found == std::vector<CodeNeighbour>{{1, 0}, {3, 1}, {4, 1}, {2, 2}}));
        QCOMPARE(nearestCodes(codes, query, 1, 1).front().row, std::size_t{3});
        QCOMPARE(nearestCodes(codes, query, 100).back().differing, 64);
    }

    void recallGrowsWithBitsAndCandidates()
    {
        NearestOptions options;
        options.k = 6;
        const std::vector<Neighbours> exact = nearest(m_view, m_queries, options);
        double before = 0;
        for (const int bits : {64, 256, 1024}) {
            const CodeMaker maker = CodeMaker::forSet(m_view, bits, 1);
            const std::vector<std::uint64_t> codes = maker.codesOf(m_view),
                                             asked = maker.codesOf(
                                                 VectorView::of(std::span<const float>(m_queries), dimension));
            std::vector<std::vector<CodeNeighbour>> alone, longer;
            for (std::size_t q = 0; q < queries; ++q) {
                const auto code = std::span(asked).subspan(q * maker.words(), maker.words());
                alone.push_back(nearestCodes(codes, code, 6));
                longer.push_back(nearestCodes(codes, code, 96));
                const Neighbours ranked =
                    rankAgain(m_view, std::span(m_queries).subspan(q * dimension, dimension), longer.back(), 6);
                QCOMPARE(ranked.size(), std::size_t{6});
                QVERIFY(ranked.front().distance >= exact[q].front().distance);
            }
            const double recall = recallOf(exact, alone);
            QVERIFY2(recall > before, qPrintable(QString::number(recall)));
            QVERIFY(recallOf(exact, longer) > recall);
            before = recall;
            if (bits == 1024)
                QVERIFY2(recallOf(exact, longer) > 0.8, qPrintable(QString::number(recallOf(exact, longer))));
        }
    }

    void badSizesAreSentences()
    {
        for (const int bits : {0, 63, 65, -64, 2048})
            QVERIFY_THROWS_EXCEPTION(Error, CodeMaker(std::vector<float>(4), bits, 1));
        QVERIFY_THROWS_EXCEPTION(Error, CodeMaker({}, 64, 1));
        QVERIFY_THROWS_EXCEPTION(Error, CodeMaker(std::vector<float>(4), 64, 1).codesOf(m_view));
        const std::vector<std::uint64_t> three(3), two(2);
        QVERIFY_THROWS_EXCEPTION(Error, nearestCodes(three, two, 1));
    }
};

QTEST_GUILESS_MAIN(TestBinaryCodes)
#include "tst_binary_codes.moc"
