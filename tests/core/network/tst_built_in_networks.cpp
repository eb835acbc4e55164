// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_text.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace alexscope;

class TestBuiltInNetworks : public QObject {
    Q_OBJECT
private slots:
    void allTextsAreBuiltInUnchanged()
    {
        QDir folder(ALEXSCOPE_SOURCE_DIR "/resources/networks");
        const QStringList files = folder.entryList({"*.net"}, QDir::Files, QDir::Name);
        QCOMPARE(static_cast<qsizetype>(builtInNetworkNames().size()), files.size());
        QVERIFY(std::ranges::is_sorted(builtInNetworkNames()));
        for (const QString& name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string_view text = builtInNetworkText(QFileInfo(name).completeBaseName().toStdString());
            QCOMPARE(QByteArray(text.data(), static_cast<qsizetype>(text.size())), file.readAll());
        }
        QVERIFY_EXCEPTION_THROWN(builtInNetworkText("alexnet9"), Error);
    }
    void totals_data()
    {
        QTest::addColumn<qlonglong>("parameters");
        QTest::addColumn<qlonglong>("multiplyAdds");
        QTest::newRow("alexnet") << 60965224LL << 724406816LL;
        QTest::newRow("alexnet-original") << 60965224LL << 724406816LL;
        QTest::newRow("alexnet-caffe") << 60965224LL << 724406816LL;
        QTest::newRow("caffenet") << 60965224LL << 724406816LL;
        QTest::newRow("alexnet-onetower") << 62378344LL << 1135256096LL;
        QTest::newRow("alexnet-torchvision") << 61100840LL << 714188480LL;
        QTest::newRow("lenet5") << 61706LL << 416520LL;
        QTest::newRow("cifar-quick") << 145578LL << 12354176LL;
    }
    void totals()
    {
        QFETCH(qlonglong, parameters);
        QFETCH(qlonglong, multiplyAdds);
        const NetworkSpec network = loadNetwork(QTest::currentDataTag());
        const NetworkTotals sum = totalsOf(geometryOf(network.withClasses(network.classes)));
        QCOMPARE(sum.parameters, parameters);
        QCOMPARE(sum.multiplyAdds, multiplyAdds);
    }
    void alexnetLayerByLayer_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("parameters");
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("stride");
        QTest::newRow("conv1") << "96×55×55" << 34944 << 11 << 4;
        QTest::newRow("pool1") << "96×27×27" << 0 << 19 << 8;
        QTest::newRow("conv2") << "256×27×27" << 307456 << 51 << 8;
        QTest::newRow("pool2") << "256×13×13" << 0 << 67 << 16;
        QTest::newRow("conv3") << "384×13×13" << 885120 << 99 << 16;
        QTest::newRow("conv4") << "384×13×13" << 663936 << 131 << 16;
        QTest::newRow("conv5") << "256×13×13" << 442624 << 163 << 16;
        QTest::newRow("pool5") << "256×6×6" << 0 << 195 << 32;
        QTest::newRow("fc6") << "4096" << 37752832 << 227 << 227;
        QTest::newRow("fc7") << "4096" << 16781312 << 227 << 227;
        QTest::newRow("fc8") << "1000" << 4097000 << 227 << 227;
    }
    void alexnetLayerByLayer()
    {
        QFETCH(QString, output);
        QFETCH(int, parameters);
        QFETCH(int, field);
        QFETCH(int, stride);
        const NetworkSpec network = loadNetwork("alexnet").withClasses(1000);
        const int i = network.indexOf(QTest::currentDataTag());
        QVERIFY(i >= 0);
        const LayerGeometry g = geometryOf(network)[static_cast<std::size_t>(i)];
        QCOMPARE(QString::fromStdString(toText(g.output)), output);
        QCOMPARE(g.weights + g.biases, parameters);
        QCOMPARE(g.receptiveField, field);
        QCOMPARE(g.receptiveStride, stride);
    }
    void theCodeOf2012HasThePapersShapes()
    {
        const NetworkSpec paper = loadNetwork("alexnet").withClasses(1000),
                          original = loadNetwork("alexnet-original").withClasses(1000);
        const auto a = geometryOf(paper), b = geometryOf(original);
        for (const char* layer : {"conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5", "fc6"})
            QVERIFY(a[static_cast<std::size_t>(paper.indexOf(layer))].output ==
                    b[static_cast<std::size_t>(original.indexOf(layer))].output);
        QCOMPARE(b[0].padAfterH, 3);
        QVERIFY(original.indexOf("norm1") < original.indexOf("relu1"));
    }
    void everyNetworkReadsBackFromItsCanonicalText_data() { names(); }
    void everyNetworkReadsBackFromItsCanonicalText()
    {
        const NetworkSpec network = loadNetwork(QTest::currentDataTag());
        QCOMPARE(network.name, std::string(QTest::currentDataTag()));
        QVERIFY(!network.title.empty());
        QVERIFY(network.followsClasses());
        QVERIFY(parseNetwork(formatNetwork(network), "canonical") == network);
        QCOMPARE(geometryOf(network.withClasses(17)).back().output.c, 17);
        QVERIFY(network.input.h == network.input.w);
        QVERIFY(network.preprocessing.resize >= network.input.h);
    }
    void alexnetIsThePapers()
    {
        const NetworkSpec network = loadNetwork("alexnet");
        const auto lrn = *network.layers[static_cast<std::size_t>(network.indexOf("norm1"))].as<LrnSpec>();
        QVERIFY(lrn == LrnSpec{});
        QCOMPARE(lrn.scale(), 1e-4);
        for (const char* layer : {"conv2", "conv4", "conv5", "fc6", "fc7"})
            for (const ParameterInfo& p : parametersOf(network.withClasses(1000)))
                if (p.name == std::string(layer) + ".bias")
                    QCOMPARE(p.initialValue, 1.0);
        for (const ParameterInfo& p : parametersOf(network.withClasses(1000))) {
            QCOMPARE(p.rateFactor, 1.0);
            QCOMPARE(p.decayFactor, 1.0);
            if (!p.isBias)
                QCOMPARE(p.initialStd, 0.01);
        }
        QVERIFY(network.recipe.schedule.kind == ScheduleKind::Plateau);
        QCOMPARE(network.recipe.batch, 128);
        QCOMPARE(network.recipe.augmentation.colourSigma, 0.1);
        const NetworkSpec caffe = loadNetwork("alexnet-caffe");
        QCOMPARE(caffe.layers[static_cast<std::size_t>(caffe.indexOf("norm1"))].as<LrnSpec>()->scale(), 2e-5);
        QVERIFY(caffe.indexOf("norm1") < caffe.indexOf("pool1"));
        const NetworkSpec caffenet = loadNetwork("caffenet");
        QVERIFY(caffenet.indexOf("norm1") > caffenet.indexOf("pool1"));
    }
    void alexnetSmallIsThePapersInKind()
    {
        const NetworkSpec network = loadNetwork("alexnet-small").withClasses(10);
        const auto conv1 = *network.layers[0].as<ConvolutionSpec>();
        QCOMPARE(conv1.filters, 96);
        QCOMPARE(conv1.size, 11);
        int towers = 0, lrn = 0, dropout = 0, linear = 0, overlapping = 0;
        for (const LayerSpec& layer : network.layers) {
            towers += layer.as<ConvolutionSpec>() && layer.as<ConvolutionSpec>()->groups == 2;
            lrn += layer.as<LrnSpec>() != nullptr;
            dropout += layer.as<DropoutSpec>() != nullptr;
            linear += layer.as<LinearSpec>() != nullptr;
            overlapping += layer.as<PoolingSpec>() && layer.as<PoolingSpec>()->stride < layer.as<PoolingSpec>()->size;
        }
        QVERIFY(towers >= 1 && lrn >= 2 && overlapping >= 2);
        QCOMPARE(dropout, 2);
        QCOMPARE(linear, 3);
    }

private:
    static void names()
    {
        QTest::addColumn<int>("unused");
        for (const std::string& name : builtInNetworkNames())
            QTest::newRow(name.c_str()) << 0;
    }
};

QTEST_GUILESS_MAIN(TestBuiltInNetworks)
#include "tst_built_in_networks.moc"
