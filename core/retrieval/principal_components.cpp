// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/principal_components.h"

#include "core/error.h"
#include "core/random/philox.h"
#include "core/vectorised.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace alexscope {

namespace {

constexpr std::size_t besides = 8; ///< directions carried along beyond those asked for: they speed up the last of them
constexpr int mostIterations = 40;
constexpr double stillness = 1e-4;
constexpr std::size_t together = 8;   ///< rows worked on at once
constexpr std::size_t askEvery = 256; ///< rows between two looks at `cancelled`

/// A matrix of `rows` × `columns`, row by row.
template <typename Number>
struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<Number> values;

    Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
    Number* row(std::size_t i) { return values.data() + i * columns; }
    const Number* row(std::size_t i) const { return values.data() + i * columns; }
    Number& at(std::size_t i, std::size_t j) { return values[i * columns + j]; }
    Number at(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
};

std::vector<float> meanOf(const PointRows& points)
{
    std::vector<double> sum(points.dimensions);
    for (std::size_t i = 0; i < points.count; ++i)
        for (std::size_t d = 0; d < points.dimensions; ++d)
            sum[d] += static_cast<double>(points.row(i)[d]);
    std::vector<float> mean(points.dimensions);
    for (std::size_t d = 0; d < points.dimensions; ++d) {
        mean[d] = static_cast<float>(sum[d] / static_cast<double>(points.count));
        if (!std::isfinite(mean[d]))
            throw Error("The features hold numbers that are not finite (NaN or infinite): the training has diverged; "
                        "go back with a smaller learning rate");
    }
    return mean;
}

double varianceOf(const PointRows& points, const std::vector<float>& mean)
{
    double sum = 0;
    for (std::size_t i = 0; i < points.count; ++i)
        for (std::size_t d = 0; d < points.dimensions; ++d) {
            const double off = static_cast<double>(points.row(i)[d] - mean[d]);
            sum += off * off;
        }
    return sum / static_cast<double>(points.count - 1);
}

/// Some rows of seen = (points − mean) · basis. Sums run along the basis' columns, so that they are vectors; each
/// direction of the basis is fetched once for all rows.
ALEXSCOPE_VECTORISED
void projectRows(const float* rows, std::size_t count, const float* mean, const float* __restrict basis,
                 std::size_t dimensions, std::size_t columns, float* __restrict seen)
{
    for (std::size_t d = 0; d < dimensions; ++d)
        for (std::size_t r = 0; r < count; ++r) {
            const float value = rows[r * dimensions + d] - mean[d];
            for (std::size_t c = 0; c < columns; ++c)
                seen[r * columns + c] += value * basis[d * columns + c];
        }
}

/// What some rows add to basis = (points − mean)ᵀ · seen.
ALEXSCOPE_VECTORISED
void projectRowsBack(const float* rows, std::size_t count, const float* mean, const float* __restrict seen,
                     std::size_t dimensions, std::size_t columns, float* __restrict basis)
{
    for (std::size_t d = 0; d < dimensions; ++d)
        for (std::size_t r = 0; r < count; ++r) {
            const float value = rows[r * dimensions + d] - mean[d];
            for (std::size_t c = 0; c < columns; ++c)
                basis[d * columns + c] += value * seen[r * columns + c];
        }
}

/// Whether it was not cancelled.
bool inBlocks(std::size_t count, const std::function<bool()>& cancelled,
              const std::function<void(std::size_t, std::size_t)>& work)
{
    for (std::size_t first = 0; first < count; first += together) {
        if (first % askEvery == 0 && cancelled && cancelled())
            return false;
        work(first, std::min(together, count - first));
    }
    return true;
}

bool project(const PointRows& points, const std::vector<float>& mean, const Matrix<float>& basis, Matrix<float>& seen,
             const std::function<bool()>& cancelled)
{
    std::fill(seen.values.begin(), seen.values.end(), 0.0f);
    return inBlocks(points.count, cancelled, [&](std::size_t first, std::size_t rows) {
        projectRows(points.row(first), rows, mean.data(), basis.values.data(), points.dimensions, basis.columns,
                    seen.row(first));
    });
}

bool projectBack(const PointRows& points, const std::vector<float>& mean, const Matrix<float>& seen,
                 Matrix<float>& basis, const std::function<bool()>& cancelled)
{
    std::fill(basis.values.begin(), basis.values.end(), 0.0f);
    return inBlocks(points.count, cancelled, [&](std::size_t first, std::size_t rows) {
        projectRowsBack(points.row(first), rows, mean.data(), seen.row(first), points.dimensions, basis.columns,
                        basis.values.data());
    });
}

/// Gram and Schmidt, twice for the rounding; a direction that lies in the others becomes 0.
void orthonormalise(Matrix<float>& basis)
{
    std::vector<double> column(basis.rows), other(basis.rows);
    const auto read = [&](std::size_t c, std::vector<double>& to) {
        for (std::size_t d = 0; d < basis.rows; ++d)
            to[d] = static_cast<double>(basis.at(d, c));
    };
    const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    };
    for (std::size_t c = 0; c < basis.columns; ++c) {
        read(c, column);
        const double before = std::sqrt(dot(column, column));
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t o = 0; o < c; ++o) {
                read(o, other);
                const double along = dot(column, other);
                for (std::size_t d = 0; d < basis.rows; ++d)
                    column[d] -= along * other[d];
            }
        const double length = std::sqrt(dot(column, column));
        const double scale = length > 1e-6 * before && length > 0 ? 1 / length : 0;
        for (std::size_t d = 0; d < basis.rows; ++d)
            basis.at(d, c) = static_cast<float>(column[d] * scale);
    }
}

/// Jacobi's rotations. On return the diagonal of `a` holds the eigenvalues, the columns of `vectors` the eigenvectors.
void diagonalise(Matrix<double>& a, Matrix<double>& vectors)
{
    const std::size_t n = a.rows;
    for (std::size_t i = 0; i < n; ++i)
        vectors.at(i, i) = 1;
    const auto rotate = [n](Matrix<double>& m, std::size_t p, std::size_t q, double c, double s, bool rows) {
        for (std::size_t k = 0; k < n; ++k) {
            double& x = rows ? m.at(p, k) : m.at(k, p);
            double& y = rows ? m.at(q, k) : m.at(k, q);
            const double was = x;
            x = c * was - s * y;
            y = s * was + c * y;
        }
    };
    for (int sweep = 0; sweep < 60; ++sweep) {
        double off = 0, diagonal = 0;
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = 0; q < n; ++q)
                (p == q ? diagonal : off) += a.at(p, q) * a.at(p, q);
        if (off <= 1e-24 * diagonal)
            return;
        for (std::size_t p = 0; p + 1 < n; ++p)
            for (std::size_t q = p + 1; q < n; ++q) {
                if (a.at(p, q) == 0)
                    continue;
                const double theta = (a.at(q, q) - a.at(p, p)) / (2 * a.at(p, q));
                const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
                const double c = 1 / std::sqrt(t * t + 1), s = t * c;
                rotate(a, p, q, c, s, false);
                rotate(a, p, q, c, s, true);
                rotate(vectors, p, q, c, s, false);
            }
    }
}

/// Turns the columns of `seen` to the directions of largest variance; the variances, descending.
std::vector<double> sortByVariance(Matrix<float>& seen)
{
    const std::size_t columns = seen.columns;
    Matrix<double> covariance(columns, columns), vectors(columns, columns);
    for (std::size_t i = 0; i < seen.rows; ++i)
        for (std::size_t a = 0; a < columns; ++a)
            for (std::size_t b = 0; b < columns; ++b)
                covariance.at(a, b) += static_cast<double>(seen.at(i, a)) * static_cast<double>(seen.at(i, b));
    for (double& value : covariance.values)
        value /= static_cast<double>(seen.rows - 1);
    diagonalise(covariance, vectors);
    std::vector<std::size_t> order(columns);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return covariance.at(a, a) > covariance.at(b, b); });
    std::vector<double> variances(columns), turned(columns);
    for (std::size_t c = 0; c < columns; ++c)
        variances[c] = std::max(0.0, covariance.at(order[c], order[c]));
    for (std::size_t i = 0; i < seen.rows; ++i) {
        std::fill(turned.begin(), turned.end(), 0.0);
        for (std::size_t a = 0; a < columns; ++a)
            for (std::size_t c = 0; c < columns; ++c)
                turned[c] += static_cast<double>(seen.at(i, a)) * vectors.at(a, order[c]);
        std::transform(turned.begin(), turned.end(), seen.row(i), [](double v) { return static_cast<float>(v); });
    }
    return variances;
}

bool standsStill(const std::vector<double>& now, const std::vector<double>& before)
{
    for (std::size_t c = 0; c < std::min<std::size_t>(2, now.size()); ++c)
        if (std::abs(now[c] - before[c]) > stillness * now[c])
            return false;
    return true;
}

void chooseSigns(PrincipalComponents& result)
{
    for (std::size_t c = 0; c < result.components; ++c) {
        float largest = 0;
        for (std::size_t i = 0; i < result.count; ++i)
            if (std::abs(result.at(i, c)) > std::abs(largest))
                largest = result.at(i, c);
        if (largest < 0)
            for (std::size_t i = 0; i < result.count; ++i)
                result.coordinates[i * result.components + c] *= -1;
    }
}

PrincipalComponents firstOf(const Matrix<float>& seen, const std::vector<double>& variances, std::size_t components)
{
    PrincipalComponents result{seen.rows, components, {}, std::vector<double>(components), 0};
    result.coordinates.resize(seen.rows * components);
    const std::size_t kept = std::min(components, seen.columns);
    for (std::size_t i = 0; i < seen.rows; ++i)
        std::copy_n(seen.row(i), kept, result.coordinates.begin() + static_cast<std::ptrdiff_t>(i * components));
    std::copy_n(variances.begin(), kept, result.variance.begin());
    chooseSigns(result);
    return result;
}

} // namespace

double PrincipalComponents::share(std::size_t component) const
{
    return totalVariance > 0 ? variance[component] / totalVariance : 0;
}

std::optional<PrincipalComponents> principalComponents(const PointRows& points, std::size_t components,
                                                       const std::function<bool()>& cancelled)
{
    const std::size_t columns = std::min({components + besides, points.dimensions, points.count});
    Matrix<float> seen(points.count, columns);
    if (points.count < 2 || columns == 0)
        return firstOf(seen, std::vector<double>(columns), components);
    const std::vector<float> mean = meanOf(points);
    Matrix<float> basis(points.dimensions, columns);
    PhiloxSequence random(0, Stream::Analysis, 1);
    for (float& value : basis.values)
        value = static_cast<float>(random.normal());
    std::vector<double> variances(columns, 0), before;
    for (int iteration = 0; iteration < mostIterations; ++iteration) {
        orthonormalise(basis);
        if (!project(points, mean, basis, seen, cancelled))
            return std::nullopt;
        before = std::exchange(variances, sortByVariance(seen));
        const bool whole = columns == points.dimensions; // nothing lies outside of the subspace
        if (whole || (iteration > 0 && standsStill(variances, before)))
            break;
        if (!projectBack(points, mean, seen, basis, cancelled))
            return std::nullopt;
    }
    PrincipalComponents result = firstOf(seen, variances, components);
    result.totalVariance = varianceOf(points, mean);
    return result;
}

void alignSigns(PrincipalComponents& components, const PrincipalComponents& before)
{
    if (before.count != components.count)
        return;
    for (std::size_t c = 0; c < std::min(components.components, before.components); ++c) {
        double product = 0;
        for (std::size_t i = 0; i < components.count; ++i)
            product += static_cast<double>(components.at(i, c)) * static_cast<double>(before.at(i, c));
        if (product < 0)
            for (std::size_t i = 0; i < components.count; ++i)
                components.coordinates[i * components.components + c] *= -1;
    }
}

} // namespace alexscope
