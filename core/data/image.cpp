// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

namespace {

/// Along one axis: output i is the sum of of(i)[j] · input[first[i] + j], j < count[i].
struct Taps {
    std::vector<int> first, count;
    std::vector<float> weights;
    std::size_t stride = 0; ///< most taps of any output

    const float* of(int i) const { return weights.data() + static_cast<std::size_t>(i) * stride; }
};

/// Outputs 0..side-1 spread evenly over the inputs [begin, begin + length) of an axis of `limit` inputs.
Taps tapsFor(double begin, double length, int limit, int side)
{
    const double scale = length / side;
    Taps taps;
    taps.stride = scale > 1 ? static_cast<std::size_t>(std::ceil(scale)) + 1 : 2;
    taps.weights.assign(static_cast<std::size_t>(side) * taps.stride, 0.0f);
    for (int i = 0; i < side; ++i) {
        float* weight = taps.weights.data() + static_cast<std::size_t>(i) * taps.stride;
        int first = 0, count = 1;
        if (scale > 1) { // the mean over the area covered
            const double from = begin + i * scale, to = std::min<double>(from + scale, limit);
            first = std::min(static_cast<int>(from), limit - 1);
            count = std::clamp(static_cast<int>(std::ceil(to)) - first, 1,
                               std::min(limit - first, static_cast<int>(taps.stride)));
            for (int j = 0; j < count; ++j)
                weight[j] = static_cast<float>(
                    (std::min<double>(to, first + j + 1) - std::max<double>(from, first + j)) / (to - from));
        } else if (limit > 1) { // between the two nearest centres
            const double centre = std::clamp(begin + (i + 0.5) * scale - 0.5, 0.0, limit - 1.0);
            first = std::min(static_cast<int>(centre), limit - 2);
            count = 2;
            weight[0] = static_cast<float>(first + 1 - centre);
            weight[1] = static_cast<float>(centre - first);
        } else {
            weight[0] = 1;
        }
        taps.first.push_back(first);
        taps.count.push_back(count);
    }
    return taps;
}

/// sum[j] += weight · row[j], contiguous over the interleaved colours so that it vectorises.
void addRow(const std::uint8_t* row, float weight, std::size_t count, float* sum)
{
    for (std::size_t j = 0; j < count; ++j)
        sum[j] += weight * static_cast<float>(row[j]);
}

/// One output row from a row of interleaved sums that begins at input column `left` and ends with a number nobody
/// wants: of every pixel four are added up, since four fill a register, and three are written.
void mixColumns(const std::vector<float>& line, int left, const Taps& across, std::uint8_t* out)
{
    const auto rounded = [](float v) { return static_cast<std::uint8_t>(std::clamp(v + 0.5f, 0.0f, 255.0f)); };
    for (std::size_t x = 0; x < across.first.size(); ++x) {
        const float* from = line.data() + 3 * (across.first[x] - left);
        const float* weight = across.of(static_cast<int>(x));
        float sums[4] = {};
        for (int j = 0; j < across.count[x]; ++j, from += 3)
            for (int c = 0; c < 4; ++c)
                sums[c] += weight[j] * from[c];
        for (int c = 0; c < 3; ++c)
            *out++ = rounded(sums[c]);
    }
}

} // namespace

Image resizeToSquare(ImageView picture, int side, bool stretch)
{
    if (picture.width < 1 || picture.height < 1 || side < 1)
        throw Error(concat("A picture of ", picture.width, "×", picture.height, " cannot be resized to ", side, "×",
                           side, "."));
    Image result(side, side);
    if (picture.width == side && picture.height == side) {
        std::copy_n(picture.rgb, result.rgb.size(), result.rgb.data());
        return result;
    }
    const int shorter = std::min(picture.width, picture.height);
    const double width = stretch ? picture.width : shorter, height = stretch ? picture.height : shorter;
    const Taps across = tapsFor((picture.width - width) / 2, width, picture.width, side);
    const Taps down = tapsFor((picture.height - height) / 2, height, picture.height, side);

    const int left = across.first.front();
    const auto numbers = static_cast<std::size_t>(across.first.back() + across.count.back() - left) * 3;
    std::vector<float> line(numbers + 1);
    for (int y = 0; y < side; ++y) {
        const auto row = static_cast<std::size_t>(y);
        std::fill(line.begin(), line.end(), 0.0f);
        for (int j = 0; j < down.count[row]; ++j)
            addRow(picture.pixel(left, down.first[row] + j), down.of(y)[j], numbers, line.data());
        mixColumns(line, left, across, result.rgb.data() + row * static_cast<std::size_t>(side) * 3);
    }
    return result;
}

} // namespace alexscope
