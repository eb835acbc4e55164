// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/temporary_folder.h"

#include "core/error.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace alexscope;
namespace fs = std::filesystem;

class TestTemporaryFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    fs::path root() const { return m_root.path().toStdString(); }

private slots:
    void isGoneAtItsEnd()
    {
        fs::path path;
        {
            const TemporaryFolder folder("test-", root());
            path = folder.path();
            QVERIFY(fs::is_directory(path));
            fs::create_directory(path / "inner");
            std::ofstream(path / "inner" / "file") << "something";
        }
        QVERIFY(!fs::exists(path));
    }

    void leftoversOfAKilledProgramAreRemoved()
    {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const TemporaryFolder folder("test-", root());
            std::ofstream(folder.path() / "file") << "something" << std::flush;
            std::ofstream(root() / "ready") << folder.path().string() << std::flush;
            while (true)
                ::pause();
        }
        QVERIFY(QTest::qWaitFor([&] { return fs::exists(root() / "ready") && fs::file_size(root() / "ready") > 0; }));
        std::string left;
        std::ifstream(root() / "ready") >> left;
        const TemporaryFolder alive("test-", root());
        QCOMPARE(TemporaryFolder::removeLeftovers("test-", root()), 0); // both programs live
        QVERIFY(fs::exists(left));
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(fs::exists(left));
        QCOMPARE(TemporaryFolder::removeLeftovers("other-", root()), 0);
        QVERIFY(fs::exists(left));
        QCOMPARE(TemporaryFolder::removeLeftovers("test-", root()), 1);
        QVERIFY(!fs::exists(left));
        QVERIFY(fs::exists(alive.path())); // in use
    }

    void whatIsNotOursStays()
    {
        std::ofstream(root() / "test-file") << "a file";
        fs::create_directory(root() / "test-full"); // no lock, but something in it
        std::ofstream(root() / "test-full" / "file") << "a file";
        fs::create_directory(root() / "elsewhere");
        std::ofstream(root() / "elsewhere" / "lock") << "";
        fs::create_directory_symlink(root() / "elsewhere", root() / "test-link");
        QCOMPARE(TemporaryFolder::removeLeftovers("test-", root()), 0);
        QVERIFY(fs::exists(root() / "test-file"));
        QVERIFY(fs::exists(root() / "test-full" / "file"));
        QVERIFY(fs::exists(root() / "elsewhere" / "lock"));
    }

    void anAbsentPlaceIsAnError()
    {
        QVERIFY_THROWS_EXCEPTION(Error, TemporaryFolder("test-", root() / "absent"));
        QCOMPARE(TemporaryFolder::removeLeftovers("test-", root() / "absent"), 0);
    }
};

QTEST_GUILESS_MAIN(TestTemporaryFolder)
#include "tst_temporary_folder.moc"
