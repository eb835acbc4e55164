// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export/figure.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/panels/neighbours_panel.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/neighbour_strip.h"
#include "gui/widgets/precision_chart.h"
#include "tests/gui/index_stage.h"

#include <QComboBox>
#include <QFile>
#include <QFontMetricsF>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

struct Found {
    std::size_t picture = 0;
    double distance = 0;
};

/// The nearest by the words themselves: every distance in double, sorted, equal ones by number; `self` is left out.
std::vector<Found> nearestOf(const std::vector<std::vector<float>>& vectors, const std::vector<float>& query,
                             std::ptrdiff_t self, std::size_t k)
{
    std::vector<Found> all;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        double sum = 0;
        for (std::size_t d = 0; d < query.size(); ++d)
            sum += std::pow(static_cast<double>(vectors[i][d]) - static_cast<double>(query[d]), 2);
        if (static_cast<std::ptrdiff_t>(i) != self)
            all.push_back({i, std::sqrt(sum)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.distance < b.distance; });
    all.resize(std::min(k, all.size()));
    return all;
}

/// What the network says of pictures at fc2 behind its ReLU, by the network alone.
std::vector<std::vector<float>> featuresOfAll(const RunDescription& run, const Dataset& set,
                                              const std::vector<std::size_t>& pictures, std::int64_t iteration)
{
    const auto backend = referenceEntry().make();
    Network network(run.network, *backend, {1, Precision::Fp32, false, false});
    const auto copy = indexed::weights(run, iteration);
    for (Parameter& parameter : network.parameters()->list)
        backend->upload(parameter.value, std::span<const float>(copy->parameters.at(parameter.info.name)->values));
    std::vector<std::vector<float>> features;
    std::vector<float> input(static_cast<std::size_t>(run.network.input.count()));
    for (const std::size_t i : pictures) {
        Image scratch;
        run.augmenter->apply(set.image(i, scratch), run.augmenter->centreTransform(), input);
        network.setInput(input);
        network.setLabels({});
        network.forward({Phase::Test, 0, 0});
        features.push_back(network.download(network.activation(run.network.indexOf("relu2"))).values);
    }
    return features;
}

/// The pictures' own bytes: they are as large as the network's input and smaller than what pixels are averaged down to.
std::vector<std::vector<float>> pixelsOfAll(const Dataset& set, const std::vector<std::size_t>& pictures)
{
    std::vector<std::vector<float>> pixels;
    for (const std::size_t i : pictures) {
        Image scratch;
        const ImageView picture = set.image(i, scratch);
        pixels.emplace_back(picture.rgb, picture.rgb + 3 * picture.width * picture.height);
    }
    return pixels;
}

} // namespace

class TestNeighbours : public QObject {
    Q_OBJECT

    struct Stage : indexed::Stage {
        NeighboursPanel panel{model, selection, indexer, query};

        Stage() { panel.resize(900, 420); }
        void show()
        {
            open();
            panel.show();
            QTRY_VERIFY2(panel.answer(), qPrintable(indexer.fault()));
            QTRY_VERIFY(indexer.state() == SetIndexer::State::Idle);
        }
        void waitFor(PictureId picture) { QTRY_VERIFY(panel.answer() && panel.answer()->question.picture == picture); }
    };
    static QPoint centreOf(const NeighbourStrip& strip, int item) { return strip.pictureRect(item).center().toPoint(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void theScreenShowsTheNearest_data()
    {
        QTest::addColumn<int>("picture");
        QTest::addColumn<bool>("training");
        QTest::newRow("the pinned one") << 0 << false;
        QTest::newRow("another of the index") << 37 << false;
        QTest::newRow("one that is not indexed") << 5 << true;
    }
    void theScreenShowsTheNearest()
    {
        QFETCH(int, picture);
        QFETCH(bool, training);
        Stage stage;
        stage.show();
        const PictureId asked{training ? PictureSet::Training : PictureSet::Validation,
                              static_cast<std::uint32_t>(picture)};
        stage.query.choose(asked);
        stage.waitFor(asked);
        const RunDescription& run = *stage.run;
        const auto& indexed = stage.indexer.index()->features->pictures;
        QCOMPARE(indexed.size(), std::size_t(120));
        const Dataset& set = training ? *run.data.training : *run.data.validation;
        const std::vector<std::size_t> one{static_cast<std::size_t>(picture)};
        const std::ptrdiff_t self = training ? -1 : picture;
        const auto features = nearestOf(featuresOfAll(run, *run.data.validation, indexed, 0),
                                        featuresOfAll(run, set, one, 0)[0], self, 6);
        const auto pixels = nearestOf(pixelsOfAll(*run.data.validation, indexed), pixelsOfAll(set, one)[0], self, 6);
        const auto compare = [&](const NeighbourStrip& strip, const std::vector<NeighbourPicture>& shown,
                                 const std::vector<Found>& expected) {
            QCOMPARE(strip.items().size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                QCOMPARE(shown[i].id->index, static_cast<std::uint32_t>(expected[i].picture));
                QVERIFY(std::abs(shown[i].distance - expected[i].distance) < 1e-4 * (1 + expected[i].distance));
                QCOMPARE(strip.items()[i].number, number(shown[i].distance));
                const int label = run.data.validation->label(expected[i].picture);
                QCOMPARE(strip.items()[i].name, QStringLiteral("kind %1").arg(label));
                QVERIFY(strip.items()[i].verdict == (label == set.label(static_cast<std::size_t>(picture))
                                                         ? NeighbourStrip::Verdict::Right
                                                         : NeighbourStrip::Verdict::Wrong));
                QVERIFY(!strip.items()[i].picture.isNull());
            }
        };
        compare(stage.panel.byFeatures(), stage.panel.answer()->byFeatures, features);
        compare(stage.panel.byPixels(), stage.panel.answer()->byPixels, pixels);
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), std::size_t(12));
        QCOMPARE(numbers.rows[0][1], static_cast<double>(features[0].picture));
        QCOMPARE(numbers.rows[6][3], stage.panel.answer()->byPixels[0].distance);
    }

    void precisionIsCountedOverTheSet()
    {
        Stage stage;
        stage.show();
        const auto& index = *stage.indexer.index();
        const auto& pictures = index.features->pictures;
        const auto share = [&](const std::vector<std::vector<float>>& vectors) {
            double right = 0;
            for (std::size_t i = 0; i < vectors.size(); ++i)
                for (const Found& found : nearestOf(vectors, vectors[i], static_cast<std::ptrdiff_t>(i), 6))
                    right += index.label(found.picture) == index.label(i);
            return right / (6.0 * static_cast<double>(vectors.size()));
        };
        const double features = share(featuresOfAll(*stage.run, *stage.run->data.validation, pictures, 0));
        const double pixels = share(pixelsOfAll(*stage.run->data.validation, pictures));
        QVERIFY2(std::abs(index.precision.mean - features) < 2.0 / (6 * 120),
                 qPrintable(QStringLiteral("%1 %2").arg(index.precision.mean).arg(features)));
        QCOMPARE(index.pixels->precision.mean, pixels);
        QVERIFY(stage.panel.byFeatures().figure().contains(percent(index.precision.mean)));
        QVERIFY(stage.panel.byPixels().figure().contains(percent(pixels)));
        QVERIFY(stage.panel.findChild<QLabel*>(QStringLiteral("precisionWords"))->text().contains(percent(pixels)));
        QCOMPARE(stage.panel.chart().pointCount(), 1);
        QCOMPARE(stage.panel.chart().pixelsAt(0), 100 * pixels);
    }

    /// Codes by the definition: the sign of the inner product with each plane through the mean; how many bits differ;
    /// which of the exact neighbours are found so. Shown on wish.
    void codesFindNearlyTheSame()
    {
        Stage stage;
        stage.show();
        const auto& index = *stage.indexer.index();
        QVERIFY(index.codes);
        const std::size_t rows = index.rows(), words = index.codes->maker.words();
        std::vector<float> features(index.features->values);
        const std::size_t dimension = features.size() / rows;
        const CodeMaker maker = CodeMaker::forSet(VectorView::of(std::span<const float>(features), dimension), 512, 1);
        QVERIFY(maker.codesOf(VectorView::of(std::span<const float>(features), dimension)) == index.codes->values);
        const auto byBits = [&](std::size_t asked) {
            std::vector<std::vector<float>> codes;
            for (std::size_t row = 0; row < rows; ++row) {
                auto& bits = codes.emplace_back();
                for (std::size_t b = 0; b < 64 * words; ++b)
                    bits.push_back(static_cast<float>(index.codes->values[row * words + b / 64] >> b % 64 & 1));
            }
            return nearestOf(codes, codes[asked], static_cast<std::ptrdiff_t>(asked), 6); // √ of the differing bits
        };
        const auto& shown = stage.panel.answer()->byCodes;
        const std::vector<Found> expected = byBits(0); // the pinned picture is the first of the index
        QCOMPARE(shown.size(), expected.size());
        for (std::size_t i = 0; i < shown.size(); ++i) {
            QCOMPARE(shown[i].id->index, static_cast<std::uint32_t>(index.features->pictures[expected[i].picture]));
            QCOMPARE(shown[i].distance, std::round(expected[i].distance * expected[i].distance));
        }
        std::vector<std::vector<float>> vectors;
        for (std::size_t row = 0; row < rows; ++row)
            vectors.emplace_back(features.begin() + static_cast<std::ptrdiff_t>(row * dimension),
                                 features.begin() + static_cast<std::ptrdiff_t>((row + 1) * dimension));
        double right = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::vector<Found> codes = byBits(row);
            for (const Found& exact : nearestOf(vectors, vectors[row], static_cast<std::ptrdiff_t>(row), 6))
                right += std::ranges::count(codes, exact.picture, &Found::picture) > 0;
        }
        QCOMPARE(index.codes->recall, right / (6.0 * static_cast<double>(rows)));
        QVERIFY2(index.codes->recall > 0.1 && index.codes->recall < 1, qPrintable(percent(index.codes->recall)));

        auto* const button = stage.panel.findChild<QToolButton*>(QStringLiteral("showCodes"));
        QVERIFY(!stage.panel.byCodes().isVisible());
        QCOMPARE(stage.panel.numbers().rows.size(), std::size_t(12));
        button->click();
        QVERIFY(stage.panel.byCodes().isVisible());
        QVERIFY(stage.panel.byCodes().figure().contains(percent(index.codes->recall)));
        QVERIFY(stage.panel.byCodes().items().at(0).tip.contains(
            QStringLiteral("%1 of 512 bits differ").arg(shown[0].distance)));
        QCOMPARE(stage.panel.numbers().rows.size(), std::size_t(18));
        QVERIFY(stage.panel.explanation().contains(QStringLiteral("512 bits")));
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        stage.panel.save(settings);
        Stage other;
        other.panel.restore(settings);
        QVERIFY(other.panel.findChild<QToolButton*>(QStringLiteral("showCodes"))->isChecked());
    }

    /// Three rows in a low window: pictures side by side, and words only where there is height for them.
    void aLowRowKeepsItsPictures_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {1, 30, 46, 60, 84, 200})
            QTest::addRow("%d", height) << height;
    }
    void aLowRowKeepsItsPictures()
    {
        QFETCH(int, height);
        NeighbourStrip strip;
        strip.resize(480, height);
        QImage picture(20, 20, QImage::Format_RGB32);
        picture.fill(Qt::green);
        strip.setItems(std::vector<NeighbourStrip::Item>(
            6, {7, picture, QStringLiteral("name"), QStringLiteral("1.5"), {}, NeighbourStrip::Verdict::Right}));
        for (int i = 0; i < 6; ++i) {
            QVERIFY(strip.pictureRect(i).height() >= std::clamp(height - 30, 1, 18));
            QVERIFY(i == 0 || strip.pictureRect(i).left() > strip.pictureRect(i - 1).right());
        }
        const QImage drawn = strip.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int green = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x)
                green += drawn.pixelColor(x, y) == QColor(Qt::green);
        const double side = strip.pictureRect(0).height();
        QVERIFY2(green <= 6 * side * side, qPrintable(QStringLiteral("%1 of %2").arg(green).arg(6 * side * side)));
        QVERIFY(height < 46 || green > 6 * 6 * 6);
    }

    /// Words give way to many pictures, too: beside each other they have no room for a name.
    void manyPicturesStayLargeEnoughToBeSeen_data()
    {
        QTest::addColumn<int>("pictures");
        QTest::addColumn<QSize>("room");
        QTest::addColumn<int>("side");
        QTest::newRow("20 in a low row") << 20 << QSize(480, 49) << 18;
        QTest::newRow("20 in a usual row") << 20 << QSize(715, 105) << 30;
        QTest::newRow("12 in a low row") << 12 << QSize(480, 49) << 20;
        QTest::newRow("6 in a usual row") << 6 << QSize(480, 68) << 28;
        QTest::newRow("50 in a large row") << 50 << QSize(1000, 200) << 45;
    }
    void manyPicturesStayLargeEnoughToBeSeen()
    {
        QFETCH(int, pictures);
        QFETCH(QSize, room);
        QFETCH(int, side);
        NeighbourStrip strip;
        strip.resize(room);
        strip.setItems(std::vector<NeighbourStrip::Item>(static_cast<std::size_t>(pictures)));
        for (int i = 0; i < pictures; ++i) {
            const QRectF place = strip.pictureRect(i);
            QVERIFY2(place.height() >= side, qPrintable(QString::number(place.height())));
            QVERIFY(QRectF(strip.rect()).contains(place));
            QCOMPARE(strip.itemAt(place.center()), i);
            for (int j = 0; j < i; ++j)
                QVERIFY(!strip.pictureRect(j).intersects(place));
        }
        strip.resize(600, 300); // and come back where there is room for all
        QCOMPARE(strip.lines(), pictures <= 20 ? 2 : 0);
    }

    /// The numbers on the axis of percent: the uppermost is drawn, and none lies over another.
    void thePercentAreReadable_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {70, 90, 110, 150, 300})
            QTest::addRow("%d", height) << height;
    }
    void thePercentAreReadable()
    {
        QFETCH(int, height);
        PrecisionChart chart;
        chart.resize(180, height);
        chart.setPoints({{100, 1.0, 0.1}}, 0.1);
        const QImage drawn = chart.grab().toImage();
        const QVector<double> ticks = chart.yAxis->tickVector();
        QCOMPARE(ticks.back(), 100.0);
        const double line = QFontMetricsF(chart.yAxis->tickLabelFont()).height();
        QVERIFY(chart.yAxis->coordToPixel(100) >= line / 2);
        for (qsizetype i = 1; i < ticks.size(); ++i)
            QVERIFY2(chart.yAxis->coordToPixel(ticks[i - 1]) - chart.yAxis->coordToPixel(ticks[i]) >= 0.8 * line,
                     qPrintable(QString::number(ticks[i])));
        const QPoint dot(qRound(chart.xAxis->coordToPixel(100)), qRound(chart.yAxis->coordToPixel(100)));
        QVERIFY(drawn.pixelColor(dot - QPoint(0, 1)) != drawn.pixelColor(dot - QPoint(20, 1))); // it is not cut in two
    }

    void theFigureHasTheChartsNumbersAsText()
    {
        Stage stage;
        stage.show();
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("neighbours.svg"));
        saveFigure(stage.panel.figure(), stage.panel.caption(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char* part : {"iteration", "chance", "100"})
            QVERIFY2(text.contains('>' + QByteArray(part) + '<'), part);
    }

    /// As in a window of 1280 pixels: what the boxes say is not cut, and of the facts an ellipsis says that they are.
    void theBarHasRoomForItsWords()
    {
        Stage stage;
        stage.show();
        const auto* bar = stage.panel.findChild<IndexBar*>();
        QVERIFY(bar);
        QVERIFY2(bar->sizeHint().width() <= 706, qPrintable(QString::number(bar->sizeHint().width())));
        QVERIFY(stage.panel.findChild<ElidingLabel*>(QStringLiteral("indexFacts")));
    }

    void aClickAsksAndADoubleClickPins()
    {
        Stage stage;
        stage.show();
        NeighbourStrip& strip = stage.panel.byFeatures();
        const PictureId second = *stage.panel.answer()->byFeatures[1].id;
        QTest::mouseClick(&strip, Qt::LeftButton, {}, centreOf(strip, 1));
        QVERIFY(stage.query.picture() == second);
        QVERIFY(!stage.query.isPinned());
        QCOMPARE(stage.pinned.index(), std::ptrdiff_t(0));
        stage.waitFor(second);
        QVERIFY(stage.panel.queryStrip().items().at(0).number.contains(QString::number(second.index)));
        const PictureId third = *stage.panel.answer()->byPixels[2].id;
        NeighbourStrip& pixels = stage.panel.byPixels();
        QTest::mouseClick(&pixels, Qt::LeftButton, {}, centreOf(pixels, 2));
        stage.waitFor(third); // other pictures stand there before the second press comes
        QTest::mouseDClick(&pixels, Qt::LeftButton, {}, centreOf(pixels, 2));
        // mouseDClick presses once more before the double click: what that press meant is pinned.
        QTRY_VERIFY(stage.pinned.index() > 0);
        QTRY_VERIFY(stage.query.isPinned());
    }
    void keysDoTheSame()
    {
        Stage stage;
        stage.show();
        NeighbourStrip& strip = stage.panel.byFeatures();
        const PictureId third = *stage.panel.answer()->byFeatures[2].id;
        strip.setFocus();
        QTest::keyClick(&strip, Qt::Key_Home);
        QTest::keyClick(&strip, Qt::Key_Right);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.cursor(), 2);
        QTest::keyClick(&strip, Qt::Key_Return);
        QVERIFY(stage.query.picture() == third);
        stage.waitFor(third);
        const PictureId next = *stage.panel.answer()->byFeatures[2].id;
        QTest::keyClick(&strip, Qt::Key_P);
        QTRY_COMPARE(stage.pinned.index(), static_cast<std::ptrdiff_t>(next.index));
        stage.query.choose(third);
        QVERIFY(!stage.query.isPinned());
        QTRY_VERIFY(stage.panel.findChild<QToolButton*>(QStringLiteral("askForPinned"))->isEnabled());
        stage.panel.findChild<QToolButton*>(QStringLiteral("askForPinned"))->click();
        QVERIFY(stage.query.picture() == next);
    }

    void anOwnPictureIsAskedForToo()
    {
        Stage stage;
        stage.show();
        Image scratch;
        auto own = std::make_shared<Image>();
        const ImageView same = stage.run->data.validation->image(17, scratch);
        *own = Image(same.width, same.height);
        std::copy_n(same.rgb, own->rgb.size(), own->rgb.begin());
        stage.pinned.pinOwn(own, QStringLiteral("mine.png"));
        QTRY_VERIFY(stage.panel.answer()->question.own == own);
        QCOMPARE(stage.panel.answer()->byFeatures[0].id->index, 17u); // it is in the set already
        QCOMPARE(stage.panel.answer()->byFeatures[0].distance, 0.0);
        QCOMPARE(stage.panel.answer()->byPixels[0].distance, 0.0);
        QVERIFY(stage.panel.byFeatures().items()[0].verdict == NeighbourStrip::Verdict::Unknown);
        QCOMPARE(stage.panel.queryStrip().items().at(0).number, QStringLiteral("mine.png"));
    }

    void kIsShownAndCounted()
    {
        Stage stage;
        stage.show();
        const auto features = stage.indexer.index()->features;
        const int asked = stage.asked;
        stage.panel.findChild<QSpinBox*>(QStringLiteral("neighbourCount"))->setValue(3);
        QTRY_COMPARE(stage.indexer.index()->precision.k, 3);
        QCOMPARE(stage.indexer.index()->pixels->precision.k, 3);
        QTRY_COMPARE(stage.panel.byFeatures().items().size(), std::size_t(3));
        QVERIFY(stage.indexer.index()->features == features); // nothing was passed through the network again
        QCOMPARE(stage.asked, asked);
        QTRY_VERIFY(stage.panel.byFeatures().figure().startsWith(QStringLiteral("precision@3")));
    }
    void anotherLayerIsIndexed()
    {
        Stage stage;
        stage.show();
        QCOMPARE(stage.indexer.index()->choice.layer, QStringLiteral("fc2"));
        auto* layers = stage.panel.findChild<QComboBox*>(QStringLiteral("indexLayer"));
        QCOMPARE(layers->count(), 2);
        layers->setCurrentIndex(0);
        emit layers->activated(0);
        QTRY_COMPARE(stage.indexer.index()->choice.layer, QStringLiteral("pool1"));
        QCOMPARE(stage.indexer.index()->features->shape.c, std::int64_t(8));
        const QString facts = stage.panel.findChild<QLabel*>(QStringLiteral("indexFacts"))->text();
        QVERIFY2(facts.contains(QStringLiteral("pool1: 8 maps of 5×5")) &&
                     facts.contains(QStringLiteral("120 of 120 validation pictures")),
                 qPrintable(facts));
        QTRY_VERIFY(stage.panel.caption().contains(QStringLiteral("pool1")));
    }
    void theTrainingSetStandsInForAnEmptyValidationSet()
    {
        Stage stage;
        stage.open(0);
        stage.panel.show();
        QTRY_VERIFY(stage.panel.answer());
        QVERIFY(stage.indexer.index()->choice.set == PictureSet::Training);
        QVERIFY(!stage.panel.findChild<QComboBox*>(QStringLiteral("indexSet"))->isEnabled());
    }

    void nothingIsDoneOutOfSight()
    {
        Stage stage;
        stage.panel.setOnTop(false);
        stage.open();
        stage.panel.show();
        QTest::qWait(300);
        QCOMPARE(stage.asked, 0);
        stage.panel.setOnTop(true);
        QTRY_VERIFY(stage.panel.answer());
        QCOMPARE(stage.asked, 1);
        stage.panel.setOnTop(false);
        stage.indexer.setPace(1);
        stage.model.setStatus(indexed::status(50, SessionState::Running));
        QTest::qWait(1500);
        QCOMPARE(stage.asked, 1);
    }
    void followsTrainingAtItsPace()
    {
        Stage stage;
        stage.indexer.setPace(1);
        stage.show();
        QTest::qWait(1300);
        QCOMPARE(stage.asked, 1); // the weights are the same
        stage.model.setStatus(indexed::status(40, SessionState::Running));
        QTRY_COMPARE(stage.indexer.index()->features->iteration, std::int64_t(40));
        QTRY_COMPARE(stage.panel.chart().pointCount(), 2);
        QCOMPARE(stage.indexer.history().back().iteration, std::int64_t(40));
        QTRY_VERIFY(stage.panel.answer()->question.index == stage.indexer.index());
        stage.indexer.setPace(0);
        stage.model.setStatus(indexed::status(60, SessionState::Running));
        QTest::qWait(1300);
        QCOMPARE(stage.asked, 2);
        stage.panel.findChild<QToolButton*>(QStringLiteral("indexBuild"))->click();
        QTRY_COMPARE(stage.panel.chart().pointCount(), 3);
        stage.model.setRun(indexed::description(120, 2)); // another run has a curve of its own
        QTRY_COMPARE(stage.panel.chart().pointCount(), 0);
    }
    void canBeCancelled()
    {
        Stage stage;
        stage.answering = false;
        stage.open();
        stage.panel.show();
        QTRY_VERIFY(stage.indexer.state() == SetIndexer::State::Waiting);
        auto* button = stage.panel.findChild<QToolButton*>(QStringLiteral("indexBuild"));
        QCOMPARE(button->text(), QStringLiteral("Cancel"));
        button->click();
        QVERIFY(stage.indexer.state() == SetIndexer::State::Idle);
        stage.indexer.takeWeights(indexed::weights(*stage.run, 0)); // too late
        QVERIFY(stage.indexer.state() == SetIndexer::State::Idle);
        QCOMPARE(button->text(), QStringLiteral("Index now"));
        stage.answering = true;
        button->click();
        button->click(); // while it is working
        QVERIFY(stage.indexer.state() == SetIndexer::State::Idle);
        QTest::qWait(300);
        QVERIFY(!stage.indexer.index());
        button->click();
        QTRY_VERIFY(stage.panel.answer());
    }
    void lostWeightsAreASentence()
    {
        Stage stage;
        stage.answering = false;
        stage.open();
        stage.panel.show();
        QTRY_VERIFY(stage.indexer.state() == SetIndexer::State::Waiting);
        auto copy = indexed::weights(*stage.run, 3);
        auto lost = std::make_shared<HostTensor>(*copy->parameters["fc2.weight"]);
        lost->values[1] = std::numeric_limits<float>::quiet_NaN();
        copy->parameters["fc2.weight"] = lost;
        stage.indexer.takeWeights(copy);
        QTRY_VERIFY(!stage.indexer.fault().isEmpty());
        QVERIFY2(stage.indexer.fault().contains(QStringLiteral("finite")), qPrintable(stage.indexer.fault()));
        QTRY_COMPARE(stage.panel.findChild<QLabel*>(QStringLiteral("indexFacts"))->text(), stage.indexer.fault());
        const int asked = stage.asked;
        QTest::qWait(500);
        QCOMPARE(stage.asked, asked); // it does not try the same again and again
    }
    void weightsOfAnotherRunAreNotTaken()
    {
        Stage stage;
        stage.answering = false;
        stage.open();
        stage.panel.show();
        QTRY_VERIFY(stage.indexer.state() == SetIndexer::State::Waiting);
        auto other = indexed::weights(*stage.run, 0);
        other->opening = 7;
        stage.indexer.takeWeights(other);
        QVERIFY(stage.indexer.state() == SetIndexer::State::Waiting);
    }

    void choicesAreRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        {
            Stage stage;
            stage.indexer.setChoice({{}, PictureSet::Training, 500});
            stage.indexer.setK(9);
            stage.indexer.setPace(60);
            stage.indexer.save(settings);
        }
        Stage stage;
        stage.indexer.restore(settings);
        QVERIFY(stage.indexer.choice() == (IndexChoice{{}, PictureSet::Training, 500}));
        QCOMPARE(stage.indexer.k(), 9);
        QCOMPARE(stage.indexer.pace(), 60);
        settings.setValue(QStringLiteral("neighbours/pictures"), QStringLiteral("-3"));
        settings.setValue(QStringLiteral("neighbours/k"), 1 << 30);
        stage.indexer.restore(settings);
        QVERIFY(stage.indexer.choice().pictures >= 100 && stage.indexer.choice().pictures <= 5000);
        QCOMPARE(stage.indexer.k(), SetIndexer::mostK);
    }
    void framesAreToldApartWithoutColours()
    {
        Stage stage;
        const QPalette palette = stage.panel.palette();
        const QColor right = NeighbourStrip::colourOf(NeighbourStrip::Verdict::Right, palette),
                     wrong = NeighbourStrip::colourOf(NeighbourStrip::Verdict::Wrong, palette);
        QVERIFY(std::abs(right.lightness() - wrong.lightness()) > 0 || right.hue() != wrong.hue());
        QVERIFY(right.blue() > right.red() && wrong.red() > wrong.blue()); // blue and orange, for any colour vision
    }
};

QTEST_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
