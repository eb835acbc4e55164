// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/data/spread_pictures.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/picture/png_file.h"
#include "core/storage/weights_file.h"
#include "datasets/picture_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

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
            saveWeights(path(order == ChannelOrder::Rgb ? "rgb" : "bgr"), network,
                        {{"red", "green", "blue"}, statistics});
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
        const Outcome outcome = command({"filters", "--weights", path(QTest::currentDataTag()), "--out",
                                         path("filters.png"), "--zoom", "3", "--json"});
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
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--layer", "fc6"}),
                       Failed);
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--layer", "conv9"}),
                       Failed);
        COMPARE_STATUS(command({"filters", "--weights", path("rgb"), "--out", path("x.png"), "--first", "8"}), Failed);
        QVERIFY(!std::filesystem::exists(path("x.png")));
    }
    void activationsAreDrawn()
    {
        const Outcome outcome = command({"activations", "--weights", path("rgb"), "--image", "green.png", "--layer",
                                         "pool1", "--out", path("maps.png"), "--scale", "tile", "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("tiles").get<int>(), 8);
        QCOMPARE(outcome.json().at("ranges").size(), std::size_t(8));
        QCOMPARE(datasets::readPicture(path("maps.png")).width, outcome.json().at("width").get<int>());
        COMPARE_STATUS(command({"activations", "--weights", path("rgb"), "--image", "green.png", "--layer", "pool7",
                                "--out", path("x.png")}),
                       Failed);
        const Outcome unreadable = command({"activations", "--weights", path("rgb"), "--image", "none.png", "--layer",
                                            "pool1", "--out", path("x.png")});
        COMPARE_STATUS(unreadable, Failed);
        QVERIFY(unreadable.err.find("none.png cannot be read") != std::string::npos);
    }
    void predictionsComeBestFirst()
    {
        const auto json =
            command({"predict", "--weights", path("rgb"), "green.png", "green.png", "--top", "2", "--json"}).json();
        QCOMPARE(json.at("predictions").size(), std::size_t(2));
        const auto classes = json.at("predictions").at(0).at("classes");
        QCOMPARE(classes.size(), std::size_t(2));
        QVERIFY(classes.at(0).at("probability").get<double>() >= classes.at(1).at("probability").get<double>());
        const auto all = command({"predict", "--weights", path("rgb"), "green.png", "--json"})
                             .json()
                             .at("predictions")
                             .at(0)
                             .at("classes");
        double sum = 0;
        for (const auto& entry : all)
            sum += entry.at("probability").get<double>();
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(std::abs(sum - 1) < 1e-6);
        COMPARE_STATUS(command({"predict", "--weights", path("rgb"), "green.png", "none.png"}), Failed);
    }
    void picturesOfASetHaveTheirTrueClassMarked()
    {
        const auto json = command({"predict", "--weights", path("rgb"), "--data", "colours", "--picture", "4",
                                   "--picture", "11", "--json"})
                              .json();
        QCOMPARE(json.at("predictions").size(), std::size_t(2));
        for (const int i : {0, 1}) {
            const auto one = json.at("predictions").at(static_cast<std::size_t>(i));
            QCOMPARE(one.at("picture").get<std::string>(), std::string(i == 0 ? "colour 4" : "colour 11"));
            QCOMPARE(one.at("label").at("class").get<int>(), i == 0 ? 1 : 2);
            for (const auto& entry : one.at("classes"))
                if (entry.at("class") == one.at("label").at("class"))
                    QCOMPARE(entry.at("probability").get<double>(), one.at("label").at("probability").get<double>());
        }
        for (const char* top : {"3", "1"}) { // whether it is among the likeliest or not
            const Outcome text = command({"predict", "--weights", path("rgb"), "--data", "colours", "--picture", "0",
                                          "--picture", "1", "--picture", "2", "--top", top});
            COMPARE_STATUS(text, Good);
            int marks = 0;
            for (std::size_t at = 0; (at = text.out.find("← true class", at)) != std::string::npos; ++at)
                ++marks;
            QCOMPARE(marks, 3);
        }
        const Outcome beyond = command({"predict", "--weights", path("rgb"), "--data", "colours", "--picture", "30"});
        COMPARE_STATUS(beyond, Failed);
        QVERIFY2(beyond.err.find("there is no picture 30") != std::string::npos, beyond.err.c_str());
        QCOMPARE(command({"predict", "--weights", path("rgb"), "--data", "colours"}).status, int(Misused));
        QCOMPARE(command({"predict", "--weights", path("rgb"), "green.png", "--picture", "1"}).status, int(Misused));
    }
    /// Of a set sorted by class the first ones would be of a few classes only.
    void aPartIsSpreadOverTheSet()
    {
        const auto json =
            command({"evaluate", "--weights", path("rgb"), "--data", "colours", "--limit", "10", "--json"}).json();
        std::map<std::size_t, int> wanted;
        for (const std::size_t picture : spreadPictures(30, 10))
            ++wanted[picture % 3];
        QVERIFY(wanted != (std::map<std::size_t, int>{{0, 4}, {1, 3}, {2, 3}})); // the first ten
        for (const auto& entry : json.at("classes"))
            QCOMPARE(entry.at("pictures").get<int>(), wanted.at(entry.at("class").get<std::size_t>()));
    }
    void confusionAgreesWithTheError()
    {
        const Outcome outcome = command({"evaluate", "--weights", path("rgb"), "--data", "colours", "--confusion",
                                         path("confusion.csv"), "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QFile file(QString::fromStdString(path("confusion.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QStringLiteral("true class,red,green,blue"));
        int pictures = 0, errors = 0;
        std::vector<int> errorsOf;
        for (int truth = 0; truth < 3; ++truth) {
            const QStringList cells = lines[truth + 1].split(',');
            QCOMPARE(cells.size(), 4);
            QCOMPARE(cells[0], lines[0].split(',')[truth + 1]);
            errorsOf.push_back(0);
            for (int predicted = 0; predicted < 3; ++predicted) {
                pictures += cells[predicted + 1].toInt();
                errorsOf.back() += predicted == truth ? 0 : cells[predicted + 1].toInt();
            }
            errors += errorsOf.back();
        }
        QCOMPARE(pictures, 30);
        QCOMPARE(json.at("top1Error").get<double>(), errors / 30.0);
        QCOMPARE(json.at("classes").size(), std::size_t(3));
        double before = 1;
        for (const auto& entry : json.at("classes")) {
            QCOMPARE(entry.at("errors").get<int>(), errorsOf.at(entry.at("class").get<std::size_t>()));
            QCOMPARE(entry.at("pictures").get<int>(), 10);
            QVERIFY(entry.at("error").get<double>() <= before);
            before = entry.at("error").get<double>();
        }
        const Outcome text = command({"evaluate", "--weights", path("rgb"), "--data", "colours", "--crops", "10"});
        COMPARE_STATUS(text, Good);
        QVERIFY2(text.out.find("mostly taken for") != std::string::npos, text.out.c_str());
        const std::atomic<bool> interrupted{true}; // before the first picture
        const Outcome nowhere =
            command({"evaluate", "--weights", path("rgb"), "--data", "colours", "--confusion", "/no/such/folder/x.csv"},
                    &interrupted);
        COMPARE_STATUS(nowhere, Failed);
        QVERIFY2(nowhere.err.find("Cannot create") != std::string::npos, nowhere.err.c_str());
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliPictures)
#include "tst_cli_pictures.moc"
