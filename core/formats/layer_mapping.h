// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/foreign_model.h"
#include "core/network/network_spec.h"

#include <optional>
#include <string>
#include <vector>

namespace alexscope {

/// Which of a file's layers gives which layer of a network its numbers.
struct LayerMapping {
    struct Pair {
        int layer = 0;                        ///< index into the network's layers
        const ForeignLayer* source = nullptr; ///< null: the file has none
    };
    NetworkSpec network;             ///< classes resolved from the file's last layer
    std::vector<Pair> pairs;         ///< every layer with weights, in order
    std::vector<std::string> unused; ///< layers of the file that the network has not
    std::string fault;               ///< why the file does not fit the network; empty: it does
};

/// By name where the file has some of the network's names, else one after the other. `model` outlives the result.
/// Layers may be missing except the first; those that are there must have the shapes the network needs.
LayerMapping mapLayers(const ForeignModel& model, const NetworkSpec& network);

/// Numbers of one parameter as the network has them, turned where the file has them as [inputs, outputs]. The tensor's
/// shape has been checked by mapLayers. Throws Error.
std::vector<float> numbersOf(const ForeignTensor& tensor, const ParameterInfo& info, bool transposed);

} // namespace alexscope
