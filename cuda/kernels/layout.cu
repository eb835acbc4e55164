// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

/// Place of element i of a channels-last tensor in plain NCHW order.
__device__ __forceinline__ std::uint32_t plainPlace(std::uint32_t i, std::uint32_t channels, std::uint32_t area)
{
    const std::uint32_t c = i % channels, pixel = i / channels;
    return (pixel / area * channels + c) * area + pixel % area;
}

template <typename T>
__global__ void takePlain(const float* plain, T* values, std::uint32_t channels, std::uint32_t area,
                          std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        values[i] = narrowed<T>(plain[plainPlace(i, channels, area)]);
}

template <typename T>
__global__ void givePlain(const T* values, float* plain, std::uint32_t channels, std::uint32_t area,
                          std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        plain[plainPlace(i, channels, area)] = widened(values[i]);
}

__global__ void narrowAll(const float* from, Bf16* to, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        to[i] = narrowed<Bf16>(from[i]);
}

template <typename T>
__global__ void copyPart(const T* from, std::uint32_t fromH, std::uint32_t fromW, T* to, std::uint32_t toH,
                         std::uint32_t toW, std::uint32_t channels, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i % channels, x = i / channels % toW, y = i / channels / toW % toH,
                            n = i / channels / toW / toH;
        to[i] = y < fromH && x < fromW ? from[((n * fromH + y) * fromW + x) * channels + c] : narrowed<T>(0.0f);
    }
}

} // namespace

void fromPlain(const float* plain, void* values, Element element, const Maps& m, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(takePlain<T>, elementwise(m.count()), stream, plain, static_cast<T*>(values), m.c, m.h * m.w, m.count());
    });
}

void toPlain(const void* values, Element element, float* plain, const Maps& m, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(givePlain<T>, elementwise(m.count()), stream, static_cast<const T*>(values), plain, m.c, m.h * m.w,
               m.count());
    });
}

void narrow(const float* from, void* toBf16, std::int64_t count, const Stream& stream)
{
    launch(narrowAll, elementwise(count), stream, from, static_cast<Bf16*>(toBf16), count);
}

void copyWindow(const void* from, const Maps& f, void* to, const Maps& t, Element element, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(copyPart<T>, elementwise(t.count()), stream, static_cast<const T*>(from), f.h, f.w, static_cast<T*>(to),
               t.h, t.w, t.c, t.count());
    });
}

} // namespace alexscope::cuda
