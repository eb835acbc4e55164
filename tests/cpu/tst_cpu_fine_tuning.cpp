// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/training/solver.h"
#include "cpu/cpu_backend.h"
#include "tests/support/noise.h"

#include <QTest>

using namespace alexscope;
using namespace alexscope::tests;

namespace {

constexpr std::int64_t batch = 8;
constexpr int steps = 3;

std::vector<std::vector<float>> valuesOf(const Network& network)
{
    std::vector<std::vector<float>> all;
    for (const Parameter& parameter : network.parameters()->list)
        all.push_back(network.download(parameter.value).values);
    return all;
}

/// Some steps with layers frozen; `putBack`: everything learns, and the frozen layers are put back after each step.
std::vector<std::vector<float>> train(Backend& backend, Precision precision, bool fuse, const Recipe& recipe,
                                      bool putBack)
{
    const NetworkSpec spec = loadNetwork("alexnet-small").withClasses(10);
    NetworkOptions options{batch, precision, true, fuse};
    if (!putBack)
        options.lowestLearningLayer = lowestLearningLayer(spec, recipe);
    Network network(spec, backend, options);
    network.initialise(5);
    const auto first = valuesOf(network);
    Recipe used = recipe;
    if (putBack)
        used.layerRates.clear();
    const Solver solver(used);
    network.setInput(noise(batch * spec.input.perPicture()));
    network.setLabels(std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7});
    for (std::uint32_t step = 0; step < steps; ++step) {
        network.forward({Phase::Training, 5, step});
        network.backward({Phase::Training, 5, step});
        solver.update(network);
        for (std::size_t i = 0; putBack && i < first.size(); ++i) {
            const Parameter& parameter = network.parameters()->list[i];
            const std::string& layer = spec.layers[static_cast<std::size_t>(parameter.info.layer)].name;
            if (factorOf(recipe.layerRates, layer) != 0)
                continue;
            backend.upload(parameter.value, std::span<const float>(first[i]));
            backend.upload(parameter.velocity, std::span<const float>(std::vector<float>(first[i].size(), 0.0f)));
        }
    }
    return valuesOf(network);
}

} // namespace

class TestCpuFineTuning : public QObject {
    Q_OBJECT

private slots:
    /// Bit for bit what it would be if everything learned and the frozen layers were put back, fused or not.
    void frozenLayersCostNothingAndChangeNothing_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<QString>("rates");
        for (const bool bf16 : {false, true})
            for (const char* rates : {"conv1=0", "conv1=0 conv2=0 conv3=0", "conv3=0 fc7=0",
                                      "conv1=0 conv2=0 conv3=0 conv4=0 conv5=0 fc6=0 fc7=0"})
                QTest::addRow("%s, %s", bf16 ? "bf16" : "fp32", rates) << bf16 << QString::fromLatin1(rates);
    }
    void frozenLayersCostNothingAndChangeNothing()
    {
        QFETCH(bool, bf16);
        QFETCH(QString, rates);
        const auto backend = cpu::catalogueEntry().make();
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        Recipe recipe = loadNetwork("alexnet-small").recipe;
        recipe.layerRates = *layerRatesFrom(rates.toStdString());
        const auto fused = train(*backend, precision, true, recipe, false);
        QVERIFY(fused == train(*backend, precision, false, recipe, false));
        QVERIFY(fused == train(*backend, precision, true, recipe, true));
    }
};

QTEST_GUILESS_MAIN(TestCpuFineTuning)
#include "tst_cpu_fine_tuning.moc"
