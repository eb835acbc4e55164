// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace alexscope {

/// The nearest number that bfloat16 holds, ties to even: what a device computing in bf16 makes of a float32. NaN
/// stays NaN.
inline float roundToBf16(float value)
{
    if (std::isnan(value))
        return value;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t halfWay = 0x7FFF + ((bits >> 16) & 1); // 1 more when the kept part is odd: ties go to even
    return std::bit_cast<float>((bits + halfWay) & 0xFFFF0000u);
}

} // namespace alexscope
