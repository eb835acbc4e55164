// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/layer_spec.h"

namespace alexscope {

namespace {

struct KindName {
    std::string operator()(const ConvolutionSpec&) const { return "convolution"; }
    std::string operator()(const LinearSpec&) const { return "linear"; }
    std::string operator()(const ActivationSpec& activation) const
    {
        switch (activation.kind) {
        case ActivationKind::Relu:
            return "relu";
        case ActivationKind::Tanh:
            return "tanh";
        case ActivationKind::Sigmoid:
            return "sigmoid";
        }
        return {};
    }
    std::string operator()(const LrnSpec&) const { return "lrn"; }
    std::string operator()(const PoolingSpec& pooling) const
    {
        return pooling.kind == PoolingKind::Max ? "max-pooling" : "average-pooling";
    }
    std::string operator()(const DropoutSpec&) const { return "dropout"; }
    std::string operator()(const SoftmaxLossSpec&) const { return "softmax-loss"; }
};

} // namespace

std::string kindName(const LayerSpec& layer)
{
    return std::visit(KindName{}, layer.operation);
}

} // namespace alexscope
