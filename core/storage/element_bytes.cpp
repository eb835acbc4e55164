// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/element_bytes.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace alexscope {

namespace {

/// IEEE 754 half: 1 sign, 5 exponent and 10 fraction bits.
double fromHalf(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31, fraction = bits & 1023;
    double value = 0;
    if (exponent == 31)
        value = fraction ? std::nan("") : HUGE_VAL;
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(1024 + fraction, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

float fromBf16(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

template <typename Stored, typename Wanted, typename Convert>
std::vector<Wanted> convertAll(const std::vector<std::uint8_t>& raw, Convert convert)
{
    std::vector<Wanted> values(raw.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, raw.data() + i * sizeof(Stored), sizeof(Stored));
        values[i] = static_cast<Wanted>(convert(stored));
    }
    return values;
}

template <typename Wanted>
std::vector<Wanted> converted(const std::vector<std::uint8_t>& raw, ElementType type)
{
    const auto same = [](auto value) { return value; };
    switch (type) {
    case ElementType::F64:
        return convertAll<double, Wanted>(raw, same);
    case ElementType::F32:
        return convertAll<float, Wanted>(raw, same);
    case ElementType::F16:
        return convertAll<std::uint16_t, Wanted>(raw, fromHalf);
    case ElementType::Bf16:
        return convertAll<std::uint16_t, Wanted>(raw, fromBf16);
    case ElementType::I64:
        return convertAll<std::int64_t, Wanted>(raw, same);
    case ElementType::I32:
        return convertAll<std::int32_t, Wanted>(raw, same);
    case ElementType::U8:
        break;
    }
    return convertAll<std::uint8_t, Wanted>(raw, same);
}

} // namespace

std::vector<float> toFloats(const std::vector<std::uint8_t>& raw, ElementType type)
{
    return converted<float>(raw, type);
}

std::vector<double> toDoubles(const std::vector<std::uint8_t>& raw, ElementType type)
{
    return converted<double>(raw, type);
}

std::vector<std::int64_t> toIntegers(const std::vector<std::uint8_t>& raw, ElementType type)
{
    return converted<std::int64_t>(raw, type);
}

} // namespace alexscope
