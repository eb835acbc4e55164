// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readable_text.h"

#include <QTest>

using namespace alexscope;

class TestReadableText : public QObject {
    Q_OBJECT

private slots:
    void whatCannotBeSeenIsMarked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, const QByteArray& text, const char* shown) {
            QTest::newRow(name) << text << QByteArray(shown);
        };
        row("nothing", {}, "");
        row("a name", "features.0.weight", "features.0.weight");
        row("other letters", "합성곱 – événement 🐶", "합성곱 – événement 🐶");
        row("Persian, with a joiner", "می‌خواهم", "می‌خواهم");
        row("control characters", QByteArray("a\0b\x1b[2J\r\n\t\x7f", 11), "a?b?[2J????");
        row("of the second kind",
            "a\xc2\x9b"
            "2J",
            "a?2J");
        row("direction of writing",
            "a\xe2\x80\xae"
            "b\xe2\x81\xa6",
            "a?b?");
        row("byte-order mark",
            "\xef\xbb\xbf"
            "a",
            "?a");
        row("no UTF-8",
            "a\xff\xfe\x80"
            "b",
            "a???b");
        row("begun and not ended", "a\xe2\x80", "a??");
        row("longer than needed", "\xc0\xaf", "??");
        row("half of a pair", "\xed\xa0\x80", "???");
        row("beyond the last letter", "\xf5\x80\x80\x80", "????");
        row("no letter", "\xef\xbf\xbe", "?");
    }
    void whatCannotBeSeenIsMarked()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(readable(text.toStdString())), shown);
    }

    void longTextsAreCutBetweenLetters()
    {
        QCOMPARE(readable(std::string(60, 'a')), std::string(60, 'a'));
        QCOMPARE(readable(std::string(61, 'a')), std::string(60, 'a') + "…");
        QCOMPARE(readable("가나다", 7), std::string("가나…")); // three bytes each
        QCOMPARE(readable(std::string(1u << 20, '\x01'), 3), std::string("???…"));
    }
};

QTEST_APPLESS_MAIN(TestReadableText)
#include "tst_readable_text.moc"
