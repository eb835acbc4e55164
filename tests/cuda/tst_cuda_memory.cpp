// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "cuda/cuda_backend.h"
#include "emulated_device.h"

#include <QTest>

using namespace alexscope;

namespace {

struct Case {
    NetworkSpec network;
    NetworkOptions options;
};

LayerSpec convolution(int size, int stride, int pad)
{
    ConvolutionSpec spec;
    spec.filters = 32;
    spec.size = size;
    spec.stride = stride;
    spec.pad = pad;
    return {"conv", spec};
}

/// `first`, a convolution with its ReLU, then classes.
NetworkSpec beginningWith(const Shape& input, const std::vector<LayerSpec>& first)
{
    NetworkSpec network;
    network.name = "case";
    network.input = input;
    network.layers = first;
    network.layers.push_back({"fc", LinearSpec{10, {}, {}}});
    network.layers.push_back({"loss", SoftmaxLossSpec{}});
    return network;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// What the GPU backend says that a network needs, and what it then takes.
class TestCudaMemory : public QObject {
    Q_OBJECT

    /// Bytes that the network takes on a device with `free` bytes. Throws Error where it is refused.
    static std::size_t taken(const Case& what, std::size_t free)
    {
        cuda::emulatedDevice().free = free;
        const auto backend = cuda::makeCudaBackend();
        const std::size_t before = cuda::emulatedDevice().allocated;
        const Network network(what.network, *backend, what.options);
        return cuda::emulatedDevice().allocated - before;
    }

private slots:
    void cleanup()
    {
        qunsetenv("ALEXSCOPE_TF32");
        cuda::EmulatedDevice fresh;
        fresh.allocated = cuda::emulatedDevice().allocated;
        cuda::emulatedDevice() = fresh;
    }

    void neverTakesMoreThanItSays_data()
    {
        QTest::addColumn<Case>("what");
        QTest::addColumn<bool>("tf32");
        const auto add = [](const char* name, const NetworkSpec& network, int batch, int lowest = 0) {
            for (const Precision precision : {Precision::Fp32, Precision::Bf16})
                for (const bool training : {false, true})
                    for (const bool fuse : {false, true})
                        for (const bool tf32 : {false, true})
                            if (!tf32 || precision == Precision::Fp32)
                                QTest::addRow("%s, %s, %s, %s", name,
                                              precision == Precision::Bf16 ? "bf16"
                                              : tf32                       ? "tf32"
                                                                           : "fp32",
                                              training ? "training" : "inference", fuse ? "fused" : "layer by layer")
                                    << Case{network, {batch, precision, training, fuse, lowest}} << tf32;
        };
        for (const char* name : {"alexnet", "alexnet-torchvision", "caffenet"})
            add(name, loadNetwork(name).withClasses(1000), 128);
        for (const char* name : {"alexnet-small", "cifar-quick", "lenet5"})
            add(name, loadNetwork(name).withClasses(10), 512);
        add("alexnet with conv1 frozen", loadNetwork("alexnet").withClasses(10), 128,
            loadNetwork("alexnet").indexOf("conv2"));
        const PoolingSpec pool{PoolingKind::Max, 2, 2, 0, Rounding::Floor},
            wide{PoolingKind::Max, 3, 1, 1, Rounding::Floor};
        add("a pool in front", beginningWith({1, 3, 454, 454}, {{"pool", pool}, convolution(11, 4, 0)}), 384, 1);
        add("patches of four", beginningWith({1, 3, 224, 224}, {convolution(4, 4, 0)}), 512);
        add("a pool of stride one",
            beginningWith({1, 8, 64, 64},
                          {convolution(3, 1, 1), {"relu", ActivationSpec{ActivationKind::Relu}}, {"wide", wide}}),
            512);
    }
    /// With less than it takes, pictures on their way and what libraries keep included, it is refused, and so never
    /// begun and not ended; with half as much again it runs.
    void neverTakesMoreThanItSays()
    {
        QFETCH(Case, what);
        QFETCH(bool, tf32);
        qputenv("ALEXSCOPE_TF32", tf32 ? "1" : "0");
        const auto batch = static_cast<std::size_t>(what.options.batch),
                   area = static_cast<std::size_t>(what.network.input.area());
        const std::size_t pictures =
            what.options.training ? batch * 2 * std::max<std::size_t>(3 * 256 * 256, 4 * area) : 0;
        const std::size_t bytes = taken(what, std::size_t{1} << 40), most = bytes + pictures + (std::size_t{220} << 20);
        QVERIFY(bytes > std::size_t{20} << 20);
        QVERIFY_THROWS_EXCEPTION(Error, taken(what, most));
        QCOMPARE(taken(what, most + most / 2), bytes);
    }

    void tooMuchIsRefusedWithNumbers_data()
    {
        QTest::addColumn<Precision>("precision");
        QTest::newRow("fp32") << Precision::Fp32;
        QTest::newRow("bf16") << Precision::Bf16;
    }
    /// Before anything is allocated, and the batch it names does fit.
    void tooMuchIsRefusedWithNumbers()
    {
        QFETCH(Precision, precision);
        const auto backend = cuda::makeCudaBackend();
        const NetworkSpec alexnet = loadNetwork("alexnet").withClasses(1000);
        cuda::emulatedDevice().free = std::size_t{3} << 30;
        const std::size_t before = cuda::emulatedDevice().allocated;
        QString sentence;
        try {
            Network network(alexnet, *backend, {4096, precision, true, true});
        } catch (const Error& error) {
            sentence = QString::fromUtf8(error.what());
        }
        QVERIFY2(sentence.contains("3.0 GiB are free"), qPrintable(sentence));
        QCOMPARE(cuda::emulatedDevice().allocated, before);
        const int batch = sentence.section("a batch of ", 1, 1).section(' ', 0, 0).toInt();
        QVERIFY2(batch > 0 && batch < 4096, qPrintable(sentence));
        cuda::emulatedDevice().limit = cuda::emulatedDevice().free;
        Network network(alexnet, *backend, {batch, precision, true, true});
        QVERIFY(cuda::emulatedDevice().allocated > std::size_t{2} << 30); // the estimate is no exaggeration
    }

    void tooManyNumbersAreRefused()
    {
        const auto backend = cuda::makeCudaBackend();
        QVERIFY_THROWS_EXCEPTION(Error, backend->makeInput({65536, 3, 227, 227}, Precision::Bf16));
    }
};

QTEST_GUILESS_MAIN(TestCudaMemory)
#include "tst_cuda_memory.moc"
