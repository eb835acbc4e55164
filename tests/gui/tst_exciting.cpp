// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/numbers.h"
#include "gui/panels/exciting_panel.h"
#include "gui/panels/neighbours_panel.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/neighbour_strip.h"
#include "tests/gui/index_stage.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// Where and how much a unit says most of a picture.
struct Strongest {
    std::uint32_t picture = 0;
    int x = 0, y = 0;
    float value = 0;
};

/// By the network alone, picture by picture: the strongest place of each picture, the strongest pictures first.
std::vector<Strongest> strongestOf(const RunDescription& run, const char* output, int unit, std::int64_t iteration)
{
    const auto backend = referenceEntry().make();
    Network network(run.network, *backend, {1, Precision::Fp32, false, false});
    const auto copy = indexed::weights(run, iteration);
    for (Parameter& parameter : network.parameters()->list)
        backend->upload(parameter.value, std::span<const float>(copy->parameters.at(parameter.info.name)->values));
    std::vector<float> input(static_cast<std::size_t>(run.network.input.count()));
    std::vector<Strongest> all;
    for (std::uint32_t picture = 0; picture < run.data.validation->size(); ++picture) {
        Image scratch;
        run.augmenter->apply(run.data.validation->image(picture, scratch), run.augmenter->centreTransform(), input);
        network.setInput(input);
        network.setLabels({});
        network.forward({Phase::Test, 0, 0});
        const HostTensor maps = network.download(network.activation(run.network.indexOf(output)));
        Strongest best{picture, 0, 0, 0};
        for (int y = 0; y < maps.shape.h; ++y)
            for (int x = 0; x < maps.shape.w; ++x)
                if (maps.at(0, unit, y, x) > best.value)
                    best = {picture, x, y, maps.at(0, unit, y, x)};
        if (best.value > 0)
            all.push_back(best);
    }
    std::stable_sort(all.begin(), all.end(), [](const Strongest& a, const Strongest& b) { return a.value > b.value; });
    return all;
}

} // namespace

class TestExciting : public QObject {
    Q_OBJECT

    struct Stage : indexed::Stage {
        ExcitingPanel panel{model, selection, indexer, pinned};

        Stage() { panel.resize(1000, 420); }
        void show(const QString& layer = {}, int unit = -1)
        {
            open();
            selection.select(layer, unit);
            panel.show();
            QTRY_VERIFY2(panel.answer(), qPrintable(indexer.fault()));
            QTRY_VERIFY(indexer.state() == SetIndexer::State::Idle);
        }
        void waitFor(const QString& layer, int unit)
        {
            QTRY_VERIFY(panel.answer() && panel.answer()->question.layer == layer &&
                        panel.answer()->question.unit == unit);
        }
    };

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void theStrongestPatchesAreShown_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("speaks");
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("unit");
        QTest::newRow("a convolution, behind its ReLU") << "conv1"
                                                        << "conv1"
                                                        << "relu1" << 3;
        QTest::newRow("the ReLU itself") << "relu1"
                                         << "conv1"
                                         << "relu1" << 5;
        QTest::newRow("pooled") << "pool1"
                                << "pool1"
                                << "pool1" << 0;
        QTest::newRow("a unit of a linear layer") << "fc2"
                                                  << "fc2"
                                                  << "relu2" << 4;
    }
    void theStrongestPatchesAreShown()
    {
        QFETCH(QString, layer);
        QFETCH(QString, speaks);
        QFETCH(QString, output);
        QFETCH(int, unit);
        Stage stage;
        stage.show(layer, unit);
        stage.waitFor(speaks, unit);
        const RunDescription& run = *stage.run;
        std::vector<Strongest> expected = strongestOf(run, qPrintable(output), unit, 0);
        expected.resize(std::min<std::size_t>(expected.size(), 9));
        const auto& patches = stage.panel.answer()->patches;
        QCOMPARE(patches.size(), expected.size());
        const LayerGeometry& geometry =
            run.geometry[static_cast<std::size_t>(run.network.indexOf(output.toStdString()))];
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(patches[i].id, (PictureId{PictureSet::Validation, expected[i].picture}));
            QCOMPARE(patches[i].place, QPoint(expected[i].x, expected[i].y));
            QVERIFY(std::abs(patches[i].value - static_cast<double>(expected[i].value)) < 1e-6);
            QCOMPARE(patches[i].label, run.data.validation->label(expected[i].picture));
            const PatchRectangle seen = seenBy(run.network, geometry, expected[i].x, expected[i].y);
            QCOMPARE(patches[i].field, QRect(seen.x, seen.y, seen.width, seen.height));
            QCOMPARE(patches[i].patch().size(), patches[i].field.size());
            Image scratch; // as large as the input: the crop is the picture
            const ImageView picture = run.data.validation->image(expected[i].picture, scratch);
            const std::uint8_t* pixel = picture.pixel(seen.x, seen.y);
            QCOMPARE(patches[i].patch().pixelColor(0, 0), QColor(pixel[0], pixel[1], pixel[2]));
            QCOMPARE(stage.panel.strip().items()[i].number, number(patches[i].value));
            QCOMPARE(stage.panel.strip().items()[i].name, QStringLiteral("kind %1").arg(patches[i].label));
        }
        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.size(), expected.size());
        QCOMPARE(numbers.columns.size(), static_cast<qsizetype>(numbers.rows[0].size() + 1));
        QCOMPARE(numbers.rows[0][2], static_cast<double>(expected[0].picture));
    }

    void ofAWholeLayerTheBestOfEachUnit()
    {
        Stage stage;
        stage.show(QStringLiteral("conv1"));
        stage.waitFor(QStringLiteral("conv1"), -1);
        int silent = 0;
        std::size_t at = 0;
        for (int unit = 0; unit < 8; ++unit) {
            const std::vector<Strongest> all = strongestOf(*stage.run, "relu1", unit, 0);
            if (all.empty()) {
                ++silent;
                continue;
            }
            const ShownPatch& patch = stage.panel.answer()->patches[at];
            QCOMPARE(patch.unit, unit);
            QCOMPARE(patch.id.index, all[0].picture);
            QCOMPARE(stage.panel.strip().items()[at++].name, QStringLiteral("unit %1").arg(unit));
        }
        QCOMPARE(at, stage.panel.answer()->patches.size());
        const NeighbourStrip& strip = stage.panel.strip(); // all of them are in sight, beside each other
        for (int i = 0; i < static_cast<int>(at); ++i) {
            QVERIFY(strip.rect().contains(strip.pictureRect(i).toRect()));
            QCOMPARE(strip.itemAt(strip.pictureRect(i).center()), i);
        }
        QCOMPARE(stage.panel.answer()->silent, silent);
    }

    void choosingOnePinsItsPictureAndFramesThePlace()
    {
        Stage stage;
        stage.show(QStringLiteral("conv1"));
        stage.waitFor(QStringLiteral("conv1"), -1);
        const ShownPatch chosen = stage.panel.answer()->patches[2];
        NeighbourStrip& strip = stage.panel.strip();
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.pictureRect(2).center().toPoint());
        QCOMPARE(stage.selection.layer(), QStringLiteral("conv1"));
        QCOMPARE(stage.selection.unit(), chosen.unit);
        QCOMPARE(stage.selection.position(), chosen.place);
        QTRY_COMPARE(stage.pinned.index(), static_cast<std::ptrdiff_t>(chosen.id.index));
        QVERIFY(stage.pinned.setKind() == PictureSet::Validation);
        stage.waitFor(QStringLiteral("conv1"), chosen.unit);
        QCOMPARE(stage.panel.answer()->patches.front().id, chosen.id); // the best of that unit
        QCOMPARE(stage.panel.picture().field(), chosen.field);
        QCOMPARE(stage.panel.picture().picture(), chosen.crop);

        auto* unit = stage.panel.findChild<QSpinBox*>(QStringLiteral("excitingUnit"));
        QCOMPARE(unit->value(), chosen.unit);
        stage.panel.findChild<QToolButton*>(QStringLiteral("excitingWhole"))->click();
        stage.waitFor(QStringLiteral("conv1"), -1);
        unit->setValue(1);
        QCOMPARE(stage.selection.unit(), 1);
        stage.waitFor(QStringLiteral("conv1"), 1);
    }

    void theyAreFoundAnewAsTheNetworkLearns()
    {
        Stage stage;
        stage.show(QStringLiteral("conv1"), 2);
        stage.waitFor(QStringLiteral("conv1"), 2);
        const double before = stage.panel.answer()->patches.at(0).value;
        stage.model.setStatus(indexed::status(50, SessionState::Holding));
        stage.indexer.rebuild();
        QTRY_VERIFY(stage.panel.answer()->question.index->features->iteration == 50);
        QVERIFY(std::abs(stage.panel.answer()->patches.at(0).value - before) >
                1e-6); // the weights are half as large again
        QCOMPARE(stage.panel.strip().items()[0].number, number(stage.panel.answer()->patches[0].value));
    }

    void onlyWhoLooksForPatchesPaysForThem()
    {
        Stage stage;
        NeighboursPanel neighbours(stage.model, stage.selection, stage.indexer, stage.query);
        neighbours.resize(900, 420);
        stage.open();
        neighbours.show();
        QTRY_VERIFY(neighbours.answer());
        QVERIFY(!stage.indexer.index()->withPatches && stage.indexer.index()->features->patches.empty());
        stage.selection.select(QStringLiteral("conv1"), 1);
        stage.panel.show(); // they are found at once
        stage.waitFor(QStringLiteral("conv1"), 1);
        QVERIFY(stage.indexer.index()->withPatches);
        QCOMPARE(stage.asked, 2);
        stage.indexer.setK(3); // the pictures are not passed again, and the patches stay
        QTRY_COMPARE(stage.indexer.index()->precision.k, 3);
        QVERIFY(stage.indexer.index()->withPatches && !stage.indexer.index()->features->patches.empty());
    }

    void itCanBeCancelledAndSaysWhatWouldFillIt()
    {
        Stage stage;
        stage.answering = false;
        stage.open();
        stage.panel.show();
        QTRY_COMPARE(stage.indexer.state(), SetIndexer::State::Waiting);
        stage.indexer.cancel();
        QCOMPARE(stage.indexer.state(), SetIndexer::State::Idle);
        QVERIFY(!stage.panel.answer());
        QVERIFY(stage.panel.numbers().rows.empty());
        QVERIFY(stage.panel.strip().items().empty());
    }
};

QTEST_MAIN(TestExciting)
#include "tst_exciting.moc"
