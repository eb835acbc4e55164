// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/starting_weights.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <iomanip>
#include <utility>

namespace alexscope {

namespace {

/// FNV-1a over whole numbers instead of bytes: it has to notice another file, not an enemy.
class Digest {
public:
    void add(std::span<const float> values)
    {
        for (const float value : values)
            m_state = (m_state ^ std::bit_cast<std::uint32_t>(value)) * 0x100000001b3u;
    }
    std::string text() const
    {
        std::ostringstream out;
        out << std::hex << std::setw(16) << std::setfill('0') << m_state;
        return out.str();
    }

private:
    std::uint64_t m_state = 0xcbf29ce484222325u;
};

std::string sides(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t side : shape)
        text += concat(text.empty() ? "" : "×", side);
    return text;
}

/// Both or neither: a bias without its weights means nothing.
LayerStart startOf(const SafetensorsFile& file, const std::string& layer, const ParameterInfo& weight,
                   const ParameterInfo& bias)
{
    LayerStart start{layer, LayerStart::Source::Absent, {}, fileShape(weight)};
    const StoredTensor* storedWeight = file.find(weight.name);
    const StoredTensor* storedBias = file.find(bias.name);
    if (storedWeight)
        start.inFile = storedWeight->shape;
    if (!storedWeight || !storedBias)
        return start;
    const bool same = storedWeight->shape == fileShape(weight) && storedBias->shape == fileShape(bias);
    start.source = same ? LayerStart::Source::Known : LayerStart::Source::OtherShape;
    return start;
}

std::string listOf(const std::vector<LayerStart>& layers, LayerStart::Source source)
{
    std::string list;
    for (const LayerStart& layer : layers)
        if (layer.source == source)
            list += concat(list.empty() ? "" : ", ", layer.layer);
    return list;
}

/// Whether pictures reach the first layer on the same scale.
bool treatsAlike(const Preprocessing& a, const Preprocessing& b)
{
    const bool sameMean =
        a.mean == b.mean && a.meanFromData == b.meanFromData && (a.meanFromData || a.channelMean == b.channelMean);
    return sameMean && a.order == b.order && a.scale == b.scale && a.deviation == b.deviation;
}

} // namespace

StartingWeights::StartingWeights(const std::filesystem::path& path, const NetworkSpec& network,
                                 const std::vector<std::string>& classNames)
    : StartingWeights(openKnownWeights(path), network, classNames)
{
}

StartingWeights::StartingWeights(KnownWeights known, const NetworkSpec& network,
                                 const std::vector<std::string>& classNames)
    : m_known(std::move(known)), m_network(network)
{
    const std::vector<ParameterInfo> parameters = parametersOf(network);
    const bool otherClasses = !classNames.empty() && !m_known.classNames.empty() && classNames != m_known.classNames;
    for (std::size_t i = 0; i + 1 < parameters.size(); i += 2) { // weight and bias of a layer follow each other
        const int layer = parameters[i].layer;
        LayerStart start = startOf(m_known.file, network.layers[static_cast<std::size_t>(layer)].name, parameters[i],
                                   parameters[i + 1]);
        const bool fits = start.source == LayerStart::Source::Known;
        if (layer == network.classLayer() && (!fits || otherClasses))
            start.source = LayerStart::Source::NewClasses;
        m_layers.push_back(std::move(start));
    }
    if (listOf(m_layers, LayerStart::Source::Known).empty())
        throw Error(concat(file().string(), ": none of its layers has the name and shape of one of network ",
                           network.name, "; there is nothing to begin with"));
}

bool StartingWeights::takes(const std::string& layer) const
{
    return std::any_of(m_layers.begin(), m_layers.end(), [&](const LayerStart& start) {
        return start.layer == layer && start.source == LayerStart::Source::Known;
    });
}

std::string StartingWeights::loadInto(Network& network) const
{
    Digest digest;
    for (const Parameter& parameter : network.parameters()->list) {
        if (!takes(m_network.layers[static_cast<std::size_t>(parameter.info.layer)].name))
            continue;
        const std::vector<float> numbers = values(parameter.info);
        digest.add(numbers);
        network.backend().upload(parameter.value, std::span<const float>(numbers));
    }
    return digest.text();
}

/// A mean picture of another side cannot be subtracted.
bool StartingWeights::bringsMean(int meanSide) const
{
    if (m_known.statistics.picturesUsed == 0)
        return false;
    return m_network.preprocessing.mean != MeanKind::Picture || m_known.statistics.meanSide == meanSide;
}

SetStatistics StartingWeights::statistics(SetStatistics ofData) const
{
    if (!bringsMean(ofData.meanSide))
        return ofData;
    ofData.channelMean = m_known.statistics.channelMean;
    if (m_network.preprocessing.mean == MeanKind::Picture)
        ofData.meanPicture = m_known.statistics.meanPicture;
    return ofData;
}

std::vector<std::string> StartingWeights::remarks() const
{
    std::vector<std::string> said{
        concat("Taken from ", file().string(), ": ", listOf(m_layers, LayerStart::Source::Known))};
    if (const std::string list = listOf(m_layers, LayerStart::Source::NewClasses); !list.empty())
        said.push_back(concat("Drawn anew from the seed, for the classes of this set: ", list));
    const Preprocessing& preprocessing = m_network.preprocessing;
    const bool subtracts = preprocessing.mean == MeanKind::Picture ||
                           (preprocessing.mean == MeanKind::Channel && preprocessing.meanFromData);
    if (subtracts && m_known.statistics.picturesUsed > 0)
        said.emplace_back("Pictures have the mean subtracted that these weights have learned with");
    return said;
}

std::vector<std::string> StartingWeights::warnings() const
{
    std::vector<std::string> said;
    if (const std::string list = listOf(m_layers, LayerStart::Source::Absent); !list.empty())
        said.push_back(concat("Drawn from the seed, since ", file().string(), " holds no weights for them: ", list));
    std::string others;
    for (const LayerStart& start : m_layers)
        if (start.source == LayerStart::Source::OtherShape)
            others += concat(others.empty() ? "" : ", ", start.layer, " (", sides(start.inFile), " there, ",
                             sides(start.wanted), " here)");
    if (!others.empty())
        said.push_back(concat("Drawn from the seed, since their shapes are others in ", file().string(), ": ", others));
    if (m_known.network && !treatsAlike(m_known.network->preprocessing, m_network.preprocessing))
        said.push_back(
            concat("The weights in ", file().string(),
                   " have learned from pictures prepared otherwise (mean, scale or order of colours) than this "
                   "network's text says: the layers taken see other numbers than they know"));
    return said;
}

} // namespace alexscope
