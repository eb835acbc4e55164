// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filter_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace alexscope::gui {

namespace {

constexpr std::int64_t pagePixels = 24'000, unitPixels = 70'000, colourPixels = 200'000, pageTiles = 1024;
constexpr std::int64_t mostTiles = 16'384, mostPixels = 4'000'000; ///< painted thirty times a second
constexpr int tilesARow = 16, mostColourFilters = 256, mostFilters = 16, mostUnits = 128;
/// Width to height a page comes near to.
constexpr double pageAspect = 2, narrowAspect = 0.7;

/// The side nearest to a square that divides `count`: 4096 as 64 × 64, 10 as 5 × 2, a prime as one row.
std::int64_t widthOfFold(std::int64_t count)
{
    auto width = static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(count))));
    while (count % width != 0)
        ++width;
    return width;
}

} // namespace

int FilterLayout::usualPage() const
{
    if (isEmpty())
        return 1;
    const std::int64_t room = std::min((isColour                ? colourPixels
                                        : tilesPerFilter() == 1 ? unitPixels
                                                                : pagePixels) /
                                           std::max<std::int64_t>(1, perFilter()),
                                       std::max<std::int64_t>(1, pageTiles / tilesPerFilter()));
    const std::int64_t most = isColour ? mostColourFilters : tilesPerFilter() == 1 ? mostUnits : mostFilters;
    if (filters <= std::min(most, room))
        return static_cast<int>(filters);
    std::int64_t page = 1;
    while (page * 2 <= std::min(room, most))
        page *= 2;
    return static_cast<int>(std::min(page, filters));
}

int FilterLayout::largestPage() const
{
    const std::int64_t room =
        std::min(mostTiles / tilesPerFilter(), mostPixels / std::max<std::int64_t>(1, perFilter()));
    return static_cast<int>(std::clamp<std::int64_t>(room, 1, filters));
}

int FilterLayout::columns(int filtersOnPage, bool narrow) const
{
    if (tilesPerFilter() == 1)
        return narrow ? tilesARow / 2 : tilesARow;
    const double tiles = static_cast<double>(filtersOnPage) * static_cast<double>(channels);
    const double ideal = std::sqrt(tiles * (narrow ? narrowAspect : pageAspect) * (static_cast<double>(height) + 1) /
                                   (static_cast<double>(width) + 1));
    std::int64_t best = channels;
    for (std::int64_t columns = 1; columns <= channels; ++columns)
        if (channels % columns == 0 && std::abs(std::log(static_cast<double>(columns) / ideal)) <
                                           std::abs(std::log(static_cast<double>(best) / ideal)))
            best = columns;
    return static_cast<int>(best);
}

std::int64_t FilterLayout::inputChannel(std::int64_t filter, std::int64_t channel) const
{
    return filter * groups / std::max<std::int64_t>(1, filters) * channels + channel;
}

FilterLayout layoutOf(const RunDescription& run, int layer)
{
    FilterLayout layout;
    if (layer < 0 || !run.network.layers[static_cast<std::size_t>(layer)].hasParameters())
        return layout;
    const LayerSpec& spec = run.network.layers[static_cast<std::size_t>(layer)];
    const LayerGeometry& geometry = run.geometry[static_cast<std::size_t>(layer)];
    layout.layer = layer;
    layout.parameter = spec.name + ".weight";
    layout.filters = geometry.weightShape.n;
    layout.isLinear = spec.as<LinearSpec>() != nullptr;
    if (const auto* convolution = spec.as<ConvolutionSpec>())
        layout.groups = convolution->groups;
    const Shape inputs = layout.isLinear ? geometry.input : geometry.weightShape;
    layout.channels = inputs.c;
    layout.height = inputs.h;
    layout.width = inputs.w;
    if (layout.isLinear && inputs.area() == 1) {
        layout.isFolded = true;
        layout.width = widthOfFold(inputs.c);
        layout.height = inputs.c / layout.width;
        layout.channels = 1;
    }
    layout.isColour = layer == 0 && layout.channels == 3;
    return layout;
}

int weightLayerFor(const RunDescription& run, const std::string& layer)
{
    const auto& layers = run.network.layers;
    for (int i = run.network.indexOf(layer); i >= 0; --i)
        if (layers[static_cast<std::size_t>(i)].hasParameters())
            return i;
    const auto first = [&](auto wanted) {
        const auto found = std::find_if(layers.begin(), layers.end(), wanted);
        return found == layers.end() ? -1 : static_cast<int>(found - layers.begin());
    };
    const int convolution = first([](const LayerSpec& spec) { return spec.as<ConvolutionSpec>() != nullptr; });
    return convolution >= 0 ? convolution : first([](const LayerSpec& spec) { return spec.hasParameters(); });
}

int responseLayerOf(const RunDescription& run, int layer)
{
    const auto next = static_cast<std::size_t>(layer + 1);
    const bool activated = next < run.network.layers.size() && run.network.layers[next].as<ActivationSpec>();
    return activated ? layer + 1 : layer;
}

const HostTensor* Moments::only() const
{
    if (!before || share >= 1)
        return now.get();
    return share <= 0 ? before.get() : nullptr;
}

float Moments::at(std::size_t i) const
{
    if (const HostTensor* one = only())
        return one->values[i];
    return static_cast<float>((1 - share) * before->values[i] + share * now->values[i]);
}

HostTensor filterPage(const FilterLayout& layout, const Moments& moments, std::int64_t first, std::int64_t count)
{
    HostTensor page(layout.isColour ? Shape{count, layout.channels, layout.height, layout.width}
                                    : Shape{count * layout.channels, 1, layout.height, layout.width});
    const auto begin = static_cast<std::size_t>(first * layout.perFilter());
    if (const HostTensor* only = moments.only()) {
        std::copy_n(only->values.begin() + static_cast<std::ptrdiff_t>(begin), page.values.size(), page.values.begin());
        return page;
    }
    for (std::size_t i = 0; i < page.values.size(); ++i)
        page.values[i] = moments.at(begin + i);
    return page;
}

double reachOf(const HostTensor& tensor)
{
    // Several at a time: fc7's 17 million numbers are gone through between two pictures of the screen.
    constexpr std::size_t lanes = 8;
    constexpr float largest = std::numeric_limits<float>::max();
    float reach[lanes] = {};
    const std::vector<float>& values = tensor.values;
    const std::size_t whole = values.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float size = std::abs(values[i + lane]);
            reach[lane] = size <= largest && size > reach[lane] ? size : reach[lane];
        }
    for (std::size_t i = whole; i < values.size(); ++i)
        if (const float size = std::abs(values[i]); size <= largest)
            reach[0] = std::max(reach[0], size);
    return static_cast<double>(*std::max_element(std::begin(reach), std::end(reach)));
}

} // namespace alexscope::gui
