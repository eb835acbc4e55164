// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "tests/core/session/session_bench.h"

#include <QTest>

#include <chrono>
#include <cmath>

using namespace alexscope;
using namespace alexscope::bench;
using namespace std::chrono_literals;

namespace {

constexpr int tinyLayers = 7;

Piece forward(int first, int count = 1)
{
    return {PieceKind::Forward, first, first, count};
}

Piece backward(int first, int count = 1)
{
    return {PieceKind::Backward, first, first, count};
}

std::unique_ptr<Session> tinySession()
{
    auto session = std::make_unique<Session>(catalogue(), openTiny);
    session->start(endlessSpec());
    return session;
}

} // namespace

class TestPieceTimes : public QObject {
    Q_OBJECT

private slots:
    void theFirstMeasurementOnlyFillsTheGap()
    {
        PieceClock clock;
        for (const double seconds : {9.0, 1.0, 2.0, 3.0}) {
            clock.add(forward(0, 2), false, seconds);
            clock.add({PieceKind::Update}, false, seconds);
            if (seconds == 9.0)
                QCOMPARE(clock.running()->kernels.at(0).forward, 9.0);
        }
        const PieceTimes& times = *clock.running();
        QCOMPARE(times.batches, std::int64_t(4));
        QCOMPARE(times.kernels.at(0).forward, 2.0); // of 1, 2 and 3
        QCOMPARE(times.update, 2.0);
        QVERIFY(std::isnan(times.kernels.at(0).backward));
        QVERIFY(std::isnan(times.load));
    }

    void anAverageForgets()
    {
        PieceClock clock;
        for (int i = 0; i < 200; ++i)
            clock.add({PieceKind::Update}, false, i < 100 ? 1.0 : 5.0);
        QVERIFY(std::abs(clock.running()->update - 5) < 0.01);
    }

    void rangesStandInTheOrderOfTheirLayers()
    {
        PieceClock clock;
        for (const int layer : {0, 4, 6})
            clock.add(forward(layer, layer == 0 ? 4 : layer == 4 ? 2 : 1), false, 1);
        QVERIFY(!clock.running()); // not before a whole step
        for (const int layer : {6, 4, 0})
            clock.add(backward(layer, layer == 0 ? 4 : layer == 4 ? 2 : 1), false, 2);
        clock.add({PieceKind::Update}, false, 1);
        const auto& kernels = clock.running()->kernels;
        QCOMPARE(kernels.size(), std::size_t(3));
        int next = 0;
        for (const KernelTime& kernel : kernels) {
            QCOMPARE(kernel.firstLayer, next);
            QCOMPARE(kernel.forward, 1.0);
            QCOMPARE(kernel.backward, 2.0);
            next += kernel.layerCount;
        }
        QCOMPARE(next, tinyLayers);
        QVERIFY(!clock.stepping());
    }

    void freeRunningIsTimedNowAndThenStepsAlways()
    {
        PieceClock clock;
        const PieceClock::Time start{};
        int timed = 0, of = 0;
        for (std::chrono::milliseconds at = 0ms; at < 2000ms; at += 10ms) {
            const bool wanted = clock.wants({}, false, start + at);
            QCOMPARE(clock.wants(forward(0), false, start + at + 1ms), wanted); // the whole step or nothing of it
            QVERIFY(!clock.wants({PieceKind::Validate}, false, start + at + 2ms));
            timed += wanted;
            ++of;
        }
        QCOMPARE(of, 200);
        QCOMPARE(timed, 8); // every 250 ms
        for (int i = 0; i < 5; ++i)
            QVERIFY(clock.wants({}, true, start + 2001ms));
    }

    void steppingMeasuresLayerByLayer()
    {
        auto session = tinySession();
        QVERIFY(settled(*session));
        QVERIFY(!session->status().steppingTimes);
        session->step(Stride::Piece); // load
        session->step(Stride::Piece); // conv1 forward
        QVERIFY(settled(*session));
        const auto begun = session->status().steppingTimes;
        QVERIFY(begun);
        QCOMPARE(begun->kernels.size(), std::size_t(1));
        QCOMPARE(begun->batches, std::int64_t(0));
        QVERIFY(begun->load > 0 && begun->kernels[0].forward > 0);
        QVERIFY(std::isnan(begun->kernels[0].backward) && std::isnan(begun->update));
        session->step(Stride::Pass);
        session->step(Stride::Pass);
        session->step(Stride::Piece); // update
        QVERIFY(settled(*session));
        const SessionStatus status = session->status();
        QCOMPARE(status.iteration, std::int64_t(1));
        QCOMPARE(status.steppingTimes->batches, std::int64_t(1));
        QCOMPARE(status.steppingTimes->kernels.size(), std::size_t(tinyLayers));
        for (int i = 0; i < tinyLayers; ++i) {
            const KernelTime& kernel = status.steppingTimes->kernels[static_cast<std::size_t>(i)];
            QCOMPARE(kernel.firstLayer, i);
            QCOMPARE(kernel.layerCount, 1);
            QVERIFY(kernel.forward > 0 && kernel.backward > 0);
        }
        QVERIFY(status.steppingTimes->update > 0);
        QVERIFY(!status.runningTimes);
    }

    void runningMeasuresNoMoreThanItTakes()
    {
        auto session = tinySession();
        QVERIFY(settled(*session));
        const auto begin = std::chrono::steady_clock::now();
        session->run();
        QVERIFY(waitFor([&] { return session->status().runningTimes != nullptr; }));
        session->pause();
        QVERIFY(settled(*session));
        const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const auto times = session->status().runningTimes;
        double sum = times->load + times->update;
        int layers = 0;
        for (const KernelTime& kernel : times->kernels) {
            sum += kernel.forward + kernel.backward;
            layers += kernel.layerCount;
        }
        QCOMPARE(layers, tinyLayers);
        QVERIFY2(sum > 0 && sum < wall, qPrintable(QString::number(sum)));
        QVERIFY(!session->status().steppingTimes);
        session->start({}); // another run forgets, even one that fails
        QVERIFY(settled(*session));
        QVERIFY(!session->status().runningTimes);
    }
};

QTEST_APPLESS_MAIN(TestPieceTimes)
#include "tst_piece_times.moc"
