// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "core/data/preprocessing.h"
#include "core/picture/colour_map.h"
#include "core/tensor/host_tensor.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Tensors as sheets of tiles, one pixel a number. Values in, values out; every face draws the same pictures.
namespace alexscope {

/// What shares one range of colours.
enum class TileScope {
    Tile,  ///< each tile its own: shows form, hides strength. Never narrower than 1/1000 of the layer's range, so that
           ///< the rounding noise of a dead tile stays dark
    Layer, ///< one for all: relative strength stays visible
    Group, ///< one for each of `groups` equal runs of tiles
};

struct TileOptions {
    TileScope scope = TileScope::Layer;
    int groups = 1;  ///< TileScope::Group: how many
    int columns = 0; ///< tiles a row; 0: 16 for RGB filters, one row a filter otherwise, near-square for maps
    int gutter = 1;  ///< pixels between tiles
    Rgb gutterColour{32, 32, 32};
    int first = 0, count = 0;               ///< which filters or maps; count 0: all from `first` on
    std::optional<ValueRange> locked;       ///< this range instead of the data's, so that growth shows
    std::optional<ColourMap> map;           ///< instead of the default; not for RGB filters
    ChannelOrder order = ChannelOrder::Rgb; ///< of an RGB filter's three channels
    double aspect = 1;                      ///< width to height the sheet of maps should come near to
};

struct TileSheet {
    Image image;
    int columns = 0, rows = 0;
    int tileWidth = 0, tileHeight = 0, gutter = 1;
    int count = 0;    ///< tiles
    bool rgb = false; ///< tiles are RGB filters around mid grey; `map` does not count
    ColourMap map = ColourMap::Grey;
    std::vector<ValueRange> ranges; ///< for the legend: one, one a group, or one a tile

    /// Upper left pixel of a tile.
    int left(int tile) const { return gutter + tile % columns * (tileWidth + gutter); }
    int top(int tile) const { return gutter + tile / columns * (tileHeight + gutter); }
    /// The tile a pixel belongs to, or -1 in a gutter or beyond the last.
    int tileAt(int x, int y) const;
};

/// Filters of a convolution, weights [out, in/groups, h, w]. Three input channels: one true-colour tile a filter,
/// weight 0 is mid grey, the range is symmetric. Otherwise one tile a filter and input channel, filter by filter, grey,
/// 0 mid grey. Throws Error when the sheet would exceed 64 megapixels: show fewer by first and count.
TileSheet tileFilters(const HostTensor& weights, const TileOptions& options = {});

/// The maps of picture `picture` of an activation [n, c, h, w], one tile a channel. With negative values: blue, white
/// at 0, orange; else viridis from 0 on. Throws Error as above, or when there is no such picture.
TileSheet tileMaps(const HostTensor& activation, std::int64_t picture = 0, const TileOptions& options = {});

/// Every pixel becomes factor × factor pixels. Throws Error beyond 64 megapixels.
Image enlarge(const Image& image, int factor);

} // namespace alexscope
