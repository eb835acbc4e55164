// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/reference_backend.h"
#include "core/session/session.h"
#include "tests/core/session/arithmetic_check.h"
#include "tests/core/session/session_bench.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace alexscope;
using namespace alexscope::bench;
using namespace std::chrono_literals;

namespace {

/// The tiny run on the reference backend, with a pinned picture and one number asked for.
struct Stage {
    Session session;
    ProbeRequest request;

    explicit Stage(const std::string& networkText = tiny::networkText) : session(catalogue(), openTiny)
    {
        auto picture = std::make_shared<Image>();
        Image scratch;
        const ImageView view = tiny::Pictures(20, 1).image(4, scratch);
        *picture = scratch;
        Q_UNUSED(view);
        request.pinned = picture;
        session.start(endlessSpec(networkText));
    }
    std::shared_ptr<const Arithmetic> ask(ArithmeticRequest place)
    {
        request.arithmetic = std::move(place);
        session.setProbe(request);
        return settled(session) && session.snapshot() ? session.snapshot()->arithmetic : nullptr;
    }
};

} // namespace

/// A number on the screen and its arithmetic: the same value, from the device's own operands.
class TestArithmetic : public QObject {
    Q_OBJECT

private slots:
    void explanationsEqualTheEngine_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<int>("layer");
        QTest::addColumn<bool>("training");
        for (const char* name : {"variety", "variety-padded", "alexnet", "alexnet-padded"}) {
            const NetworkSpec spec = arithmetic::network(name);
            for (int layer = 0; layer < static_cast<int>(spec.layers.size()); ++layer)
                for (const bool training : {false, true})
                    QTest::addRow("%s %s %s", name, spec.layers[static_cast<std::size_t>(layer)].name.c_str(),
                                  training ? "training" : "test")
                        << QString::fromLatin1(name) << layer << training;
        }
    }
    void explanationsEqualTheEngine()
    {
        QFETCH(QString, network);
        QFETCH(int, layer);
        QFETCH(bool, training);
        const arithmetic::Pass& pass = passOf(network.toStdString(), training);
        const std::string fault = arithmetic::fault(pass, layer);
        QVERIFY2(fault.empty(), fault.c_str());
    }

    void aCornerWindowMarksItsPadding()
    {
        const arithmetic::Pass& pass = passOf("alexnet-padded", false); // 11 × 11 from −2 on
        const Arithmetic a = pass.explain(0, 0, {{}, 0, 0, 0});
        const auto& sum = *a.as<WeightedSum>();
        QVERIFY(sum.convolution);
        QCOMPARE(sum.top, -2);
        QCOMPARE(sum.left, -2);
        QCOMPARE(sum.groups, 3);
        const std::vector<float> picture = pass.onePicture(pass.network().input(), 0);
        for (int y = 0; y < 11; ++y)
            for (int x = 0; x < 11; ++x) {
                const auto cell = static_cast<std::size_t>(y * 11 + x);
                QCOMPARE(static_cast<bool>(sum.padding[cell]), y < 2 || x < 2);
                const float expected = y < 2 || x < 2 ? 0 : picture[static_cast<std::size_t>((y - 2) * 67 + x - 2)];
                QCOMPARE(sum.inputs[cell], expected);
            }
    }

    void aGroupedFilterSeesItsOwnChannels()
    {
        const arithmetic::Pass& pass = passOf("alexnet", false);
        const int conv2 = pass.network().spec().indexOf("conv2"); // 8 channels to 12 filters in two groups
        QCOMPARE(pass.explain(conv2, 0, {{}, 5, 0, 0}).as<WeightedSum>()->firstChannel, 0);
        const Arithmetic second = pass.explain(conv2, 0, {{}, 6, 0, 0});
        QCOMPARE(second.as<WeightedSum>()->firstChannel, 4);
        QCOMPARE(second.as<WeightedSum>()->groups, 4);
    }

    void sumsAndLargestContributionsAddUp()
    {
        const arithmetic::Pass& pass = passOf("variety", false);
        const int fc3 = pass.network().spec().indexOf("fc3"), fc4 = pass.network().spec().indexOf("fc4");
        const auto maps = *pass.explain(fc3, 0, {{}, 7, 0, 0}).as<WeightedSum>();
        QCOMPARE(maps.groups, 20); // a channel each
        QCOMPARE(maps.rows * maps.columns, 9);
        const auto vector = *pass.explain(fc4, 0, {{}, 7, 0, 0}).as<WeightedSum>();
        QCOMPARE(vector.count, std::int64_t{33});
        QVERIFY(vector.groups * vector.rows * vector.columns >= 33);
        for (const WeightedSum* sum : {&maps, &vector}) {
            double direct = sum->bias, groups = sum->bias;
            for (std::size_t i = 0; i < sum->inputs.size(); ++i)
                direct += sum->product(i);
            for (const double part : sum->sums)
                groups += part;
            QVERIFY(std::abs(direct - groups) < 1e-12);
            QCOMPARE(sum->largest.size(), std::size_t{10});
            const double last = std::abs(sum->product(static_cast<std::size_t>(sum->largest.back())));
            std::size_t larger = 0;
            for (std::size_t i = 0; i < sum->inputs.size(); ++i)
                larger += std::abs(sum->product(i)) > last;
            QVERIFY(larger <= 9);
        }
    }

    void theLossIsThatOfTheBatch()
    {
        const arithmetic::Pass& pass = passOf("alexnet", true);
        const int prob = static_cast<int>(pass.network().spec().layers.size()) - 1;
        double loss = 0;
        for (std::int64_t picture = 0; picture < arithmetic::Pass::batch; ++picture)
            loss += pass.explain(prob, picture, {{}, 0, 0, 0}).as<SoftmaxSum>()->loss;
        QVERIFY(std::abs(loss / arithmetic::Pass::batch - pass.network().result().loss) < 1e-5);
    }

    void placesOutsideAreRefused()
    {
        const arithmetic::Pass& pass = passOf("alexnet", false);
        QVERIFY_THROWS_EXCEPTION(Error, pass.explain(1, 0, {{}, 8, 0, 0}));
    }

    void theSessionExplainsThePinnedPicture()
    {
        Stage stage;
        stage.request.activations = {"conv1"};
        const auto a = stage.ask({"conv1", 2, 5, 1});
        QVERIFY(a);
        QVERIFY(!a->trainingMode);
        QCOMPARE(a->input, std::string());
        const auto maps = stage.session.snapshot()->activations.at("conv1").values;
        QCOMPARE(static_cast<float>(a->engine), maps->at(0, 2, 5, 1));
        QVERIFY(std::abs(a->computed - a->engine) <= arithmetic::allowance(*a));
        QVERIFY(stage.ask({"conv1", 2, 5, 1}) == a); // nothing changed: not computed again
        stage.session.step(Stride::Iteration);
        QVERIFY(settled(stage.session));
        const auto later = stage.session.snapshot()->arithmetic;
        QVERIFY(later && later != a);
        QCOMPARE(later->iteration, 1);
        QVERIFY(later->computed != a->computed); // the weights have moved
        QVERIFY(std::abs(later->computed - later->engine) <= arithmetic::allowance(*later));
        QVERIFY(!stage.ask({"conv1", 99, 0, 0}));
        QVERIFY(!stage.ask({"nothing", 0, 0, 0}));
    }

    void theSessionExplainsTheStep()
    {
        Stage stage;
        stage.request.batchPicture = 3;
        const ArithmeticRequest place{"drop1", 1, 0, 2, true};
        QVERIFY(!stage.ask(place)); // no step is under way
        const int layers = 5;       // load, conv1 … pool1
        for (int i = 0; i < layers; ++i)
            stage.session.step(Stride::Piece);
        QVERIFY(settled(stage.session));
        QVERIFY(!stage.session.snapshot()->arithmetic); // drop1 comes next
        stage.session.step(Stride::Piece);
        QVERIFY(settled(stage.session));
        const auto a = stage.session.snapshot()->arithmetic;
        QVERIFY(a);
        QVERIFY(a->trainingMode);
        QCOMPARE(a->batchPicture, 3);
        QCOMPARE(a->input, std::string("pool1"));
        QVERIFY(a->as<DropoutValue>()->drawn);
        QCOMPARE(a->computed, a->engine);
    }

    /// All of a layer's units against the mask that the device drew.
    void dropoutFollowsTheDevicesMask()
    {
        const arithmetic::Pass& pass = passOf("variety", true);
        const int drop3 = pass.network().spec().indexOf("drop3");
        int kept = 0;
        for (int channel = 0; channel < 33; ++channel)
            for (std::int64_t picture = 0; picture < arithmetic::Pass::batch; ++picture) {
                const Arithmetic a = pass.explain(drop3, picture, {{}, channel, 0, 0});
                QCOMPARE(a.computed, a.engine);
                kept += a.as<DropoutValue>()->kept;
            }
        QVERIFY(kept > 20 && kept < 80); // of 99 at p = 0.5
    }

    /// A layer with more weights than are fetched in passing is explained when the run holds.
    void largeWeightsWaitForAHold()
    {
        std::string text = tiny::networkText;
        const std::string wide = "[fc1]\ntype = linear\noutputs = 60000\nweightStd = 0.01\n[relu2]\ntype = relu\n[fc2]";
        text.replace(text.find("[fc2]"), 5, wide);
        Stage stage(text);
        const auto holding = stage.ask({"fc1", 59999, 0, 0});
        QVERIFY(holding && !holding->waitsForHold());
        QVERIFY(std::abs(holding->computed - holding->engine) <= arithmetic::allowance(*holding));
        stage.session.run();
        std::shared_ptr<const Snapshot> running;
        for (int i = 0; i < 8000; ++i, std::this_thread::sleep_for(1ms)) {
            running = stage.session.snapshot();
            if (!running->holding && running->iteration > 0)
                break;
        }
        QVERIFY(running->arithmetic && running->arithmetic->waitsForHold());
        stage.session.pause();
        QVERIFY(settled(stage.session));
        const auto after = stage.session.snapshot()->arithmetic;
        QVERIFY(after && !after->waitsForHold());
        QVERIFY(after->iteration > 0);
    }

private:
    const arithmetic::Pass& passOf(const std::string& name, bool training)
    {
        auto& pass = m_passes[{name, training}];
        if (!pass)
            pass = std::make_unique<arithmetic::Pass>(arithmetic::network(name), *m_backend, Precision::Fp32, training);
        return *pass;
    }

    std::unique_ptr<Backend> m_backend = makeReferenceBackend();
    std::map<std::pair<std::string, bool>, std::unique_ptr<arithmetic::Pass>> m_passes;
};

QTEST_GUILESS_MAIN(TestArithmetic)
#include "tst_arithmetic.moc"
