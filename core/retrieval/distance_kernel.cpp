// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/distance_kernel.h"

#include "core/vectorised.h"

#include <cstring>
#include <limits>

namespace alexscope {

namespace {

/// Two queries with two rows: each number loaded is used twice, and four sums run side by side. (This file is compiled
/// with leave to re-order sums, so that these plain loops fill whatever registers the processor has.)
ALEXSCOPE_VECTORISED void fourDistances(const float* x0, const float* x1, const float* y0, const float* y1,
                                        std::size_t dimension, float* out)
{
    float s00 = 0, s01 = 0, s10 = 0, s11 = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
        const float d00 = x0[i] - y0[i], d01 = x0[i] - y1[i], d10 = x1[i] - y0[i], d11 = x1[i] - y1[i];
        s00 += d00 * d00;
        s01 += d01 * d01;
        s10 += d10 * d10;
        s11 += d11 * d11;
    }
    out[0] = s00;
    out[1] = s01;
    out[2] = s10;
    out[3] = s11;
}

/// One query with four rows, where there is only one.
ALEXSCOPE_VECTORISED void oneToFour(const float* x, const float* const* y, std::size_t dimension, float* out)
{
    const float *y0 = y[0], *y1 = y[1], *y2 = y[2], *y3 = y[3];
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
        const float d0 = x[i] - y0[i], d1 = x[i] - y1[i], d2 = x[i] - y2[i], d3 = x[i] - y3[i];
        s0 += d0 * d0;
        s1 += d1 * d1;
        s2 += d2 * d2;
        s3 += d3 * d3;
    }
    out[0] = s0;
    out[1] = s1;
    out[2] = s2;
    out[3] = s3;
}

ALEXSCOPE_VECTORISED void fourProducts(const float* x0, const float* x1, const float* y0, const float* y1,
                                       std::size_t dimension, float* out)
{
    float s00 = 0, s01 = 0, s10 = 0, s11 = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
        s00 += x0[i] * y0[i];
        s01 += x0[i] * y1[i];
        s10 += x1[i] * y0[i];
        s11 += x1[i] * y1[i];
    }
    out[0] = s00;
    out[1] = s01;
    out[2] = s10;
    out[3] = s11;
}

using OfFour = void (*)(const float*, const float*, const float*, const float*, std::size_t, float*);

/// The whole table, two by two; a lone query or row comes as its own twin.
void table(OfFour ofFour, const float* queries, std::size_t queryCount, const float* rows, std::size_t rowCount,
           std::size_t dimension, float* out)
{
    for (std::size_t q = 0; q < queryCount; q += 2)
        for (std::size_t r = 0; r < rowCount; r += 2) {
            const bool twoQueries = q + 1 < queryCount, twoRows = r + 1 < rowCount;
            const float* x = queries + q * dimension;
            const float* y = rows + r * dimension;
            float sums[4];
            ofFour(x, twoQueries ? x + dimension : x, y, twoRows ? y + dimension : y, dimension, sums);
            for (std::size_t i = 0; i < 4; ++i)
                if ((i < 2 || twoQueries) && (i % 2 == 0 || twoRows))
                    out[(q + i / 2) * rowCount + r + i % 2] = sums[i];
        }
}

void distancesOfOne(const float* query, const float* rows, std::size_t rowCount, std::size_t dimension, float* out)
{
    for (std::size_t r = 0; r < rowCount; r += 4) {
        const float* four[4];
        float sums[4];
        const std::size_t count = rowCount - r < 4 ? rowCount - r : 4;
        for (std::size_t i = 0; i < 4; ++i)
            four[i] = rows + (r + (i < count ? i : 0)) * dimension;
        oneToFour(query, four, dimension, sums);
        std::memcpy(out + r, sums, count * sizeof(float));
    }
}

} // namespace

void squaredDistances(const float* queries, std::size_t queryCount, const float* rows, std::size_t rowCount,
                      std::size_t dimension, float* out)
{
    if (queryCount == 1)
        distancesOfOne(queries, rows, rowCount, dimension, out);
    else
        table(fourDistances, queries, queryCount, rows, rowCount, dimension, out);
}

void innerProducts(const float* queries, std::size_t queryCount, const float* rows, std::size_t rowCount,
                   std::size_t dimension, float* out)
{
    table(fourProducts, queries, queryCount, rows, rowCount, dimension, out);
}

double relativeErrorOf(std::size_t dimension)
{
    // Higham's γ: the difference's rounding counts twice in the square, whose own is the third; then the additions.
    const double roundings = 3 + static_cast<double>(dimension);
    const double unit = std::numeric_limits<float>::epsilon() / 2.0;
    return roundings * unit / (1 - roundings * unit);
}

double underflowOf(std::size_t dimension)
{
    return static_cast<double>(dimension) * std::numeric_limits<float>::min();
}

} // namespace alexscope
