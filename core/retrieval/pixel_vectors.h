// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// What nearest in pixels compares: the crop the network sees (centre, without mean and colour noise) as 8-bit RGB
/// (grey where it sees grey), averaged down to side × side boxes of whole pixels; rows from the top, red green blue
/// interleaved: 3 · side · side numbers 0–255. Const members are thread-safe.
class PixelVectors {
public:
    static constexpr int usualSide = 32;

    static std::size_t dimension(int side)
    {
        return 3 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    }
    /// `wanted`, or the crop's side where that is smaller.
    static int sideFor(const Augmenter& augmenter, int wanted);

    /// Of one picture alone. `into` takes dimension(side) bytes.
    static void write(const Augmenter& augmenter, ImageView picture, int side, std::span<std::uint8_t> into);

    /// `side` 1 … that of the augmenter's crop (Error).
    PixelVectors(const Augmenter& augmenter, int side);

    int side() const { return m_side; }
    /// Of what the augmenter's apply() has made of pictures, one after the other: dimension(side) bytes each.
    std::vector<std::uint8_t> ofInputs(std::span<const float> inputs) const;
    /// Of a picture.
    std::vector<std::uint8_t> of(ImageView picture) const;

private:
    Augmenter m_augmenter;
    int m_side;
    std::vector<int> m_edges; ///< of the boxes, in pixels of the crop: side + 1 numbers
    Augmenter m_small;        ///< undoes mean and scale of averaged input
};

} // namespace alexscope
