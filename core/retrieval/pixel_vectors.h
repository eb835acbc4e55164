// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// What nearest in pixels compares: the crop the network sees (centre, without mean and colour noise) as 8-bit RGB
/// (grey where it sees grey), averaged down to side × side; rows from the top, red green blue interleaved: 3 · side ·
/// side numbers 0–255.
struct PixelVectors {
    static constexpr int usualSide = 32;

    static std::size_t dimension(int side)
    {
        return 3 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    }
    /// `wanted`, or the crop's side where that is smaller.
    static int sideFor(const Augmenter& augmenter, int wanted);

    /// Of a picture. `into` takes dimension(side) bytes. Thread-safe.
    static void write(const Augmenter& augmenter, ImageView picture, int side, std::span<std::uint8_t> into);
    /// The same of what apply() has made of one.
    static void writeFromInput(const Augmenter& augmenter, std::span<const float> input, int side,
                               std::span<std::uint8_t> into);
};

} // namespace alexscope
