// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/map_thumbnail.h"

#include "core/picture/colour_map.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace alexscope::gui {

namespace {

constexpr float smallestRange = 1e-12f; ///< a dead layer is dark, not divided by nothing

class Colouring {
public:
    explicit Colouring(std::span<const float> values)
    {
        float low = 0, high = smallestRange;
        for (const float value : values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        m_signed = low < 0;
        m_range = m_signed ? ValueRange{-std::max(-low, high), std::max(-low, high)} : ValueRange{0, high};
    }
    QRgb operator()(float value) const
    {
        const double place = std::isfinite(value) ? m_range.position(value) : std::nan("");
        const Rgb colour = colourOf(m_signed ? ColourMap::BlueWhiteOrange : ColourMap::Viridis, place);
        return qRgb(colour[0], colour[1], colour[2]);
    }

private:
    bool m_signed = false;
    ValueRange m_range;
};

} // namespace

QImage meanMap(const HostTensor& activation, int tower, int towers)
{
    const Shape& shape = activation.shape;
    const std::int64_t channels = shape.c / towers;
    if (channels < 1 || shape.area() < 1)
        return {};
    std::vector<float> mean(static_cast<std::size_t>(shape.area()));
    for (std::int64_t c = tower * channels; c < (tower + 1) * channels; ++c) {
        const std::span<const float> plane = activation.plane(0, c);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += plane[i];
    }
    for (float& value : mean)
        value /= static_cast<float>(channels);
    const Colouring colour(mean);
    QImage image(static_cast<int>(shape.w), static_cast<int>(shape.h), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = colour(mean[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) +
                                  static_cast<std::size_t>(x)]);
    }
    return image;
}

QImage unitSheet(const HostTensor& activation, int columns)
{
    const auto units = static_cast<int>(activation.shape.perPicture());
    if (units < 1 || columns < 1)
        return {};
    const std::span<const float> values(activation.values.data(), static_cast<std::size_t>(units));
    const Colouring colour(values);
    QImage image(columns, (units + columns - 1) / columns, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (int i = 0; i < units; ++i)
        image.setPixel(i % columns, i / columns, colour(values[static_cast<std::size_t>(i)]));
    return image;
}

int unitColumns(std::int64_t units, double aspect)
{
    const auto most = static_cast<double>(std::max<std::int64_t>(1, units));
    return static_cast<int>(std::clamp(std::ceil(std::sqrt(most * std::max(aspect, 1e-6))), 1.0, most));
}

} // namespace alexscope::gui
