// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/texture_paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alexscope::datasets {

namespace {

using Colour = std::array<float, 3>; // red, green, blue, 0..1 when in range

/// From brightness and the two opponent axes people and natural pictures have: blue–yellow and red–green.
Colour fromOpponent(double brightness, double yellow, double red)
{
    return {static_cast<float>(brightness + 0.3 * yellow + 0.7 * red),
            static_cast<float>(brightness + 0.2 * yellow - 0.5 * red),
            static_cast<float>(brightness - 0.9 * yellow + 0.05 * red)};
}

/// Colours that stand out from their neighbours, or the first from all others: mostly by brightness, often by hue.
std::vector<Colour> drawPalette(PhiloxSequence& random, int count, bool firstAgainstRest = false)
{
    const double brightness = random.uniform(0.33, 0.67), yellow = 0.10 * random.normal(), red = 0.08 * random.normal();
    const bool byHue = random.uniform() < 0.4;
    const double angle = random.uniform(0, 6.283185307), contrast = random.uniform(0.2, 0.4);
    const double sign = random.below(2) == 0 ? 1 : -1;
    std::vector<Colour> colours;
    for (int i = 0; i < count; ++i) {
        const double side = sign * ((firstAgainstRest ? i == 0 : i % 2 == 0) ? 1 : -1) * random.uniform(0.6, 1.1);
        const double hueStep = byHue ? 1.2 * contrast : 0.3 * contrast;
        const double turn = angle + random.uniform(-0.5, 0.5);
        colours.push_back(fromOpponent(brightness + side * (byHue ? 0.3 * contrast : contrast) + 0.03 * random.normal(),
                                       yellow + side * hueStep * std::cos(turn),
                                       red + 0.9 * side * hueStep * std::sin(turn)));
    }
    return colours;
}

/// Colour by field value: `colours` one after the other, with transitions of `softness` times their distance.
std::vector<Colour> colourTable(const std::vector<Colour>& colours, const std::vector<float>& borders, float width)
{
    constexpr int entries = 256;
    std::vector<Colour> table;
    table.reserve(entries);
    for (int i = 0; i < entries; ++i) {
        const float t = static_cast<float>(i) / (entries - 1);
        Colour colour = colours.front();
        for (std::size_t k = 0; k < borders.size(); ++k) {
            float s = std::clamp((t - borders[k]) / width + 0.5f, 0.0f, 1.0f);
            s = s * s * (3 - 2 * s);
            for (std::size_t c = 0; c < 3; ++c)
                colour[c] += s * (colours[k + 1][c] - colours[k][c]);
        }
        table.push_back(colour);
    }
    return table;
}

std::vector<Colour> drawColours(const TextureField& field, PhiloxSequence& random)
{
    const int count = field.shades > 0 ? field.shades : random.below(3) > 0 ? 2 : 3;
    const std::vector<Colour> palette = drawPalette(random, count, field.framed);
    std::vector<float> borders;
    const float step = 1.0f / static_cast<float>(count);
    for (int k = 1; k < count; ++k)
        borders.push_back(
            step * (static_cast<float>(k) + (field.crisp ? 0.15f : 0.3f) * static_cast<float>(random.uniform(-1, 1))));
    const bool soft = random.below(2) == 0 && !field.crisp;
    const auto drawn = static_cast<float>(soft ? random.uniform(0.7, 1.1) : random.uniform(0.05, 0.3)) * step;
    const float whole = (count == 2 ? 2.0f : 1.2f) * step;
    return colourTable(palette, borders, field.smooth ? whole : std::max(drawn, 1.2f * field.steepness));
}

/// Three planes of side × side floats, 0..255.
struct Canvas {
    int side;
    std::array<std::vector<float>, 3> planes;

    explicit Canvas(int s) : side(s)
    {
        for (auto& plane : planes)
            plane.resize(static_cast<std::size_t>(s) * static_cast<std::size_t>(s));
    }
};

/// Something in front of the pattern: an ellipse or a straight-edged body that hides up to about a quarter of it.
struct Occluder {
    float x, y, dx, dy, size;
    bool round;
    Colour colour;

    bool hides(float px, float py) const
    {
        const float a = (px - x) * dx + (py - y) * dy, b = (py - y) * dx - (px - x) * dy;
        return round ? a * a + 2 * b * b < size * size : a > 0;
    }
};

Occluder drawOccluder(PhiloxSequence& random, int side)
{
    const double angle = random.uniform(0, 6.283185307), middle = side / 2.0;
    const double c = std::cos(angle), s = std::sin(angle);
    Occluder o{};
    o.round = random.below(2) == 0;
    const double away = o.round ? random.uniform(0.25, 0.6) : random.uniform(0.25, 0.5);
    o.x = static_cast<float>(middle + c * away * side);
    o.y = static_cast<float>(middle + s * away * side);
    o.dx = static_cast<float>(c);
    o.dy = static_cast<float>(s);
    o.size = static_cast<float>(random.uniform(0.15, 0.32) * side);
    o.colour = drawPalette(random, 1).front();
    return o;
}

void applyColours(Canvas& canvas, const TextureField& field, PhiloxSequence& random)
{
    const std::vector<Colour> table = drawColours(field, random);
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        const Colour& colour = table[static_cast<std::size_t>(field.values[i] * 255.0f + 0.5f)];
        for (std::size_t c = 0; c < 3; ++c)
            canvas.planes[c][i] = colour[c];
    }
    if (random.uniform() >= 0.25)
        return;
    const Occluder occluder = drawOccluder(random, canvas.side);
    for (int y = 0; y < canvas.side; ++y)
        for (int x = 0; x < canvas.side; ++x)
            if (occluder.hides(static_cast<float>(x), static_cast<float>(y)))
                for (std::size_t c = 0; c < 3; ++c)
                    canvas.planes[c][static_cast<std::size_t>(y * canvas.side + x)] = occluder.colour[c];
}

/// Light that falls off to one side, on a surface rough at all scales (1/f).
void applyLight(Canvas& canvas, PhiloxSequence& random, NoiseSource& noise)
{
    const int side = canvas.side;
    int doublings = 1;
    while ((4 << doublings) < side)
        ++doublings;
    const NoiseField surface(noise, 4, doublings, 0.55f);
    const auto rough = static_cast<float>(random.uniform(0.03, 0.13));
    const double angle = random.uniform(0, 6.283185307), fall = random.uniform(0.0, 0.5) / side;
    const auto gx = static_cast<float>(fall * std::cos(angle)), gy = static_cast<float>(fall * std::sin(angle));
    const float zoom = static_cast<float>(surface.side()) / static_cast<float>(side);
    const float middle = static_cast<float>(side) / 2;
    std::vector<float> light(static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y) {
        const float fy = static_cast<float>(y);
        for (int x = 0; x < side; ++x) {
            const float fx = static_cast<float>(x);
            light[static_cast<std::size_t>(x)] =
                255 * (1 + gx * (fx - middle) + gy * (fy - middle) + rough * surface.at(zoom * fx, zoom * fy));
        }
        for (auto& plane : canvas.planes) {
            float* row = plane.data() + y * side;
            for (int x = 0; x < side; ++x)
                row[x] *= light[static_cast<std::size_t>(x)];
        }
    }
}

/// (b, 1 − 2b, b) down and across: up to a binomial blur, and what rounds off the pixels' stairs.
void applyLens(Canvas& canvas, PhiloxSequence& random)
{
    const auto beside = static_cast<float>(random.uniform(0.13, 0.25)), centre = 1 - 2 * beside;
    const int side = canvas.side;
    std::vector<float> blurred(canvas.planes[0].size());
    for (auto& plane : canvas.planes) {
        for (int y = 0; y < side; ++y) {
            const float* here = plane.data() + y * side;
            const float *above = y > 0 ? here - side : here, *below = y + 1 < side ? here + side : here;
            float* out = blurred.data() + y * side;
            for (int x = 0; x < side; ++x)
                out[x] = centre * here[x] + beside * (above[x] + below[x]);
        }
        for (int y = 0; y < side; ++y) {
            const float* in = blurred.data() + y * side;
            float* out = plane.data() + y * side;
            out[0] = in[0];
            out[side - 1] = in[side - 1];
            for (int x = 1; x + 1 < side; ++x)
                out[x] = centre * in[x] + beside * (in[x - 1] + in[x + 1]);
        }
    }
}

Image expose(const Canvas& canvas, PhiloxSequence& random, NoiseSource& noise)
{
    Image image(canvas.side, canvas.side);
    const auto grain = static_cast<float>(1.5 * std::exp(random.uniform() * std::log(4.0)));
    std::vector<float> values(image.rgb.size());
    noise.fill(values.data(), values.size());
    const std::size_t area = canvas.planes[0].size();
    const float* planes[3] = {canvas.planes[0].data(), canvas.planes[1].data(), canvas.planes[2].data()};
    for (std::size_t i = 0; i < area; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            values[3 * i + c] = planes[c][i] + grain * values[3 * i + c];
    for (std::size_t i = 0; i < values.size(); ++i)
        image.rgb[i] = static_cast<std::uint8_t>(static_cast<int>(std::clamp(values[i] + 0.5f, 0.0f, 255.0f)));
    return image;
}

} // namespace

Image paint(const TextureField& field, int side, PhiloxSequence& random, NoiseSource& noise)
{
    Canvas canvas(side);
    applyColours(canvas, field, random);
    applyLight(canvas, random, noise);
    applyLens(canvas, random);
    return expose(canvas, random, noise);
}

} // namespace alexscope::datasets
