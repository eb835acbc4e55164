// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "tests/core/session/session_bench.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <memory>
#include <set>
#include <thread>
#include <vector>

using namespace alexscope;
using namespace alexscope::bench;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// What a session shows of the network: snapshots, probes, copies of its weights.
class TestLooks : public QObject {
    Q_OBJECT

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
        QVERIFY2(waitFor([&] { return session.snapshot()->serial >= first + 4; }, 60'000),
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
                     60'000),
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
};

QTEST_GUILESS_MAIN(TestLooks)
#include "tst_looks.moc"
