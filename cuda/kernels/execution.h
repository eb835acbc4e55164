// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/device.h"
#include "cuda/kernels/kernels.h"

#include <cmath>
#include <cstdint>
#include <tuple>
#include <type_traits>

/// What the kernels' sources are written in: CUDA C++, of which they use blocks and threads along x, shared memory and
/// __syncthreads, no more. Without nvcc the same sources compile against an emulator of that (tests/cuda/emulator.h).
#ifdef __CUDACC__
#include <cuda_bf16.h>
#else
#include "emulator.h"
#endif

namespace alexscope::cuda {

/// Numbers of elements as the kernels count them; storages see to it that they fit.
inline std::uint32_t narrow32(std::int64_t count)
{
    return static_cast<std::uint32_t>(count);
}

/// Threads one after the other along x; `shared` bytes of dynamic shared memory.
struct LaunchShape {
    std::uint32_t blocks = 1, threads = 256;
    std::size_t shared = 0;
};

/// One thread an element where they fit; kernels go on with a stride of the whole grid.
inline LaunchShape elementwise(std::int64_t count)
{
    constexpr std::int64_t threads = 256, most = 1 << 16;
    const std::int64_t blocks = (count + threads - 1) / threads;
    return {static_cast<std::uint32_t>(blocks < 1 ? 1 : blocks > most ? most : blocks), threads, 0};
}

/// The same for threads that take several elements each.
template <typename T>
LaunchShape packwise(std::int64_t count)
{
    return elementwise((count * static_cast<std::int64_t>(sizeof(T)) + 15) / 16);
}

/// Starts kernel(arguments…) on the stream. Throws Error when it cannot be started.
template <typename... Parameters, typename... Arguments>
void launch(void (*kernel)(Parameters...), LaunchShape shape, const Stream& stream, Arguments... arguments)
{
    std::tuple<Parameters...> values{static_cast<Parameters>(arguments)...};
#ifdef __CUDACC__
    std::apply(
        [&](auto&... each) {
            void* pointers[] = {const_cast<void*>(static_cast<const void*>(&each))...};
            checkLaunch(cudaLaunchKernel(reinterpret_cast<const void*>(kernel), dim3(shape.blocks), dim3(shape.threads),
                                         pointers, shape.shared, stream.handle()));
        },
        values);
#else
    emulator::enqueue(stream.handle(), [=] {
        emulator::run(reinterpret_cast<const void*>(kernel), shape.blocks, shape.threads, shape.shared,
                      [&] { std::apply(kernel, values); });
    });
#endif
}

/// bfloat16: the upper half of a float32, rounded to nearest, ties to even.
struct Bf16 {
    std::uint16_t bits;
};

__device__ __forceinline__ float widened(float value)
{
    return value;
}
__device__ __forceinline__ float widened(Bf16 value)
{
    return __uint_as_float(static_cast<std::uint32_t>(value.bits) << 16);
}

template <typename T>
__device__ __forceinline__ T narrowed(float value);
template <>
__device__ __forceinline__ float narrowed<float>(float value)
{
    return value;
}
template <>
__device__ __forceinline__ Bf16 narrowed<Bf16>(float value)
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
    return {__bfloat16_as_ushort(__float2bfloat16_rn(value))};
#else
    const std::uint32_t bits = __float_as_uint(value);
    const bool nan = (bits & 0x7FFFFFFFu) > 0x7F800000u; // rounding up a NaN could make it an infinity
    return {static_cast<std::uint16_t>(nan ? 0x7FFFu : (bits + 0x7FFFu + ((bits >> 16) & 1u)) >> 16)};
#endif
}

/// Two of them in one word, the first below. GPUs have an instruction for two, and one alone goes to the unit for
/// special functions where it waits for those.
__device__ __forceinline__ std::uint32_t narrowedPair(float low, float high)
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
    const __nv_bfloat162 pair = __floats2bfloat162_rn(low, high);
    return static_cast<std::uint32_t>(__bfloat16_as_ushort(pair.y)) << 16 | __bfloat16_as_ushort(pair.x);
#else
    return static_cast<std::uint32_t>(narrowed<Bf16>(high).bits) << 16 | narrowed<Bf16>(low).bits;
#endif
}

/// What storing as T and loading again makes of a number: the rounding points that fused and single kernels share.
template <typename T>
__device__ __forceinline__ float rounded(float value);
template <>
__device__ __forceinline__ float rounded<float>(float value)
{
    return value;
}
template <>
__device__ __forceinline__ float rounded<Bf16>(float value)
{
    return __uint_as_float(narrowedPair(value, value) & 0xFFFF0000u);
}

/// max(0, x); this way a NaN stays one and is seen.
__device__ __forceinline__ float rectified(float x)
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
    float result;
    asm("max.NaN.f32 %0, %1, 0f00000000;" : "=f"(result) : "f"(x));
    return result;
#else
    return x < 0.0f ? 0.0f : x;
#endif
}

/// x^−½ of a number that is not denormal: rsqrtf() takes as long again to see to those.
__device__ __forceinline__ float reciprocalRoot(float x)
{
#ifdef __CUDA_ARCH__
    float result;
    asm("rsqrt.approx.ftz.f32 %0, %1;" : "=f"(result) : "f"(x));
    return result;
#else
    return rsqrtf(x);
#endif
}

#ifdef __CUDACC__
/// The block's dynamic shared memory, aligned for 16 bytes at once.
__device__ __forceinline__ float* sharedFloats()
{
    extern __shared__ __align__(16) double memory[];
    return reinterpret_cast<float*>(memory);
}
#else
using emulator::sharedFloats;
#endif

__device__ __forceinline__ std::uint32_t globalThread()
{
    return blockIdx.x * blockDim.x + threadIdx.x;
}
__device__ __forceinline__ std::uint32_t globalThreads()
{
    return gridDim.x * blockDim.x;
}

/// So many numbers of any type, read and written at once, or 16 bytes at once.
template <typename T, std::uint32_t count>
struct alignas(count * sizeof(T) < 16 ? count * sizeof(T) : 16) Lanes {
    static constexpr std::uint32_t size = count;
    T each[count];
};
template <typename T>
using Four = Lanes<T, 4>;
/// As many as a thread reads at once: with fewer bytes under way memory is not kept busy.
template <typename T>
using Pack = Lanes<T, 16 / sizeof(T)>;

/// What storing them as T and loading them again makes of numbers.
template <typename T, std::uint32_t count>
__device__ __forceinline__ void roundAll(Lanes<float, count>& values)
{
    if constexpr (std::is_same_v<T, Bf16> && count % 2 == 0)
        for (std::uint32_t i = 0; i < count; i += 2) {
            const std::uint32_t pair = narrowedPair(values.each[i], values.each[i + 1]);
            values.each[i] = __uint_as_float(pair << 16);
            values.each[i + 1] = __uint_as_float(pair & 0xFFFF0000u);
        }
    else
        for (std::uint32_t i = 0; i < count; ++i)
            values.each[i] = rounded<T>(values.each[i]);
}

/// As float32 from memory, and rounded back into it.
template <typename T, std::uint32_t count>
__device__ __forceinline__ Lanes<float, count> load(const T* from)
{
    const auto lanes = *reinterpret_cast<const Lanes<T, count>*>(from);
    Lanes<float, count> values;
    for (std::uint32_t i = 0; i < count; ++i)
        values.each[i] = widened(lanes.each[i]);
    return values;
}
template <typename T, std::uint32_t count>
__device__ __forceinline__ void store(const Lanes<float, count>& values, T* to)
{
    Lanes<T, count> lanes;
    if constexpr (std::is_same_v<T, Bf16> && count % 2 == 0)
        for (std::uint32_t i = 0; i < count; i += 2) {
            const std::uint32_t pair = narrowedPair(values.each[i], values.each[i + 1]);
            lanes.each[i].bits = static_cast<std::uint16_t>(pair);
            lanes.each[i + 1].bits = static_cast<std::uint16_t>(pair >> 16);
        }
    else
        for (std::uint32_t i = 0; i < count; ++i)
            lanes.each[i] = narrowed<T>(values.each[i]);
    *reinterpret_cast<Lanes<T, count>*>(to) = lanes;
}

/// to[i] ← f(from[i], i), i = 0 … count − 1, by all threads of the grid. Both begin at a multiple of 16 bytes, and may
/// be the same.
template <typename T, typename F>
__device__ __forceinline__ void transformAll(const T* from, T* to, std::uint32_t count, F f)
{
    const std::uint32_t packs = count / Pack<T>::size;
    for (std::uint32_t p = globalThread(); p < packs; p += globalThreads()) {
        Pack<T> pack = reinterpret_cast<const Pack<T>*>(from)[p];
        for (std::uint32_t lane = 0; lane < Pack<T>::size; ++lane)
            pack.each[lane] = f(pack.each[lane], p * Pack<T>::size + lane);
        reinterpret_cast<Pack<T>*>(to)[p] = pack;
    }
    for (std::uint32_t i = packs * Pack<T>::size + globalThread(); i < count; i += globalThreads())
        to[i] = f(from[i], i);
}
/// to[i] ← f(first[i], second[i])
template <typename T, typename F>
__device__ __forceinline__ void transformPairs(const T* first, const T* second, T* to, std::uint32_t count, F f)
{
    const std::uint32_t packs = count / Pack<T>::size;
    for (std::uint32_t p = globalThread(); p < packs; p += globalThreads()) {
        Pack<T> pack = reinterpret_cast<const Pack<T>*>(first)[p];
        const Pack<T> other = reinterpret_cast<const Pack<T>*>(second)[p];
        for (std::uint32_t lane = 0; lane < Pack<T>::size; ++lane)
            pack.each[lane] = f(pack.each[lane], other.each[lane]);
        reinterpret_cast<Pack<T>*>(to)[p] = pack;
    }
    for (std::uint32_t i = packs * Pack<T>::size + globalThread(); i < count; i += globalThreads())
        to[i] = f(first[i], second[i]);
}

/// Where the channels of pixels lie (Maps): `group` of them with all pixels, then the next.
struct Grouping {
    std::uint32_t pixels, group;

    __device__ __forceinline__ std::uint32_t place(std::uint32_t pixel, std::uint32_t c) const
    {
        if (c < group) // the usual case costs no division
            return pixel * group + c;
        const std::uint32_t before = c / group;
        return (before * pixels + pixel) * group + c - before * group;
    }
};
inline Grouping groupingOf(const Maps& maps)
{
    return {narrow32(maps.pixels()), narrow32(maps.c / maps.groups)};
}

/// Calls f(T{}) with the C++ type of an element.
template <typename F>
void withType(Element element, F f)
{
    if (element == Element::Bf16)
        f(Bf16{});
    else
        f(float{});
}

} // namespace alexscope::cuda
