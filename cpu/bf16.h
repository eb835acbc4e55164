// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

/// bfloat16: the upper half of a float32. Rounding is to nearest, ties to even, as the processor's own instruction
/// does.
namespace alexscope::cpu {

using Bf16 = std::uint16_t;

inline float toFloat(Bf16 value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

inline Bf16 toBf16(float value)
{
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7FFFu + ((bits >> 16) & 1u)) >> 16;
    const bool nan = (bits & 0x7FFFFFFFu) > 0x7F800000u; // rounding up a NaN could make it an infinity
    return static_cast<Bf16>(nan ? (bits >> 16) | 0x40u : rounded);
}

} // namespace alexscope::cpu
