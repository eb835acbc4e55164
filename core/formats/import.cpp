// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/import.h"

#include "core/error.h"
#include "core/formats/class_names.h"
#include "core/formats/foreign_model.h"
#include "core/formats/network_choice.h"
#include "core/formats/network_difference.h"
#include "core/network/network_text.h"
#include "core/readable_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alexscope {

namespace {

constexpr std::size_t colours = 3;

const char* toText(ChannelOrder order)
{
    return order == ChannelOrder::Bgr ? "blue, green, red" : "red, green, blue";
}

/// A list as people write it, of at most ten.
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i ? ", " : "") + names[i];
    return names.size() > most ? text + ", …" : text;
}

/// Filters over the colours in the other order; each filter is c planes.
void reverseColours(std::vector<float>& values, const Shape& shape)
{
    const auto plane = static_cast<std::size_t>(shape.area());
    for (std::size_t filter = 0; filter < static_cast<std::size_t>(shape.n); ++filter) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(filter * colours * plane);
        std::swap_ranges(first, first + static_cast<std::ptrdiff_t>(plane),
                         first + static_cast<std::ptrdiff_t>(2 * plane));
    }
}

std::string numbers(const std::array<double, colours>& values)
{
    return concat(values[0], ", ", values[1], ", ", values[2]);
}

/// One sentence a step, so that each can be shown in another language.
std::vector<std::string> preprocessingSentences(const NetworkSpec& network)
{
    const Preprocessing& p = network.preprocessing;
    std::vector<std::string> said{concat(p.stretch ? "Pictures are squeezed to " : "Pictures are scaled to ",
                                         p.resize > 0 ? p.resize : static_cast<int>(network.input.h),
                                         " and cropped to ", network.input.h, "."),
                                  concat("Colours go in as ", toText(p.order), ".")};
    if (p.mean == MeanKind::Picture)
        said.emplace_back("The mean picture of the training set is subtracted.");
    else if (p.mean == MeanKind::Channel && p.meanFromData)
        said.emplace_back("The mean colour of the training set is subtracted.");
    else if (p.mean == MeanKind::Channel)
        said.push_back(concat("The mean colour ", numbers(p.channelMean), " (red, green, blue) is subtracted."));
    if (p.scale != 1)
        said.push_back(concat("The rest is multiplied by ", p.scale, "."));
    if (p.deviation != std::array<double, colours>{1, 1, 1})
        said.push_back(concat("It is divided by ", numbers(p.deviation), " (red, green, blue)."));
    return said;
}

std::string responseSentence(const NetworkSpec& network)
{
    for (const LayerSpec& layer : network.layers)
        if (const auto* lrn = layer.as<LrnSpec>())
            return concat("Response normalisation: n ", lrn->n, ", k ", lrn->k, ", alpha ", lrn->alpha,
                          lrn->convention == AlphaConvention::DividedByN ? " divided by n, beta "
                                                                         : " as printed in the paper, beta ",
                          lrn->beta, ".");
    return "There is no response normalisation.";
}

class Importer {
public:
    Importer(const ForeignModel& model, const std::optional<NetworkSpec>& given)
        : m_model(model), m_choice(chooseNetwork(model, given))
    {
    }

    ImportedWeights run()
    {
        if (m_choice.mapping.pairs.empty())
            throw Error(concat(m_model.path.string(), ": the network ", network().name, " has no weights"));
        m_result.format = m_model.format;
        m_result.network = network();
        m_result.remarks = preprocessingSentences(network());
        m_result.remarks.insert(m_result.remarks.begin(), m_choice.reason);
        m_result.remarks.push_back(responseSentence(network()));
        m_result.unused = m_choice.mapping.unused;
        m_result.unused.insert(m_result.unused.end(), m_model.unused.begin(), m_model.unused.end());
        compareWithFile();
        describe();
        for (const ParameterInfo& info : parametersOf(network()))
            addParameter(info);
        nameMissing();
        return std::move(m_result);
    }

private:
    const NetworkSpec& network() const { return m_choice.mapping.network; }
    bool isFirst(const ParameterInfo& info) const { return info.layer == m_choice.mapping.pairs.front().layer; }

    /// What a network that was named computes otherwise than the file says.
    void compareWithFile()
    {
        if (m_model.graph)
            if (const std::string difference = firstDifference(network(), *m_model.graph); !difference.empty())
                m_result.remarks.push_back(
                    concat("This network does not compute what the file's graph does: ", difference, "."));
        std::size_t next = 0;
        for (const LayerSpec& layer : network().layers) {
            const auto* lrn = layer.as<LrnSpec>();
            if (!lrn || next >= m_model.responses.size())
                continue;
            const LrnSpec& theirs = m_model.responses[next++];
            constexpr double closeness = 1e-5; // the file's numbers are float32
            if (lrn->n != theirs.n || std::abs(lrn->scale() - theirs.scale()) > closeness * theirs.scale() ||
                std::abs(lrn->k - theirs.k) > closeness || std::abs(lrn->beta - theirs.beta) > closeness)
                m_result.remarks.push_back(concat("The file normalises with n ", theirs.n, ", k ", theirs.k, ", alpha ",
                                                  theirs.alpha, " divided by n, beta ", theirs.beta, "; ", layer.name,
                                                  " of this network does not."));
        }
    }

    void describe()
    {
        m_result.file.setMetadata("format", "alexscope");
        m_result.file.setMetadata("network", formatNetwork(network()));
        m_result.file.setMetadata("source", alexscope::toText(m_model.format) + " file");
        if (!m_model.classes.empty())
            m_result.file.setMetadata("classes", m_model.classes);
        if (!m_model.preprocessing.empty())
            m_result.file.setMetadata("preprocessing", m_model.preprocessing);
        if (m_model.meanPicture)
            m_result.file.add("preprocessing.mean", m_model.meanPicture->shape, m_model.meanPicture->read());
    }

    void addParameter(const ParameterInfo& info)
    {
        const auto pair = std::find_if(m_choice.mapping.pairs.begin(), m_choice.mapping.pairs.end(),
                                       [&](const LayerMapping::Pair& p) { return p.layer == info.layer; });
        if (!pair->source)
            return;
        const std::optional<ForeignTensor>& tensor = info.isBias ? pair->source->bias : pair->source->weight;
        std::vector<float> values(tensor ? 0 : static_cast<std::size_t>(info.shape.count()));
        if (tensor)
            values = numbersOf(*tensor, info, pair->source->transposed);
        else
            m_result.remarks.push_back(concat(readable(pair->source->name), " has no biases in the file; they are 0."));
        if (isFirst(info) && !info.isBias)
            orderColours(values, info);
        const std::vector<std::int64_t> all{info.shape.n, info.shape.c, info.shape.h, info.shape.w};
        m_result.file.add(info.name, {all.begin(), all.begin() + info.rank}, std::move(values));
    }

    void orderColours(std::vector<float>& values, const ParameterInfo& info)
    {
        if (!m_model.order || info.rank != 4 || info.shape.c != static_cast<std::int64_t>(colours))
            return;
        const ChannelOrder wanted = network().preprocessing.order;
        if (wanted == *m_model.order)
            return;
        reverseColours(values, info.shape);
        m_result.remarks.push_back(concat("The file takes colours as ", toText(*m_model.order), ", this network as ",
                                          toText(wanted), "; the first layer's filters were reordered."));
    }

    void nameMissing()
    {
        for (const LayerMapping::Pair& pair : m_choice.mapping.pairs)
            if (!pair.source)
                m_result.missing.push_back(network().layers[static_cast<std::size_t>(pair.layer)].name);
        if (!m_result.missing.empty())
            m_result.remarks.push_back(concat("The file has no weights for ", listed(m_result.missing),
                                              "; what comes before can be looked at, predictions cannot be made."));
    }

    const ForeignModel& m_model;
    NetworkChoice m_choice;
    ImportedWeights m_result;
};

/// The text of the file itself, with as many classes as its last layer has outputs.
std::optional<NetworkSpec> networkInstead(const ForeignModel& model, const std::optional<NetworkSpec>& given)
{
    return given ? std::optional(mapLayers(model, *given).network) : std::nullopt;
}

/// What the file points to, else `otherwise` where that fits.
ImportedWeights importOr(const ForeignModel& model, const std::string& otherwise)
{
    try {
        return Importer(model, std::nullopt).run();
    } catch (const Error&) {
        if (otherwise.empty() || !mapLayers(model, loadNetwork(otherwise)).fault.empty())
            throw;
    }
    return Importer(model, loadNetwork(otherwise)).run();
}

} // namespace

ImportedWeights importWeights(const std::filesystem::path& path, const std::optional<NetworkSpec>& network)
{
    const ForeignModel model = readForeignModel(path);
    return Importer(model, network).run();
}

WeightsFile openAnyWeights(const std::filesystem::path& fileOrRun, const std::optional<NetworkSpec>& network)
{
    const std::filesystem::path path = weightsFileIn(fileOrRun);
    const ForeignModel model = readForeignModel(path);
    if (model.format == WeightFormat::Safetensors && model.own)
        return openWeights(SafetensorsFile(path), networkInstead(model, network), Absent::Listed);
    const ImportedWeights imported = Importer(model, network).run();
    return openWeights(imported.file.inMemory(path), std::nullopt, Absent::Listed);
}

WeightsFile openAnyWeights(const std::filesystem::path& fileOrRun, const std::string& network)
{
    return openAnyWeights(fileOrRun, network.empty() ? std::nullopt : std::optional(loadNetwork(network)));
}

DescribedWeights describeWeights(const std::filesystem::path& path, const std::string& otherwise)
{
    const ForeignModel model = readForeignModel(path);
    ImportedWeights imported = importOr(model, otherwise);
    const bool own = model.format == WeightFormat::Safetensors && model.own;
    WeightsFile weights =
        openWeights(own ? SafetensorsFile(path) : imported.file.inMemory(path), std::nullopt, Absent::Listed);
    const ClassNames names = classNamesBeside(path, static_cast<std::size_t>(weights.network.outputClasses()));
    if (weights.classNames.empty() && !names.names.empty()) {
        weights.classNames = names.names;
        imported.remarks.push_back(concat("Its classes have the names in ", names.file.filename().string(), "."));
    }
    return {std::move(weights), std::move(imported.remarks)};
}

KnownWeights openAnyKnownWeights(const std::filesystem::path& path, const NetworkSpec& network)
{
    if (std::filesystem::is_directory(path))
        return openKnownWeights(path);
    const ForeignModel model = readForeignModel(path);
    const bool safetensors = model.format == WeightFormat::Safetensors;
    if (safetensors && model.own)
        return openKnownWeights(path);
    try {
        return openKnownWeights(Importer(model, network.withOpenClasses()).run().file.inMemory(path));
    } catch (const Error&) {
        // of another network: layers may fit one by one
    }
    try {
        return openKnownWeights(Importer(model, std::nullopt).run().file.inMemory(path));
    } catch (const Error&) {
        if (!safetensors)
            throw;
    }
    return openKnownWeights(path); // bare, but its layers may have our names
}

std::optional<NetworkSpec> networkOfWeights(const std::filesystem::path& path)
{
    if (std::filesystem::is_directory(path))
        return openKnownWeights(path).network;
    const ForeignModel model = readForeignModel(path);
    if (model.own)
        return model.own;
    return chooseNetwork(model, std::nullopt).mapping.network;
}

bool isRecognised(const std::filesystem::path& path)
{
    const ForeignModel model = readForeignModel(path);
    if (model.own || model.graph || !model.builtIn.empty())
        return true;
    const std::vector<std::string> names = builtInNetworkNames();
    return std::count_if(names.begin(), names.end(), [&](const std::string& name) {
               return mapLayers(model, loadNetwork(name)).fault.empty();
           }) == 1;
}

void requireLayers(const WeightsFile& weights, int upTo)
{
    std::vector<std::string> lacking;
    for (int i = 0; i <= upTo && i < static_cast<int>(weights.network.layers.size()); ++i) {
        const std::string& name = weights.network.layers[static_cast<std::size_t>(i)].name;
        if (std::find(weights.missing.begin(), weights.missing.end(), name) != weights.missing.end())
            lacking.push_back(name);
    }
    if (!lacking.empty())
        throw Error(concat(weights.file.path().string(), ": has no weights for ", listed(lacking),
                           "; only what comes before can be computed"));
}

} // namespace alexscope
