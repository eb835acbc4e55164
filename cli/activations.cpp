// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/picture_input.h"
#include "cli/sheet_options.h"
#include "core/picture/png_file.h"

namespace alexscope::cli {

namespace {

struct ActivationsOptions {
    ModelOptions model;
    std::string picture, layer;
    SheetOptions sheet;
};

Answer runActivations(Environment& environment, const ActivationsOptions& options)
{
    const Model model = openModel(environment, options.model, {options.layer});
    const int layer = model.weights.network.indexOf(options.layer);
    if (layer < 0)
        throw Error(concat("the network ", model.weights.network.name, " has no layer \"", options.layer, "\""));
    const std::vector<float> input = centreCrop(environment, options.picture, model.augmenter());
    const std::unique_ptr<Network> network = model.makeNetwork(1, false, false);
    network->setInput(input);
    network->setLabels({});
    network->forward({Phase::Test, 0, 0});
    const TileSheet sheet = tileMaps(network->download(network->activation(layer)), 0, options.sheet.tiles());
    const Image picture = enlarge(sheet.image, options.sheet.zoom);
    writePng(options.sheet.out, picture);
    Answer answer = sheetAnswer(sheet, picture, options.sheet);
    answer.json["layer"] = options.layer;
    answer.json["image"] = options.picture;
    return answer;
}

} // namespace

void addActivations(Registrar registrar)
{
    auto options = std::make_shared<ActivationsOptions>();
    Command command =
        registrar.add("activations", "A picture of a layer's maps for one photograph", options, runActivations);
    addModelOptions(command, options->model);
    command.option("--image", options->picture, "A picture file").required();
    command.option("--layer", options->layer, "Whose output").required();
    addSheetOptions(command, options->sheet);
}

} // namespace alexscope::cli
