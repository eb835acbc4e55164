// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/set_statistics.h"

#include "core/error.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

namespace alexscope {

namespace {

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// Integer sums: exact, so the order in which threads add them does not matter.
struct Sums {
    std::uint64_t pictures = 0, pixels = 0;
    std::array<std::uint64_t, 3> values{};
    std::array<std::uint64_t, 6> products{}; ///< rr, rg, rb, gg, gb, bb
    std::vector<std::uint32_t> perPixel;     ///< interleaved like the pictures; empty when no mean picture is wanted

    void add(ImageView picture)
    {
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; x += longestRun)
                addRun(picture.pixel(x, y), std::min(picture.width - x, longestRun));
        for (std::size_t i = 0; i < perPixel.size(); ++i)
            perPixel[i] += picture.rgb[i];
        ++pictures;
        pixels += static_cast<std::uint64_t>(picture.width) * static_cast<std::uint64_t>(picture.height);
    }
    void add(const Sums& other)
    {
        pictures += other.pictures;
        pixels += other.pixels;
        for (std::size_t i = 0; i < 3; ++i)
            values[i] += other.values[i];
        for (std::size_t i = 0; i < 6; ++i)
            products[i] += other.products[i];
        for (std::size_t i = 0; i < perPixel.size(); ++i)
            perPixel[i] += other.perPixel[i];
    }

private:
    static constexpr int longestRun = 65536; ///< 255² times this many still fits 32 bits

    void addRun(const std::uint8_t* p, int count)
    {
        std::uint32_t r = 0, g = 0, b = 0, rr = 0, rg = 0, rb = 0, gg = 0, gb = 0, bb = 0;
        for (int x = 0; x < count; ++x, p += 3) {
            const std::uint32_t red = p[0], green = p[1], blue = p[2];
            r += red;
            g += green;
            b += blue;
            rr += red * red;
            rg += red * green;
            rb += red * blue;
            gg += green * green;
            gb += green * blue;
            bb += blue * blue;
        }
        const std::uint32_t sums[3] = {r, g, b}, squares[6] = {rr, rg, rb, gg, gb, bb};
        for (std::size_t i = 0; i < 3; ++i)
            values[i] += sums[i];
        for (std::size_t i = 0; i < 6; ++i)
            products[i] += squares[i];
    }
};

/// Jacobi's rotation that makes a[p][q] zero; `axes` gathers the eigenvectors as rows.
void rotate(Matrix3& a, Matrix3& axes, std::size_t p, std::size_t q)
{
    if (a[p][q] == 0)
        return;
    const double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
    const double c = 1 / std::sqrt(t * t + 1), s = t * c;
    const auto turn = [c, s](double& first, double& second) {
        const double old = first;
        first = c * old - s * second;
        second = s * old + c * second;
    };
    for (std::size_t k = 0; k < 3; ++k)
        turn(a[k][p], a[k][q]);
    for (std::size_t k = 0; k < 3; ++k) {
        turn(a[p][k], a[q][k]);
        turn(axes[p][k], axes[q][k]);
    }
}

void fillColourAxes(SetStatistics& statistics, Matrix3 covariance)
{
    Matrix3 axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    const double trace = covariance[0][0] + covariance[1][1] + covariance[2][2];
    for (int sweep = 0; sweep < 50; ++sweep) {
        if (std::abs(covariance[0][1]) + std::abs(covariance[0][2]) + std::abs(covariance[1][2]) <= 1e-15 * trace)
            break;
        rotate(covariance, axes, 0, 1);
        rotate(covariance, axes, 0, 2);
        rotate(covariance, axes, 1, 2);
    }
    std::array<std::size_t, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t i, std::size_t j) { return covariance[i][i] > covariance[j][j]; });
    for (std::size_t i = 0; i < 3; ++i) {
        std::array<double, 3> axis = axes[order[i]];
        // An axis has two directions; ours is the one whose largest component is positive.
        const double largest =
            *std::max_element(axis.begin(), axis.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
        for (double& component : axis)
            component = largest < 0 ? -component : component;
        statistics.axes[i] = axis;
        statistics.axisDeviation[i] = std::sqrt(std::max(covariance[order[i]][order[i]], 0.0));
    }
}

void fillMeanPicture(SetStatistics& statistics, const Sums& sums, int side)
{
    statistics.meanSide = side;
    statistics.meanPicture.resize(sums.perPixel.size());
    const std::size_t area = sums.perPixel.size() / 3;
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t i = 0; i < area; ++i)
            statistics.meanPicture[c * area + i] =
                static_cast<float>(static_cast<double>(sums.perPixel[3 * i + c]) / static_cast<double>(sums.pictures));
}

SetStatistics fromSums(const Sums& sums, int side)
{
    SetStatistics result;
    result.picturesUsed = static_cast<std::size_t>(sums.pictures);
    if (sums.pictures == 0)
        return result;
    const auto pixels = static_cast<double>(sums.pixels);
    for (std::size_t c = 0; c < 3; ++c)
        result.channelMean[c] = static_cast<double>(sums.values[c]) / pixels;
    constexpr std::size_t place[3][3] = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};
    Matrix3 covariance;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            covariance[i][j] = static_cast<double>(sums.products[place[i][j]]) / pixels -
                               result.channelMean[i] * result.channelMean[j];
    for (std::size_t c = 0; c < 3; ++c)
        result.channelDeviation[c] = std::sqrt(std::max(covariance[c][c], 0.0));
    fillColourAxes(result, covariance);
    if (!sums.perPixel.empty())
        fillMeanPicture(result, sums, side);
    return result;
}

} // namespace

SetStatistics statisticsOfSet(const Dataset& training, const Preprocessing& preprocessing, int inputSide,
                              std::size_t limit, const std::function<bool()>& cancelled)
{
    if (training.size() == 0)
        throw Error("The training set has no pictures, so its mean cannot be computed; choose other data.");
    const int side = preprocessing.resize > 0 ? preprocessing.resize : inputSide;
    // The mean picture is summed in 32 bits: 255 · 2^24 fits.
    const std::size_t used = std::min({training.size(), std::max<std::size_t>(limit, 1), std::size_t{1} << 24});
    Sums empty;
    if (preprocessing.mean == MeanKind::Picture)
        empty.perPixel.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3, 0);

    std::atomic<std::size_t> taken{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::exception_ptr failure;
    Sums total = empty;
    const auto work = [&](bool asks) {
        try {
            Sums sums = empty;
            Image scratch;
            for (std::size_t i = taken++; i < used && !stop; i = taken++) {
                const ImageView picture = training.image(i * training.size() / used, scratch);
                if (picture.width == side && picture.height == side)
                    sums.add(picture);
                else
                    sums.add(resizeToSquare(picture, side, preprocessing.stretch));
                if (asks && cancelled && cancelled())
                    stop = true;
            }
            const std::lock_guard lock(mutex);
            total.add(sums);
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            stop = true;
        }
    };
    std::vector<std::thread> helpers;
    const std::size_t threads = std::min<std::size_t>({std::max(std::thread::hardware_concurrency(), 1u), 8, used});
    for (std::size_t i = 1; i < threads; ++i)
        helpers.emplace_back(work, false);
    work(true);
    for (std::thread& helper : helpers)
        helper.join();
    if (failure)
        std::rethrow_exception(failure);
    return fromSums(total, side);
}

} // namespace alexscope
