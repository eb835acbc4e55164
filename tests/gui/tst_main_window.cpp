// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language.h"
#include "gui/main_window.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/explanation_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/widgets/curve_plot.h"
#include "gui/widgets/diagram_view.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/network_diagram.h"
#include "gui/widgets/readout_bar.h"
#include "tests/gui/sample_run.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

using namespace alexscope;
using namespace alexscope::gui;

class TestMainWindow : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;

    Choices tiny() const
    {
        Choices choices;
        choices.network = m_folder.filePath(QStringLiteral("tiny.net"));
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        return choices;
    }
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(QString::fromLatin1(name)); }
    const SessionStatus& status() const { return m_window->model().status(); }
    bool holdsAt(std::int64_t iteration) const
    {
        return status().state == SessionState::Holding && status().iteration == iteration;
    }
    static bool hasHangul(const QString& text)
    {
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        return hangul.match(text).hasMatch();
    }
    /// Everything somebody can read in the window, by where it stands.
    QMap<QString, QString> visibleTexts() const
    {
        QMap<QString, QString> texts;
        int number = 0;
        const auto take = [&](const QString& where, const QString& text) {
            if (!text.isEmpty())
                texts.insert(
                    QStringLiteral("%1 %2 %3").arg(where).arg(++number, 4, 10, QLatin1Char('0')).arg(QString()), text);
        };
        for (const auto* label : m_window->findChildren<QLabel*>())
            take(QStringLiteral("label ") + label->objectName(), label->text());
        for (const auto* button : m_window->findChildren<QAbstractButton*>())
            take(QStringLiteral("button ") + button->objectName(), button->text());
        for (const auto* one : m_window->findChildren<QAction*>()) {
            take(QStringLiteral("action ") + one->objectName(), one->text());
            take(QStringLiteral("action tip ") + one->objectName(), one->toolTip());
        }
        for (const auto* menu : m_window->findChildren<QMenu*>())
            take(QStringLiteral("menu"), menu->title());
        for (const auto* dock : m_window->findChildren<QDockWidget*>())
            take(QStringLiteral("dock"), dock->windowTitle());
        for (const auto* box : m_window->findChildren<QComboBox*>())
            for (int i = 0; i < box->count(); ++i)
                take(QStringLiteral("item of ") + box->objectName(), box->itemText(i));
        for (const auto* widget : m_window->findChildren<QWidget*>()) {
            if (widget->objectName().startsWith(QLatin1String("Scroll")) ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue; // Qt's own tab bars and docks: its translation speaks there, where it is installed
            take(QStringLiteral("name of ") + widget->objectName(), widget->accessibleName());
            take(QStringLiteral("tip of ") + widget->objectName(), widget->toolTip());
        }
        for (const auto* text : m_window->findChildren<QTextBrowser*>())
            take(QStringLiteral("text"), text->toPlainText());
        return texts;
    }

private slots:
    void initTestCase()
    {
        QFile file(m_folder.filePath(QStringLiteral("tiny.net")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sample::networkText);
    }
    void init()
    {
        m_language.set(QStringLiteral("en"));
        Catalogue catalogue;
        catalogue.add({"cuda", "No driver was found: install one.", nullptr});
        catalogue.add(referenceEntry());
        m_window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, false);
        m_window->startRun(tiny());
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(
            holdsAt(0) && m_window->model().run() && m_window->model().run()->network.name == "tiny", 10000);
    }
    void cleanup() { m_window.reset(); }

    void everyControlHasANameAndATip()
    {
        for (const char* name :
             {"run", "pause", "stepPiece", "stepPass", "stepIteration", "stepEpoch", "reset", "reseed"}) {
            const QAction* found = action(name);
            QVERIFY2(found, name);
            QVERIFY2(!found->shortcut().isEmpty(), name);
            QVERIFY2(found->toolTip().contains(found->shortcut().toString(QKeySequence::NativeText)), name);
        }
        for (const char* name : {"networkBox", "dataBox", "deviceBox", "precisionBox", "filterScale"}) {
            const auto* box = m_window->findChild<QComboBox*>(QString::fromLatin1(name));
            QVERIFY2(box && !box->accessibleName().isEmpty() && !box->toolTip().isEmpty(), name);
        }
        for (const auto* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->objectName().startsWith(QLatin1String("qt_")) || !button->isVisible())
                continue; // Qt's own
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }

    void noTwoMnemonicsAreTheSame()
    {
        QStringList keys;
        for (const QAction* menu : m_window->menuBar()->actions())
            keys.append(QKeySequence::mnemonic(menu->text()).toString());
        for (const char* name : {"networkLabel", "dataLabel", "deviceLabel", "precisionLabel"})
            keys.append(
                QKeySequence::mnemonic(m_window->findChild<QLabel*>(QString::fromLatin1(name))->text()).toString());
        QVERIFY(!keys.contains(QString()));
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }

    void theLogSwitchAnswersItsShortcut()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* button = m_window->findChild<QToolButton*>(QStringLiteral("logarithmic"));
        QVERIFY(!button->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(button->isChecked()); // a shortcut shows the button pressed for a moment
    }

    /// Of "alexnet-small" the minus would slow training down.
    void whatIsTypedIntoAChoiceIsNoShortcut()
    {
        auto* box = m_window->findChild<QComboBox*>(QStringLiteral("networkBox"));
        const auto takes = [box](Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& text) {
            QKeyEvent press(QEvent::ShortcutOverride, key, modifiers, text);
            press.ignore();
            QApplication::sendEvent(box, &press);
            return press.isAccepted();
        };
        QVERIFY(takes(Qt::Key_Minus, Qt::NoModifier, QStringLiteral("-")));
        QVERIFY(!takes(Qt::Key_F5, Qt::NoModifier, {}));
        QVERIFY(!takes(Qt::Key_N, Qt::AltModifier, QStringLiteral("n")));
    }

    void unavailableDevicesAreShownWithTheReason()
    {
        auto* box = m_window->findChild<QComboBox*>(QStringLiteral("deviceBox"));
        const int index = box->findData(QStringLiteral("cuda"));
        QVERIFY(index >= 0);
        QVERIFY(!qobject_cast<QStandardItemModel*>(box->model())->item(index)->isEnabled());
        QCOMPARE(box->itemData(index, Qt::ToolTipRole).toString(), QStringLiteral("No driver was found: install one."));
    }

    void oneIterationAtATime()
    {
        action("stepIteration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(1), 10000);
        QTRY_COMPARE(m_window->model().rows().size(), std::size_t(1));
        const MetricsRow row = m_window->model().rows().front();
        QTRY_VERIFY(m_window->readouts().value(QStringLiteral("iteration")) == QLatin1String("1"));
        QCOMPARE(m_window->readouts().value(QStringLiteral("loss")), QLocale().toString(row.loss, 'f', 3));
        action("stepIteration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(2), 10000);
    }

    void runPauseAndResetRepeatTheSameRun()
    {
        action("run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(status().iteration > 3, 10000);
        QVERIFY(!action("run")->isEnabled());
        action("pause")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(status().state == SessionState::Holding, 10000);
        QTRY_VERIFY(m_window->model().rows().size() > 3);
        const float first = m_window->model().rows()[0].loss, third = m_window->model().rows()[2].loss;
        action("reset")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(0) && m_window->model().rows().empty(), 10000);
        for (int i = 1; i <= 3; ++i) {
            action("stepIteration")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(holdsAt(i), 10000);
        }
        QTRY_COMPARE(m_window->model().rows().size(), std::size_t(3));
        QCOMPARE(m_window->model().rows()[0].loss, first);
        QCOMPARE(m_window->model().rows()[2].loss, third);
    }

    void filtersChangeWhileTraining()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->model().initialWeights() != nullptr, 10000);
        const auto initial = m_window->model().initialWeights();
        action("run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->model().firstWeights()->values != initial->values, 10000);
        QCOMPARE(m_window->model().initialWeights(), initial);
    }

    void theTimerSleepsWhenNothingHappens()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->bridge().isPulling(), 5000);
        action("stepIteration")->trigger();
        QVERIFY(m_window->bridge().isPulling());
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(1), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->bridge().isPulling(), 5000);
    }

    void changingAChoiceInMidRunAsksFirst()
    {
        action("stepIteration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(1), 10000);
        auto* box = m_window->findChild<QComboBox*>(QStringLiteral("precisionBox"));
        box->setCurrentIndex(box->findData(QStringLiteral("auto")));
        emit box->activated(box->currentIndex());
        auto* messages = m_window->findChild<MessageBar*>();
        QVERIFY(messages->text().contains(QStringLiteral("iteration 1")));
        QTest::mouseClick(messages->findChild<QToolButton*>(QStringLiteral("messageClose")), Qt::LeftButton);
        QCOMPARE(box->currentData().toString(), QStringLiteral("fp32"));
        QCOMPARE(status().iteration, std::int64_t(1));
    }

    void anErrorIsAMessageAndTheProgramGoesOn()
    {
        Choices choices = tiny();
        choices.network = m_folder.filePath(QStringLiteral("absent.net"));
        m_window->startRun(choices);
        auto* messages = m_window->findChild<MessageBar*>();
        QVERIFY(messages->text().contains(QStringLiteral("absent.net")));
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>()) // what it says may be about them
            QVERIFY2(!dock->isVisible() || !messages->geometry().intersects(dock->geometry()),
                     qPrintable(dock->objectName()));
        action("stepIteration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(holdsAt(1), 10000);
    }

    void aBarThatComesBesideAMessageDoesNotMakeTheWindowGrow()
    {
        m_window->resize(m_window->minimumSizeHint() + QSize(0, 60));
        auto* messages = m_window->findChild<MessageBar*>();
        messages->say(MessageBar::Kind::Warning, QStringLiteral("Something to read."));
        QTRY_VERIFY(m_window->contentsMargins().bottom() > 0); // it has room below everything
        const QSize before = m_window->size();
        auto* bar = m_window->findChild<QToolBar*>(QStringLiteral("videoBar"));
        QVERIFY(bar->isHidden());
        bar->show();
        QTest::qWait(50);
        QVERIFY(bar->height() + messages->height() > 60); // both do not fit
        QCOMPARE(m_window->size(), before);
        QVERIFY(messages->isVisible());
    }

    void everyTextIsKoreanInKorean()
    {
        QTest::qWait(300);
        const auto english = visibleTexts();
        m_language.set(QStringLiteral("ko"));
        QTest::qWait(300);
        const auto korean = visibleTexts();
        QVERIFY(english.size() > 100);
        static const QRegularExpression hangul(QStringLiteral("[가-힣]")), word(QStringLiteral("[A-Za-z]{2,}"));
        // Names: networks, formats, the data set and the languages themselves.
        static const QRegularExpression names(
            QStringLiteral("^(alexnet.*|caffenet|cifar-quick|lenet5|tiny|tiny\\.net|fp32|bf16|NVIDIA GPU|English|"
                           "kind [0-9]|((conv|relu|fc)[0-9]|prob)|LRN|t-SNE|No driver was found: install "
                           "one\\.|[^A-Za-z]*tiny\\.net)$"));
        for (auto text = korean.begin(); text != korean.end(); ++text)
            QVERIFY2(hangul.match(*text).hasMatch() || !word.match(*text).hasMatch() || names.match(*text).hasMatch(),
                     qPrintable(text.key() + QStringLiteral(": ") + *text));
        m_language.set(QStringLiteral("en"));
        QTest::qWait(300);
        for (const QString& text : visibleTexts())
            QVERIFY2(!hangul.match(text).hasMatch() || text == QStringLiteral("한국어"), qPrintable(text));
    }

    void nothingOfTheDefaultLayoutIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280×720") << QSize(1280, 700); // what a title bar leaves
        QTest::newRow("1600×900") << QSize(1440, 810);
        QTest::newRow("4K at scale 2") << QSize(1728, 972);
    }
    void nothingOfTheDefaultLayoutIsCut()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        action("resetLayout")->trigger();
        QTest::qWait(100);                // until the docks have moved
        QCOMPARE(m_window->size(), size); // it fits
        const auto* view = m_window->findChild<DiagramView*>();
        QVERIFY2(view->diagram().width() <= view->width() && view->diagram().height() <= view->height(),
                 qPrintable(QStringLiteral("%1×%2 in %3×%4")
                                .arg(view->diagram().width())
                                .arg(view->diagram().height())
                                .arg(view->width())
                                .arg(view->height())));
        const auto* loss = m_window->findChild<CurvePlot*>(QStringLiteral("lossPlot"));
        QVERIFY2(loss->axisRect()->height() >= 50, qPrintable(QString::number(loss->axisRect()->height())));
    }

    void whatNobodySeesIsNotExplained()
    {
        m_window->raisePanel(&m_window->activations());
        QTRY_VERIFY(m_window->activations().inSight() && !m_window->filters().inSight());
        m_window->filters().findChild<QComboBox*>(QStringLiteral("filterScale"))->setFocus();
        QVERIFY(m_window->currentPanel() == &m_window->activations());
        QVERIFY(m_window->explanation().explanation().contains(m_window->activations().title()));
        m_window->raisePanel(&m_window->filters());
        m_window->filters().findChild<QComboBox*>(QStringLiteral("filterScale"))->setFocus();
        QVERIFY(m_window->currentPanel() == &m_window->filters());
    }

    void qtSpeaksKoreanToo()
    {
        const QString path = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
        if (!QFileInfo::exists(path + QStringLiteral("/qtbase_ko.qm")))
            QSKIP("Qt's Korean is not installed (qt6-translations-l10n)");
        const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
        QCOMPARE(cancel(), QStringLiteral("Cancel"));
        m_language.set(QStringLiteral("ko"));
        QVERIFY(hasHangul(cancel()));
        QVERIFY(hasHangul(QCoreApplication::translate("QFileDialog", "Directory:")));
        m_language.set(QStringLiteral("en"));
        QCOMPARE(cancel(), QStringLiteral("Cancel"));
    }

    void closingWhileTrainingEndsIt()
    {
        action("run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(status().state == SessionState::Running, 10000);
        QTest::qWait(100);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_window->close());
        m_window.reset();
        qInfo("closed while training in %lld ms", static_cast<long long>(timer.elapsed()));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
