// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/catalogue.h"
#include "datasets/video.h"
#include "gui/language.h"
#include "gui/main_window.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/video_panel.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/maps_view.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/prediction_card.h"
#include "sample_run.h"
#include "tests/datasets/clips.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace alexscope;
using namespace alexscope::gui;

class TestVideoPanel : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    std::vector<CameraInfo> m_cameras;

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(QLatin1String(name)); }
    LiveVideo& video() const { return m_window->video(); }
    PinnedPicture& pinned() const { return m_window->pinned(); }
    QString message() const { return m_window->findChild<MessageBar*>()->text(); }
    int shownFrame() const { return pinned().isFrame() ? tests::numberIn(*pinned().image()) : 0; }
    bool drop(const QString& file) const
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent dropped(QPointF(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &dropped);
        return dropped.isAccepted();
    }

private slots:
    void initTestCase()
    {
        datasets::quietVideoLibraries();
        m_language.set(QStringLiteral("en"));
        tests::writeClip(path("clip.avi").toStdString(), 60, 50);
        tests::writeClip(path("short.avi").toStdString(), 5, 50);
    }

    void init()
    {
        m_cameras.clear();
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        VideoOpeners openers{datasets::openVideoFile, datasets::openCamera, [this] { return m_cameras; }};
        m_window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, false,
            ReadPicture(), openers);
        Choices choices;
        choices.network = write("tiny.net", sample::networkText);
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        m_window->startRun(choices);
        m_window->show();
        QVERIFY(QTest::qWaitFor(
            [&] {
                return pinned().image() && m_window->model().run() && m_window->model().run()->network.name == "tiny" &&
                       m_window->model().status().state == SessionState::Holding;
            },
            10000));
    }

    void cleanup() { m_window.reset(); }

    void aDroppedVideoPlaysInAllViews()
    {
        const QString before = pinned().name();
        auto* bar = m_window->findChild<QWidget*>(QStringLiteral("videoBar"));
        QVERIFY(!bar->isVisible());
        QVERIFY(drop(path("clip.avi")));
        QTRY_VERIFY(shownFrame() > 3);
        QVERIFY(bar->isVisible());
        QVERIFY(m_window->videoPanel().inSight());
        QTRY_COMPARE(m_window->videoPanel().picture().picture().width(), tests::clipWidth);
        QTRY_COMPARE(m_window->videoPanel().card().bars().size(), std::size_t{5});
        // The tiny network wants 12 × 12 of the whole height: the middle square.
        QCOMPARE(m_window->videoPanel().picture().field(),
                 QRect((tests::clipWidth - tests::clipHeight) / 2, 0, tests::clipHeight, tests::clipHeight));
        QTRY_VERIFY2(video().summary().contains(QStringLiteral("frames a second")), qPrintable(video().summary()));

        m_window->raisePanel(&m_window->activations());
        auto* maps = m_window->findChild<MapsView*>(QStringLiteral("activationMaps"));
        std::set<std::vector<float>> seen;
        QTRY_VERIFY(maps->maps() && (seen.insert(maps->maps()->values), seen.size() > 3)); // they follow

        action("endVideo")->trigger();
        QVERIFY(!video().isOpen());
        QTRY_COMPARE(pinned().name(), before);
        QVERIFY(!bar->isVisible());
        QTRY_COMPARE(m_window->model().snapshot()->pinned, pinned().image());
    }

    void aFrozenFrameStaysAndCanBeKept()
    {
        video().openFile(path("clip.avi"));
        QTRY_VERIFY(shownFrame() > 0);
        action("freezeVideo")->trigger();
        QTRY_COMPARE(video().status().state, FrameState::Frozen);
        m_window->bridge().step(Stride::Iteration); // a frame that was under way when the video froze has come by then
        QTRY_COMPARE(m_window->model().status().iteration, 1);
        QTRY_VERIFY(m_window->model().snapshot()->iteration == 1 &&
                    m_window->model().snapshot()->pinned == pinned().image());
        const int frame = shownFrame();
        QVERIFY2(action("freezeVideo")->text().contains(QStringLiteral("Continue")),
                 qPrintable(action("freezeVideo")->text()));
        const auto image = pinned().image();
        m_window->bridge().step(Stride::Iteration); // the same frame, another network
        QTRY_COMPARE(m_window->model().status().iteration, 2);
        QCOMPARE(pinned().image(), image);

        action("keepFrame")->trigger();
        QVERIFY(!video().isOpen());
        QVERIFY(pinned().isOwn() && !pinned().isFrame());
        QCOMPARE(pinned().image(), image);
        QVERIFY2(pinned().name().contains(QStringLiteral("clip.avi, frame %1").arg(frame)),
                 qPrintable(pinned().name()));
        QTRY_VERIFY(m_window->model().snapshot()->pinned == image && m_window->model().snapshot()->frame == 0);
    }

    void spaceFreezesInThePanelAndF3Anywhere()
    {
        video().openFile(path("clip.avi"));
        QTRY_VERIFY(shownFrame() > 0);
        QTest::keyClick(&m_window->videoPanel(), Qt::Key_Space);
        QTRY_COMPARE(video().status().state, FrameState::Frozen);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QTRY_COMPARE(video().status().state, FrameState::Playing);
    }

    void theActivationsOfAFrameAreThoseOfThePictureBeside()
    {
        video().setEveryFrame(true);
        video().setLooping(false);
        video().openFile(path("short.avi"));
        m_window->raisePanel(&m_window->activations());
        QTRY_COMPARE(video().status().state, FrameState::Ended);
        QTRY_COMPARE(shownFrame(), 5);
        QCOMPARE(video().status().dropped, 0);
        const std::string layer = "conv1";
        QTRY_VERIFY(m_window->model().snapshot()->frame == 5 &&
                    m_window->model().snapshot()->activations.contains(layer));
        const auto live = m_window->model().snapshot()->activations.at(layer).values->values;
        const auto copy = std::make_shared<Image>(*pinned().image());
        pinned().pinOwn(copy, QStringLiteral("copy"));
        QVERIFY(!video().isOpen()); // whoever pins a picture ends the video
        QTRY_VERIFY(m_window->model().snapshot()->pinned == copy);
        QTRY_VERIFY(m_window->model().snapshot()->activations.contains(layer));
        QCOMPARE(m_window->model().snapshot()->activations.at(layer).values->values, live);
    }

    void trainingGoesOnWhileItPlays()
    {
        video().openFile(path("clip.avi"));
        m_window->bridge().run();
        std::set<int> frames;
        QTRY_VERIFY_WITH_TIMEOUT(
            (frames.insert(shownFrame()), frames.size() > 4) && m_window->model().status().iteration > 20, 20000);
        m_window->bridge().pause();
        QTRY_COMPARE(m_window->model().status().state, SessionState::Holding);
    }

    void aLoopIsCountedAndTheEndOffersToPlayAgain()
    {
        video().openFile(path("short.avi"));
        QTRY_VERIFY(video().status().rounds >= 2);
        action("loopVideo")->trigger();
        QTRY_COMPARE(video().status().state, FrameState::Ended);
        QVERIFY2(action("freezeVideo")->text().contains(QStringLiteral("again")),
                 qPrintable(action("freezeVideo")->text()));
        const std::int64_t rounds = video().status().rounds;
        action("freezeVideo")->trigger();
        QTRY_VERIFY(video().status().rounds > rounds);
    }

    void whatCannotBePlayedIsOneSentenceAndNothingIsLost()
    {
        const auto image = pinned().image();
        QVERIFY(drop(write("broken.avi", "nothing at all")));
        QTRY_VERIFY2(message().contains(QStringLiteral("broken.avi")) && message().endsWith(QLatin1Char('.')),
                     qPrintable(message()));
        QVERIFY(!video().isOpen());
        QCOMPARE(pinned().image(), image);
        drop(write("empty.mp4", {}));
        QTRY_VERIFY2(message().contains(QStringLiteral("empty.mp4")), qPrintable(message()));
        QFile clip(path("clip.avi"));
        QVERIFY(clip.open(QIODevice::ReadOnly));
        drop(write("cut.avi", clip.read(clip.size() / 2)));
        QTRY_VERIFY2(message().contains(QStringLiteral("cut off")), qPrintable(message()));
        QVERIFY(video().isOpen()); // what is there plays
        QTRY_VERIFY(shownFrame() > 0);
    }

    void camerasAreListedOrASentenceStandsThere()
    {
        auto* menu = m_window->findChild<QMenu*>(QStringLiteral("cameras"));
        emit menu->aboutToShow();
        QTRY_VERIFY2(menu->actions().value(0)->text().contains(QStringLiteral("There is no camera")),
                     qPrintable(menu->actions().value(0)->text()));
        QVERIFY(!menu->actions().value(0)->isEnabled());
        m_cameras = {{7, "Lens & Co", {}}, {8, {}, "Camera 8 may not be used by you."}};
        emit menu->aboutToShow();
        QTRY_COMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().at(0)->text(), QStringLiteral("Lens && Co"));
        menu->actions().at(0)->trigger(); // it was there when the menu was opened, and is gone
        QTRY_VERIFY2(message().contains(QStringLiteral("no camera 7")), qPrintable(message()));
        QVERIFY(!video().isOpen());
        menu->actions().at(1)->trigger();
        QTRY_VERIFY2(message().contains(QStringLiteral("Camera 8 may not be used")), qPrintable(message()));
    }

    void anotherRunGoesOnWithTheVideo()
    {
        video().openFile(path("clip.avi"));
        QTRY_VERIFY(shownFrame() > 0);
        m_window->bridge().reseed(5);
        QTRY_COMPARE(m_window->model().run()->spec.seed, std::uint64_t{5});
        const std::int64_t taken = video().status().taken;
        QTRY_VERIFY(video().status().taken > taken + 3);
        QVERIFY(pinned().isFrame());
    }
};

QTEST_MAIN(TestVideoPanel)
#include "tst_video_panel.moc"
