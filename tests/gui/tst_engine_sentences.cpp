// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/engine_sentences.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "core/network/network_text.h"
#include "core/session/loss_watch.h"
#include "gui/language.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace alexscope;
using namespace alexscope::gui;

class TestEngineSentences : public QObject {
    Q_OBJECT

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
    /// All string literals of the rooms that speak, neighbouring ones joined.
    static QString sources()
    {
        QString all;
        for (const char* room : {"core", "cpu", "cuda", "datasets"}) {
            QDirIterator files(QStringLiteral(ALEXSCOPE_SOURCE_DIR "/") + QString::fromLatin1(room),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly))
                    all += QString::fromUtf8(file.readAll());
            }
        }
        static const QRegularExpression joint(QStringLiteral("(?<!\\\\)\"\\s*\""));
        return all.remove(joint).replace(QStringLiteral("\\\""), QStringLiteral("\""));
    }

private slots:
    void everySentenceIsStillSaid()
    {
        const QString all = sources();
        static const QRegularExpression placeholder(QStringLiteral("%[1-9]"));
        for (const QString& sentence : knownSentences())
            for (const QString& part : sentence.split(placeholder, Qt::SkipEmptyParts))
                QVERIFY2(all.contains(part), qPrintable(sentence));
    }

    void englishStaysAsItIs()
    {
        const std::string sentence = "The run is done; reset it, or start one with more epochs";
        QCOMPARE(shownSentence(sentence), QString::fromStdString(sentence));
        QCOMPARE(shownSentence("50 % of 100 %1: what nobody says"), QStringLiteral("50 % of 100 %1: what nobody says"));
    }

    void koreanSpeaksOfTheSameThings_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QStringList>("gone");
        LossWatch watch(10);
        QTest::newRow("loss not finite") << QString::fromStdString(watch.advice(LossVerdict::NotFinite, 0.25))
                                         << QStringList{QStringLiteral("0.25")} << QStringList{QStringLiteral("loss")};
        QTest::newRow("loss of chance") << QString::fromStdString(watch.advice(LossVerdict::Chance, 0.125))
                                        << QStringList{QStringLiteral("0.125"), QStringLiteral("2.3")}
                                        << QStringList{QStringLiteral("guessing")};
        QTest::newRow("loss above chance")
            << QString::fromStdString(watch.advice(LossVerdict::Standing, 0.125))
            << QStringList{QStringLiteral("0.125"), QStringLiteral("1000")} << QStringList{QStringLiteral("guessing")};
        Catalogue catalogue;
        catalogue.add({"cuda", "there is none", nullptr});
        QTest::newRow("device") << QString::fromStdString(errorOf([&] { catalogue.make("cuda"); }))
                                << QStringList{QStringLiteral("cuda")} << QStringList{QStringLiteral("cannot")};
        QTest::newRow("a line of a network")
            << QString::fromStdString(errorOf([] { parseNetwork("[network]\nname = a\nname = b\n", "my.net"); }))
            << QStringList{QStringLiteral("my.net:3: ")} << QStringList{QStringLiteral("already")};
        QTest::newRow("one inside another")
            << QStringLiteral("The run cannot go on as it began (Device cuda cannot be used: no driver); device and "
                              "precision are chosen anew")
            << QStringList{QStringLiteral("cuda"), QStringLiteral("no driver")}
            << QStringList{QStringLiteral("cannot"), QStringLiteral("anew")};
    }
    void koreanSpeaksOfTheSameThings()
    {
        QFETCH(QString, english);
        QFETCH(QStringList, kept);
        QFETCH(QStringList, gone);
        Language language;
        language.set(QStringLiteral("ko"));
        const QString korean = shownSentence(english.toStdString());
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        QVERIFY2(hangul.match(korean).hasMatch(), qPrintable(korean));
        for (const QString& part : kept)
            QVERIFY2(korean.contains(part), qPrintable(korean));
        for (const QString& part : gone)
            QVERIFY2(!korean.contains(part), qPrintable(korean));
    }
};

QTEST_MAIN(TestEngineSentences)
#include "tst_engine_sentences.moc"
