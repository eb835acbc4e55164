// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/class_marks.h"
#include "gui/look/numbers.h"
#include "gui/panels/set_map_panel.h"
#include "gui/widgets/set_map.h"
#include "tests/gui/index_stage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <set>

using namespace alexscope;
using namespace alexscope::gui;

class TestSetMap : public QObject {
    Q_OBJECT

    struct Stage : indexed::Stage {
        SetMapPanel panel{model, selection, indexer, query};

        explicit Stage(SetMapper::Method method = SetMapper::Method::PrincipalComponents)
        {
            panel.resize(900, 460);
            choose(method);
        }
        void choose(SetMapper::Method method)
        {
            panel.findChild<QComboBox*>(QStringLiteral("mapMethod"))->setCurrentIndex(static_cast<int>(method));
        }
        void show()
        {
            open();
            panel.show();
            QTRY_COMPARE(panel.map().places().size(), std::size_t(120));
        }
        QToolButton* button(const char* name) { return panel.findChild<QToolButton*>(QString::fromLatin1(name)); }
    };

    /// A map by itself: nine points in a square of three by three, numbered row by row from below.
    struct Square {
        SetMap map;
        Square()
        {
            map.resize(400, 400);
            std::vector<QPointF> places;
            for (int i = 0; i < 9; ++i)
                places.emplace_back(i % 3, i / 3);
            map.setPoints(places, {0, 1, 2, 0, 1, 2, 0, 1, 2});
            map.show();
        }
        QPoint at(int point) const { return map.onScreen(point).toPoint(); }
    };
    static void drag(SetMap& map, const std::vector<QPoint>& path, Qt::KeyboardModifiers modifiers)
    {
        QTest::mousePress(&map, Qt::LeftButton, modifiers, path.front());
        for (const QPoint& place : path) {
            QMouseEvent move(QEvent::MouseMove, place, map.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(&map, &move);
        }
        QTest::mouseRelease(&map, Qt::LeftButton, modifiers, path.back());
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void placesAreThePrincipalComponents()
    {
        Stage stage;
        stage.show();
        const SetFeatures& features = *stage.indexer.index()->features;
        const auto expected = principalComponents({features.values, features.rows(), 10}, SetMapper::components);
        const auto& places = stage.panel.map().places();
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(places[i], QPointF(expected->at(i, 0), expected->at(i, 1)));
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), std::size_t(120));
        QCOMPARE(numbers.rows[7][2], static_cast<double>(expected->at(7, 0)));
        QCOMPARE(numbers.rows[7][1], 3.0);
        QVERIFY(numbers.tensors.at(0).values->values == features.values);
        QCOMPARE(numbers.tensors.at(0).name, std::string("fc2.features"));
        QVERIFY(stage.panel.explanation().contains(percent(expected->share(0) + expected->share(1))));
    }
    void tSneGoesOnUntilPaused()
    {
        Stage stage(SetMapper::Method::TSne);
        stage.show();
        QTRY_VERIFY(stage.panel.mapper().placedBy() == SetMapper::Method::TSne);
        const int first = stage.panel.mapper().iteration();
        QTRY_VERIFY(stage.panel.mapper().iteration() > first || first == SetMapper::mostIterations);
        stage.button("mapPause")->click();
        QCOMPARE(stage.button("mapPause")->text(), QStringLiteral("Continue"));
        QTRY_VERIFY(!stage.panel.mapper().isBusy());
        const int paused = stage.panel.mapper().iteration();
        QTest::qWait(300);
        QCOMPARE(stage.panel.mapper().iteration(), paused);
        stage.button("mapPause")->click();
        QTRY_COMPARE_WITH_TIMEOUT(stage.panel.mapper().iteration(), SetMapper::mostIterations, 20000);
        QTRY_VERIFY(!stage.panel.mapper().isBusy());
        // The same as all at once, from the same start.
        const PrincipalComponents& principal = *stage.panel.mapper().principal();
        TSne expected({principal.coordinates, principal.count, principal.components}, {});
        expected.iterate(SetMapper::mostIterations);
        QVERIFY(stage.panel.mapper().places() == expected.map());
        QTRY_COMPARE(stage.panel.map().places()[5], QPointF(expected.map()[10], expected.map()[11]));
    }
    void methodsChange()
    {
        Stage stage(SetMapper::Method::TSne);
        stage.show();
        QTRY_VERIFY(stage.panel.mapper().placedBy() == SetMapper::Method::TSne);
        stage.choose(SetMapper::Method::PrincipalComponents);
        QVERIFY(stage.panel.mapper().placedBy() == SetMapper::Method::PrincipalComponents);
        const auto& principal = *stage.panel.mapper().principal();
        QTRY_COMPARE(stage.panel.map().places()[3], QPointF(principal.at(3, 0), principal.at(3, 1)));
        stage.choose(SetMapper::Method::TSne);
        QTRY_VERIFY(stage.panel.mapper().placedBy() == SetMapper::Method::TSne);
    }
    void nothingRunsOutOfSight()
    {
        Stage stage(SetMapper::Method::TSne);
        stage.panel.setOnTop(false);
        stage.open();
        stage.panel.show();
        QTest::qWait(300);
        QCOMPARE(stage.asked, 0);
        stage.panel.setOnTop(true);
        QTRY_VERIFY(stage.panel.mapper().iteration() > 0);
        stage.panel.setOnTop(false);
        QTRY_VERIFY(!stage.panel.mapper().isBusy());
        const int iteration = stage.panel.mapper().iteration();
        QTest::qWait(300);
        QCOMPARE(stage.panel.mapper().iteration(), iteration);
    }
    void aNewerIndexGoesOnFromTheMap()
    {
        Stage stage(SetMapper::Method::TSne);
        stage.show();
        QTRY_VERIFY(stage.panel.mapper().iteration() > 100);
        stage.panel.map().choose({3, 5});
        const auto before = stage.panel.mapper().index();
        stage.model.setStatus(indexed::status(10, SessionState::Running));
        stage.indexer.rebuild();
        QTRY_VERIFY(stage.panel.mapper().index() != before);
        QTRY_VERIFY(stage.panel.mapper().iteration() > 0);
        QCOMPARE(stage.panel.map().chosen(), (std::vector<int>{3, 5})); // the same pictures, the same choice
        QTRY_VERIFY(stage.panel.caption().contains(QStringLiteral("iteration 10")));
    }
    void anotherRunBeginsAnew()
    {
        Stage stage;
        stage.show();
        stage.panel.map().choose({1});
        stage.model.setRun(indexed::description(80, 2));
        QTRY_COMPARE(stage.panel.map().places().size(), std::size_t(80));
        QVERIFY(stage.panel.map().chosen().empty());
    }

    void aClickAsksAndADoubleClickPins()
    {
        Stage stage;
        stage.show();
        SetMap& map = stage.panel.map();
        int alone = -1; // a point that no other hides
        for (int i = 1; i < 120 && alone < 0; ++i)
            alone = map.pointAt(map.onScreen(i)) == i ? i : -1;
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.onScreen(alone).toPoint());
        const int asked = static_cast<int>(stage.query.picture()->index);
        QCOMPARE(map.query(), asked);
        QVERIFY(!stage.query.isPinned());
        QTest::mouseDClick(&map, Qt::LeftButton, {}, map.onScreen(alone).toPoint());
        QTRY_COMPARE(stage.pinned.index(), static_cast<std::ptrdiff_t>(asked));
    }
    void pointingSaysWhichPictureItIs()
    {
        Stage stage;
        stage.show();
        SetMap& map = stage.panel.map();
        const QPointF place = map.onScreen(9);
        QMouseEvent move(QEvent::MouseMove, place, map.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&map, &move);
        QTRY_VERIFY(map.hovered() >= 0);
        const auto* state = stage.panel.findChild<QLabel*>(QStringLiteral("mapState"));
        const QString name = QStringLiteral("noise %1, kind %2").arg(map.hovered()).arg(map.hovered() % 4);
        QVERIFY2(state->text().startsWith(name), qPrintable(state->text()));
    }
    void theLassoListsWhatIsInside()
    {
        Stage stage;
        stage.show();
        SetMap& map = stage.panel.map();
        std::vector<int> expected;
        std::vector<std::int64_t> byClass(4);
        const int middle = map.width() / 2;
        for (int i = 0; i < 120; ++i)
            if (map.onScreen(i).x() < middle) {
                expected.push_back(i);
                ++byClass[static_cast<std::size_t>(i % 4)];
            }
        const int low = map.height() - 2; // points keep a margin
        stage.button("mapLasso")->click();
        drag(map, {QPoint(1, 1), QPoint(middle, 1), QPoint(middle, low), QPoint(1, low)}, {});
        QCOMPARE(map.chosen(), expected);
        QCOMPARE(stage.panel.chosenPictures().rowCount(), static_cast<int>(expected.size()));
        for (int kind = 0; kind < 4; ++kind)
            if (const auto number = byClass[static_cast<std::size_t>(kind)]; number > 0)
                QVERIFY2(stage.panel.chosenText().contains(QStringLiteral("%1 kind %2").arg(number).arg(kind)),
                         qPrintable(stage.panel.chosenText()));
        auto* list = stage.panel.findChild<QAbstractItemView*>(QStringLiteral("mapChosenPictures"));
        QSignalSpy asked(&stage.query, &QueryPicture::changed);
        const QModelIndex second = stage.panel.chosenPictures().index(1);
        emit list->clicked(second);
        QVERIFY(stage.query.picture() == stage.panel.chosenPictures().at(1));
    }
    void choicesAreRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        {
            Stage stage;
            stage.button("mapThumbnails")->setChecked(true);
            stage.panel.save(settings);
        }
        Stage stage(SetMapper::Method::TSne);
        stage.panel.restore(settings);
        QVERIFY(stage.panel.mapper().method() == SetMapper::Method::PrincipalComponents);
        QVERIFY(stage.panel.map().thumbnailsShown());
    }

    // ---- The widget by itself

    void wheelZoomsAroundThePointer()
    {
        Square square;
        const QPointF before = square.map.onScreen(5);
        QWheelEvent wheel(before, square.map.mapToGlobal(before), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        const double apart = QLineF(square.map.onScreen(0), square.map.onScreen(1)).length();
        QApplication::sendEvent(&square.map, &wheel);
        QVERIFY(QLineF(square.map.onScreen(5), before).length() < 0.5);
        QVERIFY(QLineF(square.map.onScreen(0), square.map.onScreen(1)).length() > 1.4 * apart);
        QVERIFY(!square.map.showsAll());
        QTest::keyClick(&square.map, Qt::Key_Home);
        QVERIFY(square.map.showsAll());
        QVERIFY(QLineF(square.map.onScreen(5), before).length() < 0.5);
    }
    void draggingMoves()
    {
        Square square;
        const QPointF before = square.map.onScreen(4);
        drag(square.map, {QPoint(100, 300), QPoint(120, 300), QPoint(150, 280)}, {});
        QVERIFY(QLineF(square.map.onScreen(4), before + QPointF(50, -20)).length() < 0.5);
        QVERIFY(square.map.chosen().empty());
    }
    void shiftAndDragChooses()
    {
        Square square;
        const int gap = 8;                                    // less than the margin
        const QPoint low = square.at(0), high = square.at(4); // points 0, 1, 3, 4
        drag(square.map,
             {low + QPoint(-gap, gap), QPoint(high.x() + gap, low.y() + gap), high + QPoint(gap, -gap),
              QPoint(low.x() - gap, high.y() - gap)},
             Qt::ShiftModifier);
        QCOMPARE(square.map.chosen(), (std::vector<int>{0, 1, 3, 4}));
        QTest::keyClick(&square.map, Qt::Key_Escape);
        QVERIFY(square.map.chosen().empty());
    }
    void arrowsWalkToTheNextPoint()
    {
        Square square;
        QSignalSpy wanted(&square.map, &SetMap::wanted), pinned(&square.map, &SetMap::pinned);
        square.map.setQuery(4);
        QTest::keyClick(&square.map, Qt::Key_Left); // begins at the one asked for
        QCOMPARE(square.map.hovered(), 4);
        QTest::keyClick(&square.map, Qt::Key_Left);
        QCOMPARE(square.map.hovered(), 3);
        QTest::keyClick(&square.map, Qt::Key_Up);
        QCOMPARE(square.map.hovered(), 6);
        QTest::keyClick(&square.map, Qt::Key_Up); // nothing lies there
        QCOMPARE(square.map.hovered(), 6);
        QTest::keyClick(&square.map, Qt::Key_Return);
        QCOMPARE(wanted.at(0).at(0).toInt(), 6);
        QTest::keyClick(&square.map, Qt::Key_P);
        QCOMPARE(pinned.at(0).at(0).toInt(), 6);
    }
    void thirtySixClassesAreTold()
    {
        std::set<std::pair<QRgb, int>> marks;
        for (const QPalette& ground : {QPalette(QColor(240, 240, 240)), QPalette(QColor(40, 40, 40))}) {
            marks.clear();
            for (int label = 0; label < 36; ++label) {
                const ClassMark mark = classMark(label, ground);
                marks.insert({mark.colour.rgb(), static_cast<int>(mark.shape)});
            }
            QCOMPARE(marks.size(), std::size_t(36));
        }
    }
    void fiveThousandPointsAreDrawn()
    {
        SetMap map;
        map.resize(800, 600);
        std::vector<QPointF> places;
        std::vector<int> labels;
        for (int i = 0; i < 5000; ++i) {
            places.emplace_back(std::cos(i * 0.7) * std::sqrt(i), std::sin(i * 0.7) * std::sqrt(i));
            labels.push_back(i % 36);
        }
        map.setPoints(places, labels);
        map.show();
        qint64 slowest = 0;
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer timer;
            timer.start();
            map.setPlaces(places);
            map.repaint();
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("slowest of 10 drawings of 5,000 points: %lld ms", static_cast<long long>(slowest));
        const QImage drawn = map.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int coloured = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x)
                coloured += drawn.pixel(x, y) != drawn.pixel(0, 0);
        QVERIFY2(coloured > 20'000, qPrintable(QString::number(coloured))); // four pixels a point at least
    }
};

QTEST_MAIN(TestSetMap)
#include "tst_set_map.moc"
