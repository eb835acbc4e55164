// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/random/philox.h"
#include "core/reference/reference_backend.h"
#include "core/verification/check_row.h"
#include "core/verification/single_layer.h"
#include "core/verification/test_numbers.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;

namespace {

LayerGeometry geometry(Shape input, Shape output)
{
    LayerGeometry g;
    g.input = input;
    g.output = output;
    return g;
}

/// Forward in double, one picture; the layer stays for more questions.
std::unique_ptr<SingleLayer> forwarded(Backend& backend, const LayerSpec& spec, const LayerGeometry& g,
                                       const std::vector<double>& x, Phase phase = Phase::Training)
{
    const auto batch = static_cast<std::int64_t>(x.size()) / g.input.count();
    auto layer = std::make_unique<SingleLayer>(backend, spec, g, 0, batch);
    layer->upload(layer->input(), x);
    layer->kernel().forward({phase, 2012, 5});
    return layer;
}

std::vector<double> random(std::int64_t count, std::uint64_t seed)
{
    const std::vector<float> values = TestNumbers(seed, Precision::Fp32).normal(count, 1);
    return {values.begin(), values.end()};
}

} // namespace

class TestReferenceLayers : public QObject {
    Q_OBJECT

    std::unique_ptr<Backend> m_backend = makeReferenceBackend(true);

    std::vector<double> output(SingleLayer& layer) { return layer.download(layer.kernel().output()); }
    std::vector<double> backward(SingleLayer& layer, const std::vector<double>& gradient)
    {
        layer.upload(layer.kernel().outputGradient(), gradient);
        layer.kernel().backward({Phase::Training, 2012, 5});
        return layer.download(layer.inputGradient());
    }

    /// Convolution of `channels` × 6 × 5 to 8 filters of 3×3 with these weights.
    std::vector<double> convolved(int channels, int groups, const std::vector<double>& weights)
    {
        LayerGeometry g = geometry({1, channels, 6, 5}, {1, 8, 6, 5});
        g.weightShape = {8, channels / groups, 3, 3};
        g.weights = g.weightShape.count();
        g.biases = 8;
        const LayerSpec spec{"conv", ConvolutionSpec{8, 3, 1, 1, groups, Rounding::Floor, {}, {}}};
        SingleLayer layer(*m_backend, spec, g, 0, 2);
        layer.upload(layer.input(), random(layer.input().shape().count(), 1));
        layer.upload(layer.weight().value, weights);
        layer.kernel().forward({});
        return output(layer);
    }

private slots:
    void lrnHasThePublishedValues_data()
    {
        QTest::addColumn<double>("k");
        QTest::addColumn<bool>("divided");
        QTest::addColumn<double>("channel4");
        QTest::newRow("paper") << 2.0 << false << 50.53581;
        QTest::newRow("alpha / n") << 2.0 << true << 91.13136;
        QTest::newRow("Caffe") << 1.0 << true << 125.97932;
    }
    void lrnHasThePublishedValues()
    {
        QFETCH(double, k);
        QFETCH(bool, divided);
        QFETCH(double, channel4);
        const LayerSpec spec{
            "norm", LrnSpec{5, k, 1e-4, 0.75, divided ? AlphaConvention::DividedByN : AlphaConvention::Paper, 1}};
        const auto layer =
            forwarded(*m_backend, spec, geometry({1, 8, 1, 1}, {1, 8, 1, 1}), {0, 100, 0, 50, 200, 10, 0, 30});
        QVERIFY(std::abs(output(*layer)[4] - channel4) < 5e-6);
    }

    /// Two groups are a dense convolution whose weights between the groups are zero.
    void groupsAreBlocksOfADenseConvolution()
    {
        const std::vector<double> grouped = random(8 * 3 * 9, 2);
        const auto dense = [&](bool swapHalves) {
            std::vector<double> weights(8 * 6 * 9);
            for (std::size_t o = 0; o < 8; ++o) {
                const std::size_t first = (o < 4) == swapHalves ? 3 : 0;
                std::copy_n(&grouped[o * 27], 27, &weights[o * 54 + first * 9]);
            }
            return weights;
        };
        const std::vector<double> expected = convolved(6, 1, dense(false));
        QVERIFY(tensorError(convolved(6, 2, grouped), expected) <= 1e-15);
        QVERIFY(tensorError(convolved(6, 2, grouped), convolved(6, 1, dense(true))) > 0.1);
    }

    void firstMaximumGetsTheGradient()
    {
        const LayerSpec spec{"pool", PoolingSpec{PoolingKind::Max, 3, 2, 0, Rounding::Ceil}};
        const auto layer = forwarded(*m_backend, spec, geometry({1, 1, 3, 4}, {1, 1, 1, 2}),
                                     {1, 5, 2, 5, //
                                      5, 5, 0, 5, //
                                      5, 1, 1, 1});
        QCOMPARE(output(*layer), (std::vector<double>{5, 5}));
        QCOMPARE(backward(*layer, {10, 1}), (std::vector<double>{0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
    }
    void cellsBeyondTheBorderDoNotCount()
    {
        const LayerSpec average{"pool", PoolingSpec{PoolingKind::Average, 2, 2, 1, Rounding::Floor}};
        const auto layer = forwarded(*m_backend, average, geometry({1, 1, 2, 2}, {1, 1, 2, 2}), {-1, -2, -3, -4});
        QCOMPARE(output(*layer), (std::vector<double>{-1, -2, -3, -4}));
        const LayerSpec maximum{"pool", PoolingSpec{PoolingKind::Max, 2, 2, 1, Rounding::Floor}};
        QCOMPARE(output(*forwarded(*m_backend, maximum, geometry({1, 1, 2, 2}, {1, 1, 2, 2}), {-1, -2, -3, -4})),
                 (std::vector<double>{-1, -2, -3, -4}));
    }

    void dropoutFollowsTheCountedNumbers_data()
    {
        QTest::addColumn<bool>("inverted");
        QTest::newRow("paper") << false;
        QTest::newRow("inverted") << true;
    }
    void dropoutFollowsTheCountedNumbers()
    {
        QFETCH(bool, inverted);
        const double p = 0.25;
        const LayerSpec spec{"drop", DropoutSpec{p, inverted ? DropoutConvention::Inverted : DropoutConvention::Paper}};
        const LayerGeometry g = geometry({1, 1000, 1, 1}, {1, 1000, 1, 1});
        const std::vector<double> ones(3000, 1.0);
        const auto layer = forwarded(*m_backend, spec, g, ones);
        const std::vector<double> y = output(*layer);
        const double kept = inverted ? 1 / (1 - p) : 1;
        int dropped = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            const bool drop = philoxWord(2012, static_cast<std::uint32_t>(Stream::Dropout), 5, i) < dropThreshold(p);
            dropped += drop;
            QCOMPARE(y[i], drop ? 0.0 : kept);
        }
        QVERIFY(dropped > 650 && dropped < 850); // 750 ± 4 σ
        QCOMPARE(backward(*layer, ones), y);
        QCOMPARE(output(*forwarded(*m_backend, spec, g, ones, Phase::Test)),
                 std::vector<double>(3000, inverted ? 1 : 1 - p));
    }

    void softmaxNeitherOverflowsNorHidesNaN()
    {
        const LayerSpec spec{"prob", SoftmaxLossSpec{}};
        const LayerGeometry g = geometry({1, 3, 1, 1}, {1, 3, 1, 1});
        const auto layer = forwarded(*m_backend, spec, g, {1000, 1000, -1000});
        QCOMPARE(output(*layer), (std::vector<double>{0.5, 0.5, 0}));
        layer->loss()->setLabels(std::vector<std::int32_t>{2});
        layer->kernel().forward({});
        QCOMPARE(layer->loss()->result().loss, 2000 + std::log(2.0));
        layer->upload(layer->input(), std::vector<double>(3, std::numeric_limits<double>::quiet_NaN()));
        layer->kernel().forward({});
        QVERIFY(std::isnan(layer->loss()->result().loss));
        QCOMPARE(layer->loss()->result().top1Errors, 1);
    }
    /// Seven classes, all equally probable: the true class ranks by its number.
    void tiesRankByClassNumber()
    {
        const LayerSpec spec{"prob", SoftmaxLossSpec{}};
        const auto layer =
            forwarded(*m_backend, spec, geometry({1, 7, 1, 1}, {1, 7, 1, 1}), std::vector<double>(4 * 7, 0.0));
        layer->loss()->setLabels(std::vector<std::int32_t>{0, 1, 4, 5});
        layer->kernel().forward({});
        const BatchResult result = layer->loss()->result();
        QCOMPARE(result.pictures, 4);
        QCOMPARE(result.top1Errors, 3);
        QCOMPARE(result.top5Errors, 1);
        QVERIFY(std::abs(result.loss - std::log(7.0)) < 1e-14);
    }
    void paddingPicturesHaveNoGradient()
    {
        const LayerSpec spec{"prob", SoftmaxLossSpec{}};
        const auto layer = forwarded(*m_backend, spec, geometry({1, 2, 1, 1}, {1, 2, 1, 1}), {0, 0, 0, 0, 3, 7});
        layer->loss()->setLabels(std::vector<std::int32_t>{1, 0});
        layer->kernel().forward({});
        QCOMPARE(layer->loss()->result().pictures, 2);
        layer->kernel().backward({});
        QCOMPARE(layer->download(layer->inputGradient()), (std::vector<double>{0.25, -0.25, -0.25, 0.25, 0, 0}));
    }

    void stepFollowsThePrintedRule()
    {
        LayerGeometry g = geometry({1, 1, 1, 1}, {1, 1, 1, 1});
        g.weightShape = {1, 1, 1, 1};
        g.weights = g.biases = 1;
        SingleLayer layer(*m_backend, {"fc", LinearSpec{1, {}, {}}}, g, 0, 1);
        layer.upload(layer.weight().value, std::vector<double>{2});
        layer.upload(layer.weight().velocity, std::vector<double>{0.5});
        layer.upload(layer.weight().gradient, std::vector<double>{3});
        UpdateNorms norms;
        m_backend->update(std::vector<ParameterUpdate>{{&layer.weight(), 0.1, 0.01}}, 0.9, &norms);
        const double v = 0.9 * 0.5 - 0.01 * 0.1 * 2 - 0.1 * 3;
        QCOMPARE(layer.download(layer.weight().velocity).front(), v);
        QCOMPARE(layer.download(layer.weight().value).front(), 2 + v);
        QCOMPARE(norms.update.front(), std::abs(v));
        QCOMPARE(norms.weight.front(), 2 + v);
    }

    void errorsAreSentences()
    {
        QVERIFY(m_backend->whyNot(Precision::Bf16).has_value());
        QVERIFY_THROWS_EXCEPTION(Error, m_backend->makeInput({1, 1, 1, 1}, Precision::Bf16));
        const Tensor tensor = m_backend->makeInput({1, 2, 1, 1}, Precision::Fp32);
        QVERIFY_THROWS_EXCEPTION(Error, m_backend->upload(tensor, std::span<const float>(std::vector<float>(3))));
        const auto other = makeReferenceBackend(false);
        QVERIFY_THROWS_EXCEPTION(Error, other->upload(tensor, std::span<const float>(std::vector<float>(2))));
        const auto loss =
            forwarded(*m_backend, {"prob", SoftmaxLossSpec{}}, geometry({1, 3, 1, 1}, {1, 3, 1, 1}), {1, 2, 3});
        QVERIFY_THROWS_EXCEPTION(Error, loss->loss()->setLabels(std::vector<std::int32_t>{3}));
        QVERIFY_THROWS_EXCEPTION(Error, loss->loss()->setLabels(std::vector<std::int32_t>{-1}));
        QVERIFY_THROWS_EXCEPTION(Error, loss->loss()->setLabels(std::vector<std::int32_t>{0, 1}));
    }
};

QTEST_GUILESS_MAIN(TestReferenceLayers)
#include "tst_reference_layers.moc"
