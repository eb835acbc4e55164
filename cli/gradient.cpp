// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/tensor_input.h"

namespace alexscope::cli {

namespace {

struct GradientOptions {
    ModelOptions model;
    std::string input, output;
};

Answer runGradient(Environment& environment, const GradientOptions& options)
{
    const Model model = openModel(environment, options.model);
    const NetworkSpec& spec = model.weights.network;
    const SafetensorsFile file(options.input);
    const ImageTensor images = readImages(file, spec);
    const std::vector<std::int32_t> labels = readLabels(file, images.pictures, spec.outputClasses());
    if (images.pictures > 65536)
        throw Error(
            concat(options.input, ": ", images.pictures, " pictures are too many for one step; give at most 65536"));

    const std::unique_ptr<Network> network = model.makeNetwork(images.pictures, true, true);
    network->setInput(images.values);
    network->setLabels(labels);
    // Test mode: dropout scales instead of drawing, so that the gradient is a function of the file alone.
    const StepContext context{Phase::Test, 0, 0};
    network->forward(context);
    network->backward(context);

    const BatchResult result = network->result();
    SafetensorsWriter writer;
    writer.add("loss", {1}, std::vector<double>{result.loss});
    Answer answer;
    for (const Parameter& parameter : network->parameters()->list) {
        const Shape& s = parameter.info.shape;
        const std::vector<std::int64_t> all{s.n, s.c, s.h, s.w};
        const std::vector<std::int64_t> shape(all.begin(), all.begin() + parameter.info.rank);
        writer.add("grad." + parameter.info.name, shape, network->download(parameter.gradient).values);
        answer.json["tensors"].push_back({{"name", "grad." + parameter.info.name}, {"shape", shape}});
    }
    writer.setMetadata("mode", "test");
    writer.write(options.output);
    answer.json["output"] = options.output;
    answer.json["pictures"] = images.pictures;
    answer.json["loss"] = result.loss;
    answer.json["device"] = model.backend->info().name;
    answer.json["precision"] = toText(model.precision);
    answer.text = concat("loss ", significant(result.loss, 6), "; wrote ", network->parameters()->list.size(),
                         " gradients to ", options.output, "\n");
    return answer;
}

} // namespace

void addGradient(Registrar registrar)
{
    auto options = std::make_shared<GradientOptions>();
    Command command =
        registrar.add("gradient", "Loss and gradients of every parameter for given input", options, runGradient);
    addModelOptions(command, options->model);
    command.option("--input", options->input, "A .safetensors file with \"image\" [n, c, h, w] and \"label\" [n]")
        .required();
    command.option("--output", options->output, "Where loss and grad.<parameter> go").required();
}

} // namespace alexscope::cli
