// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/network/network_text.h"
#include "tests/core/session/session_bench.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace alexscope;
using namespace alexscope::bench;

namespace {

/// The pieces of one iteration of the tiny network, as they come layer by layer.
std::vector<std::string> piecesOfAnIteration(bool validates)
{
    std::vector<std::string> pieces{"load"};
    for (int layer = 0; layer < 7; ++layer)
        pieces.push_back("forward " + std::to_string(layer));
    for (int layer = 6; layer >= 0; --layer)
        pieces.push_back("backward " + std::to_string(layer));
    pieces.push_back("update");
    if (validates)
        pieces.insert(pieces.end(), 3, "validate"); // 20 pictures by 8
    return pieces;
}

/// Where the cursor stands: so many iterations, and the piece that comes next.
struct Place {
    std::int64_t iteration = 0;
    std::string piece;
    bool operator==(const Place&) const = default;
};

std::string toText(const Place& place)
{
    return concat("iteration ", place.iteration, ", next: ", place.piece);
}

/// All places in order, as the recipe has them: validation every half epoch, that is after 4, 7, 10, 13 … iterations.
std::vector<Place> allPlaces(int iterations)
{
    std::vector<Place> places;
    for (int i = 0; i < iterations; ++i) {
        const bool validates = (i + 1) * 8 / 25 > i * 8 / 25; // epochs are 50 pictures
        for (const std::string& piece : piecesOfAnIteration(validates))
            places.push_back({piece == "validate" ? i + 1 : i, piece});
    }
    return places;
}

Place placeOf(const SessionStatus& status)
{
    return {status.iteration, nameOf(status.next)};
}

int passOf(const Place& place)
{
    const char first = place.piece.front();
    return first == 'l' || first == 'f' ? 0 : first == 'b' ? 1 : 2;
}

/// Where a stride from places[from] has to end, found by walking.
std::size_t endOf(Stride stride, const std::vector<Place>& places, std::size_t from)
{
    const auto epoch = [](const Place& place) { return place.iteration * 8 / 50; };
    for (std::size_t i = from + 1; i < places.size(); ++i) {
        const bool begins = places[i].piece == "load";
        if (stride == Stride::Piece || (stride == Stride::Pass && passOf(places[i]) != passOf(places[from])) ||
            (stride == Stride::Iteration && begins) ||
            (stride == Stride::Epoch && begins && epoch(places[i]) > epoch(places[from])))
            return i;
    }
    return places.size();
}

struct Stepper {
    std::atomic<bool> pauseInPair = false; // a pause from within a fused piece, once
    Session session;

    explicit Stepper(const RunSpec& spec = tinySpec(), bool fusing = false)
        : session(fusing ? fusingCatalogue([this] {
                      if (pauseInPair.exchange(false))
                          session.pause();
                  })
                         : catalogue(),
                  openTiny)
    {
        session.start(spec);
    }

    /// Piece by piece to places[index]; whether it is there.
    bool goTo(const std::vector<Place>& places, std::size_t index)
    {
        for (std::size_t i = 0; i < index; ++i)
            session.step(Stride::Piece);
        return settled(session) && placeOf(session.status()) == places[index];
    }
    std::vector<float> weights()
    {
        ProbeRequest request;
        request.parameters = {"conv1.weight", "fc2.weight", "fc2.bias"};
        session.setProbe(request);
        std::vector<float> all;
        if (settled(session))
            for (const auto& [name, tensor] : session.snapshot()->parameters)
                all.insert(all.end(), tensor.values->values.begin(), tensor.values->values.end());
        return all;
    }
};

} // namespace

class TestStrides : public QObject {
    Q_OBJECT

    /// The run to the end, never stepped through.
    std::vector<float> m_undisturbed;

    static bool endsTheSame(Stepper& stepper, const std::vector<float>& expected)
    {
        stepper.session.run();
        return settled(stepper.session) && stepper.session.status().state == SessionState::Finished &&
               stepper.weights() == expected;
    }

    /// Runs, pauses while a piece of two layers is at work, and steps to the next such piece of that iteration.
    static bool pausedInsideAFusedPiece(Stepper& stepper)
    {
        Session& session = stepper.session;
        stepper.pauseInPair = true;
        session.run();
        if (!settled(session))
            return false;
        for (int i = 0; i < 14 && session.status().next.layerCount < 2; ++i) {
            session.step(Stride::Piece);
            if (!settled(session))
                return false;
        }
        return session.status().next.layerCount == 2;
    }

private slots:
    void initTestCase()
    {
        Stepper stepper;
        stepper.session.run();
        QVERIFY(settled(stepper.session));
        m_undisturbed = stepper.weights();
        QCOMPARE(m_undisturbed.size(), std::size_t{4 * 27 + 3 * 36 + 3});
    }

    void everyStrideFromEveryPlace_data()
    {
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("from");
        const std::vector<Place> places = allPlaces(5);
        const std::pair<const char*, Stride> strides[] = {{"piece", Stride::Piece},
                                                          {"pass", Stride::Pass},
                                                          {"iteration", Stride::Iteration},
                                                          {"epoch", Stride::Epoch}};
        for (const auto& [name, stride] : strides)
            for (std::size_t from = 48; from < 68;
                 ++from) // iteration 3, which ends with a validation, and into the next
                QTest::addRow("%s from %s", name, toText(places[from]).c_str())
                    << static_cast<int>(stride) << static_cast<int>(from);
    }
    void everyStrideFromEveryPlace()
    {
        QFETCH(int, stride);
        QFETCH(int, from);
        const std::vector<Place> places = allPlaces(20);
        Stepper stepper;
        QVERIFY(stepper.goTo(places, static_cast<std::size_t>(from)));
        stepper.session.step(static_cast<Stride>(stride));
        QVERIFY(settled(stepper.session));
        const std::size_t end = endOf(static_cast<Stride>(stride), places, static_cast<std::size_t>(from));
        QCOMPARE(toText(placeOf(stepper.session.status())), toText(places[end]));
        QCOMPARE(stepper.session.status().state, SessionState::Holding);
        QVERIFY(stepper.session.snapshot()->holding);
        QCOMPARE(nameOf(stepper.session.snapshot()->next), places[end].piece);
        QVERIFY(endsTheSame(stepper, m_undisturbed)); // stepping never forks the run
    }

    void theStatusSaysWhatWasJustDone()
    {
        const std::vector<Place> places = allPlaces(5);
        Stepper stepper;
        QVERIFY(settled(stepper.session));
        QVERIFY(!stepper.session.status().done);
        for (std::size_t i = 1; i < places.size(); ++i) {
            stepper.session.step(Stride::Piece);
            QVERIFY(settled(stepper.session));
            QCOMPARE(nameOf(*stepper.session.status().done), places[i - 1].piece);
            QCOMPARE(nameOf(stepper.session.status().next), places[i].piece);
        }
        stepper.session.reset();
        QVERIFY(settled(stepper.session));
        QVERIFY(!stepper.session.status().done);
    }

    void runToEveryPiece_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("layer");
        QTest::addColumn<bool>("fused"); // in the middle of an iteration that takes conv1 and relu1 as one
        for (const bool fused : {false, true}) {
            const char* how = fused ? " from a fused iteration" : "";
            for (int layer = 0; layer < 7; ++layer) {
                QTest::addRow("forward %d%s", layer, how) << static_cast<int>(PieceKind::Forward) << layer << fused;
                QTest::addRow("backward %d%s", layer, how) << static_cast<int>(PieceKind::Backward) << layer << fused;
            }
            QTest::addRow("load%s", how) << static_cast<int>(PieceKind::Load) << -1 << fused;
            QTest::addRow("update%s", how) << static_cast<int>(PieceKind::Update) << -1 << fused;
            QTest::addRow("validate%s", how) << static_cast<int>(PieceKind::Validate) << -1 << fused;
        }
    }
    void runToEveryPiece()
    {
        QFETCH(int, kind);
        QFETCH(int, layer);
        QFETCH(bool, fused);
        Stepper stepper(tinySpec(), true);
        Session& session = stepper.session;
        QVERIFY(settled(session));
        if (fused)
            QVERIFY(pausedInsideAFusedPiece(stepper));
        StopCondition until;
        until.kindReached = static_cast<PieceKind>(kind);
        if (layer >= 0)
            until.layerReached = session.description()->network.layers[static_cast<std::size_t>(layer)].name;
        std::int64_t before = -1;
        for (int i = 0; i < 2; ++i) { // the second time: not where it stands, but the next time it comes
            session.run(until);
            QVERIFY(settled(session));
            const SessionStatus status = session.status();
            QCOMPARE(status.state, SessionState::Holding);
            QCOMPARE(static_cast<int>(status.next.kind), kind);
            QCOMPARE(status.next.firstLayer, layer);
            QVERIFY(layer < 0 || status.next.layerCount == 1);
            // A validation is several pieces, so the next may be of the same.
            QVERIFY(status.iteration + (status.next.kind == PieceKind::Validate) > before);
            before = status.iteration;
        }
        QVERIFY(endsTheSame(stepper, m_undisturbed));
    }

    void conditionsHoldTogether_data()
    {
        QTest::addColumn<int>("iteration");
        QTest::addColumn<double>("epoch");
        QTest::addColumn<double>("error");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("stopsAt");
        QTest::newRow("iteration, then update") << 3 << -1.0 << -1.0 << 3 << 3;
        QTest::newRow("epoch, then load") << -1 << 1.0 << -1.0 << 0 << 7; // 6.25 rounded up
        QTest::newRow("epoch and iteration") << 5 << 1.0 << -1.0 << -1 << 7;
        QTest::newRow("an error always reached") << -1 << -1.0 << 1.01 << -1 << 4;
        QTest::newRow("an error and an iteration") << 6 << -1.0 << 1.01 << -1 << 6;
        QTest::newRow("an error never reached") << -1 << -1.0 << 0.0 << -1 << 32;
        QTest::newRow("beyond the end") << 1000 << -1.0 << -1.0 << -1 << 32;
    }
    void conditionsHoldTogether()
    {
        QFETCH(int, iteration);
        QFETCH(double, epoch);
        QFETCH(double, error);
        QFETCH(int, kind);
        QFETCH(int, stopsAt);
        StopCondition until;
        if (iteration >= 0)
            until.iteration = iteration;
        if (epoch >= 0)
            until.epoch = epoch;
        if (error >= 0)
            until.validationErrorBelow = error;
        if (kind >= 0)
            until.kindReached = static_cast<PieceKind>(kind);
        Stepper stepper;
        stepper.session.run(until);
        QVERIFY(settled(stepper.session));
        QCOMPARE(stepper.session.status().iteration, stopsAt);
        QCOMPARE(static_cast<int>(stepper.session.status().next.kind), std::max(kind, 0));
    }

    void anErrorBelowStopsAtThatValidation()
    {
        RunSpec spec = tinySpec();
        spec.recipe.learningRate = 0.005; // slow enough to be watched
        Stepper all(spec);
        all.session.run();
        QVERIFY(settled(all.session));
        const std::vector<MetricsRow> rows = all.session.journal().rowsFrom(0);
        float lowest = 1;
        for (const MetricsRow& row : rows)
            lowest = std::isnan(row.validationTop1) ? lowest : std::min(lowest, row.validationTop1);
        const auto first =
            std::find_if(rows.begin(), rows.end(), [&](const MetricsRow& row) { return row.validationTop1 <= lowest; });
        QVERIFY(first->iteration > 4);
        Stepper stepper(spec);
        StopCondition until;
        until.validationErrorBelow = lowest + 0.001;
        stepper.session.run(until);
        QVERIFY(settled(stepper.session));
        QCOMPARE(stepper.session.status().iteration, first->iteration);
        QVERIFY(endsTheSame(stepper, all.weights()));
    }

    void onlyLayersPiecesBelongToALayer()
    {
        Stepper stepper;
        StopCondition until;
        until.layerReached = "conv1";
        until.kindReached = PieceKind::Update;
        stepper.session.run(until);
        QVERIFY(settled(stepper.session));
        QCOMPARE(stepper.session.status().state, SessionState::Holding);
        QVERIFY(!textOf(stepper.session.takeEvents(), EventKind::Error).empty());
    }

    void slowMotionChangesPaceWhileRunning()
    {
        Stepper stepper(endlessSpec());
        Session& session = stepper.session;
        session.setSlowMotion(0.02);
        session.run();
        // A step of 16 pieces: two iterations take at least 31 pauses.
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(waitFor([&] { return session.status().iteration == 2; }));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        QVERIFY2(seconds > 0.45, qPrintable(QString::number(seconds)));
        QCOMPARE(session.status().slowMotion, 0.02);

        session.setSlowMotion(60);
        QVERIFY(heard(session));
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // the piece that was due
        const Place stands = placeOf(session.status());
        for (int i = 0; i < 20; ++i) // as a slider does when it is drawn: no piece comes early
            session.setSlowMotion(60 + i);
        QVERIFY(heard(session));
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        QCOMPARE(toText(placeOf(session.status())), toText(stands));
        QCOMPARE(session.status().state, SessionState::Running);

        session.setSlowMotion(0.001); // long over: the next comes at once
        const std::int64_t iteration = session.status().iteration;
        QVERIFY(waitFor([&] { return session.status().iteration > iteration + 2; }, 2000));
        session.setSlowMotion(0);
        QVERIFY(waitFor([&] { return session.status().iteration > iteration + 50; }, 4000));
        QVERIFY(session.status().done->layerCount <= 1);
    }

    void slowMotionNeverForksTheRun()
    {
        Stepper stepper;
        Session& session = stepper.session;
        session.step(Stride::Iteration);
        session.setSlowMotion(0.001);
        session.run();
        QVERIFY(waitFor([&] { return session.status().iteration >= 3; }));
        session.setSlowMotion(0);
        QVERIFY(settled(session));
        QVERIFY(stepper.weights() == m_undisturbed);
    }
};

QTEST_GUILESS_MAIN(TestStrides)
#include "tst_strides.moc"
