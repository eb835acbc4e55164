// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace alexscope;

namespace {

struct Ended {
    int status = -1;
    QByteArray out, err;
};

Ended program(const QStringList& arguments, int seconds = 60)
{
    QProcess process;
    process.start(ALEXSCOPE_CLI, arguments);
    if (!process.waitForFinished(seconds * 1000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject jsonOf(const Ended& ended)
{
    return QJsonDocument::fromJson(ended.out).object();
}

} // namespace

/// The program itself, as a user starts it.
class TestCliProgram : public QObject {
    Q_OBJECT
private slots:
    void answers()
    {
        const Ended describe = program({"describe", "alexnet", "--json"});
        QCOMPARE(describe.status, 0);
        QCOMPARE(jsonOf(describe).value("parameters").toInteger(), 60965224);
        QCOMPARE(jsonOf(describe).value("multiplyAdds").toInteger(), 724406816);
        QCOMPARE(program({"networks"}).status, 0);
        const Ended devices = program({"devices", "--json"});
        QCOMPARE(devices.status, 0);
        QVERIFY(!jsonOf(devices).value("devices").toArray().isEmpty());
    }
    void exitStatuses()
    {
        QCOMPARE(program({}).status, 2);
        QCOMPARE(program({"--help"}).status, 0);
        QCOMPARE(program({"describe"}).status, 2);
        QCOMPARE(program({"describe", "nothing"}).status, 1);
        QCOMPARE(program({"data", "info", "textures"}).status, 0);
        QCOMPARE(program({"data", "info", "cifar10:/no/such/folder"}).status, 1);
        QCOMPARE(program({"data", "info", "what:ever"}).status, 1);
        QCOMPARE(program({"predict", "--weights", "/dev/null", "x.png"}).status, 1);
    }
    void anAnswerThatCannotBeWrittenIsAFailure()
    {
        if (!QFile::exists("/dev/full"))
            QSKIP("no way to make a write fail here");
        for (const char* asked : {"networks", "--help", "--version"}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            process.start(ALEXSCOPE_CLI, {asked});
            QVERIFY(process.waitForFinished(120000));
            QCOMPARE(process.exitCode(), 1);
            QCOMPARE(process.readAllStandardError().count('\n'), 1);
        }
    }
    void selftestOnThisMachine()
    {
        const Ended ended = program({"selftest", "--quick", "--json"}, 300);
        QVERIFY2(ended.status == 0, ended.out + ended.err);
        QCOMPARE(jsonOf(ended).value("wrong").toInt(-1), 0);
    }
    void ctrlCEndsWithACheckpointAndResumeGoesOn()
    {
        QTemporaryDir folder;
        const QString run = folder.filePath("run");
        QProcess process;
        process.start(ALEXSCOPE_CLI, {"train", "--network", "cifar-quick", "--data", "textures", "--out", run,
                                      "--batch", "4", "--iterations", "100000", "--set", "validateEvery=0", "--json"});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(run + "/metrics.csv") && QFile(run + "/metrics.csv").size() > 200,
                                 120000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, err);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json.value("finished").toBool(true), false);
        const qint64 stopped = json.value("iteration").toInteger();
        QVERIFY(stopped > 0 && stopped < 100000);
        QVERIFY(QFile::exists(run + "/checkpoint.safetensors"));

        // The end of the machine, and of the terminal, are such ends, too.
        process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_DFL); }); // this test may run under nohup
        for (const int signal : {SIGTERM, SIGHUP}) {
            const qint64 before = lastIteration(run);
            process.start(ALEXSCOPE_CLI, {"train", "--out", run, "--resume", "--json"});
            QTRY_VERIFY_WITH_TIMEOUT(lastIteration(run) > before, 120000);
            ::kill(static_cast<pid_t>(process.processId()), signal);
            QVERIFY(process.waitForFinished(60000));
            QVERIFY(process.exitStatus() == QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(QJsonDocument::fromJson(process.readAllStandardOutput()).object().value("iteration").toInteger() >
                    stopped);
        }
    }
    void aRunOutlivesWhoReadsItsProgress()
    {
        QTemporaryDir folder;
        const QString run = folder.filePath("run");
        QProcess shell; // head leaves after the first line
        shell.start("sh", {"-c", R"("$0" train --network lenet5 --data textures --out "$1" --batch 4 --iterations 2 \
                                      --set validateEvery=0.0002 2>&1 | head -n 1)",
                           ALEXSCOPE_CLI, run});
        QVERIFY(shell.waitForFinished(120000));
        QVERIFY2(shell.readAllStandardOutput().startsWith("Started with seed "), "head did not leave first");
        QVERIFY(QFile::exists(run + "/weights.safetensors"));
    }

private:
    static qint64 lastIteration(const QString& run)
    {
        QFile file(run + "/metrics.csv");
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        return lines.last().split(',').first().toLongLong();
    }
};

QTEST_GUILESS_MAIN(TestCliProgram)
#include "tst_cli_program.moc"
