// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace alexscope {

enum class WeightFormat {
    Safetensors,
    Torch,       ///< a zip archive with a pickle, as torch.save writes since 1.6
    TorchLegacy, ///< several pickles one after the other, then the numbers
    Caffe,       ///< .caffemodel: a NetParameter
    Onnx,        ///< a ModelProto
};

/// "safetensors", "PyTorch", "Caffe", "ONNX".
std::string toText(WeightFormat format);

/// By the first bytes, whatever the name. Throws Error when they are none of these.
WeightFormat formatOf(const std::filesystem::path& path);

} // namespace alexscope
