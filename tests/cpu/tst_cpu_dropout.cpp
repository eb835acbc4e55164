// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/reference/reference_backend.h"
#include "core/training/solver.h"
#include "cpu/cpu_backend.h"
#include "tests/core/tiny_run.h"
#include "tests/support/noise.h"

#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::tests;

namespace {

constexpr std::int64_t batch = 8;
constexpr double before = 0.5, after = 0.2;

/// Small enough for the plain loops, or with fused kernels between.
NetworkSpec smallNetwork(bool reference, double p, bool inverted)
{
    NetworkSpec spec = reference ? parseNetwork(tiny::networkText, "tiny").withClasses(10)
                                 : loadNetwork("alexnet-small").withClasses(10);
    for (int layer : dropoutLayersOf(spec))
        spec.layers[static_cast<std::size_t>(layer)].operation =
            DropoutSpec{p, inverted ? DropoutConvention::Inverted : DropoutConvention::Paper};
    return spec;
}

/// Everything a step leaves: scores in training and in test mode, and the parameters after the update.
std::vector<float> step(Network& network)
{
    std::vector<float> all;
    const auto add = [&](const Tensor& tensor) {
        const HostTensor host = network.download(tensor);
        all.insert(all.end(), host.values.begin(), host.values.end());
    };
    const int scores = static_cast<int>(network.spec().layers.size()) - 1;
    const Solver solver(network.spec().recipe);
    network.initialise(5);
    network.setInput(noise(batch * network.spec().input.perPicture()));
    network.setLabels(std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7});
    network.forward({Phase::Training, 5, 3});
    add(network.activation(scores));
    network.backward({Phase::Training, 5, 3});
    solver.update(network);
    for (const Parameter& parameter : network.parameters()->list)
        add(parameter.value);
    network.forward({Phase::Test, 5, 3});
    add(network.activation(scores));
    return all;
}

} // namespace

class TestCpuDropout : public QObject {
    Q_OBJECT

    static void everyWay()
    {
        QTest::addColumn<bool>("reference");
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<bool>("inverted");
        for (const bool inverted : {false, true}) {
            const char* convention = inverted ? "inverted" : "paper";
            QTest::addRow("reference, %s", convention) << true << false << inverted;
            QTest::addRow("fp32, %s", convention) << false << false << inverted;
            QTest::addRow("bf16, %s", convention) << false << true << inverted;
        }
    }

private slots:
    /// A network whose dropout was changed computes, bit for bit, what one made with that dropout does.
    void changedIsTheSameAsMade_data() { everyWay(); }
    void changedIsTheSameAsMade()
    {
        QFETCH(bool, reference);
        QFETCH(bool, bf16);
        QFETCH(bool, inverted);
        const auto backend = reference ? makeReferenceBackend() : cpu::catalogueEntry().make();
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        for (const bool fuse : {true, false}) {
            Network made(smallNetwork(reference, after, inverted), *backend, {batch, precision, true, fuse});
            Network changed(smallNetwork(reference, before, inverted), *backend, {batch, precision, true, fuse});
            const std::vector<float> expected = step(made), unchanged = step(changed);
            QVERIFY(expected != unchanged);
            for (int layer : dropoutLayersOf(changed.spec()))
                changed.setDropout(layer, after);
            QVERIFY(changed.spec() == made.spec());
            QVERIFY(step(changed) == expected);
            changed.followDropout(smallNetwork(reference, before, inverted));
            QVERIFY(step(changed) == unchanged);
        }
    }

    void maskAndTestScale_data() { everyWay(); }
    void maskAndTestScale()
    {
        QFETCH(bool, reference);
        QFETCH(bool, bf16);
        QFETCH(bool, inverted);
        const auto backend = reference ? makeReferenceBackend() : cpu::catalogueEntry().make();
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        Network network(smallNetwork(reference, before, inverted), *backend, {batch, precision, true, false});
        const int drop = dropoutLayersOf(network.spec()).front();
        network.setDropout(drop, after);
        step(network);
        const auto look = [&](Phase phase) {
            network.forward({phase, 5, 4});
            return std::pair{network.download(network.activation(drop - 1)).values,
                             network.download(network.activation(drop)).values};
        };
        const double tolerance = bf16 ? 1.0 / 128 : 1e-6;
        const auto [in, out] = look(Phase::Training);
        int units = 0, zeros = 0;
        for (std::size_t i = 0; i < in.size(); ++i) {
            if (in[i] == 0)
                continue;
            ++units;
            zeros += out[i] == 0;
            const double kept = inverted ? 1 / (1 - after) : 1;
            QVERIFY(out[i] == 0 || std::abs(out[i] / in[i] - kept) < tolerance * kept);
        }
        const double sigma = std::sqrt(after * (1 - after) / units);
        QVERIFY2(units > 100 && std::abs(zeros / static_cast<double>(units) - after) < 4 * sigma,
                 qPrintable(QStringLiteral("%1 of %2").arg(zeros).arg(units)));
        const auto [testIn, testOut] = look(Phase::Test);
        for (std::size_t i = 0; i < testIn.size(); ++i)
            QVERIFY(std::abs(testOut[i] - testIn[i] * (inverted ? 1 : 1 - after)) <= tolerance * std::abs(testIn[i]));
    }

    void otherLayersHaveNone()
    {
        const auto backend = cpu::catalogueEntry().make();
        Network network(smallNetwork(false, before, false), *backend, {1, Precision::Fp32, false, true});
        const int drop = dropoutLayersOf(network.spec()).front();
        for (const auto& [layer, p] : {std::pair{0, 0.5}, {-1, 0.5}, {1000, 0.5}, {drop, 1.0}, {drop, -0.5}})
            QVERIFY_THROWS_EXCEPTION(Error, network.setDropout(layer, p));
        QVERIFY(network.spec() == smallNetwork(false, before, false));
    }
};

QTEST_GUILESS_MAIN(TestCpuDropout)
#include "tst_cpu_dropout.moc"
