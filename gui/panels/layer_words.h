// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <QString>

namespace alexscope::gui {

/// What a layer does to one of its numbers, as rich text: the formula with this network's own sizes and constants, and
/// the paper's section.
QString wordsOfLayer(const LayerSpec& layer, const LayerGeometry& geometry);

} // namespace alexscope::gui
