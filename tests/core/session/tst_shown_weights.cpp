// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/weights_file.h"
#include "session_bench.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace alexscope;
using namespace alexscope::bench;

/// Known weights looked at in a session, with the classes they were trained for, and a run that begins with them.
class TestShownWeights : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    /// The tiny network for so many classes, weights of seed 77, without the layers in `without`.
    std::shared_ptr<const DescribedWeights> describe(int classes, std::vector<std::string> names,
                                                     const std::string& without = {}) const
    {
        const auto backend = referenceEntry().make();
        Network network(parseNetwork(tiny::networkText, "tiny").withClasses(classes), *backend,
                        {1, Precision::Fp32, false, false});
        network.initialise(77);
        WeightsDescription description{std::move(names), {}};
        description.statistics = tiny::trainerOptions().statistics;
        saveWeights(path("all"), network, description);
        const SafetensorsFile all(path("all"));
        SafetensorsWriter part;
        for (const auto& [key, value] : all.metadata())
            part.setMetadata(key, value);
        for (const StoredTensor& tensor : all.tensors())
            if (without.empty() || !tensor.name.starts_with(without))
                part.add(tensor.name, tensor.shape, all.readFloats(tensor));
        part.write(path("w"));
        return std::make_shared<const DescribedWeights>(DescribedWeights{
            openWeights(SafetensorsFile(path("w")), std::nullopt, Absent::Listed), {"It was made for a test."}});
    }
    static ProbeRequest look()
    {
        ProbeRequest request;
        request.parameters = {"conv1.weight", "fc2.weight"};
        request.activations = {"prob"};
        request.pinned = std::make_shared<Image>(10, 10);
        return request;
    }
    static std::vector<float> shown(const Session& session, const std::string& parameter)
    {
        const auto snapshot = session.snapshot();
        const auto found = snapshot->parameters.find(parameter);
        return found == snapshot->parameters.end() ? std::vector<float>() : found->second.values->values;
    }

private slots:
    void theyAreShownWithTheirOwnClasses_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<bool>("named");
        QTest::addColumn<bool>("others");
        QTest::newRow("the set's") << 3 << false << false;
        QTest::newRow("as many of other names") << 3 << true << true;
        QTest::newRow("more") << 7 << false << true;
        QTest::newRow("fewer") << 2 << false << true;
    }
    void theyAreShownWithTheirOwnClasses()
    {
        QFETCH(int, classes);
        QFETCH(bool, named);
        QFETCH(bool, others);
        const std::vector<std::string> names =
            named ? std::vector<std::string>{"cat", "dog", "ship"} : std::vector<std::string>();
        const auto weights = describe(classes, names);
        Session session(catalogue(), openTiny);
        session.setProbe(look());
        session.show(weights, tinySpec());
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QVERIFY(session.status().shown);
        const auto run = session.description();
        QVERIFY(run->shown);
        QCOMPARE(run->network.outputClasses(), classes);
        QCOMPARE(run->otherClasses.has_value(), others);
        if (others)
            QCOMPARE(*run->otherClasses, names);
        QCOMPARE(run->remarks, std::vector<std::string>{"It was made for a test."});
        QCOMPARE(run->spec.weights, path("w").string());
        QVERIFY(run->missing.empty());
        QCOMPARE(shown(session, "conv1.weight"),
                 weights->weights.file.readFloats(weights->weights.file.require("conv1.weight")));
        QCOMPARE(session.snapshot()->activations.at("prob").values->shape.c, classes);

        session.judge();
        QVERIFY(settled(session));
        QVERIFY(waitFor([&] { return session.status().toJudge == 0; }));
        QCOMPARE(session.predictions() == nullptr, others); // nothing can be right or wrong
    }

    void layersThatAreMissingAreZero()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(look());
        session.show(describe(3, {}, "fc2"), tinySpec());
        QVERIFY(settled(session));
        QCOMPARE(session.description()->missing, std::vector<std::string>{"fc2"});
        const std::vector<float> last = shown(session, "fc2.weight");
        QVERIFY(!last.empty() && std::all_of(last.begin(), last.end(), [](float value) { return value == 0; }));
        const std::vector<float> first = shown(session, "conv1.weight");
        QVERIFY(std::any_of(first.begin(), first.end(), [](float value) { return value != 0; }));
        session.judge();
        QVERIFY(settled(session));
        QVERIFY(!session.predictions());
        QVERIFY(textOf(session.takeEvents(), EventKind::Warning).find("no predictions") != std::string::npos);
    }

    void trainingBeginsARunWithThem_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::newRow("a step") << false;
        QTest::newRow("a reset") << true;
    }
    void trainingBeginsARunWithThem()
    {
        QFETCH(bool, byReset);
        const auto weights = describe(7, {});
        Session session(catalogue(), openTiny);
        session.setProbe(look());
        session.show(weights, tinySpec());
        QVERIFY(settled(session));
        const std::vector<float> conv = shown(session, "conv1.weight");
        const std::uint64_t opening = session.description()->opening;
        if (byReset)
            session.reset(5);
        else
            session.step(Stride::Piece);
        QVERIFY(settled(session));
        const auto run = session.description();
        QVERIFY(run->opening > opening);
        QVERIFY(!run->shown && !session.status().shown && !run->otherClasses);
        QCOMPARE(run->network.outputClasses(), 3); // those of the set
        QCOMPARE(run->spec.weights, path("w").string());
        QVERIFY(!run->spec.weightsDigest.empty());
        if (byReset)
            QCOMPARE(run->spec.seed, std::uint64_t{5});
        QCOMPARE(shown(session, "conv1.weight"), conv); // not one step has been taken
        session.step(Stride::Epoch);
        QVERIFY(settled(session));
        QVERIFY(shown(session, "conv1.weight") != conv);
    }

    void whatIsSavedHasTheirClasses()
    {
        Session session(catalogue(), openTiny);
        session.show(describe(2, {"cat", "dog"}), tinySpec());
        session.saveWeights(path("saved"));
        QVERIFY(settled(session));
        const WeightsFile saved = openWeights(path("saved"));
        QCOMPARE(saved.classNames, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(saved.network.outputClasses(), 2);
    }

    void aRunBeginsWithWhateverTheOpenerReads()
    {
        const auto weights = describe(3, {});
        std::string asked;
        Session session(catalogue(), openTiny, [&](const std::filesystem::path& file, const NetworkSpec& network) {
            asked = file.string() + " for " + network.name;
            return openKnownWeights(path("w"));
        });
        RunSpec spec = tinySpec();
        spec.weights = "/somewhere/else.pth";
        session.setProbe(look());
        session.start(spec);
        QVERIFY(settled(session));
        QCOMPARE(asked, std::string("/somewhere/else.pth for tiny"));
        QCOMPARE(session.description()->spec.weights, spec.weights);
        QCOMPARE(shown(session, "conv1.weight"),
                 weights->weights.file.readFloats(weights->weights.file.require("conv1.weight")));
        asked.clear();
        session.step(Stride::Iteration);
        session.reset();
        QVERIFY(settled(session));
        QVERIFY(!asked.empty()); // comes back to them
        QCOMPARE(shown(session, "conv1.weight"),
                 weights->weights.file.readFloats(weights->weights.file.require("conv1.weight")));
    }
};

QTEST_GUILESS_MAIN(TestShownWeights)
#include "tst_shown_weights.moc"
