// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/session_bridge.h"
#include "gui/look/numbers.h"
#include "gui/panels/inspector_panel.h"
#include "tests/gui/sample_run.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;
using namespace alexscope::gui;
using Subject = InspectorPanel::Subject;

namespace {

std::shared_ptr<HostTensor> wavy(Shape shape, float scale)
{
    auto tensor = std::make_shared<HostTensor>(shape);
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = i % 5 == 3 ? 0.0f : scale * std::sin(0.7f * static_cast<float>(i)) + scale / 7;
    return tensor;
}

/// The same again by the plainest means.
struct Expected {
    double min = std::numeric_limits<double>::infinity(), max = -min, mean = 0, deviation = 0, zeros = 0;

    Expected(const HostTensor& tensor, std::size_t first, std::size_t count)
    {
        const auto begin = tensor.values.begin() + static_cast<std::ptrdiff_t>(first);
        const std::vector<double> values(begin, begin + static_cast<std::ptrdiff_t>(count));
        for (const double v : values) {
            min = std::min(min, v);
            max = std::max(max, v);
            mean += v / static_cast<double>(count);
            zeros += v == 0 ? 1.0 / static_cast<double>(count) : 0;
        }
        for (const double v : values)
            deviation += (v - mean) * (v - mean) / static_cast<double>(count);
        deviation = std::sqrt(deviation);
    }
};

/// A network whose fc1 has 432 inputs and so many outputs.
std::shared_ptr<const RunDescription> withLinear(int outputs)
{
    auto run = std::make_shared<RunDescription>(*sample::description());
    const std::string text = "[network]\nname = wide\ninput = 3x12x12\nclasses = 10\n[preprocessing]\nresize = 12\n"
                             "[fc1]\ntype = linear\noutputs = " +
                             std::to_string(outputs) +
                             "\n[fc2]\ntype = linear\noutputs = classes\n[prob]\ntype = softmax-loss\n";
    run->network = parseNetwork(text, "wide.net").withClasses(10);
    run->geometry = geometryOf(run->network);
    return run;
}

struct Stage {
    LiveModel model;
    Selection selection;
    InspectorPanel panel{model, selection};
    std::uint64_t serial = 0;

    explicit Stage(std::shared_ptr<const RunDescription> run = sample::description())
    {
        model.setRun(std::move(run));
        model.setStatus(sample::holding(5));
        panel.resize(300, 460);
        panel.show();
    }
    std::shared_ptr<Snapshot> snapshot(std::int64_t iteration)
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->serial = ++serial;
        snapshot->iteration = iteration;
        snapshot->holding = true;
        return snapshot;
    }
    QString note() const { return panel.value(QStringLiteral("inspectorNote")); }
};

} // namespace

class TestInspector : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }

    void statisticsOfWhatIsSelected_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<int>("first"); ///< of its numbers in the tensor, counted by hand
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("mode");
        const auto row = [](const char* name, const char* layer, int unit, Subject subject, const char* shape,
                            int first, int count, const char* mode) {
            QTest::newRow(name) << layer << unit << static_cast<int>(subject) << QString::fromUtf8(shape) << first
                                << count << mode;
        };
        row("weights", "conv2", -1, Subject::Weights, "8×16×2×2", 0, 512, "Iteration 5");
        row("weights of a filter", "conv2", 3, Subject::Weights, "16×2×2", 192, 64, "Iteration 5");
        row("linear weights", "fc3", -1, Subject::Weights, "10×72", 0, 720, "Iteration 5");
        row("linear unit", "fc3", 9, Subject::Weights, "72", 648, 72, "Iteration 5");
        row("bias", "conv2", -1, Subject::Bias, "8", 0, 8, "Iteration 5");
        row("bias of a filter", "conv2", 7, Subject::Bias, "1", 7, 1, "Iteration 5");
        row("gradient", "conv2", -1, Subject::Gradient, "8×16×2×2", 0, 512, "Iteration 5");
        row("gradient of a filter", "conv2", 1, Subject::Gradient, "16×2×2", 64, 64, "Iteration 5");
        row("update", "fc3", 0, Subject::Update, "72", 0, 72, "Iteration 5");
        row("activation", "relu1", -1, Subject::Activation, "32×4×4", 0, 512, "Test mode");
        row("activation of a channel", "relu1", 31, Subject::Activation, "4×4", 496, 16, "Test mode");
        row("step activation", "relu1", 2, Subject::StepActivation, "4×4", 32, 16, "Training mode");
        row("step gradient", "relu1", -1, Subject::StepGradient, "32×4×4", 0, 512, "Training mode");
        row("a ReLU has no weights", "relu1", -1, Subject::Weights, "32×4×4", 0, 512, "Test mode");
    }
    void statisticsOfWhatIsSelected()
    {
        QFETCH(QString, layer);
        QFETCH(int, unit);
        QFETCH(int, subject);
        QFETCH(QString, shape);
        QFETCH(int, first);
        QFETCH(int, count);
        QFETCH(QString, mode);
        Stage stage;
        stage.selection.select(layer, unit);
        stage.panel.choose(static_cast<Subject>(subject));
        auto shown = stage.snapshot(5);
        shown->pinned = std::make_shared<Image>(12, 12);
        shown->stepPicture = StepPicture{2, 8, 17, 1, {}, nullptr};
        float scale = 0.1f; // every tensor its own
        const auto put = [&](auto& store, const char* name, Shape form, TensorMode of) {
            store[name] = {wavy(form, scale *= 1.3f), of};
        };
        put(shown->parameters, "conv2.weight", {8, 16, 2, 2}, TensorMode::Parameter);
        put(shown->parameters, "fc3.weight", {10, 72, 1, 1}, TensorMode::Parameter);
        put(shown->parameters, "conv2.bias", {8, 1, 1, 1}, TensorMode::Parameter);
        put(shown->gradients, "conv2.weight", {8, 16, 2, 2}, TensorMode::Parameter);
        put(shown->updates, "fc3.weight", {10, 72, 1, 1}, TensorMode::Parameter);
        put(shown->activations, "relu1", {1, 32, 4, 4}, TensorMode::TestMode);
        put(shown->stepActivations, "relu1", {1, 32, 4, 4}, TensorMode::TrainingMode);
        put(shown->stepGradients, "relu1", {1, 32, 4, 4}, TensorMode::TrainingMode);
        stage.model.setSnapshot(shown);
        stage.panel.refreshNow();

        const bool isReluWithoutWeights = layer == QLatin1String("relu1") && subject < int(Subject::Activation);
        const Subject meant = isReluWithoutWeights ? Subject::Activation : static_cast<Subject>(subject);
        const std::string name = layer.toStdString() + (meant == Subject::Bias        ? ".bias"
                                                        : meant < Subject::Activation ? ".weight"
                                                                                      : "");
        const auto& store = meant == Subject::Gradient         ? shown->gradients
                            : meant == Subject::Update         ? shown->updates
                            : meant == Subject::Activation     ? shown->activations
                            : meant == Subject::StepActivation ? shown->stepActivations
                            : meant == Subject::StepGradient   ? shown->stepGradients
                                                               : shown->parameters;
        const HostTensor& tensor = *store.at(name).values;
        const Expected expected(tensor, static_cast<std::size_t>(first), static_cast<std::size_t>(count));
        const auto value = [&](const char* row) { return stage.panel.value(QString::fromLatin1(row)); };
        QCOMPARE(value("shape"), shape);
        QCOMPARE(value("count"), QString::number(count));
        QCOMPARE(value("minimum"), number(expected.min));
        QCOMPARE(value("maximum"), number(expected.max));
        QCOMPARE(value("mean"), number(expected.mean));
        QCOMPARE(value("deviation"), number(expected.deviation));
        QCOMPARE(value("zeros"), percent(expected.zeros));
        QVERIFY2(stage.note().contains(mode), qPrintable(stage.note()));
        if (meant == Subject::StepActivation)
            QVERIFY2(stage.note().contains(QStringLiteral("Picture 3 of 8")), qPrintable(stage.note()));

        const Numbers numbers = stage.panel.numbers();
        QCOMPARE(numbers.rows.front()[0], static_cast<double>(count));
        const auto& exported = numbers.tensors.front().values->values;
        QCOMPARE(exported.size(), static_cast<std::size_t>(count));
        QCOMPARE(exported.front(), tensor.values[static_cast<std::size_t>(first)]);
        QCOMPARE(exported.back(), tensor.values[static_cast<std::size_t>(first + count - 1)]);
    }

    void onlyWhatALayerHasCanBeChosen()
    {
        Stage stage;
        auto* box = stage.panel.findChild<QComboBox*>(QStringLiteral("inspectorSubject"));
        auto* items = qobject_cast<QStandardItemModel*>(box->model());
        stage.panel.choose(Subject::Gradient);
        QCOMPARE(stage.panel.shownSubject(), Subject::Gradient);
        stage.selection.select(QStringLiteral("relu1"));
        QCOMPARE(stage.panel.shownSubject(), Subject::Activation);
        QCOMPARE(box->currentIndex(), static_cast<int>(Subject::Activation));
        QVERIFY(!items->item(static_cast<int>(Subject::Bias))->isEnabled());
        stage.selection.select(QStringLiteral("conv2"));
        QCOMPARE(stage.panel.shownSubject(), Subject::Gradient); // what was asked for is remembered
        QVERIFY(items->item(static_cast<int>(Subject::Bias))->isEnabled());
        ProbeRequest request;
        stage.panel.look(request);
        QCOMPARE(request.gradients, std::vector<std::string>{"conv2.weight"});
        QVERIFY(request.parameters.empty());
    }

    void whatIsNotThereSaysWhy_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("word");
        QTest::newRow("gradient") << static_cast<int>(Subject::Gradient) << "backward";
        QTest::newRow("update") << static_cast<int>(Subject::Update) << "first iteration";
        QTest::newRow("activation") << static_cast<int>(Subject::Activation) << "pinned";
        QTest::newRow("step activation") << static_cast<int>(Subject::StepActivation) << "inside a step";
        QTest::newRow("step gradient") << static_cast<int>(Subject::StepGradient) << "inside a step";
    }
    void whatIsNotThereSaysWhy()
    {
        QFETCH(int, subject);
        QFETCH(QString, word);
        Stage stage;
        stage.panel.choose(static_cast<Subject>(subject));
        stage.model.setSnapshot(stage.snapshot(0));
        stage.panel.refreshNow();
        QVERIFY2(stage.note().contains(word), qPrintable(stage.note()));
        QCOMPARE(stage.panel.value(QStringLiteral("mean")), noValue());
        QVERIFY(stage.panel.numbers().isEmpty());
    }

    void aStepThatIsOverIsNotShown()
    {
        Stage stage;
        stage.selection.select(QStringLiteral("relu1"));
        stage.panel.choose(Subject::StepActivation);
        auto inside = stage.snapshot(3);
        inside->stepActivations["relu1"] = {wavy({1, 32, 4, 4}, 1), TensorMode::TrainingMode};
        stage.model.setSnapshot(inside);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.value(QStringLiteral("count")), QStringLiteral("512"));
        stage.model.setSnapshot(stage.snapshot(4));
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.value(QStringLiteral("count")), noValue());
    }

    void numbersThatAreNotFiniteAreCounted()
    {
        Stage stage;
        stage.selection.select(QStringLiteral("conv2"));
        auto broken = stage.snapshot(3);
        auto weights = wavy({8, 16, 2, 2}, 1);
        std::fill(weights->values.begin(), weights->values.end(), std::numeric_limits<float>::quiet_NaN());
        broken->parameters["conv2.weight"] = {weights, TensorMode::Parameter};
        stage.model.setSnapshot(broken);
        stage.panel.refreshNow();
        QCOMPARE(stage.panel.value(QStringLiteral("nonFinite")), QStringLiteral("512"));
        QCOMPARE(stage.panel.value(QStringLiteral("mean")), noValue());
    }

    void largeTensorsAreCountedElsewhere()
    {
        Stage stage(withLinear(30000)); // 13 million weights
        stage.selection.select(QStringLiteral("fc1"));
        const auto weights = wavy({30000, 432, 1, 1}, 0.5f);
        auto shown = stage.snapshot(2);
        shown->parameters["fc1.weight"] = {weights, TensorMode::Parameter};
        stage.model.setSnapshot(shown);
        QElapsedTimer blocked;
        blocked.start();
        stage.panel.refreshNow();
        const qint64 milliseconds = blocked.elapsed();
        QCOMPARE(stage.panel.value(QStringLiteral("mean")), noValue()); // not in this thread
        QVERIFY2(milliseconds < 200, qPrintable(QString::number(milliseconds)));
        QTRY_VERIFY_WITH_TIMEOUT(stage.panel.value(QStringLiteral("mean")) != noValue(), 10000);
        const Statistics expected = statisticsOf(weights->values);
        QCOMPARE(stage.panel.value(QStringLiteral("mean")), number(expected.mean));
        QCOMPARE(stage.panel.value(QStringLiteral("count")), QStringLiteral("12,960,000"));
        QTRY_VERIFY_WITH_TIMEOUT(stage.panel.value(QStringLiteral("initialDeviation")) != noValue(), 10000);
        const double sigma = QLocale().toDouble(stage.panel.value(QStringLiteral("initialDeviation")));
        QVERIFY(std::abs(sigma - 0.01) < 1e-4); // as given
    }

    void largeTensorsAreFetchedSlowly()
    {
        Stage stage(withLinear(3000));
        stage.selection.select(QStringLiteral("fc1"));
        const auto asks = [&] {
            ProbeRequest request;
            stage.panel.look(request);
            return !request.parameters.empty();
        };
        QVERIFY(asks()); // holding
        SessionStatus running = sample::holding(3);
        running.state = SessionState::Running;
        stage.model.setStatus(running);
        QVERIFY(asks()); // once
        QSignalSpy interest(&stage.panel, &Panel::interestChanged);
        auto shown = stage.snapshot(3);
        shown->parameters["fc1.weight"] = {wavy({3000, 432, 1, 1}, 1), TensorMode::Parameter};
        stage.model.setSnapshot(shown);
        QVERIFY(!asks()); // not thirty times a second
        QVERIFY(!interest.isEmpty());
        stage.model.setSnapshot(stage.snapshot(4)); // without it
        QTRY_COMPARE(stage.panel.value(QStringLiteral("count")), QStringLiteral("1,296,000"));
        QVERIFY2(stage.note().contains(QStringLiteral("Iteration 3")), qPrintable(stage.note())); // of which they are
        interest.clear();
        QVERIFY(interest.wait(TensorFeed::largePaceMilliseconds + 2000));
        QVERIFY(asks());
        stage.selection.select(QStringLiteral("fc2"));
        QVERIFY(asks());
    }

    void whatNoSnapshotCarriesIsNotAskedFor()
    {
        Stage stage(withLinear(40000)); // 69 MB
        stage.selection.select(QStringLiteral("fc1"));
        stage.model.setSnapshot(stage.snapshot(1));
        stage.panel.refreshNow();
        ProbeRequest request;
        stage.panel.look(request);
        QVERIFY(request.parameters.empty());
        QVERIFY2(stage.note().contains(QStringLiteral("17,280,000")), qPrintable(stage.note()));
        QCOMPARE(stage.panel.value(QStringLiteral("mean")), noValue());
    }

    void noRoomBesideOthersIsSaid()
    {
        Stage stage;
        auto full = stage.snapshot(2);
        full->overBudget = true;
        stage.model.setSnapshot(full);
        stage.panel.refreshNow();
        QVERIFY2(stage.note().contains(QStringLiteral("No room")), qPrintable(stage.note()));
    }

    /// A real engine, held inside a step.
    void theStepsOwnNumbers()
    {
        LiveModel model;
        Selection selection;
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        SessionBridge bridge(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, model);
        InspectorPanel panel(model, selection);
        panel.show();
        connect(&panel, &Panel::interestChanged, &panel, [&] {
            ProbeRequest request;
            panel.look(request);
            bridge.setProbe(request);
        });
        RunSpec spec;
        spec.networkText = sample::networkText;
        spec.recipe = parseNetwork(sample::networkText, "tiny").recipe;
        spec.data = "textures";
        bridge.start(spec);
        QTRY_VERIFY_WITH_TIMEOUT(model.run() && model.status().state == SessionState::Holding, 10000);
        selection.select(QStringLiteral("relu1"));
        panel.choose(Subject::StepActivation);
        for (int piece = 0; piece < 4; ++piece) // load, conv1, relu1, conv2
            bridge.step(Stride::Piece);
        QTRY_VERIFY_WITH_TIMEOUT(model.snapshot() && model.snapshot()->stepActivations.contains("relu1"), 10000);
        QTRY_VERIFY(panel.value(QStringLiteral("zeros")) != noValue());
        const HostTensor& answer = *model.snapshot()->stepActivations.at("relu1").values;
        const Expected expected(answer, 0, answer.values.size());
        QTRY_COMPARE(panel.value(QStringLiteral("mean")), number(expected.mean));
        QCOMPARE(panel.value(QStringLiteral("zeros")), percent(expected.zeros));
        QVERIFY(expected.zeros > 0); // it is a ReLU's
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
