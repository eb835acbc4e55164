// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// Convolution (§3.5) of one group as in core/reference/convolution.cpp, a thread an element of the result:
///
///   y[n, oy, ox, o] = Σ_{ky, kx, c} w[o, ky, kx, c] · x[n, oy·stride − pad + ky, ox·stride − pad + kx, c]
///
/// Sums run in double: this is for odd shapes, where being right is all that counts.
namespace alexscope::cuda {

namespace {

struct Numbers {
    std::int32_t inH, inW, inC, outH, outW, outC, size, stride, pad;
};

template <typename T>
__global__ void forwardEach(Numbers s, const T* x, const T* w, T* y, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::int32_t o = static_cast<std::int32_t>(i) % s.outC, pixel = static_cast<std::int32_t>(i) / s.outC;
        const std::int32_t ox = pixel % s.outW, oy = pixel / s.outW % s.outH, n = pixel / s.outW / s.outH;
        double sum = 0.0;
        for (std::int32_t ky = 0; ky < s.size; ++ky)
            for (std::int32_t kx = 0; kx < s.size; ++kx) {
                const std::int32_t iy = oy * s.stride - s.pad + ky, ix = ox * s.stride - s.pad + kx;
                if (iy < 0 || iy >= s.inH || ix < 0 || ix >= s.inW)
                    continue;
                const T* const from = x + ((n * s.inH + iy) * s.inW + ix) * s.inC;
                const T* const weights = w + ((o * s.size + ky) * s.size + kx) * s.inC;
                for (std::int32_t c = 0; c < s.inC; ++c)
                    sum += static_cast<double>(widened(weights[c])) * static_cast<double>(widened(from[c]));
            }
        y[i] = narrowed<T>(static_cast<float>(sum));
    }
}

template <typename T>
__global__ void dataEach(Numbers s, const T* dy, const T* w, T* dx, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::int32_t c = static_cast<std::int32_t>(i) % s.inC, pixel = static_cast<std::int32_t>(i) / s.inC;
        const std::int32_t ix = pixel % s.inW, iy = pixel / s.inW % s.inH, n = pixel / s.inW / s.inH;
        double sum = 0.0;
        for (std::int32_t ky = 0; ky < s.size; ++ky)
            for (std::int32_t kx = 0; kx < s.size; ++kx) {
                const std::int32_t ty = iy + s.pad - ky, tx = ix + s.pad - kx; // o · stride
                if (ty < 0 || tx < 0 || ty % s.stride != 0 || tx % s.stride != 0 || ty / s.stride >= s.outH ||
                    tx / s.stride >= s.outW)
                    continue;
                const T* const from = dy + ((n * s.outH + ty / s.stride) * s.outW + tx / s.stride) * s.outC;
                for (std::int32_t o = 0; o < s.outC; ++o)
                    sum += static_cast<double>(widened(w[((o * s.size + ky) * s.size + kx) * s.inC + c])) *
                           static_cast<double>(widened(from[o]));
            }
        dx[i] = narrowed<T>(static_cast<float>(sum));
    }
}

template <typename T>
__global__ void weightsEach(Numbers s, const T* x, const T* dy, T* dw, std::int32_t pictures, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::int32_t index = static_cast<std::int32_t>(i);
        const std::int32_t c = index % s.inC, kx = index / s.inC % s.size, ky = index / s.inC / s.size % s.size,
                           o = index / s.inC / s.size / s.size;
        double sum = 0.0;
        for (std::int32_t n = 0; n < pictures; ++n)
            for (std::int32_t oy = 0; oy < s.outH; ++oy)
                for (std::int32_t ox = 0; ox < s.outW; ++ox) {
                    const std::int32_t iy = oy * s.stride - s.pad + ky, ix = ox * s.stride - s.pad + kx;
                    if (iy < 0 || iy >= s.inH || ix < 0 || ix >= s.inW)
                        continue;
                    sum += static_cast<double>(widened(dy[((n * s.outH + oy) * s.outW + ox) * s.outC + o])) *
                           static_cast<double>(widened(x[((n * s.inH + iy) * s.inW + ix) * s.inC + c]));
                }
        dw[i] = narrowed<T>(static_cast<float>(sum));
    }
}

Numbers numbersOf(const DirectShape& s)
{
    const auto signed32 = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    return {signed32(s.input.h),
            signed32(s.input.w),
            signed32(s.input.c),
            signed32(s.output.h),
            signed32(s.output.w),
            signed32(s.output.c),
            s.size,
            s.stride,
            s.pad};
}

} // namespace

void directForward(const DirectShape& s, const void* x, const void* w, void* y, Element element, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(forwardEach<T>, elementwise(s.output.count()), stream, numbersOf(s), static_cast<const T*>(x),
               static_cast<const T*>(w), static_cast<T*>(y), s.output.count());
    });
}

void directBackwardData(const DirectShape& s, const void* dy, const void* w, void* dx, Element element,
                        const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(dataEach<T>, elementwise(s.input.count()), stream, numbersOf(s), static_cast<const T*>(dy),
               static_cast<const T*>(w), static_cast<T*>(dx), s.input.count());
    });
}

void directBackwardWeights(const DirectShape& s, const void* x, const void* dy, void* dw, Element element,
                           const Stream& stream)
{
    const std::int64_t count = s.output.c * s.size * s.size * s.input.c;
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(weightsEach<T>, elementwise(count), stream, numbersOf(s), static_cast<const T*>(x),
               static_cast<const T*>(dy), static_cast<T*>(dw), s.input.n, count);
    });
}

} // namespace alexscope::cuda
