// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/set_statistics.h"
#include "core/error.h"
#include "core/session/moment_recorder.h"
#include "gui/language.h"
#include "gui/live/own_picture.h"
#include "gui/look/pictures.h"
#include "gui/main_window.h"
#include "gui/session_actions.h"
#include "gui/widgets/message_bar.h"
#include "tests/gui/sample_run.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrl>

#include <atomic>

#include <sys/stat.h>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// Left half one colour, right half another.
QImage halves(int width, int height, QColor left = Qt::red, QColor right = Qt::blue)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(left);
    for (int y = 0; y < height; ++y)
        for (int x = width / 2; x < width; ++x)
            image.setPixelColor(x, y, right);
    return image;
}

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

QRgb pixelOf(const Image& image, int x, int y)
{
    const ImageView view = image;
    const std::uint8_t* p = view.pixel(x, y);
    return qRgb(p[0], p[1], p[2]);
}

} // namespace

class TestOwnPicture : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    struct Stage {
        LiveModel model;
        PinnedPicture pinned{model};
        OwnPicture own;
        QSignalSpy failed{&own, &OwnPicture::failed};
        explicit Stage(ReadPicture read = {}) : own(pinned, std::move(read)) {}
        QString fault() const { return failed.isEmpty() ? QString() : failed.last().value(0).toString(); }
    };

private slots:
    void aFileIsPinnedAsItIs()
    {
        Stage stage;
        const QImage image = halves(40, 30);
        stage.own.openFile(write(QStringLiteral("two halves.png"), encoded(image, "PNG")));
        QTRY_VERIFY(stage.pinned.isOwn());
        QCOMPARE(stage.pinned.name(), QStringLiteral("two halves.png"));
        QCOMPARE(stage.pinned.label(), -1);
        QCOMPARE(toQImage(*stage.pinned.image()), image.convertToFormat(QImage::Format_RGB32));
    }

    /// Moments of the past keep a photograph small.
    void aPhotographIsKnownByWhatIsKeptOfIt()
    {
        LiveModel model;
        PinnedPicture pinned(model);
        auto run = std::make_shared<RunDescription>(*sample::description());
        run->augmenter = std::make_shared<Augmenter>(
            run->network.preprocessing, run->network.recipe.augmentation,
            statisticsOfSet(*run->data.training, run->network.preprocessing, 12), run->network.input);
        model.setRun(run);
        const auto keptOf = [&](const QImage& image) {
            return keptInMoments(std::make_shared<const Image>(fromQImage(image)), *run->augmenter);
        };
        const QImage photograph = halves(300, 200);
        pinned.pinOwn(std::make_shared<const Image>(fromQImage(photograph)), QStringLiteral("photograph"));
        QCOMPARE(keptOf(photograph)->width, 12);
        QVERIFY(pinned.isPicture(pinned.image()));
        QVERIFY(pinned.isPicture(keptOf(photograph)));
        QVERIFY(!pinned.isPicture(keptOf(halves(300, 200, Qt::red, Qt::green))));
        QVERIFY(!pinned.isPicture(nullptr));
        pinned.pinOwn(std::make_shared<const Image>(fromQImage(halves(30, 30, Qt::green))), QStringLiteral("another"));
        QVERIFY(!pinned.isPicture(keptOf(photograph)));
    }

    void theDataSetsReaderComesFirst()
    {
        Stage stage([](const std::filesystem::path& file) {
            if (file.filename() != "a.jpg")
                throw Error("the reader was given " + file.string());
            Image image(2, 1);
            image.rgb = {1, 2, 3, 4, 5, 6};
            return image;
        });
        stage.own.openFile(write(QStringLiteral("a.jpg"), encoded(halves(8, 8), "JPG")));
        QTRY_VERIFY(stage.pinned.isOwn());
        QCOMPARE(pixelOf(*stage.pinned.image(), 1, 0), qRgb(4, 5, 6));
    }

    void largePicturesAreShrunkByTheirMean()
    {
        Image image(3000, 2400);
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < image.width; ++x)
                image.rgb[3 * (static_cast<std::size_t>(y) * 3000 + static_cast<std::size_t>(x))] =
                    static_cast<std::uint8_t>((x + y) % 2 == 0 ? 10 : 50);
        const Image shrunk = withoutExcess(image);
        QCOMPARE(shrunk.width, 750); // 2400 / 512 = 4
        QCOMPARE(shrunk.height, 600);
        QCOMPARE(pixelOf(shrunk, 300, 300), qRgb(30, 0, 0));
        const Image strip = withoutExcess(Image(100000, 900));
        QVERIFY(strip.width * strip.height <= 8 << 20);
        const Image small = withoutExcess(Image(1000, 1000));
        QCOMPARE(small.width, 1000);
    }

    void transparencyIsShownOnWhite()
    {
        QImage image(4, 4, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        image.setPixelColor(0, 0, QColor(10, 20, 30));
        const Image result = fromQImage(image);
        QCOMPARE(pixelOf(result, 0, 0), qRgb(10, 20, 30));
        QCOMPARE(pixelOf(result, 3, 3), qRgb(255, 255, 255));
    }

    void whatCannotBeReadIsOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        const QByteArray png = encoded(halves(64, 64), "PNG");
        QTest::newRow("absent") << m_folder.filePath(QStringLiteral("absent.png")) << QStringLiteral("no such file");
        QTest::newRow("empty") << write(QStringLiteral("empty.png"), {}) << QStringLiteral("empty");
        QTest::newRow("text") << write(QStringLiteral("text.png"), "not a picture at all")
                              << QStringLiteral("not a picture");
        QTest::newRow("cut off") << write(QStringLiteral("cut.png"), png.left(60)) << QStringLiteral("damaged");
        QByteArray huge = png;
        huge.replace(16, 8, QByteArray::fromHex("0001000000010000")); // 65536 × 65536
        QTest::newRow("huge") << write(QStringLiteral("huge.png"), huge) << QString();
        QTest::newRow("folder") << m_folder.path() << QStringLiteral("not a file");
        QTest::newRow("device") << QStringLiteral("/dev/zero") << QStringLiteral("not a file");
        const QString pipe = m_folder.filePath(QStringLiteral("pipe.png"));
        mkfifo(qPrintable(pipe), 0600);
        QTest::newRow("pipe") << pipe << QStringLiteral("not a file");
    }
    void whatCannotBeReadIsOneSentence()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        Stage stage;
        stage.pinned.pinOwn(std::make_shared<Image>(3, 3), QStringLiteral("before"));
        stage.own.openFile(path);
        QTRY_VERIFY(!stage.failed.isEmpty());
        QVERIFY2(stage.fault().contains(says) && stage.fault().endsWith(QLatin1Char('.')) &&
                     stage.fault().startsWith(QFileInfo(path).fileName()),
                 qPrintable(stage.fault()));
        QCOMPARE(stage.pinned.name(), QStringLiteral("before")); // nothing is lost
    }

    void theNewestWishWins()
    {
        std::atomic<bool> go{false};
        Stage stage([&](const std::filesystem::path& file) {
            while (file.filename() == "slow.png" && !go)
                QThread::msleep(1);
            return Image(file.filename() == "slow.png" ? 5 : 6, 1);
        });
        stage.own.openFile(write(QStringLiteral("slow.png"), "x"));
        stage.own.openFile(write(QStringLiteral("quick.png"), "x"));
        QTRY_COMPARE(stage.pinned.name(), QStringLiteral("quick.png"));
        go = true;
        QThreadPool::globalInstance()->waitForDone();
        QApplication::processEvents();
        QCOMPARE(stage.pinned.image()->width, 6);
    }

    void theWindowTakesWhatIsDroppedAndPasted()
    {
        Language language;
        language.set(QStringLiteral("en"));
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        MainWindow window(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, language, false);
        Choices choices;
        choices.network = write(QStringLiteral("tiny.net"), sample::networkText);
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        window.startRun(choices);
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(
            window.pinned().image() && window.model().run() && window.model().run()->network.name == "tiny", 10000);
        const auto drop = [&](const QMimeData& mime) {
            QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
            enter.ignore();
            QApplication::sendEvent(&window, &enter);
            if (!enter.isAccepted())
                return false;
            QDropEvent dropped(QPointF(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
            QApplication::sendEvent(&window, &dropped);
            return dropped.isAccepted();
        };
        auto* messages = window.findChild<MessageBar*>();

        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(write(QStringLiteral("한글 이름.png"), encoded(halves(20, 20), "PNG")))});
        QVERIFY(drop(file));
        QTRY_COMPARE(window.pinned().name(), QStringLiteral("한글 이름.png"));
        QTRY_VERIFY_WITH_TIMEOUT(window.model().snapshot() &&
                                     window.model().snapshot()->pinned == window.pinned().image(),
                                 5000); // the network looks at it

        QMimeData text;
        text.setText(QStringLiteral("words"));
        QVERIFY(!drop(text));
        QMimeData remote;
        remote.setUrls({QUrl(QStringLiteral("https://example.org/cat.png"))});
        QVERIFY(drop(remote));
        QVERIFY2(messages->text().contains(QStringLiteral("Only files of this computer")),
                 qPrintable(messages->text()));
        QMimeData broken;
        broken.setUrls({QUrl::fromLocalFile(write(QStringLiteral("broken.jpg"), "nothing"))});
        QVERIFY(drop(broken));
        QTRY_VERIFY2(messages->text().contains(QStringLiteral("broken.jpg")), qPrintable(messages->text()));
        QMimeData folder;
        folder.setUrls({QUrl::fromLocalFile(m_folder.path())});
        QVERIFY(drop(folder));
        QTRY_VERIFY2(messages->text().contains(QStringLiteral("holds no run")), qPrintable(messages->text()));

        auto* paste = window.findChild<QAction*>(QStringLiteral("pastePicture"));
        QGuiApplication::clipboard()->setImage(halves(33, 22, Qt::green));
        paste->trigger();
        QTRY_COMPARE(window.pinned().name(), QStringLiteral("Pasted picture"));
        QCOMPARE(window.pinned().image()->width, 33);
        QCOMPARE(pixelOf(*window.pinned().image(), 0, 0), qRgb(0, 255, 0));
        auto* compressed = new QMimeData; // as other programs offer it
        compressed->setData(QStringLiteral("image/png"), encoded(halves(44, 11), "PNG"));
        QGuiApplication::clipboard()->setMimeData(compressed);
        paste->trigger();
        QTRY_COMPARE(window.pinned().image()->width, 44);
        QGuiApplication::clipboard()->setText(QStringLiteral("words"));
        paste->trigger();
        QTRY_VERIFY2(messages->text().contains(QStringLiteral("no picture to paste")), qPrintable(messages->text()));
        QCOMPARE(window.pinned().image()->width, 44);

        window.findChild<QAction*>(QStringLiteral("nextPicture"))->trigger(); // back to the set
        QTRY_VERIFY(!window.pinned().isOwn());
        const std::ptrdiff_t at = window.pinned().index();
        window.findChild<QAction*>(QStringLiteral("nextPicture"))->trigger();
        QTRY_COMPARE(window.pinned().index(), at + 1);
        window.findChild<QAction*>(QStringLiteral("previousPicture"))->trigger();
        QTRY_COMPARE(window.pinned().index(), at);
    }

    void decodingDoesNotHoldTheWindowUp()
    {
        Stage stage;
        const QString path = write(QStringLiteral("large.jpg"), encoded(halves(6000, 5000), "JPG"));
        QElapsedTimer timer;
        timer.start();
        stage.own.openFile(path);
        qint64 longest = timer.restart();
        QVERIFY(!stage.pinned.isOwn()); // it was only begun
        while (!stage.pinned.isOwn() && stage.failed.isEmpty()) {
            QApplication::processEvents();
            longest = std::max(longest, timer.restart());
        }
        QVERIFY2(stage.pinned.isOwn(), qPrintable(stage.fault()));
        QVERIFY(stage.pinned.image()->width * stage.pinned.image()->height < 1 << 20);
        qInfo("longest hold of the window: %lld ms", static_cast<long long>(longest));
    }
};

QTEST_MAIN(TestOwnPicture)
#include "tst_own_picture.moc"
