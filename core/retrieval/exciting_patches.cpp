// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/exciting_patches.h"

#include "core/error.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace alexscope {

namespace {

bool comesFirst(const ExcitingPatch& a, const ExcitingPatch& b)
{
    return std::tuple(-a.value, a.picture, a.y, a.x) < std::tuple(-b.value, b.picture, b.y, b.x);
}

} // namespace

ExcitingPatches::ExcitingPatches(Shape output, std::size_t perUnit)
    : m_output(output), m_perUnit(perUnit), m_best(static_cast<std::size_t>(output.c))
{
    constexpr std::int64_t widest = 65536;
    if (perUnit < 1 || output.w > widest || output.h > widest)
        throw Error(
            concat("The most exciting ", perUnit, " patches of maps of ", output.w, "×", output.h, " cannot be kept"));
}

void ExcitingPatches::take(std::uint32_t picture, std::span<const float> values)
{
    if (std::ssize(values) != m_output.perPicture())
        throw Error(concat(values.size(), " numbers are no output of ", toText(m_output)));
    const auto area = static_cast<std::size_t>(m_output.area()), width = static_cast<std::size_t>(m_output.w);
    for (std::size_t unit = 0; unit < units(); ++unit) {
        const std::span<const float> map = values.subspan(unit * area, area);
        float most = 0;
        std::size_t place = area;
        for (std::size_t i = 0; i < area; ++i)
            if (map[i] > most && map[i] <= std::numeric_limits<float>::max()) {
                most = map[i];
                place = i;
            }
        std::vector<ExcitingPatch>& best = m_best[unit];
        if (place == area || (best.size() == m_perUnit && most < best.back().value))
            continue;
        const ExcitingPatch patch{picture, static_cast<std::uint16_t>(place % width),
                                  static_cast<std::uint16_t>(place / width), most};
        best.insert(std::upper_bound(best.begin(), best.end(), patch, comesFirst), patch);
        if (best.size() > m_perUnit)
            best.pop_back();
    }
}

std::span<const ExcitingPatch> ExcitingPatches::of(std::size_t unit) const
{
    return m_best.at(unit);
}

} // namespace alexscope
