// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/picture/png_file.h"
#include "core/storage/weights_file.h"
#include "datasets/picture_file.h"

#include <QTemporaryDir>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliPictures : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const ChannelOrder order : {ChannelOrder::Rgb, ChannelOrder::Bgr}) {
            NetworkSpec spec = parseNetwork(smallNetwork, "small").withClasses(3);
            spec.preprocessing.order = order;
            const auto backend = referenceEntry().make();
            Network network(spec, *backend, {1, Precision::Fp32, false, false});
            network.initialise(3);
            HostTensor filters(Shape{8, 3, 5, 5});
            for (std::int64_t i = 0; i < 25; ++i)
                filters.values[static_cast<std::size_t>(i)] = 1; // filter 0 likes its first channel
            Parameter& weight = *network.parameters()->find("conv1.weight");
            backend->upload(weight.value, std::span<const float>(filters.values));
            SetStatistics statistics;
            statistics.picturesUsed = 1;
            saveWeights(path(order == ChannelOrder::Rgb ? "rgb" : "bgr"), network, {{"red", "green", "blue"}, statistics});
        }
    }
    void pngsAreReadByOthers()
    {
        Image picture(300, 91); // more than one stored block
        PhiloxSequence random(1, Stream::Analysis, 0);
        for (std::uint8_t& value : picture.rgb)
            value = static_cast<std::uint8_t>(random.word() >> 24);
        writePng(path("noise.png"), picture);
        const Image read = datasets::readPicture(path("noise.png"));
        QCOMPARE(read.width, 300);
        QCOMPARE(read.height, 91);
        QVERIFY(read.rgb == picture.rgb);
        QVERIFY_EXCEPTION_THROWN(encodePng(ImageView{}), Error);
        QVERIFY_EXCEPTION_THROWN(writePng("/no/such/folder/x.png", picture), Error);
    }
    void filtersAreDrawnInTheirColours_data()
    {
        QTest::addColumn<int>("brightest");
        QTest::newRow("rgb") << 0;
        QTest::newRow("bgr") << 2;
    }
    void filtersAreDrawnInTheirColours()
    {
        QFETCH(int, brightest);
        const Outcome outcome = command({"filters", "--weights", path(QTest::currentDataTag()), "--out", path("filters.png"), "--zoom", "3", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("tiles").get<int>(), 8);
        QCOMPARE(json.at("ranges").dump(), std::string("[[-1.0,1.0]]"));
        const Image picture = datasets::readPicture(path("filters.png"));
        QCOMPARE(picture.width, 3 * (1 + 8 * 6));
        QCOMPARE(picture.height, 3 * 7);
        QCOMPARE(json.at("width").get<int>(), picture.width);
        for (int channel = 0; channel < 3; ++channel) {
            QCOMPARE(int(ImageView(picture).pixel(4, 4)[channel]), channel == brightest ? 255 : 128);
            QCOMPARE(int(ImageView(picture).pixel(3 * 7 + 1, 4)[channel]), 128);
        }
    }
    void onlyConvolutionsHaveFilters()
    {
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--layer", "fc6"}), Failed);
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--layer", "conv9"}), Failed);
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--first", "8"}), Failed);
        QVERIFY(!std::filesystem::exists(path("x.png")));
    }
    void activationsAreDrawn()
    {
        const Outcome outcome = command({"activations", "--weights", path("rgb"), "--image", "green.png", "--layer", "pool1", "--out", path("maps.png"), "--scale", "tile", "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("tiles").get<int>(), 8);
        QCOMPARE(outcome.json().at("ranges").size(), std::size_t(8));
        QCOMPARE(datasets::readPicture(path("maps.png")).width, outcome.json().at("width").get<int>());
        COMPARE_STATUS(command({"activations", "--weights", path("rgb"), "--image", "green.png", "--layer", "pool7", "--out", path("x.png")}), Failed);
        const Outcome unreadable = command({"activations", "--weights", path("rgb"), "--image", "none.png", "--layer", "pool1", "--out", path("x.png")});
        COMPARE_STATUS(unreadable, Failed);
        QVERIFY(unreadable.err.find("none.png cannot be read") != std::string::npos);
    }
    void predictionsComeBestFirst()
    {
        const auto json = command({"predict", "--weights", path("rgb"), "green.png", "green.png", "--top", "2", "--json"}).json();
        QCOMPARE(json.at("predictions").size(), std::size_t(2));
        const auto classes = json.at("predictions").at(0).at("classes");
        QCOMPARE(classes.size(), std::size_t(2));
        QVERIFY(classes.at(0).at("probability").get<double>() >= classes.at(1).at("probability").get<double>());
        const auto all = command({"predict", "--weights", path("rgb"), "green.png", "--json"}).json().at("predictions").at(0).at("classes");
        double sum = 0;
        for (const auto& entry : all)
            sum += entry.at("probability").get<double>();
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(std::abs(sum - 1) < 1e-6);
        COMPARE_STATUS(command({"predict", "--weights", path("rgb"), "green.png", "none.png"}), Failed);
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliPictures)
#include "tst_cli_pictures.moc"
