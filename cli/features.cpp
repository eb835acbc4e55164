// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/picture_files.h"
#include "core/retrieval/feature_layers.h"
#include "core/retrieval/set_features.h"
#include "core/storage/npy_file.h"

#include <algorithm>

namespace alexscope::cli {

namespace {

struct FeaturesOptions {
    ModelOptions model;
    std::vector<std::string> pictures;
    std::string output, layer;
};

Answer runFeatures(Environment& environment, const FeaturesOptions& options)
{
    const Model model = openModel(environment, options.model, {options.layer});
    FeaturesRequest request;
    request.pass.set = std::make_shared<PictureFiles>(environment, options.pictures);
    request.pass.pictures = allPictures(*request.pass.set);
    request.pass.layers = {options.layer.empty() ? lastHiddenLayer(model.weights.network) : options.layer};
    request.pass.precision = model.precision;
    request.goOn = [&](RetrievalProgress) { return !environment.isInterrupted(); };
    const SetFeatures features = featuresOf(*model.backend, freeze(model.weights), std::move(request));
    const std::int64_t dimension = features.shape.perPicture();
    writeNpy(options.output, {static_cast<std::int64_t>(features.rows()), dimension}, features.values);
    Answer answer;
    answer.json = {{"output", options.output},
                   {"layer", features.layer},
                   {"pictures", features.rows()},
                   {"dimension", dimension},
                   {"device", model.backend->info().name},
                   {"precision", toText(model.precision)}};
    answer.text = concat("wrote the ", grouped(dimension), " numbers of ", features.layer, " of ", features.rows(),
                         " pictures to ", options.output, "\n");
    return answer;
}

} // namespace

void addFeatures(Registrar registrar)
{
    auto options = std::make_shared<FeaturesOptions>();
    Command command =
        registrar.add("features", "What a hidden layer says of pictures, as a NumPy file", options, runFeatures);
    addModelOptions(command, options->model);
    command.option("pictures", options->pictures, "Picture files").required();
    command.option("--out", options->output, "The .npy file: pictures × numbers, float32").required();
    command.option("--layer", options->layer, "Which; the last hidden layer by default");
}

} // namespace alexscope::cli
