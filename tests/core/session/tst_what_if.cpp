// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/what_if.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "core/session/session.h"
#include "tests/core/tiny_run.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace alexscope;

class TestWhatIf : public QObject {
    Q_OBJECT

    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<WhatIf> m_whatIf;

    std::vector<float> values(const char* parameter, bool velocity = false) const
    {
        const Parameter& found = *m_trainer->parameters()->find(parameter);
        return m_trainer->network().download(velocity ? found.velocity : found.value).values;
    }
    void train(std::int64_t iterations)
    {
        for (const std::int64_t end = m_trainer->iteration() + iterations; m_trainer->iteration() < end;)
            m_trainer->advance();
    }
    /// Runs an action and returns the sentence it fails with.
    template <typename Action>
    static std::string errorOf(Action action)
    {
        try {
            action();
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

private slots:
    void init()
    {
        m_backend = referenceEntry().make();
        m_trainer = std::make_unique<Trainer>(tiny::trainerOptions(), *m_backend);
        m_whatIf = std::make_unique<WhatIf>(*m_trainer, *m_backend);
        train(2);
    }

    void aUnitThatIsOffSaysNothingAndStaysOffBehindARelu()
    {
        const auto before = values("conv1.weight");
        m_whatIf->switchOff("conv1", 2);
        train(3);
        const auto after = values("conv1.weight"), bias = values("conv1.bias");
        for (std::size_t i = 0; i < 27; ++i) {
            QCOMPARE(after[2 * 27 + i], 0.0f);
            QVERIFY(before[2 * 27 + i] != 0.0f);
        }
        QCOMPARE(bias[2], 0.0f);
        QVERIFY(bias[1] != 0.0f);
    }

    void takingBackRestoresUnitAndMomentumAndNothingElse()
    {
        const auto weight = values("conv1.weight"), momentum = values("conv1.weight", true);
        m_whatIf->switchOff("conv1", 1);
        m_whatIf->setWeight("conv1", 3, 5, 0.75f);
        QCOMPARE(m_whatIf->changes().size(), std::size_t(2));
        QCOMPARE(values("conv1.weight")[3 * 27 + 5], 0.75f);
        QCOMPARE(m_whatIf->changes().back().before, weight[3 * 27 + 5]);
        m_whatIf->undo();
        m_whatIf->undo();
        m_whatIf->undo(); // nothing left
        QCOMPARE(values("conv1.weight"), weight);
        QCOMPARE(values("conv1.weight", true), momentum);
        QVERIFY(m_whatIf->changes().empty());
    }

    void takingBackLeavesWhatOthersLearnedMeanwhile()
    {
        const auto before = values("conv1.weight");
        m_whatIf->switchOff("conv1", 0);
        train(2);
        const auto trained = values("conv1.weight");
        m_whatIf->undo();
        const auto after = values("conv1.weight");
        QVERIFY(std::equal(after.begin(), after.begin() + 27, before.begin()));
        QVERIFY(std::equal(after.begin() + 27, after.end(), trained.begin() + 27));
        QVERIFY(!std::equal(after.begin() + 27, after.end(), before.begin() + 27));
    }

    void changesThatCannotBeMadeAreSentences_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("weight");
        QTest::addColumn<float>("value");
        QTest::addColumn<QString>("part");
        QTest::newRow("no such layer") << "conv9" << 0 << 0 << 0.0f << "conv9";
        QTest::newRow("a layer without weights") << "relu1" << 0 << 0 << 0.0f << "relu1";
        QTest::newRow("unit too high") << "conv1" << 4 << 0 << 0.0f << "0 to 3";
        QTest::newRow("unit below 0") << "conv1" << -1 << 0 << 0.0f << "0 to 3";
        QTest::newRow("weight too high") << "conv1" << 0 << 27 << 0.0f << "27";
        QTest::newRow("not a number") << "conv1" << 0 << 0 << std::numeric_limits<float>::quiet_NaN() << "finite";
    }
    void changesThatCannotBeMadeAreSentences()
    {
        QFETCH(QString, layer);
        QFETCH(int, unit);
        QFETCH(int, weight);
        QFETCH(float, value);
        QFETCH(QString, part);
        const auto before = values("conv1.weight");
        const std::string error = errorOf([&] { m_whatIf->setWeight(layer.toStdString(), unit, weight, value); });
        QVERIFY2(QString::fromStdString(error).contains(part), error.c_str());
        QVERIFY(m_whatIf->changes().empty());
        QCOMPARE(values("conv1.weight"), before);
    }

    void theSessionShowsPredictionsWithTheChangeAndListsIt()
    {
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        Session session(catalogue, [](const std::string&, const NetworkSpec&) { return tiny::data(); });
        RunSpec spec;
        spec.networkText = tiny::networkText;
        spec.data = "tiny";
        spec.recipe = parseNetwork(tiny::networkText, "tiny").recipe;
        session.start(spec);
        ProbeRequest request;
        auto picture = std::make_shared<Image>();
        Image scratch;
        tiny::Pictures(1, 1).image(0, scratch);
        *picture = scratch;
        request.pinned = picture;
        request.activations = {"relu1", "prob"};
        session.setProbe(request);
        const auto settled = [&] { return session.status().pendingCommands == 0; };
        QTRY_VERIFY(settled());
        const auto before = session.snapshot();
        session.switchOff("conv1", 1);
        QTRY_VERIFY(settled());
        const auto off = session.snapshot();
        QCOMPARE(session.status().whatIf.size(), std::size_t(1));
        const HostTensor& map = *off->activations.at("relu1").values;
        for (std::int64_t y = 0; y < map.shape.h; ++y)
            for (std::int64_t x = 0; x < map.shape.w; ++x)
                QCOMPARE(map.at(0, 1, y, x), 0.0f);
        QVERIFY(off->activations.at("prob").values->values != before->activations.at("prob").values->values);
        session.undoWhatIf();
        QTRY_VERIFY(settled());
        QCOMPARE(session.snapshot()->activations.at("prob").values->values,
                 before->activations.at("prob").values->values);
        QVERIFY(session.status().whatIf.empty());
        session.switchOff("conv1", 99);
        QTRY_VERIFY(settled());
        const auto events = session.takeEvents();
        QVERIFY(events.back().kind == EventKind::Error);
        QVERIFY(session.status().state == SessionState::Holding);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
