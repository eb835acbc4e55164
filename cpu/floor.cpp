// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/floor.h"

#include <chrono>
#include <functional>
#include <unordered_map>

namespace alexscope::cpu {

namespace {

constexpr int runs = 5;

/// Milliseconds of the fastest of several runs, after one to warm up.
double bestMilliseconds(const std::function<void()>& run)
{
    run();
    double best = 1e300;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        run();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

/// Memory for a primitive's operands, filled with small numbers: zeros would flatter some processors.
class Operands {
public:
    explicit Operands(Runtime& runtime) : m_runtime(runtime) {}
    dnnl::memory make(const Desc& desc)
    {
        m_buffers.emplace_back(desc.get_size());
        fill(m_buffers.back(), typeOf(desc));
        return {desc, m_runtime.engine, m_buffers.back().data()};
    }

private:
    static void fill(const Buffer& buffer, DataType type)
    {
        if (type == DataType::f32) {
            auto* values = reinterpret_cast<float*>(buffer.data());
            for (std::size_t i = 0; i < buffer.size() / sizeof(float); ++i)
                values[i] = 0.01f * static_cast<float>(i % 17) - 0.08f;
            return;
        }
        auto* values = reinterpret_cast<std::uint16_t*>(buffer.data());
        for (std::size_t i = 0; i < buffer.size() / sizeof(std::uint16_t); ++i)
            values[i] = static_cast<std::uint16_t>(0x3C00u + i % 17 + (i % 2 ? 0x8000u : 0u));
    }

    Runtime& m_runtime;
    std::vector<Buffer> m_buffers;
};

double timePrimitive(Runtime& runtime, const dnnl::primitive& primitive,
                     const std::unordered_map<int, dnnl::memory>& arguments)
{
    return bestMilliseconds([&] {
        primitive.execute(runtime.stream, arguments);
        runtime.stream.wait();
    });
}

template <typename Passes>
FloorRow measureProduct(Runtime& runtime, const std::string& name, ProductShape s, bool wantData)
{
    FloorRow row;
    row.layer = name;
    const auto forward = Passes::forward(runtime.engine, s);
    row.implementation = forward.impl_info_str();
    {
        Operands o(runtime);
        row.forwardMs = timePrimitive(runtime, typename Passes::Forward(forward),
                                      {{DNNL_ARG_SRC, o.make(forward.src_desc())},
                                       {DNNL_ARG_WEIGHTS, o.make(forward.weights_desc())},
                                       {DNNL_ARG_BIAS, o.make(forward.bias_desc())},
                                       {DNNL_ARG_DST, o.make(forward.dst_desc())}});
    }
    if (wantData) {
        Operands o(runtime);
        const auto data = Passes::backwardData(runtime.engine, s, forward);
        row.backwardDataMs = timePrimitive(runtime, typename Passes::BackwardData(data),
                                           {{DNNL_ARG_DIFF_SRC, o.make(data.diff_src_desc())},
                                            {DNNL_ARG_WEIGHTS, o.make(data.weights_desc())},
                                            {DNNL_ARG_DIFF_DST, o.make(data.diff_dst_desc())}});
    }
    Operands o(runtime);
    s.weights = Desc(dimsOf(s.weights), DataType::f32, Format::any);
    const auto weights = Passes::backwardWeights(runtime.engine, s, forward);
    row.backwardWeightsMs = timePrimitive(runtime, typename Passes::BackwardWeights(weights),
                                          {{DNNL_ARG_SRC, o.make(weights.src_desc())},
                                           {DNNL_ARG_DIFF_WEIGHTS, o.make(weights.diff_weights_desc())},
                                           {DNNL_ARG_DIFF_BIAS, o.make(weights.diff_bias_desc())},
                                           {DNNL_ARG_DIFF_DST, o.make(weights.diff_dst_desc())}});
    return row;
}

double measurePeak(Runtime& runtime, DataType type)
{
    constexpr std::int64_t side = 2048;
    Operands o(runtime);
    const Desc any({side, side}, type, Format::any);
    const auto described = describeMatmul(runtime.engine, any, any, any);
    const double ms = timePrimitive(runtime, dnnl::matmul(described),
                                    {{DNNL_ARG_SRC, o.make(described.src_desc())},
                                     {DNNL_ARG_WEIGHTS, o.make(described.weights_desc())},
                                     {DNNL_ARG_DST, o.make(described.dst_desc())}});
    return 2.0 * side * side * side / ms * 1e-6;
}

double total(const FloorRow& row)
{
    return row.forwardMs + row.backwardDataMs + row.backwardWeightsMs;
}

/// A linear layer behind maps can be described over c × h × w or over one row of numbers; the library has different
/// primitives for the two, and the faster one counts.
FloorRow measureLinear(Runtime& runtime, const std::string& name, const ProductShape& flat,
                       const LayerGeometry& geometry, bool wantData)
{
    const FloorRow row = measureProduct<LinearPasses>(runtime, name, flat, wantData);
    if (geometry.input.area() == 1)
        return row;
    const auto maps = [&](std::int64_t first) {
        return Dims{first, geometry.input.c, geometry.input.h, geometry.input.w};
    };
    ProductShape shaped = flat;
    shaped.source = Desc(maps(dimsOf(flat.source)[0]), typeOf(flat.source), Format::any);
    shaped.weights = Desc(maps(dimsOf(flat.weights)[0]), typeOf(flat.weights), Format::any);
    const FloorRow other = measureProduct<LinearPasses>(runtime, name, shaped, wantData);
    return total(other) < total(row) ? other : row;
}

} // namespace

Floor measurePrimitives(const NetworkSpec& network, std::int64_t batch, Precision precision, Runtime& runtime)
{
    Floor floor;
    const auto geometry = geometryOf(network);
    bool first = true;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (!network.layers[i].hasParameters())
            continue;
        const ProductShape shape = productShape(network.layers[i], geometry[i], batch, precision, true);
        floor.rows.push_back(network.layers[i].as<ConvolutionSpec>()
                                 ? measureProduct<ConvolutionPasses>(runtime, network.layers[i].name, shape, !first)
                                 : measureLinear(runtime, network.layers[i].name, shape, geometry[i], !first));
        first = false;
    }
    floor.peakGflops = measurePeak(runtime, elementType(precision));
    return floor;
}

} // namespace alexscope::cpu
