// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/training/trainer.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

/// How layers are spoken of on the screen. Translated at each call; numbers follow QLocale().
namespace alexscope::gui {

/// 34,944 as "34.94 k", 714,188,480 as "714.2 M": four significant digits; below 10,000 as it is, and an en dash for 0.
QString shortCount(std::int64_t value);
/// Width × height × channels as the paper writes it: "55×55×96"; "4,096" for a vector.
QString shapeText(const Shape& shape);
/// Seconds as "12.34 ms", "1.234 s", "56.78 µs"; NaN: en dash.
QString timeText(double seconds);

/// What kind of layer it is, in one word or two: "convolution", "max pooling".
QString layerKindText(const LayerSpec& layer);
/// Its settings: "11×11, stride 4", "n 5, k 2, α 0.0001, β 0.75"; empty when it has none.
QString layerSettingsText(const LayerSpec& layer);
/// Everything the diagram says of a layer, a line each: name and kind, shapes, parameters, multiply-adds, receptive
/// field. Layer −1 is the network's input.
QStringList layerFacts(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry, int layer);

/// "conv2", or "conv1–pool1" for several layers.
QString layerRangeText(const NetworkSpec& network, int first, int count);
/// What a piece does: "forward conv2", "load the next batch".
QString pieceText(const NetworkSpec& network, const Piece& piece);

} // namespace alexscope::gui
