// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_text.h"

#include <QTest>

using namespace alexscope;

namespace {

NetworkSpec around(const Shape& input, std::vector<LayerOperation> operations)
{
    NetworkSpec network;
    network.name = "built";
    network.input = input;
    for (const LayerOperation& operation : operations)
        network.layers.push_back({concat("x", network.layers.size()), operation});
    network.layers.push_back({"fc", LinearSpec{2, {}, {}}});
    network.layers.push_back({"prob", SoftmaxLossSpec{}});
    return network;
}

/// By trial: how many windows begin within the padded picture, end within it (Floor), or at least see a cell of it
/// (Ceil).
int windows(int inputs, int size, int stride, int pad, Rounding rounding)
{
    int count = 0;
    for (int begin = -pad;; begin += stride) {
        const bool whole = begin + size <= inputs + pad;
        const bool previousEndsBefore = begin - stride + size < inputs + pad; // the last window left cells unseen
        const bool kept = whole || (rounding == Rounding::Ceil && previousEndsBefore && begin < inputs && count > 0);
        if (!kept)
            return count;
        ++count;
    }
}

} // namespace

class TestGeometry : public QObject {
    Q_OBJECT
private slots:
    void sidesAreCountedAsByTrial()
    {
        int cases = 0;
        for (const Rounding rounding : {Rounding::Floor, Rounding::Ceil})
            for (int size = 1; size <= 5; ++size)
                for (int stride = 1; stride <= 6; ++stride)
                    for (int pad = 0; pad < size; ++pad)
                        for (int side = 1; side <= 14; ++side) {
                            if (side + 2 * pad < size)
                                continue;
                            const auto g =
                                geometryOf(around({1, 3, side, side + 1},
                                                  {ConvolutionSpec{4, size, stride, pad, 1, rounding, {}, {}}}))[0];
                            QCOMPARE(g.output.h, windows(side, size, stride, pad, rounding));
                            QCOMPARE(g.output.w, windows(side + 1, size, stride, pad, rounding));
                            QCOMPARE(g.padAfterH, std::max<int>(0, static_cast<int>(g.output.h - 1) * stride + size -
                                                                       side - 2 * pad));
                            if (rounding == Rounding::Floor)
                                QCOMPARE(g.padAfterH, 0);
                            ++cases;
                        }
        QVERIFY(cases > 1000);
    }
    void theCodeOf2012RoundsUp()
    {
        const auto g =
            geometryOf(around({1, 3, 224, 224}, {ConvolutionSpec{96, 11, 4, 0, 1, Rounding::Ceil, {}, {}}}))[0];
        QCOMPARE(g.output.h, 55);
        QCOMPARE(g.padAfterH, 3);
        QCOMPARE(g.padAfterW, 3);
        const auto floor =
            geometryOf(around({1, 3, 224, 224}, {ConvolutionSpec{96, 11, 4, 0, 1, Rounding::Floor, {}, {}}}))[0];
        QCOMPARE(floor.output.h, 54);
    }
    void weightsAndWork()
    {
        const auto g = geometryOf(around({1, 6, 10, 8}, {ConvolutionSpec{4, 3, 1, 1, 2, Rounding::Floor, {}, {}},
                                                         PoolingSpec{PoolingKind::Max, 3, 2, 0, Rounding::Floor}}));
        QVERIFY(g[0].weightShape == (Shape{4, 3, 3, 3}));
        QCOMPARE(g[0].weights, 4 * 3 * 9);
        QCOMPARE(g[0].biases, 4);
        QCOMPARE(g[0].multiplyAdds, 4 * 3 * 9 * 10 * 8);
        QVERIFY(g[1].output == (Shape{1, 4, 4, 3}));
        QCOMPARE(g[1].multiplyAdds, 0);
        QVERIFY(g[2].weightShape == (Shape{2, 4 * 4 * 3, 1, 1}));
        QCOMPARE(totalsOf(g).parameters, 4 * 27 + 4 + 96 + 2);
        QCOMPARE(totalsOf(g).multiplyAdds, g[0].multiplyAdds + 96);
    }
    void receptiveOffsetsCountPadding()
    {
        const auto g = geometryOf(around({1, 3, 32, 32}, {ConvolutionSpec{4, 5, 2, 2, 1, Rounding::Floor, {}, {}},
                                                          ConvolutionSpec{4, 3, 1, 1, 1, Rounding::Floor, {}, {}}}));
        QCOMPARE(g[0].receptiveOffset, -2);
        QCOMPARE(g[1].receptiveOffset, -4);
        QCOMPARE(g[1].receptiveField, 9);
        QCOMPARE(g[1].receptiveStride, 2);
        QCOMPARE(g[2].receptiveField, 32); // the linear layer sees everything
        QCOMPARE(g[2].receptiveOffset, 0);
    }
    void classesFollowTheData()
    {
        NetworkSpec network = around({1, 3, 8, 8}, {});
        QVERIFY(!network.followsClasses());
        QVERIFY(network.withClasses(2) == network);
        QVERIFY(network.withClasses(1) == network);
        QVERIFY_EXCEPTION_THROWN(network.withClasses(3), Error);
        network.layers[0].operation = LinearSpec{0, {}, {}};
        network.classes = 9;
        QVERIFY(network.followsClasses());
        QCOMPARE(network.outputClasses(), 9);
        QVERIFY_EXCEPTION_THROWN(geometryOf(network), Error);
        const NetworkSpec resolved = network.withClasses(5);
        QCOMPARE(resolved.outputClasses(), 5);
        QCOMPARE(geometryOf(resolved).back().output.c, 5);
        QVERIFY_EXCEPTION_THROWN(network.withClasses(0), Error);
    }
    void specsBuiltInCodeAreChecked_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d", i) << i;
    }
    void specsBuiltInCodeAreChecked()
    {
        QFETCH(int, number);
        const LayerOperation bad[] = {
            ConvolutionSpec{0, 3, 1, 0, 1, Rounding::Floor, {}, {}},
            ConvolutionSpec{4, 0, 1, 0, 1, Rounding::Floor, {}, {}},
            ConvolutionSpec{4, 3, 0, 0, 1, Rounding::Floor, {}, {}},
            ConvolutionSpec{4, 3, 1, -1, 1, Rounding::Floor, {}, {}},
            ConvolutionSpec{4, 3, 1, 0, 0, Rounding::Floor, {}, {}},
            LrnSpec{-1, 2, 1, 1, AlphaConvention::Paper, 1},
            DropoutSpec{1.0, DropoutConvention::Paper},
            PoolingSpec{PoolingKind::Max, 2000, 1, 0, Rounding::Floor},
        };
        try {
            geometryOf(around({1, 3, 8, 8}, {bad[number]}));
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY2(QByteArray(e.what()).startsWith("built: x0: "), e.what());
        }
    }
    void parametersComeInFileOrder()
    {
        NetworkSpec network =
            around({1, 3, 8, 8},
                   {ConvolutionSpec{4, 3, 1, 0, 1, Rounding::Floor, {0.5, 0.25}, {1, 2, 3, 4}}, ActivationSpec{}});
        const auto list = parametersOf(network);
        QCOMPARE(list.size(), std::size_t(4));
        QCOMPARE(list[0].name, std::string("x0.weight"));
        QCOMPARE(list[1].name, std::string("x0.bias"));
        QCOMPARE(list[2].name, std::string("fc.weight"));
        QCOMPARE(list[0].rank, 4);
        QCOMPARE(list[1].rank, 1);
        QCOMPARE(list[2].rank, 2);
        QCOMPARE(list[2].layer, 2);
        QCOMPARE(list[0].initialStd, 0.5);
        QCOMPARE(list[1].initialValue, 0.25);
        QCOMPARE(list[0].rateFactor, 1.0);
        QCOMPARE(list[1].rateFactor, 2.0);
        QCOMPARE(list[0].decayFactor, 3.0);
        QCOMPARE(list[1].decayFactor, 4.0);
        QVERIFY(list[1].isBias && !list[0].isBias);
        QVERIFY(list[0].shape == (Shape{4, 3, 3, 3}));
        QVERIFY(list[1].shape == (Shape{4, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
