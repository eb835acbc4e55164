// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/t_sne.h"

#include "core/error.h"
#include "core/vectorised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace alexscope {

namespace {

constexpr std::size_t lanes = 16; ///< sums side by side, which the compiler makes vectors of
constexpr float farAway = 1e18f;
constexpr double smallStart = 1e-2;

struct Near {
    float distance = 0; ///< squared
    std::uint32_t other = 0;

    bool operator<(const Near& to) const { return distance != to.distance ? distance < to.distance : other < to.other; }
};

float squaredDistance(const float* a, const float* b, std::size_t dimensions)
{
    std::array<float, lanes> sums{};
    std::size_t d = 0;
    for (; d + lanes <= dimensions; d += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float off = a[d + lane] - b[d + lane];
            sums[lane] += off * off;
        }
    float rest = 0;
    for (; d < dimensions; ++d)
        rest += (a[d] - b[d]) * (a[d] - b[d]);
    for (const float sum : sums)
        rest += sum;
    return rest;
}

std::vector<Near> nearestOf(const PointRows& points, std::size_t i, std::size_t k)
{
    std::vector<Near> all;
    all.reserve(points.count - 1);
    for (std::size_t j = 0; j < points.count; ++j)
        if (j != i)
            all.push_back(
                {squaredDistance(points.row(i), points.row(j), points.dimensions), static_cast<std::uint32_t>(j)});
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), all.end());
    all.resize(k);
    return all;
}

/// p_j|i: a Gaussian around point i, as wide as makes 2^entropy the perplexity; found by halving.
std::vector<double> conditional(const std::vector<Near>& near, double perplexity)
{
    std::vector<double> p(near.size());
    double low = 0, high = std::numeric_limits<double>::infinity(), precision = 1;
    const double nearest = static_cast<double>(near.front().distance);
    const double spread = static_cast<double>(near.back().distance) - nearest;
    if (spread > 0)
        precision = 1 / spread;
    for (int attempt = 0; attempt < 100; ++attempt) {
        double sum = 0, weighted = 0;
        for (std::size_t j = 0; j < near.size(); ++j) {
            const double off = static_cast<double>(near[j].distance) - nearest;
            p[j] = std::exp(-precision * off);
            sum += p[j];
            weighted += p[j] * off;
        }
        for (double& value : p)
            value /= sum;
        const double entropy = std::log(sum) + precision * weighted / sum, error = entropy - std::log(perplexity);
        if (std::abs(error) < 1e-5 || spread <= 0)
            break;
        (error > 0 ? low : high) = precision;
        precision = std::isinf(high) ? 2 * precision : (low + high) / 2;
    }
    return p;
}

/// Σ w, Σ w² (y_i − y_j) over all points j, in lanes.
struct Push {
    float weight[lanes] = {}, x[lanes] = {}, y[lanes] = {};
};

ALEXSCOPE_VECTORISED
Push pushOn(float x, float y, const float* __restrict xs, const float* __restrict ys, std::size_t count)
{
    Push push;
    for (std::size_t j = 0; j < count; j += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float dx = x - xs[j + lane], dy = y - ys[j + lane];
            const float w = 1 / (1 + dx * dx + dy * dy);
            push.weight[lane] += w;
            push.x[lane] += w * w * dx;
            push.y[lane] += w * w * dy;
        }
    return push;
}

std::size_t padded(std::size_t count)
{
    return (count + lanes - 1) / lanes * lanes;
}

} // namespace

TSne::TSne(const PointRows& points, const Options& options)
    : m_count(points.count), m_continued(options.start.size() == 2 * points.count && points.count > 0),
      m_divergence(std::numeric_limits<double>::quiet_NaN()), m_x(padded(points.count), farAway),
      m_y(padded(points.count), farAway), m_speedX(points.count), m_speedY(points.count), m_gainX(points.count, 1),
      m_gainY(points.count, 1)
{
    if (m_count > mostPoints)
        throw Error(concat("A map by t-SNE has at most ", mostPoints, " points, not ", m_count, "; choose fewer"));
    if (points.dimensions < 2)
        throw Error("A map by t-SNE is made of points with at least two dimensions");
    double scale = 1;
    if (!m_continued) {
        double largest = 0;
        for (std::size_t i = 0; i < m_count; ++i)
            largest = std::max({largest, std::abs(static_cast<double>(points.row(i)[0])),
                                std::abs(static_cast<double>(points.row(i)[1]))});
        scale = largest > 0 ? smallStart / largest : 0;
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        const float* from = m_continued ? options.start.data() + 2 * i : points.row(i);
        m_x[i] = static_cast<float>(scale * static_cast<double>(from[0]));
        m_y[i] = static_cast<float>(scale * static_cast<double>(from[1]));
    }
    findAffinities(points, options.perplexity);
}

/// p_ij = (p_j|i + p_i|j) / 2n
void TSne::findAffinities(const PointRows& points, double perplexity)
{
    m_first.assign(m_count + 1, 0);
    if (m_count < 3)
        return;
    const double used = std::min(perplexity, static_cast<double>(m_count - 1) / 3);
    const std::size_t k = std::min(m_count - 1, static_cast<std::size_t>(std::ceil(3 * used)));
    std::vector<std::vector<Neighbour>> lists(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        const std::vector<Near> near = nearestOf(points, i, k);
        const std::vector<double> p = conditional(near, used);
        for (std::size_t j = 0; j < k; ++j) {
            const auto half = static_cast<float>(p[j] / (2 * static_cast<double>(m_count)));
            lists[i].push_back({near[j].other, half});
            lists[near[j].other].push_back({static_cast<std::uint32_t>(i), half});
        }
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        std::sort(lists[i].begin(), lists[i].end(),
                  [](const Neighbour& a, const Neighbour& b) { return a.other < b.other; });
        for (const Neighbour& one : lists[i])
            if (m_neighbours.size() > m_first[i] && m_neighbours.back().other == one.other)
                m_neighbours.back().probability += one.probability; // each is near the other
            else
                m_neighbours.push_back(one);
        m_first[i + 1] = m_neighbours.size();
    }
}

void TSne::iterate(int steps)
{
    for (int i = 0; i < steps && m_count >= 3; ++i)
        step();
}

/// dC/dy_i = 4 Σ_j (p_ij − q_ij) w_ij (y_i − y_j), w_ij = 1 / (1 + |y_i − y_j|²), q_ij = w_ij / Σ w
void TSne::step()
{
    std::vector<double> pushX(m_count), pushY(m_count);
    double total = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        const Push push = pushOn(m_x[i], m_y[i], m_x.data(), m_y.data(), m_x.size());
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            total += static_cast<double>(push.weight[lane]);
            pushX[i] += static_cast<double>(push.x[lane]);
            pushY[i] += static_cast<double>(push.y[lane]);
        }
        total -= 1; // the point itself
    }
    const bool early = !m_continued && m_iteration < exaggerated;
    const double pull = early ? exaggeration : 1, momentum = early ? 0.5 : 0.8;
    const double rate = std::max(static_cast<double>(m_count) / exaggeration / 4, 50.0); // Belkina et al., 2019
    double divergence = 0;
    const auto move = [&](float& place, float& speed, float& gain, double slope) {
        const bool onward = slope * static_cast<double>(speed) < 0;
        gain = std::max(0.01f, onward ? gain + 0.2f : gain * 0.8f);
        speed = static_cast<float>(momentum * static_cast<double>(speed) - rate * static_cast<double>(gain) * slope);
        place += speed;
    };
    std::vector<double> slopeX(m_count), slopeY(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        double pullX = 0, pullY = 0;
        for (std::size_t n = m_first[i]; n < m_first[i + 1]; ++n) {
            const double p = static_cast<double>(m_neighbours[n].probability);
            const std::size_t j = m_neighbours[n].other;
            const double dx = static_cast<double>(m_x[i] - m_x[j]), dy = static_cast<double>(m_y[i] - m_y[j]);
            const double w = 1 / (1 + dx * dx + dy * dy);
            pullX += p * w * dx;
            pullY += p * w * dy;
            if (p > 0)
                divergence += p * std::log(p * total / w);
        }
        slopeX[i] = 4 * (pull * pullX - pushX[i] / total);
        slopeY[i] = 4 * (pull * pullY - pushY[i] / total);
    }
    double middleX = 0, middleY = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        move(m_x[i], m_speedX[i], m_gainX[i], slopeX[i]);
        move(m_y[i], m_speedY[i], m_gainY[i], slopeY[i]);
        middleX += static_cast<double>(m_x[i]);
        middleY += static_cast<double>(m_y[i]);
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        m_x[i] -= static_cast<float>(middleX / static_cast<double>(m_count));
        m_y[i] -= static_cast<float>(middleY / static_cast<double>(m_count));
    }
    m_divergence = divergence;
    ++m_iteration;
}

std::vector<float> TSne::map() const
{
    std::vector<float> places(2 * m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        places[2 * i] = m_x[i];
        places[2 * i + 1] = m_y[i];
    }
    return places;
}

} // namespace alexscope
