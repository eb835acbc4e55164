// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/set_statistics.h"
#include "core/error.h"
#include "noise_set.h"

#include <QTest>

#include <cmath>

using namespace alexscope;
using tests::NoiseSet;

class TestSetStatistics : public QObject {
    Q_OBJECT
private slots:
    void agreesWithADirectComputation()
    {
        const NoiseSet set(20, 12, 12);
        Preprocessing p;
        p.resize = 12;
        p.mean = MeanKind::Picture;
        const SetStatistics s = statisticsOfSet(set, p, 12);
        QCOMPARE(s.picturesUsed, std::size_t(20));

        // Two passes in double, straight from the definition.
        double mean[3] = {}, covariance[3][3] = {};
        const double pixels = 20 * 144;
        Image scratch;
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t i = 0; i < 20; ++i) {
                const ImageView view = set.image(i, scratch);
                for (int k = 0; k < 144; ++k)
                    for (int a = 0; a < 3; ++a) {
                        if (pass == 0)
                            mean[a] += view.rgb[3 * k + a] / pixels;
                        else
                            for (int b = 0; b < 3; ++b)
                                covariance[a][b] +=
                                    (view.rgb[3 * k + a] - mean[a]) * (view.rgb[3 * k + b] - mean[b]) / pixels;
                    }
            }
        for (std::size_t a = 0; a < 3; ++a) {
            QVERIFY(std::abs(s.channelMean[a] - mean[a]) < 1e-9);
            QVERIFY(std::abs(s.channelDeviation[a] - std::sqrt(covariance[a][a])) < 1e-9);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const double value = s.axisDeviation[i] * s.axisDeviation[i];
            QVERIFY(i == 0 || s.axisDeviation[i] <= s.axisDeviation[i - 1]);
            for (std::size_t a = 0; a < 3; ++a) { // C·axis = λ·axis
                double product = 0;
                for (std::size_t b = 0; b < 3; ++b)
                    product += covariance[a][b] * s.axes[i][b];
                QVERIFY(std::abs(product - value * s.axes[i][a]) < 1e-8 * covariance[2][2]);
            }
            for (std::size_t j = 0; j < 3; ++j) {
                const double dot =
                    s.axes[i][0] * s.axes[j][0] + s.axes[i][1] * s.axes[j][1] + s.axes[i][2] * s.axes[j][2];
                QVERIFY(std::abs(dot - (i == j ? 1 : 0)) < 1e-12);
            }
        }
        QCOMPARE(s.meanSide, 12);
        QCOMPARE(s.meanPicture.size(), std::size_t(3 * 144));
        double pixel = 0; // blue of (5, 7)
        for (std::size_t i = 0; i < 20; ++i)
            pixel += set.image(i, scratch).pixel(5, 7)[2] / 20.0;
        QVERIFY(std::abs(s.meanPicture[2 * 144 + 7 * 12 + 5] - pixel) < 1e-4);
    }
    void oneColourHasNoSpread()
    {
        class Red : public NoiseSet {
        public:
            Red() : NoiseSet(3, 4, 4) {}
            ImageView image(std::size_t, Image& scratch) const override
            {
                scratch = Image(4, 4);
                for (std::size_t i = 0; i < scratch.rgb.size(); i += 3)
                    scratch.rgb[i] = 200;
                return scratch;
            }
        };
        const SetStatistics s = statisticsOfSet(Red{}, {}, 4);
        QCOMPARE(s.channelMean[0], 200.0);
        QCOMPARE(s.channelMean[1], 0.0);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(s.axisDeviation[i], 0.0);
        QCOMPARE(s.meanSide, 0);
    }
    void repeatsBitForBit()
    {
        const NoiseSet set(101, 20, 15);
        Preprocessing p;
        p.resize = 9;
        p.mean = MeanKind::Picture;
        const SetStatistics first = statisticsOfSet(set, p, 9);
        for (int i = 0; i < 5; ++i) { // however the threads share the work
            const SetStatistics again = statisticsOfSet(set, p, 9);
            QVERIFY(again.channelMean == first.channelMean);
            QVERIFY(again.axes == first.axes);
            QVERIFY(again.axisDeviation == first.axisDeviation);
            QVERIFY(again.meanPicture == first.meanPicture);
        }
    }
    void limitTakesEvenlySpacedPictures()
    {
        const NoiseSet set(100, 8, 8);
        const SetStatistics s = statisticsOfSet(set, {}, 8, 10);
        QCOMPARE(s.picturesUsed, std::size_t(10));
        QCOMPARE(set.reads.load(), std::size_t(10));
    }
    void cancellingReturnsWhatWasGathered()
    {
        const NoiseSet set(2000, 8, 8);
        const SetStatistics s = statisticsOfSet(set, {}, 8, 2000, [] { return true; });
        QVERIFY(s.picturesUsed < 2000);
    }
    void errorsOfTheSetArrive()
    {
        NoiseSet set(50, 8, 8);
        set.broken = 33;
        QVERIFY_THROWS_EXCEPTION(Error, statisticsOfSet(set, {}, 8));
        QVERIFY_THROWS_EXCEPTION(Error, statisticsOfSet(NoiseSet(0, 1, 1), {}, 8));
    }
};

QTEST_GUILESS_MAIN(TestSetStatistics)
#include "tst_set_statistics.moc"
