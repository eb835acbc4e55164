// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/free_memory.h"
#include "core/error.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/training/solver.h"
#include "cpu/bf16.h"
#include "cpu/cpu_backend.h"
#include "tests/support/noise.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace alexscope;
using namespace alexscope::tests;

class TestCpuBackend : public QObject {
    Q_OBJECT

    /// Parameters after some steps of training, fused or layer by layer, one after the other.
    static std::vector<float> train(Precision precision, bool fuse, int steps)
    {
        const auto backend = cpu::catalogueEntry().make();
        Network network(loadNetwork("alexnet-small").withClasses(10), *backend, {8, precision, true, fuse});
        network.initialise(5);
        Solver solver(network.spec().recipe);
        const auto pictures = noise(8 * network.spec().input.perPicture());
        const std::vector<std::int32_t> labels{0, 1, 2, 3, 4, 5, 6, 7};
        for (int step = 0; step < steps; ++step) {
            const StepContext context{Phase::Training, 5, static_cast<std::uint32_t>(step)};
            network.setInput(pictures);
            network.setLabels(labels);
            network.forward(context);
            network.backward(context);
            solver.update(network);
        }
        std::vector<float> all;
        for (const Parameter& parameter : network.parameters()->list) {
            const HostTensor values = network.download(parameter.value);
            all.insert(all.end(), values.values.begin(), values.values.end());
        }
        return all;
    }

    static void precisions()
    {
        QTest::addColumn<bool>("bf16");
        QTest::newRow("fp32") << false;
        QTest::newRow("bf16") << true;
    }
    static std::optional<std::string> whyNot(Precision precision)
    {
        return cpu::catalogueEntry().make()->whyNot(precision);
    }

private slots:
    void sameRunSameBits_data() { precisions(); }
    void sameRunSameBits()
    {
        QFETCH(bool, bf16);
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = whyNot(precision))
            QSKIP(reason->c_str());
        const auto first = train(precision, true, 4);
        QVERIFY(first == train(precision, true, 4));
        QVERIFY(first == train(precision, false, 4)); // fusing changes no bit
        QVERIFY(first != train(precision, true, 3));
    }

    void besideAnotherItTakesOneThread()
    {
        Catalogue devices;
        devices.add(cpu::catalogueEntry());
        devices.addBeside(cpu::entryBeside());
        const int threads = devices.make("cpu")->info().threads;
        int beside = 0;
        std::thread([&] { beside = devices.makeBeside("cpu")->info().threads; }).join();
        QCOMPARE(beside, 1);
        QCOMPARE(devices.make("cpu")->info().threads, threads); // whose thread this is keeps all of its own
        Catalogue plain;
        plain.add(referenceEntry());
        QCOMPARE(plain.makeBeside("reference")->info().name, std::string("reference")); // without others the same kind
    }

    /// Weights that were uploaded or updated reach every copy kernels read, also in a network of another batch size.
    void sharedParametersStayInStep_data() { precisions(); }
    void sharedParametersStayInStep()
    {
        QFETCH(bool, bf16);
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = whyNot(precision))
            QSKIP(reason->c_str());
        const auto backend = cpu::catalogueEntry().make();
        const NetworkSpec spec = loadNetwork("alexnet-small").withClasses(10);
        Network training(spec, *backend, {8, precision, true, true});
        Network one(spec, *backend, {1, precision, false, false}, training.parameters());
        training.initialise(5);
        Solver solver(spec.recipe);
        solver.setLearningRate(0.05);
        const auto pictures = noise(8 * spec.input.perPicture());
        const std::span<const float> first(pictures.data(), static_cast<std::size_t>(spec.input.perPicture()));
        const auto scoresOfOne = [&] {
            one.setInput(first);
            one.setLabels({});
            one.forward({Phase::Test, 5, 0});
            return one.download(one.activation(spec.indexOf("fc8"))).values;
        };
        const auto before = scoresOfOne();
        training.setInput(pictures);
        training.setLabels(std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7});
        training.forward({Phase::Training, 5, 0});
        training.backward({Phase::Training, 5, 0});
        solver.update(training);
        const auto after = scoresOfOne();
        QVERIFY(before != after);

        training.forward({Phase::Test, 5, 0});
        const auto eight = training.download(training.activation(spec.indexOf("fc8"))).values;
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(std::abs(after[i] - eight[i]) <=
                    (bf16 ? 3e-2f : 1e-5f) * std::abs(*std::max_element(after.begin(), after.end())));
    }

    void bf16RoundsToNearestEven_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<float>("rounded");
        QTest::newRow("exact") << 1.0f << 1.0f;
        QTest::newRow("tie to even below") << 1.00390625f << 1.0f;
        QTest::newRow("tie to even above") << 1.01171875f << 1.015625f;
        QTest::newRow("negative") << -3.14159f << -3.140625f;
        QTest::newRow("overflow") << std::numeric_limits<float>::max() << std::numeric_limits<float>::infinity();
    }
    void bf16RoundsToNearestEven()
    {
        QFETCH(float, value);
        QFETCH(float, rounded);
        QCOMPARE(cpu::toFloat(cpu::toBf16(value)), rounded);
    }
    void bf16KeepsNotANumber()
    {
        QVERIFY(std::isnan(cpu::toFloat(cpu::toBf16(std::nanf("")))));
        QVERIFY(std::isnan(cpu::toFloat(cpu::toBf16(std::bit_cast<float>(0x7F800001u)))));
    }

    /// The system would hand it out, and end the program once it is used.
    void moreMemoryThanIsFreeIsRefused()
    {
        const std::int64_t free = freeMemory();
        QVERIFY(free > 0);
        const NetworkSpec network = parseNetwork("[network]\nname = wide\ninput = 3x64x64\nclasses = 2\n"
                                                 "[fc1]\ntype = linear\noutputs = classes\nweightStd = 0.1\n"
                                                 "[prob]\ntype = softmax-loss\n",
                                                 "wide.net");
        constexpr std::int64_t somewhatMore = 256 << 20;
        const std::int64_t batch = (free + somewhatMore) / (network.input.perPicture() * 4) + 1;
        const auto backend = cpu::catalogueEntry().make();
        QVERIFY_EXCEPTION_THROWN(
            Network(network.withClasses(2), *backend, {batch, Precision::Fp32, false, true}).initialise(1), Error);
    }

    void wrongSizesAreErrors()
    {
        const auto backend = cpu::catalogueEntry().make();
        const Tensor input = backend->makeInput({2, 3, 4, 4}, Precision::Fp32);
        const std::vector<float> tooFew(95);
        QVERIFY_EXCEPTION_THROWN(backend->upload(input, std::span<const float>(tooFew)), Error);
    }
};

QTEST_GUILESS_MAIN(TestCpuBackend)
#include "tst_cpu_backend.moc"
