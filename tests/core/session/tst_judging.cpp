// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_bench.h"

#include <QTest>

using namespace alexscope;
using namespace alexscope::bench;

class TestJudging : public QObject {
    Q_OBJECT

    static bool judged(const Session& session)
    {
        return waitFor([&] { return session.predictions() && session.status().toJudge == 0; });
    }

private slots:
    void validationsPublishWhatTheySaw()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        QVERIFY(settled(session));
        QVERIFY(!session.predictions());
        StopCondition first;
        first.epoch = 0.5;
        session.run(first);
        QVERIFY(settled(session));
        const auto predictions = session.predictions();
        QVERIFY(predictions);
        const auto rows = session.journal().rowsFrom(0);
        const MetricsRow& row = rows.back();
        QVERIFY(!std::isnan(row.validationTop1));
        QCOMPARE(predictions->iteration, row.iteration);
        QCOMPARE(predictions->opening, session.description()->opening);
        QCOMPARE(predictions->pictures.size(), std::size_t{20});
        QCOMPARE(static_cast<float>(static_cast<double>(predictions->confusion.totalErrors()) / 20),
                 row.validationTop1);
        session.run();
        QVERIFY(settled(session)); // to the end of the recipe
        QCOMPARE(session.status().state, SessionState::Finished);
        QCOMPARE(session.predictions()->iteration, session.status().iteration); // the latest wins
        QCOMPARE(predictions->iteration, row.iteration);                        // and the older one stays as it was
    }

    void judgingWorksBeforeTheFirstValidation()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        QVERIFY(settled(session));
        session.judge();
        QVERIFY(judged(session));
        QCOMPARE(session.predictions()->iteration, 0);
        QCOMPARE(session.status().state, SessionState::Holding);
        session.step(Stride::Piece); // into the middle of an iteration
        session.step(Stride::Iteration);
        session.step(Stride::Piece);
        QVERIFY(settled(session));
        const auto before = session.predictions();
        session.judge();
        QVERIFY(waitFor([&] { return session.predictions() != before; }));
        QCOMPARE(session.predictions()->iteration, session.status().iteration);
        QCOMPARE(textOf(session.takeEvents(), EventKind::Error), std::string());
    }

    void judgingWhileItRunsIsRefusedWithASentence()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        session.run();
        QVERIFY(heard(session));
        session.judge();
        QVERIFY(heard(session));
        QVERIFY(!session.predictions());
        QVERIFY(waitFor([&, text = std::string()]() mutable {
            text += textOf(session.takeEvents(), EventKind::Information);
            return text.find("Pause the run") != std::string::npos;
        }));
    }

    void goingOnGivesItUpAndChangesNothing()
    {
        Session judging(catalogue(), openTiny), plain(catalogue(), openTiny);
        StopCondition until;
        until.iteration = 9;
        for (Session* session : {&judging, &plain}) {
            session->start(tinySpec());
            session->step(Stride::Iteration);
            QVERIFY(settled(*session));
        }
        judging.judge();
        for (Session* session : {&judging, &plain}) {
            session->run(until);
            QVERIFY(settled(*session));
        }
        QCOMPARE(judging.status().toJudge, 0);
        const auto a = judging.journal().rowsFrom(0), b = plain.journal().rowsFrom(0);
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            QCOMPARE(a[i].loss, b[i].loss);
    }

    void beginningAnewForgets()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.judge();
        QVERIFY(judged(session));
        session.reset();
        QVERIFY(settled(session));
        QVERIFY(!session.predictions());
        session.judge();
        QVERIFY(judged(session));
        QCOMPARE(session.predictions()->opening, session.description()->opening);
        session.start(tinySpec());
        QVERIFY(settled(session));
        QVERIFY(!session.predictions());
    }

    void withoutPicturesItIsASentence()
    {
        Session session(catalogue(), [](const std::string& text, const NetworkSpec& network) {
            DataSource data = openTiny(text, network);
            data.validation = std::make_shared<tiny::Pictures>(0, 1);
            return data;
        });
        session.start(tinySpec());
        session.judge();
        QVERIFY(settled(session));
        QVERIFY(!session.predictions());
        const std::string errors = textOf(session.takeEvents(), EventKind::Error);
        QVERIFY2(errors.find("no validation pictures") != std::string::npos, errors.c_str());
        QCOMPARE(session.status().state, SessionState::Holding);
    }
};

QTEST_GUILESS_MAIN(TestJudging)
#include "tst_judging.moc"
