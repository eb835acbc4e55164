// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace alexscope {

/// Points in many dimensions, one a row. The memory belongs to whoever made it.
struct PointRows {
    std::span<const float> values; ///< count × dimensions
    std::size_t count = 0, dimensions = 0;

    const float* row(std::size_t i) const { return values.data() + i * dimensions; }
};

/// Points as seen along the directions in which they vary most.
struct PrincipalComponents {
    std::size_t count = 0, components = 0;
    std::vector<float> coordinates; ///< count × components, around their mean; 0 along directions that do not exist
    std::vector<double> variance;   ///< along each component, descending
    double totalVariance = 0;       ///< over all dimensions

    float at(std::size_t point, std::size_t component) const { return coordinates[point * components + component]; }
    /// Share of the total variance that a component shows; 0 when all points are one.
    double share(std::size_t component) const;
};

/// The first `components` of them, by subspace iteration on the rows themselves, in time and memory proportional to the
/// rows. The first two, which make a plane, are iterated until their variances stand still to one part in 10⁴; the
/// others are as near as that brings them. Deterministic, signs included: the largest coordinate of each component is
/// positive. Nothing when `cancelled` says so; throws Error for numbers that are not finite. Any one thread.
std::optional<PrincipalComponents> principalComponents(const PointRows& points, std::size_t components,
                                                       const std::function<bool()>& cancelled = {});

/// Turns components round so that they look the way they did: each has the sign with which it correlates with the same
/// component of `before` (of the same points; of others nothing is changed).
void alignSigns(PrincipalComponents& components, const PrincipalComponents& before);

} // namespace alexscope
