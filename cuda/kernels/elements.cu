// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

/// This way round a NaN stays one and is seen.
__device__ __forceinline__ float rectified(float x)
{
    return x < 0.0f ? 0.0f : x;
}

__device__ __forceinline__ float fired(Neuron neuron, float x)
{
    if (neuron == Neuron::Relu)
        return rectified(x);
    return neuron == Neuron::Tanh ? tanhf(x) : 1.0f / (1.0f + expf(-x));
}

/// g · f′, written in terms of the output f.
__device__ __forceinline__ float derived(Neuron neuron, float f, float g)
{
    if (neuron == Neuron::Relu)
        return f > 0.0f ? g : 0.0f;
    return neuron == Neuron::Tanh ? g * (1.0f - f * f) : g * (f * (1.0f - f));
}

template <typename From, typename To>
__global__ void addBiasTo(const From* from, const float* bias, To* to, std::uint32_t channels, std::uint32_t count, bool relu)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const float sum = widened(from[i]) + bias[i % channels];
        to[i] = narrowed<To>(relu ? rectified(sum) : sum);
    }
}

template <typename T>
__global__ void activateAll(Neuron neuron, const T* input, T* output, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        output[i] = narrowed<T>(fired(neuron, widened(input[i])));
}

template <typename T>
__global__ void deriveAll(Neuron neuron, const T* output, const T* outputGradient, T* inputGradient, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        inputGradient[i] = narrowed<T>(derived(neuron, widened(output[i]), widened(outputGradient[i])));
}

template <typename T>
__global__ void scaleAll(const T* from, T* to, std::uint32_t count, float factor)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        to[i] = narrowed<T>(widened(from[i]) * factor);
}

template <typename T>
__device__ __forceinline__ T masked(const T value, std::uint32_t word, const DropoutMask& mask)
{
    return word >= mask.threshold ? narrowed<T>(widened(value) * mask.kept) : narrowed<T>(0.0f);
}

/// Vectors: four neighbours have one Philox block together. `count` need not be a multiple of four.
template <typename T>
__global__ void maskVectors(const T* from, T* to, std::uint32_t count, DropoutMask mask)
{
    for (std::uint32_t block = globalThread(); block < (count + 3) / 4; block += globalThreads()) {
        const Philox4 words = philox(mask.seed, mask.stream, mask.iteration, block);
        for (std::uint32_t lane = 0; lane < 4 && block * 4 + lane < count; ++lane)
            to[block * 4 + lane] = masked(from[block * 4 + lane], words.v[lane], mask);
    }
}

template <typename T>
__global__ void maskMaps(const T* from, T* to, std::uint32_t channels, std::uint32_t area, std::uint32_t count,
                         DropoutMask mask)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i % channels, pixel = i / channels;
        const std::uint32_t number = (pixel / area * channels + c) * area + pixel % area;
        to[i] = masked(from[i], philoxWord(mask.seed, mask.stream, mask.iteration, number), mask);
    }
}

} // namespace

void addBias(void* values, Element element, const float* bias, std::int64_t rows, std::int64_t channels, bool relu,
             const Stream& stream)
{
    const std::int64_t count = rows * channels;
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(addBiasTo<T, T>, elementwise(count), stream, static_cast<const T*>(values), bias, static_cast<T*>(values),
               channels, count, relu);
    });
}

void finishSums(const float* sums, const float* bias, void* to, Element element, std::int64_t rows, std::int64_t channels,
                bool relu, const Stream& stream)
{
    const std::int64_t count = rows * channels;
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(addBiasTo<float, T>, elementwise(count), stream, sums, bias, static_cast<T*>(to), channels, count, relu);
    });
}

void activate(Neuron neuron, const void* input, void* output, Element element, std::int64_t count, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(activateAll<T>, elementwise(count), stream, neuron, static_cast<const T*>(input), static_cast<T*>(output), count);
    });
}

void activateBackward(Neuron neuron, const void* output, const void* outputGradient, void* inputGradient, Element element,
                      std::int64_t count, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(deriveAll<T>, elementwise(count), stream, neuron, static_cast<const T*>(output),
               static_cast<const T*>(outputGradient), static_cast<T*>(inputGradient), count);
    });
}

void multiplyByMask(const void* from, void* to, Element element, const Maps& m, const DropoutMask& mask,
                    const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        if (m.h * m.w == 1)
            launch(maskVectors<T>, elementwise((m.count() + 3) / 4), stream, static_cast<const T*>(from), static_cast<T*>(to),
                   m.count(), mask);
        else
            launch(maskMaps<T>, elementwise(m.count()), stream, static_cast<const T*>(from), static_cast<T*>(to), m.c,
                   m.h * m.w, m.count(), mask);
    });
}

void multiply(const void* from, void* to, Element element, std::int64_t count, float factor, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(scaleAll<T>, elementwise(count), stream, static_cast<const T*>(from), static_cast<T*>(to), count, factor);
    });
}

} // namespace alexscope::cuda
