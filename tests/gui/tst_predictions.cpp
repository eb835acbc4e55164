// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "gui/data/prediction_view.h"
#include "gui/live/session_bridge.h"
#include "gui/look/numbers.h"
#include "gui/panels/predictions_panel.h"
#include "gui/widgets/confusion_view.h"
#include "gui/widgets/prediction_card.h"
#include "tests/gui/sample_run.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

using Kind = PredictionChoice::Kind;
using Order = PredictionChoice::Order;

/// Predictions drawn from a seed: some right, some wrong, all with other certainties.
std::shared_ptr<SetPredictions> predictionsOf(const Dataset& set, int classes, std::uint32_t seed = 1)
{
    const auto size = static_cast<std::int64_t>(set.size());
    PredictionTally tally(size, size, classes);
    PhiloxSequence random(17, Stream::Analysis, seed);
    for (std::size_t i = 0; i < set.size(); ++i) {
        std::vector<float> probabilities(static_cast<std::size_t>(classes));
        for (float& p : probabilities)
            p = static_cast<float>(1 + random.below(1000));
        const auto likely = static_cast<std::size_t>(
            random.below(3) > 0 ? static_cast<unsigned>(set.label(i)) : random.below(static_cast<unsigned>(classes)));
        probabilities[likely] += static_cast<float>(random.below(5000));
        float sum = 0;
        for (const float p : probabilities)
            sum += p;
        for (float& p : probabilities)
            p /= sum;
        tally.take(static_cast<std::uint32_t>(i), set.label(i), probabilities);
    }
    auto predictions = std::make_shared<SetPredictions>(tally.finish());
    predictions->iteration = 1240;
    predictions->epoch = 3.25;
    return predictions;
}

/// As many classes as one likes, every one with as many pictures.
class ManyClasses : public Dataset {
public:
    ManyClasses(std::size_t size, int classes) : m_size(size), m_classes(classes) {}
    std::size_t size() const override { return m_size; }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        scratch = Image(8, 8);
        std::fill(scratch.rgb.begin(), scratch.rgb.end(), static_cast<std::uint8_t>(i));
        return scratch;
    }
    int label(std::size_t i) const override { return static_cast<int>(i % static_cast<std::size_t>(m_classes)); }
    std::string name(std::size_t i) const override { return "picture " + std::to_string(i); }

private:
    std::size_t m_size;
    int m_classes;
};

struct Stage {
    LiveModel model;
    Selection selection;
    PinnedPicture pinned{model};
    PredictionsPanel panel{model, selection, pinned};

    explicit Stage(std::size_t pictures = 20, int classes = 10)
    {
        auto run = std::make_shared<RunDescription>(*sample::description());
        run->data.validation = std::make_shared<ManyClasses>(pictures, classes);
        run->data.classNames.clear();
        for (int i = 0; i < classes; ++i)
            run->data.classNames.push_back("kind " + std::to_string(i));
        run->network = parseNetwork(sample::networkText, "tiny.net").withClasses(classes);
        run->geometry = geometryOf(run->network);
        model.setRun(run);
        SessionStatus status = sample::holding(1240);
        status.classes = classes;
        model.setStatus(status);
        panel.resize(900, 460);
        panel.show();
    }
    void say(const std::shared_ptr<const SetPredictions>& predictions)
    {
        model.setPredictions(predictions);
        panel.refreshNow();
        QCoreApplication::processEvents(); // what the layout makes of it
    }
    void page(PredictionsPanel::Page page)
    {
        panel.header().setPage(page);
        panel.refreshNow();
        QCoreApplication::processEvents();
    }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return panel.findChild<Widget*>(QString::fromLatin1(name));
    }
    QString notice() { return find<QLabel>("predictionsNotice")->text(); }
};

/// The order the pictures ought to have, by plain comparison of every two.
void checkOrder(const PredictionModel& model, Order order)
{
    for (int row = 1; row < model.rowCount(); ++row) {
        const PicturePrediction &before = model.prediction(row - 1), &after = model.prediction(row);
        if (order == Order::OfTheSet) {
            QVERIFY(before.picture < after.picture);
        } else if (order == Order::LeastSureFirst) {
            QVERIFY(before.confidence() <= after.confidence());
        } else if (before.isRight() == after.isRight()) {
            QVERIFY(before.isRight() ? before.confidence() <= after.confidence()
                                     : before.confidence() >= after.confidence());
        } else {
            QVERIFY(after.isRight()); // mistakes come first
        }
    }
}

} // namespace

class TestPredictions : public QObject {
    Q_OBJECT

private slots:
    /// Whatever the width, the first card is the first thing in the view, and a row holds as many as fit.
    void cardsBeginAtTheTop()
    {
        Stage stage(40);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        PredictionView& view = stage.panel.view();
        const int least = predictionRoom(view.font(), {QStringLiteral("kind 1")}).size().width();
        for (int width = 500; width < 1500; width += 7) {
            stage.panel.resize(width, 460);
            view.doItemsLayout();
            const QAbstractItemModel& model = *view.model();
            QCOMPARE(view.visualRect(model.index(0, 0)).top(), 0);
            int columns = 1;
            while (view.visualRect(model.index(columns, 0)).top() == 0)
                ++columns;
            QVERIFY2(columns == std::max(1, (view.viewport()->width() - 1) / (least + ThumbnailView::cellGap)),
                     qPrintable(QString::number(width)));
        }
    }

    /// Long names do not push the errors out of sight.
    void errorsStayInSight()
    {
        Stage stage(40);
        auto run = std::make_shared<RunDescription>(*stage.model.run());
        for (std::string& name : run->data.classNames)
            name += ", of which there is a great deal to be said";
        stage.model.setRun(run);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*run->data.validation, 10));
        auto* table = stage.panel.findChild<QTableView*>(QStringLiteral("classErrors"));
        for (const int width : {620, 900, 620}) {
            stage.panel.resize(width, 460);
            QCoreApplication::processEvents();
            const int end =
                table->columnViewportPosition(ClassErrorModel::Error) + table->columnWidth(ClassErrorModel::Error);
            QVERIFY2(end <= table->viewport()->width(), qPrintable(QStringLiteral("%1 at %2").arg(end).arg(width)));
        }
    }

    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void modelsKeepTheRules()
    {
        Stage stage(60);
        const QAbstractItemModelTester pictures(&stage.panel.pictures(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester classes(stage.find<QTableView>("classErrors")->model(),
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        QCOMPARE(stage.panel.pictures().rowCount(), 60);
        QTRY_VERIFY(stage.panel.pictures().readSoFar() > 0);
        stage.panel.chooseClass(3);
        stage.panel.refreshNow();
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10, 2));
        stage.model.setRun(nullptr);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.pictures().rowCount(), 0);
    }

    void picturesAreChosenAndOrdered_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("order");
        for (int kind = 0; kind < 3; ++kind)
            for (int order = 0; order < 3; ++order)
                QTest::addRow("kind %d, order %d", kind, order) << kind << order;
    }
    void picturesAreChosenAndOrdered()
    {
        QFETCH(int, kind);
        QFETCH(int, order);
        Stage stage(300);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 10);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.find<QComboBox>("predictionsKind")->setCurrentIndex(kind);
        stage.find<QComboBox>("predictionsOrder")->setCurrentIndex(order);
        stage.say(predictions);
        const PredictionModel& model = stage.panel.pictures();
        const auto wanted =
            std::count_if(predictions->pictures.begin(), predictions->pictures.end(), [&](const auto& p) {
                return kind == static_cast<int>(Kind::All) || p.isRight() == (kind == static_cast<int>(Kind::Right));
            });
        QVERIFY(wanted > 20);
        QCOMPARE(model.rowCount(), static_cast<int>(wanted));
        std::set<std::uint32_t> different;
        for (int row = 0; row < model.rowCount(); ++row) {
            different.insert(model.prediction(row).picture);
            QCOMPARE(model.at(row), (PictureId{PictureSet::Validation, model.prediction(row).picture}));
            if (kind == static_cast<int>(Kind::Mistakes))
                QVERIFY(!model.prediction(row).isRight());
        }
        QCOMPARE(different.size(), static_cast<std::size_t>(wanted));
        checkOrder(model, static_cast<Order>(order));
    }

    void aClassLimitsThePictures()
    {
        Stage stage(200);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        auto* table = stage.find<QTableView>("classErrors");
        table->selectRow(2); // the third worst
        stage.panel.refreshNow();
        const int chosen = stage.panel.choice().truth;
        QVERIFY(chosen >= 0);
        QCOMPARE(table->model()->index(2, 0).data().toString(), QStringLiteral("kind %1").arg(chosen));
        QCOMPARE(stage.panel.pictures().rowCount(), 20);
        for (int row = 0; row < 20; ++row)
            QCOMPARE(stage.panel.pictures().prediction(row).label, chosen);
        auto* limit = stage.find<QToolButton>("predictionsLimit");
        QVERIFY(limit->isVisible());
        QCOMPARE(limit->text(), QStringLiteral("kind %1").arg(chosen));
        limit->click();
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.pictures().rowCount(), 200);
        QVERIFY(!limit->isVisible());
        QVERIFY(table->selectionModel()->selectedRows().isEmpty());
        stage.find<QLineEdit>("findPredictedClass")->setText(QStringLiteral("KIND 7"));
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void theWorstClassesComeFirst()
    {
        Stage stage(200);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 10);
        stage.page(PredictionsPanel::Page::Confusion);
        stage.say(predictions);
        const QAbstractItemModel* classes = stage.find<QTableView>("classErrors")->model();
        QCOMPARE(classes->rowCount(), 10);
        double before = 1;
        for (int row = 0; row < 10; ++row) {
            const QString name = classes->index(row, ClassErrorModel::Name).data().toString();
            const int truth = name.mid(5).toInt();
            const double error = predictions->confusion.error(truth);
            QVERIFY(error <= before);
            before = error;
            QCOMPARE(classes->index(row, ClassErrorModel::Error).data().toString(), percent(error));
            QCOMPARE(classes->index(row, ClassErrorModel::Pictures).data().toString(), QStringLiteral("20"));
        }
    }

    void aCellOpensThePicturesBehindIt()
    {
        Stage stage(400);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 10);
        stage.page(PredictionsPanel::Page::Confusion);
        stage.say(predictions);
        ConfusionView& matrix = stage.panel.confusion();
        QVERIFY(matrix.part().isWhole);
        int row = -1, column = -1; // a mistake that occurs
        for (int i = 0; i < 100 && row < 0; ++i)
            if (i / 10 != i % 10 && predictions->confusion.count(i / 10, i % 10) > 0) {
                row = i / 10;
                column = i % 10;
            }
        QVERIFY(row >= 0);
        const auto pictures = predictions->confusion.count(row, column);
        QCOMPARE(matrix.sentence(row, column), QStringLiteral("%1 of 40 pictures of kind %2 (%3) are taken for kind %4")
                                                   .arg(pictures)
                                                   .arg(row)
                                                   .arg(percent(static_cast<double>(pictures) / 40))
                                                   .arg(column));
        QSignalSpy pointed(&matrix, &ConfusionView::pointed);
        QTest::mouseMove(&matrix, matrix.cellRect(row, column).center().toPoint());
        QTRY_VERIFY(!pointed.isEmpty());
        QTRY_COMPARE(stage.find<QLabel>("predictionsSaid")->text(), matrix.sentence(row, column));
        // Pictures of the right kind would hide these: a cell shows all of its own.
        stage.find<QComboBox>("predictionsKind")->setCurrentIndex(static_cast<int>(Kind::Right));
        QTest::mouseClick(&matrix, Qt::LeftButton, {}, matrix.cellRect(row, column).center().toPoint());
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.header().page(), PredictionsPanel::Page::Pictures);
        QCOMPARE(stage.panel.pictures().rowCount(), static_cast<int>(pictures));
        for (int i = 0; i < stage.panel.pictures().rowCount(); ++i) {
            QCOMPARE(stage.panel.pictures().prediction(i).label, row);
            QCOMPARE(stage.panel.pictures().prediction(i).classes[0], column);
        }
        QCOMPARE(stage.find<QToolButton>("predictionsLimit")->text(),
                 QStringLiteral("kind %1 taken for kind %2").arg(row).arg(column));
    }

    void theMatrixObeysTheKeyboard()
    {
        Stage stage(200);
        stage.page(PredictionsPanel::Page::Confusion);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        ConfusionView& matrix = stage.panel.confusion();
        QSignalSpy chosen(&matrix, &ConfusionView::cellChosen);
        QTest::keyClick(&matrix, Qt::Key_Down); // the first key comes to the first cell
        QTest::keyClick(&matrix, Qt::Key_Down);
        QTest::keyClick(&matrix, Qt::Key_Right);
        QTest::keyClick(&matrix, Qt::Key_Right);
        QTest::keyClick(&matrix, Qt::Key_Up);
        QTest::keyClick(&matrix, Qt::Key_Up);
        QTest::keyClick(&matrix, Qt::Key_Down);
        QCOMPARE(matrix.accessibleDescription(), matrix.sentence(1, 2));
        QTest::keyClick(&matrix, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        QCOMPARE(chosen[0][1].toInt(), 2);
    }

    void manyClassesStayReadable()
    {
        Stage stage(5000, 1000);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 1000);
        stage.page(PredictionsPanel::Page::Confusion);
        stage.say(predictions);
        ConfusionView& matrix = stage.panel.confusion();
        const Confusion& confusion = predictions->confusion;
        QVERIFY(!matrix.part().isWhole);
        QCOMPARE(matrix.part().classes.size(), std::size_t{ConfusionPart::most});
        const std::vector<int> worst = confusion.worstFirst();
        QVERIFY(std::equal(matrix.part().classes.begin(), matrix.part().classes.end(), worst.begin()));
        QVERIFY2(stage.panel.caption().contains(QStringLiteral("30 classes of 1,000 with the highest error")),
                 qPrintable(stage.panel.caption()));
        QVERIFY(!matrix.cellRect(29, 30).isNull()); // what is not shown has a column of its own
        std::int64_t shown = 0;
        for (const int predicted : matrix.part().classes)
            shown += confusion.count(worst[0], predicted);
        QVERIFY(matrix.sentence(0, 30).startsWith(QString::number(confusion.pictures(worst[0]) - shown)));
        int chosen = -1; // one that is taken for another, and not among the worst
        for (const int truth : worst)
            if (confusion.errors(truth) > 0)
                chosen = truth;
        stage.panel.chooseClass(chosen);
        stage.panel.refreshNow();
        QCOMPARE(matrix.part().classes.front(), chosen);
        const int mostly = confusion.mostlyTakenFor(chosen);
        QVERIFY(std::count(matrix.part().classes.begin(), matrix.part().classes.end(), mostly) == 1);
        QVERIFY(matrix.part().classes.size() <= std::size_t{ConfusionPart::most});
        matrix.grab();
    }

    void beforeTheFirstValidationItSaysSo()
    {
        Stage stage;
        for (const auto page : {PredictionsPanel::Page::Pictures, PredictionsPanel::Page::Confusion}) {
            stage.page(page);
            QVERIFY2(stage.notice().contains(QStringLiteral("not been asked yet")), qPrintable(stage.notice()));
            QVERIFY(stage.notice().contains(QStringLiteral("0.5 epochs")));
        }
        auto* ask = stage.find<QPushButton>("predictionsAction");
        QVERIFY(ask->isVisible() && ask->isEnabled());
        QSignalSpy wanted(&stage.panel, &PredictionsPanel::judgeWanted);
        ask->click();
        QCOMPARE(wanted.size(), 1);
        SessionStatus status = stage.model.status();
        status.toJudge = 20;
        status.judged = 8;
        stage.model.setStatus(status);
        stage.panel.refreshNow();
        QVERIFY2(stage.notice().contains(QStringLiteral("8 of 20")), qPrintable(stage.notice()));
        QVERIFY(!ask->isEnabled());
        status.toJudge = status.judged = 0;
        status.state = SessionState::Running;
        stage.model.setStatus(status);
        stage.panel.refreshNow();
        QVERIFY2(stage.notice().contains(QStringLiteral("pause")), qPrintable(stage.notice()));
        QVERIFY(!ask->isEnabled());
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        QVERIFY(!ask->isVisible());
        QCOMPARE(stage.notice(), QString());
    }

    void ofOldPredictionsOneMayAskAgain()
    {
        Stage stage;
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        auto* again = stage.find<QToolButton>("askAgain");
        QVERIFY(!again->isVisible()); // they are of this iteration
        SessionStatus status = sample::holding(1300);
        stage.model.setStatus(status);
        stage.panel.refreshNow();
        QVERIFY(again->isVisible() && again->isEnabled());
        QVERIFY2(stage.panel.caption().contains(QStringLiteral("iteration 1,240")), qPrintable(stage.panel.caption()));
        QSignalSpy wanted(&stage.panel, &PredictionsPanel::judgeWanted);
        again->click();
        QCOMPARE(wanted.size(), 1);
    }

    void thePastSaysWhatIsMissing()
    {
        Stage stage;
        QTRY_VERIFY(stage.pinned.image());
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        QCOMPARE(stage.panel.pictures().rowCount(), 20);
        auto past = std::make_shared<Snapshot>();
        past->iteration = 7;
        past->past = true;
        past->pinned = stage.pinned.image();
        auto output = std::make_shared<HostTensor>(Shape{1, 10, 1, 1});
        output->values = {0.1f, 0.3f, 0.1f, 0.1f, 0.05f, 0.05f, 0.1f, 0.1f, 0.05f, 0.05f};
        past->activations["prob"] = {output, TensorMode::TestMode};
        stage.model.showPast(past);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.pictures().rowCount(), 0);
        QVERIFY2(stage.notice().contains(QStringLiteral("iteration 7")), qPrintable(stage.notice()));
        QSignalSpy now(&stage.panel, &PredictionsPanel::nowWanted);
        stage.find<QPushButton>("predictionsAction")->click();
        QCOMPARE(now.size(), 1);
        stage.page(PredictionsPanel::Page::Live); // what the pinned picture was taken for is recorded
        QVERIFY(stage.notice().contains(QStringLiteral("iteration 7")));
        const auto& bars = stage.panel.live().pinnedCard().bars();
        QCOMPARE(bars.size(), std::size_t{5});
        QCOMPARE(bars[0].name, QStringLiteral("kind 1"));
        for (const PredictionCard* card : stage.panel.cards())
            QVERIFY(card->bars().empty());
        stage.model.showPast(nullptr);
        stage.page(PredictionsPanel::Page::Pictures);
        QCOMPARE(stage.panel.pictures().rowCount(), 20);
        QCOMPARE(stage.notice(), QString());
    }

    void thePinnedPictureIsTheFirstOfTheLiveOnes()
    {
        Stage stage;
        QTRY_VERIFY(stage.pinned.image());
        auto snapshot = sample::snapshot(1, 1240, 0.1f);
        snapshot->pinned = stage.pinned.image();
        auto output = std::make_shared<HostTensor>(Shape{1, 10, 1, 1});
        output->values[4] = 1;
        snapshot->activations["prob"] = {output, TensorMode::TestMode};
        stage.model.setSnapshot(snapshot);
        stage.panel.refreshNow();
        const PredictionCard& card = stage.panel.live().pinnedCard();
        QCOMPARE(card.pos().y(), stage.panel.cards()[0]->pos().y());
        QVERIFY(card.pos().x() < stage.panel.cards()[0]->pos().x());
        QCOMPARE(card.bars()[0].name, QStringLiteral("kind 4"));
        QCOMPARE(card.trueLabel(), QStringLiteral("kind 0"));
        auto own = std::make_shared<Image>(9, 9);
        stage.pinned.pinOwn(own, QStringLiteral("own.png"));
        stage.panel.refreshNow();
        QVERIFY(card.bars().empty());
        QCOMPARE(card.trueLabel(), QString());
    }

    void namesAreNotCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("1280 × 720") << 700 << 250;
        QTest::newRow("1600 × 900") << 1030 << 380;
    }
    void namesAreNotCut()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const QStringList names{QStringLiteral("upright stripes"), QStringLiteral("slanted stripes"),
                                QStringLiteral("dead leaves")};
        auto run = std::make_shared<RunDescription>(*sample::description());
        run->data.classNames.assign(10, names[0].toStdString());
        run->data.classNames[1] = names[1].toStdString();
        Stage stage;
        stage.model.setRun(run);
        QTRY_COMPARE(stage.panel.live().examples().size(), std::size_t{8});
        stage.panel.resize(width, height);
        const PredictionRoom room = predictionRoom(stage.panel.font(), names);
        QFont bold = stage.panel.font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        QVERIFY(room.bars >=
                metrics.horizontalAdvance(names[0]) + metrics.horizontalAdvance(QStringLiteral("100.0 %")));
        int visible = 0;
        for (const PredictionCard* card : stage.panel.cards()) {
            visible += card->isVisible();
            if (card->isVisible()) {
                QVERIFY(card->width() >= room.size().width());
                QVERIFY(stage.panel.live().rect().contains(card->geometry()));
            }
        }
        QVERIFY(visible >= 3);
        stage.page(PredictionsPanel::Page::Pictures);
        QVERIFY(stage.panel.view().cardSize().width() >= room.size().width());
        QVERIFY(stage.panel.view().viewport()->width() >= stage.panel.view().cardSize().width());
    }

    void thousandsOfCardsScrollAndReadOnlyWhatIsSeen()
    {
        Stage stage(50'000, 100);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 100);
        stage.page(PredictionsPanel::Page::Pictures);
        QElapsedTimer timer;
        timer.start();
        stage.say(predictions);
        qInfo("50,000 predictions taken in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(stage.panel.pictures().rowCount(), 50'000);
        QScrollBar* bar = stage.panel.view().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100'000);
        timer.restart();
        for (int i = 1; i <= 50; ++i) {
            bar->setValue(bar->maximum() / 50 * i);
            stage.panel.view().viewport()->repaint();
        }
        qInfo("50 steps through 50,000 cards: %lld ms", static_cast<long long>(timer.elapsed()));
        QTRY_VERIFY(stage.panel.pictures().readSoFar() > 0);
        QVERIFY(stage.panel.pictures().readSoFar() < 5000);
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        stage.say(predictionsOf(*stage.model.run()->data.validation, 100, 2)); // the next validation
        QCOMPARE(bar->value(), before);
    }

    void choosingACardPinsIt()
    {
        Stage stage(40);
        stage.page(PredictionsPanel::Page::Pictures);
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10));
        PredictionView& view = stage.panel.view();
        view.setCurrentIndex(stage.panel.pictures().index(5));
        const auto picture = stage.panel.pictures().prediction(5).picture;
        const QString said = stage.find<QLabel>("predictionsSaid")->text();
        QVERIFY2(said.contains(QStringLiteral("picture %1, a picture of kind").arg(picture)), qPrintable(said));
        QTest::keyClick(&view, Qt::Key_Return);
        QTRY_COMPARE(stage.pinned.index(), static_cast<std::ptrdiff_t>(picture));
        stage.say(predictionsOf(*stage.model.run()->data.validation, 10, 2));
        QVERIFY(view.currentIndex().isValid()); // what is chosen stays chosen
        QCOMPARE(stage.panel.pictures().prediction(view.currentIndex().row()).picture, picture);
    }

    void numbersAreThoseOnTheScreen()
    {
        Stage stage(100);
        const auto predictions = predictionsOf(*stage.model.run()->data.validation, 10);
        QVERIFY(stage.panel.numbers().isEmpty());
        stage.page(PredictionsPanel::Page::Pictures);
        QVERIFY(stage.panel.numbers().isEmpty());
        stage.find<QComboBox>("predictionsKind")->setCurrentIndex(static_cast<int>(Kind::Mistakes));
        stage.say(predictions);
        const Numbers pictures = stage.panel.numbers();
        QCOMPARE(static_cast<std::int64_t>(pictures.rows.size()), predictions->confusion.totalErrors());
        for (const auto& row : pictures.rows)
            QCOMPARE(row.size() + 1, static_cast<std::size_t>(pictures.columns.size()));
        QCOMPARE(pictures.rows[0][4], static_cast<double>(stage.panel.pictures().prediction(0).confidence()));
        stage.page(PredictionsPanel::Page::Confusion);
        const Numbers matrix = stage.panel.numbers();
        QCOMPARE(matrix.rows.size(), std::size_t{10});
        QCOMPARE(matrix.columns.size(), 13);
        for (int truth = 0; truth < 10; ++truth)
            for (int predicted = 0; predicted < 10; ++predicted)
                QCOMPARE(matrix.rows[static_cast<std::size_t>(truth)][static_cast<std::size_t>(predicted)],
                         static_cast<double>(predictions->confusion.count(truth, predicted)));
        QVERIFY(!stage.panel.caption().isEmpty());
        QVERIFY(stage.panel.figure().width() > 0);
    }

    void choicesAreRememberedAndNonsenseIsNot()
    {
        Stage first, second;
        first.page(PredictionsPanel::Page::Confusion);
        first.find<QComboBox>("predictionsKind")->setCurrentIndex(1);
        first.find<QComboBox>("predictionsOrder")->setCurrentIndex(2);
        first.find<QComboBox>("confusionNumbers")->setCurrentIndex(1);
        second.panel.setChoices(first.panel.choices());
        QCOMPARE(second.panel.choices(), first.panel.choices());
        QCOMPARE(second.panel.header().page(), PredictionsPanel::Page::Confusion);
        second.panel.setChoices({{QStringLiteral("page"), 77}, {QStringLiteral("kind"), QStringLiteral("x")}});
        QCOMPARE(second.panel.header().page(), PredictionsPanel::Page::Live);
        QCOMPARE(second.panel.header().kind(), Kind::All);
    }

    void withoutValidationPicturesThereIsASentence()
    {
        Stage stage(0);
        stage.page(PredictionsPanel::Page::Pictures);
        QVERIFY2(stage.notice().contains(QStringLiteral("no validation pictures")), qPrintable(stage.notice()));
        QVERIFY(!stage.find<QPushButton>("predictionsAction")->isVisible());
    }

    void anotherPageLooksAtNothing()
    {
        Stage stage;
        QTRY_COMPARE(stage.panel.live().examples().size(), std::size_t{8});
        ProbeRequest live, set;
        stage.panel.look(live);
        QCOMPARE(live.gallery.size(), std::size_t{8});
        stage.page(PredictionsPanel::Page::Pictures);
        stage.panel.look(set);
        QVERIFY(set.gallery.empty() && set.activations.empty());
    }

    /// The whole way: a run that trains, its validation, and the question in between.
    void aRunFillsThePanel()
    {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned(model);
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        SessionBridge bridge(
            std::move(catalogue), [](const std::string&, const NetworkSpec&) { return sample::data(); }, model);
        PredictionsPanel panel(model, selection, pinned);
        QObject::connect(&panel, &PredictionsPanel::judgeWanted, &bridge, &SessionBridge::judge);
        panel.show();
        panel.header().setPage(PredictionsPanel::Page::Pictures);
        RunSpec spec;
        spec.networkText = sample::networkText;
        spec.data = "textures";
        spec.recipe = parseNetwork(sample::networkText, "tiny.net").recipe;
        bridge.start(spec);
        QTRY_VERIFY(model.run());
        auto* ask = panel.findChild<QPushButton*>(QStringLiteral("predictionsAction"));
        QTRY_VERIFY(ask->isEnabled() && ask->isVisible());
        ask->click();
        QTRY_VERIFY(model.predictions());
        QCOMPARE(model.predictions()->iteration, std::int64_t{0});
        QTRY_COMPARE(panel.pictures().rowCount(), 20);
        StopCondition until;
        until.epoch = 2;
        bridge.run(until);
        QTRY_COMPARE(model.predictions()->iteration, std::int64_t{16});
        QTRY_VERIFY(panel.caption().contains(QStringLiteral("iteration 16")));
        QVERIFY(model.validation());
        QCOMPARE(static_cast<float>(static_cast<double>(model.predictions()->confusion.totalErrors()) / 20),
                 model.validation()->validationTop1);
        bridge.reset();
        QTRY_VERIFY(!model.predictions());
        QTRY_COMPARE(panel.pictures().rowCount(), 0);
    }
};

QTEST_MAIN(TestPredictions)
#include "tst_predictions.moc"
