// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/texture_fields.h"

#include <algorithm>
#include <cmath>

namespace alexscope::datasets {

namespace {

constexpr double pi = 3.14159265358979323846;

/// The pattern lies on a plane seen askew: pixel (x, y) is the pattern's point (u, v).
struct Plane {
    float ux, uy, u0, vx, vy, v0;

    float u(float x, float y) const { return ux * x + uy * y + u0; }
    float v(float x, float y) const { return vx * x + vy * y + v0; }
};

/// (centreX, centreY) is the pattern's origin.
Plane turnedPlane(double angle, double stretch, double centreX, double centreY)
{
    const double c = std::cos(angle), s = std::sin(angle);
    Plane p{};
    p.ux = static_cast<float>(c * stretch);
    p.uy = static_cast<float>(s * stretch);
    p.vx = static_cast<float>(-s / stretch);
    p.vy = static_cast<float>(c / stretch);
    p.u0 = static_cast<float>(-(c * centreX + s * centreY) * stretch);
    p.v0 = static_cast<float>((s * centreX - c * centreY) / stretch);
    return p;
}

/// Turned by any angle and stretched along it by up to a third.
Plane randomPlane(PhiloxSequence& random, double centreX, double centreY)
{
    const double angle = random.uniform(0, 2 * pi), stretch = std::exp(random.uniform(-0.28, 0.28));
    return turnedPlane(angle, stretch, centreX, centreY);
}

/// Uniform in the logarithm: as many fine patterns as coarse ones.
double logUniform(PhiloxSequence& random, double low, double high)
{
    return low * std::exp(random.uniform() * std::log(high / low));
}

/// 0..1..0 once per unit of phase; evenly spread. Phases are above −1024.
inline float triangle(float phase)
{
    phase += 1024.0f;
    const float part = phase - static_cast<float>(static_cast<int>(phase));
    return std::abs(2 * part - 1);
}

template <typename Formula>
void fillRows(std::vector<float>& values, int side, Formula formula)
{
    for (int y = 0; y < side; ++y) {
        float* row = values.data() + y * side;
        for (int x = 0; x < side; ++x)
            row[x] = formula(static_cast<float>(x), static_cast<float>(y));
    }
}

class Drawing {
public:
    Drawing(int side, PhiloxSequence& random, NoiseSource& noise) : m_side(side), m_random(random), m_noise(noise)
    {
        m_field.values.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    }

    TextureField draw(TextureClass kind)
    {
        switch (kind) {
        case TextureClass::LevelStripes:
            stripes(pi / 2 + m_random.uniform(-0.26, 0.26));
            break;
        case TextureClass::UprightStripes:
            stripes(m_random.uniform(-0.26, 0.26));
            break;
        case TextureClass::SlantedStripes:
            stripes((m_random.below(2) == 0 ? pi / 4 : -pi / 4) + m_random.uniform(-0.26, 0.26));
            break;
        case TextureClass::Checkers:
            checkers();
            break;
        case TextureClass::Rings:
            rings();
            break;
        case TextureClass::Dots:
            dots();
            break;
        case TextureClass::Polygons:
            polygons();
            break;
        case TextureClass::Blobs:
            blobs();
            break;
        case TextureClass::Gradients:
            gradients();
            break;
        case TextureClass::DeadLeaves:
            deadLeaves();
            break;
        }
        return std::move(m_field);
    }

private:
    struct Point {
        float u, v;
    };

    /// Size of the pattern's parts in pixels: from what 11×11 filters see well to a good part of the picture.
    double size(double low, double highShare)
    {
        return logUniform(m_random, low, std::max(low * 1.5, m_side * highShare));
    }
    Plane planeAround(double spread)
    {
        const double middle = m_side / 2.0, x = middle + m_random.uniform(-spread, spread) * m_side;
        return randomPlane(m_random, x, middle + m_random.uniform(-spread, spread) * m_side);
    }

    /// `across`: the direction in which the stripes follow each other; 15° around what names the class.
    void stripes(double across)
    {
        const auto wave = static_cast<float>(1 / size(6, 0.25));
        const double middle = m_side / 2.0;
        const auto cx = static_cast<float>(std::cos(across)), cy = static_cast<float>(std::sin(across));
        const auto start = static_cast<float>(m_random.uniform() - (cx + cy) * middle * wave);
        // Seen at a slant the stripes become finer to one side.
        const auto chirp = static_cast<float>(m_random.uniform(-0.3, 0.3) / m_side);
        m_field.steepness = 2 * wave;
        fillRows(m_field.values, m_side, [=](float x, float y) {
            const float u = cx * x + cy * y;
            return triangle(start + wave * u * (1 + chirp * u));
        });
    }
    void checkers()
    {
        const double cell = size(7, 0.22);
        const auto wave = static_cast<float>(0.5 / cell),
                   waveAcross = static_cast<float>(0.5 / (cell * m_random.uniform(0.85, 1.18)));
        const Plane p =
            turnedPlane(m_random.uniform(-0.26, 0.26), 1, m_side * m_random.uniform(), m_side * m_random.uniform());
        m_field.steepness = 4 * wave;
        m_field.crisp = true;
        m_field.shades = 2;
        fillRows(m_field.values, m_side, [=](float x, float y) {
            const float product = (2 * triangle(wave * p.u(x, y)) - 1) * (2 * triangle(waveAcross * p.v(x, y)) - 1);
            const float root = 0.5f * std::sqrt(std::abs(product)); // products crowd around 0; their roots hardly do
            return product < 0 ? 0.5f - root : 0.5f + root;
        });
    }
    void rings()
    {
        const auto wave = static_cast<float>(1 / size(6, 0.22));
        const auto start = static_cast<float>(m_random.uniform());
        const Plane p = planeAround(0.25);
        m_field.steepness = 2 * wave;
        fillRows(m_field.values, m_side, [=](float x, float y) {
            const float u = p.u(x, y), v = p.v(x, y);
            return triangle(wave * std::sqrt(u * u + v * v) + start);
        });
    }

    /// A grid of points in the pattern's plane, each moved by up to `jitter` of the spacing; covers the picture.
    std::vector<Point> scatter(const Plane& p, double spacing, double jitter)
    {
        const auto far = static_cast<float>(m_side);
        const float us[4] = {p.u(0, 0), p.u(far, 0), p.u(0, far), p.u(far, far)},
                    vs[4] = {p.v(0, 0), p.v(far, 0), p.v(0, far), p.v(far, far)};
        const auto first = [&](const float* c) {
            return static_cast<int>(std::floor(*std::min_element(c, c + 4) / spacing)) - 1;
        };
        const auto last = [&](const float* c) {
            return static_cast<int>(std::ceil(*std::max_element(c, c + 4) / spacing)) + 1;
        };
        std::vector<Point> points;
        for (int j = first(vs); j <= last(vs); ++j)
            for (int i = first(us); i <= last(us); ++i)
                points.push_back({static_cast<float>((i + 0.5 * (j & 1) + m_random.uniform(-jitter, jitter)) * spacing),
                                  static_cast<float>((j + m_random.uniform(-jitter, jitter)) * spacing)});
        return points;
    }
    struct Neighbours {
        std::vector<float> distance, second,
            owner; ///< squared distances to the nearest two points; which one is nearest
    };
    Neighbours nearest(const Plane& p, const std::vector<Point>& points, double reach)
    {
        Neighbours n;
        n.distance.assign(m_field.values.size(), 1e6f);
        n.second = n.distance;
        n.owner.assign(m_field.values.size(), 0.0f);
        const float determinant = p.ux * p.vy - p.uy * p.vx; // 1: the plane keeps areas
        const float reachX = static_cast<float>(reach) * std::hypot(p.vy, p.uy),
                    reachY = static_cast<float>(reach) * std::hypot(p.ux, p.vx);
        for (std::size_t k = 0; k < points.size(); ++k) {
            const float du = points[k].u - p.u0, dv = points[k].v - p.v0;
            const float x = (p.vy * du - p.uy * dv) / determinant, y = (p.ux * dv - p.vx * du) / determinant;
            const int left = std::max(0, static_cast<int>(x - reachX)),
                      right = std::min(m_side, static_cast<int>(x + reachX) + 2);
            const int top = std::max(0, static_cast<int>(y - reachY)),
                      bottom = std::min(m_side, static_cast<int>(y + reachY) + 2);
            for (int row = top; row < bottom; ++row) {
                float* best = n.distance.data() + row * m_side;
                float* next = n.second.data() + row * m_side;
                float* mine = n.owner.data() + row * m_side;
                const float u0 = p.uy * static_cast<float>(row) - du, v0 = p.vy * static_cast<float>(row) - dv,
                            number = static_cast<float>(k);
                for (int column = left; column < right; ++column) {
                    const float a = p.ux * static_cast<float>(column) + u0, b = p.vx * static_cast<float>(column) + v0,
                                d = a * a + b * b;
                    const float old = best[column];
                    next[column] = std::min(next[column], std::max(old, d));
                    mine[column] = d < old ? number : mine[column];
                    best[column] = std::min(old, d);
                }
            }
        }
        return n;
    }
    void dots()
    {
        const double spacing = size(9, 0.18);
        const Plane p = planeAround(0.3);
        const Neighbours n = nearest(p, scatter(p, spacing, 0.24), spacing * 1.2);
        const auto scale = static_cast<float>(std::sqrt(pi) / spacing);
        for (std::size_t i = 0; i < n.distance.size(); ++i)
            m_field.values[i] = std::min(scale * std::sqrt(n.distance[i]), 1.0f);
        m_field.steepness = scale;
        m_field.crisp = true;
        m_field.shades = 2;
    }
    void polygons()
    {
        const double spacing = size(18, 0.4);
        const Plane p = planeAround(0.3);
        const std::vector<Point> points = scatter(p, spacing, 0.38);
        const Neighbours n = nearest(p, points, spacing * 1.6);
        std::vector<float> shade;
        for (std::size_t i = 0; i < points.size(); ++i)
            shade.push_back(static_cast<float>(m_random.uniform(0.3, 1)));
        const auto lead = static_cast<float>(m_random.uniform(1.6, 2.6)); // between the panes, as in stained glass
        for (std::size_t i = 0; i < n.owner.size(); ++i) {
            const bool border = std::sqrt(n.second[i]) - std::sqrt(n.distance[i]) < lead;
            m_field.values[i] = border ? 0.0f : shade[static_cast<std::size_t>(n.owner[i])];
        }
        m_field.shades = 4;
        m_field.framed = m_field.smooth = true;
    }
    void blobs()
    {
        const double blob = size(6, 0.11);
        m_field.smooth = true;
        m_field.shades = 2;
        const NoiseField field(m_noise, static_cast<int>(1.5 * m_side / blob) + 3, 2, 0.0f);
        const Plane p = planeAround(0.0);
        const auto zoom = static_cast<float>(4 / blob), middle = static_cast<float>(field.side()) / 2;
        fillRows(m_field.values, m_side, [&](float x, float y) {
            const float n = field.at(middle + zoom * p.u(x, y), middle + zoom * p.v(x, y));
            return 0.5f + 0.5f * n / std::sqrt(0.6f + n * n); // about the normal distribution's own spread
        });
    }
    void gradients()
    {
        const NoiseField field(m_noise, 3, 3, 0.1f);
        const bool round = m_random.below(3) == 0;
        const Plane p = planeAround(round ? 0.5 : 0.2);
        const auto scale = static_cast<float>(m_random.uniform(0.6, 1.3) / m_side),
                   sway = static_cast<float>(m_random.uniform(0.0, 0.15));
        const float zoom = static_cast<float>(field.side()) / static_cast<float>(m_side);
        m_field.smooth = true;
        fillRows(m_field.values, m_side, [&](float x, float y) {
            const float u = p.u(x, y), v = p.v(x, y);
            const float way = round ? scale * std::sqrt(u * u + v * v) : 0.5f + scale * u;
            return std::clamp(way + sway * field.at(zoom * x, zoom * y), 0.0f, 1.0f);
        });
    }
    void deadLeaves()
    {
        // Leaves of all sizes, their number falling with the cube of the radius, fall on each other: the classic model
        // of where the 1/f spectrum and the edges of natural pictures come from.
        const double smallest = m_random.uniform(5.0, 7.0) * std::max(1.0, m_side / 160.0),
                     largest = m_side * m_random.uniform(0.25, 0.4);
        double covered = 0;
        const double enough = 5.0 * m_side * m_side;
        std::fill(m_field.values.begin(), m_field.values.end(), static_cast<float>(m_random.uniform()));
        while (covered < enough) {
            const double t = m_random.uniform(), a = 1 / (smallest * smallest), b = 1 / (largest * largest);
            const double radius = 1 / std::sqrt(a + t * (b - a));
            leaf(m_random.uniform(-0.1, 1.1) * m_side, m_random.uniform(-0.1, 1.1) * m_side, radius);
            covered += pi * radius * radius;
        }
        m_field.shades = 4;
        m_field.smooth = true; // every leaf its own shade
    }
    void leaf(double centreX, double centreY, double radius)
    {
        const Plane p = randomPlane(m_random, centreX, centreY);
        const auto shade = static_cast<float>(m_random.uniform());
        // Row by row where u² + v² ≤ r²: a quadratic in x.
        const double a = p.ux * p.ux + p.vx * p.vx, r = radius * std::hypot(p.ux, p.vx);
        const int top = std::max(0, static_cast<int>(std::ceil(centreY - r))),
                  bottom = std::min(m_side - 1, static_cast<int>(centreY + r));
        for (int y = top; y <= bottom; ++y) {
            const double dy = y - centreY, b = (p.ux * p.uy + p.vx * p.vy) * dy,
                         c = (p.uy * p.uy + p.vy * p.vy) * dy * dy - radius * radius;
            const double root = b * b - a * c;
            if (root <= 0)
                continue;
            const double half = std::sqrt(root) / a, middle = centreX - b / a;
            const int left = std::max(0, static_cast<int>(std::ceil(middle - half))),
                      right = std::min(m_side - 1, static_cast<int>(std::floor(middle + half)));
            if (left <= right)
                std::fill(m_field.values.data() + y * m_side + left, m_field.values.data() + y * m_side + right + 1,
                          shade);
        }
    }

    const int m_side;
    PhiloxSequence& m_random;
    NoiseSource& m_noise;
    TextureField m_field;
};

} // namespace

TextureField drawField(TextureClass kind, int side, PhiloxSequence& random, NoiseSource& noise)
{
    return Drawing(side, random, noise).draw(kind);
}

} // namespace alexscope::datasets
