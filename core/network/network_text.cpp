// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_text.h"

#include "core/error.h"
#include "core/network/text_reader.h"
#include "core/network/text_writer.h"

namespace alexscope {

namespace {

const std::array<Choice<LayerOperation>, 10>& layerKinds()
{
    static const std::array<Choice<LayerOperation>, 10> kinds{{
        {"convolution", ConvolutionSpec{}},
        {"linear", LinearSpec{}},
        {"relu", ActivationSpec{ActivationKind::Relu}},
        {"tanh", ActivationSpec{ActivationKind::Tanh}},
        {"sigmoid", ActivationSpec{ActivationKind::Sigmoid}},
        {"lrn", LrnSpec{}},
        {"max-pooling", PoolingSpec{PoolingKind::Max}},
        {"average-pooling", PoolingSpec{PoolingKind::Average}},
        {"dropout", DropoutSpec{}},
        {"softmax-loss", SoftmaxLossSpec{}},
    }};
    return kinds;
}

void readPreprocessing(const TextSection& section, const std::string& origin, NetworkSpec& network)
{
    SectionReader reader(section, origin);
    visitFields(reader, network.preprocessing);
    reader.finish();
    if (!network.preprocessing.meanFromData && network.preprocessing.mean != MeanKind::Channel)
        failAt(origin, reader.lineOf("channelMean"), "channelMean needs mean = channel");
    const std::int64_t side = std::max(network.input.h, network.input.w);
    if (network.preprocessing.resize != 0 && network.preprocessing.resize < side)
        failAt(origin, reader.lineOf("resize"),
               concat("resize = ", network.preprocessing.resize, " is smaller than the input of ", side,
                      "; crops would not fit"));
}

void readRecipe(const TextSection& section, const std::string& origin, NetworkSpec& network)
{
    SectionReader reader(section, origin);
    visitFields(reader, network.recipe);
    reader.finish();
    checkSchedule(reader, origin, network.recipe.schedule);
}

LayerSpec readLayer(const TextSection& section, const std::string& origin)
{
    SectionReader reader(section, origin);
    LayerSpec layer;
    layer.name = section.name;
    layer.line = section.line;
    if (reader.lineOf("type") == section.line)
        failAt(origin, section.line, concat("[", section.name, "] lacks type"));
    reader.choice("type", layer.operation, layerKinds());
    std::visit([&](auto& operation) { visitFields(reader, operation); }, layer.operation);
    reader.finish();
    return layer;
}

/// Wraps the search for the two optional sections, which stand between [network] and the first layer.
bool takeSection(const std::vector<TextSection>& sections, std::size_t& next, const char* name)
{
    if (next >= sections.size() || sections[next].name != name)
        return false;
    ++next;
    return true;
}

} // namespace

NetworkSpec parseNetwork(std::string_view text, const std::string& origin)
{
    const std::vector<TextSection> sections = splitSections(text, origin);
    if (sections.empty() || sections.front().name != "network")
        failAt(origin, sections.empty() ? 1 : sections.front().line, "a network begins with the section [network]");
    NetworkSpec network;
    SectionReader reader(sections.front(), origin);
    visitNetwork(reader, network);
    reader.finish();

    std::size_t next = 1;
    if (takeSection(sections, next, "preprocessing"))
        readPreprocessing(sections[next - 1], origin, network);
    else
        readPreprocessing(TextSection{"preprocessing", sections.front().line, {}}, origin, network);
    if (takeSection(sections, next, "recipe"))
        readRecipe(sections[next - 1], origin, network);
    for (; next < sections.size(); ++next) {
        const std::string& name = sections[next].name;
        if (name == "preprocessing" || name == "recipe")
            failAt(origin, sections[next].line,
                   concat("[", name, "] belongs before the layers; [preprocessing] comes first"));
        if (network.layers.size() == maximumLayers)
            failAt(origin, sections[next].line, concat("more than ", maximumLayers, " layers"));
        network.layers.push_back(readLayer(sections[next], origin));
    }
    if (network.layers.empty())
        failAt(origin, sections.back().line, "the network has no layers");
    const bool classesGiven = reader.lineOf("classes") != sections.front().line;
    if (!network.followsClasses() && classesGiven && network.classes != network.outputClasses())
        failAt(origin, reader.lineOf("classes"),
               concat("classes = ", network.classes, ", but the last linear layer has ", network.outputClasses(),
                      " outputs"));
    network.classes = network.outputClasses();
    geometryOf(network.followsClasses() ? network.withClasses(network.classes) : network, origin);
    return network;
}

std::string formatNetwork(const NetworkSpec& network)
{
    NetworkSpec copy = network; // the lists of fields are written for reading, too
    if (copy.recipe.schedule.kind != ScheduleKind::Steps)
        copy.recipe.schedule.epochs.clear();
    SectionWriter writer;
    writer.open("network");
    visitNetwork(writer, copy);
    writer.open("preprocessing");
    visitFields(writer, copy.preprocessing);
    writer.open("recipe");
    visitFields(writer, copy.recipe);
    for (LayerSpec& layer : copy.layers) {
        writer.open(layer.name);
        writer.entry("type", kindName(layer));
        std::visit([&](auto& operation) { visitFields(writer, operation); }, layer.operation);
    }
    return writer.text();
}

} // namespace alexscope
