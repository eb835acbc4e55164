// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"
#include "core/reference/reference_backend.h"
#include "core/storage/weights_file.h"
#include "gui/live/session_bridge.h"
#include "gui/look/numbers.h"
#include "gui/panels/filter_detail.h"
#include "gui/panels/filters_panel.h"
#include "gui/widgets/colour_legend.h"
#include "gui/widgets/kernel_view.h"
#include "gui/widgets/map_card.h"
#include "gui/widgets/tile_view.h"
#include "tests/gui/sample_run.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// Numbers that are all different and known.
std::shared_ptr<HostTensor> numbered(Shape shape, float scale)
{
    auto tensor = std::make_shared<HostTensor>(shape);
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = scale * std::sin(1.0f + 0.37f * static_cast<float>(i));
    return tensor;
}

struct Stage {
    LiveModel model;
    Selection selection;
    FiltersPanel panel{model, selection};
    std::uint64_t serial = 0;

    Stage()
    {
        model.setRun(sample::description());
        model.setStatus(sample::holding(5));
        panel.resize(1000, 500);
        panel.show();
    }
    Shape shapeOfLayer(const QString& layer) const
    {
        const int index = model.run()->network.indexOf(layer.toStdString());
        return model.run()->geometry[static_cast<std::size_t>(index)].weightShape;
    }
    std::shared_ptr<Snapshot> snapshot(std::int64_t iteration)
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->serial = ++serial;
        snapshot->iteration = iteration;
        snapshot->holding = true;
        return snapshot;
    }
    /// Weights, gradient and update of one layer, all different.
    std::shared_ptr<Snapshot> showLayer(const QString& layer)
    {
        const std::string name = layer.toStdString() + ".weight";
        auto shown = snapshot(5);
        shown->parameters[name] = {numbered(shapeOfLayer(layer), 0.5f), TensorMode::Parameter};
        shown->gradients[name] = {numbered(shapeOfLayer(layer), 0.02f), TensorMode::Parameter};
        shown->updates[name] = {numbered(shapeOfLayer(layer), -0.001f), TensorMode::Parameter};
        selection.select(layer);
        model.setSnapshot(shown);
        panel.refreshNow();
        return shown;
    }
    TileView& tiles() { return *panel.findChild<TileView*>(QStringLiteral("filterTiles")); }
    QString underMouse() { return panel.findChild<QLabel*>(QStringLiteral("filterUnderMouse"))->text(); }
    QString caption() { return panel.findChild<QLabel*>(QStringLiteral("filtersCaption"))->text(); }
    void point(int tile, int x, int y)
    {
        TileView& view = tiles();
        const double zoom = view.magnification();
        const QPointF place = view.tileRect(tile).topLeft() + QPointF((x + 0.5) * zoom, (y + 0.5) * zoom);
        QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &move);
    }
};

int greyOf(double value, double limit)
{
    return static_cast<int>(std::lround((value / limit + 1) / 2 * 255));
}

} // namespace

class TestFilters : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    /// Both cut after "towe" they would look the same.
    void namesOfTowersAreWholeInLargeType()
    {
        TileView view;
        QFont large = view.font();
        large.setPointSizeF(15);
        view.setFont(large);
        view.setSheet(tileFilters(*numbered({96, 3, 11, 11}, 1)));
        view.resize(600, 118);
        const auto painted = [&](const QString& second) {
            view.setBands({{0, 2, QStringLiteral("tower 1")}, {3, 5, second}});
            return view.grab().toImage();
        };
        QVERIFY(painted(QStringLiteral("tower 2")) != painted(QStringLiteral("tower 3")));
    }

    void thePastIsNotCalledNow()
    {
        Stage stage;
        stage.showLayer(QStringLiteral("conv1"));
        const auto* button = stage.panel.findChild<QToolButton*>(QStringLiteral("weightsNow"));
        QCOMPARE(button->text(), QStringLiteral("Now"));
        const QKeySequence key = button->shortcut();
        stage.model.showPast(sample::snapshot(900, 2, 0.5f));
        stage.panel.refreshNow();
        QCOMPARE(button->text(), QStringLiteral("Then"));
        QCOMPARE(button->shortcut(), key);
        stage.model.showPast(nullptr);
        stage.panel.refreshNow();
        QCOMPARE(button->text(), QStringLiteral("Now"));
    }

    void numbersOfOneFilterAreWholeWhereverTheyStand_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {340, 420, 600, 900})
            QTest::addRow("%d pixels", width) << width;
    }
    void numbersOfOneFilterAreWholeWhereverTheyStand()
    {
        QFETCH(int, width);
        FilterDetail detail;
        detail.retranslate();
        detail.resize(width, 320);
        detail.show();
        const QStringList names{QStringLiteral("detailMinimum"), QStringLiteral("detailDeviation"),
                                QStringLiteral("detailBias")};
        for (const QString& name : names) {
            auto* label = detail.findChild<QLabel*>(name);
            label->setText(QStringLiteral("−0.0001234"));
            QCoreApplication::sendPostedEvents();
            QTRY_VERIFY(label->width() >= label->fontMetrics().horizontalAdvance(label->text()));
        }
    }

    void initialValuesAreTheEngines_data()
    {
        QTest::addColumn<QString>("parameter");
        for (const ParameterInfo& info : parametersOf(sample::description()->network))
            QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
    }
    void initialValuesAreTheEngines()
    {
        QFETCH(QString, parameter);
        auto run = *sample::description();
        run.spec.seed = 77;
        const auto backend = makeReferenceBackend();
        Network network(run.network, *backend, {2, Precision::Fp32, true, false});
        network.initialise(77);
        const auto of = [&] {
            return network.download(network.parameters()->find(parameter.toStdString())->value).values;
        };
        QCOMPARE(initialValuesOf(run, parameter.toStdString()).values, of());

        network.initialise(78); // what a run that starts from a file begins with
        const QTemporaryDir folder;
        run.spec.weights = folder.filePath(QStringLiteral("start.safetensors")).toStdString();
        saveWeights(run.spec.weights, network, {run.data.classNames, {}});
        QCOMPARE(initialValuesOf(run, parameter.toStdString()).values, of());
    }

    void initialValuesAreForgottenWithTheSeed()
    {
        Stage stage;
        QTRY_VERIFY(stage.model.initial().of("conv1.weight"));
        const auto first = stage.model.initial().of("conv1.weight");
        stage.model.setRun(sample::description()); // a reset with the same seed
        QCOMPARE(stage.model.initial().of("conv1.weight"), first);
        auto other = std::make_shared<RunDescription>(*sample::description());
        other->spec.seed = 4;
        stage.model.setRun(other);
        QVERIFY(!stage.model.initial().of("conv1.weight"));
        QTRY_VERIFY(stage.model.initial().of("conv1.weight"));
        QVERIFY(stage.model.initial().of("conv1.weight")->values != first->values);
    }

    void valuesUnderTheMouse_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("content");
        QTest::addColumn<int>("tile");
        QTest::addColumn<QPoint>("pixel");
        QTest::addColumn<QList<int>>("places"); ///< in the tensor, counted by hand
        QTest::addColumn<QString>("words");
        // conv1 is [32, 3, 5, 5], conv2 [8, 16, 2, 2] in two groups, fc3 [10, 72] behind maps of 3 × 3.
        QTest::newRow("conv1") << "conv1" << 0 << 17 << QPoint(3, 2)
                               << QList<int>{17 * 75 + 13, 17 * 75 + 38, 17 * 75 + 63} << "filter 17 at (3, 2)";
        QTest::newRow("conv1 gradient") << "conv1" << 1 << 31 << QPoint(4, 4)
                                        << QList<int>{31 * 75 + 24, 31 * 75 + 49, 31 * 75 + 74} << "filter 31";
        QTest::newRow("conv2") << "conv2" << 0 << 16 * 2 + 5 << QPoint(1, 0) << QList<int>{2 * 64 + 5 * 4 + 1}
                               << "filter 2, input channel 5 at (1, 0)";
        QTest::newRow("conv2, second tower") << "conv2" << 2 << 16 * 6 + 15 << QPoint(0, 1)
                                             << QList<int>{6 * 64 + 15 * 4 + 2} << "filter 6, input channel 31";
        QTest::newRow("fc3") << "fc3" << 0 << 8 * 4 + 7 << QPoint(2, 1) << QList<int>{4 * 72 + 7 * 9 + 5}
                             << "unit 4, map 7 at (2, 1)";
    }
    void valuesUnderTheMouse()
    {
        QFETCH(QString, layer);
        QFETCH(int, content);
        QFETCH(int, tile);
        QFETCH(QPoint, pixel);
        QFETCH(QList<int>, places);
        QFETCH(QString, words);
        Stage stage;
        stage.panel.header().setContent(static_cast<FilterContent>(content));
        const auto shown = stage.showLayer(layer);
        const std::string name = layer.toStdString() + ".weight";
        const auto& tensors = content == 0 ? shown->parameters : content == 1 ? shown->gradients : shown->updates;
        const HostTensor& tensor = *tensors.at(name).values;
        ProbeRequest request;
        stage.panel.look(request);
        QCOMPARE((content == 0   ? request.parameters
                  : content == 1 ? request.gradients
                                 : request.updates)
                     .front(),
                 name);
        stage.point(tile, pixel.x(), pixel.y());
        QVERIFY2(stage.underMouse().startsWith(words), qPrintable(stage.underMouse()));
        double limit = 0;
        for (const float value : tensor.values)
            limit = std::max(limit, std::abs(static_cast<double>(value)));
        if (content == 0)
            QTRY_VERIFY(stage.panel.findChild<QWidget*>(QStringLiteral("momentSlider"))->isEnabled());
        stage.panel.refreshNow();
        QCOMPARE(number(stage.panel.findChild<ColourLegend*>()->limit()), number(limit)); // louder than at the start
        const TileSheet& sheet = stage.panel.tiles().sheet();
        const ImageView view = sheet.image;
        for (int i = 0; i < places.size(); ++i) {
            const double value = static_cast<double>(tensor.values[static_cast<std::size_t>(places[i])]);
            QVERIFY2(stage.underMouse().contains(number(value)), qPrintable(stage.underMouse()));
            const auto* colour = view.pixel(sheet.left(tile) + pixel.x(), sheet.top(tile) + pixel.y());
            QVERIFY(std::abs(int(colour[i]) - greyOf(value, limit)) <= 1);
        }
        QCOMPARE(stage.panel.numbers().tensors.front().values.get(), &tensor);
    }

    void theSliderFadesFromTheInitialWeights()
    {
        Stage stage;
        const auto shown = stage.showLayer(QStringLiteral("conv2"));
        const HostTensor& now = *shown->parameters.at("conv2.weight").values;
        QTRY_VERIFY(stage.model.initial().of("conv2.weight"));
        const HostTensor before = initialValuesOf(*stage.model.run(), "conv2.weight");
        for (const int percentage : {0, 25, 100}) {
            const double share = percentage / 100.0;
            QTRY_VERIFY(stage.panel.findChild<QWidget*>(QStringLiteral("momentSlider"))->isEnabled());
            stage.panel.header().setMoment(share);
            stage.panel.refreshNow();
            stage.point(16 * 3 + 4, 1, 1);
            const std::size_t place = 3 * 64 + 4 * 4 + 3;
            const double value = (1 - share) * static_cast<double>(before.values[place]) +
                                 share * static_cast<double>(now.values[place]);
            QVERIFY2(stage.underMouse().endsWith(number(static_cast<double>(static_cast<float>(value)))),
                     qPrintable(stage.underMouse()));
        }
        stage.panel.findChild<QAbstractButton*>(QStringLiteral("initialWeights"))->click();
        stage.panel.refreshNow();
        QVERIFY(stage.panel.showsInitial());
        QVERIFY2(stage.caption().endsWith(QStringLiteral("iteration 0")), qPrintable(stage.caption()));
        QCOMPARE(stage.panel.numbers().tensors.front().name, std::string("conv2.weight.initial"));
        QCOMPARE(stage.panel.numbers().tensors.front().values->values, before.values);
        stage.panel.header().setContent(FilterContent::Update); // which had no beginning
        stage.panel.refreshNow();
        QVERIFY(!stage.panel.showsInitial());
    }

    void scalesOfTilesAndLock()
    {
        Stage stage;
        stage.showLayer(QStringLiteral("conv2"));
        QTRY_VERIFY(stage.panel.findChild<QWidget*>(QStringLiteral("momentSlider"))->isEnabled());
        auto* legend = stage.panel.findChild<ColourLegend*>();
        const double limit = legend->limit();
        stage.panel.findChild<QAbstractButton*>(QStringLiteral("lockScale"))->setChecked(true);
        auto louder = stage.snapshot(6);
        louder->parameters["conv2.weight"] = {numbered({8, 16, 2, 2}, 0.9f), TensorMode::Parameter};
        stage.model.setSnapshot(louder);
        stage.panel.refreshNow();
        QCOMPARE(legend->limit(), limit);
        stage.panel.findChild<QAbstractButton*>(QStringLiteral("lockScale"))->setChecked(false);
        stage.panel.refreshNow();
        QVERIFY(legend->limit() > 1.5 * limit);
        stage.panel.findChild<QComboBox*>(QStringLiteral("filterScale"))->setCurrentIndex(1);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.tiles().sheet().ranges.size(), std::size_t(8 * 16));
        QVERIFY2(stage.underMouse().contains(QStringLiteral("±")), qPrintable(stage.underMouse())); // numbers, though
        stage.selection.select(QStringLiteral("conv2"), 1);
        stage.panel.refreshNow();
        double own = 0; // of filter 1: 64 numbers
        for (std::size_t i = 64; i < 128; ++i)
            own = std::max(own, std::abs(static_cast<double>(louder->parameters["conv2.weight"].values->values[i])));
        const QString heading = stage.panel.detail().value(QStringLiteral("detailHeading"));
        QVERIFY2(heading.endsWith(QStringLiteral("to +") + number(own)), qPrintable(heading));
    }

    void nothingYetSaysWhy()
    {
        Stage stage;
        stage.panel.header().setContent(FilterContent::Gradient);
        stage.model.setSnapshot(stage.snapshot(0));
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.tiles().sheet().count, 0);
        QVERIFY(stage.panel.numbers().isEmpty());
        stage.showLayer(QStringLiteral("conv1"));
        QCOMPARE(stage.panel.tiles().sheet().count, 32);
    }

    void theSelectionIsFollowed_data()
    {
        QTest::addColumn<QString>("selected");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("filter");
        QTest::newRow("nothing") << "" << -1 << "conv1" << -1;
        QTest::newRow("a convolution") << "conv2" << -1 << "conv2" << -1;
        QTest::newRow("a filter") << "conv2" << 7 << "conv2" << 7;
        QTest::newRow("the channel a filter makes") << "relu1" << 30 << "conv1" << 30;
        QTest::newRow("a linear layer") << "fc3" << 2 << "fc3" << 2;
        QTest::newRow("a class") << "prob" << 9 << "fc3" << 9;
        QTest::newRow("no such filter") << "conv2" << 8 << "conv2" << -1;
    }
    void theSelectionIsFollowed()
    {
        QFETCH(QString, selected);
        QFETCH(int, unit);
        QFETCH(QString, shown);
        QFETCH(int, filter);
        Stage stage;
        stage.selection.select(selected, unit);
        QCOMPARE(stage.panel.layerName(), shown);
        QCOMPARE(stage.panel.filter(), filter);
        QCOMPARE(stage.panel.findChild<QComboBox*>(QStringLiteral("filterLayer"))->currentText(), shown);
        ProbeRequest request;
        stage.panel.look(request);
        QCOMPARE(request.parameters.front(), shown.toStdString() + ".weight");
        QCOMPARE(request.activations.size(), std::size_t(filter >= 0 ? 1 : 0)); // of the filter shown large
        if (filter >= 0)
            QCOMPARE(request.activations.front(),
                     shown == QLatin1String("conv1") ? std::string("relu1") : shown.toStdString());
    }

    void pagesTurn()
    {
        Stage stage;
        stage.showLayer(QStringLiteral("conv2"));
        QCOMPARE(stage.panel.tiles().sheet().count, 8 * 16); // small enough for one page
        auto* sizes = stage.panel.findChild<QComboBox*>(QStringLiteral("filterPageSize"));
        sizes->setCurrentIndex(sizes->findData(2));
        emit sizes->activated(sizes->currentIndex());
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.tiles().sheet().count, 2 * 16);
        stage.panel.header().nextPage();
        stage.panel.refreshNow();
        stage.point(16 + 1, 0, 0);
        QVERIFY2(stage.underMouse().startsWith(QStringLiteral("filter 3, input channel 1 ")),
                 qPrintable(stage.underMouse()));
        stage.panel.header().previousPage();
        stage.panel.header().previousPage(); // there is none
        QCOMPARE(stage.panel.header().first(), 0);
        stage.selection.select(QStringLiteral("conv2"), 6);
        QCOMPARE(stage.panel.header().first(), 6);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.tiles().chosen(), 0);
    }

    void aFilterLarge()
    {
        Stage stage;
        auto shown = stage.snapshot(5);
        const auto weights = numbered({32, 3, 5, 5}, 0.3f);
        shown->parameters["conv1.weight"] = {weights, TensorMode::Parameter};
        shown->parameters["conv1.bias"] = {numbered({32, 1, 1, 1}, 1), TensorMode::Parameter};
        const auto response = std::make_shared<HostTensor>(Shape{1, 32, 4, 4});
        response->at(0, 9, 2, 1) = 3; // where filter 9 answers most
        response->at(0, 9, 3, 3) = 1.5f;
        shown->activations["relu1"] = {response, TensorMode::TestMode};
        shown->pinned = std::make_shared<Image>(12, 12);
        stage.selection.select(QStringLiteral("conv1"), 9);
        stage.model.setSnapshot(shown);
        stage.panel.refreshNow();
        const FilterDetail& detail = stage.panel.detail();
        QVERIFY(detail.isVisible());
        double sum = 0, squares = 0;
        for (int i = 9 * 75; i < 10 * 75; ++i) {
            const double value = static_cast<double>(weights->values[static_cast<std::size_t>(i)]);
            sum += value;
            squares += value * value;
        }
        QCOMPARE(detail.value(QStringLiteral("detailMean")), number(sum / 75));
        QCOMPARE(detail.value(QStringLiteral("detailNorm")), number(std::sqrt(squares)));
        QCOMPARE(detail.value(QStringLiteral("detailBias")), number(static_cast<double>(std::sin(1.0f + 0.37f * 9))));

        auto* kernel = stage.panel.findChild<KernelView*>();
        QCOMPARE(kernel->gridCount(), 4); // red, green, blue, in colour
        const QString text = kernel->cellText(2, {4, 1});
        const double value = static_cast<double>(weights->at(9, 2, 1, 4));
        QVERIFY(!text.isEmpty());
        QString plain = text;
        QVERIFY(
            std::abs(plain.replace(QChar(0x2212), QLatin1Char('-')).toDouble() * std::pow(10.0, kernel->exponent()) -
                     value) <= 0.0501 * std::pow(10.0, kernel->exponent()));
        QTest::mouseClick(kernel, Qt::LeftButton, {}, kernel->cellRect(1, {2, 2}).center().toPoint());
        QCOMPARE(kernel->enlarged(), 1);

        auto* map = stage.panel.findChild<MapCard*>(QStringLiteral("responseMap"));
        auto* picture = stage.panel.findChild<MapCard*>(QStringLiteral("responsePicture"));
        QCOMPARE(map->scale()->high, 3.0);
        QCOMPARE(map->frame(), QRectF(1, 2, 1, 1));
        QCOMPARE(picture->frame(), QRectF(2, 4, 5, 5)); // stride 2, size 5
        const QPointF place = map->pictureRect().topLeft() + QPointF(3.5, 3.5) * (map->pictureRect().width() / 4);
        QMouseEvent move(QEvent::MouseMove, place, map->mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(map, &move);
        QVERIFY2(stage.underMouse().contains(number(1.5)) && stage.underMouse().contains(QStringLiteral("(3, 3)")),
                 qPrintable(stage.underMouse()));
        QCOMPARE(picture->frame(), QRectF(6, 6, 5, 5));

        emit stage.panel.header().backWanted();
        QCOMPARE(stage.selection.unit(), -1);
        QVERIFY(!detail.isVisible());
    }

    void arrowsLeadToTheNeighbourAndEscapeBack()
    {
        Stage stage;
        stage.showLayer(QStringLiteral("conv1"));
        stage.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.panel));
        stage.panel.resize(500, 400); // too narrow for tiles and filter side by side
        stage.selection.select(QStringLiteral("conv1"), 4);
        stage.panel.refreshNow();
        QVERIFY(!stage.tiles().isVisible());
        auto* detail = stage.panel.findChild<FilterDetail*>();
        detail->setFocus();
        QTest::keyClick(detail, Qt::Key_Right);
        QCOMPARE(stage.selection.unit(), 5);
        QTest::keyClick(detail, Qt::Key_Escape);
        QCOMPARE(stage.selection.unit(), -1);
        QVERIFY(stage.tiles().isVisible());
    }

    void layersAreLaidOut()
    {
        const NetworkSpec network = loadNetwork("alexnet");
        RunDescription run;
        run.network = network.withClasses(1000);
        run.geometry = geometryOf(run.network);
        const auto layout = [&](const char* name) { return layoutOf(run, run.network.indexOf(name)); };
        QVERIFY(layout("conv1").isColour);
        QCOMPARE(layout("conv1").usualPage(), 96);
        QCOMPARE(layout("conv1").columns(96), 16);
        QCOMPARE(layout("conv2").tilesPerFilter(), 48);
        QCOMPARE(layout("conv2").inputChannel(128, 0), 48); // the second tower
        QCOMPARE(layout("conv2").columns(16), 48);
        QVERIFY(layout("conv3").usualPage() >= 4);
        QCOMPARE(256 % layout("conv3").columns(8), 0);
        QVERIFY(layout("fc6").isLinear && !layout("fc6").isFolded);
        QCOMPARE(layout("fc6").channels, std::int64_t(256));
        QCOMPARE(layout("fc6").width, std::int64_t(6));
        QVERIFY(layout("fc7").isFolded);
        QCOMPARE(layout("fc7").width, std::int64_t(64));
        QVERIFY(layout("relu1").isEmpty());
        for (const char* name : {"conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8"})
            QVERIFY2(layout(name).usualPage() <= layout(name).largestPage(), name);
    }

    /// A real engine: what the slider calls initial is what the device held before the first iteration.
    void beforeIsWhatTheEngineBeganWith()
    {
        LiveModel model;
        Selection selection;
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        SessionBridge bridge(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, model);
        FiltersPanel panel(model, selection);
        panel.resize(900, 400);
        panel.show();
        std::shared_ptr<const Image> pinned;
        const auto ask = [&] {
            ProbeRequest request;
            panel.look(request);
            request.pinned = pinned;
            bridge.setProbe(request);
        };
        connect(&panel, &Panel::interestChanged, &panel, ask);
        RunSpec spec;
        spec.networkText = sample::networkText;
        spec.recipe = parseNetwork(sample::networkText, "tiny").recipe;
        spec.data = "textures";
        spec.seed = 31;
        bridge.start(spec);
        QTRY_VERIFY_WITH_TIMEOUT(model.run(), 10000);
        selection.select(QStringLiteral("conv2"), 3);
        pinned = std::make_shared<Image>(40, 30);
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(panel.detail().look().picture.size(), QSize(12, 12), 10000); // as the network gets it
        QVERIFY(panel.detail().look().response);
        QTRY_VERIFY_WITH_TIMEOUT(model.snapshot() && model.snapshot()->parameters.contains("conv2.weight"), 10000);
        const auto first = model.snapshot()->parameters.at("conv2.weight").values;
        QCOMPARE(model.snapshot()->iteration, std::int64_t(0));
        bridge.step(Stride::Iteration);
        QTRY_VERIFY_WITH_TIMEOUT(model.snapshot()->iteration == 1, 10000);
        QTRY_VERIFY(model.initial().of("conv2.weight"));
        panel.showInitial(true);
        QTRY_VERIFY(panel.showsInitial());
        QCOMPARE(panel.numbers().tensors.front().values->values, first->values);
        panel.showInitial(false);
        QVERIFY(panel.numbers().tensors.front().values->values != first->values);
        panel.header().setContent(FilterContent::Update);
        QTRY_VERIFY_WITH_TIMEOUT(model.snapshot()->updates.contains("conv2.weight"), 10000);
        const auto update = model.snapshot()->updates.at("conv2.weight").values;
        panel.header().setContent(FilterContent::Weights);
        QTRY_VERIFY_WITH_TIMEOUT(model.snapshot()->parameters.contains("conv2.weight"), 10000);
        const auto now = model.snapshot()->parameters.at("conv2.weight").values;
        for (std::size_t i = 0; i < update->values.size(); ++i) // w ← w + v
            QVERIFY(std::abs(now->values[i] - first->values[i] - update->values[i]) <= 1e-6f);
    }
};

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
