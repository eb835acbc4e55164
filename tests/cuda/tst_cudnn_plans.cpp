// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_text.h"
#include "cuda/folded_convolution.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace alexscope;
using cuda::ConvolutionShape;
using cuda::Element;
using cuda::PassPlan;

namespace {

/// A GPU as cuDNN writes one down: what its heuristics and engines ask about.
struct Gpu {
    const char* name;
    int version;    ///< compute capability, 900 is sm_90
    int processors; ///< multiprocessors
    int shared;     ///< bytes a block may have at most
    int threads;    ///< a multiprocessor
    int blocks;
    int bus; ///< bits to its memory
};
constexpr Gpu gpus[] = {{"Tesla T4", 750, 40, 65536, 1024, 16, 256},
                        {"A100", 800, 108, 166912, 2048, 32, 5120},
                        {"GeForce RTX 3090", 860, 82, 101376, 1536, 16, 384},
                        {"GeForce RTX 4090", 890, 128, 101376, 1536, 24, 384},
                        {"H200", 900, 132, 232448, 2048, 32, 6144},
                        {"B200", 1000, 148, 232448, 2048, 32, 8192},
                        {"GeForce RTX 5090", 1200, 170, 101376, 1536, 24, 512}};

std::string described(const Gpu& gpu)
{
    return nlohmann::json{{"cudaDeviceId", 0},
                          {"deviceName", gpu.name},
                          {"deviceVer", gpu.version},
                          {"driverVer", 13000},
                          {"totalGlobalMem", std::int64_t{32} << 30},
                          {"maxGridSize", {2147483647, 65535, 65535}},
                          {"maxBlockSize", {1024, 1024, 64}},
                          {"regsPerBlock", 65536},
                          {"multiProcessorCount", gpu.processors},
                          {"smCountOrigin", 0},
                          {"warpSize", 32},
                          {"maxSharedMemoryPerBlock", 49152},
                          {"maxSharedMemoryPerBlockOptin", gpu.shared},
                          {"reservedSharedMemoryPerBlock", 1024},
                          {"oversizedSharedMemoryPerBlock", 0},
                          {"maxRegistersPerSM", 65536},
                          {"maxCtasPerSM", gpu.blocks},
                          {"maxThreadsPerBlock", 1024},
                          {"maxThreadsPerSM", gpu.threads},
                          {"pciDeviceId", 0},
                          {"isTccDriver", 0},
                          {"supportCoopLaunch", 1},
                          {"smClockRateKHz", 1700000},
                          {"memClockRateKHz", 2600000},
                          {"memoryBusWidth", gpu.bus},
                          {"l2CacheSize", 50 << 20}}
        .dump();
}

struct Arithmetic {
    const char* name;
    Element element;
    bool tf32;
};
constexpr Arithmetic arithmetics[] = {
    {"fp32", Element::F32, false}, {"tf32", Element::F32, true}, {"bf16", Element::Bf16, false}};

} // namespace

/// What cuDNN itself says it would do on GPUs that are not here: cuda/convolution_plan.cpp with the real library.
class TestCudnnPlans : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        try {
            cuda::planConvolution({{1, 8, 8, 8}, {1, 8, 8, 8}, 3, 1, 1}, false, described(gpus[0]));
        } catch (const Error& error) {
            // Older ones know no other GPUs; newer ones may need the driver to be loaded, or ask for more about a GPU.
            const QString why = QString::fromUtf8(error.what());
            for (const char* reason : {"9.8 or newer", "SUBLIBRARY_LOADING_FAILED", "HasMember"})
                if (why.contains(reason))
                    QSKIP(error.what());
            QFAIL(error.what());
        }
    }

    void everyLayerHasAPlan_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<int>("gpu");
        QTest::addColumn<int>("arithmetic");
        QTest::addColumn<int>("batch");
        const auto add = [](const char* network, int batch) {
            for (int gpu = 0; gpu < static_cast<int>(std::size(gpus)); ++gpu)
                for (int arithmetic = 0; arithmetic < static_cast<int>(std::size(arithmetics)); ++arithmetic)
                    if (gpus[gpu].version >= 800 || arithmetic == 0) // Turing has neither TF32 nor bf16
                        QTest::addRow("%s, %s, %s, %d", network, gpus[gpu].name, arithmetics[arithmetic].name, batch)
                            << network << gpu << arithmetic << batch;
        };
        add("alexnet", 1);
        for (const char* network : {"alexnet", "alexnet-onetower", "alexnet-small", "cifar-quick"})
            add(network, 128);
    }
    /// Every pass that training asks for, on the tensor cores where they may be used and nowhere else.
    void everyLayerHasAPlan()
    {
        QFETCH(QString, network);
        QFETCH(int, gpu);
        QFETCH(int, arithmetic);
        QFETCH(int, batch);
        const auto [name, element, tf32] = arithmetics[arithmetic];
        const NetworkSpec spec = loadNetwork(network.toStdString()).withClasses(10);
        const std::vector<LayerGeometry> geometry = geometryOf(spec);
        const std::string device = described(gpus[gpu]);
        bool isFirst = true;
        for (std::size_t i = 0; i < spec.layers.size(); ++i) {
            const auto* convolution = spec.layers[i].as<ConvolutionSpec>();
            if (!convolution)
                continue;
            ConvolutionShape shape = cuda::convolutionShape(*convolution, geometry[i], batch, element);
            shape.inputGradient = !isFirst;
            if (const auto fold = cuda::planFold(shape, tf32))
                shape = fold->inner;
            const std::vector<PassPlan> plans = cuda::planConvolution(shape, tf32, device);
            const std::string layer = spec.layers[i].name;
            QVERIFY2(plans.size() >= (isFirst ? 2u : 3u), qPrintable(QString::fromStdString(layer)));
            for (const PassPlan& plan : plans) {
                const QByteArray which =
                    QByteArray::fromStdString(layer + " " + plan.pass + ", engine " + std::to_string(plan.engine));
                QVERIFY2(plan.workspace <= cuda::mostWorkspace(shape), which);
                const bool mayUse = element == Element::Bf16 || tf32;
                QVERIFY2(!plan.tensorCores || mayUse, which);
                // With little to compute, other engines may be the faster ones.
                const bool isLarge = batch == 128 && network.startsWith("alexnet") && network != "alexnet-small";
                if (mayUse && isLarge && !(isFirst && plan.pass == "backward data"))
                    QVERIFY2(plan.tensorCores, which);
            }
            isFirst = false;
        }
    }

    /// The same run has the same bits: the same shape gets the same engine every time.
    void plansRepeat()
    {
        const std::string device = described(gpus[4]);
        const ConvolutionShape conv3{{128, 13, 13, 256}, {128, 13, 13, 384}, 3, 1, 1, Element::Bf16, true, true};
        const std::vector<PassPlan> first = cuda::planConvolution(conv3, false, device);
        QCOMPARE(first.size(), std::size_t{3});
        for (int i = 0; i < 3; ++i) {
            const std::vector<PassPlan> again = cuda::planConvolution(conv3, false, device);
            for (std::size_t pass = 0; pass < again.size(); ++pass) {
                QCOMPARE(again[pass].engine, first[pass].engine);
                QCOMPARE(again[pass].workspace, first[pass].workspace);
            }
        }
    }

    void nonsenseIsASentence()
    {
        QVERIFY_THROWS_EXCEPTION(Error, cuda::planConvolution({{1, 8, 8, 8}, {1, 8, 8, 8}, 3, 1, 1}, false, "no GPU"));
        QVERIFY_THROWS_EXCEPTION(
            Error, cuda::planConvolution({{1, 8, 8, 8}, {1, 9, 9, 8}, 3, 1, 1}, false, described(gpus[4])));
    }
};

QTEST_GUILESS_MAIN(TestCudnnPlans)
#include "tst_cudnn_plans.moc"
