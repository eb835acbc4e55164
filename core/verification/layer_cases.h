// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <string>
#include <vector>

namespace alexscope {

/// A layer with uncomfortable numbers inside a network just large enough to hold it.
struct LayerCase {
    std::string name;
    NetworkSpec network;
    int layer = 0;
    std::int64_t batch = 3;
    std::int64_t labelled = -1; ///< as LayerCheck
    bool testPhase = false;
};

/// Every layer kind with every option, at odd shapes: sizes that fill no vector, groups, padding on one side only,
/// windows larger than the strides and smaller, LRN windows wider than the picture is deep …
std::vector<LayerCase> layerCases();

} // namespace alexscope
