// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/weights_file.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "core/readable_text.h"
#include "core/storage/json_text.h"
#include "core/storage/metrics_csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <system_error>

namespace alexscope {

using nlohmann::json;

namespace {

constexpr const char* meanPictureName = "preprocessing.mean";

std::string toText(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

void checkFinite(std::span<const float> values, const std::string& name, const std::string& where)
{
    const auto bad = std::count_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    if (bad > 0)
        throw Error(concat(where, ": ", bad, " of the ", values.size(), " numbers of ", name,
                           " are not finite (NaN or infinite); such weights are of no use"));
}

const StoredTensor& requireShape(const SafetensorsFile& file, const std::string& name,
                                 const std::vector<std::int64_t>& shape)
{
    const StoredTensor& tensor = file.require(name);
    if (tensor.shape != shape)
        throw Error(concat(file.path().string(), ": ", name, " has shape ", toText(tensor.shape),
                           ", the network needs ", toText(shape)));
    return tensor;
}

std::vector<float> readChecked(const SafetensorsFile& file, const std::string& name,
                               const std::vector<std::int64_t>& shape)
{
    std::vector<float> values = file.readFloats(requireShape(file, name, shape));
    checkFinite(values, name, file.path().string());
    return values;
}

std::string metadataOf(const SafetensorsFile& file, const std::string& key)
{
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
}

std::string originOf(const SafetensorsFile& file, const char* key)
{
    return concat(file.path().string(), ": metadata \"", key, "\"");
}

template <std::size_t N>
void readNumbers(const JsonFields& fields, const char* field, std::array<double, N>& to)
{
    std::vector<double> values(to.begin(), to.end());
    fields.read(field, values, N);
    if (values.size() != N)
        fields.fail(field, concat("a list of ", N, " numbers"));
    std::copy(values.begin(), values.end(), to.begin());
}

SetStatistics readStatistics(const SafetensorsFile& file)
{
    SetStatistics statistics;
    const std::string text = metadataOf(file, "preprocessing");
    if (text.empty())
        return statistics;
    const json value = parseJson(text, originOf(file, "preprocessing"));
    const JsonFields fields(value, originOf(file, "preprocessing"));
    readNumbers(fields, "channelMean", statistics.channelMean);
    readNumbers(fields, "channelDeviation", statistics.channelDeviation);
    readNumbers(fields, "axisDeviation", statistics.axisDeviation);
    std::array<double, 9> axes{};
    readNumbers(fields, "axes", axes);
    for (std::size_t i = 0; i < 9; ++i)
        statistics.axes[i / 3][i % 3] = axes[i];
    fields.read("meanSide", statistics.meanSide, 0, 1 << 14);
    std::uint64_t used = 0;
    fields.read("picturesUsed", used);
    statistics.picturesUsed = static_cast<std::size_t>(used);
    if (statistics.meanSide > 0)
        statistics.meanPicture = readChecked(file, meanPictureName, {3, statistics.meanSide, statistics.meanSide});
    return statistics;
}

std::vector<std::string> readClassNames(const SafetensorsFile& file)
{
    const std::string text = metadataOf(file, "classes");
    if (text.empty())
        return {};
    const json value = parseJson(text, originOf(file, "classes"));
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), [](const json& v) { return v.is_string(); }))
        throw Error(concat(originOf(file, "classes"), ": a list of names is expected"));
    std::vector<std::string> names;
    for (const json& name : value)
        names.push_back(readable(name.get<std::string>(), longestClassName));
    return names;
}

bool isMissing(const std::vector<std::string>& missing, const NetworkSpec& network, const ParameterInfo& parameter)
{
    const std::string& layer = network.layers[static_cast<std::size_t>(parameter.layer)].name;
    return std::find(missing.begin(), missing.end(), layer) != missing.end();
}

/// Layers of which the file has neither weights nor biases; the first layer that has weights is never among them.
std::vector<std::string> missingLayers(const SafetensorsFile& file, const NetworkSpec& network)
{
    std::vector<std::string> missing;
    bool first = true;
    for (const LayerSpec& layer : network.layers) {
        if (!layer.hasParameters())
            continue;
        if (!first && !file.find(layer.name + ".weight") && !file.find(layer.name + ".bias"))
            missing.push_back(layer.name);
        first = false;
    }
    return missing;
}

std::string statisticsJson(const SetStatistics& statistics)
{
    std::vector<double> axes;
    for (const auto& axis : statistics.axes)
        axes.insert(axes.end(), axis.begin(), axis.end());
    return json{{"channelMean", statistics.channelMean},
                {"channelDeviation", statistics.channelDeviation},
                {"axes", axes},
                {"axisDeviation", statistics.axisDeviation},
                {"meanSide", statistics.meanSide},
                {"picturesUsed", statistics.picturesUsed}}
        .dump();
}

void addParameters(SafetensorsWriter& writer, const Network& network, const std::filesystem::path& path,
                   bool withVelocity)
{
    for (const Parameter& parameter : network.parameters()->list) {
        const std::string& name = parameter.info.name;
        HostTensor values = network.download(parameter.value);
        checkFinite(values.values, name, path.string() + " not written");
        writer.add(name, fileShape(parameter.info), std::move(values.values));
        if (!withVelocity)
            continue;
        if (!parameter.velocity.exists())
            throw Error(
                concat("Parameter ", name, " is not being trained: there is no state to save in ", path.string()));
        HostTensor velocity = network.download(parameter.velocity);
        checkFinite(velocity.values, "velocity." + name, path.string() + " not written");
        writer.add("velocity." + name, fileShape(parameter.info), std::move(velocity.values));
    }
}

void describe(SafetensorsWriter& writer, const Network& network, const WeightsDescription& description)
{
    writer.setMetadata("format", "alexscope");
    writer.setMetadata("network", formatNetwork(network.spec()));
    // Folder names may hold bytes that are not UTF-8; a name shown with a replacement character is better than no file.
    writer.setMetadata("classes", json(description.classNames).dump(-1, ' ', false, json::error_handler_t::replace));
    writer.setMetadata("preprocessing", statisticsJson(description.statistics));
    const std::int64_t side = description.statistics.meanSide;
    if (side > 0)
        writer.add(meanPictureName, {3, side, side}, description.statistics.meanPicture);
}

json toJsonValue(const SolverState& solver)
{
    return {{"rate", solver.rate},
            {"bestError", solver.bestError},
            {"validationsSinceBest", solver.validationsSinceBest},
            {"reductionsDone", solver.reductionsDone}};
}

SolverState solverFrom(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    SolverState solver;
    fields.read("rate", solver.rate, 0, 1e9);
    fields.read("bestError", solver.bestError, 0, 2);
    fields.read("validationsSinceBest", solver.validationsSinceBest, 0, std::numeric_limits<int>::max());
    fields.read("reductionsDone", solver.reductionsDone, 0, std::numeric_limits<int>::max());
    return solver;
}

json toJsonValue(const MetricsRow& row)
{
    return {{"iteration", row.iteration}, {"epoch", row.epoch},         {"loss", row.loss},
            {"top1Error", row.top1Error}, {"top5Error", row.top5Error}, {"learningRate", row.learningRate}};
}

MetricsRow rowFrom(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    MetricsRow row;
    fields.read("iteration", row.iteration, 0, mostIterations);
    const auto readFloat = [&](const char* field, float& to) {
        double number = notMeasured;
        if (!fields.require(field).is_null()) // JSON has no NaN
            fields.read(field, number, 0, 1e30);
        to = static_cast<float>(number);
    };
    readFloat("epoch", row.epoch);
    readFloat("loss", row.loss);
    readFloat("top1Error", row.top1Error);
    readFloat("top5Error", row.top5Error);
    readFloat("learningRate", row.learningRate);
    return row;
}

std::string stateJson(const CheckpointState& state)
{
    json value{{"iteration", state.iteration},
               {"solver", toJsonValue(state.solver)},
               {"recipe", alexscope::toJsonValue(state.recipe)},
               {"seconds", state.seconds}};
    if (!state.dropoutEdits.p.empty())
        value["dropoutEdits"] = {{"from", state.dropoutEdits.from}, {"p", state.dropoutEdits.p}};
    if (state.unvalidated)
        value["unvalidated"] = toJsonValue(*state.unvalidated);
    return value.dump();
}

DropoutEdits dropoutEditsFrom(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    DropoutEdits edits;
    fields.read("from", edits.from, 0, mostIterations);
    const json& layers = fields.require("p");
    if (!layers.is_object())
        fields.fail("p", "a dropout for each layer named");
    const JsonFields named(layers, origin + ": p");
    for (const auto& [layer, p] : layers.items())
        named.read(layer.c_str(), edits.p[layer], 0, DropoutSpec::largest);
    return edits;
}

CheckpointState readState(const SafetensorsFile& file)
{
    CheckpointState state;
    state.runJson = metadataOf(file, "run");
    const std::string text = metadataOf(file, "trainer"), origin = originOf(file, "trainer");
    if (state.runJson.empty() || text.empty())
        throw Error(concat(file.path().string(), ": holds weights but no state of training; it cannot be resumed"));
    const json value = parseJson(text, origin);
    const JsonFields fields(value, origin);
    for (const char* name : {"iteration", "seconds"})
        fields.require(name);
    fields.read("iteration", state.iteration, 0, mostIterations);
    fields.read("seconds", state.seconds, 0, 1e12);
    state.solver = solverFrom(fields.require("solver"), origin);
    state.recipe = recipeFromJsonValue(fields.require("recipe"), origin);
    if (const std::string network = metadataOf(file, "network"); !network.empty())
        state.network = parseNetwork(network, originOf(file, "network"));
    if (fields.has("dropoutEdits"))
        state.dropoutEdits = dropoutEditsFrom(fields.require("dropoutEdits"), origin);
    if (fields.has("unvalidated"))
        state.unvalidated = rowFrom(fields.require("unvalidated"), origin);
    return state;
}

} // namespace

std::filesystem::path weightsFileIn(const std::filesystem::path& path)
{
    std::error_code unreadable; // said when the file is opened
    if (!std::filesystem::is_directory(path, unreadable))
        return path;
    for (const char* name : {"weights.safetensors", "checkpoint.safetensors"})
        if (std::filesystem::exists(path / name, unreadable))
            return path / name;
    throw Error(concat(path.string(), ": this folder holds neither finished weights nor a checkpoint of a run"));
}

std::vector<std::int64_t> fileShape(const ParameterInfo& info)
{
    const std::vector<std::int64_t> all{info.shape.n, info.shape.c, info.shape.h, info.shape.w};
    return {all.begin(), all.begin() + info.rank};
}

std::vector<float> readParameter(const SafetensorsFile& file, const ParameterInfo& info)
{
    return readChecked(file, info.name, fileShape(info));
}

KnownWeights openKnownWeights(const std::filesystem::path& path)
{
    return openKnownWeights(SafetensorsFile(weightsFileIn(path)));
}

KnownWeights openKnownWeights(SafetensorsFile file)
{
    std::optional<NetworkSpec> network;
    if (const std::string text = metadataOf(file, "network"); !text.empty())
        network = parseNetwork(text, originOf(file, "network"));
    std::vector<std::string> names = readClassNames(file);
    SetStatistics statistics = readStatistics(file);
    return {std::move(file), std::move(network), std::move(names), std::move(statistics)};
}

WeightsFile openWeights(const std::filesystem::path& path, const std::optional<NetworkSpec>& network)
{
    return openWeights(SafetensorsFile(path), network, Absent::Refused);
}

WeightsFile openWeights(SafetensorsFile file, const std::optional<NetworkSpec>& network, Absent absent)
{
    const std::string text = metadataOf(file, "network");
    if (!network && text.empty())
        throw Error(
            concat(file.path().string(), ": carries no network text; name the network these weights belong to"));
    const NetworkSpec spec = network ? *network : parseNetwork(text, originOf(file, "network"));
    std::vector<std::string> missing =
        absent == Absent::Listed ? missingLayers(file, spec) : std::vector<std::string>();
    for (const ParameterInfo& info : parametersOf(spec))
        if (!isMissing(missing, spec, info))
            readChecked(file, info.name, fileShape(info));
    std::vector<std::string> names = readClassNames(file);
    SetStatistics statistics = readStatistics(file);
    return {std::move(file), spec, std::move(names), std::move(statistics), std::move(missing)};
}

bool lacks(const WeightsFile& weights, const ParameterInfo& info)
{
    return isMissing(weights.missing, weights.network, info);
}

void loadInto(const WeightsFile& weights, Network& network)
{
    const auto isLeftOut = [&](const ParameterInfo& info) {
        return isMissing(weights.missing, network.spec(), info); // the network may be another than the file's
    };
    for (const Parameter& parameter : network.parameters()->list)
        if (!isLeftOut(parameter.info))
            requireShape(weights.file, parameter.info.name, fileShape(parameter.info));
    for (const Parameter& parameter : network.parameters()->list) {
        const std::vector<float> values =
            isLeftOut(parameter.info) ? std::vector<float>(static_cast<std::size_t>(parameter.info.shape.count()))
                                      : readChecked(weights.file, parameter.info.name, fileShape(parameter.info));
        network.backend().upload(parameter.value, std::span<const float>(values));
    }
}

void saveWeights(const std::filesystem::path& path, const Network& network, const WeightsDescription& description)
{
    SafetensorsWriter writer;
    describe(writer, network, description);
    addParameters(writer, network, path, false);
    writer.write(path);
}

void saveCheckpoint(const std::filesystem::path& path, const Network& network, const WeightsDescription& description,
                    const CheckpointState& state)
{
    SafetensorsWriter writer;
    describe(writer, network, description);
    writer.setMetadata("run", state.runJson);
    writer.setMetadata("trainer", stateJson(state));
    addParameters(writer, network, path, true);
    writer.write(path);
}

CheckpointState loadCheckpoint(const std::filesystem::path& path, Network& network)
{
    const SafetensorsFile file(path);
    CheckpointState state = readState(file);
    std::vector<std::vector<float>> values, velocities; // all is read and checked before anything changes
    for (const Parameter& parameter : network.parameters()->list) {
        if (!parameter.velocity.exists())
            throw Error(concat("A network that is not being trained cannot go on from ", path.string()));
        values.push_back(readChecked(file, parameter.info.name, fileShape(parameter.info)));
        velocities.push_back(readChecked(file, "velocity." + parameter.info.name, fileShape(parameter.info)));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Parameter& parameter = network.parameters()->list[i];
        network.backend().upload(parameter.value, std::span<const float>(values[i]));
        network.backend().upload(parameter.velocity, std::span<const float>(velocities[i]));
    }
    return state;
}

} // namespace alexscope
