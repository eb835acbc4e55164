// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <cstdint>
#include <string>

namespace alexscope::gui {

/// How the weights of one layer lie as pictures. A convolution: one tile a filter and input channel; where the inputs
/// are the colours of the picture, one coloured tile a filter. A linear layer behind maps of h × w is read as a
/// convolution over them; one behind vectors has one tile a unit, its inputs row by row in a rectangle. Values only.
struct FilterLayout {
    int layer = -1;        ///< index in the network; -1: the network has no such layer
    std::string parameter; ///< conv1.weight
    bool isLinear = false, isColour = false;
    bool isFolded = false; ///< the rectangle of a tile is only a way to write a vector down
    int groups = 1;
    std::int64_t filters = 0, channels = 1, height = 1, width = 1;

    bool isEmpty() const { return layer < 0; }
    std::int64_t perFilter() const { return channels * height * width; }
    int tilesPerFilter() const { return isColour ? 1 : static_cast<int>(channels); }
    /// Filters that make a good page.
    int usualPage() const;
    /// Filters that can still be painted at once.
    int largestPage() const;
    /// Tiles a row for a page of so many filters; a filter of several tiles takes whole rows. `narrow`: the sheet
    /// stands beside something else and may be higher than wide.
    int columns(int filtersOnPage, bool narrow = false) const;
    /// Which input channel of the whole layer `channel` of this filter is: grouped layers see a part of them.
    std::int64_t inputChannel(std::int64_t filter, std::int64_t channel) const;
    /// Index among a filter's numbers.
    std::int64_t place(std::int64_t channel, std::int64_t y, std::int64_t x) const
    {
        return (channel * height + y) * width + x;
    }
};

/// The layout of a convolution's or linear layer's weights; empty for others.
FilterLayout layoutOf(const RunDescription& run, int layer);

/// The layer with weights at or before this one (whose filters make this layer's channels), or the first convolution,
/// or the first linear layer; -1 without any.
int weightLayerFor(const RunDescription& run, const std::string& layer);

/// The layer whose output is what a filter answers: the activation behind its layer, or that layer itself.
int responseLayerOf(const RunDescription& run, int layer);

/// Two moments of one tensor, faded into each other.
struct Moments {
    std::shared_ptr<const HostTensor> now, before; ///< `before` may be null: then only now
    double share = 1;                              ///< 0: before, 1: now

    float at(std::size_t i) const;
    /// The tensor that alone counts at this share; null: both do.
    const HostTensor* only() const;
};

/// Filters `first` … `first + count − 1` as tileFilters() takes them: [count, 3, h, w] when coloured, else
/// [count · channels, 1, h, w].
HostTensor filterPage(const FilterLayout& layout, const Moments& moments, std::int64_t first, std::int64_t count);

/// The largest finite |number| of a tensor.
double reachOf(const HostTensor& tensor);

} // namespace alexscope::gui
