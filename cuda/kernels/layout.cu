// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

namespace alexscope::cuda {

namespace {

/// Channels-last memory, in groups or not, and plain NCHW order.
struct Places {
    Grouping grouping;
    std::uint32_t channels, area;

    /// Of the number that lies at i in memory.
    __device__ __forceinline__ std::uint32_t plain(std::uint32_t i) const
    {
        const std::uint32_t within = i / grouping.group,
                            c = within / grouping.pixels * grouping.group + i % grouping.group,
                            pixel = within % grouping.pixels;
        return (pixel / area * channels + c) * area + pixel % area;
    }
};

template <typename T>
__global__ void takePlain(const float* plain, T* values, Places places, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        values[i] = narrowed<T>(plain[places.plain(i)]);
}

template <typename T>
__global__ void givePlain(const T* values, float* plain, Places places, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        plain[places.plain(i)] = widened(values[i]);
}

__global__ void narrowAll(const float* from, Bf16* to, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads())
        to[i] = narrowed<Bf16>(from[i]);
}

struct Windows {
    Grouping from, to;
    std::uint32_t fromHeight, fromWidth, toHeight, toWidth, channels;
};

/// A thread `width` channels of a pixel.
template <typename T, std::uint32_t width>
__global__ void copyPart(Windows w, const T* from, T* to, std::uint32_t count)
{
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i * width % w.channels, pixel = i * width / w.channels;
        const std::uint32_t x = pixel % w.toWidth, y = pixel / w.toWidth % w.toHeight,
                            n = pixel / w.toWidth / w.toHeight;
        Lanes<T, width> some{};
        if (y < w.fromHeight && x < w.fromWidth)
            some = *reinterpret_cast<const Lanes<T, width>*>(from +
                                                             w.from.place((n * w.fromHeight + y) * w.fromWidth + x, c));
        *reinterpret_cast<Lanes<T, width>*>(to + w.to.place(pixel, c)) = some;
    }
}

struct FoldNumbers {
    std::uint32_t height, width, channels; ///< of the pixels that are folded
    std::uint32_t foldedHeight, foldedWidth, side;
    std::int32_t pad;
};

/// `lanes` channels of a folded pixel at once: a row of it is a piece of a row of the picture, and its lanes lie side
/// by side in both.
template <typename T, std::uint32_t lanes>
__global__ void foldEach(FoldNumbers f, const T* from, T* to, std::uint32_t count)
{
    const std::uint32_t piece = f.side * f.channels, row = f.width * f.channels;
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t within = i * lanes % (f.side * piece), pixel = i * lanes / (f.side * piece);
        const std::uint32_t n = pixel / f.foldedWidth / f.foldedHeight;
        const auto cellY = static_cast<std::int32_t>(pixel / f.foldedWidth % f.foldedHeight * f.side),
                   cellX = static_cast<std::int32_t>(pixel % f.foldedWidth * f.side);
        const std::int32_t y = cellY - f.pad + static_cast<std::int32_t>(within / piece);
        const std::int32_t first = (cellX - f.pad) * static_cast<std::int32_t>(f.channels) +
                                   static_cast<std::int32_t>(within % piece); // in its row
        const bool inside = y >= 0 && y < static_cast<std::int32_t>(f.height);
        const T* const line = from + (inside ? (n * f.height + static_cast<std::uint32_t>(y)) * row : 0);
        Lanes<T, lanes> some{};
        for (std::uint32_t lane = 0; lane < lanes; ++lane) {
            const std::int32_t at = first + static_cast<std::int32_t>(lane);
            if (inside && at >= 0 && at < static_cast<std::int32_t>(row))
                some.each[lane] = line[at];
        }
        reinterpret_cast<Lanes<T, lanes>*>(to)[i] = some;
    }
}

template <typename T>
__global__ void unfoldEach(FoldNumbers f, const T* from, T* to, std::uint32_t count)
{
    const std::uint32_t piece = f.side * f.channels;
    for (std::uint32_t i = globalThread(); i < count; i += globalThreads()) {
        const std::uint32_t c = i % f.channels, x = i / f.channels % f.width, y = i / f.channels / f.width % f.height,
                            n = i / f.channels / f.width / f.height;
        const std::uint32_t pixel = (n * f.foldedHeight + y / f.side) * f.foldedWidth + x / f.side;
        to[i] = from[(pixel * f.side + y % f.side) * piece + x % f.side * f.channels + c];
    }
}

FoldNumbers foldNumbers(const Maps& pixels, const Maps& folded, int side, int pad)
{
    return {narrow32(pixels.h),
            narrow32(pixels.w),
            narrow32(pixels.c),
            narrow32(folded.h),
            narrow32(folded.w),
            narrow32(side),
            pad};
}

Places placesOf(const Maps& m)
{
    return {groupingOf(m), narrow32(m.c), narrow32(m.h * m.w)};
}

} // namespace

void fromPlain(const float* plain, void* values, Element element, const Maps& m, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(takePlain<T>, elementwise(m.count()), stream, plain, static_cast<T*>(values), placesOf(m), m.count());
    });
}

void toPlain(const void* values, Element element, float* plain, const Maps& m, const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(givePlain<T>, elementwise(m.count()), stream, static_cast<const T*>(values), plain, placesOf(m),
               m.count());
    });
}

void narrow(const float* from, void* toBf16, std::int64_t count, const Stream& stream)
{
    launch(narrowAll, elementwise(count), stream, from, static_cast<Bf16*>(toBf16), count);
}

void copyWindow(const void* from, const Maps& f, void* to, const Maps& t, Element element, const Stream& stream)
{
    const Windows windows{groupingOf(f), groupingOf(t), narrow32(f.h), narrow32(f.w),
                          narrow32(t.h), narrow32(t.w), narrow32(t.c)};
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto copy = [&](auto kernel, std::uint32_t width) {
            launch(kernel, elementwise(t.count() / width), stream, windows, static_cast<const T*>(from),
                   static_cast<T*>(to), t.count() / width);
        };
        if (windows.from.group % Pack<T>::size == 0 && windows.to.group % Pack<T>::size == 0)
            copy(copyPart<T, Pack<T>::size>, Pack<T>::size);
        else
            copy(copyPart<T, 1>, 1);
    });
}

void foldPixels(const void* from, const Maps& f, void* to, const Maps& t, int side, int pad, Element element,
                const Stream& stream)
{
    const FoldNumbers numbers = foldNumbers(f, t, side, pad);
    withType(element, [&](auto type) {
        using T = decltype(type);
        const auto* const source = static_cast<const T*>(from);
        auto* const target = static_cast<T*>(to);
        if (side * f.c % 4 == 0)
            launch(foldEach<T, 4>, elementwise(t.count() / 4), stream, numbers, source, target, t.count() / 4);
        else
            launch(foldEach<T, 1>, elementwise(t.count()), stream, numbers, source, target, t.count());
    });
}

void unfoldPixels(const void* from, const Maps& f, void* to, const Maps& t, int side, Element element,
                  const Stream& stream)
{
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(unfoldEach<T>, elementwise(t.count()), stream, foldNumbers(t, f, side, 0), static_cast<const T*>(from),
               static_cast<T*>(to), t.count());
    });
}

} // namespace alexscope::cuda
