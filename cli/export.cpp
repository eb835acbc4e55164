// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "core/formats/import.h"
#include "core/formats/onnx_export.h"

namespace alexscope::cli {

namespace {

struct ExportOptions {
    std::string weights, network, out;
};

Answer runExport(Environment&, const ExportOptions& options)
{
    const WeightsFile weights = openAnyWeights(options.weights, options.network);
    exportOnnx(weights, options.out);
    Answer answer;
    answer.json["out"] = options.out;
    answer.json["network"] = weights.network.name;
    answer.json["classes"] = weights.network.outputClasses();
    answer.json["bytes"] = std::filesystem::file_size(options.out);
    answer.text = concat("wrote ", options.out, ": ", weights.network.name, " from \"image\" [n, ",
                         weights.network.input.c, ", ", weights.network.input.h, ", ", weights.network.input.w,
                         "], preprocessed, to \"prob\" [n, ", weights.network.outputClasses(), "]\n");
    return answer;
}

} // namespace

void addExport(Registrar registrar)
{
    auto options = std::make_shared<ExportOptions>();
    Command command =
        registrar.add("export", "A trained network as an ONNX file for other programs", options, runExport);
    command.option("--weights", options->weights, "Weights: .safetensors, PyTorch's .pth, .caffemodel or ONNX")
        .required();
    command.option("--network", options->network, "Instead of the network in the file");
    command.option("--out", options->out, "The .onnx file to write").required();
}

} // namespace alexscope::cli
