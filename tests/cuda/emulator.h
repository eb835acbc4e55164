// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>

struct CUstream_st;

/// The part of CUDA C++ that cuda/kernels/*.cu are written in, as plain C++: a block's threads are fibers, so that
/// __syncthreads works; blocks run one after the other. Shared memory begins as NaN and memory ends where it was asked
/// to end, so that the address sanitizer sees what goes beyond. One thread of the host at a time.
#define __global__
#define __device__
#define __forceinline__ inline
#define __grid_constant__
#define __launch_bounds__(...)
#define __shared__ static // one block at a time

namespace alexscope::cuda::emulator {

struct Index {
    std::uint32_t x = 0;
};

/// Calls `body` as thread 0 … threads − 1 of every block. `kernel` names it: one whose first block never synchronised
/// runs as a plain loop from then on.
void run(const void* kernel, std::uint32_t blocks, std::uint32_t threads, std::size_t shared,
         const std::function<void()>& body);
float* sharedFloats();
void synchronise();
/// Puts a kernel into a stream (emulated_device.cpp).
void enqueue(CUstream_st* stream, std::function<void()> kernel);

extern Index thread, block, threads, blocks;

} // namespace alexscope::cuda::emulator

#define threadIdx alexscope::cuda::emulator::thread
#define blockIdx alexscope::cuda::emulator::block
#define blockDim alexscope::cuda::emulator::threads
#define gridDim alexscope::cuda::emulator::blocks

inline void __syncthreads()
{
    alexscope::cuda::emulator::synchronise();
}
inline float __uint_as_float(std::uint32_t bits)
{
    return std::bit_cast<float>(bits);
}
inline std::uint32_t __float_as_uint(float value)
{
    return std::bit_cast<std::uint32_t>(value);
}
inline float rsqrtf(float value)
{
    return 1.0f / std::sqrt(value);
}
