// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "core/network/network_text.h"

namespace alexscope::cli {

namespace {

struct NetworksOptions {};

Answer runNetworks(Environment&, const NetworksOptions&)
{
    Answer answer;
    Table table({{"name"}, {"input"}, {"parameters"}, {"multiply-adds"}, {"title", true}});
    answer.json["networks"] = nlohmann::ordered_json::array();
    for (const std::string& name : builtInNetworkNames()) {
        const NetworkSpec network = loadNetwork(name);
        const NetworkTotals totals = totalsOf(geometryOf(network.withClasses(network.classes)));
        answer.json["networks"].push_back({{"name", name},
                                           {"title", network.title},
                                           {"input", {network.input.c, network.input.h, network.input.w}},
                                           {"classes", network.classes},
                                           {"parameters", totals.parameters},
                                           {"multiplyAdds", totals.multiplyAdds}});
        table.add(
            {name, toText(network.input), grouped(totals.parameters), grouped(totals.multiplyAdds), network.title});
    }
    answer.text = table.text();
    return answer;
}

} // namespace

void addNetworks(Registrar registrar)
{
    registrar.add("networks", "The networks built in", std::make_shared<NetworksOptions>(), runNetworks);
}

} // namespace alexscope::cli
