// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/validation_pass.h"

#include "core/training/picture_feeding.h"
#include "core/training/spaced_subset.h"

#include <algorithm>

namespace alexscope {

ValidationPass::ValidationPass(std::shared_ptr<const Dataset> set, std::shared_ptr<const Augmenter> augmenter,
                               Network& network, Options options)
    : m_network(network), m_options(options), m_augmenter(std::move(augmenter)),
      m_set(std::make_shared<SpacedSubset>(set, static_cast<std::size_t>(options.pictures))),
      m_tally(options.pictures, static_cast<std::int64_t>(set->size()), network.spec().outputClasses())
{
    const std::int64_t batch = network.options().batch;
    BatchLoader::Options loading;
    loading.batch = batch;
    loading.batches = (options.pictures + batch - 1) / batch;
    loading.workers = options.workers;
    loading.shuffle = false;
    loading.bytes = network.backend().takesPictures();
    m_loader = std::make_unique<BatchLoader>(m_set, m_augmenter, loading);
}

ValidationPass::~ValidationPass() = default;

void ValidationPass::advance(const StepContext& context)
{
    const Batch& batch = m_loader->next();
    const auto wanted = std::min(static_cast<std::int64_t>(batch.labels.size()), m_options.pictures - m_sum.pictures);
    const auto count = static_cast<std::size_t>(wanted);
    feedPictures(batch, *m_augmenter, nullptr, m_network); // those beyond `count` are padding
    m_network.setLabels(std::span(batch.labels).first(count));
    m_network.forward(context);
    const BatchResult result = m_network.result();
    m_sum.pictures += result.pictures;
    m_sum.loss += result.loss * static_cast<double>(result.pictures);
    m_sum.top1Errors += result.top1Errors;
    m_sum.top5Errors += result.top5Errors;

    const HostTensor output =
        m_network.download(m_network.activation(static_cast<int>(m_network.spec().layers.size()) - 1));
    const auto classes = static_cast<std::size_t>(m_network.spec().outputClasses());
    for (std::size_t i = 0; i < count; ++i)
        m_tally.take(static_cast<std::uint32_t>(m_set->original(batch.indices[i])), batch.labels[i],
                     std::span(output.values).subspan(i * classes, classes));
}

} // namespace alexscope
