// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/weights_file.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "tests/core/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;

class TestWeightsFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend = referenceEntry().make();
    TrainerOptions m_options = tiny::trainerOptions();

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    Network network(bool training = true, std::uint64_t seed = 1)
    {
        Network made(m_options.network, *m_backend, NetworkOptions{1, Precision::Fp32, training, false});
        made.initialise(seed);
        return made;
    }
    WeightsDescription description() const { return {m_options.data.classNames, m_options.statistics}; }
    static std::vector<float> numbers(const Network& network, const char* name, bool velocity = false)
    {
        const Parameter& parameter = *network.parameters()->find(name);
        return network.download(velocity ? parameter.velocity : parameter.value).values;
    }
    void set(Network& network, const char* name, std::size_t at, float to)
    {
        const Parameter& parameter = *network.parameters()->find(name);
        std::vector<float> values = numbers(network, name);
        values[at] = to;
        m_backend->upload(parameter.value, std::span<const float>(values));
    }
    template <typename Action>
    static std::string fault(Action action)
    {
        try {
            action();
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

private slots:
    void weightsTravelWithAllTheyNeed()
    {
        const Network saved = network();
        saveWeights(path("w"), saved, description());
        const WeightsFile file = openWeights(path("w"));
        QCOMPARE(file.network.outputClasses(), 3);
        QCOMPARE(formatNetwork(file.network), formatNetwork(m_options.network));
        QCOMPARE(file.classNames, m_options.data.classNames);
        QCOMPARE(file.statistics.channelMean, m_options.statistics.channelMean); // doubles, exactly
        QCOMPARE(file.statistics.channelDeviation, m_options.statistics.channelDeviation);
        QCOMPARE(file.statistics.axes, m_options.statistics.axes);
        QCOMPARE(file.statistics.axisDeviation, m_options.statistics.axisDeviation);
        QCOMPARE(file.statistics.meanSide, 10);
        QVERIFY(file.statistics.meanPicture == m_options.statistics.meanPicture);
        QCOMPARE(file.statistics.picturesUsed, std::size_t{50});
        QCOMPARE(file.file.require("conv1.weight").shape, (std::vector<std::int64_t>{4, 3, 3, 3}));
        QCOMPARE(file.file.require("conv1.bias").shape, (std::vector<std::int64_t>{4}));
        QCOMPARE(file.file.require("fc2.weight").shape, (std::vector<std::int64_t>{3, 36}));

        Network loaded = network(false, 2);
        QVERIFY(numbers(loaded, "fc2.weight") != numbers(saved, "fc2.weight"));
        loadInto(file, loaded);
        for (const char* name : {"conv1.weight", "conv1.bias", "fc2.weight", "fc2.bias"})
            QVERIFY(numbers(loaded, name) == numbers(saved, name));
    }

    void foreignFilesNeedANetwork()
    {
        const Network saved = network();
        SafetensorsWriter bare;
        for (const Parameter& parameter : saved.parameters()->list) {
            std::vector<std::int64_t> shape{parameter.info.shape.n, parameter.info.shape.c, parameter.info.shape.h,
                                            parameter.info.shape.w};
            shape.resize(static_cast<std::size_t>(parameter.info.rank));
            bare.add(parameter.info.name, shape, saved.download(parameter.value).values);
        }
        bare.write(path("bare"));
        QVERIFY(fault([&] { openWeights(path("bare")); }).find("name the network") != std::string::npos);
        Network loaded = network(false, 2);
        loadInto(openWeights(path("bare"), m_options.network), loaded);
        QVERIFY(numbers(loaded, "conv1.weight") == numbers(saved, "conv1.weight"));
    }

    void otherShapesAreNamed()
    {
        saveWeights(path("w"), network(), description());
        const NetworkSpec wider = parseNetwork(tiny::networkText, "tiny").withClasses(7);
        const std::string text = fault([&] { openWeights(path("w"), wider); });
        QVERIFY2(text.find("fc2.weight has shape [3, 36], the network needs [7, 36]") != std::string::npos,
                 text.c_str());
        NetworkSpec renamed = m_options.network;
        renamed.layers[0].name = "conv9";
        QVERIFY(fault([&] { openWeights(path("w"), renamed); }).find("conv9.weight") != std::string::npos);
    }

    void nonFiniteWeightsAreCounted_data()
    {
        QTest::addColumn<float>("value");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
        QTest::newRow("minus infinite") << -std::numeric_limits<float>::infinity();
    }
    void nonFiniteWeightsAreCounted()
    {
        QFETCH(float, value);
        SafetensorsWriter writer;
        const Network whole = network();
        for (const Parameter& parameter : whole.parameters()->list) {
            std::vector<std::int64_t> shape{parameter.info.shape.n, parameter.info.shape.c, parameter.info.shape.h,
                                            parameter.info.shape.w};
            shape.resize(static_cast<std::size_t>(parameter.info.rank));
            std::vector<float> values = whole.download(parameter.value).values;
            if (parameter.info.name == "conv1.weight")
                values[5] = values[107] = value;
            writer.add(parameter.info.name, shape, values);
        }
        writer.write(path("bad"));
        const std::string text = fault([&] { openWeights(path("bad"), m_options.network); });
        QVERIFY2(text.find("2 of the 108 numbers of conv1.weight") != std::string::npos, text.c_str());
    }

    void aGoodFileIsNotOverwrittenByLostWeights()
    {
        Network lost = network();
        saveCheckpoint(path("kept"), lost, description(), {"{}", 1, {}, {}, {}, {}, 0, std::nullopt});
        const std::vector<float> good = numbers(lost, "fc2.weight");
        set(lost, "fc2.weight", 3, std::numeric_limits<float>::quiet_NaN());
        QVERIFY(!fault([&] {
                     saveCheckpoint(path("kept"), lost, description(), {"{}", 2, {}, {}, {}, {}, 0, std::nullopt});
                 }).empty());
        const WeightsFile file = openWeights(path("kept"));
        QVERIFY(file.file.readFloats(file.file.require("fc2.weight")) == good);
    }

    void aCheckpointHoldsTheWholeState()
    {
        Network saved = network();
        const Parameter& parameter = *saved.parameters()->find("conv1.bias");
        m_backend->upload(parameter.velocity, std::span<const float>(std::vector<float>{1, -2, 3e-20f, 4}));
        CheckpointState state;
        state.runJson = "{\"any\": 1}";
        state.iteration = 123'456'789'012;
        state.solver = {1.0 / 3, 0.1, 2, 1};
        state.recipe = m_options.recipe;
        state.recipe.momentum = 0.123456789;
        state.seconds = 1e5 + 0.1;
        MetricsRow row;
        row.iteration = state.iteration;
        row.loss = 0.1f;
        row.top1Error = 1.0f / 3;
        state.unvalidated = row;
        saveCheckpoint(path("c"), saved, description(), state);

        Network loaded = network(true, 2);
        const CheckpointState read = loadCheckpoint(path("c"), loaded);
        QVERIFY(numbers(loaded, "conv1.weight") == numbers(saved, "conv1.weight"));
        QCOMPARE(numbers(loaded, "conv1.bias", true), (std::vector<float>{1, -2, 3e-20f, 4}));
        QCOMPARE(read.runJson, state.runJson);
        QCOMPARE(read.iteration, state.iteration);
        QVERIFY(read.recipe == state.recipe);
        QVERIFY(read.solver.rate == state.solver.rate && read.solver.bestError == 0.1);
        QCOMPARE(read.solver.validationsSinceBest, 2);
        QCOMPARE(read.solver.reductionsDone, 1);
        QVERIFY(read.seconds == state.seconds);
        QCOMPARE(read.unvalidated->loss, 0.1f);
        QCOMPARE(read.unvalidated->top1Error, 1.0f / 3);
        QVERIFY(std::isnan(read.unvalidated->validationTop1));
    }

    void aFailedLoadChangesNothing()
    {
        saveWeights(path("weights only"), network(), description());
        Network target = network(true, 2);
        const std::vector<float> before = numbers(target, "conv1.weight");
        QVERIFY(fault([&] { loadCheckpoint(path("weights only"), target); }).find("cannot be resumed") !=
                std::string::npos);

        SafetensorsWriter half; // everything but the last velocity
        const Network source = network();
        half.setMetadata("run", "{}");
        half.setMetadata("trainer", "{\"iteration\":1,\"seconds\":0,\"solver\":{},\"recipe\":{}}");
        for (const Parameter& parameter : source.parameters()->list) {
            std::vector<std::int64_t> shape{parameter.info.shape.n, parameter.info.shape.c, parameter.info.shape.h,
                                            parameter.info.shape.w};
            shape.resize(static_cast<std::size_t>(parameter.info.rank));
            half.add(parameter.info.name, shape, source.download(parameter.value).values);
            if (parameter.info.name != "fc2.bias")
                half.add("velocity." + parameter.info.name, shape, source.download(parameter.velocity).values);
        }
        half.write(path("half"));
        QVERIFY(fault([&] { loadCheckpoint(path("half"), target); }).find("velocity.fc2.bias") != std::string::npos);
        QVERIFY(numbers(target, "conv1.weight") == before);
        Network untrained = network(false);
        QVERIFY(!fault([&] { loadCheckpoint(path("half"), untrained); }).empty());
    }

    void brokenDescriptionsAreErrors_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("network") << "network"
                                 << "[network]\nname = 1\n";
        QTest::newRow("classes no list") << "classes"
                                         << "{}";
        QTest::newRow("classes of numbers") << "classes"
                                            << "[1]";
        QTest::newRow("means too short") << "preprocessing"
                                         << "{\"channelMean\":[1,2]}";
        QTest::newRow("means of texts") << "preprocessing"
                                        << "{\"channelMean\":[\"1\",2,3]}";
        QTest::newRow("a mean picture that is not there") << "preprocessing"
                                                          << "{\"meanSide\":11}";
        QTest::newRow("a huge mean picture") << "preprocessing"
                                             << "{\"meanSide\":2000000000}";
    }
    void brokenDescriptionsAreErrors()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const Network source = network();
        SafetensorsWriter writer;
        writer.setMetadata("network", formatNetwork(m_options.network));
        writer.setMetadata(key.toStdString(), value.toStdString());
        for (const Parameter& parameter : source.parameters()->list) {
            std::vector<std::int64_t> shape{parameter.info.shape.n, parameter.info.shape.c, parameter.info.shape.h,
                                            parameter.info.shape.w};
            shape.resize(static_cast<std::size_t>(parameter.info.rank));
            writer.add(parameter.info.name, shape, source.download(parameter.value).values);
        }
        writer.write(path("described"));
        const std::string text = fault([&] { openWeights(path("described")); });
        QVERIFY2(text.find("described") != std::string::npos, text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestWeightsFile)
#include "tst_weights_file.moc"
