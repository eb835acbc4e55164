// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/feature_layers.h"
#include "core/tensor/shape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// A place of a picture, and what a unit says there.
struct ExcitingPatch {
    std::uint32_t picture = 0;  ///< of the set
    std::uint16_t x = 0, y = 0; ///< in the layer's output
    float value = 0;
    bool operator==(const ExcitingPatch&) const = default;
};

/// For every unit (channel) of a layer the pictures that excite it most, each with its own strongest place; largest
/// value first, equal ones by picture, then row and column. Only values above 0 count in a layer behind a ReLU: what
/// never fires has fewer. Filled picture by picture in any order of calls: the result is the same.
class ExcitingPatches {
public:
    /// `output` of one picture; `perUnit` at least 1.
    ExcitingPatches(Shape output, std::size_t perUnit);

    const Shape& output() const { return m_output; }
    std::size_t units() const { return static_cast<std::size_t>(m_output.c); }
    std::size_t perUnit() const { return m_perUnit; }

    /// Looks at c·h·w numbers of one picture. Numbers that are not finite do not count.
    void take(std::uint32_t picture, std::span<const float> values);
    std::span<const ExcitingPatch> of(std::size_t unit) const;

private:
    Shape m_output;
    std::size_t m_perUnit;
    std::vector<std::vector<ExcitingPatch>> m_best; ///< by unit, sorted
};

} // namespace alexscope
