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
#include <cmath>
#include <cstring>
#include <limits>
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

    /// What was not measured is NaN, which is no other NaN's equal.
    static bool sameBits(const std::vector<float>& a, const std::vector<float>& b)
    {
        return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
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
    /// Everything below is computed by streams that are out of step: what no event puts in order shows.
    void init() { cuda::emulatedDevice().deferred = true; }
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
        NetworkSpec inverted = cutDown();
        for (const int layer : dropoutLayersOf(inverted))
            std::get<DropoutSpec>(inverted.layers[static_cast<std::size_t>(layer)].operation).convention =
                DropoutConvention::Inverted;
        for (const NetworkSpec& network : {cutDown(), inverted}) {
            const auto rows = checkFusion(*backend, network, precision(), 3);
            QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
        }
    }

    void fusesAsFarAsTheNextConvolution()
    {
        const auto backend = cuda::makeCudaBackend();
        const Network network(cutDown(), *backend, {2, Precision::Fp32, true, true});
        const int second = network.firstLayer(1);
        QCOMPARE(network.spec().layers[static_cast<std::size_t>(second)].name, std::string("conv2"));
        QVERIFY(!network.hasActivation(0));
        // What is trained drops units where it computes them; what features are taken of keeps its ReLUs.
        const int drop = dropoutLayersOf(network.spec()).front();
        QVERIFY(!network.hasActivation(drop - 1) && network.hasActivation(drop));
        const Network tested(cutDown(), *backend, {2, Precision::Fp32, false, true});
        QVERIFY(tested.hasActivation(drop - 1));
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

    /// Where nothing can be taken down, trying to must leave no trace: the copies kernels read are those of the
    /// weights.
    void refusedRecordingsChangeNothing()
    {
        const auto probabilities = [](Network& network, std::uint64_t seed) {
            network.initialise(seed);
            network.setInput(noise(2 * network.spec().input.perPicture()));
            network.setLabels({});
            network.forward({Phase::Test, 0, 0});
            return network.download(network.activation(static_cast<int>(network.spec().layers.size()) - 1)).values;
        };
        const auto backend = cuda::makeCudaBackend(), other = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {2, Precision::Bf16, false, true}),
            fresh(cutDown(), *other, {2, Precision::Bf16, false, true});
        const std::vector<float> expected = probabilities(fresh, 2);
        cuda::emulatedDevice().takesDown = false;
        QVERIFY(probabilities(network, 1) != expected);
        QVERIFY(probabilities(network, 2) == expected); // the pass that tries
        QVERIFY(probabilities(network, 2) == expected);
        QCOMPARE(cuda::emulatedDevice().replays, 0L);
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

    /// Batches that are handed over faster than they are used: none is written over another.
    void picturesMayComeFasterThanTheyAreUsed()
    {
        constexpr int side = 12, count = 3;
        const auto backend = cuda::makeCudaBackend();
        const std::vector<PictureCrop> crops(count);
        PictureRule rule;
        rule.side = rule.crop = side;
        std::vector<Tensor> inputs;
        for (std::uint8_t batch = 1; batch <= 9; ++batch) {
            const std::vector<std::uint8_t> rgb(std::size_t{count} * side * side * 3, batch);
            inputs.push_back(backend->makeInput({count, 3, side, side}, Precision::Fp32));
            backend->uploadPictures(inputs.back(), {rule, rgb, crops});
        }
        std::vector<float> got(static_cast<std::size_t>(inputs.front().shape().count()));
        for (std::size_t batch = 0; batch < inputs.size(); ++batch) {
            backend->download(inputs[batch], std::span<float>(got));
            QVERIFY(std::ranges::all_of(got, [&](float v) { return v == static_cast<float>(batch + 1); }));
        }
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

    void wholeStepsChangeNoBit_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<bool>("frozen");
        QTest::newRow("fp32") << false << false;
        QTest::newRow("bf16") << true << false;
        QTest::newRow("conv1 frozen") << true << true;
    }
    /// Steps taken down and replayed, piece by piece, and layer by layer: the same run bit for bit, through edits of
    /// rate, momentum, decay and dropout, measured ratios, validations, a reset to another seed.
    void wholeStepsChangeNoBit()
    {
        QFETCH(bool, frozen);
        enum class Way { Whole, Pieces, NoGraphs, Layers };
        const auto run = [&](Way way) {
            qputenv("ALEXSCOPE_GRAPHS", way == Way::NoGraphs ? "0" : "1");
            const auto backend = cuda::makeCudaBackend();
            TrainerOptions options = tiny::trainerOptions();
            options.precision = precision();
            if (frozen)
                options.recipe.layerRates = {{"conv1", 0.0}};
            Trainer trainer(std::move(options), *backend);
            trainer.setStepwise(way == Way::Layers);
            trainer.setWhole(way != Way::Pieces);
            std::vector<float> all;
            const auto iterate = [&] {
                std::optional<MetricsRow> row;
                while (!(row = trainer.advance())) {
                }
                all.insert(all.end(), {row->loss, row->top1Error, row->learningRate});
                if (trainer.latestRatios() && trainer.latestRatios()->iteration == trainer.iteration())
                    all.insert(all.end(), trainer.latestRatios()->log10Ratio.begin(),
                               trainer.latestRatios()->log10Ratio.end());
                if (!std::isnan(row->validationTop1))
                    all.push_back(row->validationLoss);
            };
            for (int i = 0; i < 12; ++i) {
                if (i == 3)
                    trainer.solver().setLearningRate(0.03);
                if (i == 4)
                    trainer.solver().setMomentum(0.8);
                if (i == 5)
                    trainer.solver().setWeightDecay(0.01);
                if (i == 7)
                    trainer.setDropout(dropoutLayersOf(trainer.options().network).front(), 0.4);
                if (i % 3 == 1)
                    trainer.requestRatios();
                iterate();
            }
            trainer.reset(77);
            for (int i = 0; i < 4; ++i)
                iterate();
            for (const Parameter& parameter : trainer.parameters()->list)
                for (const Tensor* tensor : {&parameter.value, &parameter.velocity}) {
                    const HostTensor values = trainer.network().download(*tensor);
                    all.insert(all.end(), values.values.begin(), values.values.end());
                }
            qunsetenv("ALEXSCOPE_GRAPHS");
            return all;
        };
        const std::vector<float> whole = run(Way::Whole);
        const long replays = cuda::emulatedDevice().replays;
        QVERIFY(replays >= 2 * 13); // all but the first and the one after the dropout's change
        QVERIFY(sameBits(run(Way::Whole), whole));
        const long before = cuda::emulatedDevice().replays;
        QVERIFY(sameBits(run(Way::NoGraphs), whole));
        QCOMPARE(cuda::emulatedDevice().replays, before);
        QVERIFY(sameBits(run(Way::Pieces), whole));
        QVERIFY(sameBits(run(Way::Layers), whole));
    }

    /// Work that was taken down is not replayed for other parameters, nor where memory has moved.
    void recordedStepsNoticeWhatChanged()
    {
        const auto backend = cuda::makeCudaBackend();
        Network network(cutDown(), *backend, {2, Precision::Fp32, true, true});
        network.initialise(3);
        const auto feed = [&] {
            network.setInput(noise(2 * network.spec().input.perPicture()));
            network.setLabels(std::vector<std::int32_t>{1, 2});
        };
        Recipe recipe = network.spec().recipe;
        const Solver all(recipe);
        recipe.layerRates = {{"conv2", 0.0}};
        const Solver some(recipe);
        const StepContext context{Phase::Training, 1, 0};
        feed();
        network.forward(context);
        network.backward(context);
        all.update(network);
        QVERIFY(all.recordStep(network, context));
        const auto replaysOf = [&](const Solver& solver) {
            const long before = cuda::emulatedDevice().replays;
            feed();
            solver.step(network, context);
            return cuda::emulatedDevice().replays - before;
        };
        QCOMPARE(replaysOf(all), 2L);
        const HostTensor frozen = network.download(network.parameters()->find("conv2.weight")->value);
        QCOMPARE(replaysOf(some), 1L); // forward alone is the same
        QVERIFY(network.download(network.parameters()->find("conv2.weight")->value).values == frozen.values);
        QVERIFY(some.recordStep(network, context));
        QCOMPARE(replaysOf(some), 2L);
        Network larger(cutDown(), *backend, {64, Precision::Fp32, true, false}); // takes more scratch memory
        QCOMPARE(replaysOf(some), 0L);
    }

    void setsStayOnTheDevice_data() { precisions(); }
    /// Pictures that travel once, and pictures that travel every time: the same run bit for bit, also after a reset and
    /// where it is taken up in the middle of an epoch.
    void setsStayOnTheDevice()
    {
        const auto run = [&](bool keep, std::int64_t from) {
            qputenv("ALEXSCOPE_KEEP_PICTURES", keep ? "1" : "0");
            const auto backend = cuda::makeCudaBackend();
            TrainerOptions options = tiny::trainerOptions();
            options.precision = precision();
            options.recipe.iterations = 60;
            Trainer trainer(std::move(options), *backend);
            qunsetenv("ALEXSCOPE_KEEP_PICTURES");
            if (from > 0)
                trainer.restore(from, trainer.solver().state(), 0);
            std::vector<float> all;
            bool withPictures = false, without = false;
            const auto iterate = [&](int times) {
                for (int i = 0; i < times; ++i) {
                    std::optional<MetricsRow> row;
                    while (!(row = trainer.advance())) {
                    }
                    withPictures = withPictures || !trainer.batch()->bytes.empty();
                    without = without || trainer.batch()->bytes.empty();
                    all.push_back(row->loss);
                }
            };
            iterate(20); // an epoch is six and a quarter
            if (keep != without || !withPictures || keep != trainer.keepsPictures())
                return std::vector<float>();
            trainer.reset(7);
            withPictures = false;
            iterate(3);
            return keep == withPictures ? std::vector<float>() : all;
        };
        for (const std::int64_t from : {0, 3}) {
            const std::vector<float> streamed = run(false, from);
            QVERIFY(!streamed.empty());
            QVERIFY(run(true, from) == streamed);
        }
    }

    /// What training needs comes first.
    void largeSetsAreStreamed()
    {
        const auto backend = cuda::makeCudaBackend();
        const Network network(cutDown(), *backend, {4, Precision::Fp32, true, true});
        const std::size_t each = 3 * 256 * 256, free = cuda::emulatedDevice().free;
        QVERIFY(!backend->storePictures(free / each, 256));
        QVERIFY(!backend->storePictures(std::numeric_limits<std::size_t>::max() / 2, 256));
        QVERIFY(backend->storePictures(free / each / 2, 256));
        cuda::emulatedDevice().free = std::size_t{512} << 20; // less than two more such networks
        QVERIFY(!backend->storePictures(10, 256));
    }

    void looksBesideTrainingShowOneMoment_data() { precisions(); }
    /// What a look has begun to fetch is of the moment it began in, however far training goes on before it comes.
    void looksBesideTrainingShowOneMoment()
    {
        const auto backend = cuda::makeCudaBackend();
        TrainerOptions options = tiny::trainerOptions();
        options.precision = precision();
        Trainer trainer(std::move(options), *backend);
        ProbeRequest request;
        request.parameters = {"conv1.weight", "fc2.weight", "fc2.bias"};
        request.gradients = {"conv1.weight"};
        request.updates = {"conv1.weight", "fc2.weight"};
        request.activations = {"conv1", "relu1", "prob"};
        auto picture = std::make_shared<Image>(10, 10);
        std::iota(picture->rgb.begin(), picture->rgb.end(), std::uint8_t{3});
        request.pinned = picture;
        Inspection beside(trainer, *backend), waiting(trainer, *backend);
        beside.setRequest(request);
        waiting.setRequest(request);
        const auto iterate = [&] {
            while (!trainer.advance()) {
            }
            beside.parametersChanged();
            waiting.parametersChanged();
        };
        const auto same = [](const Snapshot& a, const Snapshot& b) {
            const auto equal = [](const auto& one, const auto& other) {
                return std::ranges::equal(one, other, [](const auto& x, const auto& y) {
                    return x.first == y.first && x.second.values->values == y.second.values->values;
                });
            };
            return equal(a.parameters, b.parameters) && equal(a.gradients, b.gradients) &&
                   equal(a.updates, b.updates) && equal(a.activations, b.activations) && a.iteration == b.iteration;
        };
        std::shared_ptr<const Snapshot> before;
        for (int turn = 0; turn < 6; ++turn) {
            iterate();
            beside.begin({});
            QVERIFY(beside.looking());
            const std::shared_ptr<const Snapshot> expected = waiting.take({});
            for (int more = 0; more < turn % 3; ++more)
                iterate();
            while (turn % 2 == 0 && !beside.lookReady()) {
            } // else finish() waits
            const std::shared_ptr<const Snapshot> got = beside.finish();
            QVERIFY(!beside.looking());
            QCOMPARE(got->activations.size(), std::size_t{3});
            QCOMPARE(got->updates.size(), std::size_t{2});
            QVERIFY(same(*got, *expected));
            QVERIFY(!before || !same(*got, *before));
            before = got;
        }
        beside.begin({}); // given up: the next look must not find its tensors half filled
        QVERIFY(same(*beside.take({}), *waiting.take({})));
    }

    /// Large tensors do not take the GPU's memory from training.
    void largeDownloadsAreWaitedFor()
    {
        const auto backend = cuda::makeCudaBackend();
        const auto download = [&](std::int64_t count, std::vector<float>& values) {
            const Tensor tensor = backend->makeInput({1, 1, 1, count}, Precision::Fp32);
            const std::vector<float> numbers = noise(count);
            backend->upload(tensor, std::span<const float>(numbers));
            values.assign(numbers.size(), 0.0f);
            auto beside = backend->beginDownload(tensor, values);
            if (!beside && values != numbers)
                throw Error("wrong numbers");
            return beside;
        };
        std::vector<float> large;
        QVERIFY(!download(5 << 20, large));
        std::vector<std::vector<float>> several(6);
        std::vector<std::unique_ptr<Download>> coming;
        for (std::vector<float>& values : several)
            coming.push_back(download(4 << 20, values));
        QVERIFY(coming[3] && !coming[4]);
        coming[0]->finish();
        QVERIFY(several[0] == noise(4 << 20));
        QVERIFY(download(4 << 20, several[4])); // in its place
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
