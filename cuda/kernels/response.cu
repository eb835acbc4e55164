// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/response_parts.h"

/// Bias, ReLU, normalisation and pooling forward.
namespace alexscope::cuda {

using namespace response;

namespace {

template <typename T, std::uint32_t width, Window window>
__device__ __forceinline__ Floats<width> valuesAt(const Parts& p, const T* input, std::uint32_t pixel, std::uint32_t c)
{
    Floats<width> a = inputsAt<T, width>(p, input, pixel, c);
    if constexpr (window != Window::None) {
        const Floats<width> sums = squareSums<T, width, window>(p, input, pixel, c, a);
        const Powers<width> powers = powersOf(p, sums);
        for (std::uint32_t i = 0; i < width; ++i)
            a.each[i] *= powers.factor.each[i];
        roundAll<T>(a);
    }
    return a;
}

template <typename T, std::uint32_t width, Window window>
__global__ void respondOnly(Parts p, const T* input, T* output, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t pixel = i * width / p.channels, c = i * width % p.channels;
        store<T, width>(valuesAt<T, width, window>(p, input, pixel, c), output + i * width);
    }
}

/// What a window holds, cell by cell in reading order. The largest wins, of equal ones the first; a NaN counts as the
/// largest.
template <std::uint32_t width>
struct Pooled {
    Floats<width> best{}, sum{};
    std::int32_t winner[width]{};
    bool isEmpty = true;

    __device__ __forceinline__ void take(const Floats<width>& values, std::int32_t cell)
    {
        for (std::uint32_t i = 0; i < width; ++i) {
            const float value = values.each[i], best0 = best.each[i];
            sum.each[i] += value;
            if (isEmpty || value > best0 || (value != value && best0 == best0)) {
                best.each[i] = value;
                winner[i] = cell;
            }
        }
        isEmpty = false;
    }
};

/// valuesAtCell(row, column) for the cells of the window of output (y, x) that lie inside; writes what it holds.
template <typename T, std::uint32_t width, typename F>
__device__ __forceinline__ void poolWindow(const Parts& p, std::uint32_t y, std::uint32_t x, T* output,
                                           std::uint16_t* winners, std::uint32_t place, F valuesAtCell)
{
    const Span rows = windowSpan(p, y, p.height), columns = windowSpan(p, x, p.width);
    Pooled<width> pooled{};
    for (std::int32_t iy = rows.begin; iy < rows.end; ++iy)
        for (std::int32_t ix = columns.begin; ix < columns.end; ++ix)
            pooled.take(valuesAtCell(static_cast<std::uint32_t>(iy), static_cast<std::uint32_t>(ix)),
                        (iy - rows.first) * p.size + (ix - columns.first));
    if (p.average)
        for (std::uint32_t i = 0; i < width; ++i)
            pooled.best.each[i] =
                pooled.sum.each[i] / static_cast<float>((rows.end - rows.begin) * (columns.end - columns.begin));
    store<T, width>(pooled.best, output + place);
    if (!winners)
        return;
    Lanes<std::uint16_t, width> cells;
    for (std::uint32_t i = 0; i < width; ++i)
        cells.each[i] = static_cast<std::uint16_t>(pooled.winner[i]);
    *reinterpret_cast<Lanes<std::uint16_t, width>*>(winners + place) = cells;
}

/// Straight from the input: for what costs no more to compute again for every window.
template <typename T, std::uint32_t width, Window window>
__global__ void respondAndPool(Parts p, const T* input, T* output, std::uint16_t* winners, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i * width % p.channels, pixel = i * width / p.channels;
        const std::uint32_t x = pixel % p.outputW, y = pixel / p.outputW % p.outputH, n = pixel / p.outputW / p.outputH;
        poolWindow<T, width>(p, y, x, output, winners, i * width, [&](std::uint32_t iy, std::uint32_t ix) {
            return valuesAt<T, width, window>(p, input, (n * p.height + iy) * p.width + ix, c);
        });
    }
}

/// What a block of the kernel below takes: `rows` rows of outputs, `packs` · width channels of one picture.
struct Tile {
    std::uint32_t rows, packs, tilesDown, tilesAcross;
};

/// With normalisation: a block works out all that its windows hold once, into shared memory, and pools there.
template <typename T, std::uint32_t width>
__global__ void respondAndPoolTiles(Parts p, Tile tile, const T* input, T* output, std::uint16_t* winners)
{
    T* const values = reinterpret_cast<T*>(sharedFloats()); // [row][column][channel]
    const std::uint32_t firstChannel = blockIdx.x % tile.tilesAcross * tile.packs * width;
    const std::uint32_t firstRow = blockIdx.x / tile.tilesAcross % tile.tilesDown * tile.rows;
    const std::uint32_t n = blockIdx.x / tile.tilesAcross / tile.tilesDown;
    const std::uint32_t lastRow =
        (firstRow + tile.rows < p.outputH ? firstRow + tile.rows : p.outputH) - 1; // of the outputs
    const std::uint32_t left = (p.channels - firstChannel) / width, packs = left < tile.packs ? left : tile.packs;
    const auto top = static_cast<std::uint32_t>(windowSpan(p, firstRow, p.height).begin),
               bottom = static_cast<std::uint32_t>(windowSpan(p, lastRow, p.height).end);
    // Whole rows: pixels that follow each other do so in memory and in the tile.
    const std::uint32_t firstPixel = (n * p.height + top) * p.width,
                        firstOutput = (n * p.outputH + firstRow) * p.outputW;
    for (std::uint32_t i = threadIdx.x; i < (bottom - top) * p.width * packs; i += blockDim.x) {
        const std::uint32_t spot = i / packs, c = firstChannel + (i - spot * packs) * width;
        store<T, width>(valuesAt<T, width, Window::Five>(p, input, firstPixel + spot, c), values + i * width);
    }
    __syncthreads();
    for (std::uint32_t i = threadIdx.x; i < (lastRow + 1 - firstRow) * p.outputW * packs; i += blockDim.x) {
        const std::uint32_t spot = i / packs, pack = i - spot * packs, y = spot / p.outputW, x = spot - y * p.outputW;
        const std::uint32_t place = (firstOutput + spot) * p.channels + firstChannel + pack * width;
        poolWindow<T, width>(p, firstRow + y, x, output, winners, place, [&](std::uint32_t iy, std::uint32_t ix) {
            return load<T, width>(values + (((iy - top) * p.width + ix) * packs + pack) * width);
        });
    }
}

/// Of shared memory.
std::size_t tileBytes(const Parts& p, const Tile& tile, std::size_t packBytes)
{
    const std::uint32_t inputs =
        (tile.rows - 1) * static_cast<std::uint32_t>(p.stride) + static_cast<std::uint32_t>(p.size);
    return (inputs < p.height ? inputs : p.height) * p.width * tile.packs * packBytes;
}

/// 64 bytes' worth of channels, and as many rows of outputs as leave a few blocks room side by side. No rows: not even
/// one fits.
Tile tileOf(const Parts& p, std::uint32_t width, std::size_t packBytes)
{
    constexpr std::size_t room = 24 << 10;
    const std::uint32_t packs = p.channels / width;
    Tile tile{1, packs < 4 ? packs : 4, 0, 0};
    while (tile.packs > 1 && tileBytes(p, tile, packBytes) > room)
        tile.packs /= 2;
    tile.tilesAcross = (packs + tile.packs - 1) / tile.packs;
    if (tileBytes(p, tile, packBytes) > room)
        return {};
    for (Tile larger = tile; larger.rows <= p.outputH && tileBytes(p, larger, packBytes) <= room; ++larger.rows)
        tile = larger;
    tile.tilesDown = (p.outputH + tile.rows - 1) / tile.rows;
    return tile;
}

} // namespace

void respond(const Response& r, const void* input, void* output, std::uint16_t* winners, Element element,
             const Stream& stream)
{
    const Parts p = partsOf(r);
    const std::int64_t count = r.output().count();
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto* x = static_cast<const T*>(input);
        auto* y = static_cast<T*>(output);
        withPacks<T>(p, [&](auto packWidth, auto packWindow) {
            constexpr std::uint32_t width = decltype(packWidth)::value;
            constexpr Window window = decltype(packWindow)::value;
            const LaunchShape each = elementwise(count / width);
            if (r.pool == Response::Pool::None)
                return launch(respondOnly<T, width, window>, each, stream, p, x, y, count / width);
            if constexpr (window == Window::Five) {
                const Tile tile = tileOf(p, width, width * sizeof(T));
                const auto blocks = static_cast<std::uint32_t>(r.input.n) * tile.tilesDown * tile.tilesAcross;
                if (tile.rows > 0)
                    return launch(respondAndPoolTiles<T, width>, {blocks, 256, tileBytes(p, tile, width * sizeof(T))},
                                  stream, p, tile, x, y, winners);
            }
            launch(respondAndPool<T, width, window>, each, stream, p, x, y, winners, count / width);
        });
    });
}

} // namespace alexscope::cuda
