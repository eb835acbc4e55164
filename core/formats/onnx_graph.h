// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/foreign_model.h"

#include <memory>
#include <string>

namespace alexscope {

namespace formats::onnx {
class Model;
class Tensor;
} // namespace formats::onnx

/// An ONNX graph as a network of ours: layers named as the paper names them (conv1, relu1, norm1 …, fc6 …). What it
/// cannot be is an Error that names the operation: a graph that is no chain, operations AlexNet has not, dilated
/// convolutions. Preprocessing is left at "none" and the input's side; recipe at its defaults. Sets `model.network` and
/// `model.layers`. Private to core/formats.
void readOnnxGraph(const std::shared_ptr<const formats::onnx::Model>& onnx, ForeignModel& model);

/// The numbers of a tensor, wherever in the message they lie. Throws Error naming `origin`.
ForeignTensor onnxTensor(const std::shared_ptr<const formats::onnx::Model>& owner, const formats::onnx::Tensor& tensor,
                         const std::string& origin);

} // namespace alexscope
