// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace alexscope {

/// A text of resources/networks as it was when the program was built.
struct EmbeddedNetwork {
    std::string_view name, text;
};

/// Sorted by name. Defined in a source that the build generates (scripts/cmake/embed_networks.cmake).
std::span<const EmbeddedNetwork> embeddedNetworks();

} // namespace alexscope
