// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "core/reference/reference_backend.h"
#include "core/tensor/bf16.h"
#include "core/verification/single_layer.h"
#include "cuda/device.h"
#include "cuda/kernels/kernels.h"
#include "emulator.h"
#include "tests/support/noise.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace alexscope;
using cuda::Element;
using cuda::Maps;

namespace {

/// Numbers on the emulated device, channels last, in either type.
class Values {
public:
    Values(const Maps& maps, Element element, const cuda::Stream& stream)
        : m_maps(maps), m_element(element), m_stream(stream),
          m_buffer(static_cast<std::size_t>(maps.count()) * cuda::sizeOf(element), stream)
    {
    }
    Values(const Maps& maps, Element element, const cuda::Stream& stream, const std::vector<float>& plain)
        : Values(maps, element, stream)
    {
        cuda::fromPlain(plain.data(), m_buffer.data(), element, maps, stream);
    }
    void* data() const { return m_buffer.data(); }
    std::vector<float> plain() const
    {
        std::vector<float> values(static_cast<std::size_t>(m_maps.count()));
        cuda::toPlain(m_buffer.data(), m_element, values.data(), m_maps, m_stream);
        return values;
    }

private:
    Maps m_maps;
    Element m_element;
    const cuda::Stream& m_stream;
    cuda::Buffer m_buffer;
};

std::vector<float> noise(std::int64_t count, bool bf16, std::uint32_t state = 1)
{
    std::vector<float> values = tests::noise(count, state);
    if (bf16)
        std::ranges::transform(values, values.begin(), roundToBf16);
    return values;
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

double largestError(const std::vector<float>& got, const std::vector<double>& expected)
{
    double largest = 0, error = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        largest = std::max(largest, std::abs(expected[i]));
        error = std::max(error, std::abs(static_cast<double>(got[i]) - expected[i]));
    }
    return error / largest;
}

Maps mapsOf(const Shape& s)
{
    return {s.n, s.h, s.w, s.c};
}

} // namespace

/// The GPU's kernels by themselves, the very sources that nvcc compiles, on an emulated device.
class TestCudaKernels : public QObject {
    Q_OBJECT

    static void elements()
    {
        QTest::addColumn<bool>("bf16");
        QTest::newRow("fp32") << false;
        QTest::newRow("bf16") << true;
    }

    /// One layer of plain loops in double, fed with the same numbers.
    struct Truth {
        std::vector<double> output, inputGradient;
    };
    static Truth truthOf(const LayerSpec& spec, const LayerGeometry& geometry, std::int64_t batch,
                         const std::vector<float>& input, const std::vector<float>& outputGradient)
    {
        const auto backend = makeReferenceBackend(true);
        SingleLayer layer(*backend, spec, geometry, 3, batch);
        layer.upload(layer.input(), input);
        layer.kernel().forward({Phase::Training, 2012, 7});
        layer.upload(layer.kernel().outputGradient(), outputGradient);
        layer.kernel().backward({Phase::Training, 2012, 7});
        return {layer.download(layer.kernel().output()), layer.download(layer.inputGradient())};
    }

private slots:
    void plainNumbersComeBack_data() { elements(); }
    void plainNumbersComeBack()
    {
        QFETCH(bool, bf16);
        const cuda::Stream stream;
        const Maps maps{3, 4, 5, 7};
        std::vector<float> plain = noise(maps.count(), bf16);
        plain[3] = std::numeric_limits<float>::infinity();
        plain[4] = -0.0f;
        QVERIFY(sameBits(Values(maps, bf16 ? Element::Bf16 : Element::F32, stream, plain).plain(), plain));
    }

    void roundsAsTheRestOfTheHouse()
    {
        const cuda::Stream stream;
        std::vector<float> plain, expected;
        for (std::uint32_t bits = 0x3F800000u; bits < 0x3F840000u; bits += 0x0FFFu)
            plain.push_back(std::bit_cast<float>(bits));
        for (const std::uint32_t bits :
             {0x3F808000u, 0x3F818000u, 0x3F808001u, 0x7F7FFFFFu, 0x00000001u, 0x80008000u, 0x7F800000u})
            plain.push_back(std::bit_cast<float>(bits));
        for (const float value : plain)
            expected.push_back(roundToBf16(value));
        const Maps maps{1, 1, 1, static_cast<std::int64_t>(plain.size())};
        QVERIFY(sameBits(Values(maps, Element::Bf16, stream, plain).plain(), expected));
        QVERIFY(std::isnan(Values({}, Element::Bf16, stream, {std::bit_cast<float>(0x7F800001u)}).plain()[0]));
    }

    void windowsAreCopiedAndFilledUp_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("groups");
        for (const bool bf16 : {false, true})
            for (const auto& [channels, groups] : {std::pair{5, 1}, {16, 1}, {16, 2}, {24, 2}, {9, 3}})
                QTest::addRow("%d channels in %d, %s", channels, groups, bf16 ? "bf16" : "fp32")
                    << bf16 << channels << groups;
    }
    void windowsAreCopiedAndFilledUp()
    {
        QFETCH(bool, bf16);
        QFETCH(int, channels);
        QFETCH(int, groups);
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const cuda::Stream stream;
        const Maps small{2, 3, 4, channels}, large{2, 5, 4, channels, groups};
        const std::vector<float> plain = noise(small.count(), bf16);
        const Values from(small, element, stream, plain);
        Values to(large, element, stream, noise(large.count(), bf16, 9)), back(small, element, stream);
        cuda::copyWindow(from.data(), small, to.data(), large, element, stream);
        const std::vector<float> grown = to.plain();
        for (std::int64_t plane = 0; plane < 2 * channels; ++plane)
            for (std::int64_t y = 0; y < 5; ++y)
                for (std::int64_t x = 0; x < 4; ++x)
                    QCOMPARE(grown[static_cast<std::size_t>((plane * 5 + y) * 4 + x)],
                             y < 3 ? plain[static_cast<std::size_t>((plane * 3 + y) * 4 + x)] : 0.0f);
        cuda::copyWindow(to.data(), large, back.data(), small, element, stream);
        QVERIFY(sameBits(back.plain(), plain));
        // Each group lies as a tensor of its own.
        const Maps one{2, 5, 4, channels / groups};
        for (int group = 0; group < groups; ++group) {
            std::vector<float> part(static_cast<std::size_t>(one.count()));
            const auto bytes = static_cast<std::size_t>(group) * part.size() * cuda::sizeOf(element);
            cuda::toPlain(static_cast<const char*>(to.data()) + bytes, element, part.data(), one, stream);
            for (std::int64_t n = 0; n < 2; ++n)
                QVERIFY(std::equal(part.begin() + n * one.count() / 2, part.begin() + (n + 1) * one.count() / 2,
                                   grown.begin() + (n * groups + group) * one.count() / 2));
        }
    }

    void masksAreTheStreams_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        for (const bool bf16 : {false, true}) {
            QTest::addRow("vectors of 4096, %s", bf16 ? "bf16" : "fp32") << bf16 << 4096 << 1;
            QTest::addRow("vectors of 61, %s", bf16 ? "bf16" : "fp32") << bf16 << 61 << 1;
            QTest::addRow("maps, %s", bf16 ? "bf16" : "fp32") << bf16 << 5 << 7;
        }
    }
    /// Bit for bit the numbers of core/random, in the logical order of the units.
    void masksAreTheStreams()
    {
        QFETCH(bool, bf16);
        QFETCH(int, channels);
        QFETCH(int, side);
        const cuda::Stream stream;
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const Maps maps{3, side, side, channels};
        const std::vector<float> ones(static_cast<std::size_t>(maps.count()), 1.0f);
        const Values from(maps, element, stream, ones);
        Values to(maps, element, stream);
        const cuda::StepKey key{0x123456789ABCDEFull, 77};
        const cuda::DropoutMask mask{&key, 0x2005, dropThreshold(0.3), 2.0f};
        cuda::multiplyByMask(from.data(), to.data(), element, maps, mask, stream);
        const std::vector<float> got = to.plain();
        int dropped = 0;
        for (std::size_t i = 0; i < got.size(); ++i) {
            const bool kept = philoxWord(key.seed, mask.stream, key.iteration, i) >= mask.threshold;
            QCOMPARE(got[i], kept ? 2.0f : 0.0f);
            dropped += !kept;
        }
        QVERIFY(dropped > 0 && dropped < static_cast<int>(got.size()));
    }

    void responses_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<LayerSpec>("layer");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        const auto add = [](const char* name, const LayerOperation& operation, int channels, int side) {
            for (const bool bf16 : {false, true})
                QTest::addRow("%s, %s", name, bf16 ? "bf16" : "fp32")
                    << bf16 << LayerSpec{"tested", operation} << channels << side;
        };
        add("alexnet's norm1", LrnSpec{}, 96, 11);
        add("alexnet's norm2", LrnSpec{}, 256, 6);
        add("alpha divided by n", LrnSpec{5, 1, 0.3, 0.75, AlphaConvention::DividedByN, 1}, 19, 5);
        add("large alpha", LrnSpec{5, 2, 0.3, 0.75, AlphaConvention::Paper, 1}, 19, 5);
        add("two groups", LrnSpec{5, 2, 0.3, 0.75, AlphaConvention::Paper, 2}, 22, 3);
        add("n = 3, beta = 0.6", LrnSpec{3, 1.5, 0.2, 0.6, AlphaConvention::Paper, 1}, 10, 4);
        add("wider than deep", LrnSpec{9, 2, 0.1, 0.75, AlphaConvention::Paper, 1}, 4, 3);
        add("groups by eights", LrnSpec{5, 2, 0.3, 0.75, AlphaConvention::Paper, 2}, 48, 5);
        add("1000 channels", LrnSpec{5, 2, 0.3, 0.5, AlphaConvention::Paper, 1}, 1000, 2);
        for (const PoolingKind kind : {PoolingKind::Max, PoolingKind::Average}) {
            const char* name = kind == PoolingKind::Max ? "max" : "average";
            add(qPrintable(QStringLiteral("alexnet's pooling, %1").arg(name)),
                PoolingSpec{kind, 3, 2, 0, Rounding::Floor}, 33, 13);
            add(qPrintable(QStringLiteral("rounding up, %1").arg(name)), PoolingSpec{kind, 3, 2, 0, Rounding::Ceil}, 7,
                10);
            add(qPrintable(QStringLiteral("padded, %1").arg(name)), PoolingSpec{kind, 5, 3, 2, Rounding::Ceil}, 3, 11);
            add(qPrintable(QStringLiteral("not overlapping, %1").arg(name)),
                PoolingSpec{kind, 2, 3, 0, Rounding::Floor}, 5, 9);
        }
    }
    void responses()
    {
        QFETCH(bool, bf16);
        QFETCH(LayerSpec, layer);
        QFETCH(int, channels);
        QFETCH(int, side);
        constexpr std::int64_t batch = 2;
        NetworkSpec network;
        network.name = "case";
        network.input = {1, channels, side, side};
        network.layers = {layer, {"fc", LinearSpec{3, {}, {}}}, {"loss", SoftmaxLossSpec{}}};
        const LayerGeometry geometry = geometryOf(network)[0];
        const Shape in = geometry.input.withBatch(batch), out = geometry.output.withBatch(batch);
        std::vector<float> input = noise(in.count(), bf16);
        for (float& value : input)
            value = std::round(value * 8) / 8; // ties, for max pooling
        const std::vector<float> gradient = noise(out.count(), bf16, 5);
        const Truth truth = truthOf(layer, geometry, batch, input, gradient);

        cuda::Response r;
        r.input = mapsOf(in);
        r.outputH = out.h;
        r.outputW = out.w;
        if (const auto* norm = layer.as<LrnSpec>()) {
            r.normSize = norm->n;
            r.normGroup = channels / norm->groups;
            r.k = static_cast<float>(norm->k);
            r.scale = static_cast<float>(norm->scale());
            r.beta = static_cast<float>(norm->beta);
        }
        if (const auto* pool = layer.as<PoolingSpec>()) {
            r.pool = pool->kind == PoolingKind::Max ? cuda::Response::Pool::Max : cuda::Response::Pool::Average;
            r.size = pool->size;
            r.stride = pool->stride;
            r.pad = pool->pad;
        }
        const cuda::Stream stream;
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const Values x(mapsOf(in), element, stream, input), dy(mapsOf(out), element, stream, gradient);
        Values y(mapsOf(out), element, stream), dx(mapsOf(in), element, stream);
        std::vector<std::uint16_t> winners(static_cast<std::size_t>(out.count()));
        cuda::respond(r, x.data(), y.data(), winners.data(), element, stream);
        cuda::respondBackward(r, x.data(), dy.data(), winners.data(), dx.data(), element, stream);
        const double tolerance = bf16 ? 4e-3 : 1e-6;
        QVERIFY2(largestError(y.plain(), truth.output) <= tolerance,
                 qPrintable(QString::number(largestError(y.plain(), truth.output))));
        QVERIFY2(largestError(dx.plain(), truth.inputGradient) <= tolerance,
                 qPrintable(QString::number(largestError(dx.plain(), truth.inputGradient))));
    }

    void fusedIsTheSameAsOneByOne_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<int>("window");
        QTest::addColumn<bool>("max");
        QTest::addColumn<Maps>("product");
        QTest::addColumn<int>("normGroups");
        const auto add = [](const char* name, int window, bool max, const Maps& product, int normGroups) {
            for (const bool bf16 : {false, true})
                QTest::addRow("%s, n = %d, %s, %s", name, window, max ? "max" : "average", bf16 ? "bf16" : "fp32")
                    << bf16 << window << max << product << normGroups;
        };
        for (const int window : {0, 3, 5})
            for (const bool max : {false, true}) {
                add("a few channels", window, max, {3, 9, 8, 20}, 1);
                add("channels by eights", window, max, {2, 9, 8, 48}, 1);
                add("groups by twelves", window, max, {3, 9, 8, 24, 2}, 1);
                add("groups by eights", window, max, {3, 9, 8, 48, 2}, 2);
            }
        add("several tiles", 5, true, {2, 40, 31, 104, 1}, 1);
        add("too wide for a tile", 5, true, {1, 4, 1700, 8, 1}, 1);
        add("more than a block's threads", 5, true, {1, 4, 5, 2056, 1}, 1);
    }
    /// Bias, ReLU, LRN and pooling in one kernel or one after the other: the same bits, forward and backward, whether
    /// threads take one channel or several and whether the product lies in groups.
    void fusedIsTheSameAsOneByOne()
    {
        QFETCH(bool, bf16);
        QFETCH(int, window);
        QFETCH(bool, max);
        QFETCH(Maps, product);
        QFETCH(int, normGroups);
        const cuda::Stream stream;
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const Maps in{product.n, product.h, product.w, product.c},
            out{product.n, product.h / 2 + 1, product.w / 2 + 1, product.c};
        const Values sums(product, element, stream, noise(in.count(), bf16)),
            gradient(out, element, stream, noise(out.count(), bf16, 3));
        const std::vector<float> bias = noise(in.c, false, 8);
        cuda::Response all;
        all.input = product;
        all.bias = bias.data();
        all.relu = true;
        all.normSize = window, all.normGroup = in.c / normGroups, all.k = 2, all.scale = 0.4f, all.beta = 0.75f;
        all.pool = max ? cuda::Response::Pool::Max : cuda::Response::Pool::Average;
        all.size = 3, all.stride = 2, all.pad = 1, all.outputH = out.h, all.outputW = out.w;
        Values fused(out, element, stream), fusedGradient(product, element, stream);
        std::vector<std::uint16_t> winners(static_cast<std::size_t>(out.count())), others = winners;
        cuda::respond(all, sums.data(), fused.data(), winners.data(), element, stream);
        cuda::respondBackward(all, sums.data(), gradient.data(), winners.data(), fusedGradient.data(), element, stream);

        Values complete(in, element, stream), active(in, element, stream), normal(in, element, stream),
            pooled(out, element, stream);
        cuda::addBias(sums.data(), product, complete.data(), element, bias.data(), false, stream);
        cuda::activate(cuda::Neuron::Relu, complete.data(), active.data(), element, in.count(), stream);
        cuda::Response onlyNorm = all, onlyPool = all;
        onlyNorm.bias = onlyPool.bias = nullptr;
        onlyNorm.relu = onlyPool.relu = false;
        onlyNorm.input = onlyPool.input = in;
        onlyNorm.pool = cuda::Response::Pool::None;
        onlyPool.normSize = 0;
        const Values& beforePool = window ? normal : active;
        if (window)
            cuda::respond(onlyNorm, active.data(), normal.data(), nullptr, element, stream);
        cuda::respond(onlyPool, beforePool.data(), pooled.data(), others.data(), element, stream);
        QVERIFY(sameBits(pooled.plain(), fused.plain()));
        QVERIFY(others == winners || !max);

        Values afterPool(in, element, stream), afterNorm(in, element, stream), result(in, element, stream);
        cuda::respondBackward(onlyPool, beforePool.data(), gradient.data(), others.data(), afterPool.data(), element,
                              stream);
        if (window)
            cuda::respondBackward(onlyNorm, active.data(), afterPool.data(), nullptr, afterNorm.data(), element,
                                  stream);
        cuda::activateBackward(cuda::Neuron::Relu, active.data(), window ? afterNorm.data() : afterPool.data(),
                               result.data(), element, in.count(), stream);
        QVERIFY(sameBits(result.plain(), fusedGradient.plain()));

        // A convolution with nothing but a ReLU behind it: the gradient goes back into the groups, and so do its sums.
        Values gated(product, element, stream);
        std::vector<float> scratch(static_cast<std::size_t>(cuda::columnScratch(in.pixels(), in.c))),
            gatedSums(static_cast<std::size_t>(in.c)), sameSums = gatedSums, groupSums = gatedSums;
        cuda::gateAndSumColumns({active.data(), afterPool.data(), gated.data(), 1.0f}, product, element, scratch.data(),
                                gatedSums.data(), stream);
        cuda::activateBackward(cuda::Neuron::Relu, active.data(), afterPool.data(), result.data(), element, in.count(),
                               stream);
        QVERIFY(sameBits(gated.plain(), result.plain()));
        cuda::sumColumns(result.data(), element, in, scratch.data(), sameSums.data(), stream);
        cuda::sumColumns(gated.data(), element, product, scratch.data(), groupSums.data(), stream);
        QVERIFY(sameBits(gatedSums, sameSums));
        QVERIFY(sameBits(gatedSums, groupSums));
    }

    void dropoutBehindAProductIsTheSameAsOneByOne_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("training");
        for (const bool bf16 : {false, true})
            for (const int channels : {7, 32})
                for (const bool training : {false, true})
                    QTest::addRow("%d channels, %s, %s", channels, bf16 ? "bf16" : "fp32", training ? "mask" : "scale")
                        << bf16 << channels << training;
    }
    /// Bias, ReLU and dropout in one kernel or one after the other: the same bits, forward and backward.
    void dropoutBehindAProductIsTheSameAsOneByOne()
    {
        QFETCH(bool, bf16);
        QFETCH(int, channels);
        QFETCH(bool, training);
        const cuda::Stream stream;
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const Maps maps{150, 1, 1, channels}; // more than one part of the sums
        const Values sums(maps, Element::F32, stream, noise(maps.count(), false)),
            gradient(maps, element, stream, noise(maps.count(), bf16, 3));
        const std::vector<float> bias = noise(channels, false, 8);
        const cuda::StepKey key{2012, 3};
        const cuda::DropoutMask mask{training ? &key : nullptr, 0x2006, training ? dropThreshold(0.4) : 0, 1.7f};
        Values fused(maps, element, stream), fusedGradient(maps, element, stream);
        cuda::finishSums(static_cast<const float*>(sums.data()), bias.data(), fused.data(), element, maps.n, channels,
                         true, &mask, stream);
        std::vector<float> scratch(static_cast<std::size_t>(cuda::columnScratch(maps.n, channels))),
            biasGradient(static_cast<std::size_t>(channels)), expected = biasGradient;
        cuda::gateAndSumColumns({fused.data(), gradient.data(), fusedGradient.data(), mask.kept}, maps, element,
                                scratch.data(), biasGradient.data(), stream);

        Values product(maps, element, stream), active(maps, element, stream), dropped(maps, element, stream),
            afterDropout(maps, element, stream), result(maps, element, stream);
        cuda::finishSums(static_cast<const float*>(sums.data()), bias.data(), product.data(), element, maps.n, channels,
                         false, nullptr, stream);
        cuda::activate(cuda::Neuron::Relu, product.data(), active.data(), element, maps.count(), stream);
        const auto multiplied = [&](const Values& from, const Values& to) {
            if (training)
                cuda::multiplyByMask(from.data(), to.data(), element, maps, mask, stream);
            else
                cuda::multiply(from.data(), to.data(), element, maps.count(), mask.kept, stream);
        };
        multiplied(active, dropped);
        QVERIFY(sameBits(dropped.plain(), fused.plain()));
        multiplied(gradient, afterDropout);
        cuda::activateBackward(cuda::Neuron::Relu, active.data(), afterDropout.data(), result.data(), element,
                               maps.count(), stream);
        QVERIFY(sameBits(result.plain(), fusedGradient.plain()));
        cuda::sumColumns(result.data(), element, maps, scratch.data(), expected.data(), stream);
        QVERIFY(sameBits(biasGradient, expected));
    }

    void columnsAreSummed_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        for (const bool bf16 : {false, true})
            for (const auto& [rows, columns] : {std::pair{1, 1}, {7, 33}, {300, 96}, {20000, 5}, {257, 64}})
                QTest::addRow("%d of %d, %s", rows, columns, bf16 ? "bf16" : "fp32") << bf16 << rows << columns;
    }
    void columnsAreSummed()
    {
        QFETCH(bool, bf16);
        QFETCH(int, rows);
        QFETCH(int, columns);
        const cuda::Stream stream;
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        const Maps maps{rows, 1, 1, columns};
        const std::vector<float> plain = noise(maps.count(), bf16);
        const Values values(maps, element, stream, plain);
        std::vector<float> scratch(static_cast<std::size_t>(cuda::columnScratch(rows, columns))),
            sums(static_cast<std::size_t>(columns));
        cuda::sumColumns(values.data(), element, maps, scratch.data(), sums.data(), stream);
        std::vector<double> expected(sums.size());
        for (std::size_t i = 0; i < plain.size(); ++i)
            expected[i % expected.size()] += static_cast<double>(plain[i]);
        QVERIFY(largestError(sums, expected) < 1e-5);
    }

    void updates_data()
    {
        QTest::addColumn<bool>("bf16Gradient");
        QTest::addColumn<bool>("wantSquares");
        QTest::newRow("fp32 gradients") << false << true;
        QTest::newRow("bf16 gradients") << true << true;
        QTest::newRow("without norms") << true << false;
    }
    /// §5's rule bit for bit in float32, the bf16 copy, the sums of squares, sizes that fill no block.
    void updates()
    {
        QFETCH(bool, bf16Gradient);
        QFETCH(bool, wantSquares);
        const cuda::Stream stream;
        const std::vector<std::int64_t> counts{1, 5000, 4096, 37, 8193};
        std::vector<std::vector<float>> weights, velocities, gradients;
        std::vector<std::vector<std::uint16_t>> copies;
        std::vector<Values> deviceGradients;
        const cuda::UpdateNumbers numbers{0.9f, wantSquares};
        std::vector<cuda::UpdateRate> rates;
        cuda::UpdateTable table;
        table.numbers = &numbers;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            weights.push_back(noise(counts[i], false, static_cast<std::uint32_t>(i + 1)));
            velocities.push_back(noise(counts[i], false, static_cast<std::uint32_t>(i + 11)));
            gradients.push_back(noise(counts[i], bf16Gradient, static_cast<std::uint32_t>(i + 21)));
            copies.emplace_back(static_cast<std::size_t>(counts[i]));
            deviceGradients.emplace_back(Maps{1, 1, 1, counts[i]}, bf16Gradient ? Element::Bf16 : Element::F32, stream,
                                         gradients.back());
        }
        const auto before = weights, beforeVelocities = velocities;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            cuda::UpdateEntry entry;
            entry.weight = weights[i].data();
            entry.velocity = velocities[i].data();
            entry.gradient = deviceGradients[i].data();
            entry.gradientElement = bf16Gradient ? Element::Bf16 : Element::F32;
            entry.copy = i % 2 == 1 ? copies[i].data() : nullptr;
            entry.count = static_cast<std::uint32_t>(counts[i]);
            const float rate = 0.01f * static_cast<float>(i + 1);
            rates.push_back({0.0005f * rate, rate});
            table.add(entry);
        }
        std::vector<double> squares(2 * table.blocks);
        table.rates = rates.data();
        table.squares = squares.data();
        cuda::update(table, stream);
        double updateSquares = 0, expectedSquares = 0;
        for (std::uint32_t block = 0; block < table.blocks; ++block)
            updateSquares += squares[2 * block];
        for (std::size_t i = 0; i < counts.size(); ++i)
            for (std::size_t j = 0; j < weights[i].size(); ++j) {
                const float rate = 0.01f * static_cast<float>(i + 1), shrink = 0.0005f * rate;
                const float v = 0.9f * beforeVelocities[i][j] - shrink * before[i][j] - rate * gradients[i][j];
                QCOMPARE(velocities[i][j], v);
                QCOMPARE(weights[i][j], before[i][j] + v);
                if (i % 2 == 1)
                    QCOMPARE(std::bit_cast<float>(static_cast<std::uint32_t>(copies[i][j]) << 16),
                             roundToBf16(before[i][j] + v));
                expectedSquares += static_cast<double>(v) * static_cast<double>(v);
            }
        QVERIFY(wantSquares ? std::abs(updateSquares / expectedSquares - 1) < 1e-12 : updateSquares == 0);
    }

    /// The emulator itself: a barrier that is missing, or that some threads skip, must not pass unseen.
    void barriersMatter()
    {
        namespace emulator = cuda::emulator;
        std::vector<float> result(64);
        const auto reversed = [&](bool barrier) {
            const std::uint32_t own = threadIdx.x;
            emulator::sharedFloats()[own] = static_cast<float>(own);
            if (barrier)
                __syncthreads();
            result[own] = emulator::sharedFloats()[blockDim.x - 1 - own];
        };
        const char with = 0, without = 0;
        emulator::run(&with, 2, 64, 64 * sizeof(float), [&] { reversed(true); });
        for (std::size_t i = 0; i < result.size(); ++i)
            QCOMPARE(result[i], static_cast<float>(63 - i));
        emulator::run(&without, 1, 64, 64 * sizeof(float), [&] { reversed(false); });
        QVERIFY(std::isnan(result[0]));
        QVERIFY_THROWS_EXCEPTION(std::logic_error, emulator::run(&with, 1, 2000, 0, [] {}));
    }
};

QTEST_GUILESS_MAIN(TestCudaKernels)
#include "tst_cuda_kernels.moc"
