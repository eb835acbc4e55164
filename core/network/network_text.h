// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The text form of a network: an INI file in the manner of the 2012 layers.cfg. `#` starts a comment.
/// [network], optional [preprocessing] and [recipe], then one section a layer in order, named by the layer.
/// resources/networks/README.md lists every key.
namespace alexscope {

/// Parses and validates. `origin` names the text in messages ("alexnet.net"). Throws Error "origin:line: cause".
/// Texts over 1 MiB, more than 1,000 layers, unknown keys, duplicate names and out-of-range numbers are errors.
NetworkSpec parseNetwork(std::string_view text, const std::string& origin);

/// The canonical text; parseNetwork(formatNetwork(n)) gives n again, but for the epochs of a schedule that has none (a
/// run keeps those of the one it was changed from). Travels inside weight files and runs.
std::string formatNetwork(const NetworkSpec& network);

/// Names of the networks built into the program (resources/networks), sorted.
std::vector<std::string> builtInNetworkNames();

/// The text of a built-in network as written by its author. Throws Error listing the names when there is none.
std::string_view builtInNetworkText(std::string_view name);

/// `nameOrFile`: a built-in name, or a path to a .net file. Throws Error.
NetworkSpec loadNetwork(const std::string& nameOrFile);

} // namespace alexscope
