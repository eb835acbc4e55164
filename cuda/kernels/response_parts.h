// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/execution.h"

/// What follows a convolution, forward (response.cu) and backward (response_backward.cu) in one pass over memory each
/// (§3.1, §3.3, §3.4):
///
///   a = max(0, x + bias),   b_i = a_i · d_i^−β,   d_i = k + s Σ_{j ∈ W(i)} a_j²,   y = max or mean of b over a window
///
/// W(i): channels i − n/2 … i − n/2 + n − 1 as far as they lie in i's group. Every part rounds as storing its result
/// would (rounded<T>), so one kernel a part and one kernel for all give the same bits.
///
/// A thread takes `width` neighbouring channels of a pixel: 16 bytes' worth, or one where the channels are no multiple
/// of that or the window is not the paper's of five. Either way every sum runs in the same order.
namespace alexscope::cuda::response {

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

inline Parts partsOf(const Response& r)
{
    Parts p{};
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
inline bool takesPacks(const Parts& p, std::uint32_t width)
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

} // namespace alexscope::cuda::response
