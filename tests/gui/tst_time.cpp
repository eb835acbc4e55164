// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/tiles.h"
#include "core/session/past.h"
#include "gui/export/animation.h"
#include "gui/language.h"
#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/main_window.h"
#include "gui/panels/curves_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/predictions_panel.h"
#include "gui/time_bar.h"
#include "gui/widgets/curve_plot.h"
#include "gui/widgets/moment_slider.h"
#include "gui/widgets/past_marker.h"
#include "gui/widgets/prediction_card.h"
#include "gui/widgets/tile_view.h"
#include "tests/gui/sample_run.h"

#include <QAction>
#include <QImageReader>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

Moment momentAt(std::int64_t iteration, float scale)
{
    Moment moment;
    moment.iteration = iteration;
    moment.epoch = static_cast<double>(iteration) / 8;
    moment.parameters["conv1.weight"] = sample::weights(scale);
    return moment;
}

std::shared_ptr<const MomentList> listOf(const MomentStore& store)
{
    return std::make_shared<const MomentList>(store.list());
}

/// The sheet the filters panel ought to show of these weights.
} // namespace

class TestTime : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    std::filesystem::path fresh() { return m_folder.filePath(QString::number(++m_number)).toStdString(); }

    struct Stage {
        LiveModel model;
        Selection selection;
        TimeTravel travel{model};
        Stage()
        {
            model.setRun(sample::description());
            model.setStatus(sample::holding(100));
            model.setSnapshot(sample::snapshot(1, 100, 0.9f));
        }
        /// A past with these iterations, weights scaled by iteration / 100.
        std::shared_ptr<const MomentList> remember(const std::filesystem::path& folder,
                                                   const std::vector<std::int64_t>& iterations)
        {
            MomentStore store(folder);
            for (const std::int64_t iteration : iterations)
                store.add(momentAt(iteration, static_cast<float>(iteration + 1) / 100));
            auto list = listOf(store);
            model.setMoments(list);
            return list;
        }
    };

    // The real window
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    const SessionStatus& status() const { return m_window->model().status(); }
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(QString::fromLatin1(name)); }

    void openWindow()
    {
        const QString file = m_folder.filePath(QStringLiteral("tiny.net"));
        QByteArray text = sample::networkText;
        text.replace("epochs = 1000", "epochs = 1000000"); // does not end while a test looks on, however slow the disk
        std::ofstream(file.toStdString()) << text.constData();
        m_language.set(QStringLiteral("en"));
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        m_window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, false);
        Choices choices;
        choices.network = file;
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        m_window->startRun(choices);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(status().state == SessionState::Holding && m_window->model().run() &&
                                     m_window->model().run()->network.name == "tiny" &&
                                     m_window->model().initialWeights(),
                                 10'000);
    }
    /// Trains until so many moments are recorded, then holds.
    void train(int moments)
    {
        action("run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->travel().count() >= moments, 20'000);
        action("pause")->trigger();
        QTRY_VERIFY(status().state == SessionState::Holding &&
                    m_window->model().snapshot()->iteration == status().iteration);
        if (status().next.kind == PieceKind::Load)
            return;
        action("stepIteration")
            ->trigger(); // held amid the validation: an iteration stepped from there would end with it
        QTRY_VERIFY(status().state == SessionState::Holding && status().next.kind == PieceKind::Load);
    }
    /// What the panel has to draw of these weights, on the scale it uses: that of the initial weights, too, once known.
    std::vector<std::uint8_t> sheetOf(const HostTensor& weights, const LiveModel& model) const
    {
        TileOptions options;
        options.columns = 16;
        options.order = model.run()->network.preprocessing.order;
        m_window->filters().refreshNow(); // whichever side of a comparison comes first
        options.locked = m_window->filters().tiles().sheet().ranges.front();
        return tileFilters(weights, options).image.rgb;
    }
    std::vector<std::uint8_t> filtersShown() const
    {
        m_window->filters().refreshNow();
        return m_window->filters().tiles().sheet().image.rgb;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        qputenv("TMPDIR", m_folder.path().toUtf8());
    }
    void cleanup() { m_window.reset(); }

    void thePastTakesThePlaceOfNow()
    {
        Stage stage;
        QSignalSpy shown(&stage.model, &LiveModel::snapshotChanged);
        const auto live = stage.model.snapshot();
        auto past = sample::snapshot(1ull << 62, 7, 0.2f);
        past->past = true;
        stage.model.showPast(past);
        QCOMPARE(shown.size(), 1);
        QVERIFY(stage.model.isPast());
        QCOMPARE(stage.model.snapshot(), std::shared_ptr<const Snapshot>(past));
        QCOMPARE(stage.model.shownIteration(), std::int64_t(7));
        QCOMPARE(stage.model.firstWeights()->values, sample::weights(0.2f)->values);
        stage.model.setSnapshot(sample::snapshot(2, 101, 0.8f)); // training goes on
        QCOMPARE(shown.size(), 1);                               // unseen
        QCOMPARE(stage.model.snapshot()->iteration, std::int64_t(7));
        stage.model.showPast(nullptr);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(stage.model.snapshot()->iteration, std::int64_t(101));
        QCOMPARE(stage.model.firstWeights()->values, sample::weights(0.8f)->values);
        QVERIFY(stage.model.snapshot() != live);
    }

    void whatIsNotRecordedIsAbsent()
    {
        Stage stage;
        InspectorPanel inspector(stage.model, stage.selection);
        PinnedPicture pinned(stage.model);
        PredictionsPanel predictions(stage.model, stage.selection, pinned);
        FiltersPanel filters(stage.model, stage.selection);
        auto bare = std::make_shared<Snapshot>();
        bare->iteration = 7;
        bare->past = true;
        stage.model.showPast(bare);
        for (Panel* panel :
             {static_cast<Panel*>(&inspector), static_cast<Panel*>(&predictions), static_cast<Panel*>(&filters)})
            panel->refreshNow();
        QCOMPARE(inspector.value(QStringLiteral("minimum")), noValue());
        QVERIFY(!filters.findChild<QLabel*>(QStringLiteral("filtersCaption"))
                     ->text()
                     .contains(QStringLiteral("iteration")));
        QCOMPARE(filters.tiles().sheet().count, 0);
        for (const PredictionCard* card : predictions.cards())
            QVERIFY(card->bars().empty());
        QVERIFY2(filters.caption().contains(QStringLiteral("iteration 7")), qPrintable(filters.caption()));
    }

    void scrubbingReadsMoments()
    {
        Stage stage;
        const auto list = stage.remember(fresh(), {0, 10, 25, 60, 100});
        TimeTravel& travel = stage.travel;
        QCOMPARE(travel.count(), 5);
        QVERIFY(travel.isNow());
        QTRY_VERIFY(stage.model.initialWeights()); // of a run taken up later: from the first moment
        QCOMPARE(stage.model.initialWeights()->values, sample::weights(0.01f)->values);
        travel.previous();
        QCOMPARE(travel.place(), 4);
        QTRY_VERIFY(stage.model.isPast());
        QCOMPARE(stage.model.shownIteration(), std::int64_t(100));
        travel.goTo(1);
        travel.goTo(3);
        travel.goTo(2); // quicker than the disk: the last one counts
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(25));
        QCOMPARE(stage.model.firstWeights()->values, sample::weights(0.26f)->values);
        travel.next();
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(60));
        travel.goTo(-5);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(0));
        travel.now();
        QVERIFY(!stage.model.isPast() && travel.isNow());
        travel.goTo(1);
        travel.now(); // before it was read
        QTest::qWait(50);
        QVERIFY(!stage.model.isPast());
    }

    void momentsComeAndGoMeanwhile()
    {
        Stage stage;
        const auto folder = fresh();
        stage.remember(folder, {0, 10, 25, 60});
        stage.travel.goTo(2);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(25));
        MomentStore store(folder);
        store.add(momentAt(120, 1));
        stage.model.setMoments(listOf(store));
        QCOMPARE(stage.travel.count(), 5);
        QCOMPARE(stage.travel.place(), 2); // still there
        QVERIFY(stage.model.isPast());
        auto thinned = std::make_shared<MomentList>(store.list());
        thinned->moments.erase(thinned->moments.begin() + 1);
        stage.model.setMoments(thinned);
        QCOMPARE(stage.travel.iterationOf(stage.travel.place()), std::int64_t(25));
        QVERIFY(!stage.travel.isNow());
        stage.remember(fresh(), {0, 3}); // reset: another past
        QVERIFY(!stage.model.isPast());
        QVERIFY(stage.travel.isNow());
        stage.travel.goTo(1);
        stage.model.setMoments(nullptr); // a new run, while a moment is being read
        QTest::qWait(50);
        QVERIFY(!stage.model.isPast());
        QCOMPARE(stage.travel.count(), 0);
    }

    void aMomentThatCannotBeReadIsSaid()
    {
        Stage stage;
        const auto folder = fresh();
        stage.remember(folder, {0, 10, 25});
        std::filesystem::resize_file(momentFile(folder, 10), 50);
        QSignalSpy failed(&stage.travel, &TimeTravel::failed);
        stage.travel.goTo(2);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(25));
        stage.travel.previous();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("moment-000000000010")));
        QCOMPARE(stage.model.shownIteration(), std::int64_t(25));
        stage.travel.previous(); // and on
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(0));
    }

    void playingEndsAtNow()
    {
        Stage stage;
        stage.remember(fresh(), {0, 10, 25, 60});
        std::vector<std::int64_t> seen;
        connect(&stage.model, &LiveModel::pastChanged, this, [&] {
            if (stage.model.isPast())
                seen.push_back(stage.model.shownIteration());
        });
        stage.travel.setPace(40);
        stage.travel.setPlaying(true);
        QVERIFY(stage.travel.isPlaying());
        QTRY_VERIFY(!stage.travel.isPlaying());
        QCOMPARE(seen, (std::vector<std::int64_t>{0, 10, 25, 60}));
        QVERIFY(stage.travel.isNow() && !stage.model.isPast());
    }

    void theBarSaysWhichMoment()
    {
        Stage stage;
        QWidget host;
        host.resize(1000, 40);
        TimeBar bar(stage.model, stage.travel, &host);
        bar.resize(1000, 36);
        host.show();
        auto* slider = bar.findChild<MomentSlider*>();
        auto* banner = bar.findChild<QLabel*>(QStringLiteral("timeBanner"));
        QVERIFY(!slider->isEnabled());
        stage.remember(fresh(), {0, 10, 25, 60});
        QCOMPARE(slider->maximum(), 4);
        QCOMPARE(slider->value(), 4);
        const QSize size = banner->size();
        const auto ground = [&] { return banner->grab().toImage().pixelColor(2, 2); };
        const QColor calm = ground();
        QTest::mouseClick(slider, Qt::LeftButton, {},
                          QPoint(static_cast<int>(slider->xOf(2)) + 3, slider->height() / 2));
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(25));
        QCOMPARE(bar.text(), QStringLiteral("Iteration 25 — the past. Now (Esc) returns."));
        QCOMPARE(ground(), okabeIto::orange);
        QVERIFY(calm != okabeIto::orange);
        QCOMPARE(banner->size(), size); // nothing jumps
        QTest::keyClick(slider, Qt::Key_Left);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(10));
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(0));
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(!stage.model.isPast());
        QCOMPARE(ground(), calm);
        // Ticks stand where their iterations do, now at the right end alone.
        QVERIFY(std::abs((slider->xOf(2) - slider->xOf(0)) / (slider->xOf(3) - slider->xOf(0)) - 25.0 / 60) < 1e-9);
        QVERIFY(slider->xOf(4) > slider->xOf(3) + 8);
        for (const char* name : {"previousMoment", "playMoments", "nextMoment", "backToNow"}) {
            auto* found = bar.findChild<QAction*>(QString::fromLatin1(name));
            QVERIFY2(found && found->toolTip().contains(found->shortcut().toString(QKeySequence::NativeText)), name);
            QVERIFY2(!bar.widgetForAction(found)->accessibleName().isEmpty(), name);
        }
        QVERIFY(!slider->accessibleName().isEmpty() && !banner->accessibleName().isEmpty());
    }

    void theWindowScrubsAndReturns()
    {
        openWindow();
        LiveModel& model = m_window->model();
        const auto initial = model.initialWeights();
        train(3);
        TimeTravel& travel = m_window->travel();
        const auto live = model.firstWeights();
        const auto now = filtersShown();
        QCOMPARE(now, sheetOf(*live, model));

        // Another training of the same seed, led to the iteration of a moment, gives exactly what is shown of it.
        const std::int64_t then = travel.iterationOf(1);
        QVERIFY(then > 0 && then < status().iteration);
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        Session again(catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); });
        ProbeRequest request;
        request.parameters = {"conv1.weight"};
        again.setProbe(request);
        again.start(model.run()->spec);
        StopCondition until;
        until.iteration = then;
        again.run(until);
        QTRY_VERIFY_WITH_TIMEOUT(again.status().pendingCommands == 0 && again.status().iteration == then &&
                                     again.status().state == SessionState::Holding,
                                 20'000);
        const auto expected = again.snapshot()->parameters.at("conv1.weight").values;
        travel.goTo(1);
        QTRY_VERIFY(model.isPast());
        QCOMPARE(model.firstWeights()->values, expected->values);
        QTRY_COMPARE(filtersShown(), sheetOf(*expected, model));
        QVERIFY(filtersShown() != now);
        QVERIFY(m_window->filters()
                    .findChild<QLabel*>(QStringLiteral("filtersCaption"))
                    ->text()
                    .endsWith(QStringLiteral("iteration ") + count(then)));
        QVERIFY(model.snapshot()->activations.contains("relu1")); // of the pinned picture
        QCOMPARE(model.snapshot()->pinned->rgb, m_window->pinned().image()->rgb);
        for (const CurvePlot* plot : {&m_window->curves().lossPlot(), &m_window->curves().errorPlot()})
            QCOMPARE(plot->findChild<PastMarker*>()->iteration(), static_cast<double>(then));

        // Training goes on meanwhile, unseen.
        QTRY_VERIFY(action("stepIteration")->isEnabled());
        const std::int64_t before = status().iteration;
        action("stepIteration")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(status().iteration > before && status().state == SessionState::Holding, 20'000);
        QTest::qWait(50);
        QCOMPARE(model.shownIteration(), then);
        QTRY_COMPARE(filtersShown(), sheetOf(*expected, model));

        QTest::keyClick(m_window.get(), Qt::Key_Comma);
        QTRY_COMPARE(model.shownIteration(), std::int64_t(0));
        QCOMPARE(filtersShown(), sheetOf(*initial, model));
        QTest::keyClick(m_window.get(), Qt::Key_Period);
        QTRY_COMPARE(model.shownIteration(), then);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!model.isPast());
        QVERIFY(std::isnan(m_window->curves().lossPlot().findChild<PastMarker*>()->iteration()));
        QTRY_COMPARE(model.snapshot()->iteration, before + 1);
        QCOMPARE(filtersShown(), sheetOf(*model.firstWeights(), model));
        QVERIFY(filtersShown() != now); // a step further than when we left

        travel.goTo(0);
        QTRY_VERIFY(model.isPast());
        action("reset")->trigger();
        QTRY_VERIFY(status().iteration == 0 && !model.isPast());
        QCOMPARE(travel.count(), 0);
        QCOMPARE(filtersShown(), sheetOf(*initial, model));
    }

    void theAnimationHasEveryMoment()
    {
        Stage stage;
        FiltersPanel panel(stage.model, stage.selection);
        panel.resize(640, 300);
        panel.show();
        const auto list = stage.remember(fresh(), {0, 10, 25, 60, 100});
        const QString path = m_folder.filePath(QStringLiteral("film.gif"));
        Animation animation(panel, stage.model, path, 10);
        QCOMPARE(animation.frames(), 5);
        QSignalSpy progress(&animation, &Animation::progressed), finished(&animation, &Animation::finished);
        animation.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].toString(), QString());
        QCOMPARE(progress.size(), 5);
        QVERIFY(!stage.model.isPast()); // back where it was

        QImageReader reader(path);
        QCOMPARE(reader.imageCount(), 5);
        std::vector<QImage> frames;
        while (reader.canRead()) {
            frames.push_back(reader.read());
            QCOMPARE(reader.nextImageDelay(), frames.size() == 5 ? 2000 : 100);
        }
        QCOMPARE(frames.size(), std::size_t(5));
        QCOMPARE(frames[0].width(), panel.figure().width());
        QVERIFY(frames[0].height() > panel.figure().height()); // the caption stands below
        QVERIFY(frames.front() != frames.back());

        // Each frame is what the panel shows of that moment, as far as 256 colours can tell.
        for (int i = 0; i < 5; ++i) {
            stage.travel.goTo(i);
            QTRY_COMPARE(stage.model.shownIteration(), list->moments[static_cast<std::size_t>(i)].iteration);
            panel.refreshNow();
            const QImage shown = panel.figure().grab().toImage();
            double off = 0;
            for (int y = 0; y < shown.height(); ++y)
                for (int x = 0; x < shown.width(); ++x) {
                    const QRgb a = shown.pixel(x, y), b = frames[static_cast<std::size_t>(i)].pixel(x, y);
                    off +=
                        std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
                }
            off /= 3.0 * shown.width() * shown.height();
            QVERIFY2(off < 3, qPrintable(QStringLiteral("frame %1: %2").arg(i).arg(off)));
        }
    }

    void aCancelledAnimationLeavesNothing()
    {
        Stage stage;
        FiltersPanel panel(stage.model, stage.selection);
        panel.resize(640, 300);
        panel.show();
        stage.remember(fresh(), {0, 10, 25, 60, 100});
        stage.travel.goTo(2);
        QTRY_COMPARE(stage.model.shownIteration(), std::int64_t(25));
        const QString path = m_folder.filePath(QStringLiteral("cancelled.gif"));
        auto animation = std::make_unique<Animation>(panel, stage.model, path, 10);
        QSignalSpy progress(animation.get(), &Animation::progressed);
        animation->start();
        QTRY_COMPARE(progress.size(), 2);
        animation.reset();
        QCOMPARE(stage.model.shownIteration(), std::int64_t(25)); // back where it was
        QTest::qWait(100);
        QVERIFY(!QFile::exists(path));
        QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
    }

    void animationsThatCannotBeSaySo()
    {
        Stage stage;
        FiltersPanel panel(stage.model, stage.selection);
        panel.resize(300, 200);
        const auto fault = [&](const QString& path) {
            Animation animation(panel, stage.model, path, 10);
            QSignalSpy finished(&animation, &Animation::finished);
            animation.start();
            return QTest::qWaitFor([&] { return !finished.isEmpty(); }) ? finished[0][0].toString() : QString();
        };
        QVERIFY(fault(m_folder.filePath(QStringLiteral("x.gif"))).contains(QStringLiteral("no past")));
        const auto folder = fresh();
        stage.remember(folder, {0, 10});
        QVERIFY(fault(m_folder.filePath(QStringLiteral("absent/x.gif"))).contains(QStringLiteral("absent/x.gif")));
        std::filesystem::remove(momentFile(folder, 0)); // thinned out in the middle: the film goes on
        QCOMPARE(fault(m_folder.filePath(QStringLiteral("x.gif"))), QString());
        QCOMPARE(QImageReader(m_folder.filePath(QStringLiteral("x.gif"))).imageCount(), 1);
        std::filesystem::remove(momentFile(folder, 10));
        QVERIFY(!fault(m_folder.filePath(QStringLiteral("y.gif"))).isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("y.gif"))));
    }
};

QTEST_MAIN(TestTime)
#include "tst_time.moc"
