// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/weights_file.h"

#include <filesystem>

namespace alexscope {

/// Writes a network with its weights as an ONNX file (operator set 11) that gives probabilities, "prob" [n, classes],
/// for preprocessed pictures, "image" [n, c, h, w], with n left open. Normalisation within groups becomes Split, LRN
/// and Concat; the paper's dropout the factor 1 - p. The network's text, class names and means travel as properties of
/// the file, so that importWeights gives the same network again. Replaces `path` as SafetensorsWriter::write does.
/// Throws Error: layers missing, more than 2 GiB, the disk.
void exportOnnx(const WeightsFile& weights, const std::filesystem::path& path);

} // namespace alexscope
