// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/picture_files.h"
#include "cli/stopwatch.h"
#include "core/data/spread_pictures.h"
#include "core/network/network_text.h"
#include "core/retrieval/feature_index.h"
#include "core/retrieval/precision_at_k.h"
#include "core/retrieval/set_features.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace alexscope::cli {

namespace {

constexpr std::size_t shortlistPerNeighbour = 16;

struct NeighboursOptions {
    std::string index, weights, queryIndex, device = "auto", precision = "auto";
    std::vector<std::string> pictures;
    int k = 6;
    bool pixels = false, codes = false, evaluate = false;
    std::size_t asking = 1000;
};

void check(const NeighboursOptions& options, const FeatureIndex& index)
{
    if (options.pictures.empty() && !options.evaluate)
        throw WrongUse("give pictures whose neighbours are wanted, or --evaluate for precision@k of the set");
    if (options.pixels && index.pixelSide() == 0)
        throw Error(concat(options.index, " was made without pixels; index again without --pixel-side 0"));
    if (options.codes && index.codes().empty())
        throw Error(concat(options.index, " was made without codes; index again without --code-bits 0"));
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

NearestOptions searchOf(const Environment& environment, int k)
{
    NearestOptions options;
    options.k = k;
    options.goOn = [&environment](RetrievalProgress) { return !environment.isInterrupted(); };
    return options;
}

SetFeatures featuresOfQueries(Environment& environment, const NeighboursOptions& options, const FeatureIndex& index)
{
    const IndexDescription& description = index.description();
    const std::string weights = options.weights.empty() ? description.weights : options.weights;
    std::error_code unreadable; // said when it is opened
    if (options.weights.empty() && !std::filesystem::exists(weights, unreadable))
        throw Error(concat(options.index, " was made with the weights in ", weights,
                           ", which are not there any more; name the file by --weights"));
    ModelOptions wanted{weights, {}, options.device, options.precision, {}};
    if (wanted.precision == "auto")
        wanted.precision = description.precision;
    wanted.known = parseNetwork(description.network, concat(options.index, ": network"));
    const Model model = openModel(environment, wanted, {description.layer});
    const FrozenNetwork frozen = freeze(model.weights);
    if (hashOf(frozen) != description.weightsHash)
        throw Error(concat(weights, " does not hold the weights ", options.index,
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

std::vector<CodeNeighbour> shortlist(const FeatureIndex& index, std::span<const std::uint64_t> code, int k,
                                     std::int64_t exclude = -1)
{
    return nearestCodes(index.codes(), code, shortlistPerNeighbour * static_cast<std::size_t>(k), exclude);
}

void addPictures(Environment& environment, const NeighboursOptions& options, const FeatureIndex& index, Answer& answer)
{
    const SetFeatures queries = featuresOfQueries(environment, options, index);
    const Listing listing(environment, index);
    const std::vector<Neighbours> found = nearest(index.features(), queries.values, searchOf(environment, options.k));
    std::vector<Neighbours> inPixels;
    if (options.pixels) {
        std::vector<float> pixels(queries.pixels.begin(), queries.pixels.end());
        inPixels = nearest(index.pixels(), pixels, searchOf(environment, options.k));
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
            const Neighbours byCode = rankAgain(index.features(), one, shortlist(index, code, options.k), options.k);
            query["codeNeighbours"] = listing.list(
                byCode, concat(file, ": chosen by codes of ", maker->bits(), " bits, ranked by distance"), answer.text);
        }
        answer.json["queries"].push_back(std::move(query));
    }
}

/// Who asks, and what it is asked of.
struct Asking {
    std::vector<float> queries;
    std::vector<std::int32_t> labels;
    std::vector<std::int64_t> rows; ///< in the index itself, to be left out; empty when the queries are of another
};

Asking askingOf(const VectorView& from, std::span<const std::int32_t> labels, std::size_t most, bool self)
{
    Asking asking;
    const std::vector<std::size_t> chosen = spreadPictures(from.count, most);
    asking.queries.resize(chosen.size() * from.dimension);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t row = chosen[i];
        from.part(row, 1).read(std::span(asking.queries).subspan(i * from.dimension, from.dimension));
        asking.labels.push_back(labels[row]);
        if (self)
            asking.rows.push_back(static_cast<std::int64_t>(row));
    }
    return asking;
}

/// Calls `work`; seconds a picture that it took.
template <typename Work>
double secondsEach(std::size_t pictures, Work work)
{
    return secondsFor(work) / static_cast<double>(std::max<std::size_t>(pictures, 1));
}

nlohmann::ordered_json toJson(const PrecisionAtK& precision)
{
    return {{"precision", precision.mean}, {"byChance", precision.byChance}, {"perClass", precision.perClass}};
}

void addRecall(const FeatureIndex& index, const NeighboursOptions& options, const Asking& asking,
               const std::vector<Neighbours>& exact, Answer& answer)
{
    const CodeMaker maker = index.codeMaker();
    const std::vector<std::uint64_t> codes =
        maker.codesOf(VectorView::of(std::span<const float>(asking.queries), index.dimension()));
    std::vector<std::vector<CodeNeighbour>> alone, longer;
    const double seconds = secondsEach(asking.labels.size(), [&] {
        for (std::size_t q = 0; q < asking.labels.size(); ++q) {
            longer.push_back(shortlist(index, std::span(codes).subspan(q * maker.words(), maker.words()), options.k,
                                       asking.rows.empty() ? -1 : asking.rows[q]));
            rankAgain(index.features(), std::span(asking.queries).subspan(q * index.dimension(), index.dimension()),
                      longer.back(), options.k);
        }
    });
    for (const std::vector<CodeNeighbour>& found : longer)
        alone.emplace_back(found.begin(), found.begin() + std::min<std::ptrdiff_t>(std::ssize(found), options.k));
    const double first = recallOf(exact, alone), ranked = recallOf(exact, longer);
    const std::size_t candidates = shortlistPerNeighbour * static_cast<std::size_t>(options.k);
    answer.json["evaluation"]["codes"] = {{"bits", maker.bits()},
                                          {"recall", first},
                                          {"candidates", candidates},
                                          {"recallRanked", ranked},
                                          {"seconds", seconds}};
    answer.text += concat("codes of ", maker.bits(), " bits find ", percent(first), " of the exact neighbours, ",
                          percent(ranked), " where the best ", candidates, " are ranked by distance; ",
                          significant(seconds * 1e3), " ms a picture\n");
}

void addEvaluation(const Environment& environment, const NeighboursOptions& options, const FeatureIndex& index,
                   Answer& answer)
{
    std::optional<FeatureIndex> others;
    if (!options.queryIndex.empty())
        others.emplace(options.queryIndex);
    const FeatureIndex& from = others ? *others : index;
    if (from.dimension() != index.dimension() || from.description().weightsHash != index.description().weightsHash ||
        from.description().layer != index.description().layer)
        throw Error(concat(options.queryIndex, " and ", options.index, " are not of the same layer and weights"));
    if (from.description().classNames != index.description().classNames)
        throw Error(concat(options.queryIndex, " and ", options.index, " do not have the same classes"));
    const int classes = static_cast<int>(index.description().classNames.size());
    double searchSeconds = 0; // a picture, among the features
    const auto precision = [&](const VectorView& set, const VectorView& queries, std::vector<Neighbours>* found) {
        const Asking asking = askingOf(queries, from.labels(), options.asking, !others);
        NearestOptions search = searchOf(environment, options.k);
        search.exclude = asking.rows;
        std::vector<Neighbours> neighbours;
        const double seconds =
            secondsEach(asking.labels.size(), [&] { neighbours = nearest(set, asking.queries, search); });
        if (found)
            searchSeconds = seconds;
        const PrecisionAtK result = precisionOf(neighbours, asking.labels, index.labels(), classes, options.k, !others);
        if (found)
            *found = std::move(neighbours);
        return result;
    };
    std::vector<Neighbours> exact;
    const PrecisionAtK inFeatures = precision(index.features(), from.features(), &exact);
    nlohmann::ordered_json& json = answer.json["evaluation"];
    json = {{"k", options.k},
            {"queries", inFeatures.queries},
            {"way", others ? "queries of another index" : "leave one out"},
            {"features", toJson(inFeatures)},
            {"seconds", searchSeconds}};
    answer.text += concat("precision@", options.k, ", ", grouped(static_cast<std::int64_t>(inFeatures.queries)),
                          others ? concat(" ", from.description().split, " pictures asking the ")
                                 : " pictures asking the others of the ",
                          grouped(static_cast<std::int64_t>(index.rows())), " ", index.description().split,
                          " pictures of ", index.description().data, "\n");
    Table table({{"by", true}, {"precision"}});
    table.add({concat(index.description().layer, ", ", index.dimension(), " numbers"), percent(inFeatures.mean)});
    if (index.pixelSide() > 0 && index.pixelSide() == from.pixelSide()) {
        const PrecisionAtK inPixels = precision(index.pixels(), from.pixels(), nullptr);
        json["pixels"] = toJson(inPixels);
        json["pixels"]["side"] = index.pixelSide();
        table.add({concat("pixels, ", index.pixelSide(), "×", index.pixelSide()), percent(inPixels.mean)});
    }
    table.add({"chance", percent(inFeatures.byChance)});
    answer.text += concat(table.text(), "found exactly in ", significant(searchSeconds * 1e3), " ms a picture\n");
    if (!index.codes().empty())
        addRecall(index, options, askingOf(from.features(), from.labels(), options.asking, !others), exact, answer);
}

Answer runNeighbours(Environment& environment, const NeighboursOptions& options)
{
    const FeatureIndex index(options.index);
    check(options, index);
    const IndexDescription& description = index.description();
    Answer answer;
    answer.json = {{"index", options.index},   {"layer", description.layer},     {"dimension", index.dimension()},
                   {"metric", "euclidean"},    {"data", description.data},       {"split", description.split},
                   {"pictures", index.rows()}, {"weights", description.weights}, {"k", options.k}};
    if (!options.pictures.empty())
        addPictures(environment, options, index, answer);
    if (options.evaluate)
        addEvaluation(environment, options, index, answer);
    return answer;
}

} // namespace

void addNeighbours(Registrar registrar)
{
    auto options = std::make_shared<NeighboursOptions>();
    Command command =
        registrar.add("neighbours", "The pictures of an index that a network finds most alike", options, runNeighbours);
    command.option("--index", options->index, "A file made by index").required();
    command.option("pictures", options->pictures, "Picture files that ask");
    command.option("--k", options->k, "How many neighbours").between(1, 10000).showDefault();
    command.flag("--pixels", options->pixels, "Beside them the nearest in pixels, for contrast");
    command.flag("--codes", options->codes, "Beside them those found by binary codes");
    command.option("--weights", options->weights, "Where the index's weights are now");
    command.flag("--evaluate", options->evaluate,
                 "precision@k of the set: each picture asks the others; and the codes' recall");
    command.option("--queries", options->queryIndex,
                   "With --evaluate: another index, whose pictures ask (validation against training)");
    command.option("--asking", options->asking, "With --evaluate: how many pictures ask, spread over the set")
        .between(1, std::int64_t{1} << 40)
        .showDefault();
    addDeviceOptions(command, options->device, options->precision);
}

} // namespace alexscope::cli
