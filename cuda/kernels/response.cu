// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// What follows a convolution, forward and backward in one pass over memory each (§3.1, §3.3, §3.4):
///
///   a = max(0, x + bias),   b_i = a_i · d_i^−β,   d_i = k + s Σ_{j ∈ W(i)} a_j²,   y = max or mean of b over a window
///
/// W(i): channels i − n/2 … i − n/2 + n − 1 as far as they lie in i's group. Every part rounds as storing its result
/// would (rounded<T>), so one kernel a part and one kernel for all give the same bits.
namespace alexscope::cuda {

namespace {

/// Response in the kernels' own numbers.
struct Parts {
    const float* bias;
    std::uint32_t channels, height, width, outputH, outputW, group;
    std::int32_t normSize, size, stride, pad;
    float k, scale, beta;
    bool relu, paperBeta, average;
};

/// a: the convolution's number with bias and ReLU.
template <typename T>
__device__ __forceinline__ float inputAt(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c)
{
    float a = widened(input[pixel * p.channels + c]);
    if (p.bias)
        a = rounded<T>(a + p.bias[c]);
    return p.relu && a < 0.0f ? 0.0f : a;
}

/// d^−β; the paper's β = 3/4 by two reciprocal square roots: r = d^−½, r · r · r^−½ = r^1½.
__device__ __forceinline__ float power(const Parts& p, float d)
{
    if (!p.paperBeta)
        return powf(d, -p.beta);
    const float r = rsqrtf(d);
    return r * (r * rsqrtf(r));
}

/// Σ over channels `first` … first + n − 1 as far as they lie in the group that begins at `begin`.
template <typename Value>
__device__ __forceinline__ float windowSum(const Parts& p, std::int32_t first, std::int32_t begin, Value value)
{
    const std::int32_t end = begin + static_cast<std::int32_t>(p.group);
    float sum = 0.0f;
    for (std::int32_t j = first < begin ? begin : first; j < first + p.normSize && j < end; ++j)
        sum += value(static_cast<std::uint32_t>(j));
    return sum;
}

template <typename T, bool norm>
__device__ __forceinline__ float valueAt(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c)
{
    const float a = inputAt(p, input, pixel, c);
    if constexpr (norm) {
        const std::int32_t begin = static_cast<std::int32_t>(c / p.group * p.group);
        const float sum = windowSum(p, static_cast<std::int32_t>(c) - p.normSize / 2, begin, [&](std::uint32_t j) {
            const float other = inputAt(p, input, pixel, j);
            return other * other;
        });
        return rounded<T>(a * power(p, p.k + p.scale * sum));
    } else {
        return a;
    }
}

/// The part of a window that lies inside the picture along one axis: `begin` … end − 1; cell 0 is at `first`.
struct Span {
    std::int32_t first, begin, end;
};
__device__ __forceinline__ Span windowSpan(const Parts& p, std::uint32_t output, std::uint32_t extent)
{
    const std::int32_t first = static_cast<std::int32_t>(output) * p.stride - p.pad, last = first + p.size;
    const std::int32_t whole = static_cast<std::int32_t>(extent);
    return {first, first < 0 ? 0 : first, last < whole ? last : whole};
}

template <typename T, bool norm>
__global__ void respondOnly(Parts p, const T* input, T* output, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        output[i] = narrowed<T>(valueAt<T, norm>(p, input, i / p.channels, i % p.channels));
}

/// A thread an output. The largest wins, of equal ones the first in reading order; a NaN counts as the largest.
template <typename T, bool norm>
__global__ void respondAndPool(Parts p, const T* input, T* output, std::uint16_t* winners, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i % p.channels, x = i / p.channels % p.outputW,
                            y = i / p.channels / p.outputW % p.outputH, n = i / p.channels / p.outputW / p.outputH;
        const Span rows = windowSpan(p, y, p.height), columns = windowSpan(p, x, p.width);
        float best = 0.0f, sum = 0.0f;
        std::int32_t winner = -1;
        for (std::int32_t iy = rows.begin; iy < rows.end; ++iy)
            for (std::int32_t ix = columns.begin; ix < columns.end; ++ix) {
                const std::uint32_t pixel =
                    (n * p.height + static_cast<std::uint32_t>(iy)) * p.width + static_cast<std::uint32_t>(ix);
                const float value = valueAt<T, norm>(p, input, pixel, c);
                sum += value;
                if (winner < 0 || value > best || (value != value && best == best)) {
                    best = value;
                    winner = (iy - rows.first) * p.size + (ix - columns.first);
                }
            }
        if (p.average)
            best = sum / static_cast<float>((rows.end - rows.begin) * (columns.end - columns.begin));
        output[i] = narrowed<T>(best);
        if (winners)
            winners[i] = static_cast<std::uint16_t>(winner);
    }
}

/// One pixel of the input, and the outputs whose windows hold it: rows firstY … lastY, columns firstX … lastX.
struct Place {
    std::int32_t n, y, x, firstY, lastY, firstX, lastX;
};
__device__ __forceinline__ std::int32_t firstWindow(const Parts& p, std::int32_t at)
{
    const std::int32_t low = at + p.pad - p.size + 1; // window o covers o · stride − pad … + size − 1
    return low <= 0 ? 0 : (low + p.stride - 1) / p.stride;
}
__device__ __forceinline__ std::int32_t lastWindow(const Parts& p, std::int32_t at, std::uint32_t outputs)
{
    const std::int32_t last = (at + p.pad) / p.stride, most = static_cast<std::int32_t>(outputs) - 1;
    return last < most ? last : most;
}
__device__ __forceinline__ Place placeOf(const Parts& p, std::uint32_t pixel)
{
    Place at{};
    at.x = static_cast<std::int32_t>(pixel % p.width);
    at.y = static_cast<std::int32_t>(pixel / p.width % p.height);
    at.n = static_cast<std::int32_t>(pixel / p.width / p.height);
    at.firstY = firstWindow(p, at.y);
    at.lastY = lastWindow(p, at.y, p.outputH);
    at.firstX = firstWindow(p, at.x);
    at.lastX = lastWindow(p, at.x, p.outputW);
    return at;
}

/// What the windows over a pixel hand back to it: of max pooling those it won, of average pooling its share of all.
template <typename T>
__device__ __forceinline__ float pooledGradientAt(const Parts& p, const T* outputGradient, const std::uint16_t* winners,
                                                  const Place& at, std::uint32_t c)
{
    float sum = 0.0f;
    for (std::int32_t oy = at.firstY; oy <= at.lastY; ++oy)
        for (std::int32_t ox = at.firstX; ox <= at.lastX; ++ox) {
            const std::uint32_t window = static_cast<std::uint32_t>(at.n) * p.outputH + static_cast<std::uint32_t>(oy);
            const std::uint32_t o = (window * p.outputW + static_cast<std::uint32_t>(ox)) * p.channels + c;
            if (p.average) {
                const Span rows = windowSpan(p, static_cast<std::uint32_t>(oy), p.height),
                           columns = windowSpan(p, static_cast<std::uint32_t>(ox), p.width);
                sum += widened(outputGradient[o]) /
                       static_cast<float>((rows.end - rows.begin) * (columns.end - columns.begin));
            } else if (winners[o] == (at.y - oy * p.stride + p.pad) * p.size + (at.x - ox * p.stride + p.pad)) {
                sum += widened(outputGradient[o]);
            }
        }
    return sum;
}

template <typename T, bool pool>
__device__ __forceinline__ float gradientAt(const Parts& p, const T* outputGradient, const std::uint16_t* winners,
                                            const Place& at, std::uint32_t pixel, std::uint32_t c)
{
    if constexpr (pool)
        return pooledGradientAt(p, outputGradient, winners, at, c);
    else
        return widened(outputGradient[pixel * p.channels + c]);
}

/// Without normalisation: a thread an input.
template <typename T, bool pool>
__global__ void respondBackwardEach(Parts p, const T* input, const T* outputGradient, const std::uint16_t* winners,
                                    T* inputGradient, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t pixel = i / p.channels, c = i % p.channels;
        const float gradient = gradientAt<T, pool>(p, outputGradient, winners, placeOf(p, pixel), pixel, c);
        const bool passes = !p.relu || inputAt(p, input, pixel, c) > 0.0f;
        inputGradient[i] = narrowed<T>(passes ? gradient : 0.0f);
    }
}

constexpr std::uint32_t mostPixels = 8; ///< that a block of the kernel below takes

/// With normalisation: ∂L/∂a_j = g_j d_j^−β − 2 s β a_j Σ_{i : j ∈ W(i)} g_i a_i d_i^(−β−1). A block takes `pixels`
/// pixels with all their channels; a_i, the terms of the sum and g_i d_i^−β pass between its threads in shared memory.
/// Where a pixel lies is worked out once for all its channels, since whole numbers are slow to divide.
template <typename T, bool pool>
__global__ void respondBackwardNorm(Parts p, const T* input, const T* outputGradient, const std::uint16_t* winners,
                                    T* inputGradient, std::uint32_t pixels, std::uint32_t allPixels)
{
    __shared__ Place places[mostPixels];
    const std::uint32_t firstPixel = blockIdx.x * pixels;
    const std::uint32_t here = allPixels - firstPixel < pixels ? allPixels - firstPixel : pixels;
    float* const a = sharedFloats();
    float* const term = a + pixels * p.channels;
    float* const own = term + pixels * p.channels;
    if (threadIdx.x < here)
        places[threadIdx.x] = placeOf(p, firstPixel + threadIdx.x);
    for (std::uint32_t slot = 0; slot < here; ++slot)
        for (std::uint32_t c = threadIdx.x; c < p.channels; c += blockDim.x)
            a[slot * p.channels + c] = inputAt(p, input, firstPixel + slot, c);
    __syncthreads();
    for (std::uint32_t c = threadIdx.x; c < p.channels; c += blockDim.x) {
        const std::int32_t group = static_cast<std::int32_t>(c / p.group * p.group);
        for (std::uint32_t slot = 0; slot < here; ++slot) {
            const std::uint32_t row = slot * p.channels;
            const float sum = windowSum(p, static_cast<std::int32_t>(c) - p.normSize / 2, group,
                                        [&](std::uint32_t j) { return a[row + j] * a[row + j]; });
            const float d = p.k + p.scale * sum, factor = power(p, d);
            float g = gradientAt<T, pool>(p, outputGradient, winners, places[slot], firstPixel + slot, c);
            if constexpr (pool)
                g = rounded<T>(g);
            own[row + c] = g * factor;
            term[row + c] = g * a[row + c] * factor / d;
        }
    }
    __syncthreads();
    for (std::uint32_t c = threadIdx.x; c < p.channels; c += blockDim.x) {
        // j lies in the windows of channels j − after … j + n/2: the forward window mirrored.
        const std::int32_t group = static_cast<std::int32_t>(c / p.group * p.group),
                           after = p.normSize - 1 - p.normSize / 2;
        for (std::uint32_t slot = 0; slot < here; ++slot) {
            const std::uint32_t row = slot * p.channels;
            const float sum = windowSum(p, static_cast<std::int32_t>(c) - after, group,
                                        [&](std::uint32_t j) { return term[row + j]; });
            // The ReLU's 0 or 1 changes nothing about rounding: storing between the two would give the same.
            const float gradient = own[row + c] - 2.0f * p.scale * p.beta * a[row + c] * sum;
            const bool passes = !p.relu || a[row + c] > 0.0f;
            inputGradient[(firstPixel + slot) * p.channels + c] = narrowed<T>(passes ? gradient : 0.0f);
        }
    }
}

Parts partsOf(const Response& r)
{
    Parts p{};
    const auto narrow32 = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
    p.bias = r.bias;
    p.channels = narrow32(r.input.c);
    p.height = narrow32(r.input.h);
    p.width = narrow32(r.input.w);
    p.outputH = narrow32(r.outputH);
    p.outputW = narrow32(r.outputW);
    p.group = narrow32(r.normSize > 0 ? r.normGroup : r.input.c);
    p.normSize = r.normSize;
    p.size = r.size;
    p.stride = r.stride;
    p.pad = r.pad;
    p.k = r.k;
    p.scale = r.scale;
    p.beta = r.beta;
    p.relu = r.relu;
    p.paperBeta = r.beta == 0.75f;
    p.average = r.pool == Response::Pool::Average;
    return p;
}

/// Calls f with a std::bool_constant, so that the two cases become two kernels.
template <typename F>
void withBool(bool value, F f)
{
    if (value)
        f(std::bool_constant<true>{});
    else
        f(std::bool_constant<false>{});
}

} // namespace

void respond(const Response& r, const void* input, void* output, std::uint16_t* winners, Element element,
             const Stream& stream)
{
    const Parts p = partsOf(r);
    const std::int64_t count = r.output().count();
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto* x = static_cast<const T*>(input);
        auto* y = static_cast<T*>(output);
        withBool(r.normSize > 0, [&](auto norm) {
            constexpr bool withNorm = decltype(norm)::value;
            if (r.pool == Response::Pool::None)
                launch(respondOnly<T, withNorm>, elementwise(count), stream, p, x, y, count);
            else
                launch(respondAndPool<T, withNorm>, elementwise(count), stream, p, x, y, winners, count);
        });
    });
}

void respondBackward(const Response& r, const void* input, const void* outputGradient, const std::uint16_t* winners,
                     void* inputGradient, Element element, const Stream& stream)
{
    const Parts p = partsOf(r);
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto* x = static_cast<const T*>(input);
        const auto* dy = static_cast<const T*>(outputGradient);
        auto* dx = static_cast<T*>(inputGradient);
        withBool(r.pool != Response::Pool::None, [&](auto pooling) {
            constexpr bool pool = decltype(pooling)::value;
            if (r.normSize == 0) {
                launch(respondBackwardEach<T, pool>, elementwise(r.input.count()), stream, p, x, dy, winners, dx,
                       r.input.count());
                return;
            }
            const std::int64_t warps = (r.input.c + 31) / 32;
            const auto threads = static_cast<std::uint32_t>(32 * (warps < 8 ? warps : 8));
            const std::int64_t room = mostNormChannels / r.input.c;
            const std::int64_t pixels = room < mostPixels ? room : mostPixels;
            const auto blocks = static_cast<std::uint32_t>((r.input.pixels() + pixels - 1) / pixels);
            const auto shared = static_cast<std::size_t>(3 * pixels * r.input.c) * sizeof(float);
            launch(respondBackwardNorm<T, pool>, {blocks, threads, shared}, stream, p, x, dy, winners, dx, pixels,
                   r.input.pixels());
        });
    });
}

} // namespace alexscope::cuda
