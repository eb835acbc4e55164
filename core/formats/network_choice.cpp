// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/network_choice.h"

#include "core/error.h"
#include "core/formats/network_difference.h"
#include "core/network/network_text.h"

#include <algorithm>

namespace alexscope {

namespace {

constexpr const char* askForNetwork = "give the text of its network with --network";

NetworkChoice requireFit(const ForeignModel& model, const NetworkSpec& network, const std::string& reason,
                         const std::string& advice)
{
    NetworkChoice choice{mapLayers(model, network), reason};
    if (!choice.mapping.fault.empty())
        throw Error(concat(model.path.string(), ": ", choice.mapping.fault, advice.empty() ? "" : "; " + advice));
    return choice;
}

NetworkChoice fromOwnText(const ForeignModel& model)
{
    if (model.graph)
        if (const std::string difference = firstDifference(*model.own, *model.graph); !difference.empty())
            throw Error(
                concat(model.path.string(), ": its network's text and its graph are not the same: ", difference));
    return requireFit(model, *model.own,
                      concat("The network ", model.own->name, " is the one whose text the file carries."), {});
}

NetworkChoice fromGraph(const ForeignModel& model)
{
    const int classes = model.graph->outputClasses();
    for (const std::string& name : builtInNetworkNames()) {
        const NetworkSpec network = loadNetwork(name);
        if (!network.followsClasses() || !firstDifference(network.withClasses(classes), *model.graph).empty())
            continue;
        NetworkChoice choice{mapLayers(model, network),
                             concat("The network is ", name, ": it computes what the file's graph does.")};
        if (choice.mapping.fault.empty())
            return choice;
    }
    return requireFit(model, *model.graph,
                      "The network is the file's own graph; how pictures were prepared it does not say, so they are "
                      "only brought to the input's size: give a network's text with --network to change that.",
                      {});
}

NetworkChoice byShapes(const ForeignModel& model)
{
    std::optional<NetworkChoice> only;
    std::string fitting;
    for (const std::string& name : builtInNetworkNames()) {
        NetworkChoice choice{mapLayers(model, loadNetwork(name)),
                             concat("The network is ", name, ": no other has these shapes.")};
        if (!choice.mapping.fault.empty())
            continue;
        fitting += (fitting.empty() ? "" : ", ") + name;
        only = std::move(choice);
    }
    if (fitting.empty())
        throw Error(concat(model.path.string(),
                           ": carries no network text, and no built-in network has its shapes; "
                           "choose the network they belong to (--network, in the window its Network box)"));
    if (fitting.find(',') != std::string::npos)
        throw Error(concat(model.path.string(), ": carries no network text, and its shapes fit ", fitting,
                           "; choose the network they belong to (--network, in the window its Network box)"));
    return std::move(*only);
}

} // namespace

NetworkChoice chooseNetwork(const ForeignModel& model, const std::optional<NetworkSpec>& given)
{
    if (given)
        return requireFit(model, *given, concat("The network ", given->name, " was named."), {});
    if (model.own)
        return fromOwnText(model);
    if (model.graph)
        return fromGraph(model);
    if (!model.builtIn.empty())
        return requireFit(model, loadNetwork(model.builtIn),
                          concat("The network is ", model.builtIn, ", because ", model.marks, "."), askForNetwork);
    return byShapes(model);
}

} // namespace alexscope
