// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batch_loader.h"
#include "core/data/dataset.h"
#include "core/retrieval/frozen_network.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace alexscope {

/// What goes through a network, and what is wanted of it.
struct PassRequest {
    std::shared_ptr<const Dataset> set;
    std::vector<std::size_t> pictures; ///< numbers in the set, in the order in which they are passed; see allPictures
    std::vector<std::string> layers;   ///< whose features are wanted (feature_layers.h); may be empty
    bool probabilities = false;        ///< of the classes
    std::int64_t batch = 32;
    Precision precision = Precision::Fp32;
    int readers = 1; ///< threads that bring pictures in
};

/// 0 … count−1 of a set, or `most` of them (0: all), as spread_pictures.h has it.
std::vector<std::size_t> allPictures(const Dataset& set, std::size_t most = 0);

/// Pictures of a set through a network as it was at one moment: centre crop, test mode (dropout scales), batch after
/// batch. A cursor: advance() passes one batch, so that whoever owns the thread (a command, a job beside training, a
/// session between two pieces) decides when to go on, and leaving it is cancelling. Thread: the backend's. Beside
/// training that is a thread of its own with a backend of its own: see cpu::entryBeside().
class SetPass {
public:
    /// Throws Error when the network or its weights are unfit, a layer is unknown or a picture is not in the set.
    /// Keeps a reference to `backend`.
    SetPass(Backend& backend, const FrozenNetwork& frozen, PassRequest request);
    ~SetPass();
    SetPass(const SetPass&) = delete;
    SetPass& operator=(const SetPass&) = delete;

    std::size_t done() const { return m_done; }
    std::size_t total() const { return m_request.pictures.size(); }
    const PassRequest& request() const { return m_request; }
    const Augmenter& augmenter() const { return *m_augmenter; }
    const NetworkSpec& network() const;
    /// Output of a wanted layer, one picture.
    Shape shape(std::size_t layer) const;

    /// Passes the next batch; false when all are passed (what follows is then empty). Throws Error when a picture
    /// cannot be read.
    bool advance();

    // The batch passed last; valid until the next advance().
    std::span<const std::size_t> pictures() const;
    std::span<const std::int32_t> labels() const;
    /// What the network got: c·h·w numbers a picture.
    std::span<const float> inputs() const;
    /// Features of wanted layer `layer` (index into request().layers): c·h·w numbers a picture, one picture after the
    /// other.
    std::span<const float> features(std::size_t layer) const;
    /// Softmax over the classes; empty unless asked for.
    std::span<const float> probabilities() const;

private:
    PassRequest m_request;
    std::shared_ptr<const Augmenter> m_augmenter;
    std::unique_ptr<Network> m_network;
    std::vector<int> m_outputs; ///< layers whose activations are downloaded, probabilities last
    std::vector<HostTensor> m_values;
    std::unique_ptr<BatchLoader> m_loader;
    const Batch* m_batch = nullptr;
    std::size_t m_done = 0, m_count = 0;
};

} // namespace alexscope
