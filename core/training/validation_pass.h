// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batch_loader.h"
#include "core/network/network.h"
#include "core/training/set_predictions.h"

#include <cstdint>
#include <memory>

namespace alexscope {

class SpacedSubset;

/// Asks a network about pictures of a set, batch by batch, in test mode: loss and errors, and what it says of every
/// picture. Thread: the backend's.
class ValidationPass {
public:
    struct Options {
        std::int64_t pictures = 0; ///< evenly spaced ones of the set; 0 < pictures ≤ set->size()
        int workers = 1;           ///< threads that prepare batches ahead
    };
    /// The augmenter should leave nothing to chance. Keeps a reference to the network, which may have other uses
    /// between two batches.
    ValidationPass(std::shared_ptr<const Dataset> set, std::shared_ptr<const Augmenter> augmenter, Network& network,
                   Options options);
    ~ValidationPass();

    /// Waits at most `seconds` for the next batch; whether advance() would now go on without waiting.
    bool ready(double seconds) { return m_loader->waitForNext(seconds); }
    /// One batch; not after the last.
    void advance(const StepContext& context);
    bool finished() const { return m_sum.pictures >= m_options.pictures; }
    std::int64_t pictures() const { return m_options.pictures; }
    std::int64_t done() const { return m_sum.pictures; }
    /// Of the pictures done; the loss is their sum.
    const BatchResult& sum() const { return m_sum; }
    /// Once, after the last batch; of which moment it is the caller knows.
    SetPredictions predictions() { return m_tally.finish(); }

private:
    Network& m_network;
    Options m_options;
    std::shared_ptr<const Augmenter> m_augmenter;
    std::shared_ptr<const SpacedSubset> m_set;
    std::unique_ptr<BatchLoader> m_loader;
    BatchResult m_sum;
    PredictionTally m_tally;
};

} // namespace alexscope
