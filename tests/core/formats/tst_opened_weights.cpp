// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats_files.h"

#include "core/formats/class_names.h"
#include "core/formats/import.h"
#include "core/network/network_text.h"
#include "core/storage/starting_weights.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace alexscope;
using namespace alexscope::tests;

/// Files of any kind as somebody opens them: to look at, and to begin a run with.
class TestOpenedWeights : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
    static std::string all(const std::vector<std::string>& sentences)
    {
        std::string text;
        for (const std::string& sentence : sentences)
            text += sentence + "\n";
        return text;
    }

private slots:
    void whatCameAlongIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("otherwise");
        QTest::addColumn<QString>("network");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("PyTorch") << "torch.pth"
                                 << "narrow_torchvision.net"
                                 << "narrow-torchvision"
                                 << QStringList{"red, green, blue", "divided by 0.229", "no response normalisation"};
        QTest::newRow("Caffe") << "caffe.caffemodel"
                               << "narrow_caffe.net"
                               << "narrow-caffe" << QStringList{"blue, green, red", "alpha 0.0001 divided by n"};
        QTest::newRow("ONNX") << "onnx.onnx"
                              << ""
                              << "" << QStringList{"own graph"};
    }
    void whatCameAlongIsSaid()
    {
        QFETCH(QString, file);
        QFETCH(QString, otherwise);
        QFETCH(QString, network);
        QFETCH(QStringList, said);
        const std::string other = otherwise.isEmpty() ? "" : goldenFile(otherwise.toStdString().c_str()).string();
        const DescribedWeights known = describeWeights(goldenFile(file.toStdString().c_str()), other);
        if (!network.isEmpty())
            QCOMPARE(known.weights.network.name, network.toStdString());
        QCOMPARE(known.weights.network.outputClasses(), 5);
        QVERIFY(known.weights.missing.empty());
        const std::string remarks = all(known.remarks);
        for (const QString& part : said)
            QVERIFY2(remarks.find(part.toStdString()) != std::string::npos, remarks.c_str());
        const ParameterInfo first = parametersOf(known.weights.network).front();
        QVERIFY(!readParameter(known.weights.file, first).empty());
    }

    void whatFitsNoNetworkIsOneSentence()
    {
        QVERIFY_THROWS_EXCEPTION(Error, describeWeights(goldenFile("torch.pth")));
        QVERIFY_THROWS_EXCEPTION(Error, describeWeights(goldenFile("torch.pth"), "alexnet-small"));
        QVERIFY_THROWS_EXCEPTION(Error, describeWeights(goldenFile("hostile_code.pth"), "alexnet"));
        QVERIFY_THROWS_EXCEPTION(Error, describeWeights(path("absent.onnx")));
        write("nonsense.pth", "nothing at all");
        QVERIFY_THROWS_EXCEPTION(Error, describeWeights(path("nonsense.pth")));
    }

    void aRunTakesTheLayersThatFit()
    {
        const NetworkSpec text = loadNetwork(goldenFile("narrow_torchvision.net").string()), same = text.withClasses(3);
        const StartingWeights start(openAnyKnownWeights(goldenFile("torch.pth"), same), same, {});
        for (const LayerStart& layer : start.layers())
            QCOMPARE(layer.source == LayerStart::Source::Known, layer.layer != "fc8");
        QCOMPARE(start.layers().back().source, LayerStart::Source::NewClasses); // five there, three here
        const SafetensorsFile bare = importWeights(goldenFile("torch.pth"), text).file.inMemory("bare");
        for (const ParameterInfo& info : parametersOf(same))
            if (start.takes(same.layers[static_cast<std::size_t>(info.layer)].name))
                QCOMPARE(start.values(info), readParameter(bare, info));

        const NetworkSpec other = loadNetwork("alexnet-small").withClasses(3);
        QVERIFY_THROWS_EXCEPTION(Error, openAnyKnownWeights(goldenFile("torch.pth"), other));
    }

    void aRunThatTakesRedFirstGetsTheFiltersTurned()
    {
        NetworkSpec turned = loadNetwork(goldenFile("narrow_caffe.net").string());
        const NetworkSpec own = turned.withClasses(5);
        turned.preprocessing.order = ChannelOrder::Rgb;
        turned = turned.withClasses(5);
        const KnownWeights as = openAnyKnownWeights(goldenFile("caffe.caffemodel"), own),
                           reversed = openAnyKnownWeights(goldenFile("caffe.caffemodel"), turned);
        const ParameterInfo first = parametersOf(own).front();
        std::vector<float> a = readParameter(as.file, first);
        const std::vector<float> b = readParameter(reversed.file, first);
        QVERIFY(a != b);
        const auto plane = static_cast<std::size_t>(first.shape.area());
        for (std::size_t filter = 0; filter < static_cast<std::size_t>(first.shape.n); ++filter)
            std::swap_ranges(a.begin() + static_cast<std::ptrdiff_t>(3 * filter * plane),
                             a.begin() + static_cast<std::ptrdiff_t>((3 * filter + 1) * plane),
                             a.begin() + static_cast<std::ptrdiff_t>((3 * filter + 2) * plane));
        QCOMPARE(a, b);
    }

    void theNetworkOfAFileIsFound()
    {
        QVERIFY_THROWS_EXCEPTION(Error, networkOfWeights(goldenFile("torch.pth")));
        const auto network = networkOfWeights(goldenFile("onnx.onnx"));
        QVERIFY(network);
        QCOMPARE(network->outputClasses(), 5);
    }

    void classesHaveTheNamesBesideTheFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("plain") << "classes.txt"
                               << "cat\ndog\n"
                               << QStringList{"cat", "dog"};
        QTest::newRow("another system's") << "labels.txt"
                                          << "cat\r\ndog\r\n"
                                          << QStringList{"cat", "dog"};
        QTest::newRow("synsets") << "synset_words.txt"
                                 << "n01440764 tench, Tinca tinca\nn01443537 goldfish, Carassius auratus\n"
                                 << QStringList{"tench", "goldfish"};
        QTest::newRow("one name with a comma") << "classes.txt"
                                               << "cat, tabby\nn123 dog\n"
                                               << QStringList{"cat, tabby", "n123 dog"};
        QTest::newRow("too many") << "classes.txt"
                                  << "a\nb\nc\n"
                                  << QStringList();
        QTest::newRow("too few") << "classes.txt"
                                 << "a\n"
                                 << QStringList();
        QTest::newRow("another name") << "other.txt"
                                      << "a\nb\n"
                                      << QStringList();
    }
    void classesHaveTheNamesBesideTheFile()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        for (const char* known : {"classes.txt", "labels.txt", "synset_words.txt", "other.txt"})
            std::filesystem::remove(path(known));
        write(file.toStdString(), text.toStdString());
        const ClassNames found = classNamesBeside(path("weights.pth"), 2);
        QStringList got;
        for (const std::string& name : found.names)
            got.append(QString::fromStdString(name));
        QCOMPARE(got, names);
        QCOMPARE(found.file.empty(), names.isEmpty());
    }

    void theNamesGoAlong()
    {
        std::filesystem::copy_file(goldenFile("onnx.onnx"), path("net.onnx"),
                                   std::filesystem::copy_options::overwrite_existing);
        for (const char* known : {"classes.txt", "labels.txt", "synset_words.txt"})
            std::filesystem::remove(path(known));
        QVERIFY(describeWeights(path("net.onnx")).weights.classNames.empty());
        write("classes.txt", "a\nb\nc\nd\ne\n");
        const DescribedWeights known = describeWeights(path("net.onnx"));
        QCOMPARE(known.weights.classNames.size(), std::size_t{5});
        QVERIFY(all(known.remarks).find("classes.txt") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestOpenedWeights)
#include "tst_opened_weights.moc"
