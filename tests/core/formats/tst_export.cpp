// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats_files.h"

#include "core/formats/network_difference.h"
#include "core/formats/onnx_export.h"
#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "core/verification/verification_networks.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::tests;

class TestExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    static NetworkSpec networkOf(const QString& name)
    {
        if (name == QLatin1String("tiny"))
            return tinyAlexNet();
        if (name == QLatin1String("variety"))
            return tinyVariety();
        return loadNetwork(name.toStdString()).withClasses(7);
    }
    WeightsFile drawn(const NetworkSpec& spec) const
    {
        const auto backend = referenceEntry().make();
        Network network(spec, *backend, NetworkOptions{1, Precision::Fp32, false, false});
        network.initialise(5);
        SetStatistics statistics;
        if (spec.preprocessing.mean == MeanKind::Picture) {
            statistics.meanSide = 4;
            statistics.meanPicture.resize(3 * 4 * 4, 17.5f);
        }
        statistics.channelMean = {1.0 / 3, 2, 3};
        statistics.picturesUsed = 12;
        saveWeights(path("drawn"), network, {{"a", "b", "c"}, statistics});
        return openWeights(path("drawn"));
    }

private slots:
    void networksComeBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"tiny", "variety", "cifar-quick", "lenet5", "alexnet-small", "alexnet-mini"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    /// With our text beside it, and as other programs see it: by the graph alone.
    void networksComeBack()
    {
        QFETCH(QString, name);
        const WeightsFile weights = drawn(networkOf(name));
        exportOnnx(weights, path("x.onnx"));
        const WeightsFile again = openAnyWeights(path("x.onnx"));
        QCOMPARE(formatNetwork(again.network), formatNetwork(weights.network));
        QCOMPARE(again.classNames, weights.classNames);
        QCOMPARE(again.statistics.channelMean, weights.statistics.channelMean);
        QVERIFY(again.statistics.meanPicture == weights.statistics.meanPicture);
        for (const ParameterInfo& info : parametersOf(weights.network))
            QVERIFY(again.file.readFloats(again.file.require(info.name)) ==
                    weights.file.readFloats(weights.file.require(info.name)));

        std::string bytes = readBytes(path("x.onnx"));
        const std::string key = "alexscope.network";
        const std::size_t at = bytes.find(key);
        QVERIFY(at != std::string::npos);
        bytes.replace(at, key.size(), "someone.else.text");
        writeBytes(path("foreign.onnx"), bytes);
        const WeightsFile foreign = openAnyWeights(path("foreign.onnx"));
        QCOMPARE(firstDifference(foreign.network, weights.network), std::string());
        std::vector<float> image(static_cast<std::size_t>(weights.network.input.perPicture()));
        PhiloxSequence random(1, Stream::Analysis, 0);
        for (float& value : image)
            value = static_cast<float>(random.normal());
        const std::vector<float> before = probabilities(weights, image), after = probabilities(foreign, image);
        QCOMPARE(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY(std::abs(before[i] - after[i]) < 1e-6f);
    }

    void aTextThatIsNotTheGraphIsRefused()
    {
        const WeightsFile weights = drawn(networkOf("tiny"));
        exportOnnx(weights, path("x.onnx"));
        std::string bytes = readBytes(path("x.onnx"));
        const std::size_t at = bytes.find("beta = 0.75");
        QVERIFY(at != std::string::npos);
        bytes[at + 9] = '8';
        writeBytes(path("x.onnx"), bytes);
        const std::string text = fault([&] { openAnyWeights(path("x.onnx")); });
        QVERIFY2(text.find("are not the same: norm1") != std::string::npos, text.c_str());
    }

    void builtInNetworksAreKnownByTheirGraph_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("cifar-quick") << "cifar-quick";
        QTest::newRow("alexnet-small") << "alexnet-small";
    }
    void builtInNetworksAreKnownByTheirGraph()
    {
        QFETCH(QString, name);
        exportOnnx(drawn(networkOf(name)), path("x.onnx"));
        std::string bytes = readBytes(path("x.onnx"));
        bytes.replace(bytes.find("alexscope.network"), 17, "someone.else.text");
        writeBytes(path("x.onnx"), bytes);
        const ImportedWeights imported = importWeights(path("x.onnx"));
        QCOMPARE(QString::fromStdString(imported.network.name), name);
        QCOMPARE(imported.network.outputClasses(), 7);
    }

    void partsAreNotExported()
    {
        SafetensorsWriter bare;
        bare.add("conv1.weight", {6, 3, 11, 11}, std::vector<float>(6 * 363, 0.5f));
        bare.write(path("part"));
        const WeightsFile weights = openAnyWeights(path("part"), goldenFile("narrow_caffe.net").string());
        QVERIFY(fault([&] { exportOnnx(weights, path("part.onnx")); }).find("no weights for conv2") !=
                std::string::npos);
        QVERIFY(!std::filesystem::exists(path("part.onnx")));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
