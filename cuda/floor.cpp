// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/floor.h"

#include "cuda/folded_convolution.h"

#include <chrono>
#include <functional>

namespace alexscope::cuda {

namespace {

constexpr int runs = 3, repetitions = 10;

class Stopwatch {
public:
    explicit Stopwatch(const Runtime& runtime) : m_runtime(runtime) {}

    /// Milliseconds of one call: the fastest of several runs of several calls each, after one call to warm up. Many at
    /// once, since asking for work takes the host about as long as small work takes the device.
    double best(const std::function<void()>& call) const
    {
        call();
        m_runtime.stream.synchronise();
        double best = 1e300;
        for (int run = 0; run < runs; ++run) {
            const auto start = std::chrono::steady_clock::now();
            for (int i = 0; i < repetitions; ++i)
                call();
            m_runtime.stream.synchronise();
            const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
            best = std::min(best, taken.count() / repetitions);
        }
        return best;
    }

private:
    const Runtime& m_runtime;
};

/// Memory for a primitive's operands, filled with small numbers: zeros would flatter.
class Operands {
public:
    explicit Operands(Runtime& runtime) : m_runtime(runtime) {}

    void* make(const Maps& maps, Element element)
    {
        std::vector<float> values(static_cast<std::size_t>(maps.count()));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = 0.01f * static_cast<float>(i % 17) - 0.08f;
        const Buffer plain(values.size() * sizeof(float), m_runtime.stream);
        m_runtime.stream.copyToDevice(plain.data(), values.data(), plain.size());
        m_buffers.emplace_back(values.size() * sizeOf(element), m_runtime.stream);
        fromPlain(static_cast<const float*>(plain.data()), m_buffers.back().data(), element, maps, m_runtime.stream);
        m_runtime.stream.synchronise();
        return m_buffers.back().data();
    }

private:
    Runtime& m_runtime;
    std::vector<Buffer> m_buffers;
};

FloorRow measureConvolution(const ConvolutionSpec& spec, const LayerGeometry& geometry, std::int64_t batch,
                            Element element, bool wantData, Runtime& runtime)
{
    ConvolutionShape shape = convolutionShape(spec, geometry, batch, element);
    shape.weightGradient = true;
    shape.inputGradient = wantData;
    if (const std::optional<Fold> fold = planFold(shape, runtime.tf32))
        shape = fold->inner;
    const std::unique_ptr<Convolution> convolution = runtime.convolutions->prepare(shape);
    Operands operands(runtime);
    void* const x = operands.make(shape.input, element);
    void* const y = operands.make(shape.output, element);
    void* const w = operands.make(shape.weights(), element);
    const Stopwatch watch(runtime);
    FloorRow row;
    row.implementation = convolution->implementations().front();
    row.forwardMs = watch.best([&] { convolution->forward(x, w, y); });
    row.backwardWeightsMs = watch.best([&] { convolution->backwardWeights(x, y, w); });
    if (wantData)
        row.backwardDataMs = watch.best([&] { convolution->backwardData(y, w, x); });
    return row;
}

FloorRow measureLinear(const LayerGeometry& geometry, std::int64_t batch, Element element, bool wantData,
                       Runtime& runtime)
{
    const std::int64_t in = geometry.input.perPicture(), out = geometry.output.c;
    Operands operands(runtime);
    void* const x = operands.make({batch, 1, 1, in}, element);
    void* const y = operands.make({batch, 1, 1, out}, element);
    void* const w = operands.make({out, 1, 1, in}, element);
    void* const sums = operands.make({batch, 1, 1, out}, Element::F32);
    void* const gradient = operands.make({out, 1, 1, in}, Element::F32);
    const Stopwatch watch(runtime);
    FloorRow row;
    row.implementation = runtime.products->version();
    row.forwardMs = watch.best([&] {
        runtime.products->multiply({batch, out, in, false, true, element, Element::F32}, x, w, sums);
    });
    row.backwardWeightsMs = watch.best([&] {
        runtime.products->multiply({out, in, batch, true, false, element, Element::F32}, y, x, gradient);
    });
    if (wantData)
        row.backwardDataMs = watch.best([&] {
            runtime.products->multiply({batch, in, out, false, false, element, element}, y, w, x);
        });
    return row;
}

double measurePeak(Element element, Runtime& runtime)
{
    constexpr std::int64_t side = 8192;
    Operands operands(runtime);
    void* const a = operands.make({side, 1, 1, side}, element);
    void* const b = operands.make({side, 1, 1, side}, element);
    void* const c = operands.make({side, 1, 1, side}, element);
    const double ms = Stopwatch(runtime).best([&] {
        runtime.products->multiply({side, side, side, false, true, element, element}, a, b, c);
    });
    return 2.0 * side * side * side / ms * 1e-6;
}

} // namespace

Floor measurePrimitives(const NetworkSpec& network, std::int64_t batch, Precision precision, Runtime& runtime)
{
    Floor floor;
    const Element element = elementType(precision);
    const std::vector<LayerGeometry> geometry = geometryOf(network);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerSpec& layer = network.layers[i];
        if (!layer.hasParameters())
            continue;
        const auto* convolution = layer.as<ConvolutionSpec>();
        const bool wantData = !floor.rows.empty();
        floor.rows.push_back(convolution
                                 ? measureConvolution(*convolution, geometry[i], batch, element, wantData, runtime)
                                 : measureLinear(geometry[i], batch, element, wantData, runtime));
        floor.rows.back().layer = layer.name;
    }
    floor.peakGflops = measurePeak(element, runtime);
    return floor;
}

} // namespace alexscope::cuda
