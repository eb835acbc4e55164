// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/session.h"
#include "gui/export/figure.h"
#include "gui/export/numbers.h"
#include "gui/look/numbers.h"
#include "gui/panels/lrn_panel.h"
#include "gui/widgets/channel_bars.h"
#include "gui/widgets/lrn_controls.h"
#include "gui/widgets/response_maps.h"
#include "tests/core/tiny_run.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

constexpr const char* lrnText = R"(
[network]
name = pairs
input = 3x8x8
[preprocessing]
resize = 10
scale = 0.05
[recipe]
batch = 8
epochs = 5
learningRate = 0.05
[conv1]
type = convolution
filters = 8
size = 3
weightStd = 0.9
bias = 0.5
[relu1]
type = relu
[norm1]
type = lrn
n = 3
k = 1.5
alpha = 0.02
beta = 0.6
convention = divided-by-n
groups = 2
[pool1]
type = max-pooling
size = 3
stride = 2
[conv2]
type = convolution
filters = 6
size = 2
weightStd = 0.5
[norm2]
type = lrn
[fc3]
type = linear
outputs = classes
weightStd = 0.1
[prob]
type = softmax-loss
)";

/// §3.3 written once more, independent of the program's own function.
double normalised(const HostTensor& a, const LrnSpec& spec, int channel, int y, int x)
{
    const int perGroup = static_cast<int>(a.shape.c) / spec.groups;
    double sum = 0;
    for (int j = channel - spec.n / 2; j <= channel - spec.n / 2 + spec.n - 1; ++j)
        if (j >= channel / perGroup * perGroup && j < (channel / perGroup + 1) * perGroup)
            sum += static_cast<double>(a.at(0, j, y, x)) * static_cast<double>(a.at(0, j, y, x));
    const double s = spec.convention == AlphaConvention::Paper ? spec.alpha : spec.alpha / spec.n;
    return static_cast<double>(a.at(0, channel, y, x)) / std::pow(spec.k + s * sum, spec.beta);
}

bool near(double a, double b, double tolerance = 1e-5)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

std::shared_ptr<const RunDescription> describe(const char* text)
{
    auto run = std::make_shared<RunDescription>();
    run->network = parseNetwork(text, "pairs.net").withClasses(3);
    run->geometry = geometryOf(run->network);
    run->data = tiny::data();
    return run;
}

/// A run that the engine itself has opened, and what it says of a picture.
struct Engine {
    Session session{[] {
                        Catalogue devices;
                        devices.add(referenceEntry());
                        return devices;
                    }(),
                    [](const std::string&, const NetworkSpec&) { return tiny::data(); }};
    std::shared_ptr<Image> picture;

    Engine()
    {
        RunSpec spec;
        spec.networkText = lrnText;
        spec.data = "tiny";
        spec.recipe = parseNetwork(lrnText, "pairs").recipe;
        session.start(spec);
        Image scratch;
        const ImageView view = tiny::data().validation->image(4, scratch);
        picture = std::make_shared<Image>(view.width, view.height);
        std::copy_n(view.rgb, picture->rgb.size(), picture->rgb.begin());
    }
    bool settle() const
    {
        return QTest::qWaitFor(
            [this] {
                const SessionStatus status = session.status();
                return status.pendingCommands == 0 && status.state == SessionState::Holding;
            },
            10000);
    }
};

struct Stage {
    LiveModel model;
    Selection selection;
    PinnedPicture pinned{model};
};

} // namespace

class TestLrn : public QObject {
    Q_OBJECT

    /// The panel looking at what the engine has.
    bool show(Stage& stage, LrnPanel& panel, Engine& engine)
    {
        ProbeRequest request;
        panel.look(request);
        request.pinned = engine.picture;
        engine.session.setProbe(request);
        if (!engine.settle())
            return false;
        stage.model.setSnapshot(engine.session.snapshot());
        panel.refreshNow();
        return panel.answer() != nullptr;
    }
    static QLabel* label(const LrnPanel& panel, const char* name)
    {
        return panel.findChild<QLabel*>(QString::fromLatin1(name));
    }
    static std::shared_ptr<Snapshot> oneByOne(std::vector<float> values, const char* before, const char* after)
    {
        auto a = std::make_shared<HostTensor>(Shape{1, static_cast<std::int64_t>(values.size()), 1, 1});
        a->values = std::move(values);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->serial = 1;
        snapshot->activations[before] = {a, TensorMode::TestMode};
        snapshot->activations[after] = {a, TensorMode::TestMode};
        return snapshot;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void asksForBothSidesOfTheLayer()
    {
        Stage stage;
        stage.model.setRun(describe(lrnText));
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        ProbeRequest request;
        panel.look(request);
        QCOMPARE(request.activations, (std::vector<std::string>{"norm1", "relu1"}));
        QCOMPARE(panel.findChild<QComboBox*>(QStringLiteral("lrnLayer"))->count(), 2);
        stage.selection.select(QStringLiteral("conv2"), 4);
        request = {};
        panel.look(request);
        QCOMPARE(request.activations, (std::vector<std::string>{"norm2", "conv2"}));
        QCOMPARE(panel.channel(), 4);
    }

    void theScreenHasTheEnginesNumbers()
    {
        Engine engine;
        QVERIFY(engine.settle());
        engine.session.step(Stride::Iteration);
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        QVERIFY(show(stage, panel, engine));
        const LrnSpec spec = *stage.model.run()->network.layers[2].as<LrnSpec>();
        const HostTensor &before = *engine.session.snapshot()->activations.at("relu1").values,
                         &after = *engine.session.snapshot()->activations.at("norm1").values;
        panel.choose(3, {2, 4});
        panel.refreshNow();
        const LrnAnswer& answer = *panel.answer();
        QVERIFY(answer.question.ownConstants());
        QVERIFY(answer.difference < 1e-6);
        for (int c = 0; c < 8; ++c) {
            double sum = 0;
            int active = 0;
            for (int y = 0; y < 6; ++y)
                for (int x = 0; x < 6; ++x) {
                    const double expected = normalised(before, spec, c, y, x);
                    const double shown = static_cast<double>(answer.shownAfter->at(0, c, y, x));
                    QVERIFY(near(shown, expected) && near(shown, static_cast<double>(after.at(0, c, y, x))));
                    const double a = static_cast<double>(before.at(0, c, y, x));
                    if (a != 0) {
                        QVERIFY(near(static_cast<double>(answer.factors->at(0, c, y, x)), expected / a));
                        sum += expected / a;
                        ++active;
                    }
                }
            const double kept = panel.keptChart().series()[0].values[static_cast<std::size_t>(c)];
            QVERIFY(active ? near(kept, sum / active) : std::isnan(kept));
            const auto& series = panel.profile().series();
            QCOMPARE(series[0].values[static_cast<std::size_t>(c)], static_cast<double>(before.at(0, c, 4, 2)));
            QVERIFY(near(series[1].values[static_cast<std::size_t>(c)], normalised(before, spec, c, 4, 2)));
        }
        QVERIFY(panel.formula().contains(number(normalised(before, spec, 3, 4, 2))));
        QVERIFY(label(panel, "lrnSource")->text().contains(QStringLiteral("test mode, iteration 1")));
        // n = 3 around channel 3, but the group ends there
        QCOMPARE(panel.profile().windowBegin(), 2);
        QCOMPARE(panel.profile().windowEnd(), 4);
    }

    void beforeTheStepHasComeToItNothingIsMadeUp()
    {
        Stage stage;
        stage.model.setRun(describe(lrnText));
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->serial = 1;
        snapshot->stepPicture.emplace();
        auto before = std::make_shared<HostTensor>(Shape{1, 8, 6, 6});
        for (std::size_t i = 0; i < before->values.size(); ++i)
            before->values[i] = static_cast<float>(i % 11) / 4;
        snapshot->stepActivations["relu1"] = {before, TensorMode::TrainingMode};
        stage.model.setSnapshot(snapshot);
        panel.choose(3, {2, 4});
        panel.refreshNow();
        QVERIFY(panel.answer() && !panel.answer()->shownAfter);
        QCOMPARE(panel.maps().pane(0).sheet.count, 1);
        for (const int absent : {1, 2}) {
            QCOMPARE(panel.maps().pane(absent).sheet.count, 0);
            QVERIFY(panel.maps().pane(absent).emptyText.contains(QStringLiteral("norm1")));
        }
        QCOMPARE(panel.keptChart().channels(), 0);
        QVERIFY(std::isnan(panel.profile().series()[1].values[3]));
        QVERIFY(panel.formula().contains(QStringLiteral("has not computed norm1 yet")));
        QCOMPARE(panel.numbers().tensors.size(), std::size_t(1)); // what there is: before
        // With constants of one's own everything is the formula's.
        auto* alpha = panel.controls().findChild<QSlider*>();
        alpha->setValue(alpha->value() + 1);
        panel.refreshNow();
        QCOMPARE(panel.maps().pane(2).sheet.count, 1);
        QCOMPARE(panel.keptChart().channels(), 8);
    }

    void beforeAndAfterShareOneScale()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        QVERIFY(show(stage, panel, engine));
        auto* scale = panel.findChild<QComboBox*>(QStringLiteral("lrnScale"));
        for (const int whole : {0, 1}) {
            scale->setCurrentIndex(whole);
            panel.choose(5, {1, 3});
            panel.refreshNow();
            const LrnAnswer& answer = *panel.answer();
            QCOMPARE(answer.before.count, 1);
            QCOMPARE(answer.before.ranges, answer.after.ranges);
            const HostTensor &a = *answer.question.before, &b = *answer.shownAfter;
            const auto part = whole == 0 ? std::span<const float>(a.values) : a.plane(0, 5);
            const float most = *std::max_element(part.begin(), part.end());
            QCOMPARE(answer.before.ranges[0].high, static_cast<double>(most));
            const ImageView view = answer.after.image;
            const Rgb expected =
                colourOf(ColourMap::Viridis, static_cast<double>(b.at(0, 5, 3, 1)) / static_cast<double>(most));
            QCOMPARE(view.pixel(1, 3)[0], expected[0]);
            QCOMPARE(view.pixel(1, 3)[1], expected[1]);
        }
        panel.findChild<QComboBox*>(QStringLiteral("lrnShow"))->setCurrentIndex(1);
        panel.refreshNow();
        QCOMPARE(panel.answer()->before.count, 8);
        QCOMPARE(panel.maps().markedTile(), 5);
    }

    void slidersChangeTheViewOnly()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        QVERIFY(show(stage, panel, engine));
        QSignalSpy interest(&panel, &Panel::interestChanged);
        const auto snapshot = stage.model.snapshot();
        const HostTensor before = *snapshot->activations.at("relu1").values,
                         after = *snapshot->activations.at("norm1").values;
        panel.findChild<QSlider*>(QStringLiteral("lrnAlpha"))->setValue(50); // 1e-6 · 10⁵
        panel.findChild<QSlider*>(QStringLiteral("lrnN"))->setValue(5);
        panel.findChild<QSlider*>(QStringLiteral("lrnBeta"))->setValue(20);
        LrnSpec expected = *stage.model.run()->network.layers[2].as<LrnSpec>();
        expected.alpha = 0.1;
        expected.n = 5;
        expected.beta = 1;
        QCOMPARE(panel.controls().values(), expected); // k is not rounded to a slider's step
        panel.refreshNow();
        for (int c = 0; c < 8; ++c)
            for (int i = 0; i < 36; ++i)
                QVERIFY(near(static_cast<double>(panel.answer()->shownAfter->at(0, c, i / 6, i % 6)),
                             normalised(before, expected, c, i / 6, i % 6)));
        QVERIFY(std::isnan(panel.answer()->difference));
        panel.findChild<QComboBox*>(QStringLiteral("lrnConvention"))->setCurrentIndex(0);
        expected.convention = AlphaConvention::Paper;
        panel.choose(2, {0, 0});
        panel.refreshNow();
        QVERIFY(near(panel.profile().series()[1].values[2], normalised(before, expected, 2, 0, 0)));
        // Nothing but the view: the engine's numbers, its constants and what is asked of it are as they were.
        QVERIFY(interest.isEmpty());
        QCOMPARE(stage.model.snapshot(), snapshot);
        QCOMPARE(snapshot->activations.at("norm1").values->values, after.values);
        QCOMPARE(engine.session.description()->network.layers[2], stage.model.run()->network.layers[2]);
        auto* back = panel.findChild<QToolButton*>(QStringLiteral("lrnRestore"));
        QVERIFY(back->isEnabled());
        back->click();
        panel.refreshNow();
        QVERIFY(!back->isEnabled());
        QCOMPARE(panel.answer()->shownAfter->values, after.values);
    }

    /// The published example, through the panel: the paper's α, the divided one, and Caffe's k.
    void thePublishedExample()
    {
        Stage stage;
        stage.model.setRun(describe(lrnText));
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        panel.controls().setNetworkValues({5, 2, 1e-4, 0.75, AlphaConvention::Paper, 1});
        stage.model.setSnapshot(oneByOne({0, 100, 0, 50, 200, 10, 0, 30}, "relu1", "norm1"));
        panel.controls().setValues({5, 2, 1e-4, 0.75, AlphaConvention::Paper, 1});
        panel.choose(4, {0, 0});
        panel.refreshNow();
        QVERIFY(near(panel.profile().series()[1].values[4], 50.53581, 1e-6));
        const QString text = panel.formula();
        for (const char* part : {"50.54", "(0² + 50.00² + <b>200.0</b>² + 10.00² + 0²)", "0.0001", "(2 + 4.260)"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
        QCOMPARE(panel.profile().windowBegin(), 2);
        QCOMPARE(panel.profile().windowEnd(), 7);
        panel.findChild<QComboBox*>(QStringLiteral("lrnConvention"))->setCurrentIndex(1);
        panel.refreshNow();
        QVERIFY(near(panel.profile().series()[1].values[4], 91.13136, 1e-6));
        QVERIFY2(panel.formula().contains(QStringLiteral("0.0001/5")), qPrintable(panel.formula()));
        panel.findChild<QSlider*>(QStringLiteral("lrnK"))->setValue(10);
        panel.refreshNow();
        QVERIFY(near(panel.profile().series()[1].values[4], 125.97932, 1e-6));
    }

    void keysAndClicksChooseEverywhere()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        panel.resize(900, 500);
        panel.show();
        QVERIFY(show(stage, panel, engine));
        auto* maps = panel.findChild<ResponseMaps*>();
        QTest::mouseClick(maps, Qt::LeftButton, {}, maps->pixelRect(1, 0, {4, 2}).center().toPoint());
        QCOMPARE(stage.selection.layer(), QStringLiteral("norm1"));
        QCOMPARE(stage.selection.position(), QPoint(4, 2));
        const int channel = stage.selection.unit();
        QVERIFY(channel >= 0);
        QTest::keyClick(maps, Qt::Key_Home);
        QTest::keyClick(maps, Qt::Key_Right);
        QTest::keyClick(maps, Qt::Key_Right);
        QCOMPARE(stage.selection.unit(), 2);
        QTest::keyClick(maps, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(maps, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(stage.selection.position(), QPoint(3, 3));
        QTest::keyClick(maps, Qt::Key_End);
        QTest::keyClick(maps, Qt::Key_Right);
        QCOMPARE(stage.selection.unit(), 7); // the last: there is no further one
        panel.refreshNow();
        auto* profile = panel.findChild<ChannelBars*>(QStringLiteral("lrnProfile"));
        QTest::mouseClick(profile, Qt::LeftButton, {}, profile->slot(1).center().toPoint());
        QCOMPARE(stage.selection.unit(), 1);
        // The same channels before and behind the layer; the pooled map has other places.
        stage.selection.select(QStringLiteral("relu1"), 6, {5, 0});
        QCOMPARE(panel.channel(), 6);
        QCOMPARE(panel.position(), QPoint(5, 0));
        stage.selection.select(QStringLiteral("pool1"), 3, {1, 1});
        QCOMPARE(panel.channel(), 3);
        QCOMPARE(panel.position(), QPoint(5, 0));
        stage.selection.select(QStringLiteral("fc3"), 2);
        QCOMPARE(panel.channel(), 3); // no concern of this view
        QTest::keyClick(maps, Qt::Key_A);
        QCOMPARE(panel.findChild<QComboBox*>(QStringLiteral("lrnShow"))->currentIndex(), 1);
        panel.controls().setValues({5, 3, 1e-3, 1, AlphaConvention::Paper, 2});
        QTest::keyClick(maps, Qt::Key_R);
        QVERIFY(!panel.controls().isChanged());
    }

    void anotherChannelUnderTheMouse()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        panel.resize(900, 500);
        panel.show();
        QVERIFY(show(stage, panel, engine));
        panel.findChild<QComboBox*>(QStringLiteral("lrnShow"))->setCurrentIndex(1);
        panel.refreshNow();
        auto* maps = panel.findChild<ResponseMaps*>();
        QTest::mouseMove(maps, maps->pixelRect(0, 6, {2, 5}).center().toPoint());
        const auto& answer = *panel.answer();
        const QString expected = QStringLiteral("channel 6 at (2, 5): before %1, after %2, ratio %3")
                                     .arg(number(static_cast<double>(answer.question.before->at(0, 6, 5, 2))),
                                          number(static_cast<double>(answer.shownAfter->at(0, 6, 5, 2))),
                                          number(static_cast<double>(answer.factors->at(0, 6, 5, 2))));
        QTRY_COMPARE(label(panel, "lrnUnderMouse")->text(), expected);
    }

    void insideAStepItsOwnTensors()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        QVERIFY(show(stage, panel, engine));
        const auto pinnedMaps = panel.answer()->question.before;
        for (int piece = 0; piece < 3; ++piece) // load, conv1, relu1
            engine.session.step(Stride::Piece);
        QVERIFY(show(stage, panel, engine));
        QVERIFY(panel.answer()->question.before != pinnedMaps);
        QCOMPARE(panel.answer()->question.before->values,
                 engine.session.snapshot()->stepActivations.at("relu1").values->values);
        QCOMPARE(panel.answer()->after.count, 0); // still to come
        QVERIFY(!panel.maps().pane(1).emptyText.isEmpty());
        QVERIFY(label(panel, "lrnSource")->text().contains(QStringLiteral("Picture 1 of 8")));
        engine.session.step(Stride::Piece);
        QVERIFY(show(stage, panel, engine));
        QCOMPARE(panel.answer()->shownAfter->values,
                 engine.session.snapshot()->stepActivations.at("norm1").values->values);
        QVERIFY(panel.answer()->difference < 1e-6);
    }

    void networksWithoutItSaySo()
    {
        QString text = QString::fromLatin1(lrnText);
        text.remove(text.indexOf(QStringLiteral("[norm1]")),
                    text.indexOf(QStringLiteral("[pool1]")) - text.indexOf(QStringLiteral("[norm1]")));
        text.remove(text.indexOf(QStringLiteral("[norm2]")),
                    text.indexOf(QStringLiteral("[fc3]")) - text.indexOf(QStringLiteral("[norm2]")));
        Stage stage;
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        stage.model.setRun(describe(text.toLatin1().constData()));
        panel.show();
        panel.refreshNow();
        QCOMPARE(panel.layer(), -1);
        QTRY_VERIFY(label(panel, "lrnNone")->isVisible());
        QVERIFY(!panel.controls().isVisible());
        ProbeRequest request;
        panel.look(request);
        QVERIFY(request.activations.empty());
        QVERIFY(panel.numbers().isEmpty());
        QVERIFY(panel.explanation().contains(QStringLiteral("no local response normalisation")));
        stage.selection.select(QStringLiteral("conv1"), 1); // must not stumble
        stage.model.setRun(describe(lrnText));
        panel.refreshNow();
        QTRY_VERIFY(panel.controls().isVisible());
    }

    /// Maps of the paper's size are worked on in another thread; the newest question wins, and an export waits for it.
    void largeMapsAreWorkedOnElsewhere()
    {
        Stage stage;
        QString text = QString::fromLatin1(lrnText);
        text.replace(QStringLiteral("3x8x8"), QStringLiteral("3x82x82"))
            .replace(QStringLiteral("resize = 10"), QStringLiteral("resize = 82"));
        stage.model.setRun(describe(text.toLatin1().constData()));
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        panel.resize(900, 500);
        panel.show();
        auto a = std::make_shared<HostTensor>(Shape{1, 8, 80, 80});
        PhiloxSequence random(1, Stream::Analysis, 0);
        for (float& value : a->values)
            value = static_cast<float>(random.uniform(0, 50));
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->activations["relu1"] = {a, TensorMode::TestMode};
        stage.model.setSnapshot(snapshot);
        panel.refreshNow();
        QVERIFY(!panel.answer());
        LrnSpec wanted = panel.controls().networkValues();
        for (const double k : {2.0, 3.0, 4.0}) {
            wanted.k = k;
            panel.controls().setValues(wanted);
        }
        QTRY_VERIFY(panel.answer() && panel.answer()->question.shown == wanted);
        QVERIFY(
            near(static_cast<double>(panel.answer()->shownAfter->at(0, 7, 30, 40)), normalised(*a, wanted, 7, 30, 40)));
        wanted.k = 5;
        panel.controls().setValues(wanted);
        panel.refreshNow();
        panel.figure();
        QCOMPARE(panel.answer()->question.shown, wanted);
    }

    void figureAndNumbersLeaveTheProgram()
    {
        Engine engine;
        QVERIFY(engine.settle());
        Stage stage;
        stage.model.setRun(engine.session.description());
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        panel.resize(900, 500);
        QVERIFY(show(stage, panel, engine));
        panel.choose(2, {3, 3});
        panel.refreshNow();
        QTemporaryDir folder;
        for (const QString& ending : figureFormats()) {
            const QString path = folder.filePath(QStringLiteral("lrn.") + ending);
            saveFigure(panel.figure(), panel.caption(), path);
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QVERIFY(panel.caption().contains(QStringLiteral("channel 2 at (3, 3), k = 1.5, n = 3")));
        const Numbers numbers = panel.numbers();
        QCOMPARE(numbers.rows.size(), std::size_t(8));
        QCOMPARE(numbers.rows[2][1], static_cast<double>(panel.answer()->question.before->at(0, 2, 3, 3)));
        QCOMPARE(formatsOf(numbers), (QStringList{QStringLiteral("csv"), QStringLiteral("safetensors")}));
        saveNumbers(numbers, folder.filePath(QStringLiteral("lrn.csv")));
        saveNumbers(numbers, folder.filePath(QStringLiteral("lrn.safetensors")));
    }

    void everyControlHasANameAndATip()
    {
        Stage stage;
        LrnPanel panel(stage.model, stage.selection, stage.pinned);
        QVERIFY(!panel.controls().isChanged() && !panel.controls().isEnabled()); // nothing open yet
        for (const char* name : {"lrnK", "lrnN", "lrnAlpha", "lrnBeta", "lrnConvention", "lrnRestore", "lrnLayer",
                                 "lrnChannel", "lrnShow", "lrnScale", "lrnMaps", "lrnProfile", "lrnKept"}) {
            const auto* control = panel.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(control && !control->accessibleName().isEmpty() && !control->toolTip().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestLrn)
#include "tst_lrn.moc"
