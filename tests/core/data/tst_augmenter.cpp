// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/augmenter.h"
#include "core/error.h"
#include "noise_set.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace alexscope;
using tests::NoiseSet;

namespace {

struct Case {
    Preprocessing preprocessing;
    Augmentation augmentation;
    Shape input{1, 3, 9, 9};
};

Case plain(int resize, int input)
{
    Case c;
    c.preprocessing.resize = resize;
    c.preprocessing.mean = MeanKind::None;
    c.input.h = c.input.w = input;
    return c;
}

/// Straight from the definition: one number of the input.
double expected(const Case& c, const SetStatistics& s, ImageView resized, const SampleTransform& t, int channel, int y,
                int x)
{
    const int crop = static_cast<int>(c.input.h), side = resized.width;
    const int sx = t.x + (t.mirrored ? crop - 1 - x : x), sy = t.y + y;
    if (sx < 0 || sy < 0 || sx >= side || sy >= side)
        return 0;
    const Preprocessing& p = c.preprocessing;
    double value[3];
    for (std::size_t i = 0; i < 3; ++i) {
        double mean = 0;
        if (p.mean == MeanKind::Channel)
            mean = p.meanFromData ? s.channelMean[i] : p.channelMean[i];
        if (p.mean == MeanKind::Picture)
            mean = s.meanPicture[(i * static_cast<std::size_t>(side) + static_cast<std::size_t>(sy)) *
                                     static_cast<std::size_t>(side) +
                                 static_cast<std::size_t>(sx)];
        value[i] = (resized.pixel(sx, sy)[i] + t.colourShift[i] - mean) * p.scale;
    }
    if (c.input.c == 1)
        return (value[0] + value[1] + value[2]) / 3 / ((p.deviation[0] + p.deviation[1] + p.deviation[2]) / 3);
    const int source = p.order == ChannelOrder::Bgr ? 2 - channel : channel;
    return value[source] / p.deviation[static_cast<std::size_t>(source)];
}

} // namespace

class TestAugmenter : public QObject {
    Q_OBJECT
private slots:
    void inputFollowsTheDefinition_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("resize");
        QTest::addColumn<int>("pad");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("mean");
        QTest::addColumn<bool>("bgr");
        QTest::addColumn<bool>("fromData");
        QTest::newRow("crop") << 16 << 16 << 16 << 0 << 3 << int(MeanKind::None) << false << true;
        QTest::newRow("channel mean") << 16 << 16 << 16 << 0 << 3 << int(MeanKind::Channel) << false << true;
        QTest::newRow("given mean, bgr") << 16 << 16 << 16 << 0 << 3 << int(MeanKind::Channel) << true << false;
        QTest::newRow("mean picture") << 16 << 16 << 16 << 0 << 3 << int(MeanKind::Picture) << false << true;
        QTest::newRow("mean picture, bgr, resized, padded")
            << 31 << 23 << 16 << 3 << 3 << int(MeanKind::Picture) << true << true;
        QTest::newRow("padded") << 9 << 9 << 9 << 4 << 3 << int(MeanKind::Channel) << false << true;
        QTest::newRow("grey") << 16 << 16 << 16 << 0 << 1 << int(MeanKind::Channel) << false << true;
        QTest::newRow("grey mean picture padded")
            << 12 << 12 << 12 << 2 << 1 << int(MeanKind::Picture) << false << true;
        QTest::newRow("no resizing asked for") << 40 << 20 << 0 << 0 << 3 << int(MeanKind::Channel) << false << true;
        QTest::newRow("padding makes up for a small picture")
            << 7 << 7 << 7 << 1 << 3 << int(MeanKind::Channel) << false << true;
    }
    void inputFollowsTheDefinition()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, resize);
        QFETCH(int, pad);
        QFETCH(int, channels);
        QFETCH(int, mean);
        QFETCH(bool, bgr);
        QFETCH(bool, fromData);
        const NoiseSet set(4, width, height);
        Case c = plain(resize, 9);
        c.input.c = channels;
        c.preprocessing.mean = MeanKind(mean);
        c.preprocessing.order = bgr ? ChannelOrder::Bgr : ChannelOrder::Rgb;
        c.preprocessing.meanFromData = fromData;
        c.preprocessing.channelMean = {100, 50, 20};
        c.preprocessing.scale = 1 / 255.0;
        c.preprocessing.deviation = {0.2, 0.3, 0.4};
        c.augmentation.pad = pad;
        c.augmentation.colourSigma = 0.1;
        const SetStatistics s = statisticsOfSet(set, c.preprocessing, 9);
        const Augmenter augmenter(c.preprocessing, c.augmentation, s, c.input);
        std::vector<float> input(static_cast<std::size_t>(c.input.perPicture()), 1e9f);
        Image scratch;
        for (std::uint64_t k = 0; k < 60; ++k) {
            const SampleTransform t = augmenter.trainingTransform(3, k);
            const ImageView picture = set.image(k % 4, scratch);
            augmenter.apply(picture, t, input);
            const Image resized = resizeToSquare(picture, resize > 0 ? resize : 9, false);
            const Image shown = augmenter.applyForDisplay(picture, t);
            std::size_t at = 0;
            for (int channel = 0; channel < channels; ++channel)
                for (int y = 0; y < 9; ++y)
                    for (int x = 0; x < 9; ++x, ++at) {
                        const double want = expected(c, s, resized, t, channel, y, x);
                        QVERIFY2(std::abs(input[at] - want) < 1e-4,
                                 qPrintable(QString("k %1 channel %2 y %3 x %4: %5, not %6")
                                                .arg(k)
                                                .arg(channel)
                                                .arg(y)
                                                .arg(x)
                                                .arg(double(input[at]))
                                                .arg(want)));
                        if (mean == int(MeanKind::Channel) &&
                            channels == 3) { // what people see agrees with what the network gets
                            const auto source = static_cast<std::size_t>(bgr ? 2 - channel : channel);
                            const double m = fromData ? s.channelMean[source] : c.preprocessing.channelMean[source];
                            const double pixel =
                                std::clamp(want * c.preprocessing.deviation[source] * 255 + m, 0.0, 255.0);
                            QVERIFY(std::abs(shown.rgb[3 * (at % 81) + source] - pixel) <= 0.51);
                        }
                    }
        }
    }
    void displayInvertsTheInput()
    {
        const NoiseSet set(4, 16, 16);
        for (MeanKind kind : {MeanKind::None, MeanKind::Channel, MeanKind::Picture})
            for (ChannelOrder order : {ChannelOrder::Rgb, ChannelOrder::Bgr}) {
                Case c = plain(16, 9);
                c.preprocessing.mean = kind;
                c.preprocessing.order = order;
                c.preprocessing.deviation = {60, 50, 40};
                const Augmenter augmenter(c.preprocessing, c.augmentation, statisticsOfSet(set, c.preprocessing, 9),
                                          c.input);
                std::vector<float> input(243);
                Image scratch;
                const ImageView picture = set.image(1, scratch);
                augmenter.apply(picture, augmenter.centreTransform(), input);
                QVERIFY(augmenter.toDisplay(input).rgb ==
                        augmenter.applyForDisplay(picture, augmenter.centreTransform()).rgb);
            }
    }
    void tenCropsLieWhereThePaperPutsThem()
    {
        const Case c = plain(256, 227);
        const Augmenter augmenter(c.preprocessing, c.augmentation, {}, c.input);
        const auto crops = augmenter.tenCrops();
        QCOMPARE(crops.size(), std::size_t(10));
        const int corners[5][2] = {{0, 0}, {29, 0}, {0, 29}, {29, 29}, {14, 14}};
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(crops[i].x, corners[i % 5][0]);
            QCOMPARE(crops[i].y, corners[i % 5][1]);
            QCOMPARE(crops[i].mirrored, i >= 5);
            QVERIFY(crops[i].colourShift == (std::array<double, 3>{}));
        }
    }
    void cropsAndReflectionsAreEvenlySpread()
    {
        const Case c = plain(12, 9); // 4 × 4 positions, twice
        const Augmenter augmenter(c.preprocessing, c.augmentation, {}, c.input);
        int counts[2][4][4] = {};
        const int n = 32000;
        for (std::uint64_t k = 0; k < n; ++k) {
            const SampleTransform t = augmenter.trainingTransform(11, k);
            QVERIFY(t.x >= 0 && t.x < 4 && t.y >= 0 && t.y < 4);
            ++counts[t.mirrored][t.y][t.x];
        }
        for (const auto& mirrored : counts)
            for (const auto& row : mirrored)
                for (int count : row)
                    QVERIFY2(std::abs(count - n / 32) < 160, qPrintable(QString::number(count))); // five deviations
    }
    void colourNoiseFollowsTheAxes()
    {
        Case c = plain(12, 9);
        c.augmentation.colourSigma = 0.1;
        SetStatistics s;
        s.axes = {{{0.6, 0.8, 0}, {-0.8, 0.6, 0}, {0, 0, 1}}};
        s.axisDeviation = {100, 30, 10};
        const Augmenter augmenter(c.preprocessing, c.augmentation, s, c.input);
        double squares[3] = {}, sum[3] = {};
        const int n = 20000;
        for (std::uint64_t k = 0; k < n; ++k) {
            const auto shift = augmenter.trainingTransform(5, k).colourShift;
            for (std::size_t i = 0; i < 3; ++i) {
                const double along = shift[0] * s.axes[i][0] + shift[1] * s.axes[i][1] + shift[2] * s.axes[i][2];
                squares[i] += along * along / n;
                sum[i] += along / n;
            }
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const double sigma = 0.1 * s.axisDeviation[i];
            QVERIFY(std::abs(std::sqrt(squares[i]) / sigma - 1) < 0.03);
            QVERIFY(std::abs(sum[i]) < 5 * sigma / std::sqrt(double(n)));
        }
    }
    void switchedOffMeansTheCentre()
    {
        Case c = plain(20, 9);
        c.augmentation = {false, 0, false, 0};
        const Augmenter augmenter(c.preprocessing, c.augmentation, {}, c.input);
        for (std::uint64_t k = 0; k < 100; ++k) {
            const SampleTransform t = augmenter.trainingTransform(1, k);
            QVERIFY(t.x == 5 && t.y == 5 && !t.mirrored && t.colourShift == (std::array<double, 3>{}));
        }
    }
    void transformIsAPureFunction()
    {
        Case c = plain(20, 9);
        c.augmentation.colourSigma = 0.1;
        SetStatistics s;
        s.axes = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
        s.axisDeviation = {1, 1, 1};
        const Augmenter a(c.preprocessing, c.augmentation, s, c.input), b = a;
        std::set<double> shifts;
        for (std::uint64_t k = 500; k-- > 0;) { // backwards: nothing remembers what was asked before
            const SampleTransform t = a.trainingTransform(7, k), again = b.trainingTransform(7, k);
            QVERIFY(t.x == again.x && t.y == again.y && t.mirrored == again.mirrored &&
                    t.colourShift == again.colourShift);
            shifts.insert(t.colourShift[0]);
        }
        QVERIFY(shifts.size() > 495);
    }
    void impossibleRequestsAreErrors()
    {
        const auto make = [](const Case& c) { Augmenter(c.preprocessing, c.augmentation, {}, c.input); };
        Case c = plain(8, 9);
        QVERIFY_THROWS_EXCEPTION(Error, make(c));
        c.augmentation.pad = 1;
        make(c);
        c = plain(12, 9);
        c.input.c = 2;
        QVERIFY_THROWS_EXCEPTION(Error, make(c));
        c = plain(12, 9);
        c.input.w = 8;
        QVERIFY_THROWS_EXCEPTION(Error, make(c));
        c = plain(12, 9);
        c.preprocessing.deviation[1] = 0;
        QVERIFY_THROWS_EXCEPTION(Error, make(c));
        c = plain(12, 9);
        c.preprocessing.mean = MeanKind::Picture; // and no mean picture
        QVERIFY_THROWS_EXCEPTION(Error, make(c));
        c = plain(12, 9);
        const Augmenter augmenter(c.preprocessing, c.augmentation, {}, c.input);
        std::vector<float> tooSmall(100);
        QVERIFY_THROWS_EXCEPTION(Error, augmenter.apply(Image(12, 12), {}, tooSmall));
    }
    void alexnetBatch()
    {
        const NoiseSet set(8, 256, 256, true);
        Case c = plain(256, 227);
        c.preprocessing.mean = MeanKind::Picture;
        c.augmentation.colourSigma = 0.1;
        const Augmenter augmenter(c.preprocessing, c.augmentation, statisticsOfSet(set, c.preprocessing, 227), c.input);
        std::vector<float> batch(static_cast<std::size_t>(128 * c.input.perPicture()));
        const auto perPicture = static_cast<std::size_t>(c.input.perPicture());
        Image scratch;
        QBENCHMARK
        {
            for (std::size_t k = 0; k < 128; ++k)
                augmenter.apply(set.image(k % 8, scratch), augmenter.trainingTransform(1, k),
                                {batch.data() + k * perPicture, perPicture});
        }
    }
};

QTEST_GUILESS_MAIN(TestAugmenter)
#include "tst_augmenter.moc"
