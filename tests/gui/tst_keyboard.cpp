// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"
#include "gui/widgets/message_bar.h"
#include "tests/gui/example_window.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTimer>

#include <set>

using namespace alexscope;
using namespace alexscope::gui;

/// Everything in the window by keyboard alone: a key opens each panel, Tab reaches every control of it and nothing
/// behind another tab, where one stands is seen, and a screen reader has a name for it.
class TestKeyboard : public QObject {
    Q_OBJECT

    example::Window m_shown;

    MainWindow* window() const { return m_shown.window.get(); }
    bool isShown(const QWidget& widget) const
    {
        for (const auto* dock : window()->findChildren<QDockWidget*>())
            if (dock->isAncestorOf(&widget) && !window()->rect().intersects(dock->geometry()))
                return false;
        return widget.isVisible();
    }
    static bool takesTab(const QWidget& widget)
    {
        return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy() && widget.isEnabled();
    }
    /// Those of a part of the window that Tab has to reach.
    std::set<QWidget*> controlsOf(const QWidget& part) const
    {
        std::set<QWidget*> controls;
        for (auto* widget : part.findChildren<QWidget*>())
            if (widget->window() == window() && takesTab(*widget) && isShown(*widget))
                controls.insert(widget);
        return controls;
    }
    static QString nameOf(QWidget& widget)
    {
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }
    static QString described(const QWidget& widget)
    {
        QString path;
        for (const QWidget* at = &widget; at && !at->isWindow(); at = at->parentWidget())
            path.prepend(QStringLiteral("/%1 %2").arg(QLatin1String(at->metaObject()->className()), at->objectName()));
        return path;
    }
    /// All that Tab comes by until it begins again.
    std::set<QWidget*> walked(Qt::Key key) const
    {
        std::set<QWidget*> places;
        for (int steps = 0; steps < 1000; ++steps) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window(), key);
            if (!places.insert(QApplication::focusWidget()).second)
                break;
        }
        return places;
    }
    /// What surrounds a control is part of the picture: a frame may be drawn around it.
    QImage pictureAround(const QWidget& widget) const
    {
        const QRect place(widget.mapTo(window(), QPoint()), widget.size());
        return window()->grab(place.adjusted(-4, -4, 4, 4)).toImage();
    }

    void eachPart() const
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("the window") << QString();
        for (const auto* panel : window()->findChildren<Panel*>())
            QTest::newRow(qPrintable(panel->objectName())) << panel->objectName();
    }
    /// Shows it as its key does.
    const QWidget* opened(const QString& part) const
    {
        if (part.isEmpty())
            return window();
        window()->findChild<QAction*>(part + QStringLiteral("Show"))->trigger();
        auto* panel = window()->findChild<Panel*>(part);
        if (!QTest::qWaitFor([&] { return panel->inSight(); }))
            return nullptr;
        QTest::qWait(50); // until it has refreshed: what there is to reach depends on it
        return panel;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyAppearance(Appearance::Light);
        QVERIFY(m_shown.open());
        window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }
    void cleanupTestCase() { m_shown.window.reset(); }

    void aKeyOpensAPanelAndGoesThere()
    {
        for (const auto* panel : window()->findChildren<Panel*>()) {
            QVERIFY(opened(panel->objectName()));
            const QWidget* focused = QApplication::focusWidget();
            QVERIFY2(controlsOf(*panel).empty() || (focused && (focused == panel || panel->isAncestorOf(focused))),
                     qPrintable(panel->objectName()));
        }
    }

    void tabComesByEveryControl_data() { eachPart(); }
    void tabComesByEveryControl()
    {
        QFETCH(QString, part);
        const QWidget* shown = opened(part);
        QVERIFY(shown);
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            const std::set<QWidget*> places = walked(key);
            for (const QWidget* place : places)
                QVERIFY2(place && isShown(*place), place ? qPrintable(described(*place)) : "nowhere");
            for (QWidget* control : controlsOf(*shown))
                QVERIFY2(places.count(control) > 0, qPrintable(described(*control)));
        }
    }

    /// A question comes while somebody works elsewhere: keys of its own answer it, others do not.
    void aMessageIsAnsweredAndClosedByKeys()
    {
        auto* bar = window()->findChild<MessageBar*>();
        QVERIFY(bar && opened(QStringLiteral("lrn")));
        QWidget* const before = QApplication::focusWidget();
        int accepted = 0, dismissed = 0;
        for (int round = 0; round < 2; ++round) { // a text set anew takes a button's key away
            bar->ask(
                QStringLiteral("Is it so?"), QStringLiteral("It is"), [&] { ++accepted; }, [&] { ++dismissed; });
            QTest::keyClick(window(), Qt::Key_Escape);
            QTest::qWait(200);
            QCOMPARE(accepted + dismissed, round);
            QTest::keyClick(window(), Qt::Key_Return, Qt::AltModifier);
            QTRY_COMPARE(accepted, round + 1); // a button stays down for a moment
            QVERIFY(bar->isHidden());
        }
        bar->ask(
            QStringLiteral("Is it so?"), QStringLiteral("It is"), [&] { ++accepted; }, [&] { ++dismissed; });
        QTest::keyClick(window(), Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_COMPARE(dismissed, 1);
        bar->say(MessageBar::Kind::Warning, QStringLiteral("It is so."));
        QTest::keyClick(window(), Qt::Key_Return, Qt::AltModifier);
        QTest::qWait(200);
        QVERIFY(bar->isVisible());
        QTest::keyClick(window(), Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_VERIFY(bar->isHidden());
        QCOMPARE(accepted, 2);
        QCOMPARE(QApplication::focusWidget(), before);
    }

    /// Where X11's keys hold, a field has Ctrl+E for itself: the end of its line.
    void aFieldLeavesTheKeyOfExportToTheWindow()
    {
        class Greedy : public QLineEdit {
        public:
            using QLineEdit::QLineEdit;
            bool event(QEvent* event) override
            {
                if (event->type() == QEvent::ShortcutOverride)
                    event->accept();
                return QLineEdit::event(event);
            }
        };
        Greedy field(window());
        field.show();
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        bool asked = false;
        QTimer closing;
        connect(&closing, &QTimer::timeout, this, [&] {
            if (QWidget* dialog = QApplication::activeModalWidget()) {
                asked = dialog->objectName() == QLatin1String("exportDialog");
                dialog->close();
            }
        });
        closing.start(20);
        QTest::keyClick(&field, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(asked);
        field.setText(QStringLiteral("words"));
        QTest::keyClick(&field, Qt::Key_Backspace,
                        Qt::ControlModifier); // a word is what it takes away there, not a run
        QVERIFY(field.text().isEmpty());
    }

    void everyControlHasAName_data() { eachPart(); }
    void everyControlHasAName()
    {
        QFETCH(QString, part);
        const QWidget* shown = opened(part);
        QVERIFY(shown);
        QStringList nameless;
        for (QWidget* control : controlsOf(*shown))
            if (nameOf(*control).isEmpty())
                nameless.append(described(*control));
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void theFocusIsSeen_data() { eachPart(); }
    void theFocusIsSeen()
    {
        QFETCH(QString, part);
        const QWidget* shown = opened(part);
        QVERIFY(shown);
        QStringList unseen;
        for (QWidget* control : controlsOf(*shown)) {
            control->setFocus(Qt::TabFocusReason);
            if (!control->hasFocus())
                continue; // its place went to another meanwhile
            QApplication::processEvents();
            const QImage with = pictureAround(*control);
            control->clearFocus();
            QApplication::processEvents();
            if (pictureAround(*control) == with)
                unseen.append(described(*control));
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
