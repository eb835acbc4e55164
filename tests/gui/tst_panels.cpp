// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "gui/look/numbers.h"
#include "gui/panels/curves_panel.h"
#include "gui/panels/explanation_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/predictions_panel.h"
#include "gui/widgets/label_room.h"
#include "gui/widgets/prediction_card.h"
#include "gui/widgets/readout_bar.h"
#include "gui/widgets/tile_view.h"
#include "tests/gui/sample_run.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// Of all widgets, from now on.
class LayoutRequests : public QObject {
public:
    LayoutRequests() { qApp->installEventFilter(this); }
    QStringList of; ///< who asked

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            of +=
                QStringLiteral("%1 %2").arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName());
        return false;
    }
};

} // namespace

class TestPanels : public QObject {
    Q_OBJECT

    struct Stage {
        LiveModel model;
        Selection selection;
        Stage()
        {
            model.setRun(sample::description());
            model.setStatus(sample::holding(0));
        }
    };

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void hiddenPanelsOnlyBecomeStale()
    {
        Stage stage;
        FiltersPanel panel(stage.model, stage.selection);
        stage.model.setSnapshot(sample::snapshot(1, 0, 0.1f));
        QTest::qWait(50);
        QCOMPARE(panel.refreshCount(), 0); // never shown
        panel.show();
        QTRY_COMPARE(panel.refreshCount(), 1);
        panel.setOnTop(false); // behind another tab
        for (std::uint64_t serial = 2; serial < 6; ++serial)
            stage.model.setSnapshot(sample::snapshot(serial, 1, 0.1f));
        QTest::qWait(50);
        QCOMPARE(panel.refreshCount(), 1);
        panel.setOnTop(true);
        QTRY_COMPARE(panel.refreshCount(), 2);
        panel.invalidate();
        panel.invalidate();
        QTest::qWait(50);
        QCOMPARE(panel.refreshCount(), 3); // two calls, one refresh
    }

    void readoutsShowTheRow()
    {
        Stage stage;
        ReadoutBar bar(stage.model);
        QCOMPARE(bar.value(QStringLiteral("loss")), noValue());
        QCOMPARE(bar.value(QStringLiteral("validationError")), noValue());
        QCOMPARE(bar.value(QStringLiteral("speed")), noValue());
        stage.model.appendRows({sample::row(1, 2.3f, 0.875f, 0.9f), sample::row(2, 1.23456f, 0.75f)});
        SessionStatus status = sample::holding(1240);
        status.picturesPerSecond = 412.4;
        status.secondsLeft = 75;
        stage.model.setStatus(status);
        QCOMPARE(bar.value(QStringLiteral("iteration")), QStringLiteral("1,240"));
        QCOMPARE(bar.value(QStringLiteral("epoch")), QStringLiteral("155.00"));
        QCOMPARE(bar.value(QStringLiteral("loss")), QStringLiteral("1.235"));
        QCOMPARE(bar.value(QStringLiteral("trainingError")), QStringLiteral("75.00 %"));
        QCOMPARE(bar.value(QStringLiteral("validationError")),
                 QStringLiteral("90.00 %")); // held from the last validation
        QCOMPARE(bar.value(QStringLiteral("learningRate")), QStringLiteral("0.01"));
        QCOMPARE(bar.value(QStringLiteral("speed")), QStringLiteral("412"));
        QCOMPARE(bar.value(QStringLiteral("timeLeft")), QStringLiteral("1:15"));
        stage.model.restartRows();
        QCOMPARE(bar.value(QStringLiteral("loss")), noValue());
    }

    void theStateSaysWhatComesNext()
    {
        Stage stage;
        ReadoutBar bar(stage.model);
        SessionStatus status = sample::holding(3);
        status.next = {PieceKind::Backward, 1, 1, 2};
        stage.model.setStatus(status);
        QVERIFY2(bar.value(QStringLiteral("state")).contains(QStringLiteral("relu1–conv2 backward")),
                 qPrintable(bar.value(QStringLiteral("state"))));
    }

    void narrowWindowsLeaveWholeNumbersOut()
    {
        Stage stage;
        QWidget window;
        ReadoutBar bar(stage.model, &window);
        bar.resize(2000, 24);
        window.show();
        QVERIFY(bar.findChild<QLabel*>(QStringLiteral("learningRate"))->isVisible());
        bar.resize(520, 24);
        QApplication::processEvents();
        QVERIFY(!bar.findChild<QLabel*>(QStringLiteral("learningRate"))->isVisible());
        QVERIFY(bar.findChild<QLabel*>(QStringLiteral("loss"))->isVisible());
        for (const auto* label : bar.findChildren<QLabel*>())
            QVERIFY2(!label->isVisible() || label->width() >= label->minimumSizeHint().width() ||
                         label->objectName() == QLatin1String("state"),
                     qPrintable(label->objectName()));
    }

    /// The lecture mode makes all type larger for a while.
    void numbersComeBackWithSmallerType()
    {
        Stage stage;
        QWidget window;
        ReadoutBar bar(stage.model, &window);
        bar.resize(2000, 40); // all of them
        window.show();
        bar.resize(bar.layout()->minimumSize().width() + 20, 40);
        const auto* rate = bar.findChild<QLabel*>(QStringLiteral("learningRate"));
        QVERIFY(rate->isVisible());
        const QFont usual = bar.font();
        QFont large = usual;
        large.setPointSizeF(1.5 * usual.pointSizeF());
        bar.setFont(large);
        QTRY_VERIFY(!rate->isVisible());
        bar.setFont(usual);
        QTRY_VERIFY(rate->isVisible());
    }

    void aTextThatChangesLaysNothingOutAnew()
    {
        QWidget window;
        QHBoxLayout layout(&window);
        LabelRoom room(new QLabel);
        layout.addWidget(&room);
        room.reserve(QStringLiteral("000,000"));
        window.show();
        QApplication::processEvents();
        LayoutRequests requests;
        for (const char* text : {"1", "12,345", ""})
            room.setText(QString::fromLatin1(text));
        QApplication::processEvents();
        QVERIFY2(requests.of.isEmpty(), qPrintable(requests.of.join(QLatin1Char(','))));
        const QString longer = QStringLiteral("a text that needs more room than was kept");
        room.setText(longer);
        QApplication::processEvents();
        QVERIFY(!requests.of.isEmpty());
        QVERIFY(room.label().width() >= room.label().fontMetrics().horizontalAdvance(longer));
    }

    void aNumberCanBeSelectedUnderTheMouse()
    {
        LabelRoom room(new QLabel);
        room.setSelectable(true);
        room.setText(QStringLiteral("12,345"));
        QVERIFY(!room.label().textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QApplication::sendEvent(&room, &enter);
        QVERIFY(room.label().textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        room.label().setSelection(0, 2);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&room, &leave);
        QCOMPARE(room.label().selectedText(), QStringLiteral("12")); // what is selected stays so
        room.setText(QStringLiteral("12,346"));
        QApplication::sendEvent(&room, &leave);
        QVERIFY(!room.label().textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    }

    void aNewPictureLaysNothingOutAnew()
    {
        Stage stage;
        FiltersPanel filters(stage.model, stage.selection);
        InspectorPanel inspector(stage.model, stage.selection);
        for (Panel* panel : {static_cast<Panel*>(&filters), static_cast<Panel*>(&inspector)}) {
            panel->resize(700, 400);
            panel->show();
        }
        const auto show = [&](std::uint64_t serial, std::int64_t iteration) {
            stage.model.setSnapshot(sample::snapshot(serial, iteration, serial % 2 ? 0.1f : 0.12345f));
            filters.refreshNow();
            inspector.refreshNow();
            QApplication::processEvents();
        };
        int quiet = 0; // in a row: at first numbers take the room they need, and some of them are computed elsewhere
        QString last;
        for (int serial = 1; serial <= 40 && quiet < 4; ++serial) {
            LayoutRequests requests;
            show(static_cast<std::uint64_t>(serial), 1000 + serial);
            quiet = requests.of.isEmpty() ? quiet + 1 : 0;
            if (quiet == 0)
                last = requests.of.join(QLatin1Char(','));
        }
        QVERIFY2(quiet == 4, qPrintable(last));
    }

    void filtersShowTheWeights()
    {
        Stage stage;
        FiltersPanel panel(stage.model, stage.selection);
        panel.resize(700, 300);
        panel.show();
        stage.model.setSnapshot(sample::snapshot(1, 0, 0.1f));
        auto later = sample::snapshot(2, 7, 0.1f);
        auto changed = sample::weights(0.1f);
        changed->at(17, 0, 2, 3) = 0.5f; // red, the largest of the layer, now and at the start
        changed->at(17, 1, 2, 3) = -0.5f;
        changed->at(17, 2, 2, 3) = 0;
        later->parameters["conv1.weight"].values = changed;
        stage.model.setSnapshot(later);
        panel.refreshNow();
        const TileSheet& sheet = panel.tiles().sheet();
        QCOMPARE(sheet.count, 32);
        QCOMPARE(sheet.columns, 16);
        const ImageView view = sheet.image;
        const std::uint8_t* pixel = view.pixel(sheet.left(17) + 3, sheet.top(17) + 2);
        QCOMPARE(int(pixel[0]), 255);
        QCOMPARE(int(pixel[1]), 0);
        QVERIFY(std::abs(int(pixel[2]) - 128) <= 1);
        panel.showInitial(true);
        QTRY_VERIFY(panel.showsInitial()); // as soon as they are drawn anew
        QTRY_VERIFY(
            panel.findChild<QLabel*>(QStringLiteral("filtersCaption"))->text().contains(QStringLiteral("iteration 0")));
        const ImageView before = panel.tiles().sheet().image;
        QVERIFY(before.pixel(sheet.left(17) + 3, sheet.top(17) + 2)[0] != 255);
    }

    void clickingAFilterChoosesItEverywhere()
    {
        Stage stage;
        FiltersPanel filters(stage.model, stage.selection);
        InspectorPanel inspector(stage.model, stage.selection);
        filters.resize(700, 300);
        filters.show();
        stage.model.setSnapshot(sample::snapshot(1, 0, 0.1f));
        filters.refreshNow();
        auto* tiles = filters.findChild<TileView*>();
        QTest::mouseClick(tiles, Qt::LeftButton, {}, tiles->tileRect(5).center().toPoint());
        QCOMPARE(stage.selection.layer(), QStringLiteral("conv1"));
        QCOMPARE(stage.selection.unit(), 5);
        inspector.refreshNow();
        const auto weights = sample::weights(0.1f);
        const Statistics expected = statisticsOf(std::span<const float>(weights->values).subspan(5 * 75, 75));
        QCOMPARE(inspector.value(QStringLiteral("count")), QStringLiteral("75"));
        QCOMPARE(inspector.value(QStringLiteral("mean")), number(expected.mean));
        QTest::keyClick(tiles, Qt::Key_Right);
        QCOMPARE(stage.selection.unit(), 6);
        QTest::keyClick(tiles, Qt::Key_Escape);
        QCOMPARE(stage.selection.unit(), -1);
    }

    void inspectorShowsTheEnginesStatistics()
    {
        Stage stage;
        InspectorPanel panel(stage.model, stage.selection);
        panel.refreshNow();
        QCOMPARE(panel.value(QStringLiteral("minimum")), noValue());
        stage.model.setSnapshot(sample::snapshot(1, 0, 0.1f));
        stage.model.setSnapshot(sample::snapshot(2, 3, 0.3f));
        panel.refreshNow();
        QTRY_VERIFY(stage.model.initial().of("conv1.weight"));
        panel.refreshNow();
        const Statistics now = statisticsOf(sample::weights(0.3f)->values),
                         before = statisticsOf(initialValuesOf(*stage.model.run(), "conv1.weight").values);
        QCOMPARE(panel.value(QStringLiteral("shape")), QStringLiteral("32×3×5×5"));
        QCOMPARE(panel.value(QStringLiteral("minimum")), number(now.min));
        QCOMPARE(panel.value(QStringLiteral("maximum")), number(now.max));
        QCOMPARE(panel.value(QStringLiteral("deviation")), number(now.standardDeviation));
        QCOMPARE(panel.value(QStringLiteral("initialDeviation")), number(before.standardDeviation));
        QCOMPARE(panel.value(QStringLiteral("nonFinite")), QStringLiteral("0"));
    }

    void predictionsShowTheProbabilities()
    {
        Stage stage;
        PinnedPicture pinned(stage.model);
        PredictionsPanel panel(stage.model, stage.selection, pinned);
        QSignalSpy interest(&panel, &Panel::interestChanged);
        panel.showOthers();
        QTRY_VERIFY(!interest.isEmpty());
        ProbeRequest request;
        panel.look(request);
        QCOMPARE(request.gallery.size(), std::size_t(PredictionsPanel::cardCount));
        std::set<QString> labels;
        for (const PredictionCard* card : panel.cards())
            labels.insert(card->trueLabel());
        QCOMPARE(labels.size(), std::size_t(8)); // eight classes, not eight of a kind

        auto result = std::make_shared<GalleryResult>();
        result->iteration = 3;
        result->pictures = request.gallery;
        for (std::size_t i = 0; i < request.gallery.size(); ++i) {
            std::vector<float> probabilities(10, 0.01f);
            probabilities[i] = 0.91f - static_cast<float>(i) * 0.01f;
            result->probabilities.push_back(probabilities);
        }
        auto snapshot = sample::snapshot(1, 3, 0.1f);
        snapshot->gallery = result;
        stage.model.setSnapshot(snapshot);
        panel.refreshNow();
        for (std::size_t i = 0; i < panel.cards().size(); ++i) {
            const auto& bars = panel.cards()[i]->bars();
            QCOMPARE(bars.size(), std::size_t(5));
            QCOMPARE(bars[0].name, QStringLiteral("kind %1").arg(i));
            QCOMPARE(bars[0].probability, static_cast<double>(result->probabilities[i][i]));
            QCOMPARE(bars[0].isTrueLabel, panel.cards()[i]->trueLabel() == bars[0].name);
        }
    }

    void explanationFollowsItsPanel()
    {
        Stage stage;
        FiltersPanel filters(stage.model, stage.selection);
        CurvesPanel curves(stage.model, stage.selection);
        ExplanationPanel explanation(stage.model, stage.selection);
        explanation.explain(&filters);
        QVERIFY(explanation.explanation().contains(QStringLiteral("32 filters of conv1")));
        explanation.explain(&curves);
        QVERIFY(explanation.explanation().contains(QStringLiteral("ln(10) = 2.303")));
    }
};

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
