// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString translation;
    bool finished = false;
};

/// context and source → translation
QMap<QString, Message> readTranslations(const QString& path)
{
    QMap<QString, Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            messages.insert(context + QLatin1Char('|') + source,
                            {xml.readElementText(QXmlStreamReader::IncludeChildElements), finished});
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(n|[0-9])"));
    QSet<QString> found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void everyStringIsFinishedAndKeepsItsPlaceholders()
    {
        const auto messages = readTranslations(QStringLiteral(ALEXSCOPE_SOURCE_DIR "/translations/alexscope_ko.ts"));
        QVERIFY(messages.size() > 100);
        for (auto message = messages.begin(); message != messages.end(); ++message) {
            QVERIFY2(message->finished && !message->translation.isEmpty(), qPrintable(message.key()));
            QVERIFY2(placeholders(message.key()) == placeholders(message->translation), qPrintable(message.key()));
        }
    }
    void everyStringOfTheProgramIsInTheFile()
    {
        QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("fresh_ko.ts")),
                      source = QStringLiteral(ALEXSCOPE_SOURCE_DIR);
        QProcess lupdate;
        lupdate.setWorkingDirectory(source);
        lupdate.start(QStringLiteral(ALEXSCOPE_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("gui"),
                       QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished(60000));
        const auto wanted = readTranslations(fresh);
        const auto have = readTranslations(source + QStringLiteral("/translations/alexscope_ko.ts"));
        QVERIFY(wanted.size() > 100);
        for (auto message = wanted.begin(); message != wanted.end(); ++message)
            QVERIFY2(have.contains(message.key()),
                     qPrintable(QStringLiteral("not in alexscope_ko.ts: ") + message.key()));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
