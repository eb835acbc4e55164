// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/palette.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <limits>
#include <unordered_map>

namespace alexscope {

namespace {

constexpr std::size_t mostColours = 256;
/// Colours are counted in cells of 8 × 8 × 8: finer than 256 colours can tell apart.
constexpr int cellBits = 5, dropped = 8 - cellBits;
constexpr std::size_t cellCount = std::size_t{1} << (3 * cellBits);

std::size_t cellOf(const std::uint8_t* rgb)
{
    return (static_cast<std::size_t>(rgb[0] >> dropped) << (2 * cellBits)) |
           (static_cast<std::size_t>(rgb[1] >> dropped) << cellBits) | static_cast<std::size_t>(rgb[2] >> dropped);
}

struct Cell {
    std::int64_t count = 0;
    std::array<std::int64_t, 3> sum{};
    double mean(std::size_t channel) const { return static_cast<double>(sum[channel]) / static_cast<double>(count); }
};

/// A run of cells in a list, to be halved.
struct Box {
    std::size_t first = 0, last = 0; ///< not included
    std::size_t widest = 0;          ///< channel of the greatest variance
    double error = 0;                ///< squared, of all its pixels from their mean along that channel
};

Box measured(const std::vector<Cell>& cells, std::size_t first, std::size_t last)
{
    Box box{first, last, 0, 0};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        double count = 0, sum = 0, squares = 0;
        for (std::size_t i = first; i < last; ++i) {
            const double weight = static_cast<double>(cells[i].count), value = cells[i].mean(channel);
            count += weight;
            sum += weight * value;
            squares += weight * value * value;
        }
        const double error = squares - sum * sum / count;
        if (error > box.error) {
            box.error = error;
            box.widest = channel;
        }
    }
    return box;
}

/// Where the pixels of a box fall into two halves; strictly inside it.
std::size_t medianOf(std::vector<Cell>& cells, const Box& box)
{
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(box.first);
    const auto end = cells.begin() + static_cast<std::ptrdiff_t>(box.last);
    std::sort(begin, end, [&](const Cell& a, const Cell& b) { return a.mean(box.widest) < b.mean(box.widest); });
    std::int64_t all = 0, before = 0;
    for (std::size_t i = box.first; i < box.last; ++i)
        all += cells[i].count;
    std::size_t at = box.first;
    while (at + 1 < box.last - 1 && before + cells[at].count < all / 2)
        before += cells[at++].count;
    return at + 1;
}

Rgb meanOf(const std::vector<Cell>& cells, const Box& box)
{
    Cell all;
    for (std::size_t i = box.first; i < box.last; ++i) {
        all.count += cells[i].count;
        for (std::size_t channel = 0; channel < 3; ++channel)
            all.sum[channel] += cells[i].sum[channel];
    }
    const auto part = [&](std::size_t channel) { return static_cast<std::uint8_t>(all.mean(channel) + 0.5); };
    return {part(0), part(1), part(2)};
}

std::vector<Rgb> medianCut(ImageView picture)
{
    std::vector<Cell> grid(cellCount), cells;
    const auto pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* rgb = picture.rgb + 3 * i;
        Cell& cell = grid[cellOf(rgb)];
        ++cell.count;
        for (std::size_t channel = 0; channel < 3; ++channel)
            cell.sum[channel] += rgb[channel];
    }
    std::copy_if(grid.begin(), grid.end(), std::back_inserter(cells), [](const Cell& cell) { return cell.count > 0; });
    std::vector<Box> boxes{measured(cells, 0, cells.size())};
    while (boxes.size() < mostColours) {
        const auto worst =
            std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.error < b.error; });
        if (worst->error <= 0 || worst->last - worst->first < 2)
            break;
        const Box box = *worst;
        const std::size_t middle = medianOf(cells, box);
        *worst = measured(cells, box.first, middle);
        boxes.push_back(measured(cells, middle, box.last));
    }
    std::vector<Rgb> colours;
    for (const Box& box : boxes)
        colours.push_back(meanOf(cells, box));
    return colours;
}

std::uint8_t nearest(const std::vector<Rgb>& colours, const std::uint8_t* rgb)
{
    std::size_t best = 0;
    int smallest = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const int r = colours[i][0] - rgb[0], g = colours[i][1] - rgb[1], b = colours[i][2] - rgb[2];
        const int distance = 2 * r * r + 4 * g * g + b * b; // roughly how eyes weigh them
        if (distance < smallest) {
            smallest = distance;
            best = i;
        }
    }
    return static_cast<std::uint8_t>(best);
}

std::uint32_t keyOf(const std::uint8_t* rgb)
{
    return static_cast<std::uint32_t>(rgb[0]) << 16 | static_cast<std::uint32_t>(rgb[1]) << 8 | rgb[2];
}

} // namespace

IndexedPicture reduceColours(ImageView picture)
{
    if (picture.width < 1 || picture.height < 1)
        throw Error(concat("A picture of ", picture.width, "×", picture.height, " pixels has no colours"));
    IndexedPicture result;
    result.width = picture.width;
    result.height = picture.height;
    const auto pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    result.pixels.reserve(pixels);
    std::unordered_map<std::uint32_t, std::uint8_t> known;
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* rgb = picture.rgb + 3 * i;
        const auto found = known.find(keyOf(rgb));
        if (found != known.end()) {
            result.pixels.push_back(found->second);
            continue;
        }
        if (result.colours.size() == mostColours)
            break;
        const auto index = static_cast<std::uint8_t>(result.colours.size());
        result.colours.push_back({rgb[0], rgb[1], rgb[2]});
        known[keyOf(rgb)] = index;
        result.pixels.push_back(index);
    }
    if (result.pixels.size() == pixels)
        return result;

    result.colours = medianCut(picture);
    known.clear();
    result.pixels.resize(pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* rgb = picture.rgb + 3 * i;
        const auto [entry, isNew] = known.try_emplace(keyOf(rgb), std::uint8_t{0});
        if (isNew)
            entry->second = nearest(result.colours, rgb);
        result.pixels[i] = entry->second;
    }
    return result;
}

} // namespace alexscope
