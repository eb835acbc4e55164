// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "gui/data/picture_view.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/panels/data_panel.h"
#include "tests/gui/sample_run.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <QThread>

#include <atomic>
#include <mutex>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// As large a set as one likes: the label in the red, the index in green and blue. Counts what is read of it.
class Numbered : public Dataset {
public:
    Numbered(std::size_t size, int classes) : m_size(size), m_classes(classes) {}
    std::size_t size() const override { return m_size; }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        ++reads;
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            ++readsInTheWindow;
        if (i == broken)
            throw Error("picture 7 is damaged");
        scratch = Image(16, 12);
        for (std::size_t p = 0; p < scratch.rgb.size(); p += 3) {
            scratch.rgb[p] = static_cast<std::uint8_t>(20 * label(i));
            scratch.rgb[p + 1] = static_cast<std::uint8_t>(i >> 8);
            scratch.rgb[p + 2] = static_cast<std::uint8_t>(i);
        }
        return scratch;
    }
    /// Class 0 has half of all, the others share the rest.
    int label(std::size_t i) const override
    {
        return i % 2 == 0 ? 0 : 1 + static_cast<int>(i / 2 % static_cast<std::size_t>(m_classes - 1));
    }
    std::string name(std::size_t i) const override { return "picture " + std::to_string(i); }
    std::vector<DataWarning> lateWarnings() const override
    {
        const std::lock_guard lock(mutex);
        return late;
    }

    mutable std::atomic<int> reads{0}, readsInTheWindow{0};
    std::size_t broken = static_cast<std::size_t>(-1);
    mutable std::mutex mutex;
    std::vector<DataWarning> late;

private:
    std::size_t m_size;
    int m_classes;
};

} // namespace

class TestDataPanel : public QObject {
    Q_OBJECT

    static constexpr int classes = 10;

    struct Stage {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned{model};
        std::shared_ptr<Numbered> training, validation;
        DataPanel panel{model, selection, pinned};

        explicit Stage(std::size_t trainingSize = 400, std::size_t validationSize = 60)
            : training(std::make_shared<Numbered>(trainingSize, classes)),
              validation(std::make_shared<Numbered>(validationSize, classes))
        {
            panel.resize(900, 420);
        }
        void open()
        {
            auto run = std::make_shared<RunDescription>(*sample::description());
            run->data.training = training;
            run->data.validation = validation;
            run->data.pictureSide = 0;
            run->data.warnings = {{"a/broken.jpg", "it ends too early", true}, {"b/grey.png", "made RGB", false}};
            model.setRun(run);
            panel.setVisible(true);
            QTRY_VERIFY(panel.pictures().rowCount() > 0);
        }
    };

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void modelsKeepTheRules()
    {
        Stage stage;
        const QAbstractItemModelTester pictures(&stage.panel.pictures(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester counted(&stage.panel.classes(),
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester warnings(&stage.panel.warnings(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.open();
        stage.panel.chooseClass(3);
        stage.panel.showSets(DataPanel::Shown::Validation);
        QTRY_VERIFY(stage.panel.pictures().readSoFar() > 0);
        stage.panel.chooseClass(-1);
        stage.model.setRun(nullptr);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.pictures().rowCount(), 0);
        QCOMPARE(stage.panel.classes().rowCount(), 0);
        QCOMPARE(stage.panel.warnings().rowCount(), 0);
    }

    void countsAreThoseOfTheLabels()
    {
        Stage stage(1001, 77);
        stage.open();
        std::vector<std::int64_t> training(classes), validation(classes);
        for (std::size_t i = 0; i < 1001; ++i)
            ++training[static_cast<std::size_t>(stage.training->label(i))];
        for (std::size_t i = 0; i < 77; ++i)
            ++validation[static_cast<std::size_t>(stage.validation->label(i))];
        const ClassModel& model = stage.panel.classes();
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), std::size_t(classes));
        for (int label = 0; label < classes; ++label) {
            const auto at = static_cast<std::size_t>(label);
            QCOMPARE(model.index(label, ClassModel::Training).data().toString(), count(training[at]));
            QCOMPARE(model.index(label, ClassModel::Validation).data().toString(), count(validation[at]));
            QCOMPARE(model.index(label, ClassModel::Balance).data(ClassModel::TrainingShareRole).toDouble(),
                     static_cast<double>(training[at]) / static_cast<double>(training[0]));
            QCOMPARE(numbers.rows[at][1], static_cast<double>(training[at]));
            QCOMPARE(numbers.rowNames[label], model.index(label, ClassModel::Name).data().toString());
        }
        QCOMPARE(stage.panel.summary(), QStringLiteral("10 classes, 1,001 training and 77 validation pictures"));
        QVERIFY2(stage.panel.explanation().contains(percent(1 - 39.0 / 77)), qPrintable(stage.panel.explanation()));
    }

    void filtersByClassAndSet_data()
    {
        QTest::addColumn<int>("label");
        QTest::addColumn<int>("sets");
        for (const int label : {-1, 0, 9})
            for (int sets = 0; sets < 3; ++sets)
                QTest::addRow("class %d, sets %d", label, sets) << label << sets;
    }
    void filtersByClassAndSet()
    {
        QFETCH(int, label);
        QFETCH(int, sets);
        Stage stage;
        stage.open();
        stage.panel.chooseClass(label);
        stage.panel.showSets(static_cast<DataPanel::Shown>(sets));
        std::vector<PictureId> expected;
        for (const PictureSet set : {PictureSet::Training, PictureSet::Validation}) {
            if (static_cast<int>(set) == 1 - (sets - 1) && sets > 0)
                continue;
            const Numbered& from = set == PictureSet::Training ? *stage.training : *stage.validation;
            for (std::size_t i = 0; i < from.size(); ++i)
                if (label < 0 || from.label(i) == label)
                    expected.push_back({set, static_cast<std::uint32_t>(i)});
        }
        QVERIFY(stage.panel.pictures().pictures() == expected);
    }

    void thumbnailsShowTheirPictures()
    {
        Stage stage;
        stage.training->broken = 7;
        stage.open();
        PictureModel& model = stage.panel.pictures();
        for (const int row : {0, 3, 5}) {
            QTRY_VERIFY(!model.index(row).data(Qt::DecorationRole).value<QImage>().isNull());
            const auto image = model.index(row).data(Qt::DecorationRole).value<QImage>();
            QCOMPARE(image.size(), QSize(16, 12) * (PictureModel::thumbnailSide / 16));
            const auto i = static_cast<std::size_t>(row);
            QCOMPARE(image.pixel(20, 20), qRgb(20 * stage.training->label(i), 0, row));
        }
        QTRY_VERIFY(model.index(7).data(PictureModel::FaultRole).toString().contains(QStringLiteral("damaged")));
        QVERIFY(model.index(7).data(Qt::DecorationRole).isNull());
        QVERIFY(model.index(7).data(Qt::ToolTipRole).toString().contains(QStringLiteral("damaged")));
    }

    void onlyWhatIsInSightIsRead()
    {
        Stage stage(50000, 1000);
        stage.open();
        QTRY_VERIFY(stage.panel.pictures().readSoFar() > 0);
        QTest::qWait(300);
        QVERIFY2(stage.training->reads < 200, qPrintable(QString::number(stage.training->reads)));
        stage.panel.setOnTop(false);
        const int before = stage.training->reads;
        QTest::qWait(100);
        QCOMPARE(stage.training->reads.load(), before);
    }

    void scrollingThroughFiftyThousandStaysFluid()
    {
        Stage stage(50000, 1000);
        stage.open();
        auto* view = stage.panel.findChild<PictureView*>();
        QTRY_VERIFY(view->verticalScrollBar()->maximum() > 10000);
        qint64 slowest = 0;
        for (int step = 0; step < 200; ++step) {
            QElapsedTimer timer;
            timer.start();
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() * step / 200);
            view->viewport()->repaint();
            slowest = std::max(slowest, timer.elapsed());
            timer.restart();
            QApplication::processEvents(); // thumbnails arrive
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("slowest of 200 steps through 51,000 pictures: %lld ms", static_cast<long long>(slowest));
        QVERIFY(stage.training->reads > 0);
        QCOMPARE(stage.training->readsInTheWindow.load(), 0); // nothing there waits for a picture
        QVERIFY(stage.panel.pictures().bytesUsed() <= PictureModel::bytesKept);
        // The screenful one stops at is read before what was passed.
        QTRY_VERIFY_WITH_TIMEOUT(!view->indexAt(QPoint(30, 30)).data(Qt::DecorationRole).value<QImage>().isNull(),
                                 2000);
    }

    void theCacheHasABound()
    {
        Stage stage(6000, 10);
        stage.open();
        PictureModel& model = stage.panel.pictures();
        for (int row = 0; row < 6000; row += 500) {
            const int before = model.readSoFar();
            for (int i = row; i < row + 500; ++i)
                (void)model.index(i).data(Qt::DecorationRole);
            QTRY_VERIFY(model.readSoFar() >= before + 400);
            QVERIFY(model.bytesUsed() <= PictureModel::bytesKept);
        }
    }

    void enterPinsThePictureOfEitherSet()
    {
        Stage stage;
        stage.open();
        auto* view = stage.panel.findChild<PictureView*>();
        QTRY_COMPARE(stage.pinned.index(), std::ptrdiff_t(0));
        QCOMPARE(stage.pinned.setKind(), PictureSet::Validation);
        view->setCurrentIndex(stage.panel.pictures().index(5));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(stage.pinned.index(), std::ptrdiff_t(5));
        QCOMPARE(stage.pinned.setKind(), PictureSet::Training);
        QCOMPARE(stage.pinned.label(), stage.training->label(5));
        QCOMPARE(stage.pinned.name(), QStringLiteral("picture 5"));
        stage.pinned.move(1); // goes on in the same set
        QTRY_COMPARE(stage.pinned.index(), std::ptrdiff_t(6));
        QCOMPARE(int(stage.pinned.image()->rgb[2]), 6);
        stage.panel.showSets(DataPanel::Shown::Validation);
        view->scrollToTop();
        const QRect cell = view->visualRect(stage.panel.pictures().index(3));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell.center());
        QTRY_COMPARE(stage.pinned.index(), std::ptrdiff_t(3));
        QCOMPARE(stage.pinned.setKind(), PictureSet::Validation);
        QCOMPARE(stage.pinned.setSize(), std::size_t(60));
    }

    void warningsAreListedAndGrow()
    {
        Stage stage;
        stage.open();
        auto* button = stage.panel.findChild<QToolButton*>(QStringLiteral("showWarnings"));
        auto* table = stage.panel.findChild<QTableView*>(QStringLiteral("warningTable"));
        QCOMPARE(stage.panel.warnings().rowCount(), 2);
        QVERIFY2(button->text().contains(QStringLiteral("1 left out")), qPrintable(button->text()));
        QVERIFY(!table->isVisible());
        button->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, WarningModel::Reason).data().toString(), QStringLiteral("it ends too early"));
        {
            const std::lock_guard lock(stage.training->mutex);
            stage.training->late.push_back({"c/late.jpg", "damaged in the middle", true});
        }
        QTRY_COMPARE_WITH_TIMEOUT(stage.panel.warnings().rowCount(), 3, 5000);
        QVERIFY(button->text().contains(QStringLiteral("2 left out")));
    }

    void classesAreFoundAndSorted()
    {
        Stage stage;
        stage.open();
        auto* table = stage.panel.findChild<QTableView*>(QStringLiteral("classTable"));
        stage.panel.findChild<QLineEdit*>(QStringLiteral("findClass"))->setText(QStringLiteral("kind 7"));
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QCOMPARE(stage.panel.chosenClass(), 7);
        stage.panel.findChild<QLineEdit*>(QStringLiteral("findClass"))->clear();
        table->sortByColumn(ClassModel::Training, Qt::DescendingOrder);
        QCOMPARE(table->model()->index(0, ClassModel::Name).data().toString(), QStringLiteral("kind 0"));
        QCOMPARE(stage.panel.chosenClass(), 7);
        stage.panel.findChild<QToolButton*>(QStringLiteral("allClasses"))->click();
        QCOMPARE(stage.panel.chosenClass(), -1);
        QCOMPARE(stage.panel.pictures().rowCount(), 460);
    }

    void anEmptyValidationSetIsNoTrouble()
    {
        Stage stage(40, 0);
        stage.open();
        QTRY_COMPARE(stage.pinned.index(), std::ptrdiff_t(0));
        QCOMPARE(stage.pinned.setKind(), PictureSet::Training);
        stage.panel.showSets(DataPanel::Shown::Validation);
        QCOMPARE(stage.panel.pictures().rowCount(), 0);
        QVERIFY(!stage.panel.grab().isNull());
    }

    void nothingStandsOverThePictures()
    {
        Stage stage;
        stage.open();
        for (const auto* widget : stage.panel.findChildren<QWidget*>())
            QVERIFY2(!widget->isVisible() || widget->height() > 3 || widget->width() < 100,
                     qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                                                            widget->objectName())));
    }

    void classNamesAreWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("as at 1280×720") << 730;
        QTest::newRow("as at 1600×900") << 900;
    }
    void classNamesAreWhole()
    {
        QFETCH(int, width);
        Stage stage;
        stage.panel.resize(width, 260);
        stage.open();
        QTRY_VERIFY(stage.panel.classes().pictures(0, PictureSet::Training) > 0);
        const auto* table = stage.panel.findChild<QTableView*>(QStringLiteral("classTable"));
        const auto* view = stage.panel.findChild<PictureView*>(QStringLiteral("pictureView"));
        for (int label = 0; label < classes; ++label) {
            const QString name = stage.panel.classes().index(label, ClassModel::Name).data().toString();
            QVERIFY(table->columnWidth(ClassModel::Name) > table->fontMetrics().horizontalAdvance(name));
            QVERIFY(view->gridSize().width() > view->fontMetrics().horizontalAdvance(name));
        }
        QVERIFY(table->columnWidth(ClassModel::Validation) >
                table->fontMetrics().horizontalAdvance(QStringLiteral("Validation")));
        QVERIFY(view->viewport()->width() >= 3 * view->gridSize().width());
    }

    void longNamesWidenTheColumnsOfPictures()
    {
        PictureView view;
        const int usual = view.gridSize().width();
        const QString name = QStringLiteral("a class of stripes");
        view.setNames({name});
        QVERIFY(view.gridSize().width() > usual);
        QVERIFY(view.gridSize().width() > view.fontMetrics().horizontalAdvance(name));
        view.setNames({QString(500, QLatin1Char('m'))});
        QVERIFY(view.gridSize().width() < 3 * usual); // there is an end to it
    }

    void namesOfTexturesAreWords()
    {
        QCOMPARE(shownPictureName(QStringLiteral("textures validation 7")), QStringLiteral("validation texture 7"));
        QCOMPARE(shownPictureName(QStringLiteral("textures training 12")), QStringLiteral("training texture 12"));
        for (const char* file : {"n01440764/a b c.jpg", "data_batch_1.bin 7", "textures of mine.png", ""})
            QCOMPARE(shownPictureName(QString::fromLatin1(file)), QString::fromLatin1(file));
    }
};

QTEST_MAIN(TestDataPanel)
#include "tst_data_panel.moc"
