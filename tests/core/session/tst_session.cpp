// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/error.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "tests/core/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <thread>

using namespace alexscope;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

Catalogue catalogue()
{
    Catalogue devices;
    devices.add(referenceEntry());
    return devices;
}

DataSource openTiny(const std::string& specification, const NetworkSpec&)
{
    if (specification != "tiny")
        throw Error("There is no data called " + specification);
    return tiny::data();
}

RunSpec tinySpec()
{
    RunSpec spec;
    spec.networkText = tiny::networkText;
    spec.data = "tiny";
    spec.recipe = parseNetwork(tiny::networkText, "tiny").recipe;
    return spec;
}

/// A recipe that does not end by itself while a test looks on.
RunSpec endlessSpec()
{
    RunSpec spec = tinySpec();
    spec.recipe.iterations = 100'000'000;
    spec.recipe.validateEvery = 0;
    return spec;
}

bool waitFor(const std::function<bool()>& condition, std::chrono::milliseconds atMost = 8000ms)
{
    const Clock::time_point end = Clock::now() + atMost;
    while (!condition()) {
        if (Clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

/// Until all commands are carried out and nothing runs any more.
bool settled(const Session& session)
{
    return waitFor([&] {
        const SessionStatus status = session.status();
        return status.pendingCommands == 0 && status.state != SessionState::Running;
    });
}

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string textOf(const std::vector<SessionEvent>& events, EventKind kind)
{
    std::string text;
    for (const SessionEvent& event : events)
        if (event.kind == kind)
            text += event.text + "\n";
    return text;
}

std::vector<float> weightsOf(const Session& session)
{
    return session.snapshot()->parameters.at("conv1.weight").values->values;
}

ProbeRequest weightsProbe()
{
    ProbeRequest request;
    request.parameters = {"conv1.weight"};
    return request;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void weightsAreHandedOutAsTheyAre()
    {
        Session session(catalogue(), openTiny);
        QVERIFY(!session.takeWeightsCopy());
        session.setProbe(weightsProbe());
        session.start(tinySpec());
        session.step(Stride::Iteration);
        session.copyWeights();
        QVERIFY(settled(session));
        const auto copy = session.takeWeightsCopy();
        QVERIFY(copy);
        QVERIFY(!session.takeWeightsCopy()); // each once
        QCOMPARE(copy->iteration, std::int64_t(1));
        QCOMPARE(copy->opening, session.description()->opening);
        QCOMPARE(copy->parameters.size(), parametersOf(copy->network).size());
        for (const ParameterInfo& info : parametersOf(copy->network))
            QCOMPARE(copy->parameters.at(info.name)->shape, info.shape);
        QVERIFY(copy->parameters.at("conv1.weight")->values == weightsOf(session));
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QVERIFY(copy->parameters.at("conv1.weight")->values != weightsOf(session)); // a copy, not a view
    }
    void startHoldsBeforeTheFirstPiece()
    {
        Session session(catalogue(), openTiny);
        QCOMPARE(session.status().state, SessionState::Empty);
        QVERIFY(!session.description());
        session.setProbe(weightsProbe());
        session.start(tinySpec());
        QVERIFY(settled(session));
        const SessionStatus status = session.status();
        QCOMPARE(status.state, SessionState::Holding);
        QCOMPARE(status.device, std::string("reference"));
        QCOMPARE(status.precision, std::string("fp32"));
        QCOMPARE(status.iteration, 0);
        QCOMPARE(status.lastIteration, 32); // 5 epochs of 50 pictures by 8
        QCOMPARE(status.iterationsPerEpoch, 7);
        QCOMPARE(status.classes, 3);
        QCOMPARE(status.trainingPictures, 50);
        QCOMPARE(status.validationPictures, 20);
        QCOMPARE(session.description()->network.outputClasses(), 3);
        QCOMPARE(session.description()->spec.resolvedDevice, std::string("reference"));
        const auto snapshot = session.snapshot();
        QVERIFY(snapshot && snapshot->holding);
        QCOMPARE(snapshot->next.kind, PieceKind::Load);
        QCOMPARE(snapshot->parameters.at("conv1.weight").values->shape, (Shape{4, 3, 3, 3}));
        QVERIFY(snapshot->gradients.empty());
    }

    void aRunGoesToItsEndAndLearns()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.run();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Finished);
        QCOMPARE(session.status().picturesPerSecond, 0.0);
        const std::vector<MetricsRow> rows = session.journal().rowsFrom(0);
        QCOMPARE(rows.size(), std::size_t{32});
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i].iteration, static_cast<std::int64_t>(i) + 1);
        QVERIFY(rows.back().validationTop1 < 0.5f);
        QCOMPARE(session.ratiosFrom(0).size(), std::size_t{32});
        QCOMPARE(session.ratiosFrom(30)[0].log10Ratio.size(), std::size_t{4});
        QVERIFY(session.snapshot()->holding);
        session.run();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Finished);
        QCOMPARE(session.journal().size(), std::size_t{32});
    }

    void pauseHoldsWhereItStands()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(weightsProbe());
        session.start(endlessSpec());
        session.run();
        QVERIFY(waitFor([&] { return session.status().iteration > 20; }));
        QCOMPARE(session.status().state, SessionState::Running);
        QVERIFY(waitFor([&] { return session.status().picturesPerSecond > 0; }));
        QVERIFY(session.status().secondsLeft > 0);
        session.pause();
        QVERIFY(settled(session));
        const SessionStatus status = session.status();
        QCOMPARE(status.state, SessionState::Holding);
        const auto snapshot = session.snapshot();
        QVERIFY(snapshot->holding);
        QCOMPARE(snapshot->iteration, status.iteration);
        QCOMPARE(snapshot->next.kind, status.next.kind);
        std::this_thread::sleep_for(30ms);
        QCOMPARE(session.status().iteration, status.iteration);
        QCOMPARE(session.snapshot()->serial, snapshot->serial);
    }

    void steps_data()
    {
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("iteration");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, Stride stride, int times, int iteration, PieceKind next) {
            QTest::newRow(name) << static_cast<int>(stride) << times << iteration << static_cast<int>(next);
        };
        row("a piece loads", Stride::Piece, 1, 0, PieceKind::Forward);
        row("a pass forward", Stride::Pass, 1, 0, PieceKind::Backward);
        row("a pass backward", Stride::Pass, 2, 0, PieceKind::Update);
        row("a pass updates", Stride::Pass, 3, 1, PieceKind::Load);
        row("a step layer by layer", Stride::Piece, 16, 1, PieceKind::Load); // 1 + 7 + 7 + 1
        row("an iteration", Stride::Iteration, 1, 1, PieceKind::Load);
        row("three iterations", Stride::Iteration, 3, 3, PieceKind::Load);
        row("an epoch", Stride::Epoch, 1, 7, PieceKind::Load);
        row("two epochs", Stride::Epoch, 2, 13, PieceKind::Load);
    }
    void steps()
    {
        QFETCH(int, stride);
        QFETCH(int, times);
        QFETCH(int, iteration);
        QFETCH(int, kind);
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        QVERIFY(settled(session));
        for (int i = 0; i < times; ++i) {
            session.step(static_cast<Stride>(stride));
            QVERIFY(settled(session));
            QVERIFY(session.snapshot()->holding);
        }
        QCOMPARE(session.status().state, SessionState::Holding);
        QCOMPARE(session.status().iteration, iteration);
        QCOMPARE(static_cast<int>(session.status().next.kind), kind);
    }

    void runUntil_data()
    {
        QTest::addColumn<int>("iteration");
        QTest::addColumn<double>("epoch");
        QTest::addColumn<double>("error");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("stopsAt");
        QTest::newRow("iteration") << 5 << -1.0 << -1.0 << "" << 5;
        QTest::newRow("epoch") << -1 << 1.5 << -1.0 << "" << 10; // 10 · 8 / 50 = 1.6
        QTest::newRow("both") << 12 << 1.5 << -1.0 << "" << 12;
        QTest::newRow("layer") << -1 << -1.0 << -1.0 << "pool1" << 0;
        QTest::newRow("layer at an iteration") << 3 << -1.0 << -1.0 << "pool1" << 3;
        QTest::newRow("error") << -1 << -1.0 << 1.1 << "" << 4; // the first validation
    }
    void runUntil()
    {
        QFETCH(int, iteration);
        QFETCH(double, epoch);
        QFETCH(double, error);
        QFETCH(QString, layer);
        QFETCH(int, stopsAt);
        StopCondition until;
        if (iteration >= 0)
            until.iteration = iteration;
        if (epoch >= 0)
            until.epoch = epoch;
        if (error >= 0)
            until.validationErrorBelow = error;
        if (!layer.isEmpty())
            until.layerReached = layer.toStdString();
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.run(until);
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QCOMPARE(session.status().iteration, stopsAt);
        if (!layer.isEmpty()) {
            QCOMPARE(session.status().next.kind, PieceKind::Forward);
            QCOMPARE(session.status().next.firstLayer, session.description()->network.indexOf(layer.toStdString()));
            session.run(until); // again: the next time it comes
            QVERIFY(settled(session));
            QCOMPARE(session.status().next.kind, PieceKind::Backward);
        } else {
            session.run(until); // holds already
            QVERIFY(settled(session));
            QCOMPARE(session.status().iteration, stopsAt);
        }
    }

    void stepsAskedForTogetherAreAllDone()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        for (int i = 0; i < 5; ++i)
            session.step(Stride::Iteration);
        session.step(Stride::Pass);
        session.step(Stride::Piece);
        session.step(Stride::Piece);
        QVERIFY(settled(session));
        QCOMPARE(session.status().iteration, 5);
        QCOMPARE(session.status().next.kind, PieceKind::Backward);
        QCOMPARE(session.status().next.kernel, 4);
    }

    void anUnknownLayerIsAnEventNotAnEndlessRun()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        StopCondition until;
        until.layerReached = "conv9";
        session.run(until);
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QVERIFY(textOf(session.takeEvents(), EventKind::Error).find("conv9") != std::string::npos);
    }

    void resetGoesBackToTheSameWeights()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(weightsProbe());
        session.start(tinySpec());
        session.run();
        QVERIFY(settled(session));
        const std::vector<float> trained = weightsOf(session);
        const std::vector<MetricsRow> rows = session.journal().rowsFrom(0);
        const std::uint64_t generation = session.journal().generation();

        session.reset();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QCOMPARE(session.status().iteration, 0);
        QVERIFY(session.journal().generation() > generation);
        QCOMPARE(session.journal().size(), std::size_t{0});
        QVERIFY(session.ratiosFrom(0).empty());
        QVERIFY(weightsOf(session) != trained);
        const std::vector<float> initial = weightsOf(session);

        session.run();
        QVERIFY(settled(session));
        QVERIFY(weightsOf(session) == trained); // the same run, bit for bit
        QCOMPARE(session.journal().rowsFrom(0).back().loss, rows.back().loss);

        session.reset(99);
        QVERIFY(settled(session));
        QVERIFY(weightsOf(session) != initial);
        QCOMPARE(session.description()->spec.seed, std::uint64_t{99});
    }

    void editsAreAppliedAndRecorded()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec(), path("edits"));
        session.step(Stride::Iteration);
        HyperParameterEdit edit;
        edit.learningRate = 0.125;
        edit.momentum = 0.5;
        session.edit(edit);
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QCOMPARE(session.journal().rowsFrom(0)[1].learningRate, 0.125f);
        QCOMPARE(session.status().learningRate, 0.125);
        std::string text = textOf(session.takeEvents(), EventKind::Information);
        QVERIFY(text.find("learning rate 0.05 becomes 0.125") != std::string::npos);
        QVERIFY(text.find("momentum 0.9 becomes 0.5") != std::string::npos);
        edit.learningRate = -1;
        session.edit(edit);
        edit.learningRate = std::nan("");
        session.edit(edit);
        QVERIFY(settled(session));
        QCOMPARE(session.status().learningRate, 0.125);
        QCOMPARE(session.status().state, SessionState::Holding);
        QVERIFY(textOf(session.takeEvents(), EventKind::Error).find("learning rate") != std::string::npos);
        QFile events(QString::fromStdString((path("edits") / "events.csv").string()));
        QVERIFY(events.open(QIODevice::ReadOnly));
        QVERIFY(events.readAll().contains("1,\"By hand: learning rate 0.05 becomes 0.125\""));
        const auto isTheEdit = [](const HyperParameterChange& change) {
            return change.iteration == 1 && change.parameter == HyperParameter::LearningRate && change.from == 0.05 &&
                   change.to == 0.125 && change.byHand;
        };
        QCOMPARE(session.changesFrom(0).size(), std::size_t{2}); // the refused ones are none
        QVERIFY(isTheEdit(session.changesFrom(0)[0]));
        QCOMPARE(session.changesFrom(1)[0].parameter, HyperParameter::Momentum);
        Session again(catalogue(), openTiny);
        session.start(endlessSpec()); // leaves the folder with a checkpoint
        QVERIFY(settled(session));
        QVERIFY(session.changesFrom(0).empty());
        again.resume(path("edits"));
        QVERIFY(settled(again));
        QCOMPARE(again.changesFrom(0).size(), std::size_t{2}); // marks come back with the run
        QVERIFY(isTheEdit(again.changesFrom(0)[0]));
    }

    void probesShowThePinnedPictureInTestMode()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        ProbeRequest request;
        request.parameters = {"fc2.bias", "no such parameter"};
        request.activations = {"pool1", "drop1", "prob", "no such layer"};
        Image scratch;
        tiny::Pictures(3, 1).image(1, scratch);
        request.pinned = std::make_shared<Image>(scratch);
        request.gallery = {request.pinned, std::make_shared<Image>(10, 10)};
        session.setProbe(request);
        QVERIFY(settled(session));
        const auto snapshot = session.snapshot();
        QVERIFY(snapshot->holding);
        QCOMPARE(snapshot->parameters.size(), std::size_t{1});
        QCOMPARE(snapshot->activations.size(), std::size_t{3});
        QCOMPARE(snapshot->pinned, request.pinned);
        const SnapshotTensor& pool = snapshot->activations.at("pool1");
        QCOMPARE(pool.mode, TensorMode::TestMode);
        QCOMPARE(pool.values->shape, (Shape{1, 4, 3, 3}));
        const std::vector<float>& dropped = snapshot->activations.at("drop1").values->values;
        for (std::size_t i = 0; i < dropped.size(); ++i)
            QCOMPARE(dropped[i], pool.values->values[i] * 0.75f); // times 1 − p, nothing masked
        const std::vector<float>& probabilities = snapshot->activations.at("prob").values->values;
        QVERIFY(std::abs(probabilities[0] + probabilities[1] + probabilities[2] - 1) < 1e-5f);
        QCOMPARE(snapshot->gallery->pictures, request.gallery);
        QVERIFY(snapshot->gallery->probabilities[0] == probabilities);
        QVERIFY(snapshot->gallery->probabilities[1] != probabilities);
        QVERIFY(snapshot->stepActivations.empty());
    }

    void insideAStepItsOwnTensorsAreShown()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.activations = {"conv1", "drop1", "prob"};
        request.activationGradients = {"conv1", "fc2", "prob"};
        request.gradients = {"conv1.weight", "fc2.weight"};
        request.batchPicture = 3;
        session.setProbe(request);
        session.start(endlessSpec());
        const auto after = [&](Stride stride, int times) {
            for (int i = 0; i < times; ++i)
                session.step(stride);
            return settled(session) ? session.snapshot() : nullptr;
        };
        auto snapshot = after(Stride::Piece, 2); // load, conv1
        QCOMPARE(snapshot->stepActivations.size(), std::size_t{1});
        QCOMPARE(snapshot->stepActivations.at("conv1").mode, TensorMode::TrainingMode);
        QCOMPARE(snapshot->stepActivations.at("conv1").values->shape, (Shape{1, 4, 6, 6}));
        QVERIFY(snapshot->gradients.empty());
        snapshot = after(Stride::Pass, 1); // all forward
        QCOMPARE(snapshot->stepActivations.size(), std::size_t{3});
        QVERIFY(snapshot->stepGradients.empty());
        snapshot = after(Stride::Piece, 1); // backward through the loss
        QCOMPARE(snapshot->stepGradients.size(), std::size_t{1});
        QCOMPARE(snapshot->stepGradients.at("fc2").values->shape, (Shape{1, 3, 1, 1}));
        QVERIFY(snapshot->gradients.empty());
        snapshot = after(Stride::Piece, 1); // fc2
        QCOMPARE(snapshot->gradients.size(), std::size_t{1});
        snapshot = after(Stride::Pass, 1); // all backward
        QCOMPARE(snapshot->next.kind, PieceKind::Update);
        QCOMPARE(snapshot->gradients.size(), std::size_t{2});
        QCOMPARE(snapshot->stepGradients.size(), std::size_t{2});
    }

    void aSnapshotKeepsToItsBudget()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.parameters = {"fc2.bias", "conv1.weight", "conv1.bias"};
        request.byteBudget = 40; // 12 + 16, but not 432
        session.setProbe(request);
        session.start(endlessSpec());
        QVERIFY(settled(session));
        QVERIFY(session.snapshot()->overBudget);
        QCOMPARE(session.snapshot()->parameters.size(), std::size_t{2});
    }

    void lookingDoesNotChangeTheRun()
    {
        const auto weightsAfter = [](bool looking) {
            Session session(catalogue(), openTiny);
            ProbeRequest request = weightsProbe();
            if (looking) {
                request.activations = {"conv1", "prob"};
                request.activationGradients = {"conv1"};
                request.gradients = {"conv1.weight"};
                request.pinned = std::make_shared<Image>(10, 10);
                request.gallery = {request.pinned};
            }
            session.setProbe(request);
            session.start(tinySpec());
            if (looking) {
                session.step(Stride::Iteration);
                for (int i = 0; i < 21; ++i)
                    session.step(Stride::Piece);
                session.step(Stride::Pass);
            }
            session.run();
            return settled(session) ? weightsOf(session) : std::vector<float>();
        };
        const std::vector<float> alone = weightsAfter(false);
        QVERIFY(!alone.empty());
        QVERIFY(alone == weightsAfter(true));
    }

    void freeRunningIsNotSlowedByLooking()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.activations = {"prob"};
        request.pinned = std::make_shared<Image>(600, 600); // resizing it costs more than a whole iteration
        request.pace = 1e6;
        session.setProbe(request);
        session.start(endlessSpec());
        session.run();
        QVERIFY(waitFor([&] { return session.status().iteration > 20; }));
        const std::int64_t from = session.status().iteration;
        const std::uint64_t first = session.snapshot()->serial;
        QVERIFY2(waitFor([&] { return session.snapshot()->serial >= first + 4; }, 60s),
                 "a running network is never looked at");
        const std::int64_t iterations = session.status().iteration - from;
        const std::uint64_t looks = session.snapshot()->serial - first;
        QVERIFY2(looks * 4 < static_cast<std::uint64_t>(iterations),
                 qPrintable(QString("%1 looks in %2 iterations").arg(looks).arg(iterations)));
    }

    void thumbnailsMayBeOlderWhileItRuns()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.activations = {"prob"};
        request.thumbnails = {"pool1", "prob"};
        request.pinned = std::make_shared<Image>(10, 10);
        request.pace = 1e6;
        session.setProbe(request);
        session.start(endlessSpec());
        session.run();
        std::set<std::shared_ptr<const HostTensor>> fresh, older; // kept, so that no address comes twice
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY2(waitFor(
                     [&] {
                         const auto snapshot = session.snapshot();
                         if (!snapshot)
                             return false;
                         fresh.insert(snapshot->activations.at("prob").values);
                         older.insert(snapshot->activations.at("pool1").values);
                         return fresh.size() >= 40;
                     },
                     60s),
                 "a running network is never looked at");
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        QVERIFY2(static_cast<double>(older.size()) <= 2 + 6 * seconds.count(),
                 qPrintable(QString("%1 thumbnails in %2 s").arg(older.size()).arg(seconds.count())));
        session.pause(); // what stands still is shown as it is
        QVERIFY(settled(session));
        const std::vector<float> held = session.snapshot()->activations.at("pool1").values->values;
        request.activations = {"pool1"};
        session.setProbe(request);
        QVERIFY(settled(session));
        QVERIFY(held == session.snapshot()->activations.at("pool1").values->values);
    }

    void slowMotionShowsEveryPiece()
    {
        Session session(catalogue(), openTiny);
        ProbeRequest request;
        request.activations = {"relu1"};
        session.setProbe(request);
        session.start(endlessSpec());
        session.setSlowMotion(0.02);
        QVERIFY(settled(session));
        const std::uint64_t first = session.snapshot()->serial;
        session.run();
        QVERIFY(waitFor([&] { return session.snapshot()->stepActivations.contains("relu1"); }));
        QCOMPARE(session.snapshot()->next.layerCount, 1);
        std::this_thread::sleep_for(200ms);
        const std::uint64_t shown = session.snapshot()->serial - first;
        QVERIFY2(shown >= 3 && shown <= 40, qPrintable(QString::number(shown)));
        session.setSlowMotion(3600);
        const Clock::time_point begin = Clock::now();
        session.pause();
        QVERIFY(settled(session));
        QVERIFY(secondsSince(begin) < 1);
        session.setSlowMotion(0);
        session.run();
        QVERIFY(waitFor([&] { return session.status().iteration > 20; }));
    }

    void errorsAreEventsAndTheSessionStaysUsable_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        QTest::newRow("network") << "network"
                                 << "network";
        QTest::newRow("data") << "data"
                              << "no data called elsewhere";
        QTest::newRow("device") << "device"
                                << "abacus";
        QTest::newRow("precision") << "precision"
                                   << "fp7";
        QTest::newRow("weights") << "weights"
                                 << "absent.safetensors";
    }
    void errorsAreEventsAndTheSessionStaysUsable()
    {
        QFETCH(QString, field);
        QFETCH(QString, says);
        RunSpec spec = tinySpec();
        if (field == "network")
            spec.networkText = "[network]\nname = x\n";
        if (field == "data")
            spec.data = "elsewhere";
        if (field == "device")
            spec.device = "abacus";
        if (field == "precision")
            spec.precision = "fp7";
        if (field == "weights")
            spec.weights = "absent.safetensors";
        Session session(catalogue(), openTiny);
        session.start(spec);
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Failed);
        const std::string text = textOf(session.takeEvents(), EventKind::Error);
        QVERIFY2(text.find(says.toStdString()) != std::string::npos, text.c_str());
        session.run();
        session.reset();
        QVERIFY(settled(session));
        QVERIFY(!textOf(session.takeEvents(), EventKind::Error).empty());
        session.start(tinySpec());
        session.run();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Finished);
    }

    void picturesThatVanishFailTheRun()
    {
        class Vanishing final : public tiny::Pictures {
        public:
            using Pictures::Pictures;
            mutable std::atomic<int> asked = 0;
            ImageView image(std::size_t i, Image& scratch) const override
            {
                if (++asked > 150)
                    throw Error("photo.jpg has vanished");
                return Pictures::image(i, scratch);
            }
        };
        Session session(catalogue(), [](const std::string&, const NetworkSpec&) {
            DataSource source = tiny::data();
            source.training = std::make_shared<Vanishing>(50, 0);
            return source;
        });
        session.start(endlessSpec());
        session.run();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Failed);
        QVERIFY(textOf(session.takeEvents(), EventKind::Error).find("photo.jpg has vanished") != std::string::npos);
    }

    void aLossThatIsNoNumberHolds()
    {
        RunSpec spec = endlessSpec();
        spec.recipe.learningRate = 1e6;
        Session session(catalogue(), openTiny);
        session.start(spec, path("nan"));
        session.run();
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        const std::string text = textOf(session.takeEvents(), EventKind::Error);
        QVERIFY2(text.find("lower the learning rate") != std::string::npos, text.c_str());
        QVERIFY(!std::filesystem::exists(path("nan") / "checkpoint.safetensors")); // nothing worth keeping
        session.reset();
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QVERIFY(std::isfinite(session.journal().rowsFrom(0)[0].loss));
    }

    void aLossThatStaysAtChanceIsSaidOnce()
    {
        RunSpec spec = endlessSpec();
        spec.recipe.learningRate = 0;
        spec.networkText.replace(spec.networkText.find("weightStd = 0.1"), 15, "weightStd = 0.0");
        Session session(catalogue(), openTiny);
        session.start(spec);
        StopCondition until;
        until.iteration = 1100;
        session.run(until);
        QVERIFY(settled(session));
        const std::string text = textOf(session.takeEvents(), EventKind::Warning);
        QVERIFY2(text.find("guessing") != std::string::npos, text.c_str());
        QCOMPARE(text.find("guessing"), text.rfind("guessing"));
    }

    void closingWhileRunningIsQuick()
    {
        auto session = std::make_unique<Session>(catalogue(), openTiny);
        session->start(endlessSpec(), path("closed"));
        session->run();
        QVERIFY(waitFor([&] { return session->status().iteration > 10; }));
        const Clock::time_point begin = Clock::now();
        session.reset();
        QVERIFY(secondsSince(begin) < 1);
        const WeightsFile checkpoint = openWeights(path("closed") / "checkpoint.safetensors");
        QCOMPARE(checkpoint.classNames.size(), std::size_t{3});
        QVERIFY(RunFolder::open(path("closed")).readMetrics().size() > 10);
    }

    void closingWhilePreparingIsQuick_data()
    {
        QTest::addColumn<bool>("opening");
        QTest::newRow("data is being opened") << true;
        QTest::newRow("pictures are slow") << false;
    }
    void closingWhilePreparingIsQuick()
    {
        QFETCH(bool, opening);
        class Slow final : public tiny::Pictures {
        public:
            using Pictures::Pictures;
            ImageView image(std::size_t i, Image& scratch) const override
            {
                std::this_thread::sleep_for(100ms);
                return Pictures::image(i, scratch);
            }
        };
        const auto reached = std::make_shared<std::atomic<bool>>(false);
        auto session = std::make_unique<Session>(catalogue(), [=](const std::string&, const NetworkSpec&) {
            *reached = true;
            if (opening)
                std::this_thread::sleep_for(3s);
            DataSource source = tiny::data();
            source.training = std::make_shared<Slow>(1000, 0);
            return source;
        });
        session->start(tinySpec());
        QVERIFY(waitFor([&] { return reached->load(); }));
        std::this_thread::sleep_for(50ms);
        QCOMPARE(session->status().state, SessionState::Preparing);
        const Clock::time_point begin = Clock::now();
        session.reset();
        QVERIFY(secondsSince(begin) < 1);
    }

    void slowPicturesDoNotBlockCommands()
    {
        class Slow final : public tiny::Pictures {
        public:
            using Pictures::Pictures;
            mutable std::atomic<int> asked = 0;
            ImageView image(std::size_t i, Image& scratch) const override
            {
                if (++asked > 60) // not while the statistics are gathered
                    std::this_thread::sleep_for(400ms);
                return Pictures::image(i, scratch);
            }
        };
        Session session(catalogue(), [](const std::string&, const NetworkSpec&) {
            DataSource source = tiny::data();
            source.training = std::make_shared<Slow>(50, 0);
            return source;
        });
        session.start(endlessSpec());
        session.run();
        QVERIFY(waitFor([&] { return session.status().state == SessionState::Running; }));
        std::this_thread::sleep_for(300ms);
        const Clock::time_point begin = Clock::now();
        session.pause();
        QVERIFY(settled(session));
        QVERIFY(secondsSince(begin) < 1);
    }

    void aNewerStartTakesThePlaceOfAnOlder()
    {
        Session session(catalogue(), [](const std::string& name, const NetworkSpec&) {
            if (name == "slow")
                std::this_thread::sleep_for(2s);
            return tiny::data();
        });
        RunSpec slow = tinySpec();
        slow.data = "slow";
        const Clock::time_point begin = Clock::now();
        session.start(slow);
        session.start(tinySpec());
        QVERIFY(settled(session));
        QVERIFY(secondsSince(begin) < 1.5);
        QCOMPARE(session.status().state, SessionState::Holding);
        QCOMPARE(session.description()->spec.data, std::string("tiny"));
    }

    void savedWeightsStandAlone()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(weightsProbe());
        session.start(endlessSpec());
        session.step(Stride::Epoch);
        QVERIFY(settled(session));
        session.saveWeights(path("w.safetensors"));
        session.saveWeights(path("absent") / "w.safetensors");
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QVERIFY(!textOf(session.takeEvents(), EventKind::Error).empty());
        const WeightsFile file = openWeights(path("w.safetensors"));
        QCOMPARE(file.classNames, (std::vector<std::string>{"red", "green", "blue"}));
        QVERIFY(file.file.readFloats(file.file.require("conv1.weight")) == weightsOf(session));
        QVERIFY(file.statistics.meanSide == 10);

        RunSpec from = tinySpec();
        from.weights = path("w.safetensors").string();
        const std::vector<float> trained = weightsOf(session);
        session.start(from);
        QVERIFY(settled(session));
        QVERIFY(weightsOf(session) == trained);
        session.step(Stride::Iteration);
        session.reset();
        QVERIFY(settled(session));
        QVERIFY(weightsOf(session) == trained);
    }

    void aResumedRunEndsTheSame()
    {
        const auto remains = [&](const char* name) {
            std::vector<float> numbers;
            const SafetensorsFile file(path(name) / "weights.safetensors");
            for (const StoredTensor& tensor : file.tensors())
                for (const float number : file.readFloats(tensor))
                    numbers.push_back(number);
            for (const MetricsRow& row : RunFolder::open(path(name)).readMetrics())
                for (const float number : {static_cast<float>(row.iteration), row.loss, row.learningRate})
                    numbers.push_back(number);
            return numbers;
        };
        {
            Session whole(catalogue(), openTiny);
            whole.start(tinySpec(), path("whole"));
            whole.run();
            QVERIFY(settled(whole));
        }
        {
            Session first(catalogue(), openTiny);
            first.start(tinySpec(), path("halved"));
            StopCondition until;
            until.iteration = 12;
            first.run(until);
            QVERIFY(settled(first));
            for (int i = 0; i < 18; ++i) // into the validation after iteration 13
                first.step(Stride::Piece);
            QVERIFY(settled(first));
            QCOMPARE(first.status().next.kind, PieceKind::Validate);
        }
        Session second(catalogue(), openTiny);
        second.resume(path("halved"));
        QVERIFY(settled(second));
        QCOMPARE(second.status().state, SessionState::Holding);
        QCOMPARE(second.status().iteration, 13);
        QCOMPARE(second.journal().size(), std::size_t{12}); // row 13 comes with its validation
        second.run();
        QVERIFY(settled(second));
        QCOMPARE(second.status().state, SessionState::Finished);
        QCOMPARE(second.journal().size(), std::size_t{32});
        QVERIFY(remains("halved") == remains("whole"));

        second.resume(path("absent"));
        QVERIFY(settled(second));
        QCOMPARE(second.status().state, SessionState::Failed);
        QVERIFY(textOf(second.takeEvents(), EventKind::Error).find("holds no run") != std::string::npos);
    }

    void aFolderHoldsOneRun()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec(), path("once"));
        session.run();
        QVERIFY(settled(session));
        QVERIFY(std::filesystem::exists(path("once") / "weights.safetensors"));
        QCOMPARE(RunFolder::open(path("once")).readMetrics().size(), std::size_t{32});
        session.start(tinySpec(), path("once"));
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Failed);
        QVERIFY(textOf(session.takeEvents(), EventKind::Error).find("already holds a run") != std::string::npos);
    }

    void resetLeavesTheRecordAsItIs()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec(), path("kept"));
        StopCondition until;
        until.iteration = 9;
        session.run(until);
        QVERIFY(settled(session));
        session.reset();
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QCOMPARE(RunFolder::open(path("kept")).readMetrics().size(), std::size_t{9});
        QVERIFY(std::filesystem::exists(path("kept") / "checkpoint.safetensors"));
    }

    void commandsMayComeFromAnotherThread()
    {
        Session session(catalogue(), openTiny);
        std::atomic<int> woken = 0;
        session.setWakeUp([&] {
            ++woken;
            (void)session.status(); // pulling from here must not lock up
        });
        std::thread other([&] {
            ProbeRequest request = weightsProbe();
            request.activations = {"prob"};
            request.pinned = std::make_shared<Image>(10, 10);
            session.start(endlessSpec());
            for (int i = 0; i < 20; ++i) {
                session.setProbe(request);
                session.run();
                session.pause();
                session.step(i % 2 ? Stride::Piece : Stride::Iteration);
                if (i % 7 == 6)
                    session.reset(static_cast<std::uint64_t>(i));
                HyperParameterEdit edit;
                edit.learningRate = 0.01;
                session.edit(edit);
            }
        });
        std::size_t rows = 0, events = 0;
        std::uint64_t serial = 0;
        for (int i = 0; i < 200; ++i) {
            rows += session.journal().rowsFrom(rows).size();
            events += session.takeEvents().size();
            (void)session.description();
            (void)session.ratiosFrom(0);
            if (const auto snapshot = session.snapshot()) {
                QVERIFY(snapshot->serial >= serial);
                serial = snapshot->serial;
            }
            std::this_thread::sleep_for(1ms);
        }
        other.join();
        QVERIFY(settled(session));
        session.setWakeUp({});
        QVERIFY(woken > 0);
        QVERIFY(events > 0);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
