// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "tests/core/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <thread>

using namespace alexscope;
using namespace std::chrono_literals;

namespace {

/// The tiny set, or the same pictures under other names.
DataSource openTiny(const std::string& specification, const NetworkSpec&)
{
    DataSource data = tiny::data();
    data.specification = specification;
    if (specification == "pets")
        data.classNames = {"cat", "dog", "newt"};
    return data;
}

bool settled(const Session& session)
{
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < end) {
        const SessionStatus status = session.status();
        if (status.pendingCommands == 0 && status.state != SessionState::Running)
            return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

std::string textOf(const std::vector<SessionEvent>& events)
{
    std::string text;
    for (const SessionEvent& event : events)
        text += event.text + "\n";
    return text;
}

} // namespace

class TestFineTuning : public QObject {
    Q_OBJECT

    using Tensors = std::map<std::string, std::vector<float>>;

    QTemporaryDir m_root;
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_root.path().toStdString()) / name;
    }
    static Catalogue catalogue()
    {
        Catalogue devices;
        devices.add(referenceEntry());
        return devices;
    }
    static RunSpec spec(const std::string& data)
    {
        RunSpec spec;
        spec.networkText = tiny::networkText;
        spec.data = data;
        spec.recipe = parseNetwork(tiny::networkText, "tiny").recipe;
        return spec;
    }
    /// Another set with the weights of the first run, its last layer alone learning at first hand, conv1 slowly.
    RunSpec fineTuned(const LayerRates& rates) const
    {
        RunSpec tuned = spec("pets");
        tuned.weights = path("first").string();
        tuned.seed = 5;
        tuned.recipe.layerRates = rates;
        return tuned;
    }
    static Tensors tensorsOf(const std::filesystem::path& file)
    {
        Tensors all;
        const SafetensorsFile opened(file);
        for (const StoredTensor& tensor : opened.tensors())
            all[tensor.name] = opened.readFloats(tensor);
        return all;
    }
    /// Every byte below a folder.
    static std::map<std::string, std::string> bytesOf(const std::filesystem::path& folder)
    {
        std::map<std::string, std::string> bytes;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) {
                std::ifstream in(entry.path(), std::ios::binary);
                bytes[entry.path().string()].assign(std::istreambuf_iterator<char>(in), {});
            }
        return bytes;
    }
    void trainFrom(const RunSpec& spec, const char* folder, std::string* said = nullptr)
    {
        Session session(catalogue(), openTiny);
        session.start(spec, path(folder));
        session.run();
        QVERIFY(settled(session));
        const std::string events = textOf(session.takeEvents());
        QVERIFY2(session.status().state == SessionState::Finished, events.c_str());
        if (said)
            *said = events;
    }

private slots:
    void initTestCase()
    {
        trainFrom(spec("tiny"), "first");
        QVERIFY(std::filesystem::exists(path("first") / "weights.safetensors"));
    }

    void whatIsFrozenKeepsItsBits()
    {
        std::string said;
        trainFrom(fineTuned({{"conv1", 0}}), "frozen", &said);
        const Tensors before = tensorsOf(path("first") / "weights.safetensors"),
                      after = tensorsOf(path("frozen") / "weights.safetensors");
        QVERIFY(after.at("conv1.weight") == before.at("conv1.weight"));
        QVERIFY(after.at("conv1.bias") == before.at("conv1.bias"));
        QVERIFY(after.at("fc2.weight") != before.at("fc2.weight"));
        for (const char* sentence : {"Taken from ", ": conv1\n",
                                     "Drawn anew from the seed, for the classes of this set: fc2", "mean subtracted"})
            QVERIFY2(said.find(sentence) != std::string::npos, said.c_str());
        const RunSpec recorded = RunFolder::open(path("frozen")).spec();
        QCOMPARE(recorded.weights, path("first").string());
        QCOMPARE(recorded.weightsDigest.size(), std::size_t{16});
        QVERIFY((recorded.recipe.layerRates == LayerRates{{"conv1", 0}}));
    }

    void ratesArePartOfWhatARunIs()
    {
        const auto differences = difference(fineTuned({{"conv1", 0}}), fineTuned({{"conv1", 0.5}}));
        QCOMPARE(differences.size(), std::size_t{1});
        QCOMPARE(differences[0].field, std::string("recipe.layerRates"));
        QCOMPARE(differences[0].first, std::string("conv1=0"));
        QCOMPARE(differences[0].second, std::string("conv1=0.5"));
    }

    void aSlowLayerMovesLess()
    {
        const auto moved = [&](double factor) {
            const std::string folder = concat("slow ", factor);
            RunSpec run = fineTuned({{"conv1", factor}});
            run.recipe.iterations = 1; // a first update is proportional to the factor
            run.recipe.validateEvery = 0;
            trainFrom(run, folder.c_str());
            const auto before = tensorsOf(path("first") / "weights.safetensors").at("conv1.weight"),
                       after = tensorsOf(path(folder) / "weights.safetensors").at("conv1.weight");
            double sum = 0;
            for (std::size_t i = 0; i < before.size(); ++i)
                sum += std::abs(static_cast<double>(after[i]) - before[i]);
            return sum;
        };
        const double whole = moved(1), half = moved(0.5);
        QVERIFY(whole > 0);
        QVERIFY2(std::abs(half / whole - 0.5) < 1e-3, qPrintable(QString::number(half / whole)));
    }

    void anInterruptedRunEndsTheSame_data()
    {
        QTest::addColumn<bool>("trained");
        QTest::newRow("before its first checkpoint") << false;
        QTest::newRow("in the middle") << true;
    }
    void anInterruptedRunEndsTheSame()
    {
        QFETCH(bool, trained);
        const LayerRates rates{{"conv1", 0.25}, {"fc2", 2}};
        if (!std::filesystem::exists(path("whole")))
            trainFrom(fineTuned(rates), "whole");
        const std::string name = trained ? "halved" : "not begun";
        {
            Session first(catalogue(), openTiny);
            first.start(fineTuned(rates), path(name));
            if (trained) {
                StopCondition until;
                until.iteration = 11;
                first.run(until);
            }
            QVERIFY(settled(first));
        }
        if (!trained) // as after a crash
            QVERIFY(std::filesystem::remove(path(name) / "checkpoint.safetensors"));
        Session second(catalogue(), openTiny);
        second.resume(path(name));
        second.run();
        QVERIFY(settled(second));
        QCOMPARE(second.status().state, SessionState::Finished);
        QVERIFY(tensorsOf(path(name) / "weights.safetensors") == tensorsOf(path("whole") / "weights.safetensors"));
        for (const SessionEvent& event : second.takeEvents())
            QVERIFY2(event.kind == EventKind::Information, event.text.c_str());
        QCOMPARE(RunFolder::open(path(name)).spec().weightsDigest, RunFolder::open(path("whole")).spec().weightsDigest);
    }

    void otherWeightsUnderTheSameNameAreNoticed()
    {
        trainFrom(spec("tiny"), "moving");
        RunSpec run = fineTuned({});
        run.weights = path("moving").string();
        Session session(catalogue(), openTiny);
        session.start(run);
        session.step(Stride::Iteration);
        session.reset();
        QVERIFY(settled(session));
        QVERIFY(textOf(session.takeEvents()).find("have changed since") == std::string::npos);
        std::filesystem::remove_all(path("moving"));
        RunSpec other = spec("tiny");
        other.seed = 77;
        trainFrom(other, "moving");
        session.reset();
        QVERIFY(settled(session));
        const std::string said = textOf(session.takeEvents());
        QVERIFY2(said.find("have changed since this run began") != std::string::npos, said.c_str());
    }

    void gradientsOfWhatIsFrozenAreAbsent()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.gradients = {"conv1.weight", "fc2.weight"};
        request.updates = request.gradients;
        session.setProbe(request);
        session.start(fineTuned({{"conv1", 0}}));
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        const auto snapshot = session.snapshot();
        QVERIFY(!snapshot->gradients.count("conv1.weight"));
        QVERIFY(snapshot->gradients.count("fc2.weight"));
        const std::vector<float>& update = snapshot->updates.at("conv1.weight").values->values;
        QVERIFY(std::all_of(update.begin(), update.end(), [](float v) { return v == 0; }));
        StopCondition until;
        until.layerReached = "conv1";
        until.kindReached = PieceKind::Backward;
        session.run(until);
        QVERIFY(settled(session));
        const std::string said = textOf(session.takeEvents());
        QVERIFY2(said.find("Nothing goes backward to layer conv1") != std::string::npos, said.c_str());
    }

    // ---- A run that is only shown

    void aFinishedRunIsShownAsItEnded()
    {
        const auto before = bytesOf(path("first"));
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.parameters = request.gradients = request.updates = {"conv1.weight"};
        session.setProbe(request);
        session.show(path("first"));
        QVERIFY(settled(session));
        QVERIFY(session.snapshot()->gradients.empty()); // nothing was computed here yet
        QVERIFY(session.snapshot()->updates.empty());
        SessionStatus status = session.status();
        QVERIFY2(status.state == SessionState::Holding, textOf(session.takeEvents()).c_str());
        QVERIFY(status.shown);
        QCOMPARE(status.iteration, status.lastIteration);
        QVERIFY(status.recordedIn.empty());
        const auto rows = RunFolder::open(path("first")).readMetrics();
        QCOMPARE(session.journal().size(), rows.size());
        QCOMPARE(session.journal().rowsFrom(0).back().validationTop1, rows.back().validationTop1);
        QCOMPARE(static_cast<float>(status.learningRate), rows.back().learningRate);
        QVERIFY(session.snapshot()->parameters.at("conv1.weight").values->values ==
                tensorsOf(path("first") / "weights.safetensors").at("conv1.weight"));
        session.switchOff("conv1", 0); // to look at what a filter is good for is no training
        QVERIFY(settled(session));
        QVERIFY(session.status().shown);
        QVERIFY(bytesOf(path("first")) == before);
    }

    void trainingBeginsItAnew_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("run") << 0;
        QTest::newRow("step") << 1;
        QTest::newRow("edit") << 2;
        QTest::newRow("reset") << 3;
    }
    void trainingBeginsItAnew()
    {
        QFETCH(int, how);
        const auto before = bytesOf(path("first"));
        ProbeRequest request;
        request.parameters = {"conv1.weight"};
        StopCondition until;
        until.iteration = 3;
        const auto three = [&](Session& session) { session.run(until); };
        Session fresh(catalogue(), openTiny);
        fresh.setProbe(request);
        fresh.start(spec("tiny"));
        if (how == 2)
            fresh.edit({0.01, {}, {}, {}, {}});
        three(fresh);
        QVERIFY(settled(fresh));

        Session session(catalogue(), openTiny);
        session.setProbe(request);
        session.show(path("first"));
        if (how == 1)
            session.step(Stride::Iteration);
        if (how == 2)
            session.edit({0.01, {}, {}, {}, {}});
        if (how == 3)
            session.reset();
        three(session);
        QVERIFY(settled(session));
        QVERIFY(!session.status().shown);
        QCOMPARE(session.status().iteration, 3);
        QCOMPARE(session.journal().size(), std::size_t{3});
        QVERIFY(session.snapshot()->parameters.at("conv1.weight").values->values ==
                fresh.snapshot()->parameters.at("conv1.weight").values->values);
        QVERIFY(bytesOf(path("first")) == before);
    }

    void whatIsNotFinishedCannotBeShown()
    {
        std::filesystem::create_directories(path("bare"));
        std::filesystem::copy_file(path("first") / "run.json", path("bare") / "run.json");
        for (const char* folder : {"nowhere", "bare"}) {
            Session session(catalogue(), openTiny);
            session.show(path(folder));
            QVERIFY(settled(session));
            QCOMPARE(session.status().state, SessionState::Failed);
            QVERIFY(!session.status().shown);
            QVERIFY(textOf(session.takeEvents()).find(folder) != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestFineTuning)
#include "tst_fine_tuning.moc"
