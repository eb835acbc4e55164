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

/// Opens a weight file of ours, or of the folder of a run (weightsFileIn), as openWeights does, and any other as
/// importWeights does, in memory. `network` takes the place of the text in the file. Whole layers may be missing, see
/// WeightsFile::missing.
WeightsFile openAnyWeights(const std::filesystem::path& fileOrRun,
                           const std::optional<NetworkSpec>& network = std::nullopt);
/// `network`: a name or a file; empty: the text in the file stays.
WeightsFile openAnyWeights(const std::filesystem::path& fileOrRun, const std::string& network);

/// The same for somebody who looks at them, with what is to be said: which network and why, how pictures are prepared,
/// the order of colours, response normalisation, what was turned or is missing, and whose names the classes have
/// (class_names.h). `otherwise`: the name or file of a network to be tried where the file points to none. Throws Error
/// where no network fits.
DescribedWeights describeWeights(const std::filesystem::path& path, const std::string& otherwise = {});

/// Weights a run of `network` begins with: openKnownWeights for files of ours and run folders; any other is put onto
/// `network`, or where it does not fit, onto the one it points to, of which single layers may fit still.
KnownWeights openAnyKnownWeights(const std::filesystem::path& path, const NetworkSpec& network);
/// The network such weights were trained with, where that can be told. Throws Error as the above.
std::optional<NetworkSpec> networkOfWeights(const std::filesystem::path& path);

/// Whether importWeights would know a network for the file without being told.
bool isRecognised(const std::filesystem::path& path);

/// Throws Error naming the missing layers up to and including layer `upTo` (an index; the last layer: all of them).
void requireLayers(const WeightsFile& weights, int upTo);

} // namespace alexscope
