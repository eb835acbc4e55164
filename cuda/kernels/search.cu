// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// The nearest vectors of queries, from their products. The smallest numbers are found by a block at a time: each
/// thread keeps some and its own first, the block takes the first of those, as often as numbers are wanted.
namespace alexscope::cuda {

namespace {

constexpr std::uint32_t threads = 128; ///< of a block; a power of two
constexpr std::uint32_t each = 16;     ///< numbers a thread keeps
static_assert(threads * each == Nearest::atOnce);

__device__ __forceinline__ float number(float value)
{
    return value;
}
__device__ __forceinline__ float number(std::uint8_t value)
{
    return static_cast<float>(value);
}
/// IEEE half precision.
__device__ __forceinline__ float number(std::uint16_t bits)
{
    const std::uint32_t size = static_cast<std::uint32_t>(bits & 0x7FFFu) << 13, sign = (bits & 0x8000u) << 16;
    const std::uint32_t beyond = (bits & 0x7C00u) == 0x7C00u ? 0x7F800000u : 0u; // infinite or no number
    const float rebias = __uint_as_float(0x77800000u);                           // 2¹¹²
    return __uint_as_float(__float_as_uint(__uint_as_float(size) * rebias) | beyond | sign);
}

template <typename T>
__global__ void widenAll(const T* from, float* to, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        to[i] = number(from[i]);
}

/// A row a block.
template <typename T>
__global__ void lengthsOf(const T* rows, std::uint32_t dimension, float* lengths)
{
    const T* const row = rows + blockIdx.x * dimension;
    float* const sums = sharedFloats();
    float sum = 0.0f;
    for (std::uint32_t i = threadIdx.x; i < dimension; i += threads)
        sum += number(row[i]) * number(row[i]);
    sums[threadIdx.x] = sum;
    __syncthreads();
    for (std::uint32_t half = threads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half)
            sums[threadIdx.x] += sums[threadIdx.x + half];
        __syncthreads();
    }
    if (threadIdx.x == 0)
        lengths[blockIdx.x] = sums[0];
}

struct Found {
    float value;
    std::uint32_t row;
};

__device__ __forceinline__ Found none()
{
    return {__uint_as_float(0x7F800000u), Nearest::noRow};
}
__device__ __forceinline__ bool before(const Found& a, const Found& b)
{
    return a.value < b.value || (a.value == b.value && a.row < b.row);
}
__device__ __forceinline__ std::uint32_t firstOf(const Found* own)
{
    std::uint32_t first = 0;
    for (std::uint32_t i = 1; i < each; ++i)
        first = before(own[i], own[first]) ? i : first;
    return first;
}

/// The `wanted` first of take(0) … take(count − 1), in order; what is missing is none(). All of the block takes part.
template <typename Take>
__device__ __forceinline__ void findFirst(Take take, std::uint32_t count, std::uint32_t wanted, float* values,
                                          std::uint32_t* rows)
{
    Found own[each];
    for (std::uint32_t i = 0; i < each; ++i) {
        const std::uint32_t at = i * threads + threadIdx.x;
        own[i] = at < count ? take(at) : none();
        if (!(own[i].value <= own[i].value)) // no number: infinitely far
            own[i].value = none().value;
    }
    Found* const best = reinterpret_cast<Found*>(sharedFloats());
    auto* const owner = reinterpret_cast<std::uint32_t*>(best + threads);
    std::uint32_t first = firstOf(own);
    for (std::uint32_t i = 0; i < wanted; ++i) {
        best[threadIdx.x] = own[first];
        owner[threadIdx.x] = threadIdx.x;
        __syncthreads(); // in the first turn, also: all was taken before anything is written
        for (std::uint32_t half = threads / 2; half > 0; half /= 2) {
            const std::uint32_t other = threadIdx.x + half;
            if (threadIdx.x < half && before(best[other], best[threadIdx.x])) {
                best[threadIdx.x] = best[other];
                owner[threadIdx.x] = owner[other];
            }
            __syncthreads();
        }
        if (threadIdx.x == 0) {
            values[i] = best[0].value;
            rows[i] = best[0].row;
        }
        if (threadIdx.x == owner[0]) {
            own[first] = none();
            first = firstOf(own);
        }
        __syncthreads();
    }
}

/// A query and a run of rows a block. The query's own length, the same for all rows, is left out.
__global__ void takeNearest(const float* products, const float* lengths, std::uint32_t rows, std::uint32_t firstRow,
                            Nearest nearest)
{
    const std::uint32_t runs = (rows + Nearest::atOnce - 1) / Nearest::atOnce;
    const std::uint32_t query = blockIdx.x / runs, run = blockIdx.x % runs, begin = run * Nearest::atOnce;
    const std::uint32_t count = rows - begin < Nearest::atOnce ? rows - begin : Nearest::atOnce;
    const float* const row = products + query * rows;
    const std::uint32_t to = query * nearest.width + (run + 1) * nearest.most;
    findFirst(
        [=](std::uint32_t i) {
            return Found{lengths[begin + i] - 2.0f * row[begin + i], firstRow + begin + i};
        },
        count, nearest.most, nearest.values + to, nearest.rows + to);
}

/// A query a block.
__global__ void mergeNearest(std::uint32_t begin, std::uint32_t count, Nearest nearest)
{
    const std::uint32_t at = blockIdx.x * nearest.width;
    findFirst(
        [=](std::uint32_t i) {
            return Found{nearest.values[at + begin + i], nearest.rows[at + begin + i]};
        },
        count, nearest.most, nearest.values + at, nearest.rows + at);
}

template <typename F>
void withStored(Stored stored, F f)
{
    if (stored == Stored::F32)
        f(float{});
    else if (stored == Stored::F16)
        f(std::uint16_t{});
    else
        f(std::uint8_t{});
}

} // namespace

void widen(const void* from, Stored stored, float* to, std::int64_t count, const Stream& stream)
{
    withStored(stored, [&](auto type) {
        using T = decltype(type);
        launch(widenAll<T>, elementwise(count), stream, static_cast<const T*>(from), to, count);
    });
}

void squaredLengths(const void* rows, Stored stored, std::int64_t count, std::int64_t dimension, float* lengths,
                    const Stream& stream)
{
    const LaunchShape shape{static_cast<std::uint32_t>(count), threads, threads * sizeof(float)};
    withStored(stored, [&](auto type) {
        using T = decltype(type);
        launch(lengthsOf<T>, shape, stream, static_cast<const T*>(rows), dimension, lengths);
    });
}

void keepNearest(const float* products, const float* lengths, std::int64_t queries, std::int64_t rows,
                 std::int64_t firstRow, const Nearest& nearest, const Stream& stream)
{
    constexpr std::size_t shared = threads * (sizeof(Found) + sizeof(std::uint32_t));
    const std::int64_t runs = (rows + Nearest::atOnce - 1) / Nearest::atOnce;
    launch(takeNearest, {static_cast<std::uint32_t>(queries * runs), threads, shared}, stream, products, lengths, rows,
           firstRow, nearest);
    const std::int64_t begin = firstRow == 0 ? nearest.most : 0; // nothing was kept before
    launch(mergeNearest, {static_cast<std::uint32_t>(queries), threads, shared}, stream, begin,
           (runs + 1) * nearest.most - begin, nearest);
}

} // namespace alexscope::cuda
