// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "tests/core/session/session_bench.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <vector>

using namespace alexscope;
using namespace alexscope::bench;

/// What a run leaves in its folder, and going on from there.
class TestRecordedRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
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
};

QTEST_GUILESS_MAIN(TestRecordedRun)
#include "tst_recorded_run.moc"
