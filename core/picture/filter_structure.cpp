// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/filter_structure.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace alexscope {

namespace {

using Spectrum = std::vector<double>; ///< size × size powers, frequency (v, u) at v · size + u

/// Adds the power of one plane's Fourier transform: rows first, then columns.
void addPower(std::span<const float> plane, std::size_t size, Spectrum& power)
{
    std::vector<std::complex<double>> wave(size), rows(size * size);
    for (std::size_t i = 0; i < size; ++i)
        wave[i] = std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(size));
    for (std::size_t y = 0; y < size; ++y)
        for (std::size_t u = 0; u < size; ++u)
            for (std::size_t x = 0; x < size; ++x)
                rows[y * size + u] += static_cast<double>(plane[y * size + x]) * wave[u * x % size];
    for (std::size_t v = 0; v < size; ++v)
        for (std::size_t u = 0; u < size; ++u) {
            std::complex<double> sum = 0;
            for (std::size_t y = 0; y < size; ++y)
                sum += rows[y * size + u] * wave[v * y % size];
            power[v * size + u] += std::norm(sum);
        }
}

/// The share in the best neighbourhood. Real input mirrors every frequency, so a neighbourhood counts its mirror too;
/// each frequency counts once where the two overlap.
double concentration(Spectrum power, std::size_t size)
{
    const double constant = power[0];
    power[0] = 0;
    double total = 0;
    for (double p : power)
        total += p;
    if (!(total > 1e-20 * constant)) // nothing but what rounding leaves of a constant
        return 0;
    double best = 0;
    for (std::size_t v = 0; v < size; ++v)
        for (std::size_t u = 0; u < size; ++u) {
            std::vector<std::size_t> cells;
            for (std::size_t dv : {size - 1, std::size_t{0}, std::size_t{1}})
                for (std::size_t du : {size - 1, std::size_t{0}, std::size_t{1}}) {
                    const std::size_t y = (v + dv) % size, x = (u + du) % size;
                    cells.push_back(y * size + x);
                    cells.push_back((size - y) % size * size + (size - x) % size);
                }
            std::sort(cells.begin(), cells.end());
            cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
            double sum = 0;
            for (std::size_t cell : cells)
                sum += power[cell];
            best = std::max(best, sum);
        }
    return best / total;
}

} // namespace

std::vector<double> spectralConcentration(const HostTensor& weights)
{
    const Shape& s = weights.shape;
    const auto size = static_cast<std::size_t>(s.h);
    std::vector<double> result;
    for (std::int64_t filter = 0; filter < s.n; ++filter) {
        Spectrum power(size * size, 0.0);
        for (std::int64_t channel = 0; channel < s.c; ++channel)
            addPower(weights.plane(filter, channel), size, power);
        result.push_back(concentration(std::move(power), size));
    }
    return result;
}

} // namespace alexscope
