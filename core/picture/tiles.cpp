// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/tiles.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace alexscope {

namespace {

constexpr std::int64_t maximumPixels = 64'000'000;

/// A run of tiles, each `planesPerTile` planes of h × w numbers lying one after the other.
struct Source {
    std::span<const float> values;
    std::int64_t tiles = 0, planesPerTile = 1, h = 1, w = 1;
    bool alwaysSigned = false;

    std::span<const float> tile(std::int64_t i) const
    {
        const auto size = static_cast<std::size_t>(planesPerTile * h * w);
        return values.subspan(static_cast<std::size_t>(i) * size, size);
    }
};

struct Extremes {
    double low = 0, high = 0; // zero always lies within

    void take(std::span<const float> values)
    {
        for (const float v : values)
            if (std::isfinite(v)) {
                low = std::min<double>(low, v);
                high = std::max<double>(high, v);
            }
    }
};

/// Zero lies in the middle of a signed range and at the dark end of the others.
ValueRange rangeOf(const Extremes& extremes, bool isSigned, double leastWidth)
{
    const double reach = std::max({-extremes.low, extremes.high, leastWidth});
    return {isSigned ? -reach : 0.0, reach};
}

std::vector<ValueRange> rangesOf(const Source& source, const TileOptions& options, bool& isSigned)
{
    const bool locked = options.locked && options.locked->high > options.locked->low;
    isSigned = source.alwaysSigned;
    if (locked && isSigned) // nothing of the data is asked for
        return {*options.locked};
    Extremes whole;
    whole.take(source.values);
    isSigned = isSigned || whole.low < 0;
    if (locked)
        return {*options.locked};
    const double reach = std::max(-whole.low, whole.high);
    const double least = reach > 0 ? reach / 1000 : 1.0;
    std::int64_t parts = 1;
    if (options.scope == TileScope::Tile)
        parts = source.tiles;
    if (options.scope == TileScope::Group)
        parts = std::clamp<std::int64_t>(options.groups, 1, source.tiles);
    std::vector<ValueRange> ranges;
    for (std::int64_t part = 0; part < parts; ++part) {
        Extremes extremes;
        for (std::int64_t i = part * source.tiles / parts; i < (part + 1) * source.tiles / parts; ++i)
            extremes.take(source.tile(i));
        ranges.push_back(rangeOf(extremes, isSigned, least));
    }
    return ranges;
}

/// Lays the empty sheet out.
TileSheet layOut(const Source& source, int columns, const TileOptions& options)
{
    TileSheet sheet;
    sheet.gutter = std::clamp(options.gutter, 0, 64);
    const std::int64_t across = std::clamp<std::int64_t>(columns, 1, source.tiles);
    const std::int64_t rows = (source.tiles + across - 1) / across;
    const std::int64_t width = sheet.gutter + across * (source.w + sheet.gutter);
    const std::int64_t height = sheet.gutter + rows * (source.h + sheet.gutter);
    if (width > maximumPixels || height > maximumPixels / width)
        throw Error(concat("a sheet of ", source.tiles, " tiles of ", source.h, "×", source.w,
                           " has more than 64 megapixels; show fewer of them"));
    sheet.count = static_cast<int>(source.tiles);
    sheet.columns = static_cast<int>(across);
    sheet.rows = static_cast<int>(rows);
    sheet.tileWidth = static_cast<int>(source.w);
    sheet.tileHeight = static_cast<int>(source.h);
    sheet.image = Image(static_cast<int>(width), static_cast<int>(height));
    for (auto pixel = sheet.image.rgb.begin(); pixel != sheet.image.rgb.end(); pixel += 3)
        std::copy(options.gutterColour.begin(), options.gutterColour.end(), pixel);
    return sheet;
}

std::uint8_t* pixelOf(Image& image, int x, int y)
{
    return image.rgb.data() +
           3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
}

/// One pixel of an RGB filter: three planes, mid grey where the weight is 0.
Rgb trueColour(std::span<const float> tile, std::size_t place, std::size_t area, const ValueRange& range,
               ChannelOrder order)
{
    Rgb colour;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const std::size_t plane = order == ChannelOrder::Rgb ? channel : 2 - channel;
        const double t = range.position(tile[plane * area + place]);
        if (std::isnan(t))
            return notANumberColour;
        colour[channel] = static_cast<std::uint8_t>(std::clamp(t, 0.0, 1.0) * 255 + 0.5);
    }
    return colour;
}

void paint(TileSheet& sheet, const Source& source, const TileOptions& options)
{
    const auto area = static_cast<std::size_t>(source.h * source.w), width = static_cast<std::size_t>(source.w);
    const auto parts = static_cast<std::int64_t>(sheet.ranges.size());
    for (int i = 0; i < sheet.count; ++i) {
        // The part p with p·tiles/parts ≤ i: the same division as in rangesOf.
        const std::int64_t part = ((i + 1) * parts - 1) / source.tiles;
        const ValueRange& range = sheet.ranges[static_cast<std::size_t>(part)];
        const std::span<const float> tile = source.tile(i);
        for (int y = 0; y < sheet.tileHeight; ++y) {
            std::uint8_t* pixel = pixelOf(sheet.image, sheet.left(i), sheet.top(i) + y);
            const std::size_t row = static_cast<std::size_t>(y) * width;
            for (std::size_t place = row; place < row + width; ++place) {
                const Rgb colour = sheet.rgb ? trueColour(tile, place, area, range, options.order)
                                             : colourOf(sheet.map, range.position(tile[place]));
                pixel = std::copy(colour.begin(), colour.end(), pixel);
            }
        }
    }
}

/// Restricts `available` filters or maps to the ones asked for.
std::int64_t countFrom(std::int64_t available, const TileOptions& options)
{
    if (options.first < 0 || options.first >= available)
        throw Error(concat("there is nothing to show from number ", options.first, " on; there are ", available));
    const std::int64_t rest = available - options.first;
    return options.count > 0 ? std::min<std::int64_t>(rest, options.count) : rest;
}

std::span<const float> part(const HostTensor& tensor, std::int64_t begin, std::int64_t count)
{
    return std::span(tensor.values).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(count));
}

} // namespace

int TileSheet::tileAt(int x, int y) const
{
    const int stepX = tileWidth + gutter, stepY = tileHeight + gutter;
    if (x < gutter || y < gutter || (x - gutter) % stepX >= tileWidth || (y - gutter) % stepY >= tileHeight)
        return -1;
    const int column = (x - gutter) / stepX, row = (y - gutter) / stepY;
    const int tile = row * columns + column;
    return column < columns && tile < count ? tile : -1;
}

TileSheet tileFilters(const HostTensor& weights, const TileOptions& options)
{
    const Shape& shape = weights.shape;
    const std::int64_t filters = countFrom(shape.n, options);
    const bool rgb = shape.c == 3;
    Source source;
    source.values = part(weights, options.first * shape.perPicture(), filters * shape.perPicture());
    source.tiles = rgb ? filters : filters * shape.c;
    source.planesPerTile = rgb ? 3 : 1;
    source.h = shape.h;
    source.w = shape.w;
    source.alwaysSigned = true;
    const std::int64_t usual = rgb || shape.c == 1 ? 16 : shape.c;
    TileSheet sheet = layOut(source, options.columns > 0 ? options.columns : static_cast<int>(usual), options);
    sheet.rgb = rgb;
    sheet.map = options.map.value_or(ColourMap::Grey);
    bool isSigned = true;
    sheet.ranges = rangesOf(source, options, isSigned);
    paint(sheet, source, options);
    return sheet;
}

TileSheet tileMaps(const HostTensor& activation, std::int64_t picture, const TileOptions& options)
{
    const Shape& shape = activation.shape;
    if (picture < 0 || picture >= shape.n)
        throw Error(concat("there is no picture ", picture, " among ", shape.n));
    Source source;
    source.tiles = countFrom(shape.c, options);
    source.h = shape.h;
    source.w = shape.w;
    source.values =
        part(activation, picture * shape.perPicture() + options.first * shape.area(), source.tiles * shape.area());
    const double squares = static_cast<double>(source.tiles) * options.aspect * static_cast<double>(shape.h) /
                           static_cast<double>(shape.w);
    const int nearSquare = static_cast<int>(std::clamp(std::ceil(std::sqrt(squares)), 1.0, 65536.0));
    TileSheet sheet = layOut(source, options.columns > 0 ? options.columns : nearSquare, options);
    bool isSigned = false;
    sheet.ranges = rangesOf(source, options, isSigned);
    sheet.map = options.map.value_or(isSigned ? ColourMap::BlueWhiteOrange : ColourMap::Viridis);
    paint(sheet, source, options);
    return sheet;
}

Image enlarge(const Image& image, int factor)
{
    if (factor < 1 || static_cast<std::int64_t>(image.width) * image.height > maximumPixels / factor / factor)
        throw Error(concat("a picture of ", image.width, "×", image.height, " cannot be enlarged ", factor,
                           " times; 64 megapixels are the limit"));
    Image large(image.width * factor, image.height * factor);
    const ImageView view = image;
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; ++x)
            std::copy_n(view.pixel(x / factor, y / factor), 3, pixelOf(large, x, y));
    return large;
}

} // namespace alexscope
