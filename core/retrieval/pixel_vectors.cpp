// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/pixel_vectors.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope {

int PixelVectors::sideFor(const Augmenter& augmenter, int wanted)
{
    return std::min(wanted, static_cast<int>(augmenter.input().h));
}

void PixelVectors::write(const Augmenter& augmenter, ImageView picture, int side, std::span<std::uint8_t> into)
{
    std::vector<float> input(static_cast<std::size_t>(augmenter.input().perPicture()));
    augmenter.apply(picture, augmenter.centreTransform(), input);
    writeFromInput(augmenter, input, side, into);
}

void PixelVectors::writeFromInput(const Augmenter& augmenter, std::span<const float> input, int side,
                                  std::span<std::uint8_t> into)
{
    if (side < 1 || into.size() != dimension(side))
        throw Error(concat("Pixels of a side of ", side, " do not go into ", into.size(), " bytes"));
    const Image small = resizeToSquare(augmenter.toDisplay(input), side, true);
    std::copy(small.rgb.begin(), small.rgb.end(), into.begin());
}

} // namespace alexscope
