// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/weight_format.h"
#include "core/storage/weights_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace alexscope {

/// Weights of another program, converted to a weight file of ours.
struct ImportedWeights {
    WeightFormat format = WeightFormat::Safetensors;
    NetworkSpec network;    ///< classes resolved
    SafetensorsWriter file; ///< the numbers of all layers that are there, with the network's text
    std::vector<std::string>
        remarks; ///< sentences: which network and why, preprocessing, normalisation, what was turned
    std::vector<std::string> missing; ///< layers without weights in the file
    std::vector<std::string> unused;  ///< what of the file the network has no place for
};

/// Reads a file of any format in weight_format.h and puts its numbers onto `network`, or where none is given onto the
/// one the file's marks and shapes point to. Colours of the first layer are reordered where the network takes them in
/// another order than the file. Layers may be missing, except the first. Throws Error: naming the file and what does
/// not fit.
ImportedWeights importWeights(const std::filesystem::path& path,
                              const std::optional<NetworkSpec>& network = std::nullopt);

/// Opens a weight file of ours as openWeights does, and any other as importWeights does, in memory. `network`: a name
/// or file that takes the place of the text in the file; empty: none does. Whole layers may be missing, see
/// WeightsFile::missing.
WeightsFile openAnyWeights(const std::filesystem::path& path, const std::string& network = {});

/// Whether importWeights would know a network for the file without being told.
bool isRecognised(const std::filesystem::path& path);

/// Throws Error naming the missing layers up to and including layer `upTo` (an index; the last layer: all of them).
void requireLayers(const WeightsFile& weights, int upTo);

} // namespace alexscope
