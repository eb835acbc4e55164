// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/layer_mapping.h"

#include <optional>
#include <string>

namespace alexscope {

/// A network for a file, and in words why this one.
struct NetworkChoice {
    LayerMapping mapping;
    std::string reason; ///< a sentence
};

/// `given`, else a text of ours in the file, else the built-in network that computes what the file's graph does or that
/// its marks name or that alone has its shapes, else the graph itself. Throws Error: when the network does not fit, or
/// none or several would and the file does not say which. `model` outlives the result.
NetworkChoice chooseNetwork(const ForeignModel& model, const std::optional<NetworkSpec>& given);

} // namespace alexscope
