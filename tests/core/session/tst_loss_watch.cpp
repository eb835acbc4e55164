// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/loss_watch.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace alexscope;

Q_DECLARE_METATYPE(std::function<double(int)>)

class TestLossWatch : public QObject {
    Q_OBJECT

private slots:
    void whatALossMeans_data()
    {
        QTest::addColumn<std::function<double(int)>>("loss"); // of an iteration
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("at"); // iteration it is said at
        const auto row = [](const char* name, std::function<double(int)> loss, LossVerdict verdict, int at) {
            QTest::newRow(name) << std::move(loss) << static_cast<int>(verdict) << at;
        };
        const double chance = std::log(10.0);
        constexpr int window = LossWatch::window;
        row(
            "falling", [](int i) { return 2.9 * std::exp(-i / 2000.0); }, LossVerdict::Fine, 0);
        row(
            "at chance", [=](int i) { return chance + (i % 2 ? 0.3 : -0.3); }, LossVerdict::Chance, window);
        row(
            "at chance after a while", [=](int i) { return i <= window ? 4 : chance; }, LossVerdict::Chance,
            2 * window);
        row(
            "above chance", [](int i) { return i % 2 ? 2.3 : 2.8; }, LossVerdict::Standing, 2 * window);
        row(
            "rising", [](int i) { return 2.5 + i / 1000.0; }, LossVerdict::Standing, 2 * window);
        row(
            "slow, but falling", [](int i) { return 6 - i / 1000.0; }, LossVerdict::Fine, 0);
        row(
            "standing below chance", [](int) { return 0.5; }, LossVerdict::Fine, 0);
        row(
            "not a number", [](int i) { return i < 7 ? 2.5 : std::nan(""); }, LossVerdict::NotFinite, 7);
        row(
            "infinite", [](int i) { return i < 7 ? 2.5 : std::numeric_limits<double>::infinity(); },
            LossVerdict::NotFinite, 7);
    }
    void whatALossMeans()
    {
        QFETCH(std::function<double(int)>, loss);
        QFETCH(int, verdict);
        QFETCH(int, at);
        LossWatch watch(10);
        int said = 0, saidAt = 0;
        for (int i = 1; i <= 3 * LossWatch::window && said == 0; ++i)
            if ((said = static_cast<int>(watch.take(loss(i)))) != 0)
                saidAt = i;
        QCOMPARE(said, verdict);
        QCOMPARE(saidAt, at);
        QCOMPARE(watch.advice(static_cast<LossVerdict>(said), 0.125).empty(), said == 0);
    }

    void itIsSaidOnce()
    {
        LossWatch watch(10);
        int times = 0;
        for (int i = 0; i < 10 * LossWatch::window; ++i)
            times += watch.take(2.5) != LossVerdict::Fine;
        QCOMPARE(times, 1);
    }
};

QTEST_GUILESS_MAIN(TestLossWatch)
#include "tst_loss_watch.moc"
