// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

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

__device__ __forceinline__ float withBias(float value, float bias, bool relu)
{
    const float sum = value + bias;
    return relu ? rectified(sum) : sum;
}

/// A thread `width` channels of a pixel.
template <typename T, std::uint32_t width>
__global__ void addBiasAll(const T* from, Grouping grouping, T* to, const float* bias, std::uint32_t channels,
                           std::uint32_t count, bool relu)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t pixel = i * width / channels, c = i * width % channels;
        Lanes<float, width> values = load<T, width>(from + grouping.place(pixel, c));
        const Lanes<float, width> added = load<float, width>(bias + c);
        for (std::uint32_t lane = 0; lane < width; ++lane)
            values.each[lane] = withBias(values.each[lane], added.each[lane], relu);
        store<T, width>(values, to + i * width);
    }
}

template <typename T>
__device__ __forceinline__ T masked(const T value, std::uint32_t word, const DropoutMask& mask)
{
    return word >= mask.threshold ? narrowed<T>(widened(value) * mask.kept) : narrowed<T>(0.0f);
}

/// The words of one block, of which a mask without key has no need.
__device__ __forceinline__ Philox4 wordsOf(const DropoutMask& mask, std::uint32_t block)
{
    return mask.key ? philox(mask.key->seed, mask.stream, mask.key->iteration, block) : Philox4{};
}

/// Four at once, which one Philox block serves; the last of them, and where a pixel's channels are no multiple of four,
/// one by one.
template <typename T, bool drops>
__global__ void finishAll(const float* sums, const float* bias, T* to, std::uint32_t channels, std::uint32_t count,
                          bool relu, DropoutMask mask)
{
    const bool aligned = channels % 4 == 0;
    for (std::uint32_t block = globalThread(); block < (count + 3) / 4; block += globalThreads()) {
        const std::uint32_t first = block * 4, lanes = count - first < 4 ? count - first : 4,
                            channel = first % channels;
        Four<float> sum{};
        if (lanes == 4)
            sum = reinterpret_cast<const Four<float>*>(sums)[block];
        else
            for (std::uint32_t lane = 0; lane < lanes; ++lane)
                sum.each[lane] = sums[first + lane];
        Four<T> result{};
        Philox4 words{};
        if constexpr (drops)
            words = wordsOf(mask, block);
        for (std::uint32_t lane = 0; lane < lanes; ++lane) {
            const std::uint32_t c = aligned ? channel + lane : (first + lane) % channels;
            result.each[lane] = narrowed<T>(withBias(sum.each[lane], bias[c], relu));
            if constexpr (drops)
                result.each[lane] = masked(result.each[lane], words.v[lane], mask);
        }
        if (lanes == 4)
            reinterpret_cast<Four<T>*>(to)[block] = result;
        else
            for (std::uint32_t lane = 0; lane < lanes; ++lane)
                to[first + lane] = result.each[lane];
    }
}

template <typename T>
__global__ void activateAll(Neuron neuron, const T* input, T* output, std::uint32_t count)
{
    transformAll(input, output, count, [&](T x, std::uint32_t) { return narrowed<T>(fired(neuron, widened(x))); });
}

template <typename T>
__global__ void deriveAll(Neuron neuron, const T* output, const T* outputGradient, T* inputGradient,
                          std::uint32_t count)
{
    transformPairs(output, outputGradient, inputGradient, count,
                   [&](T f, T g) { return narrowed<T>(derived(neuron, widened(f), widened(g))); });
}

template <typename T>
__global__ void scaleAll(const T* from, T* to, std::uint32_t count, float factor)
{
    transformAll(from, to, count, [&](T x, std::uint32_t) { return narrowed<T>(widened(x) * factor); });
}

/// Vectors: four neighbours have one Philox block together. `count` need not be a multiple of four.
template <typename T>
__global__ void maskVectors(const T* from, T* to, std::uint32_t count, DropoutMask mask)
{
    const StepKey key = *mask.key;
    for (std::uint32_t block = globalThread(); block < (count + 3) / 4; block += globalThreads()) {
        const Philox4 words = philox(key.seed, mask.stream, key.iteration, block);
        if (block * 4 + 4 <= count) {
            Four<T> four = reinterpret_cast<const Four<T>*>(from)[block];
            for (std::uint32_t lane = 0; lane < 4; ++lane)
                four.each[lane] = masked(four.each[lane], words.v[lane], mask);
            reinterpret_cast<Four<T>*>(to)[block] = four;
        } else {
            for (std::uint32_t lane = 0; block * 4 + lane < count; ++lane)
                to[block * 4 + lane] = masked(from[block * 4 + lane], words.v[lane], mask);
        }
    }
}

template <typename T>
__global__ void maskMaps(const T* from, T* to, std::uint32_t channels, std::uint32_t area, std::uint32_t count,
                         DropoutMask mask)
{
    const StepKey key = *mask.key;
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i % channels, pixel = i / channels;
        const std::uint32_t number = (pixel / area * channels + c) * area + pixel % area;
        to[i] = masked(from[i], philoxWord(key.seed, mask.stream, key.iteration, number), mask);
    }
}

} // namespace

void addBias(const void* from, const Maps& maps, void* to, Element element, const float* bias, bool relu,
             const Stream& stream)
{
    const Grouping grouping = groupingOf(maps);
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto add = [&](auto kernel, std::uint32_t width) {
            launch(kernel, elementwise(maps.count() / width), stream, static_cast<const T*>(from), grouping,
                   static_cast<T*>(to), bias, maps.c, maps.count() / width, relu);
        };
        if (grouping.group % Pack<T>::size == 0)
            add(addBiasAll<T, Pack<T>::size>, Pack<T>::size);
        else
            add(addBiasAll<T, 1>, 1);
    });
}

void finishSums(const float* sums, const float* bias, void* to, Element element, std::int64_t rows,
                std::int64_t channels, bool relu, const DropoutMask* dropout, const Stream& stream)
{
    const std::int64_t count = rows * channels;
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(dropout ? finishAll<T, true> : finishAll<T, false>, elementwise((count + 3) / 4), stream, sums, bias,
               static_cast<T*>(to), channels, count, relu, dropout ? *dropout : DropoutMask{});
    });
}

void activate(Neuron neuron, const void* input, void* output, Element element, std::int64_t count, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(activateAll<T>, packwise<T>(count), stream, neuron, static_cast<const T*>(input),
               static_cast<T*>(output), count);
    });
}

void activateBackward(Neuron neuron, const void* output, const void* outputGradient, void* inputGradient,
                      Element element, std::int64_t count, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(deriveAll<T>, packwise<T>(count), stream, neuron, static_cast<const T*>(output),
               static_cast<const T*>(outputGradient), static_cast<T*>(inputGradient), count);
    });
}

void multiplyByMask(const void* from, void* to, Element element, const Maps& m, const DropoutMask& mask,
                    const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        if (m.h * m.w == 1)
            launch(maskVectors<T>, elementwise((m.count() + 3) / 4), stream, static_cast<const T*>(from),
                   static_cast<T*>(to), m.count(), mask);
        else
            launch(maskMaps<T>, elementwise(m.count()), stream, static_cast<const T*>(from), static_cast<T*>(to), m.c,
                   m.h * m.w, m.count(), mask);
    });
}

void multiply(const void* from, void* to, Element element, std::int64_t count, float factor, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(scaleAll<T>, packwise<T>(count), stream, static_cast<const T*>(from), static_cast<T*>(to), count,
               factor);
    });
}

} // namespace alexscope::cuda
