// SPDX-License-Identifier: GPL-3.0-or-later
#include "driven_program.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace alexscope::tests;

/// One session from the first start to the reopened scene, with mouse and keyboard only. The functions are its chapters
/// and run in this order; each leaves the program as the next one needs it.
/// ALEXSCOPE_DRIVEN_PICTURES, when set, names a folder that gets a picture of the screen after each chapter.
class TestDrivenSession : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<DrivenProgram> m_program;
    QImage m_before; ///< of the screen, when the chapter began
    int m_savedIteration = 0;

    QString path(const char* name) const { return m_home.filePath(QString::fromLatin1(name)); }
    int iteration() { return m_program->state()[QLatin1String("iteration")].toInt(); }
    bool stateIs(const char* wanted) { return m_program->waitForState(QString::fromLatin1(wanted)); }
    /// Waits until a widget looks different from `before`.
    bool changes(const char* widget, const QImage& before)
    {
        return m_program->waitUntil(
            [&](const QJsonObject&) { return m_program->pictureOf(QString::fromLatin1(widget)) != before; });
    }
    /// Opens the box and types the beginning of a name, which has to come quickly: on a busy machine more than once.
    bool choosesNetwork(const QString& typed, const QString& name)
    {
        for (int tries = 0; tries < 4; ++tries) {
            if (!m_program->clickWidget(QStringLiteral("networkBox")))
                return false;
            QTest::qWait(300); // until the list is open
            m_display->type(typed);
            m_display->key(QStringLiteral("Return"));
            const auto chosen = [&](const QJsonObject& now) {
                return now[QLatin1String("network")] == name && now[QLatin1String("state")] == QLatin1String("holding");
            };
            if (m_program->waitUntil(chosen, 6'000))
                return true;
        }
        return false;
    }
    void answerFileDialog(const QString& dialog, const QString& file)
    {
        QVERIFY(m_program->waitUntil(
            [&](const QJsonObject& now) { return now[QLatin1String("widgets")].toObject().contains(dialog); }));
        QTest::qWait(300); // until the window manager has given it the keyboard
        m_display->key(QStringLiteral("ctrl+a"));
        m_display->type(file);
        m_display->key(QStringLiteral("Return"));
    }
    /// Scrolls the tabs of the centre until this one is in sight; where it is then.
    QRect tabInSight(const QString& title)
    {
        static const QStringList elsewhere{QStringLiteral("Inspector"), QStringLiteral("Hyper-parameters")};
        for (int tries = 0; tries < 20 && !elsewhere.contains(title); ++tries) {
            const QRect left = m_program->widget(QStringLiteral("ScrollLeftButton")),
                        right = m_program->widget(QStringLiteral("ScrollRightButton"));
            if (right.isEmpty()) // all of them have room
                break;
            const int middle = m_program->tab(title).center().x();
            const bool hiddenLeft = middle < m_program->widget(QStringLiteral("networkDock")).right();
            if (!hiddenLeft && middle < left.left())
                break;
            m_display->click((hiddenLeft ? left : right).center());
            QTest::qWait(100);
        }
        return m_program->tab(title);
    }
    static bool hasHangul(const QString& text)
    {
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        return hangul.match(text).hasMatch();
    }

private slots:
    void initTestCase()
    {
        if (const QStringList missing = VirtualDisplay::missingPrograms(); !missing.isEmpty())
            QSKIP(qPrintable(QStringLiteral("not installed: ") + missing.join(QStringLiteral(", "))));
        m_display = std::make_unique<VirtualDisplay>(1600, 1000);
        QVERIFY(!m_display->name().isEmpty());
        QElapsedTimer timer;
        timer.start();
        m_program = std::make_unique<DrivenProgram>(*m_display, m_home.path());
        QVERIFY(m_program->waitUntil([](const QJsonObject& now) {
            return now[QLatin1String("widgets")].toObject().contains(QLatin1String("mainWindow"));
        }));
        qInfo("the window was there after %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(stateIs("holding"));
        const QJsonObject now = m_program->state(); // nothing is remembered yet: the trained example
        QVERIFY(now[QLatin1String("shown")].toBool());
        QVERIFY(now[QLatin1String("iteration")].toInt() > 0);
        const QJsonObject widgets = now[QLatin1String("widgets")].toObject();
        QVERIFY(widgets[QLatin1String("messageText")].toObject()[QLatin1String("text")].toString().contains(
            QLatin1String("Press Run to train your own")));
    }
    void init()
    {
        if (!m_display)
            QSKIP("without a display there is nothing to drive");
        QVERIFY2(m_program->isRunning(), qPrintable(m_program->errors()));
        m_before = m_display->picture();
    }
    void cleanup()
    {
        const QString folder = qEnvironmentVariable("ALEXSCOPE_DRIVEN_PICTURES");
        if (!folder.isEmpty() && m_display)
            m_display->picture().save(
                QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(QTest::currentTestFunction())));
    }

    void chooseNetworkAndData()
    {
        QVERIFY(choosesNetwork(QStringLiteral("cifar-q"), QStringLiteral("cifar-quick")));
        QVERIFY(m_display->picture() != m_before);
        QVERIFY(choosesNetwork(QStringLiteral("alexnet-s"), QStringLiteral("alexnet-small")));
        const QJsonObject widgets = m_program->state()[QLatin1String("widgets")].toObject();
        QVERIFY(!widgets[QLatin1String("dataBox")].toObject()[QLatin1String("value")].toString().isEmpty());
    }

    void run()
    {
        const QImage filters = m_program->pictureOf(QStringLiteral("filterTiles"));
        QVERIFY(!filters.isNull());
        QVERIFY(m_program->clickWidget(QStringLiteral("run")));
        QVERIFY(stateIs("running"));
        QVERIFY(
            m_program->waitUntil([](const QJsonObject& now) { return now[QLatin1String("iteration")].toInt() > 5; }));
        QVERIFY(changes("filterTiles", filters));
    }

    void pause()
    {
        QVERIFY(m_program->clickWidget(QStringLiteral("pause")));
        QVERIFY(stateIs("holding"));
        const int held = iteration();
        QTest::qWait(500);
        QCOMPARE(iteration(), held);
        QVERIFY(m_display->picture() != m_before);
    }

    void stepThroughOneIterationLayerByLayer()
    {
        // To the beginning of an iteration first: the pause may have come anywhere in one.
        m_display->key(QStringLiteral("F9"));
        QVERIFY(m_program->waitUntil([](const QJsonObject& now) {
            return now[QLatin1String("state")] == QLatin1String("holding") &&
                   now[QLatin1String("next")] == QLatin1String("load");
        }));
        const int first = iteration();
        QStringList pieces;
        int lastLayer = -1;
        QImage screen = m_display->picture();
        while (iteration() == first) {
            const QJsonObject before = m_program->state();
            const QString piece = before[QLatin1String("next")].toString();
            const int layer = before[QLatin1String("nextLayer")].toInt();
            if (!pieces.isEmpty() && pieces.last() == piece) {
                if (piece == QLatin1String("forward"))
                    QCOMPARE(layer, lastLayer + 1);
                if (piece == QLatin1String("backward"))
                    QCOMPARE(layer, lastLayer - 1);
            } else {
                pieces.append(piece);
            }
            lastLayer = layer;
            m_display->key(QStringLiteral("F7"));
            QVERIFY(m_program->waitUntil([&](const QJsonObject& now) {
                return now[QLatin1String("state")] == QLatin1String("holding") &&
                       (now[QLatin1String("next")] != piece || now[QLatin1String("nextLayer")].toInt() != layer);
            }));
            QVERIFY2(m_program->waitUntil([&](const QJsonObject&) { return m_display->picture() != screen; }),
                     qPrintable(piece));
            screen = m_display->picture();
        }
        QCOMPARE(pieces, (QStringList{QStringLiteral("load"), QStringLiteral("forward"), QStringLiteral("backward"),
                                      QStringLiteral("update")}));
        QCOMPARE(iteration(), first + 1);
    }

    void openEachView()
    {
        const QJsonObject tabs = m_program->state()[QLatin1String("tabs")].toObject();
        QVERIFY(tabs.size() >= 3);
        for (const QString& title : tabs.keys()) {
            const QRect place = tabInSight(title);
            if (place.isEmpty())
                continue;
            m_display->click(place.center());
            QVERIFY2(m_program->waitUntil([&](const QJsonObject& now) {
                const QJsonObject widgets = now[QLatin1String("widgets")].toObject();
                return std::any_of(widgets.begin(), widgets.end(), [&](const QJsonValue& widget) {
                    return widget.toObject()[QLatin1String("name")] == title;
                });
            }),
                     qPrintable(title));
            QTest::qWait(300);
            if (const QString folder = qEnvironmentVariable("ALEXSCOPE_DRIVEN_PICTURES"); !folder.isEmpty())
                m_display->picture().save(QStringLiteral("%1/view-%2.png").arg(folder, title));
        }
        QVERIFY(m_display->picture() != m_before);
    }

    void switchToKorean()
    {
        QVERIFY(m_program->clickMenu(QStringLiteral("&View")));
        QVERIFY(m_program->clickMenu(QStringLiteral("&Language")) || m_program->clickMenu(QStringLiteral("Language")));
        QVERIFY(m_program->clickMenu(QStringLiteral("language_ko")));
        QVERIFY(m_program->waitUntil([](const QJsonObject& now) {
            const QStringList tabs = now[QLatin1String("tabs")].toObject().keys();
            return std::any_of(tabs.begin(), tabs.end(), hasHangul);
        }));
        QVERIFY(m_display->picture() != m_before);
    }

    void exportAFigure()
    {
        m_display->key(QStringLiteral("alt+1"));
        QTest::qWait(300);
        m_display->key(QStringLiteral("ctrl+e"));
        answerFileDialog(QStringLiteral("exportDialog"), path("figure.png"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("figure.png")), 10'000);
        const QImage figure(path("figure.png"));
        QVERIFY(figure.width() > 300 && figure.height() > 200);
    }

    void saveTheScene()
    {
        m_savedIteration = iteration();
        m_display->key(QStringLiteral("ctrl+alt+s"));
        answerFileDialog(QStringLiteral("saveSceneDialog"), path("lecture.alexscene"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("lecture.alexscene")), 10'000);
    }

    void close()
    {
        m_display->key(QStringLiteral("ctrl+q"));
        QCOMPARE(m_program->waitForEnd(), 0);
        m_program = std::make_unique<DrivenProgram>(*m_display, m_home.path());
        QVERIFY(stateIs("holding"));
        QCOMPARE(iteration(), 0);
        QVERIFY(!m_program->state()[QLatin1String("shown")].toBool()); // not the first start any more
    }

    void reopenTheScene()
    {
        m_display->key(QStringLiteral("ctrl+alt+o"));
        answerFileDialog(QStringLiteral("openSceneDialog"), path("lecture.alexscene"));
        QVERIFY(m_program->waitUntil(
            [&](const QJsonObject& now) {
                return now[QLatin1String("iteration")].toInt() == m_savedIteration &&
                       now[QLatin1String("state")] == QLatin1String("holding");
            },
            120'000));
        const QJsonObject now = m_program->state();
        QCOMPARE(now[QLatin1String("network")].toString(), QStringLiteral("alexnet-small"));
        const QStringList tabs = now[QLatin1String("tabs")].toObject().keys();
        QVERIFY(std::any_of(tabs.begin(), tabs.end(), hasHangul)); // the language is remembered
        m_display->key(QStringLiteral("ctrl+q"));
        QCOMPARE(m_program->waitForEnd(), 0);
        m_program =
            std::make_unique<DrivenProgram>(*m_display, m_home.path()); // for cleanup's question whether it runs
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_display.reset();
    }
};

QTEST_GUILESS_MAIN(TestDrivenSession)
#include "tst_driven_session.moc"
