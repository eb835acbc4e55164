// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// §5 on all parameters at once: v ← momentum·v − shrink·w − rate·g;  w ← w + v, and the bf16 copy of w in passing.
namespace alexscope::cuda {

namespace {

constexpr std::uint32_t threads = 256;

template <typename G>
__device__ __forceinline__ void step(const UpdateEntry& entry, float momentum, std::uint32_t begin, std::uint32_t end,
                                     double& updateSquares, double& weightSquares, bool wantSquares)
{
    const G* const gradient = static_cast<const G*>(entry.gradient);
    Bf16* const copy = static_cast<Bf16*>(entry.copy);
    for (std::uint32_t i = begin + threadIdx.x; i < end; i += threads) {
        const float before = entry.weight[i];
        const float v = momentum * entry.velocity[i] - entry.shrink * before - entry.rate * widened(gradient[i]);
        const float w = before + v;
        entry.velocity[i] = v;
        entry.weight[i] = w;
        if (copy)
            copy[i] = narrowed<Bf16>(w);
        if (wantSquares) {
            updateSquares += static_cast<double>(v) * static_cast<double>(v);
            weightSquares += static_cast<double>(w) * static_cast<double>(w);
        }
    }
}

/// The table is read where it lies among the arguments; without __grid_constant__ every thread would copy it.
__global__ void updateAll(const __grid_constant__ UpdateTable table, double* squares)
{
    int which = 0;
    while (which + 1 < table.count && table.entries[which + 1].firstBlock <= blockIdx.x)
        ++which;
    const UpdateEntry& entry = table.entries[which];
    const std::uint32_t begin = (blockIdx.x - entry.firstBlock) * UpdateTable::perBlock;
    const std::uint32_t end = entry.count - begin < UpdateTable::perBlock ? entry.count : begin + UpdateTable::perBlock;
    double updateSquares = 0.0, weightSquares = 0.0;
    if (entry.gradientElement == Element::Bf16)
        step<Bf16>(entry, table.momentum, begin, end, updateSquares, weightSquares, squares != nullptr);
    else
        step<float>(entry, table.momentum, begin, end, updateSquares, weightSquares, squares != nullptr);
    if (!squares) // the whole grid alike
        return;
    double* const sums = reinterpret_cast<double*>(sharedFloats());
    sums[threadIdx.x] = updateSquares;
    sums[threads + threadIdx.x] = weightSquares;
    __syncthreads();
    for (std::uint32_t half = threads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            sums[threadIdx.x] += sums[threadIdx.x + half];
            sums[threads + threadIdx.x] += sums[threads + threadIdx.x + half];
        }
        __syncthreads();
    }
    if (threadIdx.x < 2)
        squares[2 * blockIdx.x + threadIdx.x] = sums[threadIdx.x * threads];
}

} // namespace

void UpdateTable::add(UpdateEntry entry)
{
    entry.firstBlock = blocks;
    blocks += (entry.count + perBlock - 1) / perBlock;
    entries[count++] = entry;
}

void update(const UpdateTable& table, double* squares, const Stream& stream)
{
    launch(updateAll, {table.blocks, threads, squares ? 2 * threads * sizeof(double) : 0}, stream, table, squares);
}

} // namespace alexscope::cuda
