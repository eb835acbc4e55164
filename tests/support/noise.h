// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace alexscope::tests {

/// Numbers from −1 to below 1 that look like chance and are the same everywhere.
inline std::vector<float> noise(std::int64_t count, std::uint32_t state = 1)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values)
        v = static_cast<float>((state = state * 1664525u + 1013904223u) >> 8) / 8388608.0f - 1.0f;
    return values;
}

} // namespace alexscope::tests
