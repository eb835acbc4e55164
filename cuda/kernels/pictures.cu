// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/execution.h"

/// Augmenter::apply (core/data/augmenter.cpp) on the GPU, in the same float32 operations and so with the same bits:
/// x = (pixel + (shift − mean)) · factor; 0 where the crop lies beside the picture.
namespace alexscope::cuda {

namespace {

__device__ __forceinline__ float pixelOf(const PictureCut& cut, const std::uint8_t* pixel, std::uint32_t channel)
{
    if (cut.channels == 3)
        return static_cast<float>(pixel[cut.source[channel]]);
    return (static_cast<float>(pixel[0]) + static_cast<float>(pixel[1]) + static_cast<float>(pixel[2])) / 3.0f;
}

__device__ __forceinline__ float meanAt(const PictureCut& cut, std::uint32_t place, std::uint32_t channel)
{
    if (!cut.meanPicture)
        return cut.mean[channel];
    const auto plane = static_cast<std::uint32_t>(cut.side * cut.side);
    if (cut.channels == 3)
        return cut.meanPicture[static_cast<std::uint32_t>(cut.source[channel]) * plane + place];
    return (cut.meanPicture[place] + cut.meanPicture[plane + place] + cut.meanPicture[2 * plane + place]) / 3.0f;
}

/// A thread a pixel: where it comes from is worked out once for its channels.
template <typename T>
__global__ void cutAll(const __grid_constant__ PictureCut cut, const std::uint8_t* rgb, const std::uint32_t* places,
                       const PictureShift* shifts, T* input, std::uint32_t pixels)
{
    const auto channels = static_cast<std::uint32_t>(cut.channels), crop = static_cast<std::uint32_t>(cut.crop);
    for (std::uint32_t i = globalThread(); i < pixels; i += globalThreads()) {
        const std::uint32_t x = i % crop, y = i / crop % crop, n = i / crop / crop;
        const PictureShift& shift = shifts[n];
        const std::int32_t fromX = shift.x + static_cast<std::int32_t>(shift.mirrored ? crop - 1 - x : x);
        const std::int32_t fromY = shift.y + static_cast<std::int32_t>(y);
        const bool inside = fromX >= 0 && fromX < cut.side && fromY >= 0 && fromY < cut.side;
        const auto place = static_cast<std::uint32_t>(inside ? fromY * cut.side + fromX : 0);
        const std::size_t picture = places ? places[n] : n;
        const std::uint8_t* const pixel = rgb + 3 * (picture * static_cast<std::size_t>(cut.side * cut.side) + place);
        for (std::uint32_t c = 0; c < channels; ++c)
            input[i * channels + c] = narrowed<T>(
                inside ? (pixelOf(cut, pixel, c) + (shift.shift[c] - meanAt(cut, place, c))) * cut.factor[c] : 0.0f);
    }
}

/// A block a picture.
__global__ void keepEach(const std::uint8_t* rgb, const std::uint32_t* places, std::uint8_t* to, std::uint32_t bytes)
{
    const std::uint8_t* const from = rgb + static_cast<std::size_t>(blockIdx.x) * bytes;
    std::uint8_t* const place = to + static_cast<std::size_t>(places[blockIdx.x]) * bytes;
    for (std::uint32_t i = threadIdx.x; i < bytes; i += blockDim.x)
        place[i] = from[i];
}

} // namespace

void cutPictures(const PictureCut& cut, const std::uint8_t* rgb, const std::uint32_t* places,
                 const PictureShift* shifts, void* input, Element element, std::int64_t count, const Stream& stream)
{
    const std::int64_t pixels = count * cut.crop * cut.crop;
    withType(element, [&](auto type) {
        using T = decltype(type);
        launch(cutAll<T>, elementwise(pixels), stream, cut, rgb, places, shifts, static_cast<T*>(input), pixels);
    });
}

void keepPictures(const std::uint8_t* rgb, const std::uint32_t* places, std::uint8_t* to, std::int64_t bytes,
                  std::int64_t count, const Stream& stream)
{
    launch(keepEach, {static_cast<std::uint32_t>(count), 256, 0}, stream, rgb, places, to, bytes);
}

} // namespace alexscope::cuda
