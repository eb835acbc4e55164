// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// What nearest in pixels compares: the crop the network sees (centre, without mean and colour noise) as 8-bit RGB,
/// averaged down to side × side; rows from the top, red green blue interleaved: 3 · side · side numbers 0–255.
struct PixelVectors {
    static constexpr int usualSide = 32;

    static std::size_t dimension(int side) { return 3 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side); }
    /// `into` takes dimension(side) bytes. Thread-safe.
    static void write(const Augmenter& augmenter, ImageView picture, int side, std::span<std::uint8_t> into);
};

} // namespace alexscope
