// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// Sums over the rows of a matrix, column by column, in two passes: many blocks add up a part of the rows each, then
/// their sums are added. Which rows are added in which order depends on their number alone.
namespace alexscope::cuda {

namespace {

constexpr std::uint32_t tile = 32, rowsAtOnce = 8; ///< threads of a block: 32 side by side, in 8 rows at once
constexpr std::uint32_t partsAtOnce = 8;           ///< of the second pass: as many rows of sums at once
constexpr std::int64_t mostChunks = 1024, leastRows = 64;

std::int64_t chunksOf(std::int64_t rows)
{
    const std::int64_t chunks = (rows + leastRows - 1) / leastRows;
    return chunks < 1 ? 1 : chunks > mostChunks ? mostChunks : chunks;
}

/// Where numbers come from: they lie there.
template <typename T>
struct Given {
    const T* values;
    Grouping grouping;

    template <std::uint32_t width>
    __device__ __forceinline__ Lanes<float, width> take(std::uint32_t row, std::uint32_t c, std::uint32_t) const
    {
        return load<T, width>(values + grouping.place(row, c));
    }
};

/// Or they are made here, and put down in passing: g · kept where something came out of a ReLU.
template <typename T>
struct Gated {
    const T* output;
    const T* outputGradient;
    T* inputGradient;
    float kept;

    Grouping grouping; ///< of inputGradient

    template <std::uint32_t width>
    __device__ __forceinline__ Lanes<float, width> take(std::uint32_t row, std::uint32_t c,
                                                        std::uint32_t channels) const
    {
        const Lanes<float, width> y = load<T, width>(output + row * channels + c);
        Lanes<float, width> g = load<T, width>(outputGradient + row * channels + c);
        for (std::uint32_t lane = 0; lane < width; ++lane)
            g.each[lane] = rounded<T>(y.each[lane] > 0.0f ? g.each[lane] * kept : 0.0f);
        store<T, width>(g, inputGradient + grouping.place(row, c));
        return g;
    }
};

/// partial[chunk][c] ← Σ of the chunk's rows, `width` columns a thread.
template <std::uint32_t width, typename Source>
__global__ void sumChunks(Source source, std::uint32_t rows, std::uint32_t channels, std::uint32_t chunks,
                          float* partial)
{
    const std::uint32_t tiles = (channels + tile * width - 1) / (tile * width);
    const std::uint32_t chunk = blockIdx.x / tiles, lane = threadIdx.x / tile,
                        c = (blockIdx.x % tiles * tile + threadIdx.x % tile) * width;
    const std::uint32_t each = (rows + chunks - 1) / chunks, begin = chunk * each;
    const std::uint32_t end = begin + each < rows ? begin + each : rows;
    float* const sums = sharedFloats();
    float sum[width] = {};
    if (c < channels)
        for (std::uint32_t row = begin + lane; row < end; row += rowsAtOnce) {
            const Lanes<float, width> numbers = source.template take<width>(row, c, channels);
            for (std::uint32_t i = 0; i < width; ++i)
                sum[i] += numbers.each[i];
        }
    for (std::uint32_t i = 0; i < width; ++i)
        sums[threadIdx.x * width + i] = sum[i];
    __syncthreads();
    if (lane != 0 || c >= channels)
        return;
    for (std::uint32_t i = 0; i < width; ++i) {
        for (std::uint32_t other = 1; other < rowsAtOnce; ++other)
            sum[i] += sums[(other * tile + threadIdx.x) * width + i];
        partial[chunk * channels + c + i] = sum[i];
    }
}

/// sums[c] ← Σ_chunk partial[chunk][c], in double.
__global__ void sumPartial(const float* partial, std::uint32_t chunks, std::uint32_t channels, float* sums)
{
    const std::uint32_t c = blockIdx.x * tile + threadIdx.x % tile, lane = threadIdx.x / tile;
    double* const parts = reinterpret_cast<double*>(sharedFloats());
    double sum = 0.0;
    if (c < channels)
        for (std::uint32_t chunk = lane; chunk < chunks; chunk += partsAtOnce)
            sum += static_cast<double>(partial[chunk * channels + c]);
    parts[threadIdx.x] = sum;
    __syncthreads();
    if (lane != 0 || c >= channels)
        return;
    for (std::uint32_t other = 1; other < partsAtOnce; ++other)
        sum += parts[other * tile + threadIdx.x];
    sums[c] = static_cast<float>(sum);
}

template <std::uint32_t width, typename Source>
void sumInTwo(Source source, std::int64_t rows, std::int64_t channels, float* scratch, float* sums,
              const Stream& stream)
{
    const std::int64_t chunks = chunksOf(rows), tiles = (channels + tile * width - 1) / (tile * width);
    launch(sumChunks<width, Source>,
           {static_cast<std::uint32_t>(chunks * tiles), tile * rowsAtOnce, tile * rowsAtOnce * width * sizeof(float)},
           stream, source, rows, channels, chunks, scratch);
    launch(sumPartial,
           {static_cast<std::uint32_t>((channels + tile - 1) / tile), tile * partsAtOnce,
            tile * partsAtOnce * sizeof(double)},
           stream, scratch, chunks, channels, sums);
}

template <typename Source>
void sumOf(Source source, const Maps& maps, float* scratch, float* sums, const Stream& stream)
{
    if (source.grouping.group % 4 == 0)
        sumInTwo<4>(source, maps.pixels(), maps.c, scratch, sums, stream);
    else
        sumInTwo<1>(source, maps.pixels(), maps.c, scratch, sums, stream);
}

} // namespace

std::int64_t columnScratch(std::int64_t rows, std::int64_t channels)
{
    return chunksOf(rows) * channels;
}

void sumColumns(const void* values, Element element, const Maps& maps, float* scratch, float* sums,
                const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        sumOf(Given<T>{static_cast<const T*>(values), groupingOf(maps)}, maps, scratch, sums, stream);
    });
}

void gateAndSumColumns(const Gate& gate, const Maps& maps, Element element, float* scratch, float* sums,
                       const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        sumOf(Gated<T>{static_cast<const T*>(gate.output), static_cast<const T*>(gate.outputGradient),
                       static_cast<T*>(gate.inputGradient), gate.kept, groupingOf(maps)},
              maps, scratch, sums, stream);
    });
}

} // namespace alexscope::cuda
