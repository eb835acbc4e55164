// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network.h"
#include "core/random/philox.h"
#include "core/reference/reference_backend.h"
#include "core/verification/test_numbers.h"
#include "core/verification/verification_networks.h"
#include "tests/core/pairing_backend.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace alexscope;

namespace {

std::vector<float> pictures(std::int64_t count)
{
    return TestNumbers(5, Precision::Fp32).normal(count * tinyAlexNet().input.count(), 1);
}

int lastLayer(const Network& network)
{
    return static_cast<int>(network.spec().layers.size()) - 1;
}

std::vector<float> probabilities(Network& network, const std::vector<float>& input)
{
    network.setInput(input);
    network.forward({Phase::Test, 0, 0});
    return network.download(network.activation(lastLayer(network))).values;
}

} // namespace

class TestNetwork : public QObject {
    Q_OBJECT

    std::unique_ptr<Backend> m_backend = makeReferenceBackend();

private slots:
    void initialWeightsAreAFunctionOfTheSeed()
    {
        NetworkSpec spec = tinyAlexNet();
        std::get<LinearSpec>(spec.layers[15].operation) = {
            4096 * 180, {0.02, 0.3}, {}}; // large enough for several threads
        Network network(spec, *m_backend, {1, Precision::Fp32, false, false});
        network.initialise(7);
        const auto& list = network.parameters()->list;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::vector<float> values = network.download(list[i].value).values;
            if (list[i].info.isBias) {
                QVERIFY(std::all_of(values.begin(), values.end(),
                                    [&](float v) { return v == static_cast<float>(list[i].info.initialValue); }));
                continue;
            }
            PhiloxSequence sequence(7, static_cast<std::uint32_t>(Stream::Weights) + static_cast<std::uint32_t>(i), 0);
            for (const float value : values)
                if (value != static_cast<float>(list[i].info.initialStd * sequence.normal()))
                    QFAIL(list[i].info.name.c_str());
        }
        const Statistics fc6 = statisticsOf(network.download(network.parameters()->find("fc6.weight")->value).values);
        QVERIFY(std::abs(fc6.standardDeviation - 0.02) < 1e-4 && std::abs(fc6.mean) < 1e-4);
    }
    void otherSeedsGiveOtherWeightsAndOldVelocityGoes()
    {
        Network network(tinyAlexNet(), *m_backend, {1, Precision::Fp32, true, false});
        Parameter& weight = *network.parameters()->find("conv1.weight");
        network.initialise(1);
        const auto first = network.download(weight.value).values;
        m_backend->upload(weight.velocity, std::span<const float>(first));
        network.initialise(2);
        QVERIFY(network.download(weight.value).values != first);
        QCOMPARE(statisticsOf(network.download(weight.velocity).values).zeros, weight.info.shape.count());
        network.initialise(1);
        QCOMPARE(network.download(weight.value).values, first);
    }

    void networksOfOtherBatchSizesShareParameters()
    {
        Network training(tinyAlexNet(), *m_backend, {3, Precision::Fp32, true, true});
        training.initialise(1);
        Network single(tinyAlexNet(), *m_backend, {1, Precision::Fp32, false, true}, training.parameters());
        const std::vector<float> input = pictures(3);
        const std::vector<float> all = probabilities(training, input);
        const auto perPicture = input.size() / 3;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto start = input.begin() + static_cast<std::ptrdiff_t>(i * perPicture);
            const std::vector<float> one =
                probabilities(single, {start, start + static_cast<std::ptrdiff_t>(perPicture)});
            QVERIFY(std::equal(one.begin(), one.end(), all.begin() + static_cast<std::ptrdiff_t>(i * 10)));
        }
        QVERIFY_THROWS_EXCEPTION(
            Error, Network(tinyVariety(), *m_backend, {1, Precision::Fp32, false, true}, training.parameters()));
    }
    /// The other order: a network that only classifies made the parameters, training comes later.
    void trainingAddsGradientsToSharedParameters()
    {
        Network single(tinyAlexNet(), *m_backend, {1, Precision::Fp32, false, true});
        QVERIFY(!single.parameters()->list[0].gradient.exists());
        Network training(tinyAlexNet(), *m_backend, {2, Precision::Fp32, true, true}, single.parameters());
        QVERIFY(single.parameters()->list[0].gradient.exists());
        QVERIFY(single.parameters()->list[0].velocity.exists());
    }

    void shortBatchesArePaddedWithZeros()
    {
        Network network(tinyAlexNet(), *m_backend, {4, Precision::Fp32, true, false});
        network.initialise(1);
        network.setInput(pictures(4));
        network.setInput(pictures(2));
        const std::vector<float> input = network.download(network.input()).values;
        const auto half = static_cast<std::ptrdiff_t>(input.size() / 2);
        QVERIFY(std::all_of(input.begin() + half, input.end(), [](float v) { return v == 0; }));
        QVERIFY(std::equal(input.begin(), input.begin() + half, pictures(2).begin()));
        network.setLabels(std::vector<std::int32_t>{1, 2});
        network.forward({});
        QCOMPARE(network.result().pictures, 2);
        network.setLabels({});
        network.forward({});
        QCOMPARE(network.result().pictures, 0);
        QVERIFY_THROWS_EXCEPTION(Error, network.setInput(pictures(5)));
        QVERIFY_THROWS_EXCEPTION(Error, network.setInput(std::vector<float>(100)));
    }

    void aFusedKernelOwnsTheOutputOfItsLastLayer()
    {
        PairingBackend pairing;
        Network fused(tinyAlexNet(), pairing, {2, Precision::Fp32, true, true});
        Network plain(tinyAlexNet(), pairing, {2, Precision::Fp32, true, false}, fused.parameters());
        QCOMPARE(fused.kernelCount(), plain.kernelCount() - 5);
        QCOMPARE(plain.kernelCount(), 21);
        const int conv2 = fused.spec().indexOf("conv2"), relu2 = fused.spec().indexOf("relu2"),
                  pool2 = fused.spec().indexOf("pool2");
        QVERIFY(!fused.hasActivation(conv2));
        QVERIFY(fused.hasActivation(relu2) && fused.hasActivation(pool2) && plain.hasActivation(conv2));
        QCOMPARE(fused.kernelOf(conv2), fused.kernelOf(relu2));
        QCOMPARE(fused.firstLayer(fused.kernelOf(relu2)), conv2);
        QVERIFY_THROWS_EXCEPTION(Error, fused.activation(conv2));
        QVERIFY_THROWS_EXCEPTION(Error, fused.gradient(conv2));

        fused.initialise(1);
        const std::vector<float> input = pictures(2);
        for (Network* network : {&fused, &plain}) {
            network->setInput(input);
            network->setLabels(std::vector<std::int32_t>{3, 4});
            network->forward({});
            network->backward({});
        }
        QCOMPARE(fused.download(fused.activation(relu2)).values, plain.download(plain.activation(relu2)).values);
        QCOMPARE(fused.download(fused.gradient(relu2)).values, plain.download(plain.gradient(relu2)).values);
        QCOMPARE(fused.result().loss, plain.result().loss);
        QVERIFY(fused.bytes() < plain.bytes());
    }
    void gradientsThatDoNotExistAreErrors()
    {
        Network training(tinyAlexNet(), *m_backend, {1, Precision::Fp32, true, false});
        QVERIFY(training.gradient(lastLayer(training) - 1).exists());
        QVERIFY_THROWS_EXCEPTION(Error, training.gradient(lastLayer(training)));
        Network inference(tinyAlexNet(), *m_backend, {1, Precision::Fp32, false, false});
        QVERIFY_THROWS_EXCEPTION(Error, inference.gradient(0));
        QVERIFY_THROWS_EXCEPTION(Error, Network(tinyAlexNet(), *m_backend, {1, Precision::Bf16, false, false}));
        QVERIFY_THROWS_EXCEPTION(Error, Network(tinyAlexNet(), *m_backend, {0, Precision::Fp32, false, false}));
    }
    /// 4 bytes a number: input, every output, twice that and three times the parameters in training.
    void bytesCountEveryTensorOnce()
    {
        const NetworkSpec spec = tinyAlexNet();
        std::int64_t outputs = 0, gradients = 0;
        const auto geometry = geometryOf(spec);
        for (const LayerGeometry& layer : geometry)
            outputs += layer.output.count();
        gradients = outputs - geometry.back().output.count();
        const std::int64_t parameters = totalsOf(geometry).parameters;
        const Network inference(spec, *m_backend, {2, Precision::Fp32, false, false}),
            training(spec, *m_backend, {2, Precision::Fp32, true, false});
        QCOMPARE(inference.bytes(), static_cast<std::size_t>(4 * (2 * (spec.input.count() + outputs) + parameters)));
        QCOMPARE(training.bytes(),
                 static_cast<std::size_t>(4 * (2 * (spec.input.count() + outputs + gradients) + 3 * parameters)));
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
