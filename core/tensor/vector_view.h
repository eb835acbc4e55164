// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace alexscope {

/// How the numbers of a set's vectors lie in memory.
enum class VectorElement : std::uint32_t { Single = 0, Half = 1, Byte = 2 };

std::size_t bytesOf(VectorElement element);

/// `count` vectors of `dimension` numbers, row after row: in memory or in a mapped file. Does not own them.
struct VectorView {
    std::size_t count = 0, dimension = 0;
    VectorElement element = VectorElement::Single;
    const void* data = nullptr; ///< aligned to the element

    static VectorView of(std::span<const float> values, std::size_t dimension);
    static VectorView of(std::span<const std::uint8_t> values, std::size_t dimension);

    std::size_t rowBytes() const { return dimension * bytesOf(element); }
    /// Vectors first … first+rows−1.
    VectorView part(std::size_t first, std::size_t rows) const;
    /// The same as float32, exactly; `into` takes count · dimension numbers.
    void read(std::span<float> into) const;
};

/// To the nearest half-precision number, ties to even; beyond ±65504 infinite.
void toHalf(std::span<const float> from, std::span<std::uint16_t> to);

} // namespace alexscope
