// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/numbers.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope::gui;

class TestNumbers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void fourSignificantDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("one") << 1.0 << "1.000";
        QTest::newRow("loss") << 2.302585 << "2.303";
        QTest::newRow("small") << 0.0123456 << "0.01235";
        QTest::newRow("rounds up a decade") << 9.99996 << "10.00";
        QTest::newRow("thousands") << 1240.4 << "1,240";
        QTest::newRow("million") << 1234567.0 << "1,234,567";
        QTest::newRow("negative has a minus, not a hyphen") << -0.5 << QStringLiteral("−0.5000");
        QTest::newRow("tiny") << 1.234e-6 << QStringLiteral("1.234×10⁻⁶");
        QTest::newRow("huge") << 6.0221e23 << QStringLiteral("6.022×10²³");
        QTest::newRow("not there yet") << std::nan("") << QStringLiteral("–");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QStringLiteral("–");
    }
    void fourSignificantDigits()
    {
        QFETCH(double, value);
        QTEST(number(value), "text");
    }
    void chosenNumbersLoseTrailingZeros_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("rate") << 0.01 << "0.01";
        QTest::newRow("divided") << 0.001 << "0.001";
        QTest::newRow("whole") << 60.0 << "60";
        QTest::newRow("hundred") << 100.0 << "100";
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("very small") << 1e-7 << QStringLiteral("10⁻⁷");
        QTest::newRow("very small, with a factor") << 2.5e-7 << QStringLiteral("2.5×10⁻⁷");
        QTest::newRow("very small and negative") << -1e-7 << QStringLiteral("−1×10⁻⁷");
    }
    void chosenNumbersLoseTrailingZeros()
    {
        QFETCH(double, value);
        QTEST(chosenNumber(value), "text");
    }
    void axesHaveLittleRoom_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("a sum of steps") << 0.1 + 0.2 << QStringLiteral("0.3");
        QTest::newRow("ten thousandth") << 1e-5 * 10 << QStringLiteral("0.0001");
        QTest::newRow("smaller") << 1e-5 << QStringLiteral("10⁻⁵");
        QTest::newRow("iterations") << 1e6 << QStringLiteral("1,000,000");
        QTest::newRow("a loss that explodes") << 2.5e15 << QStringLiteral("2.5×10¹⁵");
        QTest::newRow("negative") << -3.0 << QStringLiteral("−3");
    }
    void axesHaveLittleRoom()
    {
        QFETCH(double, value);
        QTEST(axisNumber(value), "text");
    }
    void sharesAndTimes()
    {
        QCOMPARE(percent(0.4531), QStringLiteral("45.31 %"));
        QCOMPARE(percent(1), QStringLiteral("100.0 %"));
        QCOMPARE(percent(std::nan("")), QStringLiteral("–"));
        QCOMPARE(duration(75), QStringLiteral("1:15"));
        QCOMPARE(duration(3723), QStringLiteral("1:02:03"));
        QCOMPARE(duration(-1), QStringLiteral("–"));
        QCOMPARE(count(60965224), QStringLiteral("60,965,224"));
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
