// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/index_evaluation.h"

#include "cli/stopwatch.h"
#include "core/data/spread_pictures.h"
#include "core/retrieval/device_search.h"
#include "core/retrieval/precision_at_k.h"

#include <algorithm>
#include <optional>

namespace alexscope::cli {

namespace {

constexpr std::size_t shortlistPerNeighbour = 16;

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

void addRecall(const FeatureIndex& index, const IndexEvaluationOptions& options, const Asking& asking,
               const std::vector<Neighbours>& exact, Answer& answer)
{
    const CodeMaker maker = index.codeMaker();
    const std::vector<std::uint64_t> codes =
        maker.codesOf(VectorView::of(std::span<const float>(asking.queries), index.dimension()));
    std::vector<std::vector<CodeNeighbour>> alone, longer;
    const double seconds = secondsEach(asking.labels.size(), [&] {
        for (std::size_t q = 0; q < asking.labels.size(); ++q) {
            longer.push_back(codeShortlist(index, std::span(codes).subspan(q * maker.words(), maker.words()), options.k,
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

/// The chosen device searches where it offers to, else the processor: also where a device that was not named fails.
class Searcher {
public:
    Searcher(const Environment& environment, const std::string& device) : m_environment(environment), m_device(device)
    {
    }

    std::vector<Neighbours> find(const VectorView& set, std::span<const float> queries, const NearestOptions& options)
    {
        std::vector<Neighbours> found;
        if (!findOnDevice(set, queries, options, found)) {
            m_seconds = secondsFor([&] { found = nearest(set, queries, options); });
            m_where = "cpu";
        }
        return found;
    }
    /// Of the latest find(), without taking the set in.
    double seconds() const { return m_seconds; }
    const std::string& where() const { return m_where; }

private:
    bool findOnDevice(const VectorView& set, std::span<const float> queries, NearestOptions options,
                      std::vector<Neighbours>& found)
    {
        try {
            if (!m_backend)
                m_backend = m_environment.catalogue.make(m_device);
            const std::unique_ptr<VectorSearch> search = searchOn(*m_backend, set, options.goOn);
            if (!search)
                return false;
            options.device = search.get();
            m_seconds = secondsFor([&] { found = nearest(set, queries, options); });
            m_where = m_backend->info().name;
            return true;
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            if (m_device != "auto")
                throw;
            m_environment.err << "warning: the processor searches: " << error.what() << "\n";
            return false;
        }
    }

    const Environment& m_environment;
    const std::string& m_device;
    std::unique_ptr<Backend> m_backend;
    double m_seconds = 0;
    std::string m_where;
};

/// An index, and the one whose pictures ask: another of the same layer, or itself.
class Evaluation {
public:
    Evaluation(const Environment& environment, const FeatureIndex& index, const IndexEvaluationOptions& options)
        : m_environment(environment), m_index(index), m_options(options), m_searcher(environment, options.device)
    {
        if (options.queryIndex.empty())
            return;
        m_others.emplace(options.queryIndex);
        const IndexDescription &asking = from().description(), &asked = index.description();
        if (from().dimension() != index.dimension() || asking.weightsHash != asked.weightsHash ||
            asking.layer != asked.layer)
            throw Error(concat(options.queryIndex, " and ", options.index, " are not of the same layer and weights"));
        if (asking.classNames != asked.classNames)
            throw Error(concat(options.queryIndex, " and ", options.index, " do not have the same classes"));
    }

    const FeatureIndex& from() const { return m_others ? *m_others : m_index; }
    bool isSelf() const { return !m_others; }
    Asking asking() const { return askingOf(from().features(), from().labels(), m_options.asking, isSelf()); }

    /// The neighbours of who asks, among vectors of the index, and what they are worth.
    struct Found {
        std::vector<Neighbours> neighbours;
        PrecisionAtK precision;
        double seconds = 0; ///< a picture
        std::string where;
    };
    Found find(const VectorView& set, const VectorView& queries)
    {
        const Asking asking = askingOf(queries, from().labels(), m_options.asking, isSelf());
        NearestOptions search = searchOf(m_environment, m_options.k);
        search.exclude = asking.rows;
        Found found;
        found.neighbours = m_searcher.find(set, asking.queries, search);
        found.seconds = m_searcher.seconds() / static_cast<double>(std::max<std::size_t>(asking.labels.size(), 1));
        found.where = m_searcher.where();
        found.precision = precisionOf(found.neighbours, asking.labels, m_index.labels(),
                                      static_cast<int>(m_index.description().classNames.size()), m_options.k, isSelf());
        return found;
    }

private:
    const Environment& m_environment;
    const FeatureIndex& m_index;
    const IndexEvaluationOptions& m_options;
    std::optional<FeatureIndex> m_others;
    Searcher m_searcher;
};

/// "precision@6, 500 pictures asking the others of the …"
std::string headline(const FeatureIndex& index, const FeatureIndex& from, int k, std::size_t queries)
{
    const bool isSelf = &index == &from;
    return concat("precision@", k, ", ", grouped(static_cast<std::int64_t>(queries)),
                  isSelf ? " pictures asking the others of the "
                         : concat(" ", from.description().split, " pictures asking the "),
                  grouped(static_cast<std::int64_t>(index.rows())), " ", index.description().split, " pictures of ",
                  index.description().data, "\n");
}

} // namespace

void evaluateIndex(const Environment& environment, const FeatureIndex& index, const IndexEvaluationOptions& options,
                   Answer& answer)
{
    Evaluation evaluation(environment, index, options);
    const FeatureIndex& from = evaluation.from();
    const Evaluation::Found inFeatures = evaluation.find(index.features(), from.features());
    nlohmann::ordered_json& json = answer.json["evaluation"];
    json = {{"k", options.k},
            {"queries", inFeatures.precision.queries},
            {"way", evaluation.isSelf() ? "leave one out" : "queries of another index"},
            {"features", toJson(inFeatures.precision)},
            {"seconds", inFeatures.seconds},
            {"searchedOn", inFeatures.where}};
    Table table({{"by", true}, {"precision"}});
    table.add(
        {concat(index.description().layer, ", ", index.dimension(), " numbers"), percent(inFeatures.precision.mean)});
    if (index.pixelSide() > 0 && index.pixelSide() == from.pixelSide()) {
        const PrecisionAtK inPixels = evaluation.find(index.pixels(), from.pixels()).precision;
        json["pixels"] = toJson(inPixels);
        json["pixels"]["side"] = index.pixelSide();
        table.add({concat("pixels, ", index.pixelSide(), "×", index.pixelSide()), percent(inPixels.mean)});
    }
    table.add({"chance", percent(inFeatures.precision.byChance)});
    answer.text +=
        concat(headline(index, from, options.k, inFeatures.precision.queries), table.text(), "found exactly in ",
               significant(inFeatures.seconds * 1e3), " ms a picture on ", inFeatures.where, "\n");
    if (!index.codes().empty())
        addRecall(index, options, evaluation.asking(), inFeatures.neighbours, answer);
}

NearestOptions searchOf(const Environment& environment, int k)
{
    NearestOptions options;
    options.k = k;
    options.goOn = [&environment](RetrievalProgress) { return !environment.isInterrupted(); };
    return options;
}

std::vector<CodeNeighbour> codeShortlist(const FeatureIndex& index, std::span<const std::uint64_t> code, int k,
                                         std::int64_t exclude)
{
    return nearestCodes(index.codes(), code, shortlistPerNeighbour * static_cast<std::size_t>(k), exclude);
}

} // namespace alexscope::cli
