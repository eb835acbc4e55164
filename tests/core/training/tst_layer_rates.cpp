// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/layer_rates.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "core/verification/verification_networks.h"
#include "tests/core/tiny_run.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

/// A trainer with its backend, in the order in which they have to end.
struct Bench {
    std::unique_ptr<Backend> backend = referenceEntry().make();
    Trainer trainer;

    explicit Bench(const TrainerOptions& options) : trainer(options, *backend) {}

    MetricsRow iterate()
    {
        while (true)
            if (const auto row = trainer.advance())
                return *row;
    }
    std::vector<float> values(const char* parameter)
    {
        return trainer.network().download(trainer.parameters()->find(parameter)->value).values;
    }
};

TrainerOptions optionsWith(const LayerRates& rates)
{
    TrainerOptions options = tiny::trainerOptions();
    options.recipe.layerRates = rates;
    return options;
}

} // namespace

class TestLayerRates : public QObject {
    Q_OBJECT

private slots:
    void textAndBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("one") << QStringLiteral("conv1=0") << QStringLiteral("conv1=0");
        QTest::newRow("commas and blanks")
            << QStringLiteral(" fc8=2.5, conv1=0.1\tconv2=0") << QStringLiteral("conv1=0.1 conv2=0 fc8=2.5");
        QTest::newRow("as usual") << QStringLiteral("conv1=1 conv2=0") << QStringLiteral("conv2=0");
    }
    void textAndBack()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto rates = layerRatesFrom(text.toStdString());
        QVERIFY(rates);
        QCOMPARE(QString::fromStdString(toText(*rates)), canonical);
        QVERIFY(layerRatesFrom(canonical.toStdString()) == rates);
    }
    void whatIsNoList_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"conv1", "conv1=", "=1", "conv1=-1", "conv1=nan", "conv1=inf", "conv1=1e9",
                                 "conv1=0x1", "conv1=0 conv1=1", "conv 1=0", "conv-1=0", "conv1=0;conv2=0"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoList()
    {
        QFETCH(QString, text);
        QVERIFY(!layerRatesFrom(text.toStdString()));
    }

    void aNetworksTextCarriesThem()
    {
        std::string text = tiny::networkText;
        text.insert(text.find("schedule ="), "layerRates = conv1=0 fc2=0.5\n");
        const NetworkSpec network = parseNetwork(text, "tiny");
        QVERIFY((network.recipe.layerRates == LayerRates{{"conv1", 0}, {"fc2", 0.5}}));
        QVERIFY(parseNetwork(formatNetwork(network), "again") == network);
        text.replace(text.find("fc2=0.5"), 7, "fc2=abc");
        try {
            parseNetwork(text, "tiny");
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(std::string(error.what()).find("layerRates must be layers with factors") != std::string::npos,
                     error.what());
        }
    }

    void namesMustBeLayersThatLearn_data()
    {
        QTest::addColumn<QString>("rates");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringLiteral("conv9=0") << QStringLiteral("has no layer \"conv9\"");
        QTest::newRow("no weights") << QStringLiteral("relu1=0")
                                    << QStringLiteral("relu1 of network tiny has no weights");
        QTest::newRow("none") << QStringLiteral("conv1=0 fc2=0") << QStringLiteral("No layer of network tiny learns");
    }
    void namesMustBeLayersThatLearn()
    {
        QFETCH(QString, rates);
        QFETCH(QString, says);
        try {
            Bench bench(optionsWith(*layerRatesFrom(rates.toStdString())));
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
        }
    }

    void onlyTheLayersNamed()
    {
        const NetworkSpec alexnet = loadNetwork("alexnet");
        Recipe recipe;
        recipe.layerRates = onlyLearning(alexnet, {"fc7", "fc8"});
        QCOMPARE(toText(recipe.layerRates), std::string("conv1=0 conv2=0 conv3=0 conv4=0 conv5=0 fc6=0"));
        QCOMPARE(lowestLearningLayer(alexnet, recipe), alexnet.indexOf("fc7"));
        QCOMPARE(lowestLearningLayer(alexnet, Recipe{}), 0);
        QVERIFY_THROWS_EXCEPTION(Error, onlyLearning(alexnet, {"pool5"}));
    }

    /// v ← 0.9 v − 0.2·f·ε·w − f·ε·g by hand, f the layer's factor times the text's.
    void factorsActAsTheFormulaSays()
    {
        const auto backend = referenceEntry().make();
        Network network(tinyVariety(), *backend, {1, Precision::Fp32, true, false});
        network.initialise(3);
        Recipe recipe;
        recipe.learningRate = 0.1;
        recipe.weightDecay = 0.2;
        recipe.layerRates = {{"conv1", 0}, {"fc3", 0.25}};
        std::vector<HostTensor> before;
        for (const Parameter& parameter : network.parameters()->list) {
            before.push_back(network.download(parameter.value));
            const auto count = before.back().values.size();
            backend->upload(parameter.gradient, std::span<const float>(std::vector<float>(count, 1.0f)));
            backend->upload(parameter.velocity, std::span<const float>(std::vector<float>(count, 0.5f)));
        }
        UpdateNorms norms;
        Solver(recipe).update(network, &norms);
        QCOMPARE(norms.update.size(), before.size());
        int frozen = 0, slower = 0, usual = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const ParameterInfo& info = network.parameters()->list[i].info;
            const std::string layer = info.name.substr(0, info.name.find('.'));
            const double factor = layer == "conv1" ? 0 : layer == "fc3" ? 0.25 : 1;
            const HostTensor after = network.download(network.parameters()->list[i].value);
            (factor * info.rateFactor == 0 ? frozen : factor < 1 ? slower : usual) += 1;
            if (factor * info.rateFactor == 0) {
                QVERIFY2(after.values == before[i].values, info.name.c_str());
                QCOMPARE(norms.update[i], 0.0);
                continue;
            }
            const double rate = 0.1 * factor * info.rateFactor, w = before[i].values.front();
            const double velocity = 0.9 * 0.5 - 0.2 * info.decayFactor * rate * w - rate;
            QVERIFY2(std::abs(after.values.front() - (w + velocity)) < 1e-6, info.name.c_str());
            QVERIFY(norms.update[i] > 0);
        }
        QVERIFY(frozen >= 2 && slower >= 1 && usual >= 1);
    }

    void backwardEndsAtTheLowestLayerThatLearns()
    {
        Bench bench(optionsWith({{"conv1", 0}}));
        bench.trainer.setStepwise(true);
        std::vector<int> backward;
        for (bool done = false; !done;) {
            if (bench.trainer.next().kind == PieceKind::Backward)
                backward.push_back(bench.trainer.next().firstLayer);
            done = bench.trainer.advance().has_value();
        }
        QCOMPARE(backward, (std::vector<int>{6, 5})); // prob, fc2; not drop1, pool1, norm1, relu1, conv1
    }

    /// The same as training everything and putting the frozen layer back after each update.
    void whatLearnsLearnsAsIfAllDid_data()
    {
        QTest::addColumn<QByteArray>("frozen");
        QTest::newRow("below") << QByteArray("conv1");
        QTest::newRow("above") << QByteArray("fc2");
    }
    void whatLearnsLearnsAsIfAllDid()
    {
        QFETCH(QByteArray, frozen);
        const bool below = frozen == "conv1";
        TrainerOptions some = optionsWith({{frozen.toStdString(), 0}}), all = tiny::trainerOptions();
        some.recipe.validateEvery = all.recipe.validateEvery = 0; // or the rate would follow what is not put back yet
        Bench running(some), stepping(some), putBack(all);
        stepping.trainer.setStepwise(true);
        const std::string weight = frozen.toStdString() + ".weight", bias = frozen.toStdString() + ".bias";
        const std::vector<float> first = running.values(weight.c_str()), firstBias = running.values(bias.c_str());
        const std::vector<float> nothing(first.size(), 0.0f);
        for (int i = 0; i < 12; ++i) {
            running.iterate();
            stepping.iterate();
            putBack.iterate();
            for (const auto& [name, values] : {std::pair(weight, first), std::pair(bias, firstBias)}) {
                const Parameter& parameter = *putBack.trainer.parameters()->find(name);
                putBack.backend->upload(parameter.value, std::span<const float>(values));
                putBack.backend->upload(parameter.velocity, std::span<const float>(nothing).first(values.size()));
            }
        }
        QVERIFY(running.values(weight.c_str()) == first);
        QVERIFY(running.values(bias.c_str()) == firstBias);
        const char* other = below ? "fc2.weight" : "conv1.weight";
        QVERIFY(running.values(other) == putBack.values(other));
        QVERIFY(running.values(other) == stepping.values(other));
        Bench untrained(tiny::trainerOptions());
        QVERIFY(running.values(other) != untrained.values(other));
    }
};

QTEST_GUILESS_MAIN(TestLayerRates)
#include "tst_layer_rates.moc"
