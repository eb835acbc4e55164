// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/starting_weights.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "tests/core/tiny_run.h"
#include "tests/shared_data.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace alexscope;

class TestStartingWeights : public QObject {
    Q_OBJECT

    using Source = LayerStart::Source;

    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend = referenceEntry().make();
    TrainerOptions m_options = tiny::trainerOptions();

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    Network network(const NetworkSpec& spec, std::uint64_t seed)
    {
        Network made(spec, *m_backend, NetworkOptions{1, Precision::Fp32, true, false});
        made.initialise(seed);
        return made;
    }
    void save(const char* name, std::uint64_t seed, const std::vector<std::string>& classes = {"red", "green", "blue"})
    {
        saveWeights(path(name), network(m_options.network, seed), {classes, m_options.statistics});
    }
    static std::vector<float> numbers(const Network& network, const char* name)
    {
        return network.download(network.parameters()->find(name)->value).values;
    }
    static std::vector<Source> sourcesOf(const StartingWeights& start)
    {
        std::vector<Source> sources;
        for (const LayerStart& layer : start.layers())
            sources.push_back(layer.source);
        return sources;
    }
    static std::string joined(const std::vector<std::string>& sentences)
    {
        std::string all;
        for (const std::string& sentence : sentences)
            all += sentence + "\n";
        return all;
    }
    NetworkSpec wider() const
    {
        std::string text = tiny::networkText;
        text.replace(text.find("filters = 4"), 11, "filters = 6");
        return parseNetwork(text, "wider").withClasses(3);
    }

private slots:
    void initTestCase() { save("w", 1); }

    void theLastLayerIsDrawnForOtherClasses_data()
    {
        QTest::addColumn<QStringList>("there");
        QTest::addColumn<QStringList>("here");
        QTest::addColumn<bool>("taken");
        const QStringList colours{QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
        const QStringList pets{QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("newt")};
        const QStringList more{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
        QTest::newRow("the same") << colours << colours << true;
        QTest::newRow("as many others") << colours << pets << false;
        QTest::newRow("not known here") << colours << QStringList() << true;
        QTest::newRow("not known there") << QStringList() << pets << true;
        QTest::newRow("more") << colours << more << false;
    }
    void theLastLayerIsDrawnForOtherClasses()
    {
        QFETCH(QStringList, there);
        QFETCH(QStringList, here);
        QFETCH(bool, taken);
        const auto names = [](const QStringList& list) {
            std::vector<std::string> all;
            for (const QString& name : list)
                all.push_back(name.toStdString());
            return all;
        };
        save("named", 1, names(there));
        const NetworkSpec spec = m_options.network.withOpenClasses().withClasses(here.isEmpty() ? 3 : int(here.size()));
        const StartingWeights start(path("named"), spec, names(here));
        QCOMPARE(start.takes("conv1"), true);
        QCOMPARE(start.takes("fc2"), taken);
        QVERIFY(taken || sourcesOf(start).back() == Source::NewClasses);
        QCOMPARE(joined(start.remarks()).find("for the classes of this set: fc2") != std::string::npos, !taken);
        QVERIFY(start.warnings().empty());

        Network fresh = network(spec, 7), begun = network(spec, 7);
        const Network trained = network(m_options.network, 1);
        start.loadInto(begun);
        QVERIFY(numbers(begun, "conv1.weight") == numbers(trained, "conv1.weight"));
        QVERIFY(numbers(begun, "conv1.bias") == numbers(trained, "conv1.bias"));
        const Network& from = taken ? trained : fresh;
        QVERIFY(numbers(begun, "fc2.weight") == numbers(from, "fc2.weight"));
    }

    void layersThatDoNotFitAreSaid()
    {
        std::string text = tiny::networkText;
        text.replace(text.find("[conv1]"), 7, "[first]");
        const StartingWeights renamed(path("w"), parseNetwork(text, "renamed").withClasses(3), {});
        QVERIFY((sourcesOf(renamed) == std::vector<Source>{Source::Absent, Source::Known}));
        QVERIFY2(joined(renamed.warnings()).find("holds no weights for them: first") != std::string::npos,
                 joined(renamed.warnings()).c_str());
        try { // conv1 has another shape, fc2 other inputs: nothing is left
            StartingWeights(path("w"), wider(), {});
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(std::string(error.what()).find("none of its layers") != std::string::npos, error.what());
        }
    }

    void anotherShapeInTheMiddleIsAWarning()
    {
        std::string small = tiny::networkText, large = tiny::networkText;
        const char* layer = "[fc1]\ntype = linear\noutputs = %1\n";
        small.insert(small.find("[fc2]"), QString::fromLatin1(layer).arg(5).toStdString());
        large.insert(large.find("[fc2]"), QString::fromLatin1(layer).arg(6).toStdString());
        const NetworkSpec from = parseNetwork(small, "small").withClasses(3),
                          to = parseNetwork(large, "large").withClasses(3);
        saveWeights(path("small"), network(from, 1), {{"red", "green", "blue"}, m_options.statistics});
        const StartingWeights start(path("small"), to, {"red", "green", "blue"});
        QVERIFY((sourcesOf(start) == std::vector<Source>{Source::Known, Source::OtherShape, Source::NewClasses}));
        QVERIFY2(joined(start.warnings()).find("fc1 (5×36 there, 6×36 here)") != std::string::npos,
                 joined(start.warnings()).c_str());
    }

    void realConvolutionsWithoutTheRest()
    {
        const auto file = sharedData("alexnet-conv/bvlc_alexnet_conv.safetensors");
        ALEXSCOPE_NEED_DATA(file);
        const NetworkSpec caffe = loadNetwork("alexnet-caffe").withClasses(10);
        const StartingWeights start(file, caffe, {});
        QVERIFY((sourcesOf(start) == std::vector<Source>{Source::Known, Source::Known, Source::Known, Source::Known,
                                                         Source::Known, Source::Absent, Source::Absent,
                                                         Source::NewClasses}));
        QVERIFY2(joined(start.warnings()).find("for them: fc6, fc7\n") != std::string::npos,
                 joined(start.warnings()).c_str());
        QCOMPARE(start.warnings().size(), std::size_t{1});
    }

    void aRunsFolderIsAsGoodAsAFile()
    {
        std::filesystem::create_directories(path("run"));
        QVERIFY_THROWS_EXCEPTION(Error, StartingWeights(path("run"), m_options.network, {}));
        CheckpointState state;
        state.runJson = "{}";
        state.recipe = m_options.recipe;
        saveCheckpoint(path("run") / "checkpoint.safetensors", network(m_options.network, 3),
                       {{"red", "green", "blue"}, m_options.statistics}, state);
        QCOMPARE(StartingWeights(path("run"), m_options.network, {}).file(), path("run") / "checkpoint.safetensors");
        std::filesystem::copy_file(path("w"), path("run") / "weights.safetensors");
        QCOMPARE(StartingWeights(path("run"), m_options.network, {}).file(), path("run") / "weights.safetensors");
    }

    void theDigestTellsFilesApart()
    {
        save("other", 2);
        const auto digest = [&](const char* name) {
            Network any = network(m_options.network, 9);
            return StartingWeights(path(name), m_options.network, {}).loadInto(any);
        };
        QCOMPARE(digest("w"), digest("w"));
        QVERIFY(digest("w") != digest("other"));
        QCOMPARE(digest("w").size(), std::size_t{16});
    }

    void theMeanComesAlongTheColoursDoNot()
    {
        SetStatistics ours = m_options.statistics;
        for (float& value : ours.meanPicture)
            value += 20;
        ours.channelMean = {1, 2, 3};
        ours.axisDeviation = {9, 8, 7};
        const StartingWeights start(path("w"), m_options.network, {});
        const SetStatistics both = start.statistics(ours);
        QVERIFY(both.meanPicture == m_options.statistics.meanPicture);
        QCOMPARE(both.channelMean, m_options.statistics.channelMean);
        QCOMPARE(both.axisDeviation, ours.axisDeviation);
        QVERIFY2(joined(start.remarks()).find("mean subtracted that these weights") != std::string::npos,
                 joined(start.remarks()).c_str());
        ours.meanSide = 4; // a mean picture of another size is of no use
        ours.meanPicture.resize(3 * 4 * 4);
        QVERIFY(start.statistics(ours).meanPicture == ours.meanPicture);
    }

    void otherPreprocessingIsWarnedOf()
    {
        NetworkSpec other = m_options.network;
        other.preprocessing.scale = 1;
        const StartingWeights start(path("w"), other, {});
        QVERIFY2(joined(start.warnings()).find("prepared otherwise") != std::string::npos,
                 joined(start.warnings()).c_str());
    }

    void brokenFilesAreErrors()
    {
        QVERIFY_THROWS_EXCEPTION(Error, StartingWeights(path("absent"), m_options.network, {}));
        std::filesystem::copy_file(path("w"), path("cut"));
        std::filesystem::resize_file(path("cut"), 300);
        QVERIFY_THROWS_EXCEPTION(Error, StartingWeights(path("cut"), m_options.network, {}));
    }
};

QTEST_GUILESS_MAIN(TestStartingWeights)
#include "tst_starting_weights.moc"
