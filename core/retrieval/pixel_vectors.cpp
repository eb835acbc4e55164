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

/// The means of the boxes of one plane, crop × crop numbers.
void averageDown(const float* plane, const std::vector<int>& edges, float* out)
{
    std::vector<float> sums(static_cast<std::size_t>(edges.back()));
    for (std::size_t row = 0; row + 1 < edges.size(); ++row) {
        std::fill(sums.begin(), sums.end(), 0.0f);
        for (int y = edges[row]; y < edges[row + 1]; ++y) // whole rows first: these additions run side by side
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += plane[static_cast<std::size_t>(y) * sums.size() + x];
        for (std::size_t column = 0; column + 1 < edges.size(); ++column) {
            float sum = 0;
            for (int x = edges[column]; x < edges[column + 1]; ++x)
                sum += sums[static_cast<std::size_t>(x)];
            const int pixels = (edges[column + 1] - edges[column]) * (edges[row + 1] - edges[row]);
            *out++ = sum / static_cast<float>(pixels);
        }
    }
}

/// One plane of the mean picture as the centre crop has it; beyond the picture (a padded crop) its border goes on, as
/// Augmenter::toDisplay has it.
std::vector<float> croppedMean(const Augmenter& augmenter, std::size_t colour)
{
    const int side = augmenter.resizedSide(), crop = static_cast<int>(augmenter.input().h);
    const SampleTransform centre = augmenter.centreTransform();
    const auto wide = static_cast<std::size_t>(side);
    const float* const plane = augmenter.statistics().meanPicture.data() + colour * wide * wide;
    std::vector<float> mean;
    for (int y = 0; y < crop; ++y)
        for (int x = 0; x < crop; ++x) {
            const auto row = static_cast<std::size_t>(std::clamp(centre.y + y, 0, side - 1));
            const auto column = static_cast<std::size_t>(std::clamp(std::max(centre.x, 0) + x, 0, side - 1));
            mean.push_back(plane[row * wide + column]);
        }
    return mean;
}

/// The augmenter of a network that gets the averaged crop: undoing mean and scale is linear, so it may come after
/// averaging, on a fiftieth of the numbers.
Augmenter smallAugmenter(const Augmenter& large, int side)
{
    Preprocessing preprocessing = large.preprocessing();
    SetStatistics statistics = large.statistics();
    const std::vector<int> edges = edgesOf(static_cast<int>(large.input().h), side);
    if (preprocessing.mean == MeanKind::Picture) {
        const auto area = static_cast<std::size_t>(side * side);
        statistics.meanPicture.resize(3 * area);
        for (std::size_t colour = 0; colour < 3; ++colour)
            averageDown(croppedMean(large, colour).data(), edges, statistics.meanPicture.data() + colour * area);
        statistics.meanSide = side;
    }
    preprocessing.resize = side;
    return Augmenter(preprocessing, {}, std::move(statistics), {1, large.input().c, side, side});
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

void PixelVectors::write(const Augmenter& augmenter, ImageView picture, int side, std::span<std::uint8_t> into)
{
    if (side < 1 || into.size() != dimension(side))
        throw Error(concat("Pixels of a side of ", side, " do not go into ", into.size(), " bytes"));
    const std::vector<std::uint8_t> pixels = PixelVectors(augmenter, side).of(picture);
    std::copy(pixels.begin(), pixels.end(), into.begin());
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
            averageDown(inputs.data() + begin + c * wide, m_edges, averaged.data() + c * area);
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
