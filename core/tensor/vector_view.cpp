// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/vector_view.h"

#include "core/error.h"
#include "core/vectorised.h"

#include <bit>
#include <cstring>

namespace alexscope {

namespace {

ALEXSCOPE_VECTORISED void fromHalf(const std::uint16_t* from, float* to, std::size_t count)
{
    constexpr float rebias = 0x1p112f; // from half's exponent bias 15 to float's 127; exact for subnormal numbers, too
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t bits = from[i], size = (bits & 0x7fffu) << 13, sign = (bits & 0x8000u) << 16;
        const float finite = std::bit_cast<float>(size) * rebias;
        const std::uint32_t beyond = (bits & 0x7c00u) == 0x7c00u ? 0x7f800000u : 0u; // infinite or no number
        to[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(finite) | beyond | sign);
    }
}

ALEXSCOPE_VECTORISED void fromBytes(const std::uint8_t* from, float* to, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = static_cast<float>(from[i]);
}

std::uint16_t halfOf(float value)
{
    const auto all = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = all >> 16 & 0x8000u, bits = all & 0x7fffffffu;
    constexpr std::uint32_t infinity = 0x7f800000u, tooLarge = 0x477ff000u, smallestNormal = 0x38800000u;
    if (bits > infinity)
        return static_cast<std::uint16_t>(sign | 0x7e00u);
    if (bits >= tooLarge) // 65520 and more round to infinity
        return static_cast<std::uint16_t>(sign | 0x7c00u);
    if (bits < smallestNormal) // adding ½ lines its last place up with half's smallest step, 2^−24
        return static_cast<std::uint16_t>(
            sign | (std::bit_cast<std::uint32_t>(std::bit_cast<float>(bits) + 0.5f) - 0x3f000000u));
    const std::uint32_t rounded = bits + 0xfffu + (bits >> 13 & 1u);
    return static_cast<std::uint16_t>(sign | ((rounded - (112u << 23)) >> 13));
}

} // namespace

std::size_t bytesOf(VectorElement element)
{
    return element == VectorElement::Single ? 4 : element == VectorElement::Half ? 2 : 1;
}

VectorView VectorView::of(std::span<const float> values, std::size_t dimension)
{
    if (dimension == 0 || values.size() % dimension != 0)
        throw Error(concat(values.size(), " numbers are no vectors of ", dimension));
    return {values.size() / dimension, dimension, VectorElement::Single, values.data()};
}

VectorView VectorView::of(std::span<const std::uint8_t> values, std::size_t dimension)
{
    if (dimension == 0 || values.size() % dimension != 0)
        throw Error(concat(values.size(), " numbers are no vectors of ", dimension));
    return {values.size() / dimension, dimension, VectorElement::Byte, values.data()};
}

VectorView VectorView::part(std::size_t first, std::size_t rows) const
{
    return {rows, dimension, element, static_cast<const std::uint8_t*>(data) + first * rowBytes()};
}

void VectorView::read(std::span<float> into) const
{
    const std::size_t numbers = count * dimension;
    if (into.size() != numbers)
        throw Error(concat(numbers, " numbers do not go into ", into.size()));
    if (element == VectorElement::Half)
        fromHalf(static_cast<const std::uint16_t*>(data), into.data(), numbers);
    else if (element == VectorElement::Byte)
        fromBytes(static_cast<const std::uint8_t*>(data), into.data(), numbers);
    else if (numbers > 0)
        std::memcpy(into.data(), data, numbers * sizeof(float));
}

void toHalf(std::span<const float> from, std::span<std::uint16_t> to)
{
    if (from.size() != to.size())
        throw Error(concat(from.size(), " numbers do not go into ", to.size()));
    for (std::size_t i = 0; i < from.size(); ++i)
        to[i] = halfOf(from[i]);
}

} // namespace alexscope
