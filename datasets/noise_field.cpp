// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/noise_field.h"

#include <algorithm>
#include <cmath>

namespace alexscope::datasets {

NoiseSource::NoiseSource(PhiloxSequence& random)
{
    for (std::uint32_t& state : m_state)
        state = random.word() | 1u; // never all zero
}

void NoiseSource::fill(float* values, std::size_t count)
{
    constexpr float unit = 1.0f / 147.8f; // the deviation of a sum of four bytes
    for (std::size_t first = 0; first < count; first += m_state.size()) {
        std::array<float, 16> block;
        for (std::size_t lane = 0; lane < block.size(); ++lane) {
            std::uint32_t s = m_state[lane];
            s ^= s << 13;
            s ^= s >> 17;
            s ^= s << 5;
            m_state[lane] = s;
            const std::uint32_t pairs = (s & 0x00ff00ffu) + ((s >> 8) & 0x00ff00ffu);
            block[lane] = static_cast<float>(static_cast<int>((pairs & 0xffffu) + (pairs >> 16)) - 510) * unit;
        }
        std::copy_n(block.data(), std::min(block.size(), count - first), values + first);
    }
}

NoiseField::NoiseField(NoiseSource& source, int cells, int doublings, float roughness)
    : m_side(std::max(cells, 2) + 2) // the margin that doubling eats
{
    m_values.resize(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_side));
    source.fill(m_values.data(), m_values.size());
    float amount = roughness;
    std::vector<float> detail;
    for (int i = 0; i < doublings; ++i, amount *= roughness) {
        doubleUp();
        if (amount == 0)
            continue;
        detail.resize(m_values.size());
        source.fill(detail.data(), detail.size());
        for (std::size_t k = 0; k < detail.size(); ++k)
            m_values[k] += amount * detail[k];
    }
    normalise();
}

/// The quadratic B-spline: each new number is 9, 3, 3, 1 sixteenths of the four around it. n numbers become 2n − 2.
void NoiseField::doubleUp()
{
    const int side = m_side, doubled = 2 * side - 2;
    std::vector<float> next(static_cast<std::size_t>(doubled) * static_cast<std::size_t>(doubled));
    std::vector<float> line(static_cast<std::size_t>(side));
    for (int y = 0; y < doubled; ++y) {
        const float* near = m_values.data() + (y / 2 + y % 2) * side;
        const float* far = m_values.data() + (y / 2 + 1 - y % 2) * side;
        for (int x = 0; x < side; ++x)
            line[static_cast<std::size_t>(x)] = 0.75f * near[x] + 0.25f * far[x];
        float* out = next.data() + y * doubled;
        for (int x = 0; x + 1 < side; ++x) {
            const float left = line[static_cast<std::size_t>(x)], right = line[static_cast<std::size_t>(x) + 1];
            out[2 * x] = 0.75f * left + 0.25f * right;
            out[2 * x + 1] = 0.25f * left + 0.75f * right;
        }
    }
    m_side = doubled;
    m_values.swap(next);
}

void NoiseField::normalise()
{
    double sum = 0, squares = 0;
    for (float v : m_values) {
        sum += v;
        squares += static_cast<double>(v) * v;
    }
    const auto count = static_cast<double>(m_values.size());
    const double mean = sum / count, deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-12));
    for (float& v : m_values)
        v = static_cast<float>((v - mean) / deviation);
}

} // namespace alexscope::datasets
