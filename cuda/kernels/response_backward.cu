// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/response_parts.h"

/// Pooling, normalisation and ReLU backward: from the gradient of what respond() wrote to that of what it read.
namespace alexscope::cuda {

using namespace response;

namespace {

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
template <typename T, std::uint32_t width>
__device__ __forceinline__ Floats<width> pooledGradientsAt(const Parts& p, const T* outputGradient,
                                                           const std::uint16_t* winners, const Place& at,
                                                           std::uint32_t c)
{
    Floats<width> sum{};
    for (std::int32_t oy = at.firstY; oy <= at.lastY; ++oy)
        for (std::int32_t ox = at.firstX; ox <= at.lastX; ++ox) {
            const std::uint32_t line = static_cast<std::uint32_t>(at.n) * p.outputH + static_cast<std::uint32_t>(oy);
            const std::uint32_t o = (line * p.outputW + static_cast<std::uint32_t>(ox)) * p.channels + c;
            const Floats<width> gradients = load<T, width>(outputGradient + o);
            if (p.average) {
                const Span rows = windowSpan(p, static_cast<std::uint32_t>(oy), p.height),
                           columns = windowSpan(p, static_cast<std::uint32_t>(ox), p.width);
                const auto cells = static_cast<float>((rows.end - rows.begin) * (columns.end - columns.begin));
                for (std::uint32_t i = 0; i < width; ++i)
                    sum.each[i] += gradients.each[i] / cells;
                continue;
            }
            const auto won = *reinterpret_cast<const Lanes<std::uint16_t, width>*>(winners + o);
            const std::int32_t cell = (at.y - oy * p.stride + p.pad) * p.size + (at.x - ox * p.stride + p.pad);
            for (std::uint32_t i = 0; i < width; ++i)
                if (won.each[i] == cell)
                    sum.each[i] += gradients.each[i];
        }
    return sum;
}

template <typename T, std::uint32_t width, bool pool>
__device__ __forceinline__ Floats<width> gradientsAt(const Parts& p, const T* outputGradient,
                                                     const std::uint16_t* winners, const Place& at, std::uint32_t pixel,
                                                     std::uint32_t c)
{
    if constexpr (pool)
        return pooledGradientsAt<T, width>(p, outputGradient, winners, at, c);
    else
        return load<T, width>(outputGradient + pixel * p.channels + c);
}

/// Without normalisation.
template <typename T, std::uint32_t width, bool pool>
__global__ void respondBackwardEach(Parts p, const T* input, const T* outputGradient, const std::uint16_t* winners,
                                    T* inputGradient, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t pixel = i * width / p.channels, c = i * width % p.channels;
        Floats<width> gradients = gradientsAt<T, width, pool>(p, outputGradient, winners, placeOf(p, pixel), pixel, c);
        if (p.relu) {
            const Floats<width> a = inputsAt<T, width>(p, input, pixel, c);
            for (std::uint32_t lane = 0; lane < width; ++lane)
                gradients.each[lane] = a.each[lane] > 0.0f ? gradients.each[lane] : 0.0f;
        }
        store<T, width>(gradients, inputGradient + p.input.place(pixel, c));
    }
}

constexpr std::uint32_t mostPixels = 32; ///< that a block of the kernels below takes
constexpr std::uint32_t mostThreads = 256;

/// ∂L/∂a_j = g_j d_j^−β − 2 s β a_j Σ_{i : j ∈ W(i)} g_i a_i d_i^(−β−1). With windows of five: a block takes `pixels`
/// pixels with all their channels, a thread one pack of one of them; the terms of the sum pass between the threads in
/// shared memory. Four blocks side by side wait for memory less than the three that all registers would allow.
template <typename T, std::uint32_t width, bool pool>
__global__ void __launch_bounds__(mostThreads, 4)
    respondBackwardFive(Parts p, const T* input, const T* outputGradient, const std::uint16_t* winners,
                        T* inputGradient, std::uint32_t pixels)
{
    __shared__ Place places[mostPixels];
    float* const terms = sharedFloats();
    const std::uint32_t packs = p.channels / width, slot = threadIdx.x / packs, c = threadIdx.x % packs * width;
    const std::uint32_t firstPixel = blockIdx.x * pixels, pixel = firstPixel + slot;
    const bool works = slot < pixels && pixel < p.input.pixels;
    if constexpr (pool) { // worked out once for all channels, since whole numbers are slow to divide
        if (threadIdx.x < pixels)
            places[threadIdx.x] = placeOf(p, firstPixel + threadIdx.x);
        __syncthreads();
    }
    Floats<width> a{}, own{};
    if (works) {
        a = inputsAt<T, width>(p, input, pixel, c);
        const Floats<width> sums = squareSums<T, width, Window::Five>(p, input, pixel, c, a);
        Floats<width> gradients = gradientsAt<T, width, pool>(p, outputGradient, winners, places[slot], pixel, c);
        Floats<width> term;
        const Powers<width> powers = powersOf(p, sums);
        if constexpr (pool)
            roundAll<T>(gradients);
        for (std::uint32_t i = 0; i < width; ++i) {
            const float g = gradients.each[i];
            own.each[i] = g * powers.factor.each[i];
            term.each[i] = g * a.each[i] * powers.factorOverD.each[i];
        }
        store<float, width>(term, terms + slot * p.channels + c);
    }
    __syncthreads();
    if (!works)
        return;
    float around[width + 4];
    const std::uint32_t inGroup = c % p.group, row = slot * p.channels + c;
    for (std::uint32_t i = 0; i < width; ++i)
        around[i + 2] = terms[row + i];
    for (std::uint32_t i = 0; i < 2; ++i) {
        around[i] = inGroup > 0 ? terms[row - 2 + i] : 0.0f;
        around[width + 2 + i] = inGroup + width < p.group ? terms[row + width + i] : 0.0f;
    }
    const Floats<width> sums = windowSums<width>(around);
    for (std::uint32_t i = 0; i < width; ++i) {
        // The ReLU's 0 or 1 changes nothing about rounding: storing between the two would give the same.
        const float gradient = own.each[i] - 2.0f * p.scale * p.beta * a.each[i] * sums.each[i];
        own.each[i] = !p.relu || a.each[i] > 0.0f ? gradient : 0.0f;
    }
    store<T, width>(own, inputGradient + p.input.place(pixel, c));
}

/// The same for any window and any number of channels: a_i, the terms and g_i d_i^−β pass in shared memory.
template <typename T, bool pool>
__global__ void respondBackwardAny(Parts p, const T* input, const T* outputGradient, const std::uint16_t* winners,
                                   T* inputGradient, std::uint32_t pixels)
{
    __shared__ Place places[mostPixels];
    const std::uint32_t firstPixel = blockIdx.x * pixels;
    const std::uint32_t here = p.input.pixels - firstPixel < pixels ? p.input.pixels - firstPixel : pixels;
    float* const a = sharedFloats();
    float* const term = a + pixels * p.channels;
    float* const own = term + pixels * p.channels;
    if (threadIdx.x < here)
        places[threadIdx.x] = placeOf(p, firstPixel + threadIdx.x);
    for (std::uint32_t slot = 0; slot < here; ++slot)
        for (std::uint32_t c = threadIdx.x; c < p.channels; c += blockDim.x)
            a[slot * p.channels + c] = inputsAt<T, 1>(p, input, firstPixel + slot, c).each[0];
    __syncthreads();
    for (std::uint32_t c = threadIdx.x; c < p.channels; c += blockDim.x) {
        const std::int32_t group = static_cast<std::int32_t>(c / p.group * p.group);
        for (std::uint32_t slot = 0; slot < here; ++slot) {
            const std::uint32_t row = slot * p.channels;
            const float sum = windowSum(p, static_cast<std::int32_t>(c) - p.normSize / 2, group,
                                        [&](std::uint32_t j) { return a[row + j] * a[row + j]; });
            Floats<1> sums;
            sums.each[0] = sum;
            const Powers<1> powers = powersOf(p, sums);
            float g = gradientsAt<T, 1, pool>(p, outputGradient, winners, places[slot], firstPixel + slot, c).each[0];
            if constexpr (pool)
                g = rounded<T>(g);
            own[row + c] = g * powers.factor.each[0];
            term[row + c] = g * a[row + c] * powers.factorOverD.each[0];
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
            const float gradient = own[row + c] - 2.0f * p.scale * p.beta * a[row + c] * sum;
            const bool passes = !p.relu || a[row + c] > 0.0f;
            inputGradient[p.input.place(firstPixel + slot, c)] = narrowed<T>(passes ? gradient : 0.0f);
        }
    }
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

template <typename T, std::uint32_t width, bool pool>
void backwardFive(const Parts& p, const T* x, const T* dy, const std::uint16_t* winners, T* dx, const Stream& stream)
{
    const std::uint32_t packs = p.channels / width, room = mostThreads / packs;
    const std::uint32_t pixels = room < mostPixels ? room : mostPixels;
    const LaunchShape shape{(p.input.pixels + pixels - 1) / pixels, (pixels * packs + 31) / 32 * 32,
                            pixels * p.channels * sizeof(float)};
    launch(respondBackwardFive<T, width, pool>, shape, stream, p, x, dy, winners, dx, pixels);
}

template <typename T, bool pool>
void backwardAny(const Parts& p, const T* x, const T* dy, const std::uint16_t* winners, T* dx, const Stream& stream)
{
    constexpr std::uint32_t most = 8;
    const std::uint32_t room = static_cast<std::uint32_t>(mostNormChannels) / p.channels;
    const std::uint32_t pixels = room < most ? room : most, threads = (p.channels + 31) / 32 * 32;
    const LaunchShape shape{(p.input.pixels + pixels - 1) / pixels, threads < mostThreads ? threads : mostThreads,
                            3 * pixels * p.channels * sizeof(float)};
    launch(respondBackwardAny<T, pool>, shape, stream, p, x, dy, winners, dx, pixels);
}

} // namespace

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
            withPacks<T>(p, [&](auto packWidth, auto packWindow) {
                constexpr std::uint32_t width = decltype(packWidth)::value;
                constexpr Window window = decltype(packWindow)::value;
                const std::int64_t count = r.input.count() / width;
                if constexpr (window == Window::None) {
                    launch(respondBackwardEach<T, width, pool>, elementwise(count), stream, p, x, dy, winners, dx,
                           count);
                } else {
                    if constexpr (window == Window::Five)
                        if (p.channels <= mostThreads * width)
                            return backwardFive<T, width, pool>(p, x, dy, winners, dx, stream);
                    backwardAny<T, pool>(p, x, dy, winners, dx, stream);
                }
            });
        });
    });
}

} // namespace alexscope::cuda
