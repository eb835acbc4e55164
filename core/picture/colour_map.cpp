// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/colour_map.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace alexscope {

namespace {

// Ten evenly spaced colours of viridis (S. van der Walt, N. Smith, 2015); between them straight lines are near enough.
constexpr Rgb viridis[] = {{68, 1, 84},    {72, 40, 120},  {62, 73, 137},  {49, 104, 142}, {38, 130, 142},
                           {31, 158, 137}, {53, 183, 121}, {109, 205, 89}, {180, 222, 44}, {253, 231, 37}};
constexpr Rgb blueWhiteOrange[] = {{8, 48, 107}, {66, 132, 190}, {247, 247, 247}, {232, 142, 44}, {127, 59, 8}};
constexpr Rgb grey[] = {{0, 0, 0}, {255, 255, 255}};

std::span<const Rgb> anchorsOf(ColourMap map)
{
    switch (map) {
    case ColourMap::Viridis:
        return viridis;
    case ColourMap::BlueWhiteOrange:
        return blueWhiteOrange;
    case ColourMap::Grey:
        break;
    }
    return grey;
}

} // namespace

Rgb colourOf(ColourMap map, double t)
{
    if (std::isnan(t))
        return notANumberColour;
    const std::span<const Rgb> anchors = anchorsOf(map);
    const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const std::size_t left = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
    const double part = place - static_cast<double>(left);
    Rgb colour;
    for (std::size_t i = 0; i < colour.size(); ++i)
        colour[i] = static_cast<std::uint8_t>(std::lround(anchors[left][i] * (1 - part) + anchors[left + 1][i] * part));
    return colour;
}

} // namespace alexscope
