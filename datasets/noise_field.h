// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random/philox.h"

#include <array>
#include <cstdint>
#include <vector>

namespace alexscope::datasets {

/// Many cheap random numbers: sixteen xorshift generators side by side, started from the picture's own sequence.
class NoiseSource {
public:
    explicit NoiseSource(PhiloxSequence& random);
    /// Nearly normal, mean 0, deviation 1.
    void fill(float* values, std::size_t count);

private:
    std::array<std::uint32_t, 16> m_state;
};

/// A smooth random surface, mean 0 and deviation 1, made as a pyramid: a coarse grid of random numbers is doubled again
/// and again with a smooth kernel, and each finer level adds `roughness` times as much new detail as the one before.
/// Roughness 0 gives round blobs of one size, 0.5 the 1/f² power spectrum of natural pictures.
class NoiseField {
public:
    /// `cells`: random numbers along one side of the field at the coarsest level; `doublings` times twice as many
    /// after.
    NoiseField(NoiseSource& source, int cells, int doublings, float roughness);
    int side() const { return m_side; }
    /// Between the field's numbers; coordinates in 0 .. side − 1 (clamped).
    float at(float x, float y) const
    {
        const float limit = static_cast<float>(m_side) - 1.001f;
        x = x < 0 ? 0 : x > limit ? limit : x;
        y = y < 0 ? 0 : y > limit ? limit : y;
        const int column = static_cast<int>(x), row = static_cast<int>(y);
        const float u = x - static_cast<float>(column), v = y - static_cast<float>(row);
        const float* p = m_values.data() + row * m_side + column;
        return (p[0] * (1 - u) + p[1] * u) * (1 - v) + (p[m_side] * (1 - u) + p[m_side + 1] * u) * v;
    }

private:
    void doubleUp();
    void normalise();

    int m_side;
    std::vector<float> m_values;
};

} // namespace alexscope::datasets
