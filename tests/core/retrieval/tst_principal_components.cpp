// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/random/philox.h"
#include "core/retrieval/principal_components.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

/// Points that vary with standard deviations 9, 5, 3, 1, 1 … along turned axes, far from the origin.
std::vector<float> cloud(std::size_t count, std::size_t dimensions)
{
    PhiloxSequence random(7, Stream::Analysis, 0);
    std::vector<std::vector<double>> axes(3, std::vector<double>(dimensions));
    for (auto& axis : axes)
        for (double& value : axis)
            value = random.normal() / std::sqrt(static_cast<double>(dimensions));
    const double deviations[] = {9, 5, 3};
    std::vector<float> values(count * dimensions);
    for (std::size_t i = 0; i < count; ++i) {
        double along[3];
        for (std::size_t a = 0; a < 3; ++a)
            along[a] = deviations[a] * random.normal();
        for (std::size_t d = 0; d < dimensions; ++d)
            values[i * dimensions + d] = static_cast<float>(20 + along[0] * axes[0][d] + along[1] * axes[1][d] +
                                                            along[2] * axes[2][d] + 0.1 * random.normal());
    }
    return values;
}

/// The variance along the direction of largest variance, by plain power iteration in double on the covariance; the
/// directions in `found` are left out, the new one is added.
double nextVariance(const std::vector<float>& values, std::size_t dimensions, std::vector<std::vector<double>>& found)
{
    const std::size_t count = values.size() / dimensions;
    std::vector<double> mean(dimensions), direction(dimensions, 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        mean[i % dimensions] += values[i] / static_cast<double>(count);
    direction[found.size()] = 2;
    double variance = 0;
    for (int iteration = 0; iteration < 500; ++iteration) {
        for (const auto& other : found) {
            double along = 0;
            for (std::size_t d = 0; d < dimensions; ++d)
                along += other[d] * direction[d];
            for (std::size_t d = 0; d < dimensions; ++d)
                direction[d] -= along * other[d];
        }
        double length = 0;
        for (const double value : direction)
            length += value * value;
        for (double& value : direction)
            value /= std::sqrt(length);
        std::vector<double> next(dimensions);
        variance = 0;
        for (std::size_t i = 0; i < count; ++i) {
            double along = 0;
            for (std::size_t d = 0; d < dimensions; ++d)
                along += (values[i * dimensions + d] - mean[d]) * direction[d];
            for (std::size_t d = 0; d < dimensions; ++d)
                next[d] += along * (values[i * dimensions + d] - mean[d]);
            variance += along * along / static_cast<double>(count - 1);
        }
        if (iteration < 499)
            direction = next;
    }
    found.push_back(direction);
    return variance;
}

} // namespace

class TestPrincipalComponents : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPowerIterationInDouble_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::newRow("few dimensions") << 300 << 5;
        QTest::newRow("many dimensions") << 200 << 150;
        QTest::newRow("more dimensions than points") << 30 << 120;
        QTest::newRow("a number of rows that fours do not divide") << 61 << 33;
    }
    void agreesWithPowerIterationInDouble()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        const auto points = static_cast<std::size_t>(count), size = static_cast<std::size_t>(dimensions);
        const std::vector<float> values = cloud(points, size);
        const auto result = principalComponents({values, points, size}, 3);
        QVERIFY(result);
        std::vector<std::vector<double>> directions;
        double rest = result->totalVariance;
        for (std::size_t c = 0; c < 2; ++c) {
            const double expected = nextVariance(values, size, directions);
            QVERIFY2(std::abs(result->variance[c] - expected) < 1e-3 * expected,
                     qPrintable(QStringLiteral("%1 %2").arg(result->variance[c]).arg(expected)));
            std::vector<double> along(points); // each point's place along the direction, but for the sign
            double centre = 0;
            for (std::size_t i = 0; i < points; ++i) {
                for (std::size_t d = 0; d < size; ++d)
                    along[i] += values[i * size + d] * directions[c][d];
                centre += along[i] / count;
            }
            double product = 0, error = 0, length = 0;
            for (std::size_t i = 0; i < points; ++i)
                product += (along[i] - centre) * static_cast<double>(result->at(i, c));
            for (std::size_t i = 0; i < points; ++i) {
                const double place = product > 0 ? along[i] - centre : centre - along[i];
                error += std::pow(place - static_cast<double>(result->at(i, c)), 2);
                length += place * place;
            }
            QVERIFY2(error < 2e-3 * length, qPrintable(QString::number(error / length)));
            rest -= result->variance[c];
        }
        QVERIFY(rest > -1e-3 * result->totalVariance);
        QVERIFY(result->share(0) > result->share(1) && result->share(1) > result->share(2));
    }
    void isTheSameAgain()
    {
        const std::vector<float> values = cloud(64, 40);
        const auto a = principalComponents({values, 64, 40}, 10), b = principalComponents({values, 64, 40}, 10);
        QVERIFY(a->coordinates == b->coordinates && a->variance == b->variance);
    }
    void littleIsNoTrouble_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::newRow("none") << 0 << 8;
        QTest::newRow("one") << 1 << 8;
        QTest::newRow("two") << 2 << 8;
        QTest::newRow("one dimension") << 9 << 1;
        QTest::newRow("no dimension") << 9 << 0;
    }
    void littleIsNoTrouble()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        const auto points = static_cast<std::size_t>(count), size = static_cast<std::size_t>(dimensions);
        std::vector<float> values(points * size);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(i);
        const auto result = principalComponents({values, points, size}, 4);
        QVERIFY(result);
        QCOMPARE(result->coordinates.size(), points * 4);
        for (const float value : result->coordinates)
            QVERIFY(std::isfinite(value));
        if (points >= 2 && size > 0)
            QVERIFY(result->share(0) > 0.99);
    }
    void onePointManyTimesHasNoVariance()
    {
        const std::vector<float> values(20 * 6, 3.5f);
        const auto result = principalComponents({values, 20, 6}, 2);
        QCOMPARE(result->share(0), 0.0);
        for (const float value : result->coordinates)
            QCOMPARE(value, 0.0f);
    }
    void whatIsNotFiniteIsAnError()
    {
        std::vector<float> values = cloud(20, 6);
        values[33] = std::nanf("");
        QVERIFY_THROWS_EXCEPTION(Error, principalComponents({values, 20, 6}, 2));
    }
    void stopsWhenAsked()
    {
        const std::vector<float> values = cloud(64, 40);
        int asked = 0;
        QVERIFY(!principalComponents({values, 64, 40}, 2, [&] { return ++asked > 1; }));
    }
    void signsFollowTheMapBefore()
    {
        const std::vector<float> values = cloud(64, 40);
        const auto before = *principalComponents({values, 64, 40}, 2);
        PrincipalComponents turned = before;
        for (std::size_t i = 0; i < 64; ++i)
            turned.coordinates[2 * i + 1] *= -1;
        alignSigns(turned, before);
        QVERIFY(turned.coordinates == before.coordinates);
    }
};

QTEST_GUILESS_MAIN(TestPrincipalComponents)
#include "tst_principal_components.moc"
