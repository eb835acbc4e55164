// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/tensor_input.h"

#include <algorithm>

namespace alexscope::cli {

namespace {

constexpr std::int64_t maximumOutput = std::int64_t{1} << 32; // bytes

struct ForwardOptions {
    ModelOptions model;
    std::string input, output;
    std::vector<std::string> layers{"all"};
    int batch = 32;
};

std::vector<int> chosenLayers(const NetworkSpec& network, const std::vector<std::string>& names)
{
    std::vector<int> chosen;
    if (names == std::vector<std::string>{"all"}) {
        for (std::size_t i = 0; i < network.layers.size(); ++i)
            chosen.push_back(static_cast<int>(i));
        return chosen;
    }
    for (const std::string& name : names) {
        const int layer = network.indexOf(name);
        if (layer < 0)
            throw Error(concat("the network ", network.name, " has no layer \"", name,
                               "\"; see alexscope-cli describe ", network.name));
        if (std::find(chosen.begin(), chosen.end(), layer) == chosen.end())
            chosen.push_back(layer);
    }
    return chosen;
}

Answer runForward(Environment& environment, const ForwardOptions& options)
{
    const Model model = openModel(environment, options.model);
    const NetworkSpec& spec = model.weights.network;
    const ImageTensor images = readImages(SafetensorsFile(options.input), spec);
    const std::vector<int> layers = chosenLayers(spec, options.layers);
    const std::vector<LayerGeometry> geometry = geometryOf(spec);
    std::int64_t perPicture = 0;
    for (const int layer : layers)
        perPicture += geometry[static_cast<std::size_t>(layer)].output.perPicture();
    if (perPicture * 4 > maximumOutput / images.pictures)
        throw Error(
            concat(images.pictures,
                   " pictures would give more than 4 GiB of activations; choose fewer by --layers, or fewer pictures"));

    // Not fused: every layer's output is real.
    const std::int64_t batch = std::min<std::int64_t>(options.batch, images.pictures);
    const std::unique_ptr<Network> network = model.makeNetwork(batch, false, false);
    std::vector<std::vector<float>> values(layers.size());
    const auto perInput = static_cast<std::size_t>(spec.input.perPicture());
    for (std::int64_t first = 0; first < images.pictures; first += batch) {
        const auto count = static_cast<std::size_t>(std::min(batch, images.pictures - first));
        network->setInput(
            std::span(images.values).subspan(static_cast<std::size_t>(first) * perInput, count * perInput));
        network->setLabels({});
        network->forward({Phase::Test, 0, 0});
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const HostTensor tensor = network->download(network->activation(layers[i]));
            const auto end = tensor.values.begin() + static_cast<std::ptrdiff_t>(count) * tensor.shape.perPicture();
            values[i].insert(values[i].end(), tensor.values.begin(), end);
        }
    }

    Answer answer;
    SafetensorsWriter writer;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string name = "act." + spec.layers[static_cast<std::size_t>(layers[i])].name;
        const std::vector<std::int64_t> shape =
            activationShape(spec, layers[i], images.pictures, geometry[static_cast<std::size_t>(layers[i])].output);
        answer.json["tensors"].push_back({{"name", name}, {"shape", shape}});
        writer.add(name, shape, std::move(values[i]));
    }
    writer.setMetadata("mode", "test"); // dropout scales
    writer.write(options.output);
    answer.json["output"] = options.output;
    answer.json["pictures"] = images.pictures;
    answer.json["device"] = model.backend->info().name;
    answer.json["precision"] = toText(model.precision);
    answer.text =
        concat("wrote ", layers.size(), " activations of ", images.pictures, " pictures to ", options.output, "\n");
    return answer;
}

} // namespace

void addForward(Registrar registrar)
{
    auto options = std::make_shared<ForwardOptions>();
    Command command = registrar.add("forward", "Activations of given input, in test mode", options, runForward);
    addModelOptions(command, options->model);
    command.option("--input", options->input, "A .safetensors file with \"image\" [n, c, h, w], preprocessed")
        .required();
    command.option("--output", options->output, "Where act.<layer> go").required();
    command.option("--layers", options->layers, "all, or names with commas between").separatedBy(',').showDefault();
    command.option("--batch", options->batch, "Pictures at a time").between(1, 65536).showDefault();
}

} // namespace alexscope::cli
