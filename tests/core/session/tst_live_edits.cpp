// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/network/network_text.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "tests/core/session/session_bench.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;
using namespace alexscope::bench;

namespace {

/// The tiny network with a second dropout layer, both of one convention.
std::string twoDropouts(bool inverted)
{
    std::string text = tiny::networkText;
    const std::string convention = inverted ? "convention = inverted\n" : "convention = paper\n";
    text.replace(text.find("p = 0.25\n"), 9, "p = 0.25\n" + convention);
    return text.insert(text.find("[fc2]"), "[drop2]\ntype = dropout\np = 0.125\n" + convention);
}

double dropoutOf(const NetworkSpec& network, const char* layer)
{
    return network.layers[static_cast<std::size_t>(network.indexOf(layer))].as<DropoutSpec>()->p;
}

HyperParameterEdit dropoutEdit(double p, const std::string& layer = {})
{
    HyperParameterEdit edit;
    edit.dropout = p;
    edit.dropoutLayer = layer;
    return edit;
}

ProbeRequest dropoutProbe()
{
    ProbeRequest request;
    request.activations = {"pool1", "drop1"};
    Image scratch;
    tiny::Pictures(3, 1).image(1, scratch);
    request.pinned = std::make_shared<Image>(scratch);
    return request;
}

/// drop1's output over its input, in test mode, of the pinned picture.
double testScale(const Session& session)
{
    const auto& tensors = session.snapshot()->activations;
    double in = 0, out = 0;
    for (const float value : tensors.at("pool1").values->values)
        in += value;
    for (const float value : tensors.at("drop1").values->values)
        out += value;
    return out / in;
}

} // namespace

class TestLiveEdits : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// Everything a run leaves but the time it took.
    std::vector<float> remains(const std::string& name) const
    {
        std::vector<float> numbers;
        for (const char* kind : {"weights.safetensors", "checkpoint.safetensors"}) {
            const SafetensorsFile file(path(name) / kind);
            for (const StoredTensor& tensor : file.tensors())
                for (const float number : file.readFloats(tensor))
                    numbers.push_back(number);
        }
        for (const MetricsRow& row : RunFolder::open(path(name)).readMetrics())
            for (const float number : {row.loss, row.top1Error, row.learningRate,
                                       std::isnan(row.validationLoss) ? -1.0f : row.validationLoss})
                numbers.push_back(number);
        return numbers;
    }

private slots:
    void theStatusCarriesWhatIsInForce()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec(twoDropouts(false)));
        QVERIFY(settled(session));
        SessionStatus status = session.status();
        QCOMPARE(status.learningRate, 0.05);
        QCOMPARE(status.momentum, 0.9);
        QCOMPARE(status.weightDecay, 0.0005);
        QVERIFY(status.dropout == (std::vector<LayerDropout>{{"drop1", 0.25}, {"drop2", 0.125}}));
        HyperParameterEdit edit = dropoutEdit(0.5, "drop2");
        edit.momentum = 0.8;
        edit.weightDecay = 0.001;
        session.edit(edit);
        QVERIFY(settled(session));
        status = session.status();
        QCOMPARE(status.momentum, 0.8);
        QCOMPARE(status.weightDecay, 0.001);
        QVERIFY(status.dropout == (std::vector<LayerDropout>{{"drop1", 0.25}, {"drop2", 0.5}}));
        session.edit(dropoutEdit(0.75));
        QVERIFY(settled(session));
        QVERIFY(session.status().dropout == (std::vector<LayerDropout>{{"drop1", 0.75}, {"drop2", 0.75}}));
    }

    void dropoutChangesMaskAndTestScale_data()
    {
        QTest::addColumn<bool>("inverted");
        QTest::newRow("paper") << false;
        QTest::newRow("inverted") << true;
    }
    void dropoutChangesMaskAndTestScale()
    {
        QFETCH(bool, inverted);
        Session session(catalogue(), openTiny);
        session.setProbe(dropoutProbe());
        RunSpec spec = tinySpec(twoDropouts(inverted));
        spec.recipe.iterations = 1'000'000;
        session.start(spec);
        QVERIFY(settled(session));
        const auto scaleOf = [&](double p) { return inverted ? 1 : 1 - p; };
        QVERIFY(std::abs(testScale(session) - scaleOf(0.25)) < 1e-5);
        const auto before = session.description();

        session.edit(dropoutEdit(0.75, "drop1"));
        QVERIFY(settled(session));
        QVERIFY(std::abs(testScale(session) - scaleOf(0.75)) < 1e-5); // shown at once while holding
        QCOMPARE(dropoutOf(session.description()->network, "drop1"), 0.75);
        QCOMPARE(dropoutOf(session.description()->network, "drop2"), 0.125);
        QCOMPARE(session.description()->opening, before->opening); // the same run
        QCOMPARE(dropoutOf(before->network, "drop1"), 0.25);       // what others hold stays as it was

        // In training mode: the share of zeros, and the factor of what is kept.
        int zeros = 0, units = 0;
        for (int i = 0; i < 40; ++i) {
            session.step(Stride::Pass);
            QVERIFY(settled(session));
            const auto& step = session.snapshot()->stepActivations;
            const std::vector<float>&in = step.at("pool1").values->values, &out = step.at("drop1").values->values;
            for (std::size_t u = 0; u < in.size(); ++u) {
                if (in[u] == 0)
                    continue;
                ++units;
                zeros += out[u] == 0;
                QVERIFY(out[u] == 0 || std::abs(out[u] / in[u] - (inverted ? 4.0f : 1.0f)) < 1e-5f);
            }
            session.step(Stride::Iteration);
        }
        const double share = zeros / static_cast<double>(units), sigma = std::sqrt(0.75 * 0.25 / units);
        QVERIFY2(units > 500 && std::abs(share - 0.75) < 4 * sigma, qPrintable(QString::number(share)));
    }

    /// What is edited inside an iteration counts from the next: one iteration has one p, forward and backward.
    void anEditInsideAnIterationWaitsForTheNext_data()
    {
        QTest::addColumn<int>("pieces");
        for (int pieces = 0; pieces <= 19; ++pieces)
            QTest::addRow("after %d pieces", pieces) << pieces;
    }
    void anEditInsideAnIterationWaitsForTheNext()
    {
        QFETCH(int, pieces);
        const auto weightsAfter = [&](int early, bool edited) { // 3 iterations, then the one that validates, then 2
            Session session(catalogue(), openTiny);
            ProbeRequest request;
            request.parameters = {"conv1.weight", "fc2.weight"};
            session.setProbe(request);
            session.start(tinySpec());
            for (int i = 0; i < 3; ++i)
                session.step(Stride::Iteration);
            for (int i = 0; i < early; ++i)
                session.step(Stride::Piece);
            if (edited)
                session.edit(dropoutEdit(0.75));
            if (!settled(session))
                return std::vector<float>();
            const double counts = dropoutOf(session.description()->network, "drop1");
            if (edited && counts != (early % 19 == 0 ? 0.75 : 0.25))
                return std::vector<float>();
            StopCondition until;
            until.iteration = 6;
            session.run(until);
            if (!settled(session) || session.status().iteration != 6)
                return std::vector<float>();
            if (edited && dropoutOf(session.description()->network, "drop1") != 0.75)
                return std::vector<float>();
            std::vector<float> all = session.snapshot()->parameters.at("conv1.weight").values->values;
            const std::vector<float>& fc = session.snapshot()->parameters.at("fc2.weight").values->values;
            all.insert(all.end(), fc.begin(), fc.end());
            all.push_back(session.journal().rowsFrom(0)[3].validationLoss);
            return all;
        };
        const std::vector<float> found = weightsAfter(pieces, true);
        QVERIFY(!found.empty());
        QVERIFY(found == weightsAfter(pieces == 0 ? 0 : 19, true)); // 19 pieces are the whole iteration
        QVERIFY(found != weightsAfter(pieces, false));
        QVERIFY((pieces == 0) == (found != weightsAfter(19, true)));
    }

    void everyEditIsRecordedWithItsIteration()
    {
        Session session(catalogue(), openTiny);
        RunSpec spec = tinySpec(twoDropouts(false));
        session.start(spec, path("recorded"));
        session.step(Stride::Iteration);
        session.step(Stride::Iteration);
        session.edit(dropoutEdit(0.5));
        session.edit(dropoutEdit(0.5)); // nothing new: nothing to record
        HyperParameterEdit edit;
        edit.weightDecay = 0.01;
        session.edit(edit);
        QVERIFY(settled(session));
        QFile events(QString::fromStdString((path("recorded") / "events.csv").string()));
        QVERIFY(events.open(QIODevice::ReadOnly));
        const QByteArray text = events.readAll();
        for (const char* line :
             {"2,\"By hand: dropout of drop1 0.25 becomes 0.5\"", "2,\"By hand: dropout of drop2 0.125 becomes 0.5\"",
              "2,\"By hand: weight decay 0.0005 becomes 0.01\""})
            QCOMPARE(text.count(line), 1);
        QCOMPARE(text.count("By hand"), 3);
    }

    void impossibleEditsAreRefused_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<QString>("layer");
        QTest::newRow("one") << 1.0 << "";
        QTest::newRow("below zero") << -0.1 << "";
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << "";
        QTest::newRow("no such layer") << 0.5 << "drop9";
        QTest::newRow("not a dropout") << 0.5 << "conv1";
    }
    void impossibleEditsAreRefused()
    {
        QFETCH(double, p);
        QFETCH(QString, layer);
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.edit(dropoutEdit(p, layer.toStdString()));
        QVERIFY(settled(session));
        QCOMPARE(session.status().state, SessionState::Holding);
        QVERIFY(session.status().dropout == (std::vector<LayerDropout>{{"drop1", 0.25}}));
        QVERIFY(!textOf(session.takeEvents(), EventKind::Error).empty());
    }

    void resetTakesBackWhatWasEdited()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(dropoutProbe());
        session.start(tinySpec());
        session.run();
        QVERIFY(settled(session));
        const std::vector<MetricsRow> rows = session.journal().rowsFrom(0);
        session.reset();
        session.step(Stride::Pass); // so that the stepwise network exists, and the edit waits
        HyperParameterEdit edit = dropoutEdit(0.75);
        edit.momentum = 0.5;
        session.edit(edit);
        session.step(Stride::Iteration);
        session.edit(dropoutEdit(0.5));
        session.step(Stride::Pass);
        session.edit(dropoutEdit(0.625));
        QVERIFY(settled(session));
        const auto edited = session.description();
        session.reset();
        QVERIFY(settled(session));
        QCOMPARE(dropoutOf(session.description()->network, "drop1"), 0.25);
        QVERIFY(session.status().dropout == (std::vector<LayerDropout>{{"drop1", 0.25}}));
        QCOMPARE(session.status().momentum, 0.9);
        QVERIFY(session.description()->opening > edited->opening);
        QVERIFY(std::abs(testScale(session) - 0.75) < 1e-5);
        session.step(Stride::Pass);
        session.run();
        QVERIFY(settled(session));
        const std::vector<MetricsRow> again = session.journal().rowsFrom(0);
        QCOMPARE(again.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(again[i].loss, rows[i].loss);
            QCOMPARE(std::isnan(again[i].validationLoss), std::isnan(rows[i].validationLoss));
            if (!std::isnan(rows[i].validationLoss))
                QCOMPARE(again[i].validationLoss, rows[i].validationLoss);
        }
    }

    void savedWeightsCarryTheDropoutInForce()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.step(Stride::Iteration);
        session.edit(dropoutEdit(0.6));
        session.saveWeights(path("w.safetensors"));
        session.step(Stride::Pass);
        session.edit(dropoutEdit(0.1));
        session.saveWeights(path("inside.safetensors"));
        QVERIFY(settled(session));
        QCOMPARE(dropoutOf(openWeights(path("w.safetensors")).network, "drop1"), 0.6);
        QCOMPARE(dropoutOf(openWeights(path("inside.safetensors")).network, "drop1"), 0.6);
    }

    /// Interrupted after so many pieces of iteration 3 (which ends with a validation), edited before or inside it.
    void aResumedRunGoesOnWithTheEdits_data()
    {
        QTest::addColumn<int>("editAfter");
        QTest::addColumn<int>("stopAfter");
        QTest::newRow("between iterations") << 0 << 0;
        QTest::newRow("edited before, stopped inside") << 0 << 9;
        for (const int edit : {1, 5, 12, 15, 16, 17})
            for (const int stop : {0, 1, 19 - edit, 22})
                QTest::addRow("edited after %d pieces, stopped after %d more", edit, stop) << edit << stop;
    }
    void aResumedRunGoesOnWithTheEdits()
    {
        QFETCH(int, editAfter);
        QFETCH(int, stopAfter);
        const auto run = [&](const std::string& name, bool interrupted) {
            auto session = std::make_unique<Session>(catalogue(), openTiny);
            session->start(tinySpec(), path(name));
            session->edit(dropoutEdit(0.4));
            for (int i = 0; i < 3; ++i)
                session->step(Stride::Iteration);
            for (int i = 0; i < editAfter; ++i)
                session->step(Stride::Piece);
            session->edit(dropoutEdit(0.7));
            for (int i = 0; i < stopAfter; ++i)
                session->step(Stride::Piece);
            if (!settled(*session))
                return false;
            if (interrupted) {
                session = std::make_unique<Session>(catalogue(), openTiny); // the former writes its checkpoint
                session->resume(path(name));
                if (!settled(*session) || session->status().dropout.at(0).p != 0.7)
                    return false;
            }
            session->run();
            return settled(*session) && session->status().state == SessionState::Finished;
        };
        const std::string name = concat("edit ", editAfter, " stop ", stopAfter);
        QVERIFY(run(name + " whole", false));
        QVERIFY(run(name + " halved", true));
        QVERIFY(remains(name + " whole") == remains(name + " halved"));
        QCOMPARE(dropoutOf(openWeights(path(name + " halved") / "weights.safetensors").network, "drop1"), 0.7);
        QCOMPARE(dropoutOf(parseNetwork(RunFolder::open(path(name + " halved")).spec().networkText, "run"), "drop1"),
                 0.25); // the run's identity is how it began
    }
};

QTEST_GUILESS_MAIN(TestLiveEdits)
#include "tst_live_edits.moc"
