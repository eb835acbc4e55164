// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// §5 on all parameters at once: v ← momentum·v − shrink·w − rate·g;  w ← w + v, and the bf16 copy of w in passing.
namespace alexscope::cuda {

namespace {

constexpr std::uint32_t threads = 256;

/// What a thread finds out for the norms.
struct Squares {
    double update = 0.0, weight = 0.0;
};

/// One number's step; `w` and `v` are replaced.
__device__ __forceinline__ void step(float& w, float& v, float gradient, float momentum, const UpdateRate& rate,
                                     bool wantSquares, Squares& squares)
{
    v = momentum * v - rate.shrink * w - rate.rate * gradient;
    w = w + v;
    if (wantSquares) {
        squares.update += static_cast<double>(v) * static_cast<double>(v);
        squares.weight += static_cast<double>(w) * static_cast<double>(w);
    }
}

/// Numbers begin … end − 1, four at once; `begin` is a multiple of four.
template <typename G>
__device__ __forceinline__ void stepAll(const UpdateEntry& entry, float momentum, const UpdateRate& rate,
                                        std::uint32_t begin, std::uint32_t end, bool wantSquares, Squares& squares)
{
    const G* const gradient = static_cast<const G*>(entry.gradient);
    Bf16* const copy = static_cast<Bf16*>(entry.copy);
    const std::uint32_t whole = end - end % 4;
    for (std::uint32_t i = begin + 4 * threadIdx.x; i < whole; i += 4 * threads) {
        Four<float> w = *reinterpret_cast<const Four<float>*>(entry.weight + i);
        Four<float> v = *reinterpret_cast<const Four<float>*>(entry.velocity + i);
        const Four<G> g = *reinterpret_cast<const Four<G>*>(gradient + i);
        Four<Bf16> narrow;
        for (std::uint32_t lane = 0; lane < 4; ++lane) {
            step(w.each[lane], v.each[lane], widened(g.each[lane]), momentum, rate, wantSquares, squares);
            narrow.each[lane] = narrowed<Bf16>(w.each[lane]);
        }
        *reinterpret_cast<Four<float>*>(entry.velocity + i) = v;
        *reinterpret_cast<Four<float>*>(entry.weight + i) = w;
        if (copy)
            *reinterpret_cast<Four<Bf16>*>(copy + i) = narrow;
    }
    for (std::uint32_t i = whole + threadIdx.x; i < end; i += threads) {
        step(entry.weight[i], entry.velocity[i], widened(gradient[i]), momentum, rate, wantSquares, squares);
        if (copy)
            copy[i] = narrowed<Bf16>(entry.weight[i]);
    }
}

/// The table is read where it lies among the arguments; without __grid_constant__ every thread would copy it.
__global__ void updateAll(const __grid_constant__ UpdateTable table)
{
    int which = 0;
    while (which + 1 < table.count && table.entries[which + 1].firstBlock <= blockIdx.x)
        ++which;
    const UpdateEntry& entry = table.entries[which];
    const UpdateRate rate = table.rates[which];
    const float momentum = table.numbers->momentum;
    const bool wantSquares = table.numbers->wantSquares != 0;
    const std::uint32_t begin = (blockIdx.x - entry.firstBlock) * UpdateTable::perBlock;
    const std::uint32_t end = entry.count - begin < UpdateTable::perBlock ? entry.count : begin + UpdateTable::perBlock;
    Squares squares;
    if (entry.gradientElement == Element::Bf16)
        stepAll<Bf16>(entry, momentum, rate, begin, end, wantSquares, squares);
    else
        stepAll<float>(entry, momentum, rate, begin, end, wantSquares, squares);
    double* const sums = reinterpret_cast<double*>(sharedFloats());
    sums[threadIdx.x] = squares.update;
    sums[threads + threadIdx.x] = squares.weight;
    __syncthreads();
    if (!wantSquares) // the whole grid alike
        return;
    for (std::uint32_t half = threads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            sums[threadIdx.x] += sums[threadIdx.x + half];
            sums[threads + threadIdx.x] += sums[threads + threadIdx.x + half];
        }
        __syncthreads();
    }
    if (threadIdx.x < 2)
        table.squares[2 * blockIdx.x + threadIdx.x] = sums[threadIdx.x * threads];
}

} // namespace

void UpdateTable::add(UpdateEntry entry)
{
    entry.firstBlock = blocks;
    blocks += (entry.count + perBlock - 1) / perBlock;
    entries[count++] = entry;
}

void update(const UpdateTable& table, const Stream& stream)
{
    launch(updateAll, {table.blocks, threads, 2 * threads * sizeof(double)}, stream, table);
}

} // namespace alexscope::cuda
