// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/import.h"

#include "cli/commands.h"
#include "core/network/network_text.h"
#include "core/readable_text.h"

namespace alexscope::cli {

namespace {

struct ImportOptions {
    std::string file, out, network;
};

Answer runImport(Environment&, const ImportOptions& options)
{
    const std::optional<NetworkSpec> network =
        options.network.empty() ? std::nullopt : std::optional(loadNetwork(options.network));
    const ImportedWeights imported = importWeights(options.file, network);
    (void)openWeights(imported.file.inMemory(options.file), std::nullopt, Absent::Listed); // no NaN into a file of ours
    imported.file.write(options.out);

    Answer answer;
    answer.json["out"] = options.out;
    answer.json["format"] = toText(imported.format);
    answer.json["network"] = imported.network.name;
    answer.json["classes"] = imported.network.outputClasses();
    answer.json["missing"] = imported.missing;
    answer.json["unused"] = imported.unused;
    answer.json["remarks"] = imported.remarks;
    answer.text = concat("wrote ", options.out, imported.format == WeightFormat::Onnx ? " from an " : " from a ",
                         toText(imported.format), " file: ", imported.network.name, ", ",
                         imported.network.outputClasses(), " classes\n");
    for (const std::string& remark : imported.remarks)
        answer.text += remark + "\n";
    if (!imported.unused.empty())
        answer.text += concat("Not used: ", imported.unused.size(), " tensors or layers, the first ",
                              readable(imported.unused.front()), ".\n");
    return answer;
}

} // namespace

void addImport(Registrar registrar)
{
    auto options = std::make_shared<ImportOptions>();
    Command command =
        registrar.add("import", "Weights of PyTorch, Caffe or an ONNX file as a file of ours", options, runImport);
    command.option("file", options->file, "A state_dict (.pth), .caffemodel, .onnx or bare .safetensors").required();
    command.option("--out", options->out, "The .safetensors file to write").required();
    command.option("--network", options->network, "The network they belong to; by default what the file points to");
}

} // namespace alexscope::cli
