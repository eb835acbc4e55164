// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language.h"
#include "gui/main_window.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/hyper_parameters_panel.h"
#include "gui/run_controls.h"
#include "gui/widgets/pace_slider.h"
#include "gui/widgets/readout_bar.h"
#include "gui/widgets/step_strip.h"
#include "gui/widgets/value_box.h"
#include "tests/core/tiny_run.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace alexscope;
using namespace alexscope::gui;

/// Keys and buttons against the engine on the tiny network of seven layers: conv1 relu1 norm1 pool1 drop1 fc2 prob.
class TestStepping : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    std::vector<SessionEvent> m_events;

    Choices tinyChoices(const QString& network = QStringLiteral("tiny.net")) const
    {
        Choices choices;
        choices.network = m_folder.filePath(network);
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        return choices;
    }
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(QString::fromLatin1(name)); }
    template <typename T>
    T* find(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    const SessionStatus& status() const { return m_window->model().status(); }
    bool holds() const { return status().state == SessionState::Holding && status().pendingCommands == 0; }
    bool holdsBefore(std::int64_t iteration, PieceKind kind, int layer = -1) const
    {
        return holds() && status().iteration == iteration && status().next.kind == kind &&
               status().next.firstLayer == layer;
    }
    StepStrip& strip() const { return m_window->controls().strip(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    QString eventText() const
    {
        QString text;
        for (const SessionEvent& event : m_events)
            text += QStringLiteral("%1 %2\n").arg(event.iteration).arg(QString::fromStdString(event.text));
        return text;
    }
    void showPanel()
    {
        m_window->raisePanel(&m_window->hyperParameters());
        QTRY_VERIFY(m_window->hyperParameters().inSight());
    }

private slots:
    void initTestCase()
    {
        const auto write = [this](const QString& name, const std::string& text) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) > 0;
        };
        std::string text = tiny::networkText; // long enough to be watched, and with two dropout layers
        text.replace(text.find("epochs = 5\n"), 11, "epochs = 100000\n");
        text.insert(text.find("[fc2]"), "[drop2]\ntype = dropout\np = 0.5\n");
        QVERIFY(write(QStringLiteral("tiny.net"), text));
        text.replace(text.find("schedule = plateau"), 18, "schedule = fixed");
        QVERIFY(write(QStringLiteral("fixed.net"), text));
    }
    void init()
    {
        m_language.set(QStringLiteral("en"));
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        m_window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return tiny::data(); }, m_language, false);
        m_events.clear();
        connect(&m_window->bridge(), &SessionBridge::eventArrived, this,
                [this](const SessionEvent& event) { m_events.push_back(event); });
        m_window->startRun(tinyChoices());
        m_window->setWindowState(Qt::WindowNoState); // whatever size the screen pretends to have
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(holds() && m_window->model().run() && m_window->model().run()->network.name == "tiny",
                                 10000);
    }
    void cleanup() { m_window.reset(); }

    void theBarFitsAtTheSmallestSize()
    {
        auto* bar = find<QToolBar>("runBar");
        QTRY_COMPARE(bar->width(), 1280);
        for (const char* name : {"run", "pause", "runUntil", "stepPiece", "stepPass", "stepIteration", "stepEpoch",
                                 "reset", "reseed", "chooseSeed", "pauseDrawing"}) {
            const QWidget* button = bar->widgetForAction(action(name));
            QVERIFY2(button && button->isVisible() && !button->accessibleName().isEmpty(), name);
            QVERIFY2(bar->rect().contains(button->geometry()), name);
            QVERIFY2(button->toolTip().contains(action(name)->shortcut().toString(QKeySequence::NativeText)), name);
        }
        QVERIFY(find<QSlider>("pace")->isVisible() && !find<QSlider>("pace")->accessibleName().isEmpty());
    }

    void keysStep()
    {
        press(Qt::Key_F7);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Forward, 0));
        press(Qt::Key_F7);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Forward, 1));
        press(Qt::Key_F8);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Backward, 7));
        press(Qt::Key_F8);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Update));
        press(Qt::Key_F9);
        QTRY_VERIFY(holdsBefore(1, PieceKind::Load));
        press(Qt::Key_F9, Qt::ShiftModifier);
        QTRY_VERIFY(holdsBefore(7, PieceKind::Load));
        press(Qt::Key_F5); // runs …
        QTRY_VERIFY(status().state == SessionState::Running && status().iteration > 8);
        press(Qt::Key_F5); // … and pauses
        QTRY_VERIFY(holds());
    }

    void theStripSaysWhatWasDoneAndComesNext()
    {
        QCOMPARE(strip().doneText(), QString());
        QCOMPARE(strip().nextText(), QStringLiteral("Next: load a batch"));
        press(Qt::Key_F7);
        QTRY_COMPARE(strip().nextText(), QStringLiteral("Next: conv1 forward"));
        QCOMPARE(strip().doneText(), QStringLiteral("Done: load a batch"));
        press(Qt::Key_F8);
        QTRY_COMPARE(strip().nextText(), QStringLiteral("Next: prob backward"));
        QCOMPARE(strip().doneText(), QStringLiteral("Done: prob forward"));
        QVERIFY(strip().accessibleDescription().contains(QStringLiteral("prob backward")));
        QVERIFY(m_window->readouts().value(QStringLiteral("state")).contains(QStringLiteral("prob backward")));
        press(Qt::Key_F8);
        press(Qt::Key_F7);
        QTRY_COMPARE(strip().doneText(), QStringLiteral("Done: update"));
    }

    void theCursorIsWhereTheStepIs()
    {
        const auto colourAt = [this](PieceKind kind, int layer) {
            const QRect cell = strip().cellRect(kind, layer);
            return strip().grab().toImage().pixelColor(cell.left() + 3, cell.center().y());
        };
        press(Qt::Key_F7);
        press(Qt::Key_F7);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Forward, 1));
        const QColor next = colourAt(PieceKind::Forward, 1), done = colourAt(PieceKind::Forward, 0),
                     open = colourAt(PieceKind::Forward, 2);
        QVERIFY(next != done && done != open && open != next);
        QCOMPARE(colourAt(PieceKind::Load, -1), done);
        QCOMPARE(colourAt(PieceKind::Backward, 1), open);
        press(Qt::Key_F8);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Backward, 7));
        QCOMPARE(colourAt(PieceKind::Forward, 1), done);
        QCOMPARE(colourAt(PieceKind::Forward, 7), done);
        QVERIFY(colourAt(PieceKind::Backward, 7) != open);
        QCOMPARE(colourAt(PieceKind::Update, -1), open);
        press(Qt::Key_F5);
        QTRY_VERIFY(!strip().showsCursor()); // nobody could follow it
        QTRY_COMPARE(strip().nextText(), QStringLiteral("Running"));
        QCOMPARE(colourAt(PieceKind::Forward, 1), open);
        press(Qt::Key_F6);
        QTRY_VERIFY(holds() && strip().showsCursor());
    }

    void aClickRunsToThatPiece_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("layer");
        QTest::newRow("norm1 forward") << static_cast<int>(PieceKind::Forward) << 2;
        QTest::newRow("norm1 backward") << static_cast<int>(PieceKind::Backward) << 2;
        QTest::newRow("update") << static_cast<int>(PieceKind::Update) << -1;
        QTest::newRow("load") << static_cast<int>(PieceKind::Load) << -1;
        QTest::newRow("validate") << static_cast<int>(PieceKind::Validate) << -1;
    }
    void aClickRunsToThatPiece()
    {
        QFETCH(int, kind);
        QFETCH(int, layer);
        const auto wanted = static_cast<PieceKind>(kind);
        const std::int64_t iteration = wanted == PieceKind::Validate ? 4 : wanted == PieceKind::Load ? 1 : 0;
        QTest::mouseClick(&strip(), Qt::LeftButton, {}, strip().cellRect(wanted, layer).center());
        QTRY_VERIFY(holdsBefore(iteration, wanted, layer));
        if (wanted == PieceKind::Validate)
            return;
        QTest::mouseClick(&strip(), Qt::LeftButton, {}, strip().cellRect(wanted, layer).center());
        QTRY_VERIFY(holdsBefore(iteration + 1, wanted, layer)); // the next time it comes
    }

    void theStripAnswersKeys()
    {
        strip().setFocus(Qt::TabFocusReason);
        const auto key = [this](Qt::Key which) { QTest::keyClick(&strip(), which); };
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Right); // Load, conv1, relu1, norm1
        QVERIFY(strip().accessibleDescription().contains(QStringLiteral("norm1 forward")));
        key(Qt::Key_Return);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Forward, 2));
        key(Qt::Key_Down);
        key(Qt::Key_Space);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Backward, 2));
        key(Qt::Key_Left); // below, left is later
        key(Qt::Key_Return);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Backward, 1));
        key(Qt::Key_Home);
        key(Qt::Key_Return);
        QTRY_VERIFY(holdsBefore(1, PieceKind::Load));
    }

    void runUntil_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("iteration");
        QTest::addColumn<int>("kind");
        QTest::newRow("iteration") << "untilIteration" << 9.0 << 9 << static_cast<int>(PieceKind::Load);
        QTest::newRow("epoch") << "untilEpoch" << 1.5 << 10 << static_cast<int>(PieceKind::Load);
        QTest::newRow("error") << "untilError" << 99.9 << 4 << static_cast<int>(PieceKind::Load);
        QTest::newRow("layer") << "untilPiece" << 5.0 << 0 << static_cast<int>(PieceKind::Backward);
    }
    void runUntil()
    {
        QFETCH(QString, box);
        QFETCH(double, value);
        QFETCH(int, iteration);
        QFETCH(int, kind);
        press(Qt::Key_F5, Qt::ShiftModifier);
        auto* popup = find<QDialog>("untilPopup");
        QTRY_VERIFY(popup->isVisible());
        find<QCheckBox>("untilIteration")->setChecked(false);
        if (box == QLatin1String("untilIteration"))
            find<QSpinBox>("untilIterationValue")->setValue(static_cast<int>(value));
        else if (box == QLatin1String("untilEpoch"))
            find<QDoubleSpinBox>("untilEpochValue")->setValue(value);
        else if (box == QLatin1String("untilError"))
            find<QDoubleSpinBox>("untilErrorValue")->setValue(value);
        else {
            find<QComboBox>("untilLayer")->setCurrentText(QStringLiteral("drop2"));
            find<QComboBox>("untilDirection")->setCurrentIndex(1);
            emit find<QComboBox>("untilDirection")->activated(1);
        }
        QVERIFY(m_window->findChild<QCheckBox*>(box)->isChecked()); // who changes a number means it
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY(!popup->isVisible());
        QTRY_VERIFY(holds() && status().iteration == iteration && static_cast<int>(status().next.kind) == kind);
    }

    void escapeRunsNothing()
    {
        press(Qt::Key_F5, Qt::ShiftModifier);
        auto* popup = find<QDialog>("untilPopup");
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QTest::qWait(50);
        QVERIFY(holdsBefore(0, PieceKind::Load));
    }

    void slowMotionByKeys()
    {
        PaceSlider& slow = m_window->controls().slowMotion();
        QCOMPARE(slow.pace(), 0.0);
        QCOMPARE(find<QLabel>("paceValue")->text(), QStringLiteral("off"));
        press(Qt::Key_Minus);
        press(Qt::Key_Minus);
        QTRY_COMPARE(status().slowMotion, 0.1);
        QCOMPARE(slow.pace(), 0.1);
        press(Qt::Key_Plus);
        QTRY_COMPARE(status().slowMotion, 0.05);
        QSignalSpy looks(&m_window->model(), &LiveModel::snapshotChanged);
        press(Qt::Key_F5);
        QTRY_VERIFY(status().iteration == 0 && status().next.kind == PieceKind::Forward &&
                    status().next.firstLayer > 2);
        QVERIFY(strip().showsCursor());
        QVERIFY(looks.size() >= 3); // every piece is shown
        press(Qt::Key_Plus);
        QTRY_COMPARE(status().slowMotion, 0.0);
        QTRY_VERIFY(status().iteration > 20);
        press(Qt::Key_F6);
        QTRY_VERIFY(holds());
        for (int i = 0; i < 30; ++i)
            press(Qt::Key_Minus);
        QTRY_COMPARE(status().slowMotion, 3.0);
    }

    void seeds()
    {
        const std::uint64_t first = m_window->model().run()->spec.seed;
        action("stepIteration")->trigger();
        QTRY_VERIFY(holdsBefore(1, PieceKind::Load));
        press(Qt::Key_F5, Qt::ControlModifier);
        auto* popup = find<QDialog>("seedPopup");
        QTRY_VERIFY(popup->isVisible());
        auto* edit = find<QLineEdit>("seedValue");
        QCOMPARE(edit->text(), QString::number(first));
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("18446744073709551616")); // one too large
        QVERIFY(!find<QPushButton>("seedGo")->isEnabled());
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("18446744073709551615"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(holdsBefore(0, PieceKind::Load) &&
                    m_window->model().run()->spec.seed == std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(action("chooseSeed")->text(), QStringLiteral("Seed 18446744073709551615"));
        action("reset")->trigger();
        QTest::qWait(100);
        QCOMPARE(m_window->model().run()->spec.seed, std::numeric_limits<std::uint64_t>::max());
    }

    void pausedDrawingLeavesTheViewsAlone()
    {
        m_window->raisePanel(&m_window->filters());
        QTRY_VERIFY(m_window->filters().inSight());
        press(Qt::Key_F6, Qt::ControlModifier);
        QVERIFY(action("pauseDrawing")->isChecked());
        QVERIFY(!m_window->filters().inSight());
        press(Qt::Key_F5);
        QTRY_VERIFY(status().iteration > 2 && status().pendingCommands == 0);
        QTest::qWait(100); // what was asked for before has come
        const int before = m_window->filters().refreshCount();
        const auto snapshot = m_window->model().snapshot();
        const auto from = status().iteration;
        QTRY_VERIFY(status().iteration > from + 30);
        QCOMPARE(m_window->filters().refreshCount(), before);
        const auto now = m_window->model().snapshot();
        QVERIFY(now == snapshot || now->parameters.empty()); // nothing is fetched any more
        QTRY_VERIFY(m_window->model().rows().size() > 30);   // no row is lost
        press(Qt::Key_F6, Qt::ControlModifier);
        QTRY_VERIFY(m_window->filters().refreshCount() > before);
        QTRY_VERIFY(m_window->model().snapshot()->parameters.contains("conv1.weight"));
    }

    // ---- Hyper-parameters

    void theBoxesFollowTheEngine()
    {
        showPanel();
        auto* rate = find<ValueBox>("learningRateBox");
        QTRY_COMPARE(rate->value(), 0.05);
        QCOMPARE(find<ValueBox>("momentumBox")->value(), 0.9);
        QCOMPARE(find<ValueBox>("weightDecayBox")->value(), 0.0005);
        QCOMPARE(find<ValueBox>("dropoutBox_drop1")->value(), 0.25);
        QCOMPARE(find<ValueBox>("dropoutBox_drop2")->value(), 0.5);
        QCOMPARE(find<QLabel>("learningRateBoxStart")->text(), QStringLiteral("0.05"));
        QCOMPARE(find<QLabel>("learningRateBoxPaper")->text(), QStringLiteral("0.01"));
        QCOMPARE(find<QLabel>("dropoutBox_drop1Start")->text(), QStringLiteral("0.25"));
        QCOMPARE(find<QLabel>("dropoutBox_drop1Paper")->text(), QStringLiteral("0.5"));
        QSignalSpy asked(&m_window->hyperParameters(), &HyperParametersPanel::editWanted);
        HyperParameterEdit edit; // somebody else
        edit.learningRate = 0.005;
        edit.dropout = 0.75;
        edit.dropoutLayer = "drop2";
        m_window->bridge().edit(edit);
        QTRY_COMPARE(rate->value(), 0.005);
        QTRY_COMPARE(find<ValueBox>("dropoutBox_drop2")->value(), 0.75);
        QCOMPARE(find<ValueBox>("dropoutBox_drop1")->value(), 0.25);
        QCOMPARE(find<QLabel>("dropoutBox_drop2Start")->text(), QStringLiteral("0.5"));
        QCOMPARE(asked.size(), 0);
        action("reset")->trigger();
        QTRY_COMPARE(rate->value(), 0.05);
        QTRY_COMPARE(find<ValueBox>("dropoutBox_drop2")->value(), 0.5);
    }

    void theScheduleIsFollowed()
    {
        showPanel();
        auto* rate = find<ValueBox>("learningRateBox");
        QTRY_COMPARE(rate->value(), 0.05);
        action("run")->trigger(); // plateau with patience 1: it is halved when a validation brings nothing better
        QTRY_VERIFY_WITH_TIMEOUT(status().learningRate < 0.05, 20000);
        action("pause")->trigger();
        QTRY_VERIFY(holds());
        QTRY_COMPARE(rate->value(), status().learningRate);
    }

    void editsReachTheEngineAndAreRecorded()
    {
        m_window->startRun(tinyChoices(QStringLiteral("fixed.net"))); // nobody else changes the learning rate
        showPanel();
        auto* rate = find<ValueBox>("learningRateBox");
        QTRY_VERIFY(m_window->model().run() && holds() && rate->isEnabled());
        action("stepIteration")->trigger();
        QTRY_VERIFY(holdsBefore(1, PieceKind::Load));
        action("run")->trigger();
        QTRY_VERIFY(status().state == SessionState::Running);
        rate->setFocus();
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("0.0125"));
        QTest::qWait(100);
        QCOMPARE(rate->text(), QStringLiteral("0.0125")); // what is being typed stays …
        QCOMPARE(status().learningRate, 0.05);            // … and does not count yet
        QTest::keyClick(rate, Qt::Key_Return);
        QTRY_COMPARE(status().learningRate, 0.0125);
        action("pause")->trigger();
        QTRY_VERIFY(holds());
        QTest::keyClick(rate, Qt::Key_Up); // the ladder
        QTRY_COMPARE(status().learningRate, 0.02);
        QTest::keyClick(rate, Qt::Key_Down);
        QTest::keyClick(rate, Qt::Key_Down);
        QTRY_COMPARE(status().learningRate, 0.005);
        QTest::mouseClick(find<QToolButton>("divideRate"), Qt::LeftButton);
        QTRY_COMPARE(status().learningRate, 0.0005);
        QTest::mouseClick(find<QToolButton>("multiplyRate"), Qt::LeftButton);
        QTest::mouseClick(find<QToolButton>("multiplyRate"), Qt::LeftButton);
        QTRY_COMPARE(status().learningRate, 0.05);
        auto* momentum = find<ValueBox>("momentumBox");
        momentum->setFocus();
        QTest::keyClick(momentum, Qt::Key_Down);
        QTRY_COMPARE(status().momentum, 0.85);
        auto* decay = find<ValueBox>("weightDecayBox");
        decay->setFocus();
        QTest::keyClick(decay, Qt::Key_Up);
        QTRY_COMPARE(status().weightDecay, 0.001);
        const QString text = eventText();
        const QString at = QString::number(status().iteration);
        QVERIFY2(text.contains(QStringLiteral("By hand: learning rate 0.05 becomes 0.0125")), qPrintable(text));
        for (const char* said :
             {"learning rate 0.0125 becomes 0.02", "learning rate 0.01 becomes 0.005",
              "learning rate 0.005 becomes 0.0005", "momentum 0.9 becomes 0.85", "weight decay 0.0005 becomes 0.001"})
            QVERIFY2(text.contains(QStringLiteral("%1 By hand: %2\n").arg(at, QString::fromLatin1(said))),
                     qPrintable(text));
    }

    void dropoutTogetherOrAlone()
    {
        showPanel();
        auto *first = find<ValueBox>("dropoutBox_drop1"), *second = find<ValueBox>("dropoutBox_drop2");
        QTRY_VERIFY(first->isEnabled() && first->value() == 0.25);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Up);
        QTRY_COMPARE(second->value(), 0.3);
        QCOMPARE(status().dropout.at(0).p, 0.3);
        QCOMPARE(status().dropout.at(1).p, 0.3);
        QTRY_VERIFY(m_window->hyperParameters().explanation().contains(QStringLiteral("0.3")));
        find<QCheckBox>("dropoutTogether")->setChecked(false);
        press(Qt::Key_F7); // inside an iteration it waits, but is shown
        QTRY_VERIFY(holdsBefore(0, PieceKind::Forward, 0));
        second->setFocus();
        second->selectAll();
        QTest::keyClicks(second, QStringLiteral("0.8"));
        QTest::keyClick(second, Qt::Key_Return);
        QTRY_COMPARE(status().dropout.at(1).p, 0.8);
        QTest::qWait(100);
        QCOMPARE(second->value(), 0.8);
        QCOMPARE(first->value(), 0.3);
        const auto run = m_window->model().run();
        QCOMPARE(run->network.layers[5].as<DropoutSpec>()->p, 0.3);
        press(Qt::Key_F9);
        press(Qt::Key_F7);
        QTRY_COMPARE(m_window->model().run()->network.layers[5].as<DropoutSpec>()->p, 0.8);
        QVERIFY(m_window->model().initialWeights()); // an edit is no new run
    }

    void theNumbersCanBeExported()
    {
        showPanel();
        QTRY_COMPARE(find<ValueBox>("learningRateBox")->value(), 0.05);
        const Numbers numbers = m_window->hyperParameters().numbers();
        QCOMPARE(numbers.columns.size(), qsizetype(6));
        QCOMPARE(numbers.rows.size(), std::size_t(3));
        QVERIFY(numbers.rows[0] == (std::vector<double>{0, 0.05, 0.9, 0.0005, 0.25, 0.5}));
        QVERIFY(numbers.rows[2] == (std::vector<double>{2, 0.01, 0.9, 0.0005, 0.5, 0.5}));
    }

    void rungs()
    {
        struct Row {
            double from, above, below;
        };
        for (const auto& [from, above, below] :
             {Row{1, 2, 0.5}, Row{0.02, 0.05, 0.01}, Row{5e-5, 1e-4, 2e-5}, Row{0.015, 0.02, 0.01}, Row{0.9, 1, 0.5},
              Row{0, 1e-6, 0}, Row{1e-6, 2e-6, 0}}) {
            QCOMPARE(nextRung(from, true, 1e-6), above);
            QCOMPARE(nextRung(from, false, 1e-6), below);
        }
    }
};

QTEST_MAIN(TestStepping)
#include "tst_stepping.moc"
