// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/video.h"

#include "clips.h"
#include "core/data/frame_source.h"
#include "files.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <thread>
#include <unistd.h>

#include <sys/stat.h>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;

class TestVideo : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    static std::size_t residentBytes()
    {
        std::size_t total = 0, resident = 0;
        std::ifstream("/proc/self/statm") >> total >> resident;
        return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    }

private slots:
    void initTestCase()
    {
        quietVideoLibraries();
        writeClip(path("clip.avi"), 120, 30);
    }

    void framesComeInOrderAndEnd()
    {
        const auto reader = openVideoFile(path("clip.avi"));
        QCOMPARE(reader->perSecond(), 30.0);
        for (int round = 0; round < 2; ++round) {
            for (int number = 1; number <= 120; ++number) {
                const std::optional<Image> frame = reader->next();
                QVERIFY(frame);
                QCOMPARE(frame->width, clipWidth);
                QCOMPARE(frame->height, clipHeight);
                QCOMPARE(numberIn(*frame), number);
                const std::uint8_t* ground = ImageView(*frame).pixel(clipWidth / 2, clipHeight * 3 / 4);
                QVERIFY2(
                    ground[0] > ground[1] + 40 && ground[1] > ground[2] + 20, // 130, 60, 20 before compression
                    qPrintable(QStringLiteral("%1 %2 %3").arg(int{ground[0]}).arg(int{ground[1]}).arg(int{ground[2]})));
            }
            QVERIFY(!reader->next());
            QVERIFY(!reader->next());
            QVERIFY(reader->remark().empty());
            QVERIFY(reader->rewind());
        }
    }

    void aClipPlaysThroughWithoutGrowingMemory()
    {
        FrameSource source([file = path("clip.avi")] { return openVideoFile(file); });
        source.setEveryFrame(true);
        std::size_t early = 0;
        constexpr int frames = 4000, warm = 1000;
        for (int i = 0; i < frames; ++i) {
            std::optional<Frame> frame;
            while (!(frame = source.take())) // as fast as it comes
                usleep(50);
            QCOMPARE(frame->number, i % 120 + 1);
            if (i == warm)
                early = residentBytes();
        }
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the address sanitizer keeps freed memory");
#endif
        const std::size_t late = residentBytes();
        QVERIFY2(late < early + (4u << 20), qPrintable(QStringLiteral("%1 became %2").arg(early).arg(late)));
    }

    void whatCannotBePlayedIsOneSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        const Bytes clip = readFile(path("clip.avi"));
        writeFile(path("empty.avi"), {});
        writeFile(path("text.avi"), Bytes(5000, 'x'));
        writeFile(path("head.avi"), firstOf(clip, 100));
        Bytes noise;
        for (std::uint32_t i = 0, x = 1; i < 100'000; ++i)
            noise.push_back(static_cast<std::uint8_t>((x = x * 1664525u + 1013904223u) >> 24));
        writeFile(path("noise.mp4"), noise);
        Bytes wiped = clip; // the pictures are gone, the frame around them is there
        std::fill(wiped.begin() + 4096, wiped.end() - 4096, std::uint8_t{0});
        writeFile(path("wiped.avi"), firstOf(wiped, 8192));
        mkfifo(path("pipe.avi").c_str(), 0600);
        QTest::newRow("absent") << QStringLiteral("absent.avi") << QStringLiteral("does not exist");
        QTest::newRow("empty") << QStringLiteral("empty.avi") << QStringLiteral("it is empty");
        QTest::newRow("text") << QStringLiteral("text.avi") << QStringLiteral("it is damaged");
        QTest::newRow("only a head") << QStringLiteral("head.avi") << QStringLiteral("cannot be played");
        QTest::newRow("noise") << QStringLiteral("noise.mp4") << QStringLiteral("cannot be played");
        QTest::newRow("wiped") << QStringLiteral("wiped.avi") << QStringLiteral("cannot be played");
        QTest::newRow("folder") << QStringLiteral(".") << QStringLiteral("not an ordinary file");
        QTest::newRow("pipe") << QStringLiteral("pipe.avi") << QStringLiteral("not an ordinary file");
    }
    void whatCannotBePlayedIsOneSentence()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        const std::string error = errorOf([&] { openVideoFile(path(name.toUtf8().constData())); });
        QVERIFY2(QString::fromStdString(error).contains(says) && error.ends_with('.'), error.c_str());
    }

    void aFileThatIsCutOffPlaysAndSaysSo()
    {
        const Bytes clip = readFile(path("clip.avi"));
        writeFile(path("cut.avi"), firstOf(clip, clip.size() / 2));
        const auto reader = openVideoFile(path("cut.avi"));
        int frames = 0;
        while (const auto frame = reader->next())
            if (numberIn(*frame) == frames + 1) // the last one may be half a picture
                ++frames;
        QVERIFY2(frames > 40 && frames < 80, qPrintable(QString::number(frames)));
        QVERIFY2(reader->remark().find("cut off") != std::string::npos, reader->remark().c_str());
    }

    void aFileThatVanishesIsOneSentence()
    {
        writeClip(path("passing.avi"), 3);
        FrameSource source([file = path("passing.avi")] { return openVideoFile(file); });
        source.setEveryFrame(true);
        QVERIFY(QTest::qWaitFor([&] { return source.take().has_value(); }, 8000));
        std::filesystem::remove(path("passing.avi"));
        QVERIFY(QTest::qWaitFor([&] { return source.take(), source.status().state == FrameState::Failed; }, 8000));
        QVERIFY2(source.status().fault.find("does not exist") != std::string::npos, source.status().fault.c_str());
    }

    void aFileThatVanishesWhileItIsOpenedIsNotCalledDamaged()
    {
        for (int round = 0; round < 40; ++round) {
            writeClip(path("fleeting.avi"), 1);
            std::thread remover([this, round] {
                std::this_thread::sleep_for(std::chrono::microseconds(round * 50));
                std::filesystem::remove(path("fleeting.avi"));
            });
            std::string error;
            while (error.empty())
                error = errorOf([this] { openVideoFile(path("fleeting.avi")); });
            remover.join();
            QVERIFY2(error.find("does not exist") != std::string::npos, error.c_str());
        }
    }

    void aCameraThatIsNotThereIsOneSentence()
    {
        const std::string error = errorOf([] { openCamera(9999); });
        QVERIFY2(error.find("no camera 9999") != std::string::npos, error.c_str());
    }

    void onlyWhatTakesPicturesIsACamera()
    {
        const std::filesystem::path devices = path("dev");
        writeFile(devices / "video0", {1, 2, 3});
        writeFile(devices / "videox", {});
        std::filesystem::create_symlink("/dev/null", devices / "video1"); // a device, but no camera
        std::filesystem::create_symlink("nowhere", devices / "video2");
        QVERIFY(cameras(devices).empty());
        QVERIFY(cameras(path("no such folder")).empty());
    }
};

QTEST_GUILESS_MAIN(TestVideo)
#include "tst_video.moc"
