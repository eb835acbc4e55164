// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/progress.h"
#include "cli/set_warnings.h"
#include "core/retrieval/feature_layers.h"
#include "core/retrieval/index_builder.h"
#include "core/retrieval/pixel_vectors.h"

#include <algorithm>
#include <thread>

namespace alexscope::cli {

namespace {

struct IndexOptions {
    ModelOptions model;
    std::string data, split = "training", output, layer;
    std::vector<std::string> patches;
    bool half = false;
    int batch = 32, pixelSide = PixelVectors::usualSide, codeBits = CodeMaker::usualBits, patchesPerUnit = 9;
    std::size_t limit = 0;
};

std::string wordOf(RetrievalTask task)
{
    switch (task) {
    case RetrievalTask::Features:
        return "pictures through the network";
    case RetrievalTask::Codes:
        return "codes";
    case RetrievalTask::Writing:
        return "written";
    case RetrievalTask::Searching:
        return "searched";
    }
    return {};
}

IndexRequest requestOf(const IndexOptions& options, const Model& model, const DataSource& data, Progress& progress,
                       const Environment& environment)
{
    IndexRequest request;
    request.pass.set = options.split == "training" ? data.training : data.validation;
    request.pass.pictures = allPictures(*request.pass.set, options.limit);
    if (request.pass.pictures.empty())
        throw Error(concat(data.specification, " has no ", options.split, " pictures"));
    request.pass.layers = {options.layer.empty() ? lastHiddenLayer(model.weights.network) : options.layer};
    request.pass.batch = options.batch;
    request.pass.precision = model.precision;
    request.pass.readers = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 16u));
    request.description.data = data.specification;
    request.description.split = options.split;
    request.description.classNames = data.classNames;
    request.description.weights = std::filesystem::absolute(options.model.weights).string();
    request.half = options.half;
    request.pixelSide = options.pixelSide;
    request.codeBits = options.codeBits;
    request.patchLayers = options.patches;
    request.patchesPerUnit = static_cast<std::size_t>(options.patchesPerUnit);
    request.goOn = [&](RetrievalProgress p) {
        progress.show(p.done, p.total, wordOf(p.task));
        return !environment.isInterrupted();
    };
    return request;
}

Answer runIndex(Environment& environment, const IndexOptions& options)
{
    std::vector<std::string> upTo = options.patches;
    upTo.push_back(options.layer);
    const Model model =
        openModel(environment, options.model, options.layer.empty() ? std::vector<std::string>() : upTo);
    const DataSource data = environment.openData(options.data, model.weights.network);
    warnOfLeftOut(data, environment.err);
    Progress progress(environment, "indexed");
    const IndexRequest request = requestOf(options, model, data, progress, environment);
    buildIndex(options.output, *model.backend, freeze(model.weights), request);
    progress.end();

    const FeatureIndex index(options.output);
    const auto bytes = std::filesystem::file_size(options.output);
    Answer answer;
    answer.json = {{"index", options.output},
                   {"layer", index.description().layer},
                   {"dimension", index.dimension()},
                   {"pictures", index.rows()},
                   {"data", data.specification},
                   {"split", options.split},
                   {"half", options.half},
                   {"pixelSide", index.pixelSide()},
                   {"codeBits", options.codeBits},
                   {"patches", request.patchLayers},
                   {"bytes", bytes},
                   {"device", model.backend->info().name},
                   {"precision", toText(model.precision)}};
    answer.text = concat(grouped(static_cast<std::int64_t>(index.rows())), " ", options.split, " pictures of ",
                         data.specification, ", the ", grouped(static_cast<std::int64_t>(index.dimension())),
                         " numbers of ", index.description().layer, " each, in ", options.output, " (",
                         grouped(static_cast<std::int64_t>(bytes)), " bytes)\n");
    addReplaced(data, answer, environment.err);
    return answer;
}

} // namespace

void addIndex(Registrar registrar)
{
    auto options = std::make_shared<IndexOptions>();
    Command command =
        registrar.add("index", "What a hidden layer says of a set, in a file to find neighbours in", options, runIndex);
    addModelOptions(command, options->model);
    command.option("--data", options->data, "Pictures with labels").required();
    command.option("--out", options->output, "The index file").required();
    command.option("--layer", options->layer, "Whose features; the last hidden layer by default");
    command.option("--split", options->split, "Which pictures").oneOf({"validation", "training"}).showDefault();
    command.flag("--half", options->half, "Features in half precision: half the size");
    command.option("--limit", options->limit, "Only so many pictures, spread over the set")
        .between(1, std::int64_t{1} << 40);
    command.option("--batch", options->batch, "Pictures at a time").between(1, 65536).showDefault();
    command.option("--pixel-side", options->pixelSide, "Of the small pictures for neighbours in pixels; 0: none")
        .between(0, 512)
        .showDefault();
    command.option("--code-bits", options->codeBits, "Of the binary codes, a multiple of 64; 0: none")
        .between(0, CodeMaker::mostBits)
        .showDefault();
    command
        .option("--patches", options->patches,
                "Layers, with commas between, whose units' most exciting patches are kept, too")
        .separatedBy(',');
    command.option("--patches-per-unit", options->patchesPerUnit, "How many").between(1, 1000).showDefault();
}

} // namespace alexscope::cli
