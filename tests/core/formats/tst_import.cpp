// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats_files.h"

#include "core/network/network_text.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace alexscope;
using namespace alexscope::tests;

/// Files written by the programs that write such files (tests/golden/formats/make_formats.py), and what these compute.
class TestImport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const SafetensorsFile m_expected{goldenFile("expected.safetensors")};

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    static std::string network(const char* name) { return goldenFile(name).string(); }
    std::vector<float> numbers(const std::string& name) const
    {
        return m_expected.readFloats(m_expected.require(name));
    }
    static std::string all(const std::vector<std::string>& sentences)
    {
        std::string text;
        for (const std::string& sentence : sentences)
            text += sentence + "\n";
        return text;
    }
    static ImportedWeights import(const char* file, const char* text)
    {
        return importWeights(goldenFile(file), loadNetwork(network(text)));
    }

private slots:
    void outputsAreTheWriters_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<double>("scale"); ///< of the picture
        QTest::newRow("torch") << "torch.pth"
                               << "narrow_torchvision.net"
                               << "torch" << 0.02;
        QTest::newRow("torch before 1.6") << "torch_legacy.pth"
                                          << "narrow_torchvision.net"
                                          << "torch" << 0.02;
        QTest::newRow("torch, four types") << "torch_mixed.pth"
                                           << "narrow_torchvision.net"
                                           << "torch_mixed" << 0.02;
        QTest::newRow("safetensors of torchvision") << "torchvision.safetensors"
                                                    << "narrow_torchvision.net"
                                                    << "torch" << 0.02;
        QTest::newRow("ONNX of torch") << "torch_export.onnx"
                                       << ""
                                       << "torch" << 0.02;
        QTest::newRow("ONNX of torch, named") << "torch_export.onnx"
                                              << "narrow_torchvision.net"
                                              << "torch" << 0.02;
        QTest::newRow("Caffe") << "caffe.caffemodel"
                               << "narrow_caffe.net"
                               << "caffe" << 1.0;
        QTest::newRow("Caffe before 2015") << "caffenet_old.caffemodel"
                                           << "narrow_caffenet.net"
                                           << "caffenet" << 1.0;
        QTest::newRow("ONNX") << "onnx.onnx"
                              << ""
                              << "caffe" << 1.0;
        QTest::newRow("ONNX, named") << "onnx.onnx"
                                     << "narrow_caffe.net"
                                     << "caffe" << 1.0;
    }
    void outputsAreTheWriters()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(double, scale);
        const WeightsFile weights = openAnyWeights(
            goldenFile(file.toStdString()), text.isEmpty() ? std::string() : goldenFile(text.toStdString()).string());
        QCOMPARE(weights.network.outputClasses(), 5);
        QVERIFY(weights.missing.empty());
        std::vector<float> image = numbers("image");
        for (float& value : image)
            value *= static_cast<float>(scale);
        const std::vector<float> got = probabilities(weights, image),
                                 wanted = numbers("prob." + expected.toStdString());
        QCOMPARE(got.size(), wanted.size());
        const auto [least, most] = std::minmax_element(wanted.begin(), wanted.end());
        QVERIFY2(*most - *least > 0.02f, "the numbers must be able to differ");
        for (std::size_t i = 0; i < got.size(); ++i)
            QVERIFY2(std::abs(got[i] - wanted[i]) < 1e-4f,
                     qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(got[i]).arg(wanted[i])));
    }

    void theFormatIsTheContents()
    {
        QCOMPARE(formatOf(goldenFile("torch.pth")), WeightFormat::Torch);
        QCOMPARE(formatOf(goldenFile("torch_legacy.pth")), WeightFormat::TorchLegacy);
        QCOMPARE(formatOf(goldenFile("caffe.caffemodel")), WeightFormat::Caffe);
        QCOMPARE(formatOf(goldenFile("caffenet_old.caffemodel")), WeightFormat::Caffe);
        QCOMPARE(formatOf(goldenFile("onnx.onnx")), WeightFormat::Onnx);
        QCOMPARE(formatOf(goldenFile("torch_export.onnx")), WeightFormat::Onnx);
        std::filesystem::copy_file(goldenFile("caffe.caffemodel"), path("really.pth"));
        QCOMPARE(importWeights(path("really.pth"), loadNetwork(network("narrow_caffe.net"))).format,
                 WeightFormat::Caffe);
        writeBytes(path("text"), "weights: none\n");
        QVERIFY(fault([&] { formatOf(path("text")); }).find("no file of weights") != std::string::npos);
        writeBytes(path("empty"), "");
        QVERIFY(!fault([&] { formatOf(path("empty")); }).empty());
    }

    void coloursGoInAsTheNetworkTakesThem()
    {
        NetworkSpec rgb = loadNetwork(network("narrow_caffe.net"));
        rgb.preprocessing.order = ChannelOrder::Rgb;
        const ImportedWeights imported = importWeights(goldenFile("caffe.caffemodel"), rgb);
        QVERIFY(all(imported.remarks).find("reordered") != std::string::npos);
        const WeightsFile weights = openWeights(imported.file.inMemory("turned"), std::nullopt, Absent::Refused);
        std::vector<float> image = numbers("image");
        const auto plane = static_cast<std::ptrdiff_t>(image.size() / 3);
        std::swap_ranges(image.begin(), image.begin() + plane, image.begin() + 2 * plane);
        const std::vector<float> got = probabilities(weights, image), wanted = numbers("prob.caffe");
        for (std::size_t i = 0; i < got.size(); ++i)
            QVERIFY(std::abs(got[i] - wanted[i]) < 1e-4f);
        QVERIFY(all(import("caffe.caffemodel", "narrow_caffe.net").remarks).find("reordered") == std::string::npos);
    }

    void importsSayWhatTheyBring()
    {
        const std::string caffe = all(import("caffe.caffemodel", "narrow_caffe.net").remarks);
        for (const char* words :
             {"squeezed to 80 and cropped to 71", "blue, green, red", "122.679", "alpha 0.0001 divided by n"})
            QVERIFY2(caffe.find(words) != std::string::npos, caffe.c_str());
        const std::string torch = all(import("torch.pth", "narrow_torchvision.net").remarks);
        for (const char* words :
             {"red, green, blue", "multiplied by 0.00392", "divided by 0.229", "no response normalisation"})
            QVERIFY2(torch.find(words) != std::string::npos, torch.c_str());
        NetworkSpec paper = loadNetwork(network("narrow_caffe.net"));
        for (LayerSpec& layer : paper.layers)
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation))
                lrn->convention = AlphaConvention::Paper;
        QVERIFY(
            all(importWeights(goldenFile("caffe.caffemodel"), paper).remarks).find("norm1 of this network does not") !=
            std::string::npos);
        QVERIFY(all(importWeights(goldenFile("onnx.onnx"), paper).remarks)
                    .find("does not compute what the file's graph does") != std::string::npos);
        QVERIFY(all(importWeights(goldenFile("onnx.onnx")).remarks).find("the file's own graph") != std::string::npos);
    }

    void whatDoesNotFitIsNamed()
    {
        // The marks say torchvision, Caffe or CaffeNet, the shapes do not.
        const std::string torch = fault([] { importWeights(goldenFile("torch.pth")); });
        QVERIFY2(torch.find("features.0.weight has shape [6, 3, 11, 11], conv1.weight of alexnet-torchvision needs "
                            "[64, 3, 11, 11]") != std::string::npos,
                 torch.c_str());
        const std::string caffe = fault([] { importWeights(goldenFile("caffe.caffemodel")); });
        QVERIFY2(caffe.find("of alexnet-caffe needs") != std::string::npos, caffe.c_str());
        const std::string caffenet = fault([] { importWeights(goldenFile("caffenet_old.caffemodel")); });
        QVERIFY2(caffenet.find("of caffenet needs") != std::string::npos, caffenet.c_str());
        const std::string other = fault([] { import("caffe.caffemodel", "narrow_torchvision.net"); });
        QVERIFY2(other.find("narrow-torchvision needs") != std::string::npos, other.c_str());
    }

    void bareFilesAreRecognisedByWordsOrAsk()
    {
        SafetensorsWriter bare;
        bare.add("conv1.weight", {96, 3, 11, 11}, std::vector<float>(96 * 363, 0.5f));
        bare.add("conv1.bias", {96}, std::vector<float>(96, 0.25f));
        bare.write(path("bare"));
        const std::string text = fault([&] { importWeights(path("bare")); });
        QVERIFY2(text.find("its shapes fit alexnet, alexnet-caffe, alexnet-onetower, alexnet-original, caffenet") !=
                         std::string::npos ||
                     text.find("its shapes fit alexnet") != std::string::npos,
                 text.c_str());
        QVERIFY(!isRecognised(path("bare")));
        bare.setMetadata("architecture", "CaffeNet by BVLC");
        bare.write(path("worded"));
        QVERIFY(isRecognised(path("worded")));
        const WeightsFile weights = openAnyWeights(path("worded"));
        QCOMPARE(weights.network.name, std::string("caffenet"));
        QCOMPARE(weights.missing, (std::vector<std::string>{"conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8"}));
        requireLayers(weights, weights.network.indexOf("norm1"));
        const std::string lacking = fault([&] { requireLayers(weights, weights.network.indexOf("conv3")); });
        QVERIFY2(lacking.find("no weights for conv2, conv3;") != std::string::npos, lacking.c_str());
    }

    void partialFilesOfOursOpenAgain()
    {
        SafetensorsWriter bare;
        bare.add("conv1.weight", {6, 3, 11, 11}, std::vector<float>(6 * 363, 0.5f));
        bare.add("conv1.bias", {6}, std::vector<float>(6, 0.25f));
        bare.write(path("part"));
        const ImportedWeights imported = importWeights(path("part"), loadNetwork(network("narrow_caffe.net")));
        QCOMPARE(imported.missing.size(), std::size_t{7});
        imported.file.write(path("part of ours"));
        QCOMPARE(openAnyWeights(path("part of ours")).missing, imported.missing);
        QVERIFY(!fault([&] { openWeights(path("part of ours")); }).empty());
        SafetensorsWriter headless;
        headless.add("conv2.bias", {8}, std::vector<float>(8));
        headless.write(path("headless"));
        const std::string text =
            fault([&] { importWeights(path("headless"), loadNetwork(network("narrow_caffe.net"))); });
        QVERIFY2(text.find("no weights for conv1") != std::string::npos, text.c_str());
    }

    void lostNumbersAreCounted()
    {
        SafetensorsWriter bare;
        std::vector<float> weights(6 * 363, 0.5f);
        weights[7] = std::numeric_limits<float>::quiet_NaN();
        bare.add("conv1.weight", {6, 3, 11, 11}, weights);
        bare.add("conv1.bias", {6}, std::vector<float>(6, 0.25f));
        bare.write(path("lost"));
        QVERIFY(fault([&] { openAnyWeights(path("lost"), network("narrow_caffe.net")); }).find("not finite") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
