// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench_retrieval.h"

#include "cli/flat_index.h"
#include "cli/noise_pictures.h"
#include "cli/stopwatch.h"
#include "core/backend/catalogue.h"
#include "core/backend/free_memory.h"
#include "core/random/philox.h"
#include "core/retrieval/device_search.h"
#include "core/retrieval/feature_layers.h"
#include "core/retrieval/index_builder.h"
#include "core/retrieval/nearest.h"
#include "core/storage/temporary_folder.h"

#include <algorithm>
#include <thread>

namespace alexscope::cli {

namespace {

constexpr int k = 10, repetitions = 3;
constexpr std::size_t queryCount = 100;

/// Mostly zeros, as behind a ReLU.
std::vector<float> randomVectors(std::size_t numbers, std::uint32_t step)
{
    PhiloxSequence random(1, Stream::Analysis, step);
    std::vector<float> values(numbers);
    for (float& value : values)
        value = std::max(0.0f, static_cast<float>(random.word()) / 2147483648.0f - 1.0f);
    return values;
}

/// Linux hands out memory it does not have and ends the program that uses it, so what is needed is asked about first.
void requireMemory(const RetrievalBenchOptions& sizes)
{
    constexpr std::size_t bytesANumber = 4 + 2 + 4; // fp32, fp16, and FAISS's copy
    const std::size_t need = sizes.vectors * sizes.dimension * bytesANumber;
    const std::int64_t free = freeMemory();
    if (free > 0 && need > static_cast<std::size_t>(free))
        throw Error(concat(sizes.vectors, " vectors of ", sizes.dimension, " numbers need ", need >> 20,
                           " MiB of memory, and ", free >> 20,
                           " MiB are free; take fewer by --vectors or --dimension"));
}

/// The times of a device's search beside the processor's.
struct DeviceTimes {
    double taking = 0; ///< the set in
    std::vector<double> searching;
    std::vector<Neighbours> found;
    std::size_t again = 0; ///< queries that the processor had to answer after all
};
/// Nothing where the backend leaves it to the processor.
std::optional<DeviceTimes> timeDevice(Backend& backend, const VectorView& set, std::span<const float> queries,
                                      NearestOptions options)
{
    DeviceTimes times;
    std::unique_ptr<VectorSearch> device;
    times.taking = secondsFor([&] { device = searchOn(backend, set, options.goOn); });
    if (!device)
        return std::nullopt;
    options.device = device.get();
    for (int i = 0; i < repetitions; ++i)
        times.searching.push_back(secondsFor([&] { times.found = nearest(set, queries, options); }));
    const std::vector<NearestCandidates> chosen =
        device->search(queries, std::min(static_cast<std::size_t>(4 * options.k), device->mostCandidates()));
    for (std::size_t q = 0; q < chosen.size(); ++q)
        times.again += isVouchedFor(times.found[q], options.k, chosen[q]) ? 0 : 1;
    return times;
}

bool agrees(const std::vector<Neighbours>& ours, const std::vector<std::vector<std::int64_t>>& theirs)
{
    for (std::size_t q = 0; q < ours.size(); ++q)
        for (std::size_t i = 0; i < ours[q].size(); ++i)
            if (static_cast<std::int64_t>(ours[q][i].row) != theirs[q][i])
                return false;
    return true;
}

/// What a device finds is what the processor finds, or something is wrong. A line for people.
std::string addDevice(Backend& backend, const VectorView& set, std::span<const float> queries,
                      const NearestOptions& options, const std::vector<Neighbours>& expected, Answer& answer)
{
    const std::size_t count = queries.size() / set.dimension;
    const char* const stored = set.element == VectorElement::Half ? "fp16" : "fp32";
    nlohmann::ordered_json& json = answer.json["search"].back()["device"][stored];
    try {
        const std::optional<DeviceTimes> times = timeDevice(backend, set, queries, options);
        if (!times) {
            answer.json["search"].back().erase("device");
            return {};
        }
        const bool same = times->found == expected;
        answer.good = answer.good && same;
        json = {{"name", backend.info().name},
                {"takingSeconds", times->taking},
                {"seconds", median(times->searching)},
                {"askedAgain", times->again},
                {"sameFound", same}};
        return concat(count, count == 1 ? " query on " : " queries on ", backend.info().name, ", vectors in ", stored,
                      ": ", significant(median(times->searching) * 1000), " ms, after ",
                      significant(times->taking * 1000), " ms that took them in; ",
                      same ? "the same found\n" : "OTHERS FOUND than by the processor\n");
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        json = {{"fault", error.what()}};
        return concat("not on ", backend.info().name, ": ", error.what(), "\n");
    }
}

void addSearch(Backend& backend, const BenchOptions& bench, const RetrievalBenchOptions& sizes, Answer& answer)
{
    requireMemory(sizes);
    const std::vector<float> vectors = randomVectors(sizes.vectors * sizes.dimension, 3),
                             queries = randomVectors(queryCount * sizes.dimension, 4);
    std::vector<std::uint16_t> half(vectors.size());
    toHalf(vectors, half);
    const VectorView single = VectorView::of(std::span<const float>(vectors), sizes.dimension);
    const VectorView inHalf{sizes.vectors, sizes.dimension, VectorElement::Half, half.data()};
    NearestOptions options;
    options.k = k;
    options.goOn = [&](RetrievalProgress) { return !bench.interrupted || !bench.interrupted(); };
    Table table({{"queries"}, {"ours ms"}, {"ours, fp16 ms"}, {"FAISS flat ms"}, {"the same found", true}});
    std::string onDevice;
    for (const std::size_t count : {std::size_t{1}, queryCount}) {
        const std::span<const float> asked = std::span(queries).first(count * sizes.dimension);
        std::vector<double> times, halfTimes;
        std::vector<Neighbours> found, foundInHalf;
        for (int i = 0; i < repetitions; ++i) {
            times.push_back(secondsFor([&] { found = nearest(single, asked, options); }));
            halfTimes.push_back(secondsFor([&] { foundInHalf = nearest(inHalf, asked, options); }));
        }
        const std::optional<FlatIndexTimes> flat =
            timeFlatIndex(vectors, sizes.dimension, asked, k, count == 1 ? repetitions : 1);
        const bool same = flat && agrees(found, flat->found);
        table.add({std::to_string(count), significant(median(times) * 1000), significant(median(halfTimes) * 1000),
                   flat ? significant(median(flat->seconds) * 1000) : "not in this build",
                   flat ? same ? "yes" : "but for rounding" : ""});
        answer.json["search"].push_back(
            {{"queries", count},
             {"vectors", sizes.vectors},
             {"dimension", sizes.dimension},
             {"k", k},
             {"seconds", median(times)},
             {"halfSeconds", median(halfTimes)},
             {"flatSeconds", flat ? nlohmann::ordered_json(median(flat->seconds)) : nlohmann::ordered_json()},
             {"flat", flat ? nlohmann::ordered_json(flat->version) : nlohmann::ordered_json()},
             {"sameFound", same}});
        onDevice += addDevice(backend, single, asked, options, found, answer) +
                    addDevice(backend, inHalf, asked, options, foundInHalf, answer);
    }
    answer.text += concat("the ", k, " nearest of ", grouped(static_cast<std::int64_t>(sizes.vectors)), " vectors of ",
                          grouped(static_cast<std::int64_t>(sizes.dimension)), " numbers\n", table.text(), onDevice);
}

FrozenNetwork randomNetwork(Backend& backend, const BenchOptions& bench, const Dataset& pictures)
{
    Network network(bench.network, backend, {1, bench.precision, false, true});
    network.initialise(1);
    return freeze(network,
                  statisticsOfSet(pictures, bench.network.preprocessing, static_cast<int>(bench.network.input.h), 32),
                  0);
}

void addIndexing(Backend& backend, const BenchOptions& bench, const RetrievalBenchOptions& sizes, Answer& answer)
{
    const int resize = bench.network.preprocessing.resize,
              side = resize > 0 ? resize : static_cast<int>(bench.network.input.h);
    const auto pictures = std::make_shared<NoisePictures>(side, sizes.pictures, bench.network.outputClasses());
    const FrozenNetwork frozen = randomNetwork(backend, bench, *pictures);
    PassRequest plain;
    plain.set = pictures;
    plain.pictures = allPictures(*pictures);
    plain.batch = bench.batch;
    plain.precision = bench.precision;
    plain.readers = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 16u));
    IndexRequest indexing;
    indexing.pass = plain;
    indexing.pass.layers = {lastHiddenLayer(bench.network)};
    indexing.half = true;
    indexing.description.classNames.resize(static_cast<std::size_t>(bench.network.outputClasses()));
    indexing.goOn = [&](RetrievalProgress) { return !bench.interrupted || !bench.interrupted(); };
    plain.probabilities = true;
    const TemporaryFolder folder("alexscope-bench-");
    std::vector<double> plainTimes, indexTimes;
    for (int i = 0; i < repetitions; ++i) {
        plainTimes.push_back(secondsFor([&] {
            SetPass pass(backend, frozen, plain);
            while (pass.advance()) {
            }
        }));
        indexTimes.push_back(secondsFor([&] { buildIndex(folder.path() / "index", backend, frozen, indexing); }));
    }
    const auto perSecond = [&](const std::vector<double>& times) {
        return static_cast<double>(sizes.pictures) / median(times);
    };
    const double forward = static_cast<double>(bench.batch) / secondsForInference(backend, bench, bench.batch);
    answer.json["indexing"] = {{"network", bench.network.name},        {"layer", indexing.pass.layers.front()},
                               {"precision", toText(bench.precision)}, {"batch", bench.batch},
                               {"pictures", sizes.pictures},           {"forward", forward},
                               {"inference", perSecond(plainTimes)},   {"indexing", perSecond(indexTimes)}};
    answer.text += concat("\n", bench.network.name, ", batch ", bench.batch, ", ", toText(bench.precision), ", ",
                          sizes.pictures, " pictures in memory\nforward alone      ", significant(forward),
                          " pictures/s\nplain inference    ", significant(perSecond(plainTimes)),
                          " pictures/s: loading the weights, cropping, forward\nindexing           ",
                          significant(perSecond(indexTimes)), " pictures/s: and ", indexing.pass.layers.front(),
                          " in fp16, pixels, codes, the file on the disk (",
                          percent(perSecond(indexTimes) / perSecond(plainTimes)), ")\n");
}

} // namespace

Answer benchRetrieval(Backend& backend, const BenchOptions& bench, const RetrievalBenchOptions& sizes)
{
    Answer answer;
    addSearch(backend, bench, sizes, answer);
    addIndexing(backend, bench, sizes, answer);
    return answer;
}

} // namespace alexscope::cli
