// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/environment.h"
#include "core/data/augmenter.h"
#include "core/storage/weights_file.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alexscope::cli {

/// The options of every command that computes with a weights file.
struct ModelOptions {
    std::string weights, network, device = "auto", precision = "auto";
    std::optional<NetworkSpec>
        known; ///< the weights' network where it is known already; else `network` and the file say it
};
void addModelOptions(Command command, ModelOptions& options);

/// Adds --device and --precision alone.
void addDeviceOptions(Command command, std::string& device, std::string& precision);

/// Weights in a network on a device, ready to compute. Members end in the right order.
struct Model {
    std::unique_ptr<Backend> backend;
    WeightsFile weights;
    Precision precision = Precision::Fp32;

    /// A network with the file's weights.
    std::unique_ptr<Network> makeNetwork(std::int64_t batch, bool training, bool fuse) const;
    /// Turns pictures into input as in training, without chance. Throws Error where the mean is to come from the
    /// training set and the file holds none.
    Augmenter augmenter() const;
    /// Name of a class, or its number.
    std::string className(std::size_t i) const;
};
/// Weights of any format that is known (core/formats), or the folder of a run. `upTo`: the last layers the command
/// computes; the file may lack those after them. Empty names, or none: all are needed.
Model openModel(const Environment& environment, const ModelOptions& options, const std::vector<std::string>& upTo = {});

/// No chance in anything: the centre crop, not mirrored.
Augmentation withoutChance();

/// The probabilities of `pictures` crops (each c·h·w numbers), in runs of the network's batch.
std::vector<std::vector<float>> classify(Network& network, std::span<const float> input);

} // namespace alexscope::cli
