// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scene.h"

#include "core/error.h"
#include "gui/language.h"
#include "gui/look/paths.h"
#include "gui/main_window.h"
#include "gui/panels/filters_panel.h"
#include "gui/session_actions.h"
#include "gui/widgets/message_bar.h"
#include "tests/gui/sample_run.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace alexscope;
using namespace alexscope::gui;

class TestScene : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static Scene example()
    {
        Scene scene;
        scene.choices.network = QStringLiteral("alexnet");
        scene.run.networkText = sample::networkText;
        scene.run.data = "textures";
        scene.run.recipe = parseNetwork(sample::networkText, "tiny").recipe;
        scene.run.recipe.learningRate = 0.0123;
        scene.run.seed = 77;
        scene.iteration = 41;
        scene.layer = QStringLiteral("conv1");
        scene.unit = 3;
        scene.position = {2, 5};
        scene.picture = 12;
        scene.ofTraining = true;
        scene.folder = QStringLiteral("/runs/first");
        scene.arrangement = QByteArray("\x00\xff arrangement", 14);
        scene.controls = {{QStringLiteral("filterScale"), 1}, {QStringLiteral("lockScale"), true}};
        return scene;
    }
    QJsonObject written() const
    {
        saveScene(example(), path("a.alexscene"));
        QFile file(path("a.alexscene"));
        file.open(QIODevice::ReadOnly);
        return QJsonDocument::fromJson(file.readAll()).object();
    }
    std::unique_ptr<MainWindow> window()
    {
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        return std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, false);
    }
    Choices tiny() const
    {
        QFile file(path("tiny.net"));
        file.open(QIODevice::WriteOnly);
        file.write(sample::networkText);
        Choices choices;
        choices.network = file.fileName();
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        return choices;
    }

private slots:
    void aSceneComesBackAsItWas()
    {
        saveScene(example(), path("a.alexscene"));
        QVERIFY(loadScene(path("a.alexscene")) == example());
        Scene other = example();
        other.run.seed = 78;
        QVERIFY(!(other == example()));
    }

    void brokenFilesAreSentences_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        const auto changed = [this](const char* field, const QJsonValue& value) {
            QJsonObject object = written();
            object.insert(QLatin1String(field), value);
            return QJsonDocument(object).toJson();
        };
        const QByteArray whole = QJsonDocument(written()).toJson();
        QTest::newRow("empty") << QByteArray() << "no scene";
        QTest::newRow("not JSON") << QByteArray("alexscope") << "no scene";
        QTest::newRow("cut off") << whole.left(whole.size() / 2) << "no scene";
        QTest::newRow("a list") << QByteArray("[1, 2]") << "no scene";
        QTest::newRow("another program's") << QByteArray("{\"a\": 1}") << "no scene";
        QTest::newRow("newer") << changed("alexscopeScene", 99) << "alexscopeScene";
        QTest::newRow("iteration below 0") << changed("iteration", -4) << "iteration";
        QTest::newRow("iteration and a half") << changed("iteration", 1.5) << "iteration";
        QTest::newRow("unit of text") << changed("unit", QStringLiteral("two")) << "unit";
        QTest::newRow("no run") << changed("run", QJsonValue()) << "run";
        QTest::newRow("a run without a seed")
            << changed("run", QJsonObject{{QStringLiteral("data"), QStringLiteral("x")}}) << "networkText";
    }
    void brokenFilesAreSentences()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        QFile file(path("broken.alexscene"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        try {
            loadScene(file.fileName());
            QFAIL("a broken scene was taken");
        } catch (const Error& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.contains(part) && sentence.contains(QStringLiteral("broken.alexscene")),
                     qPrintable(sentence));
        }
    }

    void anotherWindowShowsTheSameMoment()
    {
        Scene saved;
        std::vector<float> weights;
        {
            const auto first = window();
            first->startRun(tiny());
            first->show();
            QTRY_VERIFY(first->model().run() && first->model().run()->network.name == "tiny");
            first->bridge().reseed(4711);
            for (int i = 0; i < 3; ++i)
                first->bridge().step(Stride::Iteration);
            QTRY_VERIFY(first->model().status().iteration == 3 && first->model().firstWeights());
            first->selection().select(QStringLiteral("conv1"), 5, {1, 2});
            auto* scale = first->filters().findChild<QComboBox*>(QStringLiteral("filterScale"));
            scale->setCurrentIndex(1);
            QTRY_VERIFY(first->model().snapshot()->iteration == 3 && first->model().snapshot()->holding);
            weights = first->model().firstWeights()->values;
            saved = first->scene();
        }
        QCOMPARE(saved.iteration, std::int64_t(3));
        saveScene(saved, path("moment.alexscene"));
        const auto second = window();
        second->show();
        QTRY_VERIFY_WITH_TIMEOUT(second->model().run() != nullptr, 20000);
        second->openSceneFile(path("moment.alexscene"));
        QTRY_VERIFY_WITH_TIMEOUT(
            second->model().status().iteration == 3 && second->model().status().state == SessionState::Holding, 20000);
        QCOMPARE(second->model().run()->spec.seed, std::uint64_t(4711));
        QTRY_COMPARE(second->selection().unit(), 5);
        QCOMPARE(second->selection().position(), QPoint(1, 2));
        QCOMPARE(second->filters().findChild<QComboBox*>(QStringLiteral("filterScale"))->currentIndex(), 1);
        QTRY_VERIFY(second->model().firstWeights() && second->model().firstWeights()->values == weights);
    }

    void aRecordedRunGoesOnFromItsCheckpoint_data()
    {
        QTest::addColumn<int>("reached"); // by the folder's run after the scene was saved
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("where it stands") << 3 << "" << true;
        QTest::newRow("it went further") << 5 << "" << false;
        QTest::newRow("the folder is gone") << 3 << "removed" << false;
        QTest::newRow("the folder holds another run") << 3 << "other" << false;
        QTest::newRow("the checkpoint is broken") << 3 << "broken" << false;
    }
    void aRecordedRunGoesOnFromItsCheckpoint()
    {
        QFETCH(int, reached);
        QFETCH(QString, change);
        QFETCH(bool, goesOn);
        const QString folder = m_folder.filePath(QLatin1String(QTest::currentDataTag()));
        const QString checkpoint = folder + QStringLiteral("/checkpoint.safetensors");
        Scene saved;
        std::vector<float> weights;
        {
            const auto first = window();
            RunSpec spec = first->sessionActions().specFor(tiny(), 99);
            first->bridge().start(spec, toPath(folder));
            first->show();
            const auto holdsAt = [&](std::int64_t iteration) {
                const SessionStatus& status = first->model().status();
                return status.state == SessionState::Holding && status.iteration == iteration &&
                       first->model().snapshot() && first->model().snapshot()->iteration == iteration &&
                       first->sessionActions().recordedIn() == folder;
            };
            for (int i = 1; i <= reached; ++i) {
                first->bridge().step(Stride::Iteration);
                QTRY_VERIFY(holdsAt(i) && first->model().firstWeights());
                if (i == 3) {
                    QTRY_VERIFY(first->model().snapshot()->holding);
                    weights = first->model().firstWeights()->values;
                    saved = first->scene();
                }
            }
        } // closing writes the checkpoint
        QCOMPARE(saved.folder, folder);
        QVERIFY(QFile::exists(checkpoint));
        if (change == QLatin1String("removed"))
            QVERIFY(QDir(folder).removeRecursively());
        if (change == QLatin1String("other"))
            saved.run.seed = 100;
        if (change == QLatin1String("broken"))
            QVERIFY(QFile::resize(checkpoint, 100));
        saveScene(saved, path("recorded.alexscene"));
        QCOMPARE(recordedUpTo(loadScene(path("recorded.alexscene"))).value_or(-1), goesOn ? 3 : -1);

        const auto second = window();
        second->show();
        QTRY_VERIFY_WITH_TIMEOUT(second->model().run() != nullptr, 20000);
        second->openSceneFile(path("recorded.alexscene"));
        const SessionStatus& status = second->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.iteration == 3 && status.state == SessionState::Holding, 20000);
        QCOMPARE(QFile::decodeName(QByteArray::fromStdString(status.recordedIn)), goesOn ? folder : QString());
        QTRY_VERIFY(second->model().firstWeights() &&
                    (change == QLatin1String("other") || second->model().firstWeights()->values == weights));
        QCOMPARE(second->findChild<MessageBar*>(QStringLiteral("messageBar"))->text().isEmpty(), goesOn);
        QTRY_COMPARE(second->model().rows().size(), std::size_t{3}); // the curve is whole either way
    }

    void lectureModeShowsChosenPanelsAndLeavesAsItCame()
    {
        const auto one = window();
        one->startRun(tiny());
        one->show();
        QVERIFY(QTest::qWaitForWindowActive(one.get()));
        QTRY_VERIFY(one->model().status().state == SessionState::Holding && one->model().run() &&
                    one->model().run()->network.name == "tiny");
        auto* inspector = one->findChild<QDockWidget*>(QStringLiteral("inspectorDock"));
        const auto* curves = one->findChild<QDockWidget*>(QStringLiteral("curvesDock"));
        const double size = QApplication::font().pointSizeF(), title = curves->widget()->y();
        one->findChild<QAction*>(QStringLiteral("lectureMode"))->trigger();
        QVERIFY(one->lecture().isOn());
        one->lecture().setPanels(one->lecture().panels()); // all together, however low the window is
        QVERIFY(!inspector->isVisible());
        QVERIFY(QApplication::font().pointSizeF() > 1.4 * size);
        QVERIFY(curves->font().pointSizeF() > 1.4 * size); // the titles grow along
        QTRY_VERIFY2(curves->widget()->y() > title,
                     qPrintable(QStringLiteral("%1, %2").arg(title).arg(curves->widget()->y())));
        const Scene scene = one->scene();
        QTest::keyClick(one.get(), Qt::Key_Down);
        QTRY_COMPARE(one->model().status().iteration, std::int64_t(1));
        QTest::keyClick(one.get(), Qt::Key_PageDown);
        QCOMPARE(one->selection().layer(), QStringLiteral("conv1"));
        QTest::keyClick(one.get(), Qt::Key_Space);
        QTRY_COMPARE(one->model().status().state, SessionState::Running);
        QTest::keyClick(one.get(), Qt::Key_Space);
        QTRY_COMPARE(one->model().status().state, SessionState::Holding);
        QTest::keyClick(one.get(), Qt::Key_Escape);
        QVERIFY(!one->lecture().isOn());
        QVERIFY(inspector->isVisible());
        QCOMPARE(QApplication::font().pointSizeF(), size);
        QCOMPARE(curves->font(), QApplication::font());
        QTRY_COMPARE(double(curves->widget()->y()), title);
        QVERIFY(!scene.arrangement.isEmpty());
    }

    /// Its one key must switch it on again at the first press.
    void aSceneEndsTheLecture()
    {
        const auto one = window();
        one->startRun(tiny());
        QTRY_VERIFY(one->model().status().state == SessionState::Holding && one->model().run());
        const Scene scene = one->scene();
        auto* key = one->findChild<QAction*>(QStringLiteral("lectureMode"));
        key->trigger();
        QVERIFY(one->lecture().isOn());
        one->openScene(scene);
        QVERIFY(!one->lecture().isOn());
        QVERIFY(!key->isChecked());
        key->trigger();
        QVERIFY(one->lecture().isOn());
        key->trigger();
        QVERIFY(!one->lecture().isOn());
    }

    void tabShowsTheLecturesViewsOneAfterTheOther()
    {
        const auto one = window();
        one->startRun(tiny());
        one->show();
        QVERIFY(QTest::qWaitForWindowActive(one.get()));
        QTRY_VERIFY(one->model().status().state == SessionState::Holding && one->model().run() &&
                    one->model().run()->network.name == "tiny");
        one->findChild<QAction*>(QStringLiteral("lectureMode"))->trigger();
        one->lecture().setPanels(one->lecture().panels()); // all together, however low the window is
        const auto seen = [&] {
            QStringList names;
            for (const auto* panel : one->findChildren<Panel*>())
                if (panel->inSight())
                    names.append(panel->objectName());
            names.sort();
            return names;
        };
        QTRY_COMPARE(seen(), (QStringList{QStringLiteral("curves"), QStringLiteral("filters")})); // two share a place
        for (const char* alone : {"filters", "activations", "curves"}) {
            QTest::keyClick(one.get(), Qt::Key_Tab);
            QTRY_COMPARE(seen(), QStringList{QString::fromLatin1(alone)});
            QCOMPARE(one->currentPanel()->objectName(), QString::fromLatin1(alone));
        }
        QTest::keyClick(one.get(), Qt::Key_Tab);
        QTRY_COMPARE(seen(), (QStringList{QStringLiteral("curves"), QStringLiteral("filters")}));
        // What a key changes comes into sight.
        QTest::keyClick(one.get(), Qt::Key_PageDown);
        QCOMPARE(one->selection().layer(), QStringLiteral("conv1"));
        QTRY_COMPARE(seen(), (QStringList{QStringLiteral("activations"), QStringLiteral("curves")}));
        one->lecture().setPanels({QStringLiteral("curvesDock")});
        QTRY_COMPARE(seen(), QStringList{QStringLiteral("curves")});
        QTest::keyClick(one.get(), Qt::Key_Period);
        QVERIFY(one->findChild<MessageBar*>()->text().contains(QStringLiteral("Activations")));
        QTest::keyClick(one.get(), Qt::Key_Escape);
        QVERIFY(!one->lecture().isOn());
    }

    void aLowLectureBeginsWithOneView()
    {
        const auto one = window();
        one->resize(1280, 700);
        one->show();
        QVERIFY(QTest::qWaitForWindowActive(one.get()));
        one->findChild<QAction*>(QStringLiteral("lectureMode"))->trigger();
        const auto sees = [&](const char* dock) {
            const auto* found = one->findChild<QDockWidget*>(QString::fromLatin1(dock));
            return found->isVisible() && one->rect().intersects(found->geometry());
        };
        QTRY_VERIFY(sees("filtersDock") && !sees("curvesDock"));
        QCOMPARE(one->lecture().alone(), QStringLiteral("filtersDock"));
        QTest::keyClick(one.get(), Qt::Key_Tab);
        QTRY_VERIFY(sees("activationsDock") && !sees("filtersDock"));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(one.get(), Qt::Key_Tab);
        QTRY_VERIFY(sees("filtersDock") && sees("curvesDock")); // all of them are asked for by Tab
        QTest::keyClick(one.get(), Qt::Key_Escape);
        QTRY_VERIFY(sees("filtersDock") && sees("curvesDock"));
    }

    void theKeysStandAboveTheViews()
    {
        const auto one = window();
        one->show();
        QVERIFY(QTest::qWaitForWindowActive(one.get()));
        auto* keys = one->findChild<QToolBar*>(QStringLiteral("lectureKeys"));
        QVERIFY(keys->isHidden());
        one->findChild<QAction*>(QStringLiteral("lectureMode"))->trigger();
        QTRY_VERIFY(keys->isVisible());
        QVERIFY(one->findChild<QLabel*>(QStringLiteral("lectureKeysText"))->text().contains(QStringLiteral("Tab")));
        QVERIFY(one->findChild<MessageBar*>()->isHidden()); // nothing lies on the curves
        QTest::keyClick(one.get(), Qt::Key_H);
        QVERIFY(keys->isHidden());
        QTest::keyClick(one.get(), Qt::Key_Escape);
        QVERIFY(keys->isHidden());
    }

    void theLectureLeavesTheWindowAsLargeAsItIs()
    {
        const auto one = window();
        one->resize(1280, 720);
        one->show();
        QVERIFY(QTest::qWaitForWindowActive(one.get()));
        QTest::qWait(300); // the default layout has come
        const QSize size = one->size();
        QAction* lecture = one->findChild<QAction*>(QStringLiteral("lectureMode"));
        for (int i = 0; i < 2; ++i) {
            lecture->trigger();
            QTest::qWait(100);
            QCOMPARE(one->size(), size);
        }
        QVERIFY(!one->lecture().isOn());
    }
};

QTEST_MAIN(TestScene)
#include "tst_scene.moc"
