// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/curve_pyramid.h"
#include "core/session/run_curves.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace alexscope;

namespace {

struct Point {
    std::int64_t at;
    float value;
};

/// Noise with rare spikes up and down, at iterations with gaps.
std::vector<Point> noisy(std::size_t count, unsigned seed, int largestGap)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0, 1);
    std::vector<Point> points;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        at += 1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(largestGap));
        const float spike = random() % 997 == 0 ? 100.0f : random() % 991 == 0 ? -100.0f : 0;
        points.push_back({at, noise(random) + spike});
    }
    return points;
}

CurvePyramid pyramidOf(const std::vector<Point>& points, CurvePyramid::Limits limits)
{
    CurvePyramid pyramid(limits);
    for (const Point& point : points)
        pyramid.append(point.at, point.value);
    return pyramid;
}

constexpr CurvePyramid::Limits small{16, 64, 16};

} // namespace

class TestCurvePyramid : public QObject {
    Q_OBJECT

private slots:
    void noExtremeIsLostInAnyRange_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("beginning");
        QTest::addColumn<int>("newest");
        QTest::addColumn<int>("level");
        int number = 0;
        for (const int count : {1, 2, 7, 63, 64, 127, 128, 129, 1000, 20'000, 100'003})
            for (const int gap : {1, 9})
                QTest::addRow("%d: %d points", ++number, count) << count << gap << 16 << 64 << 16;
        QTest::newRow("coarse levels longer than the newest points") << 30'000 << 2 << 256 << 16 << 64;
        QTest::newRow("the fewest") << 30'000 << 2 << 4 << 4 << 4;
        QTest::newRow("as in the program") << 700'000 << 1 << 16'384 << 65'536 << 16'384;
    }
    void noExtremeIsLostInAnyRange()
    {
        QFETCH(int, count);
        QFETCH(int, gap);
        QFETCH(int, beginning);
        QFETCH(int, newest);
        QFETCH(int, level);
        const auto size = [](int value) { return static_cast<std::size_t>(value); };
        const std::vector<Point> points = noisy(size(count), 5, gap);
        const CurvePyramid pyramid = pyramidOf(points, {size(beginning), size(newest), size(level)});
        QCOMPARE(pyramid.size(), static_cast<std::uint64_t>(count));
        std::mt19937 random(11);
        const auto somewhere = [&] { return static_cast<std::int64_t>(random() % (points.back().at + 10)); };
        for (int trial = 0; trial < 300; ++trial) {
            std::int64_t begin = somewhere(), end = trial % 3 == 0 ? begin + somewhere() / 100 : somewhere();
            if (trial == 0)
                begin = 0, end = points.back().at;
            if (begin > end)
                std::swap(begin, end);
            const std::size_t most = 1 + random() % 300;
            const std::vector<CurveBucket> buckets = pyramid.range(begin, end, most);
            const auto before = [](const Point& point, std::int64_t at) { return point.at < at; };
            const auto from = std::lower_bound(points.begin(), points.end(), begin, before),
                       to = std::lower_bound(points.begin(), points.end(), end + 1, before);
            // Few, in order, side by side.
            QVERIFY2(buckets.size() <= most + 80, qPrintable(QString::number(buckets.size())));
            for (std::size_t i = 1; i < buckets.size(); ++i)
                QVERIFY(buckets[i].first > buckets[i - 1].last);
            if (from == to)
                continue;
            QVERIFY(!buckets.empty() && buckets.front().first <= from->at && buckets.back().last >= (to - 1)->at);
            // Every bucket tells the truth about exactly the points it spans, and every point lies in one.
            std::size_t covered = 0;
            for (const CurveBucket& bucket : buckets) {
                const auto first = std::lower_bound(points.begin(), points.end(), bucket.first, before),
                           last = std::lower_bound(points.begin(), points.end(), bucket.last + 1, before);
                const auto [low, high] =
                    std::minmax_element(first, last, [](const Point& a, const Point& b) { return a.value < b.value; });
                QCOMPARE(bucket.low, low->value);
                QCOMPARE(bucket.high, high->value);
                QCOMPARE(std::lower_bound(points.begin(), points.end(), bucket.lowAt, before)->value, bucket.low);
                QCOMPARE(std::lower_bound(points.begin(), points.end(), bucket.highAt, before)->value, bucket.high);
                covered +=
                    static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, std::min(last, to) - std::max(first, from)));
            }
            QCOMPARE(covered, static_cast<std::size_t>(to - from));
        }
        const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                                     [](const Point& a, const Point& b) { return a.value < b.value; });
        QCOMPARE(pyramid.low(), low->value);
        QCOMPARE(pyramid.high(), high->value);
    }

    void newestAndFirstPointsAreExact()
    {
        const std::vector<Point> points = noisy(50'000, 3, 3);
        const CurvePyramid pyramid = pyramidOf(points, small);
        const auto exact = [&](std::size_t i) {
            const auto found = pyramid.at(points[i].at);
            return found && found->isExact() && found->first == points[i].at && found->low == points[i].value;
        };
        for (std::size_t i = 0; i < small.beginning; ++i)
            QVERIFY(exact(i));
        for (std::size_t i = points.size() - small.newest; i < points.size(); ++i)
            QVERIFY(exact(i));
        QVERIFY(!pyramid.at(points.front().at - 1));
        QCOMPARE(pyramid.at(points.back().at + 1000)->low, points.back().value); // holds on
        const auto middle = pyramid.at(points[25'000].at);
        QVERIFY(middle && !middle->isExact());
        QVERIFY(middle->low <= points[25'000].value && points[25'000].value <= middle->high);
        QVERIFY(middle->first <= points[25'000].at && points[25'000].at <= middle->last);
        const std::vector<CurveBucket> all = pyramid.range(points[49'950].at, points.back().at, 1000);
        QCOMPARE(all.size(), std::size_t{51}); // one before, for the line that enters
    }

    void shortCurvesComeWhole()
    {
        const std::vector<Point> points = noisy(60, 9, 2);
        const CurvePyramid pyramid = pyramidOf(points, small);
        const std::vector<CurveBucket> all = pyramid.range(0, points.back().at, 1000);
        QCOMPARE(all.size(), points.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].low, points[i].value);
    }

    void whatIsNotFiniteIsLeftOut()
    {
        CurvePyramid pyramid(small);
        pyramid.append(1, std::nanf(""));
        pyramid.append(2, HUGE_VALF);
        QVERIFY(pyramid.isEmpty() && pyramid.range(0, 10, 10).empty() && !pyramid.at(5));
        pyramid.append(3, -2);
        pyramid.append(4, 5);
        QCOMPARE(pyramid.size(), std::uint64_t{2});
        QCOMPARE(pyramid.low(), -2.0f);
        QCOMPARE(pyramid.lowestPositive(), 5.0f);
        QVERIFY_THROWS_EXCEPTION(Error, CurvePyramid({16, 60, 16}));
    }

    /// A day-long run: stored points grow with the logarithm of the rows only.
    void memoryStaysBounded()
    {
        RunCurves curves;
        MetricsRow row;
        std::size_t atOneMillion = 0;
        for (std::int64_t i = 1; i <= 5'000'000; ++i) {
            row.iteration = i;
            row.epoch = static_cast<float>(i) / 1000;
            row.loss = static_cast<float>(i % 1013);
            row.top1Error = 0.5f;
            row.validationTop1 = i % 1000 == 0 ? 1.0f / static_cast<float>(i) : notMeasured;
            row.learningRate = i < 2'500'000 ? 0.01f : 0.001f;
            curves.append(row);
            if (i == 1'000'000)
                atOneMillion = curves.stored();
        }
        QCOMPARE(curves.rows(), std::uint64_t{5'000'000});
        QVERIFY2(curves.stored() < 1'500'000, qPrintable(QString::number(curves.stored())));
        QVERIFY2(curves.stored() < atOneMillion + 400'000, qPrintable(QString::number(atOneMillion)));
        QCOMPARE(curves.curve(Curve::LearningRate).size(), std::uint64_t{2}); // only where it changes
        QCOMPARE(curves.best()->iteration, std::int64_t{5'000'000});
        QCOMPARE(curves.curve(Curve::TrainingLoss).high(), 1012.0f);
    }

    /// Prints; never fails on time.
    void speed()
    {
        CurvePyramid pyramid;
        QElapsedTimer timer;
        timer.start();
        for (std::int64_t i = 1; i <= 1'000'000; ++i)
            pyramid.append(i, static_cast<float>(i % 977));
        qInfo("1,000,000 points appended in %.1f ms, %zu stored", static_cast<double>(timer.nsecsElapsed()) / 1e6,
              pyramid.stored());
        timer.restart();
        constexpr int times = 100;
        std::size_t buckets = 0;
        for (int i = 0; i < times; ++i)
            buckets += pyramid.range(i * 1000, 1'000'000 - i * 3000, 2000).size();
        qInfo("a range of up to 2000 buckets in %.3f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6 / times);
        QVERIFY(buckets > 0);
    }
};

QTEST_GUILESS_MAIN(TestCurvePyramid)
#include "tst_curve_pyramid.moc"
