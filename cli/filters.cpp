// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/sheet_options.h"
#include "core/formats/import.h"
#include "core/network/network_text.h"
#include "core/picture/filter_structure.h"
#include "core/picture/png_file.h"
#include "core/storage/safetensors.h"

#include <numeric>

namespace alexscope::cli {

namespace {

struct FiltersOptions {
    std::string weights, network, layer = "conv1";
    SheetOptions sheet;
};

/// Files of other programs are converted first, and bare ones whose network is known; the others are looked at as they
/// are.
SafetensorsFile openFile(const FiltersOptions& options)
{
    const std::filesystem::path path = weightsFileIn(options.weights);
    const bool bare = formatOf(path) == WeightFormat::Safetensors;
    if (bare &&
        (!options.network.empty() || SafetensorsFile(path).metadata().count("network") > 0 || !isRecognised(path)))
        return SafetensorsFile(path);
    return openAnyWeights(path, options.network).file;
}

/// The file's own network or the one given; none for a bare file, which is then taken to be RGB.
std::optional<NetworkSpec> networkOf(const SafetensorsFile& file, const std::string& given)
{
    if (!given.empty())
        return loadNetwork(given);
    const auto text = file.metadata().find("network");
    if (text == file.metadata().end())
        return std::nullopt;
    return parseNetwork(text->second, file.path().string() + ": network");
}

/// Only the one tensor is read, so that files without the other layers can be looked at, too.
HostTensor readFilters(const SafetensorsFile& file, const std::string& layer)
{
    const StoredTensor& tensor = file.require(layer + ".weight");
    if (tensor.shape.size() != 4 || tensor.count() == 0)
        throw Error(concat(file.path().string(), ": ", tensor.name, " has ", tensor.shape.size(),
                           " dimensions; only convolutions have filters to draw"));
    HostTensor weights;
    weights.shape = Shape{tensor.shape[0], tensor.shape[1], tensor.shape[2], tensor.shape[3]};
    weights.values = file.readFloats(tensor);
    return weights;
}

void addStructure(const HostTensor& weights, Answer& answer)
{
    const std::vector<double> structure = spectralConcentration(weights);
    const double mean =
        std::accumulate(structure.begin(), structure.end(), 0.0) / static_cast<double>(structure.size());
    answer.json["structure"] = structure;
    answer.text +=
        concat("structure ", significant(mean),
               ": mean spectral concentration of the filters, near 0.2 for noise, towards 1 for edges and gratings\n");
}

Answer runFilters(Environment&, const FiltersOptions& options)
{
    const SafetensorsFile file = openFile(options);
    const HostTensor weights = readFilters(file, options.layer);
    const std::optional<NetworkSpec> network = networkOf(file, options.network);
    TileOptions tiles = options.sheet.tiles();
    if (network)
        tiles.order = network->preprocessing.order;
    const TileSheet sheet = tileFilters(weights, tiles);
    const Image picture = enlarge(sheet.image, options.sheet.zoom);
    writePng(options.sheet.out, picture);
    Answer answer = sheetAnswer(sheet, picture, options.sheet);
    answer.json["layer"] = options.layer;
    addStructure(weights, answer);
    return answer;
}

} // namespace

void addFilters(Registrar registrar)
{
    auto options = std::make_shared<FiltersOptions>();
    Command command = registrar.add("filters", "A picture of a convolution's filters", options, runFilters);
    command.option("--weights", options->weights, "Weights: .safetensors, PyTorch's .pth, .caffemodel or ONNX")
        .required();
    command.option("--network", options->network, "Instead of the network in the file (its order of colours counts)");
    command.option("--layer", options->layer, "Which convolution").showDefault();
    addSheetOptions(command, options->sheet);
}

} // namespace alexscope::cli
