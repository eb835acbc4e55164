// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/random/philox.h"
#include "core/retrieval/device_search.h"
#include "core/retrieval/nearest.h"
#include "cuda/cuda_backend.h"
#include "emulated_device.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;

namespace {

std::vector<float> randomNumbers(std::size_t count, std::uint32_t step, double low = 0, double high = 255)
{
    PhiloxSequence random(5, Stream::Analysis, step);
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.uniform(low, high));
    return values;
}

/// A set in one of the ways vectors are stored.
class Set {
public:
    Set(std::vector<float> values, std::size_t dimension, VectorElement element)
        : m_values(std::move(values)), m_half(m_values.size()),
          m_bytes(m_values.size()), m_view{m_values.size() / dimension, dimension, element, m_values.data()}
    {
        if (element == VectorElement::Half) {
            toHalf(m_values, m_half);
            m_view.data = m_half.data();
        } else if (element == VectorElement::Byte) {
            std::ranges::transform(m_values, m_bytes.begin(), [](float v) { return static_cast<std::uint8_t>(v); });
            m_view.data = m_bytes.data();
        }
    }
    const VectorView& view() const { return m_view; }

private:
    std::vector<float> m_values;
    std::vector<std::uint16_t> m_half;
    std::vector<std::uint8_t> m_bytes;
    VectorView m_view;
};

} // namespace

/// The nearest as the GPU's code chooses them, on an emulated device: the very rows, order and distances of the
/// definition.
class TestCudaSearch : public QObject {
    Q_OBJECT

    using Sums = cuda::EmulatedDevice::Sums;
    static cuda::EmulatedDevice& device() { return cuda::emulatedDevice(); }

    /// Whatever the order in which products are added up. How many queries the processor had to answer after all.
    static std::size_t compare(const VectorView& set, std::span<const float> queries, NearestOptions options)
    {
        std::size_t again = 0;
        const auto expected = nearestByDefinition(set, queries, options);
        const bool large = set.count * queries.size() > 200'000; // for an emulated device
        const std::vector<Sums> ways = large ? std::vector{Sums::SingleForwards}
                                             : std::vector{Sums::Double, Sums::SingleForwards, Sums::SingleBackwards};
        for (const Sums sums : ways) {
            device().sums = sums;
            const auto backend = cuda::makeCudaBackend();
            const auto search = searchOn(*backend, set);
            options.device = search.get();
            const auto found = nearest(set, queries, options);
            if (found != expected)
                QTest::qFail("other neighbours than those of the definition", __FILE__, __LINE__);
            const std::size_t most = static_cast<std::size_t>(options.k) + 17;
            if (most > search->mostCandidates())
                continue;
            const auto chosen = search->search(queries, most);
            for (std::size_t q = 0; q < found.size(); ++q)
                again += isVouchedFor(found[q], options.k, chosen[q]) ? 0 : 1;
        }
        return again;
    }

private slots:
    void cleanup() { device() = {}; }

    void equalsTheDefinition_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("element");
        QTest::addColumn<bool>("late");
        for (const auto element : {VectorElement::Single, VectorElement::Half, VectorElement::Byte}) {
            const int e = static_cast<int>(element);
            QTest::addRow("usual %d", e) << 700 << 64 << 3 << 6 << e << false;
            QTest::addRow("work done late %d", e) << 2100 << 3 << 2 << 6 << e << true;
            QTest::addRow("odd sizes %d", e) << 2049 << 37 << 2 << 7 << e << false;
            QTest::addRow("one number %d", e) << 500 << 1 << 2 << 5 << e << false;
            QTest::addRow("long %d", e) << 60 << 4096 << 2 << 6 << e << false;
            QTest::addRow("smaller than k %d", e) << 4 << 8 << 3 << 10 << e << false;
        }
        const int half = static_cast<int>(VectorElement::Half);
        QTest::addRow("several products") << 16500 << 2 << 1 << 6 << half << true;
        QTest::addRow("several groups") << 5 << 65536 << 70 << 2 << half << false;
        QTest::addRow("more than it chooses") << 900 << 8 << 2 << 300 << half << false;
    }
    void equalsTheDefinition()
    {
        QFETCH(int, rows);
        QFETCH(int, dimension);
        QFETCH(int, queries);
        QFETCH(int, k);
        QFETCH(int, element);
        QFETCH(bool, late);
        const auto d = static_cast<std::size_t>(dimension);
        const Set set(randomNumbers(static_cast<std::size_t>(rows) * d, 1), d, static_cast<VectorElement>(element));
        device().deferred = late;
        NearestOptions options;
        options.k = k;
        const std::size_t again = compare(set.view(), randomNumbers(static_cast<std::size_t>(queries) * d, 2), options);
        QVERIFY(again == 0 || set.view().element == VectorElement::Byte || dimension == 1); // where many are equal
    }

    void itselfIsLeftOut()
    {
        const Set set(randomNumbers(300 * 8, 1), 8, VectorElement::Half);
        std::vector<float> asking(3 * 8);
        set.view().part(40, 3).read(asking);
        const std::int64_t rows[] = {40, 41, -1};
        NearestOptions options;
        options.exclude = rows;
        compare(set.view(), asking, options);
    }

    /// What it says of the vectors it left out is true, where sums in float32 mix up what is near and what is not.
    void promisesNotTooMuch_data()
    {
        QTest::addColumn<int>("sums");
        QTest::newRow("in double") << static_cast<int>(Sums::Double);
        QTest::newRow("forwards") << static_cast<int>(Sums::SingleForwards);
        QTest::newRow("backwards") << static_cast<int>(Sums::SingleBackwards);
    }
    void promisesNotTooMuch()
    {
        QFETCH(int, sums);
        constexpr std::size_t rows = 40, dimension = 4096, most = 20;
        device().sums = static_cast<Sums>(sums);
        for (std::uint32_t round = 0; round < 12; ++round) {
            const std::vector<float> query = randomNumbers(dimension, 10 + round, 100, 200);
            std::vector<float> values = randomNumbers(rows * dimension, 50 + round, 0.4, 1.6);
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] += query[i % dimension];
            const Set set(values, dimension, VectorElement::Single);
            const auto backend = cuda::makeCudaBackend();
            const NearestCandidates chosen = searchOn(*backend, set.view())->search(query, most).front();
            QCOMPARE(chosen.rows.size(), most);
            NearestOptions options;
            options.k = rows;
            const Neighbours all = nearestByDefinition(set.view(), query, options).front();
            double leastLeftOut = std::numeric_limits<double>::infinity();
            for (const Neighbour& one : all)
                if (!std::ranges::count(chosen.rows, one.row))
                    leastLeftOut = std::min(leastLeftOut, one.distance * one.distance);
            QVERIFY2(chosen.leastLeftOut <= leastLeftOut,
                     qPrintable(QStringLiteral("%1, but %2").arg(chosen.leastLeftOut).arg(leastLeftOut)));
        }
    }

    void whatIsAskedWronglyIsRefused()
    {
        const Set set(randomNumbers(300 * 4, 1), 4, VectorElement::Single);
        const auto backend = cuda::makeCudaBackend();
        const auto search = backend->searchVectors(set.view());
        const std::vector<float> query = randomNumbers(4, 2);
        QVERIFY_THROWS_EXCEPTION(Error, search->search(query, 20)); // it has not got them yet
        while (search->takeMore()) {
        }
        QCOMPARE(search->search(query, 20).front().rows.size(), std::size_t{20});
        QVERIFY_THROWS_EXCEPTION(Error, search->search(query, 0));
        QVERIFY_THROWS_EXCEPTION(Error, search->search(query, 300)); // more than it can choose
    }

    /// Parts of a product may be too large for float32 where the whole is not: two of the nearest would seem far away.
    void overflowOnTheWayIsSeen()
    {
        std::vector<float> values{4e18f, -4e18f, -4e18f, 4e18f};
        for (int j = 0; j < 100; ++j)
            values.insert(values.end(), 2, -(1e17f + static_cast<float>(j) * 7e15f));
        compare(Set(values, 2, VectorElement::Single).view(), std::vector<float>{1e20f, 1e20f}, {});
    }

    /// Squares that float32 takes for nothing.
    void underflowIsSeen()
    {
        std::vector<float> values;
        for (int i = 0; i < 200; ++i)
            values.insert(values.end(), {static_cast<float>(i % 50) * 1e-25f, static_cast<float>(199 - i) * 1e-26f});
        compare(Set(values, 2, VectorElement::Single).view(), std::vector<float>{2e-24f, 0}, {});
    }

    void tiesGoByRow()
    {
        constexpr std::size_t rows = 900, dimension = 32;
        std::vector<float> values(rows * dimension, 0.0f);
        for (std::size_t r = 0; r < rows; ++r)
            values[r * dimension + r % dimension] = r % 3 ? 1.0f : -1.0f; // all at distance 1 from the origin
        compare(Set(values, dimension, VectorElement::Single).view(), std::vector<float>(dimension, 0.0f), {});
    }

    /// Long vectors whose differences drown in |x|² + |y|² − 2·x·y.
    void nearTiesAreTold()
    {
        constexpr std::size_t rows = 400, dimension = 256;
        const std::vector<float> query = randomNumbers(dimension, 3, 100, 200);
        std::vector<float> values;
        for (std::size_t r = 0; r < rows; ++r) {
            for (const float number : query)
                values.push_back(number + 64);
            values[values.size() - 1 - r % 7] -= static_cast<float>(r + 1) * 1.5258789e-05f;
        }
        NearestOptions options;
        options.k = 20;
        compare(Set(values, dimension, VectorElement::Single).view(), query, options);
    }

    void largeSmallAndMissingNumbers_data()
    {
        QTest::addColumn<int>("times");
        QTest::newRow("all are candidates") << 1;
        QTest::newRow("more than candidates") << 200;
    }
    void largeSmallAndMissingNumbers()
    {
        QFETCH(int, times);
        constexpr float infinite = std::numeric_limits<float>::infinity(),
                        none = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> values;
        for (int i = 0; i < times; ++i)
            values.insert(values.end(),
                          {3e38f, 0, 1e30f, 0, 2e30f, 0, none, 0, 1e-30f, 0, 2e-30f, 0, infinite, 0, 0, 1e-25f});
        NearestOptions options;
        options.k = 30;
        compare(Set(values, 2, VectorElement::Single).view(), std::vector<float>{0, 0}, options);
    }

    void whatDoesNotFitIsRefusedWithTheNumbers()
    {
        const Set set(randomNumbers(1000 * 64, 1), 64, VectorElement::Single);
        const auto backend = cuda::makeCudaBackend();
        device().free = std::size_t{30} << 20;
        const std::size_t before = device().allocated;
        try {
            searchOn(*backend, set.view());
            QFAIL("it was not refused");
        } catch (const Error& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.contains("1000 vectors of 64 numbers") && sentence.contains("30 MiB are free"),
                     error.what());
        }
        QCOMPARE(device().allocated, before);
    }

    void canBeCancelled()
    {
        const Set set(randomNumbers(40000, 1), 1, VectorElement::Single);
        const auto backend = cuda::makeCudaBackend();
        QVERIFY_THROWS_EXCEPTION(Cancelled, searchOn(*backend, set.view(), [](RetrievalProgress) { return false; }));
    }

    /// Whatever call of the runtime fails: a sentence, and all memory is given back.
    void everyCallMayFail()
    {
        const Set set(randomNumbers(300, 1), 1, VectorElement::Half);
        const std::vector<float> queries = randomNumbers(2, 2);
        NearestOptions options;
        const auto search = [&] {
            const auto backend = cuda::makeCudaBackend();
            const auto onDevice = searchOn(*backend, set.view());
            options.device = onDevice.get();
            return nearest(set.view(), queries, options);
        };
        device().calls = 0;
        const auto expected = search();
        const long calls = device().calls;
        int failed = 0;
        for (long call = 1; call <= calls; ++call) {
            device().calls = 0;
            device().failAt = call;
            try {
                QVERIFY(search() == expected);
            } catch (const Error&) {
                ++failed;
            }
            QCOMPARE(device().allocated, std::size_t{0});
        }
        QVERIFY2(calls > 20 && failed > calls * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(failed).arg(calls)));
    }
};

QTEST_GUILESS_MAIN(TestCudaSearch)
#include "tst_cuda_search.moc"
