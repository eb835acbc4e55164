// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_folder.h"
#include "gui/export/figure.h"
#include "gui/export/numbers.h"
#include "gui/look/numbers.h"
#include "gui/look/run_words.h"
#include "gui/panels/curves_panel.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/run_table.h"
#include "tests/gui/sample_run.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// Falling loss with spikes, a validation every 100, the rate divided once.
std::vector<MetricsRow> rowsOfRun(int count, unsigned seed = 3)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> noise(0, 0.4f);
    std::vector<MetricsRow> rows;
    for (int i = 1; i <= count; ++i) {
        MetricsRow row = sample::row(i, 2.0f / std::sqrt(static_cast<float>(i)) + noise(random), noise(random));
        if (random() % 1009 == 0)
            row.loss = 7.5f + noise(random);
        if (i % 100 == 0) {
            row.validationLoss = row.loss + 0.1f;
            row.validationTop1 = 0.2f + noise(random);
            row.validationTop5 = row.validationTop1 / 2;
        }
        row.learningRate = i <= count / 2 ? 0.01f : 0.001f;
        rows.push_back(row);
    }
    return rows;
}

RunSpec specOf(double learningRate, std::uint64_t seed)
{
    RunSpec spec = sample::description()->spec;
    spec.recipe.learningRate = learningRate;
    spec.seed = seed;
    return spec;
}

struct Stage {
    LiveModel model;
    Selection selection;
    CurvesPanel panel{model, selection};

    Stage()
    {
        model.setRun(sample::description());
        model.setStatus(sample::holding(0));
        panel.resize(1100, 360);
    }
    void show()
    {
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        refresh();
    }
    void refresh()
    {
        panel.invalidate();
        panel.refreshNow();
        for (CurvePlot* plot : panel.findChildren<CurvePlot*>())
            plot->replot();
    }
    CurvePlot* plot(const char* name) { return panel.findChild<CurvePlot*>(QString::fromLatin1(name)); }
    QString cell(int row, int column) const { return panel.runTable().runs().text(row, column); }
};

/// Sends the mouse to an iteration of a plot.
void pointTo(CurvePlot* plot, double iteration)
{
    const QPointF place(plot->xAxis2->coordToPixel(iteration), plot->axisRect()->rect().center().y());
    QMouseEvent move(QEvent::MouseMove, place, plot->mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(plot, &move);
}

} // namespace

class TestCurves : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString recorded(const char* name, const RunSpec& spec, const std::vector<MetricsRow>& rows) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        RunFolder folder = RunFolder::create(path.toStdString(), spec);
        for (const MetricsRow& row : rows)
            folder.append(row);
        folder.appendEvent({40, "Learning rate divided: from 0.02 to 0.002",
                            HyperParameterChange{40, HyperParameter::LearningRate, 0.02, 0.002, false}});
        folder.flush();
        return path;
    }
    static void addRun(Stage& stage, const QString& path)
    {
        const std::size_t before = stage.panel.overlays().runs().size();
        stage.panel.addRun(path);
        QTRY_COMPARE(stage.panel.overlays().runs().size(), before + 1);
        stage.refresh();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QVERIFY(m_folder.isValid());
    }

    void numbersOfLowAxesDoNotCollide_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("logarithmic");
        for (const int height : {120, 150, 200, 400})
            for (const bool logarithmic : {false, true})
                QTest::addRow("%d pixels, %s", height, logarithmic ? "logarithmic" : "even") << height << logarithmic;
    }
    void numbersOfLowAxesDoNotCollide()
    {
        QFETCH(int, height);
        QFETCH(bool, logarithmic);
        Stage stage;
        stage.model.appendRows(rowsOfRun(300));
        stage.panel.setLogarithmic(logarithmic);
        stage.panel.resize(740, height);
        stage.show();
        CurvePlot* plot = stage.plot("lossPlot");
        for (QCPAxis* axis : {plot->yAxis, plot->yAxis2}) {
            const double line = QFontMetricsF(axis->tickLabelFont()).height();
            std::vector<double> places;
            const auto ticks = axis->ticker() ? axis->tickVector() : QVector<double>();
            const auto labels = axis->tickVectorLabels();
            for (qsizetype i = 0; i < labels.size(); ++i)
                if (!labels[i].isEmpty() && axis->range().contains(ticks[i]))
                    places.push_back(axis->coordToPixel(ticks[i]));
            QVERIFY(!places.empty());
            std::sort(places.begin(), places.end());
            for (std::size_t i = 1; i < places.size(); ++i)
                QVERIFY2(places[i] - places[i - 1] >= line - 0.5, qPrintable(labels.join(QLatin1Char(' '))));
        }
    }

    void aLowPanelWritesOneRunInALine()
    {
        Stage stage;
        stage.model.appendRows(rowsOfRun(40));
        stage.show();
        auto* table = stage.panel.findChild<RunTable*>();
        const auto* line = stage.panel.findChild<QLabel*>(QStringLiteral("values"));
        QVERIFY(table->isVisible());
        stage.panel.resize(740, 180);
        QTRY_VERIFY(!table->isVisible());
        QVERIFY2(line->text().startsWith(QStringLiteral("40: loss ")) ||
                     line->text().startsWith(QStringLiteral("39: loss ")),
                 qPrintable(line->text()));
        QVERIFY(stage.plot("lossPlot")->axisRect()->height() >= 50);
        stage.panel.resize(740, 360);
        QTRY_VERIFY(table->isVisible());
    }

    void everyRowIsAPoint()
    {
        Stage stage;
        const std::vector<MetricsRow> rows = rowsOfRun(5000);
        stage.model.appendRows({rows.begin(), rows.begin() + 1234});
        stage.refresh();
        stage.model.appendRows({rows.begin() + 1234, rows.end()});
        stage.refresh();
        const CurvePlot &loss = stage.panel.lossPlot(), &error = stage.panel.errorPlot();
        QCOMPARE(loss.points(0), 5000);
        QCOMPARE(error.points(1), 50);
        for (const MetricsRow& row : rows)
            QCOMPARE(loss.valueAt(0, static_cast<double>(row.iteration)), static_cast<double>(row.loss));
        QCOMPARE(error.valueAt(1, 250), 100.0 * rows[199].validationTop1); // held between validations
        QVERIFY(std::isnan(error.valueAt(1, 50)));
        QVERIFY(stage.panel.valuesAt(1000).contains(number(rows[999].loss)));
        stage.model.restartRows();
        QCOMPARE(loss.points(0), 0);
    }

    /// Nobody sees a spike that is not drawn: each is among the points given to be drawn, at any zoom and on both axes.
    void noSpikeIsMissingOnTheScreen_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        for (const bool logarithmic : {false, true})
            for (const int count : {900, 30'000, 300'000}) {
                const char* axis = logarithmic ? "logarithmic" : "even";
                QTest::addRow("%s, all of %d", axis, count) << count << logarithmic << 0.0 << 0.0;
                QTest::addRow("%s, a part of %d", axis, count) << count << logarithmic << count * 0.2 << count * 0.45;
            }
    }
    void noSpikeIsMissingOnTheScreen()
    {
        QFETCH(int, count);
        QFETCH(bool, logarithmic);
        QFETCH(double, from);
        QFETCH(double, to);
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(count);
        stage.model.appendRows(rows);
        stage.panel.setIterationsLogarithmic(logarithmic);
        stage.refresh();
        CurvePlot* plot = stage.plot("lossPlot");
        if (to > 0)
            plot->setIterationRange({from, to});
        plot->replot();
        std::set<std::pair<double, double>> drawn;
        for (const QCPGraphData& point : plot->drawn(0))
            drawn.insert({point.key, point.value});
        QVERIFY2(plot->drawn(0).size() < 6 * plot->width() + 200, qPrintable(QString::number(plot->drawn(0).size())));
        const QCPRange view = plot->iterationRange();
        std::vector<std::vector<const MetricsRow*>> columns(static_cast<std::size_t>(plot->width()) + 1);
        for (const MetricsRow& row : rows)
            if (view.contains(static_cast<double>(row.iteration)))
                columns[static_cast<std::size_t>(plot->xAxis2->coordToPixel(static_cast<double>(row.iteration)))]
                    .push_back(&row);
        int spikes = 0;
        for (const auto& column : columns) {
            if (column.empty())
                continue;
            const auto* highest = *std::max_element(column.begin(), column.end(),
                                                    [](const auto* a, const auto* b) { return a->loss < b->loss; });
            if (highest->loss < 7)
                continue; // only spikes: between two columns either may have the common extreme
            ++spikes;
            const bool found = std::any_of(drawn.begin(), drawn.end(), [&](const auto& point) {
                return point.second >= static_cast<double>(highest->loss) &&
                       std::abs(plot->xAxis2->coordToPixel(point.first) -
                                plot->xAxis2->coordToPixel(static_cast<double>(highest->iteration))) <= 3;
            });
            QVERIFY2(found, qPrintable(QString::number(highest->iteration)));
        }
        QVERIFY(spikes > 0 || count < 30'000);
        const QVector<QCPGraphData> points = plot->drawn(0);
        for (int i = 1; i < points.size(); ++i)
            QVERIFY(points.at(i).key > points.at(i - 1).key);
    }

    void validationIsHeldUntilTheNewestRow()
    {
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(250);
        stage.model.appendRows(rows);
        stage.refresh();
        const QVector<QCPGraphData> drawn = stage.panel.errorPlot().drawn(1);
        QCOMPARE(drawn.size(), qsizetype{3}); // two tests, and on to the newest row
        QCOMPARE(drawn.at(0).key, 100.0);
        QCOMPARE(drawn.at(2).key, 250.0);
        QCOMPARE(drawn.at(2).value, 100.0 * rows[199].validationTop1);
        QCOMPARE(stage.plot("errorPlot")->graph(1)->lineStyle(), QCPGraph::lsStepLeft);
        QVERIFY(stage.plot("errorPlot")->graph(1)->pen().style() != Qt::SolidLine);
        QCOMPARE(stage.plot("errorPlot")->graph(0)->pen().style(), Qt::SolidLine);
        QCOMPARE(stage.plot("lossPlot")->graph(0)->pen().widthF(), 1.0);
    }

    void theBestValidationIsRinged()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows({sample::row(8, 2, 1, 0.5f), sample::row(16, 2, 1, 0.25f), sample::row(24, 2, 1, 0.25f),
                                sample::row(32, 2, 1, 0.75f)});
        stage.refresh();
        const QVector<QCPGraphData> ring = stage.panel.errorPlot().drawn(3);
        QCOMPARE(ring.size(), qsizetype{1});
        QCOMPARE(ring.at(0).key, 16.0); // the first of equals
        QCOMPARE(ring.at(0).value, 25.0);
        QCOMPARE(stage.plot("errorPlot")->graph(3)->name(), QStringLiteral("best: 25.00 %, epoch 2.0"));
    }

    void theLearningRateHasItsOwnAxis()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows(rowsOfRun(100));
        stage.refresh();
        const CurvePlot* plot = stage.plot("lossPlot");
        QCOMPARE(plot->graph(2)->valueAxis(), plot->yAxis2);
        QVERIFY(plot->yAxis2->visible());
        const QVector<QCPGraphData> drawn = plot->drawn(2);
        QCOMPARE(drawn.size(), qsizetype{3});
        QCOMPARE(drawn.at(1).key, 51.0);
        QCOMPARE(static_cast<float>(drawn.at(1).value), 0.001f);
        QVERIFY(plot->yAxis2->range().contains(0.01) && plot->yAxis2->range().contains(0.001));
        stage.panel.setRatesShown(false);
        QVERIFY(!plot->yAxis2->visible() && !plot->graph(2)->visible());
    }

    void updateRatiosAreDrawnOfEveryLayersWeights()
    {
        Stage stage;
        stage.show();
        QVERIFY(!stage.plot("ratioPlot")->isVisible());
        const std::size_t parameters = parametersOf(stage.model.run()->network).size();
        QCOMPARE(parameters, std::size_t{6}); // conv1, conv2, fc3: weights and biases
        std::vector<UpdateRatios> ratios;
        for (int i = 1; i <= 40; ++i) {
            UpdateRatios one{i, {}};
            for (std::size_t p = 0; p < parameters; ++p)
                one.log10Ratio.push_back(-4 + static_cast<float>(p) * 0.25f + 0.01f * static_cast<float>(i));
            ratios.push_back(one);
        }
        stage.model.appendRows(rowsOfRun(40));
        stage.model.appendRatios(ratios);
        stage.panel.findChild<QToolButton*>(QStringLiteral("updateRatios"))->click();
        stage.refresh();
        CurvePlot* plot = stage.plot("ratioPlot");
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->seriesCount(), 3);
        QCOMPARE(plot->graph(1)->name(), QStringLiteral("conv2"));
        QCOMPARE(static_cast<float>(plot->valueAt(1, 10)), ratios[9].log10Ratio[2]); // conv2.weight
        QCOMPARE(plot->points(2), 40);
        QVERIFY(plot->yAxis->range().contains(-3)); // the guide is in sight
        const Numbers numbers = stage.panel.numbers();
        QVERIFY(numbers.columns.contains(QStringLiteral("log10_update_ratio conv1.weight")));
        stage.model.restartRows();
        QCOMPARE(plot->seriesCount(), 0);
    }

    void valuesFollowWhereOnlyTheIterationsWereChosen()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows(rowsOfRun(400));
        stage.refresh();
        QTest::keyClick(stage.plot("lossPlot"), Qt::Key_Plus); // of the iterations, of all plots
        QVERIFY(!stage.plot("ratioPlot")->isFollowing());
        const std::size_t parameters = parametersOf(stage.model.run()->network).size();
        for (const float level : {-7.0f, 2.0f}) { // what comes later is in sight, too
            std::vector<UpdateRatios> ratios;
            for (int i = 1; i <= 40; ++i)
                ratios.push_back({i + (level > 0 ? 40 : 0), std::vector<float>(parameters, level)});
            stage.model.appendRatios(ratios);
            stage.panel.setRatiosShown(true);
            stage.refresh();
            QVERIFY(stage.plot("ratioPlot")->yAxis->range().contains(static_cast<double>(level)));
        }
        CurvePlot* loss = stage.plot("lossPlot");
        const QCPRange iterations = loss->iterationRange();
        stage.model.appendRows({sample::row(401, 90, 1)});
        stage.refresh();
        QVERIFY(loss->yAxis->range().contains(90));
        QCOMPARE(loss->iterationRange().upper, iterations.upper);
        QTest::keyClick(loss, Qt::Key_Plus, Qt::ControlModifier); // now the values were chosen, too
        const QCPRange values = loss->yAxis->range();
        stage.model.appendRows({sample::row(402, 400, 1)});
        stage.refresh();
        QCOMPARE(loss->yAxis->range().upper, values.upper);
        stage.panel.resetView();
        QVERIFY(loss->yAxis->range().contains(400));
    }

    void curvesFollowUntilSomebodyZooms()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows({sample::row(1, 2, 1), sample::row(1000, 1, 1)});
        stage.refresh();
        QCOMPARE(stage.panel.lossPlot().iterationRange().upper, 1000.0);
        CurvePlot* plot = stage.plot("lossPlot");
        const QPointF centre = plot->axisRect()->rect().center();
        QWheelEvent wheel(centre, plot->mapToGlobal(centre), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &wheel);
        QVERIFY(!stage.panel.lossPlot().isFollowing());
        const QCPRange zoomed = stage.panel.lossPlot().iterationRange();
        QVERIFY(zoomed.size() < 1000);
        QCOMPARE(stage.panel.errorPlot().iterationRange().upper, zoomed.upper); // both look at the same iterations
        stage.model.appendRows({sample::row(2000, 1, 1)});
        stage.refresh();
        QCOMPARE(stage.panel.lossPlot().iterationRange().upper, zoomed.upper);
        stage.panel.resetView();
        QCOMPARE(stage.panel.lossPlot().iterationRange().upper, 2000.0);
        QCOMPARE(stage.panel.errorPlot().iterationRange().upper, 2000.0);
    }

    void draggingAndFramesMoveBothPlots()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows(rowsOfRun(1000));
        stage.refresh();
        CurvePlot* plot = stage.plot("lossPlot");
        const QPoint centre = plot->axisRect()->rect().center();
        const QCPRange before = plot->iterationRange();
        QTest::mousePress(plot, Qt::LeftButton, {}, centre);
        QTest::mouseMove(plot, centre + QPoint(20, 0)); // exactly sideways
        QTest::mouseMove(plot, centre + QPoint(50, 0));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, centre + QPoint(50, 0));
        QVERIFY(plot->iterationRange().lower < before.lower);
        QVERIFY(!plot->isFollowing());
        QCOMPARE(stage.panel.errorPlot().iterationRange().lower, plot->iterationRange().lower);
        stage.panel.resetView();
        const double from = std::round(plot->xAxis2->pixelToCoord(centre.x() - 40)),
                     to = std::round(plot->xAxis2->pixelToCoord(centre.x() + 60));
        QTest::mousePress(plot, Qt::LeftButton, Qt::ShiftModifier, centre - QPoint(40, 30));
        QMouseEvent move(QEvent::MouseMove, centre + QPointF(60, 30), plot->mapToGlobal(centre + QPointF(60, 30)),
                         Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, Qt::LeftButton, Qt::ShiftModifier, centre + QPoint(60, 30));
        const double pixel = 1000.0 / plot->axisRect()->width();
        QVERIFY2(std::abs(plot->iterationRange().lower - from) < 2 * pixel,
                 qPrintable(QString::number(plot->iterationRange().lower)));
        QVERIFY(std::abs(plot->iterationRange().upper - to) < 3 * pixel);
        QCOMPARE(stage.panel.errorPlot().iterationRange().upper, plot->iterationRange().upper);
        QVERIFY(stage.panel.findChild<QToolButton*>(QStringLiteral("resetView"))->isEnabled());
    }

    void theKeyboardDoesWhatTheMouseDoes()
    {
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(100);
        stage.model.appendRows(rows);
        stage.refresh();
        CurvePlot* plot = stage.plot("lossPlot");
        QSignalSpy cursor(&stage.panel, &CurvesPanel::cursorMoved);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(plot, Qt::Key_Left);
        QCOMPARE(cursor.size(), 3);
        const auto at = static_cast<std::size_t>(cursor.last().at(0).toDouble());
        QCOMPARE(at, std::size_t{98}); // the end, and two narrow steps: pixels are finer than iterations
        QCOMPARE(stage.cell(0, RunTableModel::Loss), number(rows[at - 1].loss));
        QTest::keyClick(plot, Qt::Key_Escape);
        QVERIFY(std::isnan(cursor.last().at(0).toDouble()));
        const double size = plot->iterationRange().size(), values = plot->yAxis->range().size();
        QTest::keyClick(plot, Qt::Key_Plus);
        QVERIFY(plot->iterationRange().size() < 0.9 * size);
        QTest::keyClick(plot, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(plot->yAxis->range().size() < 0.9 * values);
        const double lower = plot->iterationRange().lower, low = plot->yAxis->range().lower;
        QTest::keyClick(plot, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(plot, Qt::Key_Up);
        QVERIFY(plot->iterationRange().lower > lower && plot->yAxis->range().lower > low);
        QTest::keyClick(plot, Qt::Key_Home);
        QCOMPARE(plot->iterationRange().size(), size);
        QVERIFY(plot->isFollowing());
    }

    void theCursorShowsTheRowsOfAllRuns()
    {
        Stage stage;
        stage.show();
        QAbstractItemModelTester tester(const_cast<RunTableModel*>(&stage.panel.runTable().runs()),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::vector<MetricsRow> rows = rowsOfRun(600), others = rowsOfRun(400, 77);
        stage.model.appendRows(rows);
        addRun(stage, recorded("cursor", specOf(0.02, 5), others));
        CurvePlot* plot = stage.plot("errorPlot");
        for (const int iteration : {1, 57, 150, 399}) {
            pointTo(plot, iteration);
            QSignalSpy moved(&stage.panel, &CurvesPanel::cursorMoved);
            stage.panel.findChild<CurvePlot*>(QStringLiteral("lossPlot"))->pointedAt(iteration);
            const auto i = static_cast<std::size_t>(iteration - 1);
            QCOMPARE(stage.cell(0, RunTableModel::Iteration), count(iteration));
            QCOMPARE(stage.cell(0, RunTableModel::Loss), number(rows[i].loss));
            QCOMPARE(stage.cell(0, RunTableModel::Error), percent(rows[i].top1Error));
            QCOMPARE(stage.cell(1, RunTableModel::Loss), number(others[i].loss));
            QCOMPARE(stage.cell(1, RunTableModel::Rate),
                     iteration <= 200 ? QStringLiteral("0.01") : QStringLiteral("0.001"));
            const auto validated = static_cast<std::size_t>(iteration / 100 * 100);
            QCOMPARE(stage.cell(1, RunTableModel::ValidationTop1),
                     validated ? percent(others[validated - 1].validationTop1) : noValue());
            QCOMPARE(stage.cell(0, RunTableModel::ValidationLoss),
                     validated ? number(rows[validated - 1].validationLoss) : noValue());
        }
        plot->pointedAt(550); // behind the end of one: its newest row, and it says which that is
        QCOMPARE(stage.cell(1, RunTableModel::Iteration), QStringLiteral("400"));
        QCOMPARE(stage.cell(1, RunTableModel::Loss), number(others[399].loss));
        const QSize size = stage.panel.runTable().size();
        plot->pointedAt(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(stage.cell(0, RunTableModel::Iteration), QStringLiteral("600"));
        QCOMPARE(stage.panel.runTable().size(), size);
        stage.model.appendRows({sample::row(601, 1, 1)}); // news do not take the cursor away
        plot->pointedAt(57);
        stage.refresh();
        QCOMPARE(stage.cell(0, RunTableModel::Iteration), QStringLiteral("57"));
    }

    void theMouseIsWhereItSeems()
    {
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(60);
        stage.model.appendRows(rows);
        stage.refresh();
        pointTo(stage.plot("lossPlot"), 31);
        QCOMPARE(stage.cell(0, RunTableModel::Iteration), QStringLiteral("31"));
        QCOMPARE(stage.cell(0, RunTableModel::Loss), number(rows[30].loss));
    }

    void recordedRunsLieBelowTheLiveOne()
    {
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(300), others = rowsOfRun(450, 9);
        stage.model.appendRows(rows);
        stage.refresh();
        const int seriesBefore = stage.panel.lossPlot().seriesCount();
        addRun(stage, recorded("below", specOf(0.02, 5), others));
        const CurvePlot& loss = stage.panel.lossPlot();
        QCOMPARE(loss.seriesCount(), seriesBefore + 3);
        QCOMPARE(loss.points(seriesBefore), 450);
        QCOMPARE(loss.valueAt(seriesBefore, 123), static_cast<double>(others[122].loss));
        QCOMPARE(loss.graph(seriesBefore)->layer()->name(), QStringLiteral("behind"));
        QVERIFY(loss.graph(seriesBefore)->layer()->index() < loss.graph(0)->layer()->index());
        QVERIFY(loss.graph(seriesBefore)->pen().color() != loss.graph(0)->pen().color());
        QCOMPARE(loss.iterationRange().upper, 450.0); // the longer of both
        QCOMPARE(stage.cell(0, RunTableModel::Run), QStringLiteral("this run: learning rate 0.01, seed 2012"));
        QCOMPARE(stage.cell(1, RunTableModel::Run), QStringLiteral("learning rate 0.02, seed 5"));
        // A second one with a seed of its own.
        addRun(stage, recorded("second", specOf(0.01, 6), others));
        QCOMPARE(stage.cell(2, RunTableModel::Run), QStringLiteral("learning rate 0.01, seed 6"));
        QVERIFY(loss.graph(seriesBefore)->pen().color() != loss.graph(seriesBefore + 3)->pen().color());
        auto* table = stage.panel.findChild<RunTable*>();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(stage.panel.overlays().runs().size(), std::size_t{1});
        stage.refresh();
        QCOMPARE(stage.cell(1, RunTableModel::Run), QStringLiteral("seed 6"));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Delete); // the live one cannot be taken away
        QCOMPARE(stage.panel.runTable().runs().rowCount(), 2);
    }

    void runsAlignOnEpochs()
    {
        Stage stage;
        stage.show();
        std::vector<MetricsRow> others = rowsOfRun(400, 4);
        for (MetricsRow& row : others)
            row.epoch = static_cast<float>(row.iteration) / 16; // twice the iterations an epoch
        stage.model.appendRows(rowsOfRun(200));
        addRun(stage, recorded("epochs", specOf(0.01, 8), others));
        const CurvePlot& loss = stage.panel.lossPlot();
        QCOMPARE(loss.iterationRange().upper, 400.0);
        stage.panel.setAlignedOnEpochs(true);
        stage.refresh();
        QCOMPARE(loss.iterationRange().upper, 200.0);
        QCOMPARE(loss.valueAt(3, 100), static_cast<double>(others[199].loss));
        stage.panel.findChild<CurvePlot*>(QStringLiteral("lossPlot"))->pointedAt(100);
        QCOMPARE(stage.cell(0, RunTableModel::Epoch), QStringLiteral("12.50"));
        QCOMPARE(stage.cell(1, RunTableModel::Epoch), QStringLiteral("12.50"));
        QCOMPARE(stage.cell(1, RunTableModel::Iteration), QStringLiteral("200"));
    }

    void whatCannotBeReadIsSaid()
    {
        Stage stage;
        stage.show();
        stage.panel.addRun(m_folder.filePath(QStringLiteral("nowhere")));
        auto* messages = stage.panel.findChild<MessageBar*>();
        QTRY_VERIFY2(messages->text().contains(QStringLiteral("holds no run")), qPrintable(messages->text()));
        std::vector<MetricsRow> rows = rowsOfRun(10);
        rows.push_back(rows.front());
        stage.panel.addRun(recorded("backwards", specOf(0.01, 1), rows));
        QTRY_VERIFY2(messages->text().contains(QStringLiteral("iteration 1 cannot follow the line before it")),
                     qPrintable(messages->text()));
        QVERIFY(stage.panel.overlays().runs().empty());
        QCOMPARE(stage.panel.overlays().pending(), 0);
    }

    void aPanelMayGoWhileARunIsRead()
    {
        const QString path = recorded("long", specOf(0.01, 1), rowsOfRun(20'000));
        {
            Stage stage;
            stage.panel.addRun(path);
        }
        QTest::qWait(300);
    }

    void changesAreMarked()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows(rowsOfRun(100));
        stage.model.appendChanges(
            {{30, HyperParameter::Momentum, 0.9, 0.5, true}, {60, HyperParameter::LearningRate, 0.01, 0.001, false}});
        addRun(stage, recorded("marked", specOf(0.02, 5), rowsOfRun(80)));
        const CurveMarks& marks = stage.panel.lossPlot().marks();
        QCOMPARE(marks.marks().size(), std::size_t{3});
        QCOMPARE(marks.marks()[0].iteration, 30.0);
        QCOMPARE(marks.marks()[0].text, QStringLiteral("momentum 0.9 → 0.5, by hand"));
        QCOMPARE(marks.marks()[1].text, QStringLiteral("learning rate 0.02 → 0.002")); // of the recorded run
        QCOMPARE(marks.marks()[1].iteration, 40.0);
        QCOMPARE(marks.marks()[2].text, QStringLiteral("learning rate 0.01 → 0.001"));
        const double pixel = stage.plot("lossPlot")->xAxis2->coordToPixel(60);
        QCOMPARE(marks.textsAt(pixel + 3), marks.marks()[2].text);
        QVERIFY(marks.textsAt(pixel + 30).isEmpty());
        // They are painted: the pixels of the line differ from those without.
        const QRect line(static_cast<int>(pixel) - 1, 60, 3, 80);
        const QImage with = stage.plot("lossPlot")->grab(line).toImage();
        stage.model.restartRows();
        stage.model.appendRows(rowsOfRun(100));
        stage.refresh();
        QVERIFY(stage.plot("lossPlot")->grab(line).toImage() != with);
    }

    void textsOfChangesLieClearOfEachOther_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("upright");
        QTest::addRow("low") << 200 << false;
        QTest::addRow("high") << 700 << true;
    }
    void textsOfChangesLieClearOfEachOther()
    {
        QFETCH(int, height);
        QFETCH(bool, upright);
        Stage stage;
        stage.panel.resize(1100, height);
        stage.show();
        stage.model.appendRows(rowsOfRun(100));
        std::vector<HyperParameterChange> changes;
        for (const int iteration : {20, 21, 22, 45, 98})
            changes.push_back({iteration, HyperParameter::LearningRate, 0.01, 0.001, true});
        stage.model.appendChanges(changes);
        stage.refresh();
        const CurvePlot& plot = *stage.plot("lossPlot");
        const std::vector<CurveMarks::Label> labels = plot.marks().labels();
        QVERIFY(labels.size() >= 2);
        QVERIFY(plot.marks().layer()->index() > plot.graph(0)->layer()->index()); // or the curves lie on them
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const QRectF& box = labels[i].box;
            QCOMPARE(labels[i].upright, upright);
            QVERIFY(QRectF(plot.axisRect()->rect()).contains(box));
            const QFontMetricsF metrics(plot.xAxis->tickLabelFont()); // the text is whole
            const CurveMark& mark = plot.marks().marks()[labels[i].mark];
            QVERIFY((upright ? box.height() : box.width()) >=
                    metrics.horizontalAdvance(upright ? mark.text : mark.brief));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(!box.intersects(labels[k].box), qPrintable(QStringLiteral("%1, %2").arg(k).arg(i)));
        }
    }

    void aLowPlotDoesWithoutItsLegend()
    {
        Stage stage;
        stage.panel.setMinimumSize(140, 60); // as in the window
        stage.show();
        stage.model.appendRows(rowsOfRun(100));
        stage.refresh();
        CurvePlot& plot = *stage.plot("lossPlot");
        QVERIFY(plot.legend->visible());
        stage.panel.resize(1100, 100);
        QTRY_VERIFY(!plot.legend->visible());
        plot.replot();
        QVERIFY2(plot.axisRect()->outerRect().top() < 4,
                 qPrintable(QString::number(plot.axisRect()->outerRect().top())));
        stage.panel.resize(1100, 360);
        QTRY_VERIFY(plot.legend->visible());
        plot.replot();
        QVERIFY(plot.axisRect()->outerRect().top() >= plot.legend->outerRect().bottom());
    }

    /// Nothing else may draw a run that holds.
    void numbersMakeRoomInAPlotThatBecomesNarrow()
    {
        Stage stage;
        stage.panel.setMinimumSize(140, 60);
        stage.panel.resize(1600, 300);
        stage.show();
        stage.model.appendRows(rowsOfRun(5000));
        stage.refresh();
        const QCPAxis& axis = *stage.plot("lossPlot")->xAxis2;
        const auto collide = [&] {
            const QFontMetricsF metrics(axis.tickLabelFont());
            double taken = -1e9;
            for (qsizetype i = 0; i < axis.tickVector().size(); ++i) {
                const QString label = axis.tickVectorLabels().value(i);
                const double half = metrics.horizontalAdvance(label) / 2,
                             place = axis.coordToPixel(axis.tickVector()[i]);
                if (!label.isEmpty() && axis.range().contains(axis.tickVector()[i])) {
                    if (place - half < taken)
                        return true;
                    taken = place + half;
                }
            }
            return false;
        };
        for (const int width : {1200, 560, 900, 420}) {
            stage.panel.resize(width, 300);
            QTest::qWait(50);
            QTRY_VERIFY2(!collide(), qPrintable(QString::number(width)));
        }
    }

    void theLegendIsWholeWhereItIs()
    {
        Stage stage;
        stage.panel.setMinimumSize(140, 60);
        stage.show();
        stage.model.appendRows(rowsOfRun(100));
        stage.refresh();
        CurvePlot& plot = *stage.plot("lossPlot");
        int shown = 0, hidden = 0;
        for (int height = 360; height >= 80; height -= 4) {
            stage.panel.resize(1100, height);
            QCoreApplication::processEvents();
            plot.replot();
            ++(plot.legend->visible() ? shown : hidden);
            const int least = plot.legend->minimumOuterSizeHint().height();
            QVERIFY2(!plot.legend->visible() || plot.legend->outerRect().height() >= least,
                     qPrintable(QStringLiteral("%1 of %2 at %3")
                                    .arg(plot.legend->outerRect().height())
                                    .arg(least)
                                    .arg(plot.height())));
        }
        QVERIFY(shown > 0 && hidden > 0);
    }

    /// The name of the guide lies at the right end, where a run's latest changes are.
    void aTextGoesBelowWhatStaysClear()
    {
        QCustomPlot plot;
        plot.setViewport({0, 0, 500, 500});
        auto* marks = new CurveMarks(&plot, plot.xAxis); // the plot's
        marks->setMarks(
            {{0.9 * plot.xAxis->range().upper, QStringLiteral("learning rate 0.01 → 0.001"), {}, Qt::black}});
        plot.replot();
        const QRectF area = plot.axisRect()->rect(), clear(area.center().x(), area.top(), area.width() / 2, 40);
        QVERIFY(marks->labels().size() == 1 && marks->labels().front().box.intersects(clear));
        marks->keepClear(clear);
        QCOMPARE(marks->labels().size(), std::size_t{1});
        const CurveMarks::Label label = marks->labels().front();
        QVERIFY(label.upright && !label.box.intersects(clear) && area.contains(label.box));
    }

    void whatIsExportedIsReadBack()
    {
        Stage stage;
        stage.show();
        const std::vector<MetricsRow> rows = rowsOfRun(500), others = rowsOfRun(450, 21);
        stage.model.appendRows(rows);
        addRun(stage, recorded("exported", specOf(0.02, 5), others));
        stage.plot("lossPlot")->setIterationRange({100, 299.5});
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), std::size_t{400});
        const QString path = m_folder.filePath(QStringLiteral("curves.csv"));
        saveNumbers(numbers, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString header = QString::fromUtf8(file.readLine());
        QVERIFY2(header.startsWith(QLatin1String("\"run (1 = this run: learning rate 0.01, seed 2012; 2 = ")),
                 qPrintable(header));
        const QStringList names =
            header.mid(header.lastIndexOf(QLatin1Char('"')) + 2).trimmed().split(QLatin1Char(','));
        QCOMPARE(names.first(), QStringLiteral("iteration"));
        const auto column = [&](const char* name) { return names.indexOf(QString::fromLatin1(name)) + 1; };
        int lines = 0;
        while (!file.atEnd()) {
            const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
            const auto& run = cells[0] == QLatin1String("1") ? rows : others;
            const MetricsRow& row = run[static_cast<std::size_t>(cells[1].toInt() - 1)];
            QCOMPARE(cells[1].toInt(), 100 + lines % 200);
            QCOMPARE(cells[column("loss")].toFloat(), row.loss);
            QCOMPARE(cells[column("top1_error")].toFloat(), row.top1Error);
            QCOMPARE(cells[column("learning_rate")].toFloat(), row.learningRate);
            if (std::isnan(row.validationTop5))
                QVERIFY(cells[column("validation_top5")].isEmpty());
            else
                QCOMPARE(cells[column("validation_top5")].toFloat(), row.validationTop5);
            ++lines;
        }
        QCOMPARE(lines, 400);
    }

    /// Lines stay lines in SVG and PDF, and PNG is drawn at its own resolution.
    void figuresAreSharp()
    {
        Stage stage;
        stage.show();
        stage.model.appendRows(rowsOfRun(60));
        stage.refresh();
        const QString svg = m_folder.filePath(QStringLiteral("curves.svg"));
        saveFigure(*stage.plot("lossPlot"), stage.panel.caption(), svg);
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("<polyline") || text.contains("<path"));
        QVERIFY(text.contains(">training<")); // the legend, as text
        QVERIFY(!text.contains("<image"));
        const QString png = m_folder.filePath(QStringLiteral("curves.png"));
        saveFigure(stage.panel.figure(), {}, png);
        const QImage image(png);
        QCOMPARE(image.size(), stage.panel.figure().size() * 2);
        bool someOddDetail = false; // doubled pixels would be pairs
        for (int y = 0; y < image.height() && !someOddDetail; ++y)
            for (int x = 0; x + 1 < image.width(); x += 2)
                someOddDetail |= image.pixel(x, y) != image.pixel(x + 1, y) && image.pixel(x, y) == 0xff0072b2;
        QVERIFY(someOddDetail);
    }

    void memoryStaysBounded()
    {
        LiveModel model;
        std::vector<MetricsRow> burst;
        for (std::int64_t i = 1; i <= 5'000'000; ++i) {
            burst.push_back(sample::row(i, static_cast<float>(i % 331), 0.5f, i % 1000 == 0 ? 0.5f : notMeasured));
            if (burst.size() == 1000) {
                model.appendRows(burst);
                burst.clear();
            }
        }
        QCOMPARE(model.curves()->rows(), std::uint64_t{5'000'000});
        QVERIFY(model.rows().size() <= 2 * LiveModel::rowsKept);
        QCOMPARE(model.rows().back().iteration, std::int64_t{5'000'000});
        QVERIFY2(model.curves()->stored() < 1'500'000, qPrintable(QString::number(model.curves()->stored())));
    }

    void rowsReadWhileARunIsOpenedAreItsPast()
    {
        LiveModel model;
        model.setRun(sample::description());
        model.appendRows({sample::row(1, 2, 1)});
        model.setRun(nullptr);
        QVERIFY(model.rows().empty());
        model.appendRows({sample::row(1, 2, 1), sample::row(2, 2, 1)});
        model.setRun(sample::description());
        QCOMPARE(model.rows().size(), std::size_t{2});
        QCOMPARE(model.curves()->rows(), std::uint64_t{2});
        model.setRun(sample::description());
        QVERIFY(model.rows().empty());
    }

    /// Prints; never fails on time.
    void speed()
    {
        Stage stage;
        stage.panel.resize(1600, 420);
        stage.show();
        stage.model.appendRows(rowsOfRun(1'000'000));
        stage.refresh();
        const auto milliseconds = [](const QElapsedTimer& timer) {
            return static_cast<double>(timer.nsecsElapsed()) / 1e6;
        };
        QElapsedTimer timer;
        double worst = 0, total = 0;
        constexpr int times = 50;
        std::int64_t next = 1'000'001;
        for (int i = 0; i < times; ++i) {
            std::vector<MetricsRow> burst;
            for (int r = 0; r < 300; ++r)
                burst.push_back(sample::row(next++, 0.5f, 0.5f));
            timer.start();
            stage.model.appendRows(burst);
            stage.refresh();
            worst = std::max(worst, milliseconds(timer));
            total += milliseconds(timer);
        }
        qInfo("1,000,000 rows: 300 more and both plots drawn anew in %.2f ms, at worst %.2f ms", total / times, worst);
        worst = total = 0;
        for (int i = 0; i < times; ++i) {
            timer.start();
            stage.plot("lossPlot")->setIterationRange({i * 5000.0, 1e6 - i * 14000.0});
            stage.plot("lossPlot")->replot();
            stage.plot("errorPlot")->replot();
            worst = std::max(worst, milliseconds(timer));
            total += milliseconds(timer);
        }
        qInfo("zoomed and both drawn in %.2f ms, at worst %.2f ms", total / times, worst);
        worst = total = 0;
        stage.plot("lossPlot")->setIterationRange({0, 2e5});
        for (int i = 0; i < times; ++i) {
            timer.start();
            QTest::keyClick(stage.plot("lossPlot"), Qt::Key_Right, Qt::ControlModifier); // a tenth of what is in sight
            stage.plot("lossPlot")->replot();
            stage.plot("errorPlot")->replot();
            worst = std::max(worst, milliseconds(timer));
            total += milliseconds(timer);
        }
        qInfo("moved and both drawn in %.2f ms, at worst %.2f ms", total / times, worst);
        timer.start();
        for (int i = 0; i < times; ++i)
            stage.plot("lossPlot")->pointedAt(5000.0 * i);
        qInfo("cursor moved in %.2f ms", milliseconds(timer) / times);
    }
};

QTEST_MAIN(TestCurves)
#include "tst_curves.moc"
