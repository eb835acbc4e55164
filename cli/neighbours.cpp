// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/index_evaluation.h"
#include "cli/open_model.h"
#include "cli/picture_files.h"
#include "core/network/network_text.h"
#include "core/retrieval/feature_index.h"
#include "core/retrieval/set_features.h"

#include <filesystem>
#include <optional>
#include <system_error>

namespace alexscope::cli {

namespace {

struct NeighboursOptions {
    std::string weights, precision = "auto";
    std::vector<std::string> pictures;
    bool pixels = false, codes = false, evaluate = false;
    IndexEvaluationOptions evaluation;
};

void check(const NeighboursOptions& options, const FeatureIndex& index)
{
    if (options.pictures.empty() && !options.evaluate)
        throw WrongUse("give pictures whose neighbours are wanted, or --evaluate for precision@k of the set");
    if (options.pixels && index.pixelSide() == 0)
        throw Error(concat(options.evaluation.index, " was made without pixels; index again without --pixel-side 0"));
    if (options.codes && index.codes().empty())
        throw Error(concat(options.evaluation.index, " was made without codes; index again without --code-bits 0"));
}

/// The set the index is of, for the names of its pictures; null where it is not to be had any more.
std::shared_ptr<const Dataset> setOf(Environment& environment, const IndexDescription& description)
{
    try {
        const DataSource data = environment.openData(description.data, parseNetwork(description.network, "index"));
        return description.split == "training" ? data.training : data.validation;
    } catch (const Error& error) {
        environment.err << "warning: the pictures have numbers only: " << error.what() << "\n";
        return nullptr;
    }
}

SetFeatures featuresOfQueries(Environment& environment, const NeighboursOptions& options, const FeatureIndex& index)
{
    const IndexDescription& description = index.description();
    const std::string weights = options.weights.empty() ? description.weights : options.weights;
    std::error_code unreadable; // said when it is opened
    if (options.weights.empty() && !std::filesystem::exists(weights, unreadable))
        throw Error(concat(options.evaluation.index, " was made with the weights in ", weights,
                           ", which are not there any more; name the file by --weights"));
    ModelOptions wanted{weights, {}, options.evaluation.device, options.precision, {}};
    if (wanted.precision == "auto")
        wanted.precision = description.precision;
    wanted.known = parseNetwork(description.network, concat(options.evaluation.index, ": network"));
    const Model model = openModel(environment, wanted, {description.layer});
    const FrozenNetwork frozen = freeze(model.weights);
    if (hashOf(frozen) != description.weightsHash)
        throw Error(concat(weights, " does not hold the weights ", options.evaluation.index,
                           " was made with; index again, or name them by --weights"));
    FeaturesRequest request;
    request.pass.set = std::make_shared<PictureFiles>(environment, options.pictures);
    request.pass.pictures = allPictures(*request.pass.set);
    request.pass.layers = {description.layer};
    request.pass.precision = model.precision;
    request.pixelSide = index.pixelSide();
    return featuresOf(*model.backend, frozen, std::move(request));
}

/// Writes one query's neighbours into both forms.
class Listing {
public:
    Listing(Environment& environment, const FeatureIndex& index)
        : m_index(index), m_set(setOf(environment, index.description()))
    {
    }

    nlohmann::ordered_json list(const Neighbours& neighbours, const std::string& title, std::string& text) const
    {
        nlohmann::ordered_json json = nlohmann::ordered_json::array();
        Table table({{"", true}, {"class", true}, {"distance"}}, title);
        for (const Neighbour& neighbour : neighbours) {
            const auto label = static_cast<std::size_t>(m_index.labels()[neighbour.row]);
            const auto picture = static_cast<std::size_t>(m_index.pictures()[neighbour.row]);
            const std::string name =
                m_set && picture < m_set->size() ? m_set->name(picture) : concat("picture ", picture);
            const std::string& className = m_index.description().classNames[label];
            json.push_back({{"picture", picture},
                            {"name", name},
                            {"class", label},
                            {"className", className},
                            {"distance", neighbour.distance}});
            table.add({"  " + name, className, significant(neighbour.distance, 6)});
        }
        text += table.text();
        return json;
    }

private:
    const FeatureIndex& m_index;
    std::shared_ptr<const Dataset> m_set;
};

void addPictures(Environment& environment, const NeighboursOptions& options, const FeatureIndex& index, Answer& answer)
{
    const SetFeatures queries = featuresOfQueries(environment, options, index);
    const Listing listing(environment, index);
    const std::vector<Neighbours> found =
        nearest(index.features(), queries.values, searchOf(environment, options.evaluation.k));
    std::vector<Neighbours> inPixels;
    if (options.pixels) {
        std::vector<float> pixels(queries.pixels.begin(), queries.pixels.end());
        inPixels = nearest(index.pixels(), pixels, searchOf(environment, options.evaluation.k));
    }
    std::optional<CodeMaker> maker;
    if (options.codes)
        maker = index.codeMaker();
    const std::size_t dimension = index.dimension();
    for (std::size_t q = 0; q < options.pictures.size(); ++q) {
        const std::string& file = options.pictures[q];
        nlohmann::ordered_json query;
        query["file"] = file;
        query["neighbours"] =
            listing.list(found[q], concat(file, ": nearest in ", index.description().layer), answer.text);
        if (options.pixels)
            query["pixelNeighbours"] = listing.list(
                inPixels[q], concat(file, ": nearest in pixels, ", index.pixelSide(), "×", index.pixelSide()),
                answer.text);
        if (maker) {
            const std::span<const float> one = std::span(queries.values).subspan(q * dimension, dimension);
            const std::vector<std::uint64_t> code = maker->codesOf(VectorView::of(one, dimension));
            const Neighbours byCode = rankAgain(index.features(), one, codeShortlist(index, code, options.evaluation.k),
                                                options.evaluation.k);
            query["codeNeighbours"] = listing.list(
                byCode, concat(file, ": chosen by codes of ", maker->bits(), " bits, ranked by distance"), answer.text);
        }
        answer.json["queries"].push_back(std::move(query));
    }
}

Answer runNeighbours(Environment& environment, const NeighboursOptions& options)
{
    const FeatureIndex index(options.evaluation.index);
    check(options, index);
    const IndexDescription& description = index.description();
    Answer answer;
    answer.json = {{"index", options.evaluation.index}, {"layer", description.layer},
                   {"dimension", index.dimension()},    {"metric", "euclidean"},
                   {"data", description.data},          {"split", description.split},
                   {"pictures", index.rows()},          {"weights", description.weights},
                   {"k", options.evaluation.k}};
    if (!options.pictures.empty())
        addPictures(environment, options, index, answer);
    if (options.evaluate)
        evaluateIndex(environment, index, options.evaluation, answer);
    return answer;
}

} // namespace

void addNeighbours(Registrar registrar)
{
    auto options = std::make_shared<NeighboursOptions>();
    Command command =
        registrar.add("neighbours", "The pictures of an index that a network finds most alike", options, runNeighbours);
    command.option("--index", options->evaluation.index, "A file made by index").required();
    command.option("pictures", options->pictures, "Picture files that ask");
    command.option("--k", options->evaluation.k, "How many neighbours").between(1, 10000).showDefault();
    command.flag("--pixels", options->pixels, "Beside them the nearest in pixels, for contrast");
    command.flag("--codes", options->codes, "Beside them those found by binary codes");
    command.option("--weights", options->weights, "Where the index's weights are now");
    const Argument evaluate = command.flag(
        "--evaluate", options->evaluate, "precision@k of the set: each picture asks the others; and the codes' recall");
    command
        .option("--queries", options->evaluation.queryIndex,
                "With --evaluate: another index, whose pictures ask (validation against training)")
        .needs(evaluate);
    command
        .option("--asking", options->evaluation.asking, "With --evaluate: how many pictures ask, spread over the set")
        .between(1, std::int64_t{1} << 40)
        .showDefault()
        .needs(evaluate);
    addDeviceOptions(command, options->evaluation.device, options->precision);
}

} // namespace alexscope::cli
