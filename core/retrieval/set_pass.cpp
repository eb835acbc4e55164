// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/set_pass.h"

#include "core/data/spread_pictures.h"
#include "core/error.h"
#include "core/retrieval/feature_layers.h"

#include <algorithm>

namespace alexscope {

namespace {

/// Some pictures of a set, by number.
class Picked final : public Dataset {
public:
    Picked(std::shared_ptr<const Dataset> set, std::vector<std::size_t> pictures)
        : m_set(std::move(set)), m_pictures(std::move(pictures))
    {
    }

    std::size_t size() const override { return m_pictures.size(); }
    ImageView image(std::size_t i, Image& scratch) const override { return m_set->image(m_pictures[i], scratch); }
    int label(std::size_t i) const override { return m_set->label(m_pictures[i]); }
    std::string name(std::size_t i) const override { return m_set->name(m_pictures[i]); }

private:
    std::shared_ptr<const Dataset> m_set;
    std::vector<std::size_t> m_pictures;
};

void check(const PassRequest& request)
{
    if (!request.set || request.pictures.empty())
        throw Error("There are no pictures to pass through the network");
    if (request.batch < 1 || request.readers < 1)
        throw Error(concat("Pictures cannot be passed ", request.batch, " at a time with ", request.readers,
                           " threads to read them"));
    const std::size_t last = *std::max_element(request.pictures.begin(), request.pictures.end());
    if (last >= request.set->size())
        throw Error(concat("There is no picture ", last, "; the set has ", request.set->size()));
}

} // namespace

std::vector<std::size_t> allPictures(const Dataset& set, std::size_t most)
{
    return spreadPictures(set.size(), most > 0 ? most : set.size());
}

SetPass::SetPass(Backend& backend, const FrozenNetwork& frozen, PassRequest request)
    : m_request(std::move(request)), m_augmenter(std::make_shared<const Augmenter>(augmenterOf(frozen)))
{
    check(m_request);
    for (const std::string& layer : m_request.layers)
        m_outputs.push_back(featureOutput(frozen.network, layer));
    if (m_request.probabilities)
        m_outputs.push_back(static_cast<int>(frozen.network.layers.size()) - 1);
    const std::int64_t batch = std::min(m_request.batch, static_cast<std::int64_t>(m_request.pictures.size()));
    m_network = thaw(frozen, backend, {batch, m_request.precision, false, true});
    const bool allReal =
        std::all_of(m_outputs.begin(), m_outputs.end(), [&](int layer) { return m_network->hasActivation(layer); });
    if (!allReal) // one of them lives only inside a fused kernel
        m_network = std::make_unique<Network>(
            frozen.network, backend, NetworkOptions{batch, m_request.precision, false, false}, m_network->parameters());
    m_network->setLabels({});
    for (const int layer : m_outputs)
        m_values.emplace_back(m_network->activation(layer).shape());

    BatchLoader::Options options;
    options.batch = batch;
    options.workers = m_request.readers;
    options.batches = (static_cast<std::int64_t>(m_request.pictures.size()) + batch - 1) / batch;
    options.shuffle = false;
    m_loader = std::make_unique<BatchLoader>(std::make_shared<Picked>(m_request.set, m_request.pictures), m_augmenter,
                                             options);
}

SetPass::~SetPass() = default;

const NetworkSpec& SetPass::network() const
{
    return m_network->spec();
}

Shape SetPass::shape(std::size_t layer) const
{
    return m_values.at(layer).shape.withBatch(1);
}

bool SetPass::advance()
{
    m_count = std::min(total() - m_done, static_cast<std::size_t>(m_network->options().batch));
    if (m_count == 0) {
        m_batch = nullptr;
        return false;
    }
    m_batch = &m_loader->next();
    m_network->setInput(m_batch->pictures);
    int last = -1;
    for (const int layer : m_outputs)
        last = std::max(last, m_network->kernelOf(layer));
    for (int kernel = 0; kernel <= last; ++kernel)
        m_network->forward(kernel, {Phase::Test, 0, 0});
    for (std::size_t i = 0; i < m_outputs.size(); ++i)
        m_network->backend().download(m_network->activation(m_outputs[i]), std::span<float>(m_values[i].values));
    m_done += m_count;
    return true;
}

std::span<const std::size_t> SetPass::pictures() const
{
    return std::span(m_request.pictures).subspan(m_done - m_count, m_count);
}

std::span<const std::int32_t> SetPass::labels() const
{
    return m_batch ? std::span<const std::int32_t>(m_batch->labels).first(m_count) : std::span<const std::int32_t>();
}

std::span<const float> SetPass::inputs() const
{
    const auto perPicture = static_cast<std::size_t>(m_augmenter->input().perPicture());
    return m_batch ? std::span<const float>(m_batch->pictures).first(m_count * perPicture) : std::span<const float>();
}

std::span<const float> SetPass::features(std::size_t layer) const
{
    const HostTensor& values = m_values.at(layer);
    return std::span<const float>(values.values).first(m_count * static_cast<std::size_t>(values.shape.perPicture()));
}

std::span<const float> SetPass::probabilities() const
{
    return m_request.probabilities ? features(m_values.size() - 1) : std::span<const float>();
}

} // namespace alexscope
