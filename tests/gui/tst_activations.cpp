// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/reference_backend.h"
#include "gui/live/session_bridge.h"
#include "gui/look/numbers.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/arithmetic_view.h"
#include "gui/panels/terms_model.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/map_legend.h"
#include "gui/widgets/maps_view.h"
#include "gui/widgets/operand_grids.h"
#include "tests/gui/sample_run.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

/// The sample network with every kind of layer behind it, padding included.
const char* const networkText = R"([network]
name = tiny
input = 3x12x12
classes = 10
[preprocessing]
resize = 12
scale = 0.015625
[recipe]
batch = 8
epochs = 1000
learningRate = 0.01
validateEvery = 0.5
randomCrop = no
[conv1]
type = convolution
filters = 16
size = 5
stride = 2
pad = 2
weightStd = 0.2
[relu1]
type = relu
[norm1]
type = lrn
alpha = 0.1
[pool1]
type = max-pooling
size = 3
stride = 2
rounding = ceil
[conv2]
type = convolution
filters = 8
size = 3
pad = 1
groups = 2
weightStd = 0.2
bias = 0.1
[drop2]
type = dropout
p = 0.5
[fc3]
type = linear
outputs = classes
weightStd = 0.1
[prob]
type = softmax-loss
)";

/// A session on the plain loops behind the panel, as the window connects them.
struct Stage {
    LiveModel model;
    Selection selection;
    PinnedPicture pinned{model};
    std::unique_ptr<SessionBridge> bridge;
    std::unique_ptr<ActivationsPanel> panel;

    Stage()
    {
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        bridge = std::make_unique<SessionBridge>(
            std::move(catalogue), [](const std::string&, const NetworkSpec&) { return sample::data(); }, model);
        panel = std::make_unique<ActivationsPanel>(model, selection, pinned);
        const auto ask = [this] {
            ProbeRequest request;
            panel->look(request);
            request.pinned = pinned.image();
            bridge->setProbe(request);
        };
        QObject::connect(panel.get(), &Panel::interestChanged, panel.get(), ask);
        QObject::connect(&pinned, &PinnedPicture::changed, panel.get(), ask);
        RunSpec spec;
        spec.networkText = networkText;
        spec.data = "textures";
        spec.recipe = parseNetwork(networkText, "tiny").recipe;
        bridge->start(spec);
        panel->resize(1100, 500);
        panel->show();
    }

    template <typename T>
    T* find(const char* name) const
    {
        return panel->findChild<T*>(QLatin1String(name));
    }
    QString text(const char* name) const { return find<QLabel>(name)->text(); }
    MapsView& maps() const { return *find<MapsView>("activationMaps"); }
    ArithmeticView& arithmetic() const { return *find<ArithmeticView>("arithmetic"); }
    bool ready() const
    {
        return QTest::qWaitFor([this] { return maps().maps() != nullptr; });
    }
    /// Waits until the maps on the screen are the newest of this layer.
    bool shows(const QString& layer) const
    {
        return QTest::qWaitFor([&] {
            const auto& tensors = model.snapshot()->activations;
            const auto found = tensors.find(layer.toStdString());
            return found != tensors.end() && found->second.values == maps().maps();
        });
    }
    /// Chooses a unit as the mouse does and waits for its arithmetic.
    bool choose(int channel, QPoint position)
    {
        const QPoint place = maps().positionRect(channel, position).center().toPoint();
        QTest::mouseClick(&maps(), Qt::LeftButton, {}, place);
        return QTest::qWaitFor([&] {
            return !arithmetic().text().isEmpty() && arithmetic().text().value().place.channel == channel &&
                   arithmetic().text().value().place.x == position.x() &&
                   arithmetic().text().value().place.y == position.y() &&
                   arithmetic().text().value().layer.name == layerName();
        });
    }
    std::string layerName() const { return model.run()->network.layers[static_cast<std::size_t>(panel->layer())].name; }
};

/// A number as number() writes it, read back.
double parsed(QString text)
{
    text.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(','));
    const auto power = text.indexOf(QStringLiteral("×10"));
    double factor = 1;
    if (power >= 0) {
        static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
        QString exponent;
        for (const QChar c : text.mid(power + 3))
            exponent += c == QChar(0x207B) ? QLatin1Char('-') : QChar('0' + static_cast<int>(raised.indexOf(c)));
        factor = std::pow(10.0, exponent.toInt());
        text.truncate(power);
    }
    return text.toDouble() * factor;
}

} // namespace

class TestActivations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void theValueUnderTheMouseIsTheTensors_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("channel");
        QTest::addColumn<QPoint>("position");
        QTest::newRow("corner in the padding") << "conv1" << 0 << QPoint(0, 0);
        QTest::newRow("last") << "conv1" << 15 << QPoint(5, 5);
        QTest::newRow("not on the diagonal") << "relu1" << 3 << QPoint(4, 1);
        QTest::newRow("a window at the edge") << "pool1" << 7 << QPoint(2, 0);
        QTest::newRow("grouped") << "conv2" << 6 << QPoint(0, 2);
        QTest::newRow("a vector") << "fc3" << 4 << QPoint(0, 0);
    }
    void theValueUnderTheMouseIsTheTensors()
    {
        QFETCH(QString, layer);
        QFETCH(int, channel);
        QFETCH(QPoint, position);
        Stage stage;
        QVERIFY(stage.ready());
        const auto& run = *stage.model.run();
        const int index = run.network.indexOf(layer.toStdString());
        stage.panel->showLayer(index);
        const auto& geometry = run.geometry[static_cast<std::size_t>(index)];
        QVERIFY(stage.shows(layer));
        QTest::mouseMove(&stage.maps(), stage.maps().positionRect(channel, position).center().toPoint());
        const auto tensor = stage.model.snapshot()->activations.at(layer.toStdString()).values;
        const double value = static_cast<double>(tensor->at(0, channel, position.y(), position.x()));
        QTRY_VERIFY2(stage.text("activationUnderMouse").contains(number(value)),
                     qPrintable(stage.text("activationUnderMouse")));
        QVERIFY(stage.text("activationUnderMouse").contains(QString::number(channel)));

        const QRect expected = layer == QLatin1String("fc3")
                                   ? QRect(0, 0, 12, 12)
                                   : QRect(geometry.receptiveOffset + position.x() * geometry.receptiveStride,
                                           geometry.receptiveOffset + position.y() * geometry.receptiveStride,
                                           geometry.receptiveField, geometry.receptiveField);
        QCOMPARE(stage.find<InputPictureView>("inputPicture")->field(), expected);
        if (layer == QLatin1String("conv1") && channel == 0)
            QCOMPARE(expected, QRect(-2, -2, 5, 5)); // by hand: 5×5 with 2 of padding
    }

    /// The change of a pixel inside the frame changes the unit, one outside does not: the frame means what it says.
    void theFrameIsWhatTheUnitSees()
    {
        Stage stage;
        QVERIFY(stage.ready());
        stage.panel->showLayer(stage.model.run()->network.indexOf("pool1"));
        QVERIFY(stage.shows(QStringLiteral("pool1")));
        const QPoint position(1, 1);
        const QRect field = stage.panel->receptiveField(position);
        QVERIFY(!field.contains(QRect(0, 0, 12, 12)));
        auto original = std::make_shared<Image>(*stage.pinned.image());
        const auto mapsOf = [&](const Image& image) {
            stage.pinned.pinOwn(std::make_shared<Image>(image), QStringLiteral("own"));
            [&] { QTRY_VERIFY(stage.model.snapshot()->pinned == stage.pinned.image()); }();
            return stage.model.snapshot()->activations.at("pool1").values;
        };
        const auto before = mapsOf(*original);
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 12; ++x) // paint everything outside the frame
                if (!field.contains(x, y))
                    for (int c = 0; c < 3; ++c)
                        original->rgb[static_cast<std::size_t>((y * 12 + x) * 3 + c)] = 255;
        const auto after = mapsOf(*original);
        for (int channel = 0; channel < 16; ++channel)
            QCOMPARE(after->at(0, channel, 1, 1), before->at(0, channel, 1, 1));
        QVERIFY(after->values != before->values);
    }

    void theArithmeticSumsToTheValue_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("channel");
        QTest::addColumn<QPoint>("position");
        QTest::newRow("convolution of the picture") << "conv1" << 5 << QPoint(3, 2);
        QTest::newRow("in the padding") << "conv1" << 5 << QPoint(0, 5);
        QTest::newRow("grouped") << "conv2" << 6 << QPoint(1, 2);
        QTest::newRow("linear") << "fc3" << 4 << QPoint(0, 0);
    }
    void theArithmeticSumsToTheValue()
    {
        QFETCH(QString, layer);
        QFETCH(int, channel);
        QFETCH(QPoint, position);
        Stage stage;
        QVERIFY(stage.ready());
        stage.panel->showLayer(stage.model.run()->network.indexOf(layer.toStdString()));
        QVERIFY(stage.shows(layer));
        QVERIFY(stage.choose(channel, position));
        QCOMPARE(stage.selection.unit(), channel);
        QCOMPARE(stage.selection.layer(), layer);

        const auto* terms = stage.find<QTreeView>("arithmeticTerms")->model();
        double sum = 0, size = 0;
        for (int row = 0; row < terms->rowCount(); ++row) {
            const double part = parsed(terms->index(row, 1).data().toString());
            sum += part;
            size += std::abs(part);
        }
        const double value = static_cast<double>(stage.maps().maps()->at(0, channel, position.y(), position.x()));
        QVERIFY2(std::abs(sum - value) <= 1e-3 * size, qPrintable(QStringLiteral("%1, %2").arg(sum).arg(value)));
        QVERIFY2(stage.text("arithmeticFormula").contains(QStringLiteral("<b>%1</b>").arg(number(value))),
                 qPrintable(stage.text("arithmeticFormula")));

        // each contribution is the sum of its own grid of products, and each product of its operands
        for (int row = 0; row < terms->rowCount(); ++row) {
            const int key = static_cast<const TermsModel*>(terms)->keyOf(row);
            if (key < 0)
                continue;
            stage.arithmetic().chooseGroup(key);
            const auto& grids = stage.find<OperandGrids>("arithmeticGrids")->grids();
            QCOMPARE(grids.size(), std::size_t{3});
            double products = 0;
            for (std::size_t i = 0; i < grids[2].values.size(); ++i) {
                products += grids[2].values[i];
                QCOMPARE(grids[2].values[i], grids[0].values[i] * grids[1].values[i]);
            }
            QCOMPARE(number(products), terms->index(row, 1).data().toString());
        }
    }

    void everyKindIsWrittenOut_data()
    {
        QTest::addColumn<QString>("layer");
        for (const char* layer : {"conv1", "relu1", "norm1", "pool1", "conv2", "drop2", "fc3", "prob"})
            QTest::newRow(layer) << layer;
    }
    void everyKindIsWrittenOut()
    {
        QFETCH(QString, layer);
        Stage stage;
        QVERIFY(stage.ready());
        stage.panel->showLayer(stage.model.run()->network.indexOf(layer.toStdString()));
        QVERIFY(stage.shows(layer));
        QVERIFY(stage.choose(2, {0, 0}));
        const Arithmetic& value = stage.arithmetic().text().value();
        QCOMPARE(value.engine, static_cast<double>(stage.maps().maps()->at(0, 2, 0, 0)));
        QVERIFY(std::abs(value.computed - value.engine) <= 1e-4 * std::abs(value.engine) + 1e-7);
        QVERIFY(stage.text("arithmeticFormula").contains(QStringLiteral("<b>%1</b>").arg(number(value.computed))));
        QVERIFY(stage.text("arithmeticDevice").contains(QStringLiteral("fp32")));
        QVERIFY(stage.panel->explanation().contains(layer));
        const Numbers numbers = stage.panel->numbers();
        QCOMPARE(numbers.tensors.size(), std::size_t{1});
        QVERIFY(numbers.tensors.front().values == stage.maps().maps());
    }

    void deadMapsAreCounted()
    {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned(model);
        ActivationsPanel panel(model, selection, pinned);
        auto run = std::make_shared<RunDescription>(*sample::description());
        model.setRun(run);
        pinned.pinOwn(std::make_shared<Image>(12, 12), QStringLiteral("own"));
        auto maps = std::make_shared<HostTensor>(Shape{1, 32, 4, 4});
        for (int channel = 0; channel < 32; ++channel)
            if (channel % 3 != 0)
                maps->at(0, channel, 3, 1) = 0.5f; // a single answer is life
        auto snapshot = sample::snapshot(1, 0, 0.1f);
        snapshot->pinned = pinned.image();
        snapshot->activations["conv1"] = {maps, TensorMode::TestMode};
        model.setSnapshot(snapshot);
        panel.resize(900, 400);
        panel.refreshNow();
        const auto* view = panel.findChild<MapsView*>();
        QCOMPARE(view->deadCount(), 11); // 0, 3 … 30
        QVERIFY(view->isDead(30) && !view->isDead(31));
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("deadUnits"))->text(),
                 QStringLiteral("11 of 32 maps are dead (all 0)"));
    }

    /// Paused inside the step of a free run, where conv1 was only a part of a kernel.
    void aLayerInsideAKernelIsShownOfThePinnedPicture()
    {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned(model);
        ActivationsPanel panel(model, selection, pinned);
        model.setRun(sample::description());
        pinned.pinOwn(std::make_shared<Image>(12, 12), QStringLiteral("own"));
        const auto maps = std::make_shared<HostTensor>(Shape{1, 32, 4, 4});
        auto snapshot = sample::snapshot(1, 0, 0.1f);
        snapshot->pinned = pinned.image();
        snapshot->activations["conv1"] = {maps, TensorMode::TestMode};
        snapshot->stepPicture = StepPicture{0, 8, 3, 3, {}, nullptr};
        snapshot->next = {PieceKind::Forward, 0, 0, 2};
        model.setSnapshot(snapshot);
        QVERIFY(panel.showsStep()); // still to be computed
        auto later = std::make_shared<Snapshot>(*snapshot);
        later->next = {PieceKind::Forward, 1, 2, 1};
        model.setSnapshot(later);
        QVERIFY(!panel.showsStep());
        panel.resize(900, 400);
        panel.refreshNow();
        QVERIFY(panel.findChild<MapsView*>()->maps() == maps);
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("activationMode"))->text(), QStringLiteral("test mode"));
    }

    void thePastShowsWhatWasRecorded()
    {
        LiveModel model;
        Selection selection;
        PinnedPicture pinned(model);
        ActivationsPanel panel(model, selection, pinned);
        model.setRun(sample::description());
        pinned.pinOwn(std::make_shared<Image>(12, 12), QStringLiteral("own"));
        const auto live = std::make_shared<HostTensor>(Shape{1, 32, 4, 4}),
                   then = std::make_shared<HostTensor>(Shape{1, 32, 4, 4});
        auto snapshot = sample::snapshot(1, 9, 0.1f);
        snapshot->pinned = pinned.image();
        snapshot->activations["conv1"] = {live, TensorMode::TestMode};
        model.setSnapshot(snapshot);
        auto past = std::make_shared<Snapshot>();
        past->iteration = 7;
        past->past = true;
        past->pinned = std::make_shared<Image>(*pinned.image()); // a moment brings a copy of its picture
        past->activations["conv1"] = {then, TensorMode::TestMode};
        model.showPast(past);
        panel.resize(900, 400);
        panel.refreshNow();
        const auto text = [&](const char* name) { return panel.findChild<QLabel*>(QLatin1String(name))->text(); };
        QVERIFY(panel.findChild<MapsView*>()->maps() == then);
        QCOMPARE(text("activationPictureName"), QStringLiteral("own"));
        QVERIFY(text("activationFacts").contains(QStringLiteral("iteration 7")));
        QVERIFY(!panel.findChild<QToolButton*>(QStringLiteral("nextPicture"))->isEnabled());
        auto other = std::make_shared<Image>(12, 12);
        other->rgb.front() = 255;
        pinned.pinOwn(other, QStringLiteral("other"));
        panel.refreshNow();
        QVERIFY(panel.findChild<MapsView*>()->maps() == then);
        QCOMPARE(text("activationPictureName"), QStringLiteral("the picture pinned at that time"));
        panel.showLayer(1); // of which nothing was recorded
        panel.refreshNow();
        QVERIFY(!panel.findChild<MapsView*>()->maps());
        panel.showLayer(0);
        model.showPast(nullptr);
        pinned.pinOwn(snapshot->pinned, QStringLiteral("own"));
        panel.refreshNow();
        QVERIFY(panel.findChild<MapsView*>()->maps() == live);
    }

    void aStepShowsItsOwnPicture()
    {
        Stage stage;
        QVERIFY(stage.ready());
        QCOMPARE(stage.text("activationMode"), QStringLiteral("test mode"));
        stage.bridge->step(Stride::Piece); // load
        stage.bridge->step(Stride::Piece); // conv1
        QTRY_COMPARE(stage.text("activationMode"), QStringLiteral("training mode"));
        QTRY_VERIFY(stage.maps().maps() && stage.model.snapshot()->stepActivations.contains("conv1") &&
                    stage.maps().maps() == stage.model.snapshot()->stepActivations.at("conv1").values);
        QVERIFY(stage.choose(3, {2, 2}));
        QTRY_VERIFY(stage.arithmetic().text().value().trainingMode);
        const auto first = stage.maps().maps();
        stage.find<QSpinBox>("batchPictureNumber")->setValue(5);
        QTRY_COMPARE(stage.model.snapshot()->stepPicture->number, 4);
        QTRY_VERIFY(stage.maps().maps() != first);
        QTRY_COMPARE(stage.arithmetic().text().value().batchPicture, 4);
        QTRY_VERIFY(stage.text("activationPictureName").contains(QStringLiteral("picture 5 of 8")));

        QTest::mouseClick(stage.find<QToolButton>("pinnedPicture"), Qt::LeftButton);
        QTRY_COMPARE(stage.text("activationMode"), QStringLiteral("test mode"));
        QTRY_VERIFY(stage.maps().maps() == stage.model.snapshot()->activations.at("conv1").values);
        QTRY_VERIFY(!stage.arithmetic().text().isEmpty() && !stage.arithmetic().text().value().trainingMode);
        QTest::mouseClick(stage.find<QToolButton>("batchPicture"), Qt::LeftButton);

        stage.find<QComboBox>("activationContent")->setCurrentIndex(1);
        QTRY_VERIFY(!stage.maps().maps()); // the backward pass has not begun
        stage.bridge->step(Stride::Pass);  // to the end of the forward pass
        stage.bridge->step(Stride::Pass);  // and of the backward pass
        QTRY_VERIFY(stage.model.snapshot()->stepGradients.contains("conv1"));
        QTRY_VERIFY(stage.maps().maps() == stage.model.snapshot()->stepGradients.at("conv1").values);
    }

    void keysGoThroughLayersPicturesAndUnits()
    {
        Stage stage;
        QVERIFY(stage.ready());
        stage.panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.panel.get()));
        QTest::keyClick(stage.panel.get(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(stage.panel->layer(), 1);
        QCOMPARE(stage.selection.layer(), QStringLiteral("relu1"));
        QTest::keyClick(stage.panel.get(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(stage.panel->layer(), 0);
        QTest::keyClick(stage.panel.get(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(stage.pinned.index(), 1);
        QTRY_VERIFY(stage.model.snapshot()->pinned == stage.pinned.image());
        stage.maps().setFocus();
        QTest::keyClick(&stage.maps(), Qt::Key_Home);
        QCOMPARE(stage.selection.unit(), 0);
        QTest::keyClick(&stage.maps(), Qt::Key_Right);
        QCOMPARE(stage.selection.unit(), 1);
        const QPoint before = stage.selection.position();
        QTest::keyClick(&stage.maps(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(stage.selection.position(), before - QPoint(1, 0));
        QTest::keyClick(&stage.maps(), Qt::Key_Escape);
        QCOMPARE(stage.selection.unit(), -1);
    }

    void onlyWhatIsShownIsAskedFor()
    {
        Stage stage;
        QVERIFY(stage.ready());
        ProbeRequest request;
        stage.panel->look(request);
        QCOMPARE(request.activations, (std::vector<std::string>{"conv1"}));
        QVERIFY(request.activationGradients.empty());
        QVERIFY(request.parameters.empty());
        QVERIFY(!request.arithmetic);
        stage.selection.select(QStringLiteral("conv2"), 3, QPoint(1, 2));
        ProbeRequest other;
        stage.panel->look(other);
        QCOMPARE(other.activations, (std::vector<std::string>{"conv2"}));
        QVERIFY(other.arithmetic && *other.arithmetic == (ArithmeticRequest{"conv2", 3, 2, 1, false, 0}));
    }

    void termsAreAModel()
    {
        TermsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto table = [](int rows, double share) {
            TermTable made{{QStringLiteral("a"), QStringLiteral("b")}, {}};
            for (int i = 0; i < rows; ++i)
                made.rows.push_back({rows - 1 - i, {QString::number(i), QString::number(share)}, share, i == 0});
            return made;
        };
        model.setTable(table(5, 0.5));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setTable(table(5, -0.25)); // new numbers: in place
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.index(2, 1).data(TermsModel::ShareRole).toDouble(), -0.25);
        QCOMPARE(model.rowOf(4), 0);
        QCOMPARE(model.rowOf(17), -1);
        model.setTable(table(3, 1));
        QCOMPARE(resets.size(), 1);
        model.setTable({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theArithmeticIsWholeInANarrowPanel_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("as at 1280×720") << QSize(730, 240);
        QTest::newRow("narrow") << QSize(520, 300);
        QTest::newRow("upright") << QSize(420, 500);
    }
    void theArithmeticIsWholeInANarrowPanel()
    {
        QFETCH(QSize, size);
        Stage stage;
        stage.panel->resize(size);
        QVERIFY(stage.ready());
        QVERIFY(stage.choose(3, {2, 2}));
        QTest::qWait(50); // until the layout is new
        const auto& arithmetic = stage.arithmetic();
        QVERIFY2(
            arithmetic.width() <= arithmetic.parentWidget()->width(),
            qPrintable(QStringLiteral("%1 in %2").arg(arithmetic.width()).arg(arithmetic.parentWidget()->width())));
        const QPoint right = arithmetic.mapTo(stage.panel.get(), QPoint(arithmetic.width(), 0));
        QVERIFY2(right.x() <= stage.panel->width(), qPrintable(QString::number(right.x())));
    }
};

QTEST_MAIN(TestActivations)
#include "tst_activations.moc"
