// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/weight_format.h"
#include "core/network/network_spec.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What readers of other programs' weight files hand to the importer: names, shapes and what the file says of itself.
/// The numbers stay in the file until asked for.
namespace alexscope {

struct ForeignTensor {
    std::string name;
    std::vector<std::int64_t> shape;          ///< checked: product within 2^31, and no more than the file holds
    std::function<std::vector<float>()> read; ///< throws Error; owns what it needs
};

/// One layer with weights, as the file has it.
struct ForeignLayer {
    std::string name;
    std::optional<ForeignTensor> weight, bias;
    bool transposed = false; ///< the weight lies as [inputs, outputs]
};

struct ForeignModel {
    std::filesystem::path path;
    WeightFormat format = WeightFormat::Safetensors;
    std::vector<ForeignLayer> layers;  ///< from the picture on, where the file has an order
    std::vector<std::string> unused;   ///< tensors that belong to no layer
    std::optional<ChannelOrder> order; ///< of the first layer's channels, where the format or the file says it
    std::string builtIn;               ///< the built-in network that the file's marks point to; may be empty
    std::string marks;                 ///< and what these marks are, to go on from "because "
    std::optional<NetworkSpec> graph;  ///< what the file itself computes (ONNX); its preprocessing is not known
    /// Of a file of ours: its text, and the metadata and mean picture as weights_file.h has them; may be empty.
    std::optional<NetworkSpec> own;
    std::string classes, preprocessing;
    std::optional<ForeignTensor> meanPicture;
    std::vector<LrnSpec> responses; ///< response normalisations as the file has them, where it says so
};

inline constexpr std::size_t mostTensors = 10'000, longestTensorName = 256; ///< of a file

/// Product of a shape from a file. Throws Error "origin: name …" for a negative extent or more than 2^31 numbers.
std::int64_t checkedCount(const std::vector<std::int64_t>& shape, const std::string& origin, const std::string& name);

/// Tensors named LAYER.weight and LAYER.bias as layers, in the order in which they first occur, where torchvision's
/// names ("features.0", "classifier.6") do not tell another; the rest goes to `unused`.
void groupIntoLayers(std::vector<ForeignTensor> tensors, ForeignModel& model);

// One reader a format; each throws Error, naming the file and the fault.
ForeignModel readSafetensorsModel(const std::filesystem::path& path);
ForeignModel readTorchModel(const std::filesystem::path& path);
ForeignModel readCaffeModel(const std::filesystem::path& path);
ForeignModel readOnnxModel(const std::filesystem::path& path);
/// The one its content asks for.
ForeignModel readForeignModel(const std::filesystem::path& path);

} // namespace alexscope
