// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

constexpr std::uint32_t tile = 32, rowsAtOnce = 8; ///< a block: 32 neighbouring channels of 8 rows at once
constexpr std::int64_t mostChunks = 128, leastRows = 256;

std::int64_t chunksOf(std::int64_t rows)
{
    const std::int64_t chunks = (rows + leastRows - 1) / leastRows;
    return chunks < 1 ? 1 : chunks > mostChunks ? mostChunks : chunks;
}

/// partial[chunk][c] ← Σ of the chunk's rows
template <typename T>
__global__ void sumChunks(const T* values, std::uint32_t rows, std::uint32_t channels, std::uint32_t chunks,
                          float* partial)
{
    const std::uint32_t tiles = (channels + tile - 1) / tile;
    const std::uint32_t chunk = blockIdx.x / tiles, c = blockIdx.x % tiles * tile + threadIdx.x % tile,
                        lane = threadIdx.x / tile;
    const std::uint32_t each = (rows + chunks - 1) / chunks, begin = chunk * each;
    const std::uint32_t end = begin + each < rows ? begin + each : rows;
    float* const sums = sharedFloats();
    float sum = 0.0f;
    if (c < channels)
        for (std::uint32_t row = begin + lane; row < end; row += rowsAtOnce)
            sum += widened(values[row * channels + c]);
    sums[threadIdx.x] = sum;
    __syncthreads();
    if (lane != 0 || c >= channels)
        return;
    for (std::uint32_t other = 1; other < rowsAtOnce; ++other)
        sum += sums[other * tile + threadIdx.x];
    partial[chunk * channels + c] = sum;
}

__global__ void sumPartial(const float* partial, std::uint32_t chunks, std::uint32_t channels, float* sums)
{
    for (std::uint32_t c = globalThread(); c < channels; c += globalThreads()) {
        double sum = 0.0;
        for (std::uint32_t chunk = 0; chunk < chunks; ++chunk)
            sum += static_cast<double>(partial[chunk * channels + c]);
        sums[c] = static_cast<float>(sum);
    }
}

} // namespace

std::int64_t columnScratch(std::int64_t rows, std::int64_t channels)
{
    return chunksOf(rows) * channels;
}

void sumColumns(const void* values, Element element, std::int64_t rows, std::int64_t channels, float* scratch,
                float* sums, const Stream& stream)
{
    const std::int64_t chunks = chunksOf(rows), tiles = (channels + tile - 1) / tile;
    const LaunchShape shape{static_cast<std::uint32_t>(chunks * tiles), tile * rowsAtOnce,
                            tile * rowsAtOnce * sizeof(float)};
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(sumChunks<T>, shape, stream, static_cast<const T*>(values), rows, channels, chunks, scratch);
    });
    launch(sumPartial, elementwise(channels), stream, scratch, chunks, channels, sums);
}

} // namespace alexscope::cuda
