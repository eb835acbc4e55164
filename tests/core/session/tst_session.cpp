// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "tests/core/session/session_bench.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>
#include <vector>

using namespace alexscope;
using namespace alexscope::bench;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class TestSession : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
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
