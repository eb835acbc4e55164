// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/augmenter.h"
#include "core/error.h"
#include "core/network/network_text.h"
#include "core/reference/reference_backend.h"
#include "core/session/inspection.h"
#include "core/training/solver.h"
#include "core/verification/network_check.h"
#include "core/verification/self_test.h"
#include "cuda/cuda_backend.h"
#include "emulated_device.h"
#include "tests/core/tiny_run.h"
#include "tests/support/golden.h"
#include "tests/support/mutating_backend.h"
#include "tests/support/noise.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace alexscope;
using namespace alexscope::tests;

/// The GPU backend on an emulated device: its host code and kernels as they are, with plain loops for cuDNN and cuBLAS.
class TestCudaBackend : public QObject {
    Q_OBJECT

    static void precisions()
    {
        QTest::addColumn<bool>("bf16");
        QTest::newRow("fp32") << false;
        QTest::newRow("bf16") << true;
    }
    static Precision precision()
    {
        QFETCH(bool, bf16);
        return bf16 ? Precision::Bf16 : Precision::Fp32;
    }

    /// AlexNet's chain of layers with its kinds of convolutions, LRN and pooling, but few channels and a small picture.
    static NetworkSpec cutDown()
    {
        NetworkSpec network = loadNetwork("alexnet");
        network.input = {1, 3, 67, 67};
        for (LayerSpec& layer : network.layers) {
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation))
                convolution->filters /= 16;
            if (auto* linear = std::get_if<LinearSpec>(&layer.operation))
                linear->outputs = linear->outputs > 1000 ? 40 : linear->outputs;
        }
        return network.withClasses(10);
    }

    static std::vector<float> everythingAfterTraining(Precision precision, bool fuse)
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {4, precision, true, fuse});
        network.initialise(5);
        const Solver solver(network.spec().recipe);
        for (std::uint32_t step = 0; step < 3; ++step) {
            network.setInput(noise(4 * network.spec().input.perPicture()));
            network.setLabels(std::vector<std::int32_t>{0, 1, 2, 3});
            network.forward({Phase::Training, 5, step});
            network.backward({Phase::Training, 5, step});
            solver.update(network);
        }
        std::vector<float> all{static_cast<float>(network.result().loss)};
        for (const Parameter& parameter : network.parameters()->list)
            for (const Tensor* tensor : {&parameter.value, &parameter.velocity}) {
                const HostTensor values = network.download(*tensor);
                all.insert(all.end(), values.values.begin(), values.values.end());
            }
        return all;
    }

private slots:
    void cleanup()
    {
        cuda::EmulatedDevice fresh;
        fresh.allocated = cuda::emulatedDevice().allocated;
        cuda::emulatedDevice() = fresh;
    }

    void agreesWithThePlainLoops_data() { precisions(); }
    void agreesWithThePlainLoops()
    {
        const auto backend = cuda::makeCudaBackend();
        SelfTestOptions options;
        options.precision = precision();
        options.networks = {};
        const auto rows = selfTest(*backend, options);
        QVERIFY(rows.size() > 200);
        QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
    }

    void agreesWithGoldenNumbers_data() { precisions(); }
    void agreesWithGoldenNumbers()
    {
        const auto backend = cuda::makeCudaBackend();
        const double tolerance = precision() == Precision::Bf16 ? 3e-2 : 1e-5;
        for (const bool fuse : {false, true}) {
            const auto network = compareGoldenNetwork(*backend, GoldenOptions{precision(), tolerance, fuse});
            QVERIFY(!network.empty());
            QVERIFY2(failuresOf(network).empty(), failuresOf(network).c_str());
            const auto lrn = compareGoldenLrn(*backend, GoldenOptions{precision(), tolerance, fuse});
            QVERIFY2(failuresOf(lrn).empty(), failuresOf(lrn).c_str());
        }
    }

    /// The comparisons must be able to fail.
    void findsMutations()
    {
        MutatingBackend backend(cuda::makeCudaBackend(), [](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation))
                lrn->alpha *= 1.1;
        });
        SelfTestOptions options;
        options.networks = {};
        QVERIFY(!failuresOf(selfTest(backend, options)).empty());
    }

    void fusingChangesNoBit_data() { precisions(); }
    void fusingChangesNoBit()
    {
        const std::vector<float> fused = everythingAfterTraining(precision(), true);
        QVERIFY(fused == everythingAfterTraining(precision(), false));
        QVERIFY(fused == everythingAfterTraining(precision(), true));
        const auto backend = cuda::makeCudaBackend();
        const auto rows = checkFusion(*backend, cutDown(), precision(), 3);
        QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
    }

    void fusesAsFarAsTheNextConvolution()
    {
        const auto backend = cuda::makeCudaBackend();
        const Network network(cutDown(), *backend, {2, Precision::Fp32, true, true});
        const int second = network.firstLayer(1);
        QCOMPARE(network.spec().layers[static_cast<std::size_t>(second)].name, std::string("conv2"));
        QVERIFY(!network.hasActivation(0));
    }

    void weightsComeBack_data() { precisions(); }
    /// What is uploaded is downloaded, also where the memory has another order: linear layers behind maps.
    void weightsComeBack()
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {2, precision(), true, true});
        network.initialise(3);
        const auto reference = makeReferenceBackend();
        Network plain(cutDown(), *reference, {2, Precision::Fp32, true, true});
        plain.initialise(3);
        for (std::size_t i = 0; i < plain.parameters()->list.size(); ++i)
            QVERIFY(network.download(network.parameters()->list[i].value).values ==
                    plain.download(plain.parameters()->list[i].value).values);
    }

    /// A bf16 network notices weights that were uploaded after it had made its copies.
    void copiesFollowUploads()
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {1, Precision::Bf16, false, true});
        const auto probabilities = [&](std::uint64_t seed) {
            network.initialise(seed);
            network.setInput(noise(network.spec().input.perPicture()));
            network.setLabels({});
            network.forward({Phase::Test, 0, 0});
            return network.download(network.activation(static_cast<int>(network.spec().layers.size()) - 1)).values;
        };
        const auto first = probabilities(1);
        QVERIFY(first != probabilities(2));
        QVERIFY(first == probabilities(1));
    }

    /// Inference is taken down and replayed: other weights, pictures and dropout still count, and so does memory that
    /// moved.
    void replaysFollowWhatChanges_data() { precisions(); }
    void replaysFollowWhatChanges()
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {2, precision(), false, true});
        const int last = static_cast<int>(network.spec().layers.size()) - 1,
                  drop = dropoutLayersOf(network.spec()).front();
        const auto probabilities = [&](Network& one, std::uint64_t seed, float factor) {
            one.initialise(seed);
            std::vector<float> pictures = noise(2 * one.spec().input.perPicture());
            for (float& value : pictures)
                value *= factor;
            one.setInput(pictures);
            one.setLabels({});
            one.forward({Phase::Test, 0, 0});
            return one.download(one.activation(last)).values;
        };
        const auto fresh = [&](std::uint64_t seed, float factor, double p) {
            const auto other = cuda::makeCudaBackend();
            Network one(cutDown(), *other, {2, precision(), false, true});
            one.setDropout(drop, p);
            return probabilities(one, seed, factor);
        };
        for (int turn = 0; turn < 3; ++turn) {
            QVERIFY(probabilities(network, 1, 1) == fresh(1, 1, 0.5));
            QVERIFY(probabilities(network, 2, 0.5f) == fresh(2, 0.5f, 0.5));
        }
        network.setDropout(drop, 0.25);
        for (int turn = 0; turn < 3; ++turn)
            QVERIFY(probabilities(network, 1, 1) == fresh(1, 1, 0.25));
        Network larger(cutDown(), *backend, {64, precision(), true, false}); // takes more scratch memory
        QVERIFY(probabilities(network, 1, 1) == fresh(1, 1, 0.25));
    }

    void picturesAreCutAsTheHostCutsThem_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("mean");
        QTest::addColumn<int>("pad");
        QTest::addColumn<bool>("bgr");
        for (const int channels : {1, 3})
            for (const MeanKind mean : {MeanKind::None, MeanKind::Channel, MeanKind::Picture})
                for (const int pad : {0, 4})
                    for (const bool bgr : {false, true})
                        if (channels == 3 || !bgr)
                            QTest::addRow("%d channels, mean %d, pad %d, %s", channels, static_cast<int>(mean), pad,
                                          bgr ? "bgr" : "rgb")
                                << channels << static_cast<int>(mean) << pad << bgr;
    }
    /// Bit for bit: where a run is computed on the GPU its pictures are those it would have had from the host.
    void picturesAreCutAsTheHostCutsThem()
    {
        QFETCH(int, channels);
        QFETCH(int, mean);
        QFETCH(int, pad);
        QFETCH(bool, bgr);
        constexpr int side = 20, crop = 15, count = 6;
        Preprocessing preprocessing;
        preprocessing.resize = side;
        preprocessing.mean = static_cast<MeanKind>(mean);
        preprocessing.order = bgr ? ChannelOrder::Bgr : ChannelOrder::Rgb;
        preprocessing.scale = 1.0 / 255;
        preprocessing.deviation = {0.229, 0.224, 0.225};
        SetStatistics statistics;
        statistics.channelMean = {123.68, 116.78, 103.94};
        statistics.axisDeviation = {121.78, 37.09, 19.72};
        statistics.axes = {{{0.58, 0.58, 0.57}, {-0.72, 0.01, 0.69}, {0.40, -0.81, 0.43}}};
        statistics.meanSide = side;
        statistics.meanPicture = noise(3 * side * side);
        Augmentation augmentation;
        augmentation.randomCrop = augmentation.reflect = true;
        augmentation.colourSigma = 0.1;
        augmentation.pad = pad;
        const Augmenter augmenter(preprocessing, augmentation, statistics, {1, channels, crop, crop});

        std::vector<std::uint8_t> rgb(std::size_t{count} * side * side * 3);
        std::iota(rgb.begin(), rgb.end(), std::uint8_t{7});
        const std::size_t bytes = rgb.size() / count, numbers = static_cast<std::size_t>(channels) * crop * crop;
        std::vector<float> expected(count * numbers), got(expected.size());
        std::vector<PictureCrop> crops;
        for (std::size_t i = 0; i < count; ++i) {
            const SampleTransform transform = augmenter.trainingTransform(2012, i);
            augmenter.apply({side, side, rgb.data() + i * bytes}, transform,
                            std::span(expected).subspan(i * numbers, numbers));
            crops.push_back(augmenter.cropOf(transform));
        }
        const auto backend = cuda::makeCudaBackend();
        QVERIFY(backend->takesPictures());
        const Tensor input = backend->makeInput({count, channels, crop, crop}, Precision::Fp32);
        backend->uploadPictures(input, {augmenter.rule(), rgb, crops});
        backend->download(input, std::span<float>(got));
        QVERIFY(got == expected);
        QVERIFY(std::any_of(crops.begin(), crops.end(), [](const PictureCrop& c) { return c.mirrored != 0; }));
    }

    void aRunFromBytesIsTheSameRun_data() { precisions(); }
    /// A trainer whose device cuts the pictures itself, and one that gets their numbers: the same run bit for bit, also
    /// stepwise, and through a validation.
    void aRunFromBytesIsTheSameRun()
    {
        const auto run = [&](Backend& backend, bool stepwise) {
            TrainerOptions options = tiny::trainerOptions();
            options.precision = precision();
            Trainer trainer(std::move(options), backend);
            trainer.setStepwise(stepwise);
            std::vector<float> all;
            while (trainer.iteration() < 9)
                if (const std::optional<MetricsRow> row = trainer.advance())
                    all.push_back(row->loss);
            for (const Parameter& parameter : trainer.parameters()->list) {
                const HostTensor values = trainer.network().download(parameter.value);
                all.insert(all.end(), values.values.begin(), values.values.end());
            }
            return all;
        };
        const auto bytes = cuda::makeCudaBackend();
        MutatingBackend numbers(cuda::makeCudaBackend(), [](LayerSpec&) {}); // does not say that it takes pictures
        QVERIFY(bytes->takesPictures() && !numbers.takesPictures());
        const std::vector<float> expected = run(numbers, false);
        QVERIFY(run(*bytes, false) == expected);
        QVERIFY(run(*bytes, true) == expected);
    }

    /// What is shown of the step's own picture, when only its bytes went to the device.
    void theStepsPictureIsTheOneTheDeviceCut()
    {
        const auto backend = cuda::makeCudaBackend();
        TrainerOptions options = tiny::trainerOptions();
        options.precision = Precision::Fp32;
        Trainer trainer(std::move(options), *backend);
        trainer.setStepwise(true);
        trainer.advance(); // loads a batch
        Inspection inspection(trainer, *backend);
        ProbeRequest request;
        request.input = true;
        request.batchPicture = 1;
        inspection.setRequest(request);
        const auto snapshot = inspection.take({true, true, false});
        QVERIFY(snapshot->stepPicture && snapshot->stepPicture->input);
        const HostTensor all = trainer.network().download(trainer.network().input());
        const auto length = static_cast<std::size_t>(all.shape.perPicture());
        const std::span<const float> second = std::span(all.values).subspan(length, length);
        QVERIFY(std::ranges::equal(snapshot->stepPicture->input->values, second));
        QVERIFY(std::any_of(second.begin(), second.end(), [](float v) { return v != 0; }));
    }

    void normsAreMeasured()
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {2, Precision::Fp32, true, true});
        network.initialise(3);
        network.setInput(noise(2 * network.spec().input.perPicture()));
        network.setLabels(std::vector<std::int32_t>{1, 2});
        network.forward({Phase::Training, 1, 0});
        network.backward({Phase::Training, 1, 0});
        UpdateNorms norms;
        Solver(network.spec().recipe).update(network, &norms);
        for (std::size_t i = 0; i < norms.weight.size(); ++i) {
            double update = 0, weight = 0;
            for (const float v : network.download(network.parameters()->list[i].velocity).values)
                update += static_cast<double>(v) * static_cast<double>(v);
            for (const float w : network.download(network.parameters()->list[i].value).values)
                weight += static_cast<double>(w) * static_cast<double>(w);
            QVERIFY(std::abs(norms.update[i] - std::sqrt(update)) <= 1e-9 * std::sqrt(update));
            QVERIFY(std::abs(norms.weight[i] - std::sqrt(weight)) <= 1e-9 * std::sqrt(weight));
        }
    }

    void tooMuchIsRefusedWithNumbers_data() { precisions(); }
    /// Before anything is allocated, and the batch it names does fit.
    void tooMuchIsRefusedWithNumbers()
    {
        const auto backend = cuda::makeCudaBackend();
        const NetworkSpec alexnet = loadNetwork("alexnet").withClasses(1000);
        cuda::emulatedDevice().free = std::size_t{3} << 30;
        const std::size_t before = cuda::emulatedDevice().allocated;
        QString sentence;
        try {
            Network network(alexnet, *backend, {4096, precision(), true, true});
        } catch (const Error& error) {
            sentence = QString::fromUtf8(error.what());
        }
        QVERIFY2(sentence.contains("3.0 GiB are free"), qPrintable(sentence));
        QCOMPARE(cuda::emulatedDevice().allocated, before);
        const int batch = sentence.section("a batch of ", 1, 1).section(' ', 0, 0).toInt();
        QVERIFY2(batch > 0 && batch < 4096, qPrintable(sentence));
        cuda::emulatedDevice().limit = cuda::emulatedDevice().free;
        Network network(alexnet, *backend, {batch, precision(), true, true});
        QVERIFY(cuda::emulatedDevice().allocated > std::size_t{2} << 30); // the estimate is no exaggeration
    }

    void tooManyNumbersAreRefused()
    {
        const auto backend = cuda::makeCudaBackend();
        QVERIFY_THROWS_EXCEPTION(Error, backend->makeInput({65536, 3, 227, 227}, Precision::Bf16));
    }

    void oldGpusHaveNoBf16()
    {
        cuda::emulatedDevice().info.major = 7;
        cuda::emulatedDevice().info.minor = 5;
        const auto backend = cuda::makeCudaBackend();
        QVERIFY(!backend->whyNot(Precision::Fp32));
        QVERIFY(backend->whyNot(Precision::Bf16)->find("sm_75") != std::string::npos);
        QVERIFY(!backend->bf16PaysFrom());
    }

    void tf32IsAChoiceThatShows()
    {
        QVERIFY(cuda::makeCudaBackend()->info().instructions == "sm_90");
        qputenv("ALEXSCOPE_TF32", "1");
        QVERIFY(cuda::makeCudaBackend()->info().instructions == "sm_90, tf32");
        qunsetenv("ALEXSCOPE_TF32");
    }
};

QTEST_GUILESS_MAIN(TestCudaBackend)
#include "tst_cuda_backend.moc"
