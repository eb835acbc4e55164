// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors.h"

#include "core/error.h"
#include "core/storage/atomic_file.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace alexscope;

namespace {

void writeFilled(const std::filesystem::path& path, int round)
{
    SafetensorsWriter writer;
    writer.add("round", {200'000}, std::vector<float>(200'000, static_cast<float>(round)));
    writer.write(path);
}

} // namespace

class TestAtomicWrite : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    static QDateTime writtenAt(const std::filesystem::path& file)
    {
        return QFileInfo(QString::fromStdString(file.string())).lastModified();
    }

private slots:
    void aKilledWriterLeavesAWholeFile()
    {
        const std::filesystem::path file = path("killed.safetensors");
        writeFilled(file, 0);
        float latest = 0;
        for (int round = 1; round <= 12; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                for (int i = 1;; ++i)
                    writeFilled(file, 1000 * round + i);
            }
            // Killed in the middle of its second write or one of the next, however slow the machine is today.
            const QDateTime before = writtenAt(file);
            QVERIFY(QTest::qWaitFor([&] { return writtenAt(file) != before; }, 20'000));
            ::usleep(static_cast<useconds_t>(311 * round));
            QCOMPARE(::kill(child, SIGKILL), 0);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            const SafetensorsFile whole(file); // checks that nothing is cut off
            const std::vector<float> values = whole.readFloats(whole.require("round"));
            QVERIFY(std::all_of(values.begin(), values.end(), [&](float v) { return v == values[0]; }));
            latest = std::max(latest, values[0]);
        }
        QVERIFY2(latest > 1000, "no child ever finished a write: the test shows nothing");
        writeFilled(file, 7); // what the killed ones left behind is in nobody's way
        QVERIFY(!std::filesystem::exists(path("killed.safetensors.part")));
    }

    void aFailedWriteKeepsTheOldFile()
    {
        if (::geteuid() == 0 && !std::filesystem::exists("/dev/full"))
            QSKIP("no way to make a write fail here");
        const std::filesystem::path file = path("kept.safetensors");
        writeFilled(file, 1);
        std::filesystem::create_symlink("/dev/full", path("kept.safetensors.part")); // every write to it: no space left
        QVERIFY_THROWS_EXCEPTION(Error, writeFilled(file, 2));
        const SafetensorsFile kept(file);
        QCOMPARE(kept.readFloats(kept.require("round"))[0], 1.0f);
        QVERIFY(!std::filesystem::exists(std::filesystem::symlink_status(path("kept.safetensors.part"))));
    }

    void anAbsentFolderIsAnError()
    {
        QVERIFY_THROWS_EXCEPTION(Error, writeFilled(path("absent") / "x.safetensors", 1));
    }

    /// Whoever may rename into /dev must not lose /dev/null, and a folder is said before the work, not after it.
    void onlyOrdinaryFilesAreReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("folder") << "folder"
                                << "is a folder";
        QTest::newRow("pipe") << "pipe"
                              << "is a device or a pipe";
        QTest::newRow("link to a device") << "null"
                                          << "is a device or a pipe";
        QTest::newRow("no name") << "folder/"
                                 << "names no file";
    }
    void onlyOrdinaryFilesAreReplaced()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        std::filesystem::create_directory(path("folder"));
        std::error_code there;
        std::filesystem::create_symlink("/dev/null", path("null"), there);
        ::mkfifo(path("pipe").c_str(), 0600);
        const std::filesystem::path file = path(name.toUtf8().constData());
        const auto before = std::filesystem::symlink_status(file);
        std::string error;
        try {
            const AtomicFile written(file);
        } catch (const Error& e) {
            error = e.what();
        }
        QVERIFY2(error.find(says.toStdString()) != std::string::npos, error.c_str());
        QVERIFY(std::filesystem::symlink_status(file).type() == before.type());
        QVERIFY(!std::filesystem::exists(path((name + ".part").toUtf8().constData())));
    }
};

QTEST_GUILESS_MAIN(TestAtomicWrite)
#include "tst_atomic_write.moc"
