// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/filter_structure.h"
#include "core/random/philox.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace alexscope;

class TestFilterStructure : public QObject {
    Q_OBJECT

    static HostTensor noise(std::int64_t filters)
    {
        HostTensor weights(Shape{filters, 3, 11, 11});
        PhiloxSequence random(1, Stream::Analysis, 0);
        for (float& w : weights.values)
            w = static_cast<float>(random.normal());
        return weights;
    }

private slots:
    void noiseSpreads()
    {
        for (double c : spectralConcentration(noise(50)))
            QVERIFY2(c > 0.15 && c < 0.4, qPrintable(QString::number(c)));
    }
    void gratingsConcentrate_data()
    {
        QTest::addColumn<double>("fx");
        QTest::addColumn<double>("fy");
        QTest::newRow("vertical edges") << 0.2 << 0.0;
        QTest::newRow("horizontal edges") << 0.0 << 0.15;
        QTest::newRow("oblique") << 0.2 << 0.13;
    }
    void gratingsConcentrate()
    {
        QFETCH(double, fx);
        QFETCH(double, fy);
        HostTensor weights(Shape{1, 3, 11, 11});
        for (int c = 0; c < 3; ++c)
            for (int y = 0; y < 11; ++y)
                for (int x = 0; x < 11; ++x)
                    weights.at(0, c, y, x) = static_cast<float>(std::sin(2 * M_PI * (fx * x + fy * y)));
        QVERIFY(spectralConcentration(weights)[0] > 0.8);
        const HostTensor disturbed = noise(1);
        for (std::size_t i = 0; i < weights.values.size(); ++i)
            weights.values[i] += 0.5f * disturbed.values[i];
        const double c = spectralConcentration(weights)[0];
        QVERIFY(c > spectralConcentration(disturbed)[0] && c < 0.95);
    }
    void constantsHaveNone()
    {
        HostTensor weights(Shape{2, 3, 5, 5});
        std::fill(weights.values.begin(), weights.values.begin() + 75, 4.0f);
        for (double c : spectralConcentration(weights))
            QCOMPARE(c, 0.0);
    }
    /// A shift of the pattern or a factor changes nothing.
    void invariance()
    {
        HostTensor weights = noise(1);
        const double c = spectralConcentration(weights)[0];
        for (float& w : weights.values)
            w *= -3;
        QVERIFY(std::abs(spectralConcentration(weights)[0] - c) < 1e-6);
        for (std::int64_t channel = 0; channel < 3; ++channel)
            std::rotate(weights.values.begin() + channel * 121, weights.values.begin() + channel * 121 + 11,
                        weights.values.begin() + (channel + 1) * 121);
        QVERIFY(std::abs(spectralConcentration(weights)[0] - c) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestFilterStructure)
#include "tst_filter_structure.moc"
