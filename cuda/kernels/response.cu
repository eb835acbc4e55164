// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// What follows a convolution, forward and backward in one pass over memory each (§3.1, §3.3, §3.4):
///
///   a = max(0, x + bias),   b_i = a_i · d_i^−β,   d_i = k + s Σ_{j ∈ W(i)} a_j²,   y = max or mean of b over a window
///
/// W(i): channels i − n/2 … i − n/2 + n − 1 as far as they lie in i's group. Every part rounds as storing its result
/// would (rounded<T>), so one kernel a part and one kernel for all give the same bits.
///
/// A thread takes `width` neighbouring channels of a pixel: 16 bytes' worth, or one where the channels are no multiple
/// of that or the window is not the paper's of five. Either way every sum runs in the same order.
namespace alexscope::cuda {

namespace {

/// Response in the kernels' own numbers.
struct Parts {
    const float* bias;
    std::uint32_t channels, height, width, outputH, outputW;
    Grouping input;
    std::uint32_t group; ///< channels a group of the normalisation
    std::int32_t normSize, size, stride, pad;
    float k, scale, beta;
    bool relu, paperBeta, average;
};

/// n of the normalisation as a kernel is compiled for it.
enum class Window { None, Five, Any };

/// Numbers of `width` neighbouring channels.
template <std::uint32_t width>
using Floats = Lanes<float, width>;

/// a: the convolution's numbers with bias and ReLU.
template <typename T, std::uint32_t width>
__device__ __forceinline__ Floats<width> inputsAt(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c)
{
    Floats<width> a = load<T, width>(input + p.input.place(pixel, c));
    if (p.bias) {
        const Floats<width> bias = load<float, width>(p.bias + c);
        for (std::uint32_t i = 0; i < width; ++i)
            a.each[i] += bias.each[i];
        roundAll<T>(a);
    }
    if (p.relu)
        for (std::uint32_t i = 0; i < width; ++i)
            a.each[i] = rectified(a.each[i]);
    return a;
}

/// d^−β and d^−β−1 of d = k + s · sum; the paper's β = 3/4 by two reciprocal square roots: r = d^−½, r · r · r^−½ =
/// r^1½.
template <std::uint32_t width>
struct Powers {
    Floats<width> factor, factorOverD;
};
template <std::uint32_t width>
__device__ __forceinline__ Powers<width> powersOf(const Parts& p, const Floats<width>& sums)
{
    Powers<width> powers;
    if (p.paperBeta)
        for (std::uint32_t i = 0; i < width; ++i) {
            const float r = reciprocalRoot(p.k + p.scale * sums.each[i]);
            powers.factor.each[i] = r * (r * reciprocalRoot(r));
            powers.factorOverD.each[i] = powers.factor.each[i] * (r * r);
        }
    else
        for (std::uint32_t i = 0; i < width; ++i) {
            const float d = p.k + p.scale * sums.each[i];
            powers.factor.each[i] = powf(d, -p.beta);
            powers.factorOverD.each[i] = powers.factor.each[i] / d;
        }
    return powers;
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

/// The same for windows of five around each of `width` channels, from the numbers of these and two on either side.
template <std::uint32_t width>
__device__ __forceinline__ Floats<width> windowSums(const float (&values)[width + 4])
{
    Floats<width> sums{};
    for (std::uint32_t i = 0; i < width; ++i)
        for (std::uint32_t j = 0; j < 5; ++j)
            sums.each[i] += values[i + j];
    return sums;
}

/// a² of the channels c − 2 … c + width + 1; beside the group nothing, which adds nothing.
template <typename T, std::uint32_t width>
__device__ __forceinline__ void squaresAround(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c,
                                              const Floats<width>& a, float (&squares)[width + 4])
{
    const std::uint32_t inGroup = c % p.group;
    Floats<width> before{}, behind{};
    if (inGroup > 0)
        before = inputsAt<T, width>(p, input, pixel, c - width);
    if (inGroup + width < p.group)
        behind = inputsAt<T, width>(p, input, pixel, c + width);
    for (std::uint32_t i = 0; i < 2; ++i) {
        squares[i] = before.each[width - 2 + i] * before.each[width - 2 + i];
        squares[width + 2 + i] = behind.each[i] * behind.each[i];
    }
    for (std::uint32_t i = 0; i < width; ++i)
        squares[i + 2] = a.each[i] * a.each[i];
}

/// Σ a² over the windows of the channels c … c + width − 1, whose a are given.
template <typename T, std::uint32_t width, Window window>
__device__ __forceinline__ Floats<width> squareSums(const Parts& p, const T* input, std::uint32_t pixel,
                                                    std::uint32_t c, const Floats<width>& a)
{
    if constexpr (window == Window::Five) {
        float squares[width + 4];
        squaresAround<T, width>(p, input, pixel, c, a, squares);
        return windowSums<width>(squares);
    } else {
        static_assert(width == 1);
        const std::int32_t begin = static_cast<std::int32_t>(c / p.group * p.group);
        Floats<width> sum;
        sum.each[0] = windowSum(p, static_cast<std::int32_t>(c) - p.normSize / 2, begin, [&](std::uint32_t j) {
            const float other = inputsAt<T, 1>(p, input, pixel, j).each[0];
            return other * other;
        });
        return sum;
    }
}

template <typename T, std::uint32_t width, Window window>
__device__ __forceinline__ Floats<width> valuesAt(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c)
{
    Floats<width> a = inputsAt<T, width>(p, input, pixel, c);
    if constexpr (window != Window::None) {
        const Floats<width> sums = squareSums<T, width, window>(p, input, pixel, c, a);
        const Powers<width> powers = powersOf(p, sums);
        for (std::uint32_t i = 0; i < width; ++i)
            a.each[i] *= powers.factor.each[i];
        roundAll<T>(a);
    }
    return a;
}

template <typename T, std::uint32_t width, Window window>
__global__ void respondOnly(Parts p, const T* input, T* output, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t pixel = i * width / p.channels, c = i * width % p.channels;
        store<T, width>(valuesAt<T, width, window>(p, input, pixel, c), output + i * width);
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

/// What a window holds, cell by cell in reading order. The largest wins, of equal ones the first; a NaN counts as the
/// largest.
template <std::uint32_t width>
struct Pooled {
    Floats<width> best{}, sum{};
    std::int32_t winner[width]{};
    bool isEmpty = true;

    __device__ __forceinline__ void take(const Floats<width>& values, std::int32_t cell)
    {
        for (std::uint32_t i = 0; i < width; ++i) {
            const float value = values.each[i], best0 = best.each[i];
            sum.each[i] += value;
            if (isEmpty || value > best0 || (value != value && best0 == best0)) {
                best.each[i] = value;
                winner[i] = cell;
            }
        }
        isEmpty = false;
    }
};

/// f(row, column, cell) for the cells of the window of output (y, x) that lie inside, then writes what it holds.
template <typename T, std::uint32_t width, typename F>
__device__ __forceinline__ void poolWindow(const Parts& p, std::uint32_t y, std::uint32_t x, T* output,
                                           std::uint16_t* winners, std::uint32_t place, F valuesAtCell)
{
    const Span rows = windowSpan(p, y, p.height), columns = windowSpan(p, x, p.width);
    Pooled<width> pooled{};
    for (std::int32_t iy = rows.begin; iy < rows.end; ++iy)
        for (std::int32_t ix = columns.begin; ix < columns.end; ++ix)
            pooled.take(valuesAtCell(static_cast<std::uint32_t>(iy), static_cast<std::uint32_t>(ix)),
                        (iy - rows.first) * p.size + (ix - columns.first));
    if (p.average)
        for (std::uint32_t i = 0; i < width; ++i)
            pooled.best.each[i] =
                pooled.sum.each[i] / static_cast<float>((rows.end - rows.begin) * (columns.end - columns.begin));
    store<T, width>(pooled.best, output + place);
    if (!winners)
        return;
    Lanes<std::uint16_t, width> cells;
    for (std::uint32_t i = 0; i < width; ++i)
        cells.each[i] = static_cast<std::uint16_t>(pooled.winner[i]);
    *reinterpret_cast<Lanes<std::uint16_t, width>*>(winners + place) = cells;
}

/// Straight from the input: for what costs no more to compute again for every window.
template <typename T, std::uint32_t width, Window window>
__global__ void respondAndPool(Parts p, const T* input, T* output, std::uint16_t* winners, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i * width % p.channels, pixel = i * width / p.channels;
        const std::uint32_t x = pixel % p.outputW, y = pixel / p.outputW % p.outputH, n = pixel / p.outputW / p.outputH;
        poolWindow<T, width>(p, y, x, output, winners, i * width, [&](std::uint32_t iy, std::uint32_t ix) {
            return valuesAt<T, width, window>(p, input, (n * p.height + iy) * p.width + ix, c);
        });
    }
}

/// What a block of the kernel below takes: `rows` rows of outputs, `packs` · width channels of one picture.
struct Tile {
    std::uint32_t rows, packs, tilesDown, tilesAcross;
};

/// With normalisation: a block works out all that its windows hold once, into shared memory, and pools there.
template <typename T, std::uint32_t width>
__global__ void respondAndPoolTiles(Parts p, Tile tile, const T* input, T* output, std::uint16_t* winners)
{
    T* const values = reinterpret_cast<T*>(sharedFloats()); // [row][column][channel]
    const std::uint32_t firstChannel = blockIdx.x % tile.tilesAcross * tile.packs * width;
    const std::uint32_t firstRow = blockIdx.x / tile.tilesAcross % tile.tilesDown * tile.rows;
    const std::uint32_t n = blockIdx.x / tile.tilesAcross / tile.tilesDown;
    const std::uint32_t lastRow =
        (firstRow + tile.rows < p.outputH ? firstRow + tile.rows : p.outputH) - 1; // of the outputs
    const std::uint32_t left = (p.channels - firstChannel) / width, packs = left < tile.packs ? left : tile.packs;
    const auto top = static_cast<std::uint32_t>(windowSpan(p, firstRow, p.height).begin),
               bottom = static_cast<std::uint32_t>(windowSpan(p, lastRow, p.height).end);
    // Whole rows: pixels that follow each other do so in memory and in the tile.
    const std::uint32_t firstPixel = (n * p.height + top) * p.width,
                        firstOutput = (n * p.outputH + firstRow) * p.outputW;
    for (std::uint32_t i = threadIdx.x; i < (bottom - top) * p.width * packs; i += blockDim.x) {
        const std::uint32_t spot = i / packs, c = firstChannel + (i - spot * packs) * width;
        store<T, width>(valuesAt<T, width, Window::Five>(p, input, firstPixel + spot, c), values + i * width);
    }
    __syncthreads();
    for (std::uint32_t i = threadIdx.x; i < (lastRow + 1 - firstRow) * p.outputW * packs; i += blockDim.x) {
        const std::uint32_t spot = i / packs, pack = i - spot * packs, y = spot / p.outputW, x = spot - y * p.outputW;
        const std::uint32_t place = (firstOutput + spot) * p.channels + firstChannel + pack * width;
        poolWindow<T, width>(p, firstRow + y, x, output, winners, place, [&](std::uint32_t iy, std::uint32_t ix) {
            return load<T, width>(values + (((iy - top) * p.width + ix) * packs + pack) * width);
        });
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
    p.input = groupingOf(r.input);
    p.group = narrow32(r.normSize > 0 ? r.normGroup : r.input.c);
    p.normSize = r.normSize;
    p.size = r.size;
    p.stride = r.stride;
    p.pad = r.pad;
    p.k = r.k;
    p.scale = r.scale;
    p.beta = r.beta;
    p.relu = r.relu;
    p.paperBeta = r.beta == 0.75f && r.k > 1e-20f; // d is then not denormal
    p.average = r.pool == Response::Pool::Average;
    return p;
}

/// Whether threads can take `width` channels: no pack lies in two groups, and the kernel knows the window.
bool takesPacks(const Parts& p, std::uint32_t width)
{
    return p.input.group % width == 0 && p.group % width == 0 && (p.normSize == 0 || p.normSize == 5);
}

template <std::uint32_t count>
using Width = std::integral_constant<std::uint32_t, count>;
template <Window which>
using WindowOf = std::integral_constant<Window, which>;

/// Calls f with the channels a thread takes and the window, so that the cases become kernels.
template <typename T, typename F>
void withPacks(const Parts& p, F f)
{
    if (!takesPacks(p, Pack<T>::size))
        p.normSize > 0 ? f(Width<1>{}, WindowOf<Window::Any>{}) : f(Width<1>{}, WindowOf<Window::None>{});
    else
        p.normSize > 0 ? f(Width<Pack<T>::size>{}, WindowOf<Window::Five>{})
                       : f(Width<Pack<T>::size>{}, WindowOf<Window::None>{});
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

/// Of shared memory.
std::size_t tileBytes(const Parts& p, const Tile& tile, std::size_t packBytes)
{
    const std::uint32_t inputs =
        (tile.rows - 1) * static_cast<std::uint32_t>(p.stride) + static_cast<std::uint32_t>(p.size);
    return (inputs < p.height ? inputs : p.height) * p.width * tile.packs * packBytes;
}

/// 64 bytes' worth of channels, and as many rows of outputs as leave a few blocks room side by side. No rows: not even
/// one fits.
Tile tileOf(const Parts& p, std::uint32_t width, std::size_t packBytes)
{
    constexpr std::size_t room = 24 << 10;
    const std::uint32_t packs = p.channels / width;
    Tile tile{1, packs < 4 ? packs : 4, 0, 0};
    while (tile.packs > 1 && tileBytes(p, tile, packBytes) > room)
        tile.packs /= 2;
    tile.tilesAcross = (packs + tile.packs - 1) / tile.packs;
    if (tileBytes(p, tile, packBytes) > room)
        return {};
    for (Tile larger = tile; larger.rows <= p.outputH && tileBytes(p, larger, packBytes) <= room; ++larger.rows)
        tile = larger;
    tile.tilesDown = (p.outputH + tile.rows - 1) / tile.rows;
    return tile;
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

void respond(const Response& r, const void* input, void* output, std::uint16_t* winners, Element element,
             const Stream& stream)
{
    const Parts p = partsOf(r);
    const std::int64_t count = r.output().count();
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto* x = static_cast<const T*>(input);
        auto* y = static_cast<T*>(output);
        withPacks<T>(p, [&](auto packWidth, auto packWindow) {
            constexpr std::uint32_t width = decltype(packWidth)::value;
            constexpr Window window = decltype(packWindow)::value;
            const LaunchShape each = elementwise(count / width);
            if (r.pool == Response::Pool::None)
                return launch(respondOnly<T, width, window>, each, stream, p, x, y, count / width);
            if constexpr (window == Window::Five) {
                const Tile tile = tileOf(p, width, width * sizeof(T));
                const auto blocks = static_cast<std::uint32_t>(r.input.n) * tile.tilesDown * tile.tilesAcross;
                if (tile.rows > 0)
                    return launch(respondAndPoolTiles<T, width>, {blocks, 256, tileBytes(p, tile, width * sizeof(T))},
                                  stream, p, tile, x, y, winners);
            }
            launch(respondAndPool<T, width, window>, each, stream, p, x, y, winners, count / width);
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
