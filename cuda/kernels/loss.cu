// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

constexpr std::uint32_t threads = 128; ///< of a block, which takes one picture; a power of two

/// combine() over the block's values, in a fixed order; every thread gets the result.
template <typename Combine>
__device__ __forceinline__ float combined(float value, Combine combine)
{
    float* const values = sharedFloats();
    __syncthreads(); // the values of the call before have been read
    values[threadIdx.x] = value;
    __syncthreads();
    for (std::uint32_t half = threads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half)
            values[threadIdx.x] = combine(values[threadIdx.x], values[threadIdx.x + half]);
        __syncthreads();
    }
    return values[0];
}

/// The true class ranks below every class that is not certainly less likely: a NaN is an error.
__device__ __forceinline__ bool ranksAbove(float score, std::uint32_t c, float trueScore, std::uint32_t label)
{
    return c != label && !(score < trueScore || (score == trueScore && c > label));
}

template <typename T>
__global__ void softmaxRows(const T* scores, float* probabilities, const std::int32_t* labels, double* losses,
                            std::int32_t* ranks, std::uint32_t pictures, std::uint32_t classes)
{
    const std::uint32_t n = blockIdx.x;
    const T* const x = scores + n * classes;
    const auto larger = [](float a, float b) { return a < b ? b : a; };
    const auto plus = [](float a, float b) { return a + b; };
    float highest = widened(x[0]);
    for (std::uint32_t c = threadIdx.x; c < classes; c += threads)
        highest = larger(highest, widened(x[c]));
    highest = combined(highest, larger);
    float sum = 0.0f;
    for (std::uint32_t c = threadIdx.x; c < classes; c += threads)
        sum += expf(widened(x[c]) - highest);
    sum = combined(sum, plus);
    for (std::uint32_t c = threadIdx.x; c < classes; c += threads)
        probabilities[n * classes + c] = expf(widened(x[c]) - highest) / sum;
    if (n >= static_cast<std::uint32_t>(labels[pictures])) // the whole block alike
        return;
    const auto label = static_cast<std::uint32_t>(labels[n]);
    const float trueScore = widened(x[label]);
    float above = 0.0f; // counts are exact in float32 up to 2²⁴
    for (std::uint32_t c = threadIdx.x; c < classes; c += threads)
        above += ranksAbove(widened(x[c]), c, trueScore, label) ? 1.0f : 0.0f;
    above = combined(above, plus);
    if (threadIdx.x == 0) {
        losses[n] = log(static_cast<double>(sum)) - (static_cast<double>(trueScore) - static_cast<double>(highest));
        ranks[n] = static_cast<std::int32_t>(above);
    }
}

/// One thread: a batch's numbers in their order. A thousand additions take less time than starting another kernel.
__global__ void addUp(const double* losses, const std::int32_t* ranks, const std::int32_t* labels,
                      std::uint32_t pictures, LossTotals* totals)
{
    if (threadIdx.x != 0)
        return;
    LossTotals sum;
    const auto counted = static_cast<std::uint32_t>(labels[pictures]);
    for (std::uint32_t n = 0; n < counted; ++n) {
        sum.loss += losses[n];
        sum.top1Errors += ranks[n] >= 1 ? 1 : 0;
        sum.top5Errors += ranks[n] >= 5 ? 1 : 0;
    }
    *totals = sum;
}

template <typename T>
__global__ void softmaxGradient(const float* probabilities, const std::int32_t* labels, T* inputGradient,
                                std::uint32_t pictures, std::uint32_t classes)
{
    const auto counted = static_cast<std::uint32_t>(labels[pictures]);
    const float share = 1.0f / static_cast<float>(counted);
    for (std::uint32_t i = globalThread(); i < pictures * classes; i += globalThreads()) {
        const std::uint32_t n = i / classes, c = i % classes;
        const float wanted = n < counted && c == static_cast<std::uint32_t>(labels[n]) ? 1.0f : 0.0f;
        inputGradient[i] = narrowed<T>(n < counted ? (probabilities[i] - wanted) * share : 0.0f);
    }
}

} // namespace

void softmax(const void* scores, Element element, float* probabilities, const std::int32_t* labels, double* losses,
             std::int32_t* ranks, std::int64_t n, std::int64_t classes, const Stream& stream)
{
    const LaunchShape shape{static_cast<std::uint32_t>(n), threads, threads * sizeof(float)};
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(softmaxRows<T>, shape, stream, static_cast<const T*>(scores), probabilities, labels, losses, ranks, n,
               classes);
    });
}

void totalLoss(const double* losses, const std::int32_t* ranks, const std::int32_t* labels, std::int64_t n,
               LossTotals* totals, const Stream& stream)
{
    launch(addUp, {1, 32, 0}, stream, losses, ranks, labels, n, totals);
}

void softmaxBackward(const float* probabilities, const std::int32_t* labels, void* inputGradient, Element element,
                     std::int64_t n, std::int64_t classes, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(softmaxGradient<T>, elementwise(n * classes), stream, probabilities, labels,
               static_cast<T*>(inputGradient), n, classes);
    });
}

} // namespace alexscope::cuda
