// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "gui/dialogs/device_dialog.h"
#include "gui/language.h"
#include "gui/look/paths.h"
#include "gui/main_window.h"
#include "gui/panels/curves_panel.h"
#include "gui/session_actions.h"
#include "gui/widgets/curve_plot.h"
#include "gui/widgets/message_bar.h"
#include "tests/gui/sample_run.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace alexscope;
using namespace alexscope::gui;

class TestRuns : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(QString::fromLatin1(name)); }
    const SessionStatus& status() const { return m_window->model().status(); }
    MessageBar& messages() const { return *m_window->findChild<MessageBar*>(); }
    bool holdsAt(std::int64_t iteration) const
    {
        return status().state == SessionState::Holding && status().iteration == iteration && m_window->model().run() &&
               m_window->model().run()->network.name == "tiny";
    }
    void write(const QString& file, const QByteArray& bytes) const
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    std::unique_ptr<MainWindow> newWindow(bool remember)
    {
        Catalogue catalogue;
        catalogue.add({"cuda", "No driver was found: install one.", nullptr});
        catalogue.add(referenceEntry());
        auto window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, remember);
        window->show();
        return window;
    }
    NewRun recorded(const QString& folder, std::uint64_t seed = 5) const
    {
        NewRun run;
        run.choices = {path("tiny.net"), QStringLiteral("textures"), QStringLiteral("reference"),
                       QStringLiteral("fp32")};
        run.spec = m_window->sessionActions().specFor(run.choices, seed);
        run.spec.recipe.learningRate = 0.02;
        run.folder = folder;
        return run;
    }
    void stepTo(std::int64_t iteration)
    {
        while (status().iteration < iteration) {
            const std::int64_t next = status().iteration + 1;
            action("stepIteration")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(holdsAt(next), 10000);
        }
    }
    void openAndWait(const QString& folder, std::int64_t iteration)
    {
        m_window->sessionActions().open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(iteration) && m_window->sessionActions().recordedIn() == folder, 10000);
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("AlexscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_runs"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(QStringLiteral("settings")));
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        write(path("tiny.net"), sample::networkText);
    }
    void init()
    {
        m_language.set(QStringLiteral("en"));
        m_window = newWindow(false);
        NewRun run = recorded({});
        m_window->sessionActions().begin(run);
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0), 10000);
    }
    void cleanup() { m_window.reset(); }

    void whatSomebodyWouldMissIsAskedAbout()
    {
        SessionActions& actions = m_window->sessionActions();
        QVERIFY(!actions.wouldBeLost()); // nothing has happened
        stepTo(2);
        QVERIFY(!actions.wouldBeLost()); // the seed brings it back in no time
        MetricsRow row = m_window->model().rows().back();
        row.iteration += 1;
        row.seconds = 12;
        m_window->model().appendRows({row});
        QVERIFY(actions.wouldBeLost()); // it has taken a while
        actions.noteSaved();
        QVERIFY(!actions.wouldBeLost()); // a scene was saved
        stepTo(3);
        QVERIFY(actions.wouldBeLost() == (m_window->model().rows().back().seconds >= 10));
    }

    void whatWasChangedByHandIsAskedAbout()
    {
        SessionActions& actions = m_window->sessionActions();
        stepTo(1);
        QVERIFY(!actions.wouldBeLost());
        HyperParameterEdit edit;
        edit.learningRate = 0.5;
        m_window->bridge().edit(edit);
        stepTo(2);
        QTRY_VERIFY(!m_window->model().changes().empty());
        QVERIFY(actions.wouldBeLost());
    }

    void aRecordedRunIsNeverLost()
    {
        const QString folder = path("runs/never-lost");
        m_window->sessionActions().begin(recorded(folder));
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn() == folder, 10000);
        stepTo(1);
        MetricsRow row = m_window->model().rows().back();
        row.seconds = 500;
        m_window->model().appendRows({row});
        QVERIFY(!m_window->sessionActions().wouldBeLost());
    }

    void aRunIsRecordedAndGoesOnWhereItStood()
    {
        const QString folder = path("runs/first");
        m_window->sessionActions().begin(recorded(folder));
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn() == folder, 10000);
        QVERIFY2(m_window->windowTitle().contains(QStringLiteral("recorded in first")),
                 qPrintable(m_window->windowTitle()));
        QVERIFY(action("openRunFolder")->isEnabled());
        stepTo(6);
        const std::vector<MetricsRow> before = m_window->model().rows();
        QCOMPARE(before.size(), std::size_t(6));
        QCOMPARE(before.back().learningRate, 0.02f);
        m_window->close();
        m_window.reset(); // writes the checkpoint

        m_window = newWindow(false);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->model().status().state == SessionState::Holding ||
                                     m_window->model().status().state == SessionState::Failed,
                                 10000);
        openAndWait(folder, 6);
        QTRY_COMPARE(m_window->model().rows().size(), std::size_t(6));
        for (std::size_t i = 0; i < before.size(); ++i)
            QCOMPARE(m_window->model().rows()[i].loss, before[i].loss);
        m_window->curves().refreshNow();
        QCOMPARE(m_window->curves().lossPlot().points(0), 6); // the old curve is on the screen
        stepTo(8);
        const float seventh = m_window->model().rows()[6].loss, eighth = m_window->model().rows()[7].loss;

        // The same run without a break gives the same numbers.
        m_window->sessionActions().begin(recorded({}));
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn().isEmpty(), 10000);
        QVERIFY(!m_window->windowTitle().contains(QStringLiteral("recorded")));
        stepTo(8);
        QCOMPARE(m_window->model().rows()[6].loss, seventh);
        QCOMPARE(m_window->model().rows()[7].loss, eighth);
    }

    void quickChoicesKeepWhatWasChosenByHand()
    {
        QCOMPARE(m_window->model().run()->spec.recipe.learningRate, 0.02);
        Choices choices{path("tiny.net"), QStringLiteral("textures"), QStringLiteral("reference"),
                        QStringLiteral("auto")};
        QCOMPARE(m_window->sessionActions().specFor(choices, 1).recipe.learningRate, 0.02);
        choices.network = QStringLiteral("lenet5");
        QVERIFY(m_window->sessionActions().specFor(choices, 1).recipe == loadNetwork("lenet5").recipe);
    }

    void aRunThatWouldBeLostIsAskedAbout()
    {
        const QString other = path("runs/other");
        m_window->sessionActions().begin(recorded(other));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sessionActions().recordedIn() == other && holdsAt(0), 10000);
        stepTo(2);
        m_window->sessionActions().begin(recorded({})); // what is recorded is not lost: no question
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sessionActions().recordedIn().isEmpty() && holdsAt(0), 10000);
        QCOMPARE(messages().text(), QString());
        stepTo(3);
        m_window->sessionActions().open(other);
        QTRY_VERIFY2(messages().text().contains(QStringLiteral("iteration 3")), qPrintable(messages().text()));
        QTest::mouseClick(messages().findChild<QToolButton*>(QStringLiteral("messageClose")), Qt::LeftButton);
        QVERIFY(holdsAt(3)); // no was no
        m_window->sessionActions().open(other);
        QTRY_VERIFY(!messages().text().isEmpty());
        QTest::mouseClick(messages().findChild<QPushButton*>(QStringLiteral("messageButton")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(2) && m_window->sessionActions().recordedIn() == other, 10000);
    }

    void aFolderThatIsNoRunCostsNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no run") << QByteArray() << QStringLiteral("no run.json");
        QTest::newRow("not JSON") << QByteArray("{\"seed\": ") << QStringLiteral("run.json");
        QTest::newRow("not a run") << QByteArray("{}") << QStringLiteral("networkText");
        QTest::newRow("no network")
            << QByteArray(R"({"networkText": "nonsense", "data": "textures", "recipe": {}, "seed": 1})")
            << QStringLiteral("network.net");
        QByteArray gone =
            QByteArray(R"({"networkText": "TEXT", "data": "folder:/nowhere/at/all", "recipe": {}, "seed": 1})");
        gone.replace("TEXT", QByteArray(sample::networkText).replace("\n", "\\n"));
        QTest::newRow("data gone") << gone << QStringLiteral("/nowhere/at/all");
    }
    void aFolderThatIsNoRunCostsNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        stepTo(2);
        const QString folder = path("broken");
        QDir().mkpath(folder);
        QFile::remove(folder + QStringLiteral("/run.json"));
        if (!json.isEmpty())
            write(folder + QStringLiteral("/run.json"), json);
        messages().dismiss();
        m_window->sessionActions().open(folder);
        QTRY_VERIFY2(messages().text().contains(says), qPrintable(messages().text()));
        QVERIFY2(messages().text().endsWith(QLatin1Char('.')), qPrintable(messages().text()));
        QVERIFY(holdsAt(2)); // the run under way goes on
        stepTo(3);
    }

    void weightsAreSaved()
    {
        stepTo(1);
        action("saveWeights")->trigger();
        auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("saveWeightsDialog"));
        QVERIFY(dialog);
        const QString file = path("saved.safetensors");
        emit dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(messages().text().contains(file), 10000);
        const WeightsFile weights = openWeights(toPath(file));
        QCOMPARE(QString::fromStdString(weights.network.name), QStringLiteral("tiny"));
        const auto values = weights.file.readFloats(weights.file.require("conv1.weight"));
        QTRY_VERIFY(m_window->model().snapshot() && m_window->model().snapshot()->iteration == 1);
        QVERIFY(m_window->model().firstWeights()->values == values);
        // What was saved may be given up without a question.
        messages().dismiss();
        m_window->sessionActions().begin(recorded({}));
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0), 10000);
        // Where nothing can be written the window says why.
        action("saveWeights")->trigger();
        dialog = m_window->findChild<QFileDialog*>(QStringLiteral("saveWeightsDialog"));
        emit dialog->fileSelected(QStringLiteral("/proc/nowhere/weights.safetensors"));
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(messages().text().contains(QStringLiteral("/proc/nowhere")), 10000);
    }

    void recentRunsAreRememberedAndMissingOnesAreOff()
    {
        QSettings().clear();
        const QString kept = path("runs/kept"), gone = path("runs/gone");
        m_window = newWindow(true);
        for (const QString& folder : {kept, gone}) {
            m_window->sessionActions().begin(recorded(folder));
            QTRY_VERIFY2_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn() == folder,
                                      qPrintable(messages().text()), 10000);
            stepTo(4);
        }
        m_window.reset();
        QVERIFY(QDir(gone).removeRecursively());
        m_window = newWindow(true);
        QTRY_VERIFY(m_window->model().run() || m_window->model().status().state == SessionState::Failed);
        QCOMPARE(m_window->sessionActions().recentRuns().folders(), QStringList({gone, kept}));
        auto* menu = m_window->findChild<QMenu*>(QStringLiteral("recentRuns"));
        QVERIFY(menu->isEnabled());
        emit menu->aboutToShow();
        QTRY_VERIFY(!menu->actions().value(0)->isEnabled()); // greyed, and says why
        QVERIFY2(menu->actions()[0]->toolTip().contains(gone), qPrintable(menu->actions()[0]->toolTip()));
        QAction* first = menu->actions().value(1);
        QVERIFY2(first->isEnabled() &&
                     first->text().startsWith(QStringLiteral("tiny on Textures (built in), iteration 4, ")),
                 qPrintable(first->text()));
        first->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(4) && m_window->sessionActions().recordedIn() == kept, 10000);
        QCOMPARE(m_window->sessionActions().recentRuns().folders().first(), kept);
    }

    void theRecentListIsBounded()
    {
        RecentRuns recent;
        for (int i = 0; i < 30; ++i)
            recent.add(path("r") + QString::number(i));
        QCOMPARE(recent.folders().size(), 10);
        recent.add(path("r25"));
        QCOMPARE(recent.folders().size(), 10);
        QCOMPARE(recent.folders().first(), path("r25"));
    }

    void aLongRunIsSummarisedByItsEnd()
    {
        const QString folder = path("long");
        RunSpec spec;
        spec.networkText = sample::networkText;
        spec.data = "textures";
        RunFolder run = RunFolder::create(toPath(folder), spec);
        for (int i = 1; i <= 5000; ++i)
            run.append(sample::row(i, 2, 1));
        run.flush();
        QCOMPARE(summariseRun(folder).iteration, std::int64_t(5000));
        QFile file(folder + QStringLiteral("/metrics.csv"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("5001,0.1,2.3"); // a line cut off by a crash does not count
        file.close();
        QCOMPARE(summariseRun(folder).iteration, std::int64_t(5000));
        QCOMPARE(summariseRun(folder).fault, QString());
    }

    void resettingARecordedRunSaysThatItIsNotRecordedAnyMore()
    {
        const QString folder = path("runs/reset");
        m_window->sessionActions().begin(recorded(folder));
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn() == folder, 10000);
        stepTo(2);
        action("reset")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->sessionActions().recordedIn().isEmpty(), 10000);
        QVERIFY(!action("openRunFolder")->isEnabled());
        openAndWait(folder, 2); // what was learned is still there
    }

    void devicesSayWhatTheyAreAndWhyNot()
    {
        action("devices")->trigger();
        auto* dialog = m_window->findChild<DeviceDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY2(dialog->text().contains(QStringLiteral("No driver was found: install one.")),
                     qPrintable(dialog->text()));
        QVERIFY(dialog->text().contains(QStringLiteral("plain loops, one thread")));
        QVERIFY(dialog->text().contains(QStringLiteral("what “Automatic” chooses here")));
        QVERIFY(dialog->text().contains(QStringLiteral("fp32. ")));
    }

    void everyActionHasAnOwnShortcut()
    {
        QMap<QString, QString> taken;
        for (const auto* one : m_window->findChildren<QAction*>()) {
            if (one->shortcut().isEmpty())
                continue;
            const QString key = one->shortcut().toString();
            QVERIFY2(!taken.contains(key),
                     qPrintable(key + QLatin1Char(' ') + taken.value(key) + QLatin1Char(' ') + one->objectName()));
            taken.insert(key, one->objectName());
        }
        for (const char* name : {"newRun", "openRun", "saveWeights", "openRunFolder", "openPicture", "pastePicture",
                                 "previousPicture", "nextPicture", "devices"})
            QVERIFY2(action(name)->toolTip().contains(action(name)->shortcut().toString(QKeySequence::NativeText)),
                     name);
    }
};

QTEST_MAIN(TestRuns)
#include "tst_runs.moc"
