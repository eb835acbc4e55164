// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/nearest.h"
#include "core/retrieval/precision_at_k.h"

#include "core/random/philox.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

using namespace alexscope;

namespace {

std::vector<float> randomNumbers(std::size_t count, std::uint32_t step, double low = -1, double high = 1)
{
    PhiloxSequence random(5, Stream::Analysis, step);
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.uniform(low, high));
    return values;
}

/// An independent truth: long double, every pair, sorted by squared distance, then row.
std::vector<std::size_t> truth(const std::vector<float>& set, std::size_t dimension, const float* query, std::size_t k)
{
    std::vector<std::pair<long double, std::size_t>> all;
    for (std::size_t r = 0; r < set.size() / dimension; ++r) {
        long double sum = 0;
        for (std::size_t i = 0; i < dimension; ++i) {
            const long double d = static_cast<long double>(set[r * dimension + i]) - query[i];
            sum += d * d;
        }
        all.emplace_back(sum, r);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < std::min(k, all.size()); ++i)
        rows.push_back(all[i].second);
    return rows;
}

std::vector<std::size_t> rowsOf(const Neighbours& neighbours)
{
    std::vector<std::size_t> rows;
    for (const Neighbour& neighbour : neighbours)
        rows.push_back(neighbour.row);
    return rows;
}

} // namespace

class TestNearest : public QObject {
    Q_OBJECT

private slots:
    void equalsBruteForceInDouble_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("element");
        for (const auto element : {VectorElement::Single, VectorElement::Half, VectorElement::Byte}) {
            const int e = static_cast<int>(element);
            QTest::addRow("usual %d", e) << 3000 << 128 << 9 << 6 << e;
            QTest::addRow("odd sizes %d", e) << 1001 << 37 << 3 << 7 << e;
            QTest::addRow("one number %d", e) << 500 << 1 << 2 << 5 << e;
            QTest::addRow("long %d", e) << 300 << 4096 << 2 << 6 << e;
            QTest::addRow("several groups %d", e) << 200 << 16 << 300 << 3 << e;
            QTest::addRow("smaller than k %d", e) << 4 << 8 << 3 << 10 << e;
        }
    }
    void equalsBruteForceInDouble()
    {
        QFETCH(int, rows);
        QFETCH(int, dimension);
        QFETCH(int, queries);
        QFETCH(int, k);
        QFETCH(int, element);
        const auto n = static_cast<std::size_t>(rows), d = static_cast<std::size_t>(dimension);
        std::vector<float> set = randomNumbers(n * d, 1, 0, 255);
        std::vector<std::uint16_t> half(set.size());
        std::vector<std::uint8_t> bytes(set.begin(), set.end());
        toHalf(set, half);
        VectorView view = VectorView::of(std::span<const float>(set), d);
        if (element == static_cast<int>(VectorElement::Half))
            view = {n, d, VectorElement::Half, half.data()};
        if (element == static_cast<int>(VectorElement::Byte))
            view = VectorView::of(std::span<const std::uint8_t>(bytes), d);
        const std::vector<float> asked = randomNumbers(static_cast<std::size_t>(queries) * d, 2, 0, 255);
        NearestOptions options;
        options.k = k;
        const auto found = nearest(view, asked, options);
        QVERIFY(found == nearestByDefinition(view, asked, options));
        std::vector<float> stored(n * d);
        view.read(stored);
        for (std::size_t q = 0; q < found.size(); ++q) {
            // One number a vector: byte sets tie all the time, and long double agrees on ties, too.
            QCOMPARE(rowsOf(found[q]), truth(stored, d, asked.data() + q * d, static_cast<std::size_t>(k)));
            QVERIFY(found[q].size() == std::min(n, static_cast<std::size_t>(k)));
        }
    }

    /// Hundreds of rows at one distance, more than any shortlist holds: those of the lowest numbers come first.
    void tiesGoByRow()
    {
        constexpr std::size_t rows = 900, dimension = 32;
        std::vector<float> set(rows * dimension, 0.0f);
        for (std::size_t r = 0; r < rows; ++r)
            set[r * dimension + r % dimension] = r % 3 ? 1.0f : -1.0f; // all at distance 1 from the origin
        const std::vector<float> query(dimension, 0.0f);
        NearestOptions options;
        options.k = 6;
        const VectorView view = VectorView::of(std::span<const float>(set), dimension);
        QCOMPARE(rowsOf(nearest(view, query, options).front()), (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
        const std::int64_t self[] = {2};
        options.exclude = self;
        QCOMPARE(rowsOf(nearest(view, query, options).front()), (std::vector<std::size_t>{0, 1, 3, 4, 5, 6}));
        QCOMPARE(nearest(view, query, options).front().front().distance, 1.0);
    }

    /// Distances that float32 cannot tell apart: far from the origin, differing in the last digits.
    void nearTiesAreTold()
    {
        constexpr std::size_t rows = 400, dimension = 256;
        std::vector<float> set = randomNumbers(dimension, 3, 100, 200);
        const std::vector<float> query = set;
        std::vector<float> far = query;
        for (float& value : far)
            value += 64;
        set.clear();
        for (std::size_t r = 0; r < rows; ++r) {
            set.insert(set.end(), far.begin(), far.end());
            // One number a few units in the last place nearer, the more the higher the row.
            set[set.size() - 1 - r % 7] -= static_cast<float>(r + 1) * 1.5258789e-05f;
        }
        NearestOptions options;
        options.k = 20;
        const VectorView view = VectorView::of(std::span<const float>(set), dimension);
        const auto found = nearest(view, query, options);
        QVERIFY(found == nearestByDefinition(view, query, options));
        QCOMPARE(rowsOf(found.front()), truth(set, dimension, query.data(), 20));
        QVERIFY(found.front()[0].row > rows / 2); // the order is not that of the rows
    }

    void largeSmallAndMissingNumbers()
    {
        constexpr float infinite = std::numeric_limits<float>::infinity(),
                        none = std::numeric_limits<float>::quiet_NaN();
        const std::vector<float> set{3e38f,  0, 1e30f,  0, 2e30f,    0, none, 0,
                                     1e-30f, 0, 2e-30f, 0, infinite, 0, 0,    1e-25f};
        const std::vector<float> query{0, 0};
        NearestOptions options;
        for (int k = 1; k <= 8; ++k) {
            options.k = k;
            const auto found = nearest(VectorView::of(std::span<const float>(set), 2), query, options);
            QVERIFY(found == nearestByDefinition(VectorView::of(std::span<const float>(set), 2), query, options));
        }
        const auto all = nearest(VectorView::of(std::span<const float>(set), 2), query, options).front();
        QCOMPARE(rowsOf(all),
                 (std::vector<std::size_t>{4, 5, 7, 1, 2, 0, 3, 6})); // what is no number is infinitely far
        // The same, with more of each than a shortlist holds.
        std::vector<float> many;
        for (int i = 0; i < 200; ++i)
            many.insert(many.end(), set.begin(), set.end());
        options.k = 30;
        const VectorView view = VectorView::of(std::span<const float>(many), 2);
        QVERIFY(nearest(view, query, options) == nearestByDefinition(view, query, options));
    }

    void halfPrecisionIsRoundedToTheNearest()
    {
        const std::vector<float> from{1.0f,     1.0f + 0x1p-11f, 1.0f + 0x1.8p-10f, 65504.0f, 65519.0f, 65520.0f,
                                      0x1p-24f, 0x1p-25f,        0x1.8p-24f,        -2.5f,    0.1f,     0x1.ffcp-15f};
        const std::vector<float> expected{
            1.0f,     1.0f, 1.0f + 0x1p-9f, 65504.0f, 65504.0f,    std::numeric_limits<float>::infinity(),
            0x1p-24f, 0.0f, 0x1p-23f,       -2.5f,    0x1.998p-4f, 0x1p-14f};
        std::vector<std::uint16_t> half(from.size());
        toHalf(from, half);
        std::vector<float> back(from.size());
        VectorView{1, from.size(), VectorElement::Half, half.data()}.read(back);
        QCOMPARE(back, expected);
        for (std::uint32_t bits = 0; bits < 0x7c00; ++bits) { // every finite number comes back
            const auto one = static_cast<std::uint16_t>(bits);
            std::vector<float> value(1);
            VectorView{1, 1, VectorElement::Half, &one}.read(value);
            std::vector<std::uint16_t> again(1);
            toHalf(value, again);
            QCOMPARE(again.front(), one);
        }
    }

    void canBeCancelled()
    {
        const std::vector<float> set = randomNumbers(20000 * 64, 1), queries = randomNumbers(400 * 64, 2);
        NearestOptions options;
        int asked = 0;
        options.goOn = [&](RetrievalProgress p) { return p.total == 400 && ++asked < 3; };
        QVERIFY_THROWS_EXCEPTION(Cancelled, nearest(VectorView::of(std::span<const float>(set), 64), queries, options));
        QCOMPARE(asked, 3);
    }

    void precisionCounts()
    {
        const std::vector<Neighbours> found{{{0, 1}, {1, 2}}, {{2, 1}, {3, 1}}, {{1, 1}}};
        const std::vector<std::int32_t> labels{0, 1, 1, 1}, asked{0, 1, 2};
        const PrecisionAtK p = precisionOf(found, asked, labels, 3, 2);
        QCOMPARE(p.mean, (0.5 + 1 + 0) / 3);
        QCOMPARE(p.perClass, (std::vector<double>{0.5, 1, 0}));
        QCOMPARE(p.byChance, (0.25 + 0.75 + 0) / 3);
    }

    void leaveOneOutLeavesItselfOut()
    {
        // Pairs of twins of one class: the twin is the nearest, oneself would be nearer.
        std::vector<float> set;
        std::vector<std::int32_t> labels;
        for (int i = 0; i < 20; ++i) {
            set.push_back(static_cast<float>(i / 2 * 10 + i % 2));
            labels.push_back(i % 4);
        }
        LeaveOneOut options;
        options.labels = labels;
        options.classes = 4;
        options.k = 1;
        const PrecisionAtK p = precisionLeaveOneOut(VectorView::of(std::span<const float>(set), 1), options);
        QCOMPARE(p.mean, 0.0); // the twin is always of the next class; oneself would make it 1
        QCOMPARE(p.byChance, 4.0 / 19);
        QCOMPARE(p.queries, std::size_t{20});
    }
};

QTEST_GUILESS_MAIN(TestNearest)
#include "tst_nearest.moc"
