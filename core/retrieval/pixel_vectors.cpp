// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/pixel_vectors.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope {

namespace {

std::vector<int> edgesOf(int crop, int side)
{
    if (side < 1 || side > crop)
        throw Error(concat("A crop of ", crop, "×", crop, " cannot be averaged down to ", side, "×", side));
    std::vector<int> edges;
    for (int i = 0; i <= side; ++i)
        edges.push_back(static_cast<int>(static_cast<std::int64_t>(i) * crop / side));
    return edges;
}

/// The means of one plane's boxes; its rows begin `stride` numbers apart.
void averageDown(const float* plane, std::size_t stride, const std::vector<int>& edges, float* out)
{
    std::vector<float> sums(static_cast<std::size_t>(edges.back()));
    for (std::size_t row = 0; row + 1 < edges.size(); ++row) {
        std::fill(sums.begin(), sums.end(), 0.0f);
        for (int y = edges[row]; y < edges[row + 1]; ++y) // whole rows first: these additions run side by side
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += plane[static_cast<std::size_t>(y) * stride + x];
        for (std::size_t column = 0; column + 1 < edges.size(); ++column) {
            float sum = 0;
            for (int x = edges[column]; x < edges[column + 1]; ++x)
                sum += sums[static_cast<std::size_t>(x)];
            const int pixels = (edges[column + 1] - edges[column]) * (edges[row + 1] - edges[row]);
            *out++ = sum / static_cast<float>(pixels);
        }
    }
}

/// The augmenter of a network that gets the averaged crop: undoing mean and scale is linear, so it may come after
/// averaging, on a fiftieth of the numbers.
Augmenter smallAugmenter(const Augmenter& large, int side)
{
    Preprocessing preprocessing = large.preprocessing();
    SetStatistics statistics = large.statistics();
    const Shape input = large.input();
    const std::vector<int> edges = edgesOf(static_cast<int>(input.h), side);
    if (preprocessing.mean == MeanKind::Picture) {
        const auto whole = static_cast<std::size_t>(statistics.meanSide), area = static_cast<std::size_t>(side * side);
        const SampleTransform centre = large.centreTransform();
        const std::size_t start = static_cast<std::size_t>(centre.y) * whole + static_cast<std::size_t>(centre.x);
        std::vector<float> mean(3 * area);
        for (std::size_t c = 0; c < 3; ++c)
            averageDown(statistics.meanPicture.data() + c * whole * whole + start, whole, edges,
                        mean.data() + c * area);
        statistics.meanPicture = std::move(mean);
        statistics.meanSide = side;
    }
    preprocessing.resize = side;
    return Augmenter(preprocessing, large.augmentation(), std::move(statistics), {1, input.c, side, side});
}

} // namespace

int PixelVectors::sideFor(const Augmenter& augmenter, int wanted)
{
    return std::min(wanted, static_cast<int>(augmenter.input().h));
}

PixelVectors::PixelVectors(const Augmenter& augmenter, int side)
    : m_augmenter(augmenter), m_side(side), m_edges(edgesOf(static_cast<int>(augmenter.input().h), side)),
      m_small(smallAugmenter(augmenter, side))
{
}

std::vector<std::uint8_t> PixelVectors::ofInputs(std::span<const float> inputs) const
{
    const Shape shape = m_augmenter.input();
    const auto perInput = static_cast<std::size_t>(shape.perPicture()), wide = static_cast<std::size_t>(shape.area());
    if (inputs.size() % perInput != 0)
        throw Error(concat(inputs.size(), " numbers are no crops of ", toText(shape)));
    const auto area = static_cast<std::size_t>(m_side * m_side);
    std::vector<float> averaged(static_cast<std::size_t>(shape.c) * area);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(inputs.size() / perInput * dimension(m_side));
    for (std::size_t begin = 0; begin < inputs.size(); begin += perInput) {
        for (std::size_t c = 0; c < static_cast<std::size_t>(shape.c); ++c)
            averageDown(inputs.data() + begin + c * wide, static_cast<std::size_t>(shape.w), m_edges,
                        averaged.data() + c * area);
        const Image small = m_small.toDisplay(averaged);
        pixels.insert(pixels.end(), small.rgb.begin(), small.rgb.end());
    }
    return pixels;
}

std::vector<std::uint8_t> PixelVectors::of(ImageView picture) const
{
    std::vector<float> input(static_cast<std::size_t>(m_augmenter.input().perPicture()));
    m_augmenter.apply(picture, m_augmenter.centreTransform(), input);
    return ofInputs(input);
}

} // namespace alexscope
