// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/session.h"
#include "gui/export/figure.h"
#include "gui/export/numbers.h"
#include "gui/panels/augmentation_panel.h"
#include "gui/widgets/colour_cloud.h"
#include "gui/widgets/crop_frames.h"
#include "gui/widgets/crop_sheet.h"
#include "tests/core/tiny_run.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

using Mode = AugmentationPanel::Mode;

/// The tiny run's text with some of its recipe and preprocessing said differently.
std::string textWith(const char* from = "", const char* to = "", const char* recipe = "")
{
    QString text = QString::fromStdString(tiny::networkText);
    text.replace(QString::fromLatin1(from), QString::fromLatin1(to));
    text.replace(QStringLiteral("batch = 8\n"), QStringLiteral("batch = 8\n") + QString::fromLatin1(recipe));
    return text.toStdString();
}

std::shared_ptr<const RunDescription> describe(const std::string& text, std::uint64_t seed = 2012)
{
    auto run = std::make_shared<RunDescription>();
    run->network = parseNetwork(text, "tiny.net").withClasses(3);
    run->geometry = geometryOf(run->network);
    run->data = tiny::data();
    run->spec.recipe = run->network.recipe;
    run->spec.seed = seed;
    run->augmenter = std::make_shared<Augmenter>(
        run->network.preprocessing, run->network.recipe.augmentation,
        statisticsOfSet(*run->data.training, run->network.preprocessing, static_cast<int>(run->network.input.h)),
        run->network.input);
    return run;
}

bool isSame(const QImage& shown, ImageView expected)
{
    if (shown.width() != expected.width || shown.height() != expected.height)
        return false;
    for (int y = 0; y < expected.height; ++y)
        for (int x = 0; x < expected.width; ++x) {
            const std::uint8_t* p = expected.pixel(x, y);
            if (shown.pixel(x, y) != qRgb(p[0], p[1], p[2]))
                return false;
        }
    return true;
}

std::uint8_t clamped(double value)
{
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

struct Stage {
    LiveModel model;
    Selection selection;
    PinnedPicture pinned{model};
    AugmentationPanel panel{model, selection, pinned};

    explicit Stage(const std::shared_ptr<const RunDescription>& run)
    {
        model.setRun(run);
        if (QTest::qWaitFor([this] { return pinned.image() != nullptr; }))
            refresh();
    }
    void refresh()
    {
        panel.invalidate();
        panel.refreshNow();
    }
    QString text(const char* label) const { return panel.findChild<QLabel*>(QString::fromLatin1(label))->text(); }
};

} // namespace

class TestAugmentation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    /// Every picture on the screen is the pinned one under the very transform of that training sample, worked out here
    /// pixel by pixel.
    void versionsAreThoseOfTraining()
    {
        const auto run = describe(textWith(), 7);
        Stage stage(run);
        stage.panel.showNext();
        stage.refresh();
        const auto& items = stage.panel.sheet().items();
        QCOMPARE(items.size(), std::size_t(AugmentationPanel::samplesShown));
        const ImageView picture = *stage.pinned.image(); // 10×10, as resized
        bool shifted = false, mirrored = false;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const SampleTransform t = run->augmenter->trainingTransform(7, 12 + i);
            Image expected(8, 8);
            for (int y = 0; y < 8; ++y)
                for (int x = 0; x < 8; ++x)
                    for (int c = 0; c < 3; ++c)
                        expected.rgb[static_cast<std::size_t>((y * 8 + x) * 3 + c)] =
                            clamped(picture.pixel(t.x + (t.mirrored ? 7 - x : x), t.y + y)[c] +
                                    t.colourShift[static_cast<std::size_t>(c)]);
            QVERIFY(isSame(items[i].picture, expected));
            QCOMPARE(stage.panel.frames().frames()[i], QRect(t.x, t.y, 8, 8));
            QVERIFY(items[i].first.startsWith(QStringLiteral("(%1, %2)").arg(t.x).arg(t.y)));
            QCOMPARE(items[i].first.contains(QStringLiteral("mirrored")), t.mirrored);
            const QString red = QLocale().toString(std::abs(std::round(t.colourShift[0] * 10) / 10), 'f', 1);
            QVERIFY2(items[i].second.contains(red), qPrintable(items[i].second));
            shifted |= std::abs(t.colourShift[0]) > 1;
            mirrored |= t.mirrored;
        }
        QVERIFY(shifted && mirrored);
        QVERIFY(stage.text("augmentationSource").contains(QStringLiteral("12 to 23 with seed 7")));
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), items.size());
        QCOMPARE(numbers.rows[5][4], run->augmenter->trainingTransform(7, 17).colourShift[0]);
    }

    void keysGoOnAndBack()
    {
        Stage stage(describe(textWith()));
        auto* sheet = stage.panel.findChild<CropSheet*>();
        const QImage first = stage.panel.sheet().items()[0].picture;
        QTest::keyClick(sheet, Qt::Key_PageDown);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.firstSample(), std::uint64_t(12));
        QVERIFY(stage.panel.sheet().items()[0].picture != first);
        QTest::keyClick(sheet, Qt::Key_PageUp);
        stage.panel.refreshNow();
        QTest::keyClick(sheet, Qt::Key_PageUp); // there is nothing before the first
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.firstSample(), std::uint64_t(0));
        QVERIFY(stage.panel.sheet().items()[0].picture == first);
        QTest::keyClick(sheet, Qt::Key_Right);
        QTest::keyClick(sheet, Qt::Key_Right);
        QCOMPARE(stage.panel.frames().chosen(), 1);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QCOMPARE(stage.panel.frames().chosen(), -1);
        QTest::keyClick(sheet, Qt::Key_T);
        QCOMPARE(stage.panel.mode(), Mode::Test);
    }

    void anotherSeedTransformsOtherwise()
    {
        Stage stage(describe(textWith(), 1));
        const QRect one = stage.panel.frames().frames()[3];
        const QString numbers = stage.panel.sheet().items()[3].second;
        stage.model.setRun(describe(textWith(), 2));
        stage.refresh();
        QVERIFY(stage.panel.sheet().items()[3].second != numbers || stage.panel.frames().frames()[3] != one);
    }

    void tenTestCrops()
    {
        const auto run = describe(textWith());
        Stage stage(run);
        stage.panel.setMode(Mode::Test);
        stage.refresh();
        const auto& items = stage.panel.sheet().items();
        QCOMPARE(items.size(), std::size_t(10));
        const QRect corners[] = {{0, 0, 8, 8}, {2, 0, 8, 8}, {0, 2, 8, 8}, {2, 2, 8, 8}, {1, 1, 8, 8}};
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(stage.panel.frames().frames()[i], corners[i % 5]);
            QVERIFY(isSame(items[i].picture,
                           run->augmenter->applyForDisplay(*stage.pinned.image(), run->augmenter->tenCrops()[i])));
            QCOMPARE(items[i].first.contains(QStringLiteral("mirrored")), i >= 5);
        }
        QCOMPARE(items[3].second, QStringLiteral("lower right"));
        QVERIFY(items[7].picture == items[2].picture.mirrored(true, false));
    }

    void networksWithoutNoiseSaySo_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("as it is") << textWith()
                                  << QStringList{QStringLiteral("Crops of 8×8 at one of 3×3 places of 10×10."),
                                                 QStringLiteral("Mirrored half of the time."),
                                                 QStringLiteral("N(0, 0.1)")};
        QTest::newRow("no colour") << textWith("colourSigma = 0.1", "colourSigma = 0")
                                   << QStringList{QStringLiteral("No colour noise.")};
        QTest::newRow("no crops") << textWith("", "", "randomCrop = no\nreflect = no\n")
                                  << QStringList{QStringLiteral("No random crops: always the 8×8 pixels in the centre"),
                                                 QStringLiteral("No reflections.")};
        QTest::newRow("one place") << textWith("resize = 10", "resize = 8")
                                   << QStringList{QStringLiteral("the crop is as large as the picture (8×8)")};
        QTest::newRow("padding") << textWith("", "", "pad = 2\n")
                                 << QStringList{QStringLiteral("7×7 places of 10×10 with a rim of 2 pixels")};
        QTest::newRow("ends early") << textWith("", "", "colourOffLast = 2\n")
                                    << QStringList{QStringLiteral("end 2 epochs before the run does")};
    }
    void networksWithoutNoiseSaySo()
    {
        QFETCH(std::string, text);
        QFETCH(QStringList, said);
        Stage stage(describe(text));
        for (const QString& sentence : said) {
            QVERIFY2(stage.text("augmentationFacts").contains(sentence), qPrintable(stage.text("augmentationFacts")));
            QVERIFY(stage.panel.explanation().contains(sentence));
        }
    }

    /// In a narrow place the grid gives way, not the numbers.
    void numbersAreNeverCut()
    {
        Stage stage(describe(textWith()));
        stage.panel.resize(1000, 300);
        auto* sheet = stage.panel.findChild<CropSheet*>();
        const QFontMetrics metrics(sheet->font()); // larger than what is drawn with
        for (const int wide : {900, 480, 380}) {
            sheet->resize(wide, 260);
            if (!sheet->isNumbered())
                continue; // then there are none
            const double cell = (wide - 12.0) / sheet->columns();
            for (const CropSheet::Item& item : sheet->items())
                QVERIFY(cell >= 0.85 * metrics.horizontalAdvance(item.second));
        }
    }

    /// As at 1280×720: too low for numbers below every picture.
    void aLowPlaceKeepsThePictures()
    {
        Stage stage(describe(textWith()));
        auto* sheet = stage.panel.findChild<CropSheet*>();
        QVERIFY(!sheet->items().empty());
        sheet->resize(330, 200);
        QVERIFY(!sheet->isNumbered());
        for (int i = 0; i < static_cast<int>(sheet->items().size()); ++i) {
            QVERIFY2(sheet->pictureRect(i).width() >= 44, qPrintable(QString::number(sheet->pictureRect(i).width())));
            QVERIFY(QRectF(sheet->rect()).contains(sheet->pictureRect(i)));
        }
        sheet->resize(900, 500);
        QVERIFY(sheet->isNumbered());
        QVERIFY(sheet->pictureRect(0).width() >= 56);
    }

    void paddingIsShownAroundThePicture()
    {
        Stage stage(describe(textWith("", "", "pad = 2\n")));
        stage.panel.resize(700, 400);
        bool outside = false;
        for (const QRect& frame : stage.panel.frames().frames())
            outside |= !QRect(0, 0, 10, 10).contains(frame);
        QVERIFY(outside);
        for (const QRect& frame : stage.panel.frames().frames()) // the rim is part of what is drawn
            QVERIFY(QRectF(stage.panel.frames().rect()).contains(stage.panel.frames().onScreen(frame)));
    }

    /// A network of one input channel is shown grey, as it sees.
    void greyNetworksSeeGrey()
    {
        Stage stage(describe(textWith("3x8x8", "1x8x8")));
        const QImage& shown = stage.panel.sheet().items()[2].picture;
        for (int x = 0; x < 8; ++x)
            QVERIFY(qIsGray(shown.pixel(x, 3)));
    }

    void axesAreThoseOfTheSet()
    {
        const auto run = describe(textWith());
        Stage stage(run);
        stage.panel.resize(900, 500);
        const SetStatistics& set = run->augmenter->statistics();
        const QString text = stage.text("colourAxes");
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(text.contains(QLocale().toString(set.axisDeviation[i], 'f', 1)));
            QVERIFY(text.contains(QLocale().toString(set.axisDeviation[i] * 0.1, 'f', 2)));
            QVERIFY(text.contains(QLocale().toString(set.channelMean[i], 'f', 1)));
            // Drawn from mean − 2σ to mean + 2σ along the axis.
            std::array<double, 3> end{}, start{};
            for (std::size_t c = 0; c < 3; ++c) {
                end[c] = set.channelMean[c] + 2 * set.axisDeviation[i] * set.axes[i][c];
                start[c] = set.channelMean[c] - 2 * set.axisDeviation[i] * set.axes[i][c];
            }
            const ColourCloud& cloud = stage.panel.cloud();
            const QLineF line = cloud.axisOnScreen(static_cast<int>(i));
            QVERIFY(QLineF(line.p1(), cloud.onScreen(start)).length() < 1e-6);
            QVERIFY(QLineF(line.p2(), cloud.onScreen(end)).length() < 1e-6);
        }
        QTRY_COMPARE(stage.panel.cloud().colours().size(), std::size_t(50 * 40)); // all pictures of the set
        double red = 0;
        for (const auto& colour : stage.panel.cloud().colours())
            red += colour[0] / 2000.0;
        QVERIFY(std::abs(red - set.channelMean[0]) < 6); // a sample of the same pixels
    }

    void turningKeepsLengths()
    {
        Stage stage(describe(textWith()));
        stage.panel.resize(900, 500);
        auto* cloud = stage.panel.findChild<ColourCloud*>();
        const QPointF before = cloud->onScreen({255, 0, 0});
        QTest::keyClick(cloud, Qt::Key_Right);
        QVERIFY(cloud->onScreen({255, 0, 0}) != before);
        QTest::keyClick(cloud, Qt::Key_Home);
        QCOMPARE(cloud->onScreen({255, 0, 0}), before);
        cloud->turn(-ColourCloud::startYaw, -ColourCloud::startPitch); // from the front: red to the right, green up
        const QPointF black = cloud->onScreen({0, 0, 0}), r = cloud->onScreen({255, 0, 0}),
                      g = cloud->onScreen({0, 255, 0});
        QVERIFY(std::abs(r.y() - black.y()) < 1e-6 && r.x() > black.x());
        QVERIFY(std::abs(g.x() - black.x()) < 1e-6 && g.y() < black.y());
        QVERIFY(std::abs((r.x() - black.x()) - (black.y() - g.y())) < 1e-6);
    }

    void insideAStepTheBatchsOwnPicture()
    {
        Session session{[] {
                            Catalogue devices;
                            devices.add(referenceEntry());
                            return devices;
                        }(),
                        [](const std::string&, const NetworkSpec&) { return tiny::data(); }};
        const auto settled = [&] {
            return QTest::qWaitFor(
                [&] {
                    const SessionStatus status = session.status();
                    return status.pendingCommands == 0 && status.state == SessionState::Holding;
                },
                10000);
        };
        RunSpec spec;
        spec.networkText = textWith("mean = picture", "mean = channel");
        spec.data = "tiny";
        spec.recipe = parseNetwork(spec.networkText, "tiny").recipe;
        session.start(spec);
        QVERIFY(settled());
        Stage stage(session.description());
        QSignalSpy interest(&stage.panel, &Panel::interestChanged);
        stage.panel.setMode(Mode::Step);
        QVERIFY(!interest.isEmpty());
        ProbeRequest request;
        stage.panel.look(request);
        QVERIFY(request.input);
        stage.refresh();
        QVERIFY(stage.panel.sheet().items().empty()); // not inside a step yet
        request.batchPicture = 3;
        session.setProbe(request);
        session.step(Stride::Piece);
        session.step(Stride::Piece);
        QVERIFY(settled());
        const auto snapshot = session.snapshot();
        QVERIFY(snapshot->stepPicture && snapshot->stepPicture->input);
        stage.model.setSnapshot(snapshot);
        stage.refresh();
        QTRY_VERIFY(stage.panel.step());
        const SampleTransform expected = session.description()->augmenter->trainingTransform(spec.seed, 3);
        QCOMPARE(stage.panel.frames().frames()[0], QRect(expected.x, expected.y, 8, 8));
        QCOMPARE(stage.panel.step()->difference, 0.0); // made anew it is the same, number for number
        const auto& items = stage.panel.sheet().items();
        QCOMPARE(items.size(), std::size_t(2));
        QVERIFY(isSame(items[0].picture,
                       session.description()->augmenter->toDisplay(snapshot->stepPicture->input->values)));
        QVERIFY(stage.text("augmentationSource").contains(QStringLiteral("Picture 4 of 8")));
        QVERIFY(stage.text("augmentationSource").contains(QStringLiteral("tiny %1").arg(snapshot->stepPicture->index)));
        // The two pictures tell the same: what is fed, turned back, is the crop up to rounding and the ends of 0–255.
        for (int x = 0; x < 8; ++x)
            QVERIFY(std::abs(qRed(items[0].picture.pixel(x, 2)) - qRed(items[1].picture.pixel(x, 2))) <= 1);
    }

    void nothingOpenNothingBroken()
    {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned(model);
        AugmentationPanel panel(model, selection, pinned);
        for (const Mode mode : {Mode::Training, Mode::Test, Mode::Step}) {
            panel.setMode(mode);
            panel.refreshNow();
            QVERIFY(panel.sheet().items().empty());
            QVERIFY(panel.numbers().isEmpty());
            QVERIFY(!panel.explanation().isEmpty());
            QVERIFY(!panel.grab().isNull());
        }
    }

    void figureAndNumbersLeaveTheProgram()
    {
        Stage stage(describe(textWith()));
        stage.panel.resize(900, 500);
        QTemporaryDir folder;
        for (const QString& ending : figureFormats()) {
            const QString path = folder.filePath(QStringLiteral("augmentation.") + ending);
            saveFigure(stage.panel.figure(), stage.panel.caption(), path);
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        saveNumbers(stage.panel.numbers(), folder.filePath(QStringLiteral("augmentation.csv")));
    }

    void everyControlHasANameAndATip()
    {
        Stage stage(describe(textWith()));
        for (const char* name : {"trainingVersions", "testCrops", "stepVersion", "previousVersions", "nextVersions",
                                 "versions", "colourCloud"}) {
            const auto* control = stage.panel.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(control && !control->accessibleName().isEmpty() && !control->toolTip().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestAugmentation)
#include "tst_augmentation.moc"
