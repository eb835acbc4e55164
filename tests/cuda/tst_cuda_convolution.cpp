// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_text.h"
#include "cuda/folded_convolution.h"
#include "emulated_device.h"
#include "tests/support/noise.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace alexscope;
using cuda::ConvolutionShape;
using cuda::Element;
using cuda::Maps;

/// What is done to a convolution before the library computes it.
class TestCudaConvolution : public QObject {
    Q_OBJECT

    /// `network`'s layer as the backend asks for it; a first layer without the gradient of its input.
    static ConvolutionShape layerOf(const char* network, std::size_t number, Element element)
    {
        const NetworkSpec spec = loadNetwork(network).withClasses(10);
        const std::vector<LayerGeometry> geometry = geometryOf(spec);
        ConvolutionShape shape =
            cuda::convolutionShape(*spec.layers[number].as<ConvolutionSpec>(), geometry[number], 2, element);
        shape.weightGradient = true;
        shape.inputGradient = number > 0;
        return shape;
    }

    static cuda::Buffer filled(const Maps& maps, Element element, const cuda::Stream& stream, std::uint32_t state)
    {
        const std::vector<float> plain = tests::noise(maps.count(), state);
        cuda::Buffer buffer(plain.size() * cuda::sizeOf(element), stream);
        cuda::fromPlain(plain.data(), buffer.data(), element, maps, stream);
        return buffer;
    }

    static std::vector<float> plain(const cuda::Buffer& buffer, const Maps& maps, Element element,
                                    const cuda::Stream& stream)
    {
        std::vector<float> values(static_cast<std::size_t>(maps.count()));
        cuda::toPlain(buffer.data(), element, values.data(), maps, stream);
        return values;
    }

    static double difference(const std::vector<float>& a, const std::vector<float>& b)
    {
        double largest = 0, error = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            largest = std::max(largest, std::abs(static_cast<double>(a[i])));
            error = std::max(error, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
        }
        return error / largest;
    }

private slots:
    void cleanup() { cuda::emulatedDevice() = {}; }

    /// The paper's first layer: 3 x 3 x 48 instead of 11 x 11 x 8.
    void foldsWhereThatLeavesLessToMultiply()
    {
        const auto fold = cuda::planFold(layerOf("alexnet", 0, Element::Bf16), false);
        QVERIFY(fold);
        QCOMPARE(fold->side, 4);
        QCOMPARE(fold->inner.size, 3);
        QCOMPARE(fold->inner.stride, 1);
        QCOMPARE(fold->inner.pad, 0);
        QCOMPARE(fold->inner.input.h, 57);
        QCOMPARE(fold->inner.input.w, 57);
        QCOMPARE(fold->inner.input.c, 48);
        QCOMPARE(fold->inner.output.h, 55);
        QVERIFY(cuda::planFold(layerOf("alexnet", 0, Element::F32), true));
        QVERIFY(!cuda::planFold(layerOf("alexnet", 0, Element::F32), false)); // 363 products become 432
        ConvolutionShape wanted = layerOf("alexnet", 0, Element::Bf16);
        wanted.inputGradient = true;
        QVERIFY(!cuda::planFold(wanted, false));
        QVERIFY(!cuda::planFold(layerOf("cifar-quick", 0, Element::Bf16), false)); // stride 1
        ConvolutionShape wide = layerOf("alexnet", 0, Element::Bf16);
        wide.input.c = 64; // as many as the tensor cores take: nothing is gained
        QVERIFY(!cuda::planFold(wide, false));
    }

    void foldedIsTheSame_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<Maps>("source");
        QTest::addColumn<int>("filters");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("pad");
        QTest::addColumn<int>("after");
        const auto add = [](const char* name, const Maps& source, int filters, int size, int stride, int pad,
                            int after) {
            for (const bool bf16 : {false, true})
                QTest::addRow("%s, %s", name, bf16 ? "bf16" : "tf32")
                    << bf16 << source << filters << size << stride << pad << after;
        };
        add("alexnet's conv1, smaller", {2, 35, 35, 3}, 6, 11, 4, 0, 0);
        add("padded", {2, 30, 26, 3}, 5, 11, 4, 2, 0);
        add("zeros beyond the end", {2, 34, 33, 3}, 5, 11, 4, 0, 3);
        add("grey, stride 3", {3, 17, 19, 1}, 4, 5, 3, 1, 0);
        add("two channels, stride 2", {1, 9, 12, 2}, 3, 3, 2, 1, 1);
        add("smaller than the stride", {1, 11, 11, 1}, 3, 2, 3, 0, 0);
    }
    /// Folded or not, the same sums: forward, and the gradient of the weights.
    void foldedIsTheSame()
    {
        QFETCH(bool, bf16);
        QFETCH(Maps, source);
        QFETCH(int, filters);
        QFETCH(int, size);
        QFETCH(int, stride);
        QFETCH(int, pad);
        QFETCH(int, after);
        const Element element = bf16 ? Element::Bf16 : Element::F32;
        ConvolutionShape shape{source, {}, size, stride, pad, element, true, false};
        shape.input.h += after;
        shape.input.w += after;
        shape.output = {source.n, (shape.input.h + 2 * pad - size) / stride + 1,
                        (shape.input.w + 2 * pad - size) / stride + 1, filters};
        const std::optional<cuda::Fold> fold = cuda::planFold(shape, true);
        QVERIFY(fold);
        cuda::Runtime runtime(true);
        const cuda::Stream& stream = runtime.stream;
        const cuda::Buffer x = filled(source, element, stream, 1), w = filled(shape.weights(), element, stream, 2),
                           dy = filled(shape.output, element, stream, 3);
        cuda::Buffer larger = filled(shape.input, element, stream, 4);
        cuda::copyWindow(x.data(), source, larger.data(), shape.input, element, stream);

        const auto room = [&](const Maps& maps) {
            return cuda::Buffer(static_cast<std::size_t>(maps.count()) * cuda::sizeOf(element), stream);
        };
        const cuda::Buffer y = room(shape.output), foldedY = room(shape.output), dw = room(shape.weights()),
                           foldedDw = room(shape.weights());
        const auto bare = runtime.convolutions->prepare(shape),
                   folded = cuda::makeFoldedConvolution(*fold, source, runtime);
        bare->forward(larger.data(), w.data(), y.data());
        bare->backwardWeights(larger.data(), dy.data(), dw.data());
        folded->forward(x.data(), w.data(), foldedY.data());
        folded->backwardWeights(x.data(), dy.data(), foldedDw.data());
        const double tolerance = bf16 ? 8e-3 : 1e-6;
        QVERIFY(difference(plain(y, shape.output, element, stream), plain(foldedY, shape.output, element, stream)) <=
                tolerance);
        QVERIFY(difference(plain(dw, shape.weights(), element, stream),
                           plain(foldedDw, shape.weights(), element, stream)) <= tolerance);
        QVERIFY(QString::fromStdString(folded->implementations()[0]).contains("folded"));
    }

    void groupsAreConvolutionsOfTheirOwn()
    {
        const ConvolutionShape conv2 = layerOf("alexnet", 4, Element::Bf16); // conv1, relu1, norm1, pool1, conv2
        QCOMPARE(conv2.input.groups, 2);
        const ConvolutionShape one = conv2.oneGroup();
        QCOMPARE(one.input.c, 48);
        QCOMPARE(one.output.c, 128);
        QCOMPARE(one.weights().count() * 2, conv2.weights().count());
        std::vector<char> memory(1);
        void* const base = memory.data();
        const auto addresses = cuda::groupAddresses(conv2, {base, base, base});
        QCOMPARE(addresses.size(), std::size_t{2});
        QCOMPARE(static_cast<char*>(addresses[1].x) - static_cast<char*>(base), 2 * 27 * 27 * 48 * 2);
        QCOMPARE(static_cast<char*>(addresses[1].w) - static_cast<char*>(base), 128 * 5 * 5 * 48 * 2);
        QCOMPARE(static_cast<char*>(addresses[1].y) - static_cast<char*>(base), 2 * 27 * 27 * 128 * 2);
    }
};

QTEST_GUILESS_MAIN(TestCudaConvolution)
#include "tst_cuda_convolution.moc"
