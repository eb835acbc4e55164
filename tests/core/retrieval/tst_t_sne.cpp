// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/random/philox.h"
#include "core/retrieval/t_sne.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

constexpr std::size_t dimensions = 6;

/// `count` points around as many centres as there are groups, in turns.
std::vector<float> groups(std::size_t count, std::size_t number)
{
    PhiloxSequence random(3, Stream::Analysis, 0);
    std::vector<float> centres(number * dimensions), values(count * dimensions);
    for (float& value : centres)
        value = static_cast<float>(6 * random.normal());
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t d = 0; d < dimensions; ++d)
            values[i * dimensions + d] = centres[i % number * dimensions + d] + static_cast<float>(random.normal());
    return values;
}

std::vector<float> somewhere(std::size_t count)
{
    PhiloxSequence random(5, Stream::Analysis, 0);
    std::vector<float> start(2 * count);
    for (float& value : start)
        value = static_cast<float>(2 * random.normal());
    return start;
}

/// The divergence as the paper's formulas say it, all in double and over all pairs; every point has every other as
/// a neighbour.
double plainDivergence(const std::vector<float>& values, const std::vector<float>& map, double perplexity)
{
    const std::size_t n = map.size() / 2;
    std::vector<double> p(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> distance(n);
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t d = 0; d < dimensions; ++d)
                distance[j] += std::pow(static_cast<double>(values[i * dimensions + d]) -
                                            static_cast<double>(values[j * dimensions + d]),
                                        2);
        double low = 0, high = 1e3;
        for (int halving = 0; halving < 200; ++halving) {
            const double beta = (low + high) / 2;
            double sum = 0, entropy = 0;
            for (std::size_t j = 0; j < n; ++j)
                sum += p[i * n + j] = j == i ? 0 : std::exp(-beta * distance[j]);
            for (std::size_t j = 0; j < n; ++j)
                if (double& one = p[i * n + j]; sum > 0 && one > 0) {
                    one /= sum;
                    entropy -= one * std::log(one);
                }
            (sum > 0 && entropy > std::log(perplexity) ? low : high) = beta;
        }
    }
    double total = 0, divergence = 0;
    const auto w = [&](std::size_t i, std::size_t j) {
        return 1 / (1 + std::pow(static_cast<double>(map[2 * i]) - static_cast<double>(map[2 * j]), 2) +
                    std::pow(static_cast<double>(map[2 * i + 1]) - static_cast<double>(map[2 * j + 1]), 2));
    };
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            total += i == j ? 0 : w(i, j);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (const double pair = (p[i * n + j] + p[j * n + i]) / (2.0 * static_cast<double>(n)); pair > 0)
                divergence += pair * std::log(pair * total / w(i, j));
    return divergence;
}

double divergenceAt(const std::vector<float>& values, const std::vector<float>& map, double perplexity)
{
    TSne at({values, map.size() / 2, dimensions}, {perplexity, map});
    at.iterate(1);
    return at.divergence();
}

} // namespace

class TestTSne : public QObject {
    Q_OBJECT
private slots:
    void divergenceIsThatOfTheFormulas_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("a number that vectors divide") << 24;
        QTest::newRow("one more") << 25;
    }
    void divergenceIsThatOfTheFormulas()
    {
        QFETCH(int, count);
        const auto points = static_cast<std::size_t>(count);
        const std::vector<float> values = groups(points, 3), map = somewhere(points);
        const double perplexity = (count - 1) / 3.0; // three times that many neighbours are all there are
        const double expected = plainDivergence(values, map, perplexity);
        QVERIFY2(std::abs(divergenceAt(values, map, perplexity) - expected) < 1e-4 * expected,
                 qPrintable(QStringLiteral("%1 %2").arg(divergenceAt(values, map, perplexity)).arg(expected)));
    }
    void aStepGoesDownTheSlope()
    {
        constexpr std::size_t count = 40;
        const std::vector<float> values = groups(count, 3), map = somewhere(count);
        TSne moved({values, count, dimensions}, {8, map});
        moved.iterate(1);
        const std::vector<float> after = moved.map();
        constexpr double rate = 50, firstGain = 0.8;
        double error = 0, size = 0;
        for (std::size_t i = 0; i < 2 * count; ++i) {
            constexpr float little = 0.01f;
            std::vector<float> right = map, left = map;
            right[i] += little;
            left[i] -= little;
            const double slope = (divergenceAt(values, right, 8) - divergenceAt(values, left, 8)) /
                                 (static_cast<double>(right[i]) - static_cast<double>(left[i]));
            double middle = 0; // the map is kept around (0, 0)
            for (std::size_t j = i % 2; j < 2 * count; j += 2)
                middle += static_cast<double>(map[j]) / count;
            const double step = static_cast<double>(after[i]) - static_cast<double>(map[i]) + middle;
            error += std::pow(step + rate * firstGain * slope, 2);
            size += std::pow(rate * firstGain * slope, 2);
        }
        QVERIFY2(error < 1e-3 * size, qPrintable(QString::number(error / size)));
    }
    void groupsComeApart()
    {
        constexpr std::size_t count = 301, number = 5;
        const std::vector<float> values = groups(count, number);
        TSne map({values, count, dimensions}, {20, {}});
        map.iterate(TSne::exaggerated);
        const double early = map.divergence();
        map.iterate(200);
        QVERIFY(map.divergence() < early);
        const std::vector<float> places = map.map();
        std::size_t together = 0;
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t nearest = i;
            double least = 1e30;
            for (std::size_t j = 0; j < count; ++j) {
                const double distance = std::pow(static_cast<double>(places[2 * i] - places[2 * j]), 2) +
                                        std::pow(static_cast<double>(places[2 * i + 1] - places[2 * j + 1]), 2);
                if (j != i && distance < least) {
                    least = distance;
                    nearest = j;
                }
            }
            together += i % number == nearest % number;
        }
        QVERIFY2(together > count * 97 / 100, qPrintable(QString::number(together)));
    }
    void isTheSameHoweverItIsCutIntoSteps()
    {
        constexpr std::size_t count = 60;
        const std::vector<float> values = groups(count, 4);
        TSne one({values, count, dimensions}, {10, {}}), many({values, count, dimensions}, {10, {}});
        one.iterate(30);
        for (int i = 0; i < 10; ++i)
            many.iterate(3);
        QCOMPARE(one.iteration(), many.iteration());
        QVERIFY(one.map() == many.map());
    }
    void goesOnFromAMap()
    {
        constexpr std::size_t count = 200;
        const std::vector<float> values = groups(count, 4);
        TSne first({values, count, dimensions}, {20, {}});
        first.iterate(500);
        const std::vector<float> before = first.map();
        TSne next({values, count, dimensions}, {20, before});
        next.iterate(50);
        const std::vector<float> after = next.map();
        double moved = 0, size = 0;
        for (std::size_t i = 0; i < 2 * count; ++i) {
            moved += std::pow(static_cast<double>(after[i] - before[i]), 2);
            size += std::pow(static_cast<double>(before[i]), 2);
        }
        QVERIFY2(moved < 0.02 * size, qPrintable(QString::number(moved / size)));
    }
    void littleIsNoTrouble()
    {
        for (const std::size_t count : {0u, 1u, 2u, 3u, 4u}) {
            const std::vector<float> values = groups(count, 2);
            TSne map({values, count, dimensions}, {30, {}});
            map.iterate(20);
            QCOMPARE(map.map().size(), 2 * count);
            for (const float place : map.map())
                QVERIFY(std::isfinite(place));
        }
    }
    void onePointManyTimesStaysFinite()
    {
        const std::vector<float> values(30 * dimensions, 2.0f);
        TSne map({values, 30, dimensions}, {30, {}});
        map.iterate(50);
        for (const float place : map.map())
            QVERIFY(std::isfinite(place));
    }
    void tooManyAreRefused()
    {
        const std::vector<float> values(2 * (TSne::mostPoints + 1));
        QVERIFY_THROWS_EXCEPTION(Error, TSne({values, TSne::mostPoints + 1, 2}, {30, {}}));
        QVERIFY_THROWS_EXCEPTION(Error, TSne({values, 10, 1}, {30, {}}));
    }
};

QTEST_GUILESS_MAIN(TestTSne)
#include "tst_t_sne.moc"
