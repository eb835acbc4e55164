// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/layer_texts.h"
#include "gui/look/numbers.h"
#include "gui/panels/cost_panel.h"
#include "gui/panels/network_panel.h"
#include "gui/widgets/cost_chart.h"
#include "gui/widgets/diagram_view.h"
#include "gui/widgets/map_thumbnail.h"
#include "gui/widgets/network_diagram.h"
#include "tests/gui/sample_run.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

NetworkSpec builtIn(const std::string& name)
{
    const NetworkSpec network = loadNetwork(name);
    return network.withClasses(network.outputClasses());
}

std::shared_ptr<const RunDescription> runOf(const std::string& name)
{
    auto run = std::make_shared<RunDescription>(*sample::description());
    run->network = builtIn(name);
    run->geometry = geometryOf(run->network);
    run->spec.recipe = run->network.recipe;
    return run;
}

/// conv1 of alexnet-small is layer 0, and so on.
int indexOf(const NetworkSpec& network, const char* layer)
{
    const int index = network.indexOf(layer);
    Q_ASSERT(index >= 0);
    return index;
}

/// Counted by hand in the networks' texts. Blocks include the input; the five convolutions of two towers meet in conv3.
struct Expected {
    std::string_view network;
    int blocks, towers, towered, crosses;
};
constexpr Expected expected[] = {
    {"alexnet", 9, 2, 5, 2},
    {"alexnet-caffe", 9, 2, 5, 2},
    {"alexnet-original", 9, 2, 5, 2},
    {"caffenet", 9, 2, 5, 2},
    {"alexnet-small", 9, 2, 5, 2},
    {"alexnet-onetower", 9, 1, 0, 0},
    {"alexnet-torchvision", 9, 1, 0, 0},
    {"alexnet-cifar", 9, 1, 0, 0},
    {"alexnet-mini", 9, 1, 0, 0},
    {"cifar-quick", 6, 1, 0, 0},
    {"lenet5", 6, 1, 0, 0},
};

std::shared_ptr<HostTensor> ramp(const Shape& shape)
{
    auto tensor = std::make_shared<HostTensor>(shape);
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = static_cast<float>(i % 23) / 23;
    return tensor;
}

} // namespace

class TestNetworkDiagram : public QObject {
    Q_OBJECT

    struct Stage {
        LiveModel model;
        Selection selection;
        explicit Stage(const std::string& network = "alexnet-small")
        {
            model.setRun(runOf(network));
            model.setStatus(sample::holding(0));
        }
        int layer(const char* name) const { return indexOf(model.run()->network, name); }
        QString name(int layer) const
        {
            return QString::fromStdString(model.run()->network.layers[static_cast<std::size_t>(layer)].name);
        }
    };

    static void eachNetwork()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : builtInNetworkNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    static void eachNetworkAndRoom()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("room");
        for (const std::string& name : builtInNetworkNames())
            for (const QSize room :
                 {QSize(260, 380), QSize(260, 900), QSize(900, 320), QSize(1400, 700), QSize(200, 200)})
                QTest::newRow(qPrintable(QStringLiteral("%1 in %2×%3")
                                             .arg(QString::fromStdString(name))
                                             .arg(room.width())
                                             .arg(room.height())))
                    << QString::fromStdString(name) << room;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    // ---- Structure

    void structure_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("blocks"); // with the input
        QTest::addColumn<int>("towers");
        QTest::addColumn<int>("towered"); // blocks drawn in towers
        QTest::addColumn<int>("crosses");
        for (const Expected& row : expected)
            QTest::newRow(row.network.data())
                << QString::fromLatin1(row.network.data()) << row.blocks << row.towers << row.towered << row.crosses;
    }

    void structure()
    {
        QFETCH(QString, name);
        const NetworkStructure structure = structureOf(builtIn(name.toStdString()));
        QTEST(static_cast<int>(structure.blocks.size()), "blocks");
        QTEST(structure.towers, "towers");
        const auto towered = std::count_if(structure.blocks.begin(), structure.blocks.end(),
                                           [](const NetworkBlock& block) { return block.towers > 1; });
        QTEST(static_cast<int>(towered), "towered");
        const auto crosses = std::count_if(structure.links.begin(), structure.links.end(),
                                           [](const TowerLink& link) { return link.crosses; });
        QTEST(static_cast<int>(crosses), "crosses");
    }

    void everyBuiltInNetworkHasARow()
    {
        for (const std::string& name : builtInNetworkNames())
            QVERIFY2(std::any_of(std::begin(expected), std::end(expected),
                                 [&](const Expected& row) { return row.network == name; }),
                     name.c_str());
    }

    void everyLayerStandsInOneBlock_data() { eachNetwork(); }
    void everyLayerStandsInOneBlock()
    {
        QFETCH(QString, name);
        const NetworkSpec network = builtIn(name.toStdString());
        const NetworkStructure structure = structureOf(network);
        std::vector<int> seen;
        for (std::size_t i = 0; i < structure.blocks.size(); ++i) {
            const NetworkBlock& block = structure.blocks[i];
            if (block.layer >= 0) {
                seen.push_back(block.layer);
                QVERIFY(network.layers[static_cast<std::size_t>(block.layer)].hasParameters());
                QCOMPARE(structure.blockOf(block.layer), static_cast<int>(i));
            }
            for (const int slab : block.slabs) {
                seen.push_back(slab);
                QCOMPARE(structure.blockOf(slab), static_cast<int>(i));
            }
        }
        QCOMPARE(seen.size(), network.layers.size());
        for (std::size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], static_cast<int>(i)); // in the order of the text
    }

    void groupsBecomeTowersAndMeetings()
    {
        const NetworkSpec network = builtIn("alexnet");
        const NetworkStructure structure = structureOf(network);
        const auto block = [&](const char* layer) { return structure.blockOf(indexOf(network, layer)); };
        QCOMPARE(structure.blocks[0].towers, 1);
        QCOMPARE(structure.blocks[static_cast<std::size_t>(block("conv1"))].towers, 2); // conv2 reads it in halves
        QCOMPARE(structure.blocks[static_cast<std::size_t>(block("fc6"))].towers, 1);
        for (const TowerLink& link : structure.links)
            QCOMPARE(link.crosses, link.to == block("conv3") && link.fromTower != link.toTower);
        const auto into = [&](const char* layer) {
            return std::count_if(structure.links.begin(), structure.links.end(),
                                 [&](const TowerLink& link) { return link.to == block(layer); });
        };
        QCOMPARE(into("conv1"), 2); // the picture goes to both
        QCOMPARE(into("conv2"), 2); // each to its own
        QCOMPARE(into("conv3"), 4); // everything to everyone
        QCOMPARE(into("fc6"), 2);   // both join
        QCOMPARE(into("fc7"), 1);
    }

    void manyGroupsAreDrawnInOneTower()
    {
        NetworkSpec network = builtIn("alexnet");
        for (LayerSpec& layer : network.layers)
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation);
                convolution && convolution->groups > 1)
                convolution->groups = 8;
        QCOMPARE(structureOf(network).towers, 1);
        for (LayerSpec& layer : network.layers)
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation);
                convolution && convolution->groups > 1)
                convolution->groups = layer.name == "conv2" ? 4 : 2;
        QCOMPARE(structureOf(network).towers, 2); // what they have in common
    }

    // ---- Places

    void nothingOverlaps_data() { eachNetworkAndRoom(); }
    void nothingOverlaps()
    {
        QFETCH(QString, name);
        QFETCH(QSize, room);
        const NetworkSpec network = builtIn(name.toStdString());
        NetworkDiagram diagram;
        diagram.setNetwork(network, geometryOf(network));
        diagram.setRoom(room);
        const NetworkLayout& plan = diagram.plan();
        QRectF all(QPointF(), plan.size);
        std::vector<QRectF> places;
        for (const DiagramPart& part : plan.parts) {
            QVERIFY(part.face.width() > 2 && part.face.height() > 2);
            places.push_back(part.bounds());
        }
        for (const QRectF& label : plan.labels)
            places.push_back(label);
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY2(all.contains(places[i]), qPrintable(QStringLiteral("part %1 sticks out").arg(i)));
            for (std::size_t k = 0; k < i; ++k) {
                const QRectF both = places[i].intersected(places[k]);
                QVERIFY2(both.width() < 0.5 || both.height() < 0.5,
                         qPrintable(QStringLiteral("%1 and %2 overlap").arg(k).arg(i)));
            }
        }
        for (std::size_t i = 1; i < plan.rail.size(); ++i) { // a mark each, in order
            const QPointF step = plan.rail[i] - plan.rail[i - 1];
            QVERIFY((plan.flow == Qt::Vertical ? step.y() : step.x()) >= 4);
        }
        QCOMPARE(plan.labels.size(), diagram.structure().blocks.size());
    }

    void everythingFitsWhereThereIsRoom_data() { eachNetwork(); }
    void everythingFitsWhereThereIsRoom()
    {
        QFETCH(QString, name);
        const NetworkSpec network = builtIn(name.toStdString());
        NetworkDiagram diagram;
        diagram.setNetwork(network, geometryOf(network));
        for (const QSize room : {QSize(260, 480), QSize(1000, 420)}) {
            diagram.setRoom(room);
            QVERIFY2(diagram.width() <= room.width() && diagram.height() <= room.height(),
                     qPrintable(QStringLiteral("%1×%2").arg(diagram.width()).arg(diagram.height())));
            QCOMPARE(diagram.plan().flow, room.width() > room.height() ? Qt::Horizontal : Qt::Vertical);
            diagram.setRoom(room, 2);
            QVERIFY(diagram.height() >= 2 * room.height() - 1 && diagram.width() >= 2 * room.width() - 1);
        }
    }

    void theRightLayerIsHit_data() { eachNetworkAndRoom(); }
    void theRightLayerIsHit()
    {
        QFETCH(QString, name);
        QFETCH(QSize, room);
        const NetworkSpec network = builtIn(name.toStdString());
        NetworkDiagram diagram;
        diagram.setNetwork(network, geometryOf(network));
        diagram.setRoom(room);
        for (const DiagramPart& part : diagram.plan().parts)
            QCOMPARE(diagram.plan().layerAt(part.face.center()), part.layer);
        for (std::size_t i = 0; i < diagram.plan().labels.size(); ++i)
            QCOMPARE(diagram.plan().layerAt(diagram.plan().labels[i].center()), diagram.structure().blocks[i].layer);
        QCOMPARE(diagram.plan().layerAt({-50, -50}), NetworkLayout::nothing);
    }

    void sizesTellMapsAndChannels()
    {
        const NetworkSpec network = builtIn("alexnet");
        NetworkDiagram diagram;
        diagram.setNetwork(network, geometryOf(network));
        diagram.setRoom({300, 900});
        const auto partOf = [&](int layer) {
            const auto& parts = diagram.plan().parts;
            return *std::find_if(parts.begin(), parts.end(), [=](const DiagramPart& p) { return p.layer == layer; });
        };
        const DiagramPart input = partOf(-1), conv1 = partOf(indexOf(network, "conv1")),
                          conv2 = partOf(indexOf(network, "conv2")), conv3 = partOf(indexOf(network, "conv3"));
        QVERIFY(input.face.width() > conv1.face.width()); // 227, 55, 27, 13
        QVERIFY(conv1.face.width() > conv2.face.width());
        QVERIFY(conv2.face.width() > conv3.face.width());
        QVERIFY(std::abs(input.depth.x()) < conv1.depth.x()); // 3, 48, 128, 192 in a tower
        QVERIFY(conv1.depth.x() < conv2.depth.x());
        QVERIFY(conv2.depth.x() < conv3.depth.x());
        QVERIFY(partOf(indexOf(network, "fc6")).face.width() > partOf(indexOf(network, "fc8")).face.width());
    }

    // ---- Texts

    void hoverTextHasTheNumbersOfTheGeometry_data() { eachNetwork(); }
    void hoverTextHasTheNumbersOfTheGeometry()
    {
        QFETCH(QString, name);
        const NetworkSpec network = builtIn(name.toStdString());
        const auto geometry = geometryOf(network);
        NetworkDiagram diagram;
        diagram.setNetwork(network, geometry);
        for (std::size_t i = 0; i < geometry.size(); ++i) {
            const QString text = diagram.textOf(static_cast<int>(i));
            const LayerGeometry& g = geometry[i];
            const auto has = [&](const QString& part) {
                QVERIFY2(text.contains(part), qPrintable(text + QStringLiteral(" lacks ") + part));
            };
            has(QString::fromStdString(network.layers[i].name));
            if (g.output.h > 1 || g.output.w > 1)
                has(QStringLiteral("%1×%2×%3").arg(g.output.w).arg(g.output.h).arg(g.output.c));
            else
                has(QLocale().toString(static_cast<qlonglong>(g.output.c)));
            has(QStringLiteral("receptive field %1×%1").arg(QLocale().toString(g.receptiveField)));
            if (g.receptiveField < network.input.h)
                has(QStringLiteral("stride %1").arg(g.receptiveStride));
            if (g.weights > 0) {
                has(QLocale().toString(static_cast<qlonglong>(g.weights + g.biases)) + QStringLiteral(" parameters"));
                has(QLocale().toString(static_cast<qlonglong>(g.multiplyAdds)) + QStringLiteral(" multiply-adds"));
            }
        }
    }

    void countsAreShort_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 value, const char* text) {
            QTest::newRow(text) << value << QString::fromUtf8(text).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        };
        row(0, "–");
        row(2570, "2,570");
        row(9999, "9,999");
        row(34944, "34.94 k");
        row(999'949, "999.9 k");
        row(999'960, "1.000 M");
        row(60'965'224, "60.97 M");
        row(714'188'480, "714.2 M");
        row(1'431'000'000'000, "1.431 T");
    }
    void countsAreShort()
    {
        QFETCH(qint64, value);
        QTEST(shortCount(value), "text");
    }

    void timesHaveUnits()
    {
        const QChar space(QChar::Nbsp);
        QCOMPARE(timeText(1.5), QStringLiteral("1.500%1s").arg(space));
        QCOMPARE(timeText(0.01234), QStringLiteral("12.34%1ms").arg(space));
        QCOMPARE(timeText(5.678e-5), QStringLiteral("56.78%1µs").arg(space));
        QCOMPARE(timeText(std::nan("")), noValue());
    }

    // ---- The step

    void theCursorStandsWhereTheTrainerDoes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, PieceKind kind, const char* first, int count, const char* says) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(first) << count
                                << QString::fromUtf8(says);
        };
        row("load", PieceKind::Load, "", 0, "Next: load the next batch");
        row("first forward", PieceKind::Forward, "conv1", 1, "Next: forward through conv1");
        row("fused forward", PieceKind::Forward, "conv2", 4, "Next: forward through conv2–pool2");
        row("loss", PieceKind::Forward, "prob", 1, "Next: forward through prob");
        row("first backward", PieceKind::Backward, "prob", 1, "Next: backward through prob");
        row("fused backward", PieceKind::Backward, "conv1", 4, "Next: backward through conv1–pool1");
        row("backward", PieceKind::Backward, "relu3", 1, "Next: backward through relu3");
        row("update", PieceKind::Update, "", 0, "Next: update all weights");
        row("validation", PieceKind::Validate, "", 0, "Next: test on validation pictures");
    }

    void theCursorStandsWhereTheTrainerDoes()
    {
        QFETCH(int, kind);
        QFETCH(QString, first);
        QFETCH(int, count);
        QFETCH(QString, says);
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        const NetworkSpec& network = stage.model.run()->network;
        const Piece next{static_cast<PieceKind>(kind), 0, network.indexOf(first.toStdString()), count};
        auto snapshot = sample::snapshot(1, 0, 0.1f);
        snapshot->next = next;
        snapshot->walking = true;
        stage.model.setSnapshot(snapshot);
        panel.refreshNow();
        QCOMPARE(panel.nextText(), says);
        const auto layers = static_cast<int>(network.layers.size());
        for (int layer = 0; layer < layers; ++layer) {
            const bool inside = layer >= next.firstLayer && layer < next.firstLayer + next.layerCount;
            StepMark mark = StepMark::Waiting;
            if (next.kind == PieceKind::Forward)
                mark = inside                    ? StepMark::ForwardNext
                       : layer < next.firstLayer ? StepMark::ForwardDone
                                                 : StepMark::Waiting;
            else if (next.kind == PieceKind::Backward)
                mark = inside                    ? StepMark::BackwardNext
                       : layer < next.firstLayer ? StepMark::ForwardDone
                                                 : StepMark::BackwardDone;
            else if (next.kind == PieceKind::Update)
                mark = network.layers[static_cast<std::size_t>(layer)].hasParameters() ? StepMark::UpdateNext
                                                                                       : StepMark::BackwardDone;
            QCOMPARE(panel.diagram().markOf(layer), mark);
        }
        const bool loads = next.kind == PieceKind::Load || next.kind == PieceKind::Validate;
        QCOMPARE(panel.diagram().markOf(-1), loads ? StepMark::ForwardNext : StepMark::ForwardDone);
    }

    void markedLayersLookDifferent()
    {
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        panel.resize(260, 480);
        panel.show();
        const int layer = stage.layer("conv3");
        std::vector<QImage> seen;
        for (const PieceKind kind : {PieceKind::Load, PieceKind::Forward, PieceKind::Backward, PieceKind::Update}) {
            auto snapshot = sample::snapshot(seen.size() + 1, 0, 0.1f);
            snapshot->next = kind == PieceKind::Load ? Piece{} : Piece{kind, layer, layer, 1};
            snapshot->walking = true;
            stage.model.setSnapshot(snapshot);
            panel.refreshNow();
            const QRect around = panel.diagram().plan().boundsOf(layer).adjusted(-4, -4, 4, 4).toAlignedRect();
            // In grey: nobody needs to tell the colours apart.
            seen.push_back(panel.diagram().grab(around).toImage().convertToFormat(QImage::Format_Grayscale8));
        }
        for (std::size_t i = 0; i < seen.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(seen[i] != seen[k], qPrintable(QStringLiteral("%1 and %2 look the same").arg(k).arg(i)));
    }

    void freeRunningShowsNoCursor()
    {
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        auto snapshot = sample::snapshot(1, 3, 0.1f);
        snapshot->next = {PieceKind::Forward, 2, 2, 1};
        snapshot->holding = false;
        stage.model.setSnapshot(snapshot);
        SessionStatus status = sample::holding(3);
        status.state = SessionState::Running;
        stage.model.setStatus(status);
        panel.refreshNow();
        QCOMPARE(panel.nextText(), QStringLiteral("Running"));
        QCOMPARE(panel.diagram().markOf(2), StepMark::Waiting);
        QCOMPARE(panel.diagram().markOf(-1), StepMark::Waiting);
    }

    // ---- Selection

    void choosingALayerChoosesItEverywhere()
    {
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        panel.resize(260, 600);
        panel.show();
        NetworkDiagram& diagram = panel.diagram();
        const auto click = [&](int layer) {
            for (const DiagramPart& part : diagram.plan().parts)
                if (part.layer == layer)
                    return QTest::mouseClick(&diagram, Qt::LeftButton, {}, part.face.center().toPoint());
        };
        for (const char* name : {"conv2", "norm1", "pool5", "fc6", "drop7", "prob"}) {
            click(stage.layer(name));
            QCOMPARE(stage.selection.layer(), QString::fromLatin1(name));
            QCOMPARE(diagram.chosen(), stage.layer(name));
        }
        click(stage.layer("prob")); // again: given up
        QCOMPARE(stage.selection.layer(), QString());
        QSignalSpy chosen(&diagram, &NetworkDiagram::chosenChanged);
        stage.selection.select(QStringLiteral("conv4"), 7); // elsewhere
        QCOMPARE(diagram.chosen(), stage.layer("conv4"));
        QCOMPARE(stage.selection.unit(), 7); // the unit stays chosen
        QVERIFY(chosen.isEmpty());
        QVERIFY(diagram.accessibleDescription().startsWith(QStringLiteral("conv4: convolution, 3×3")));
        stage.selection.select({});
        QCOMPARE(diagram.chosen(), -1);
    }

    void arrowsWalkTheLayers()
    {
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        panel.show();
        NetworkDiagram& diagram = panel.diagram();
        const auto layers = static_cast<int>(stage.model.run()->network.layers.size());
        for (int layer = 0; layer < layers; ++layer) {
            QTest::keyClick(&diagram, layer % 2 ? Qt::Key_Down : Qt::Key_Right);
            QCOMPARE(stage.selection.layer(), stage.name(layer));
            QCOMPARE(diagram.accessibleDescription(), diagram.textOf(layer));
        }
        QTest::keyClick(&diagram, Qt::Key_Down); // the last stays
        QCOMPARE(stage.selection.layer(), QStringLiteral("prob"));
        QTest::keyClick(&diagram, Qt::Key_Up);
        QCOMPARE(stage.selection.layer(), QStringLiteral("fc8"));
        QTest::keyClick(&diagram, Qt::Key_Home);
        QCOMPARE(stage.selection.layer(), QStringLiteral("conv1"));
        QTest::keyClick(&diagram, Qt::Key_End);
        QCOMPARE(stage.selection.layer(), QStringLiteral("prob"));
        QTest::keyClick(&diagram, Qt::Key_Escape);
        QCOMPARE(stage.selection.layer(), QString());
    }

    void theChosenLayerComesIntoView()
    {
        Stage stage("alexnet");
        NetworkPanel panel(stage.model, stage.selection);
        panel.resize(260, 260);
        panel.show();
        QApplication::processEvents();
        const QSize room = panel.view().viewport()->size();
        QVERIFY(panel.diagram().height() > room.height() || panel.diagram().width() > room.width());
        QTest::keyClick(&panel.diagram(), Qt::Key_End);
        const QRect seen(-panel.diagram().pos(), panel.view().viewport()->size());
        QVERIFY(seen.contains(panel.diagram().plan().boundsOf(stage.layer("prob")).toAlignedRect()));
        const double fitted = panel.diagram().plan().boundsOf(0).height();
        QTest::keyClick(&panel.diagram(), Qt::Key_Plus);
        QVERIFY(panel.view().zoom() > 1);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&panel.diagram(), Qt::Key_Plus);
        QVERIFY(panel.diagram().plan().boundsOf(0).height() > 1.5 * fitted);
        QTest::keyClick(&panel.diagram(), Qt::Key_0);
        QCOMPARE(panel.view().zoom(), 1.0);
        QCOMPARE(panel.diagram().plan().boundsOf(0).height(), fitted);
    }

    void theReceptiveFieldIsFramed()
    {
        Stage stage("alexnet");
        NetworkPanel panel(stage.model, stage.selection);
        NetworkDiagram& diagram = panel.diagram();
        QVERIFY(diagram.framedField().isEmpty());
        diagram.setChosen(stage.layer("conv1")); // unit (27, 27) of 55×55: 27·4 … + 11
        QCOMPARE(diagram.framedField(), QRectF(108, 108, 11, 11));
        diagram.setChosen(stage.layer("pool1")); // 11 + 2·4; unit 13 at stride 8
        QCOMPARE(diagram.framedField(), QRectF(104, 104, 19, 19));
        diagram.setChosen(stage.layer("fc6"));
        QCOMPARE(diagram.framedField(), QRectF(0, 0, 227, 227));
    }

    // ---- Maps

    void mapsAreMeansOverATower()
    {
        HostTensor tensor(Shape{1, 4, 2, 3});
        for (std::size_t c = 0; c < 4; ++c)
            for (std::size_t i = 0; i < 6; ++i)
                tensor.values[c * 6 + i] = c < 2 ? static_cast<float>(i) : static_cast<float>(5 - i);
        const QImage first = meanMap(tensor, 0, 2), second = meanMap(tensor, 1, 2), all = meanMap(tensor);
        QCOMPARE(first.size(), QSize(3, 2));
        QCOMPARE(first.pixel(0, 0), second.pixel(2, 1)); // 0: the dark end
        QCOMPARE(first.pixel(2, 1), second.pixel(0, 0)); // 5: the bright end
        QVERIFY(first.pixel(0, 0) != first.pixel(2, 1));
        QCOMPARE(all.pixel(0, 0), all.pixel(2, 1)); // 2.5 everywhere
        tensor.values[0] = std::nanf("");
        QCOMPARE(meanMap(tensor, 0, 2).pixel(0, 0), qRgb(255, 0, 255));
        const QImage units = unitSheet(HostTensor(Shape{1, 5, 1, 1}), 3);
        QCOMPARE(units.size(), QSize(3, 2));
        QCOMPARE(qAlpha(units.pixel(2, 1)), 0); // there is no sixth
        QVERIFY(std::abs(unitColumns(4096, 4) - 128) <= 1);
    }

    void boxesShowWhatTheSnapshotHolds()
    {
        Stage stage;
        NetworkPanel panel(stage.model, stage.selection);
        ProbeRequest request;
        panel.look(request);
        QVERIFY(request.input);
        std::int64_t numbers = 0;
        for (const std::string& name : request.thumbnails)
            numbers += stage.model.run()->geometry[static_cast<std::size_t>(stage.layer(name.c_str()))].output.count();
        QVERIFY(numbers < 5'000'000);
        QVERIFY(std::count(request.thumbnails.begin(), request.thumbnails.end(), "norm1") == 1); // not pooled yet
        QVERIFY(std::count(request.thumbnails.begin(), request.thumbnails.end(), "conv1") == 0);

        auto snapshot = sample::snapshot(1, 0, 0.1f);
        const auto norm1 = ramp({1, 96, 15, 15}), pool1 = ramp({1, 96, 7, 7});
        snapshot->activations["norm1"] = {norm1, TensorMode::TestMode};
        snapshot->activations["pool1"] = {pool1, TensorMode::TestMode};
        stage.model.setSnapshot(snapshot);
        panel.refreshNow();
        const auto imagesOf = [&](const char* layer) {
            std::vector<QImage> images;
            const auto& parts = panel.diagram().plan().parts;
            for (std::size_t i = 0; i < parts.size(); ++i)
                if (parts[i].layer == stage.layer(layer))
                    images.push_back(panel.diagram().shownMap(i));
            return images;
        };
        QCOMPARE(imagesOf("conv1"), (std::vector<QImage>{meanMap(*norm1, 0, 2), meanMap(*norm1, 1, 2)}));
        QVERIFY(imagesOf("conv2").at(0).isNull());

        auto inside = sample::snapshot(2, 0, 0.1f); // a step of its own: nothing of the pinned picture among it
        inside->activations = snapshot->activations;
        inside->stepPicture = StepPicture{};
        inside->walking = true;
        inside->next = {PieceKind::Forward, 4, 4, 4};
        inside->stepActivations["pool1"] = {pool1, TensorMode::TrainingMode};
        stage.model.setSnapshot(inside);
        panel.refreshNow();
        QCOMPARE(imagesOf("conv1"), (std::vector<QImage>{meanMap(*pool1, 0, 2), meanMap(*pool1, 1, 2)}));
    }

    void hugeMapsAreNotAskedFor()
    {
        NetworkSpec network = builtIn("alexnet");
        network.input = {1, 3, 2051, 2051};
        std::get<LinearSpec>(network.layers[static_cast<std::size_t>(indexOf(network, "fc6"))].operation).outputs = 16;
        auto run = std::make_shared<RunDescription>(*runOf("alexnet"));
        run->network = network;
        run->geometry = geometryOf(network);
        LiveModel model;
        Selection selection;
        model.setRun(run);
        NetworkPanel panel(model, selection);
        ProbeRequest request;
        panel.look(request);
        for (const std::string& name : request.thumbnails)
            QVERIFY(run->geometry[static_cast<std::size_t>(network.indexOf(name))].output.count() <= 1 << 20);
    }

    void aPanelWithoutARunSaysSo()
    {
        LiveModel model;
        Selection selection;
        NetworkPanel panel(model, selection);
        CostPanel cost(model, selection);
        panel.refreshNow();
        cost.refreshNow();
        QVERIFY(panel.diagram().isEmpty());
        QVERIFY(!panel.diagram().accessibleDescription().isEmpty());
        QVERIFY(panel.numbers().isEmpty() && cost.numbers().isEmpty());
        QTest::keyClick(&panel.diagram(), Qt::Key_Down);
        panel.grab();
        cost.grab();
        model.setRun(runOf("lenet5"));
        panel.refreshNow();
        QVERIFY(!panel.diagram().isEmpty());
        model.setRun(nullptr);
        panel.refreshNow();
        QVERIFY(panel.diagram().isEmpty());
    }

    void explanationsHaveTodaysNumbers()
    {
        Stage stage("alexnet");
        NetworkPanel network(stage.model, stage.selection);
        QVERIFY(network.explanation().contains(QStringLiteral("60,965,224 parameters")));
        QVERIFY(network.explanation().contains(QStringLiteral("(227 + 2·0 − 11) / 4 + 1 = 55")));
        CostPanel cost(stage.model, stage.selection);
        QVERIFY(cost.explanation().contains(QStringLiteral("34,848 weights, each used at 55×55 places = 105,415,200")));
    }

    // ---- Cost

    void costsAreThoseOfTheGeometry()
    {
        Stage stage("alexnet");
        CostPanel panel(stage.model, stage.selection);
        panel.resize(900, 520);
        panel.show();
        panel.refreshNow();
        QApplication::processEvents();
        const CostChart& chart = panel.chart();
        const auto& geometry = stage.model.run()->geometry;
        QCOMPARE(chart.rows().size(), geometry.size() + 2);
        for (std::size_t i = 0; i < geometry.size(); ++i) {
            QCOMPARE(chart.rows()[i].parameters, geometry[i].weights + geometry[i].biases);
            QCOMPARE(chart.rows()[i].multiplyAdds, geometry[i].multiplyAdds);
        }
        // Lengths are as the numbers: 37.75 million parameters of fc6, 16.78 of fc7.
        const auto length = [&](const char* layer) {
            return chart.bar(CostChart::Column::Parameters, stage.layer(layer)).width();
        };
        QVERIFY(std::abs(length("fc7") / length("fc6") - 16'781'312.0 / 37'752'832.0) < 1e-6);
        QVERIFY(chart.bar(CostChart::Column::Parameters, stage.layer("relu1")).isEmpty());
        QVERIFY(chart.bar(CostChart::Column::Time, 0).isEmpty()); // nothing measured, nothing shown
        QVERIFY(panel.summary().contains(QStringLiteral("– of the time")));
        QVERIFY(panel.summary().contains(QStringLiteral("Fully connected: 96.17 %")));
    }

    void timesOfSeveralLayersStandTogether()
    {
        Stage stage;
        CostPanel panel(stage.model, stage.selection);
        panel.resize(900, 520);
        panel.show();
        auto times = std::make_shared<PieceTimes>();
        times->kernels = {{0, 4, 0.010, 0.020}, {4, 4, 0.004, 0.006}, {8, 2, 0.001, std::nan("")}};
        times->load = 0.002;
        times->update = 0.007;
        times->batches = 12;
        SessionStatus status = sample::holding(12);
        status.runningTimes = times;
        stage.model.setStatus(status);
        QApplication::processEvents();
        const CostChart& chart = panel.chart();
        const QRectF together = chart.bar(CostChart::Column::Time, 0);
        for (int row = 1; row < 4; ++row)
            QCOMPARE(chart.bar(CostChart::Column::Time, row), together);
        QVERIFY(together.height() > 3.5 * chart.bar(CostChart::Column::Parameters, 0).height());
        const QRectF second = chart.bar(CostChart::Column::Time, 4);
        QVERIFY(std::abs(second.width() / together.width() - 1.0 / 3) < 1e-6);
        QVERIFY(chart.bar(CostChart::Column::Time, 10).isEmpty());
        QVERIFY2(chart.barText(CostChart::Column::Time, 0).contains(percent(0.030 / 0.050)),
                 qPrintable(chart.barText(CostChart::Column::Time, 0)));
        QVERIFY(panel.summary().contains(percent(0.041 / 0.050) + QStringLiteral(" of the time")));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("costMeasured"))
                    ->text()
                    .contains(QStringLiteral("bracketed is computed in one go")));
        const Numbers numbers = panel.numbers();
        QCOMPARE(numbers.columns.size(), 6);
        QCOMPARE(numbers.rowNames.size(), static_cast<qsizetype>(numbers.rows.size()));
        QCOMPARE(numbers.rows[0].size(), std::size_t(5));
        QCOMPARE(numbers.rows[0][2], 0.010);
        QCOMPARE(numbers.rows[0][4], 4.0);
        QVERIFY(std::isnan(numbers.rows[1][2]));
        QTemporaryDir folder;
        saveNumbers(numbers, folder.filePath(QStringLiteral("cost.csv")));
        QFile file(folder.filePath(QStringLiteral("cost.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        QCOMPARE(lines[0], QStringLiteral("layer,parameters,multiply-adds,forward seconds,backward seconds,"
                                          "layers timed together"));
        QCOMPARE(lines[1], QStringLiteral("conv1,34944,7840800,0.01,0.02,4"));
        QCOMPARE(lines[2], QStringLiteral("relu1,0,0,,,"));
    }

    void theTimesThereAreAreShown()
    {
        Stage stage;
        CostPanel panel(stage.model, stage.selection);
        panel.show();
        auto times = std::make_shared<PieceTimes>();
        times->kernels = {{0, 1, 0.010, std::nan("")}};
        times->load = 0.002;
        times->update = std::nan("");
        SessionStatus status = sample::holding(0);
        status.steppingTimes = times;
        stage.model.setStatus(status);
        QApplication::processEvents();
        QCOMPARE(panel.source(), CostPanel::Source::Stepping);
        QVERIFY(!panel.chart().bar(CostChart::Column::Time, 0).isEmpty());
        auto running = std::make_shared<PieceTimes>(*times);
        running->kernels = {{0, 4, 0.030, 0.050}};
        running->batches = 3;
        status.runningTimes = running;
        stage.model.setStatus(status);
        QApplication::processEvents();
        QCOMPARE(panel.source(), CostPanel::Source::Running);
        QCOMPARE(panel.chart().spans().front().rowCount, 4);
        panel.setSource(CostPanel::Source::Stepping);
        QApplication::processEvents();
        QCOMPARE(panel.chart().spans().front().rowCount, 1);
    }

    void aRowOfTheChartIsALayer()
    {
        Stage stage;
        CostPanel panel(stage.model, stage.selection);
        panel.resize(900, 520);
        panel.show();
        panel.refreshNow();
        QApplication::processEvents();
        CostChart& chart = panel.chart();
        QTest::mouseClick(&chart, Qt::LeftButton, {},
                          chart.bar(CostChart::Column::Parameters, stage.layer("conv3")).center().toPoint());
        QCOMPARE(stage.selection.layer(), QStringLiteral("conv3"));
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(stage.selection.layer(), QStringLiteral("relu3"));
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("relu3")));
        stage.selection.select(QStringLiteral("fc7"));
        QCOMPARE(chart.chosen(), stage.layer("fc7"));
    }
};

QTEST_MAIN(TestNetworkDiagram)
#include "tst_network_diagram.moc"
