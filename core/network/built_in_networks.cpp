// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/embedded_networks.h"
#include "core/network/network_text.h"
#include "core/network/text_sections.h"

#include <algorithm>
#include <fstream>

namespace alexscope {

namespace {

const EmbeddedNetwork* findBuiltIn(std::string_view name)
{
    for (const EmbeddedNetwork& network : embeddedNetworks())
        if (network.name == name)
            return &network;
    return nullptr;
}

std::string listOfNames()
{
    std::string list;
    for (const EmbeddedNetwork& network : embeddedNetworks())
        list += concat(list.empty() ? "" : ", ", network.name);
    return list;
}

/// At most one byte more than a text may have: enough for the parser to refuse it.
std::string readText(const std::filesystem::path& path)
{
    std::error_code ignored;
    std::ifstream file(path, std::ios::binary);
    if (!std::filesystem::is_regular_file(path, ignored) || !file)
        throw Error(concat("cannot read the network text ", path.string(), "; it must be a readable file"));
    std::string text(maximumNetworkText + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad())
        throw Error(concat("reading the network text ", path.string(), " failed; check the disk"));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

} // namespace

std::vector<std::string> builtInNetworkNames()
{
    std::vector<std::string> names;
    for (const EmbeddedNetwork& network : embeddedNetworks())
        names.emplace_back(network.name);
    std::sort(names.begin(), names.end());
    return names;
}

std::string_view builtInNetworkText(std::string_view name)
{
    if (const EmbeddedNetwork* network = findBuiltIn(name))
        return network->text;
    throw Error(concat("there is no built-in network ", inQuotes(name), "; choose one of ", listOfNames()));
}

NetworkSpec loadNetwork(const std::string& nameOrFile)
{
    if (const EmbeddedNetwork* network = findBuiltIn(nameOrFile))
        return parseNetwork(network->text, concat(network->name, ".net"));
    const std::filesystem::path path(nameOrFile);
    std::error_code ignored;
    if (!path.has_parent_path() && path.extension() != ".net" && !std::filesystem::exists(path, ignored))
        throw Error(
            concat("there is no network ", inQuotes(nameOrFile), "; give a .net file or one of ", listOfNames()));
    return parseNetwork(readText(path), path.filename().string());
}

} // namespace alexscope
