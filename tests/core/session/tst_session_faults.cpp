// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/session.h"
#include "tests/core/session/session_bench.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <memory>

using namespace alexscope;
using namespace alexscope::bench;

/// What goes wrong with a run becomes a sentence.
class TestSessionFaults : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
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
};

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_session_faults.moc"
