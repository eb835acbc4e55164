// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "core/network/network_text.h"

namespace alexscope::cli {

namespace {

struct DescribeOptions {
    std::string network;
    int classes = 0;
    bool text = false;
};

std::vector<std::int64_t> extents(const Shape& shape)
{
    if (shape.h == 1 && shape.w == 1)
        return {shape.c};
    return {shape.c, shape.h, shape.w};
}

nlohmann::ordered_json toJson(const LayerSpec& layer, const LayerGeometry& g)
{
    nlohmann::ordered_json json{{"name", layer.name}, {"type", kindName(layer)}, {"output", extents(g.output)}};
    json["parameters"] = g.weights + g.biases;
    json["weights"] = g.weights;
    json["biases"] = g.biases;
    json["multiplyAdds"] = g.multiplyAdds;
    json["receptiveField"] = g.receptiveField;
    json["receptiveStride"] = g.receptiveStride;
    return json;
}

/// What the layer's numbers are, in few words: "11×11/4, groups 2".
struct Details {
    std::string operator()(const ConvolutionSpec& c) const
    {
        return concat(window(c.size, c.stride, c.pad, c.rounding), c.groups > 1 ? concat(", groups ", c.groups) : "");
    }
    std::string operator()(const PoolingSpec& p) const { return window(p.size, p.stride, p.pad, p.rounding); }
    std::string operator()(const LrnSpec& l) const
    {
        return concat("n ", l.n, ", k ", l.k, ", α ", l.alpha, l.convention == AlphaConvention::DividedByN ? "/n" : "",
                      ", β ", l.beta, l.groups > 1 ? concat(", groups ", l.groups) : "");
    }
    std::string operator()(const DropoutSpec& d) const
    {
        return concat("p ", d.p, d.convention == DropoutConvention::Inverted ? ", inverted" : "");
    }
    std::string operator()(const LinearSpec&) const { return {}; }
    std::string operator()(const ActivationSpec&) const { return {}; }
    std::string operator()(const SoftmaxLossSpec&) const { return {}; }

    static std::string window(int size, int stride, int pad, Rounding rounding)
    {
        return concat(size, "×", size, "/", stride, pad > 0 ? concat(", pad ", pad) : "",
                      rounding == Rounding::Ceil ? ", ceil" : "");
    }
};

std::string numberOrBlank(std::int64_t number)
{
    return number > 0 ? grouped(number) : "";
}

Answer runDescribe(Environment&, const DescribeOptions& options)
{
    NetworkSpec network = loadNetwork(options.network);
    network = network.withClasses(options.classes > 0 ? options.classes : network.outputClasses());
    const std::vector<LayerGeometry> geometry = geometryOf(network);
    const NetworkTotals totals = totalsOf(geometry);

    Answer answer;
    answer.json = {{"name", network.name},
                   {"title", network.title},
                   {"input", extents(network.input)},
                   {"classes", network.outputClasses()}};
    Table table(
        {{"layer"}, {"type", true}, {"", true}, {"output"}, {"parameters"}, {"multiply-adds"}, {"field/stride"}});
    for (std::size_t i = 0; i < geometry.size(); ++i) {
        const LayerSpec& layer = network.layers[i];
        const LayerGeometry& g = geometry[i];
        answer.json["layers"].push_back(toJson(layer, g));
        table.add({layer.name, kindName(layer), std::visit(Details{}, layer.operation), toText(g.output),
                   numberOrBlank(g.weights + g.biases), numberOrBlank(g.multiplyAdds),
                   concat(g.receptiveField, "/", g.receptiveStride)});
    }
    table.add({"total", "", "", "", grouped(totals.parameters), grouped(totals.multiplyAdds), ""});
    answer.json["parameters"] = totals.parameters;
    answer.json["multiplyAdds"] = totals.multiplyAdds;
    answer.json["text"] = formatNetwork(network);
    answer.text = options.text
                      ? formatNetwork(network)
                      : concat(network.name, network.title.empty() ? "" : ": ", network.title, "\ninput ",
                               toText(network.input), ", ", network.outputClasses(), " classes\n\n", table.text());
    return answer;
}

} // namespace

void addDescribe(Registrar registrar)
{
    auto options = std::make_shared<DescribeOptions>();
    Command command =
        registrar.add("describe", "Shapes, parameters and multiply-adds of a network", options, runDescribe);
    command.option("network", options->network, "A built-in network or a .net file").required();
    command.option("--classes", options->classes, "Number of classes").between(1, 1 << 24);
    command.flag("--text", options->text, "Print the network's canonical text");
}

} // namespace alexscope::cli
