// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

/// From numbers to colours. All maps can be told apart by colour-blind people: none runs from red to green.
namespace alexscope {

using Rgb = std::array<std::uint8_t, 3>;

enum class ColourMap {
    Grey,            ///< black to white
    Viridis,         ///< perceptually even, for what is not negative
    BlueWhiteOrange, ///< negative, zero, positive
};

/// What a number that is not finite looks like: a colour no map has.
inline constexpr Rgb notANumberColour{255, 0, 255};

/// The colour at t in 0..1; outside it the nearer end, for NaN notANumberColour.
Rgb colourOf(ColourMap map, double t);

/// The numbers that the two ends of a colour map stand for; low < high.
struct ValueRange {
    double low = 0, high = 1;

    double position(double value) const { return (value - low) / (high - low); }
    bool operator==(const ValueRange&) const = default;
};

} // namespace alexscope
