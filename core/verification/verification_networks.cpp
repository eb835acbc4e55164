// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/verification_networks.h"

#include <cmath>

namespace alexscope {
namespace {

/// Weights just wide enough that a small network does not die out.
Initialisation initial(int fanIn)
{
    return {1.2 / std::sqrt(fanIn), 0.1};
}

LayerSpec convolution(const char* name, int channels, int filters, int size, int stride, int pad, int groups,
                      Rounding rounding = Rounding::Floor)
{
    ConvolutionSpec spec{filters, size, stride, pad, groups, rounding, initial(channels / groups * size * size), {}};
    return {name, spec};
}

LayerSpec linear(const char* name, int inputs, int outputs)
{
    return {name, LinearSpec{outputs, initial(inputs), {}}};
}

LayerSpec activation(const char* name, ActivationKind kind = ActivationKind::Relu)
{
    return {name, ActivationSpec{kind}};
}

LayerSpec lrn(const char* name)
{
    return {name, LrnSpec{5, 2, 0.05, 0.75, AlphaConvention::Paper, 1}};
}

LayerSpec maxPooling(const char* name)
{
    return {name, PoolingSpec{PoolingKind::Max, 3, 2, 0, Rounding::Floor}};
}

} // namespace

NetworkSpec tinyAlexNet()
{
    NetworkSpec network;
    network.name = "tiny-alexnet";
    network.input = {1, 3, 67, 67};
    network.classes = 10;
    network.layers = {convolution("conv1", 3, 8, 11, 4, 0, 1),
                      activation("relu1"),
                      lrn("norm1"),
                      maxPooling("pool1"),
                      convolution("conv2", 8, 12, 5, 1, 2, 2),
                      activation("relu2"),
                      lrn("norm2"),
                      maxPooling("pool2"),
                      convolution("conv3", 12, 16, 3, 1, 1, 1),
                      activation("relu3"),
                      convolution("conv4", 16, 16, 3, 1, 1, 2),
                      activation("relu4"),
                      convolution("conv5", 16, 12, 3, 1, 1, 2),
                      activation("relu5"),
                      maxPooling("pool5"),
                      linear("fc6", 12, 24),
                      activation("relu6"),
                      linear("fc7", 24, 20),
                      activation("relu7"),
                      linear("fc8", 20, 10),
                      {"prob", SoftmaxLossSpec{}}};
    return network;
}

NetworkSpec tinyVariety()
{
    NetworkSpec network;
    network.name = "tiny-variety";
    network.input = {1, 3, 38, 41};
    network.classes = 7;
    network.layers = {convolution("conv1", 3, 16, 7, 3, 0, 1, Rounding::Ceil),
                      {"norm1", LrnSpec{5, 1, 0.1, 0.75, AlphaConvention::DividedByN, 2}},
                      activation("relu1"),
                      {"pool1", PoolingSpec{PoolingKind::Max, 3, 2, 1, Rounding::Ceil}},
                      convolution("conv2", 16, 20, 3, 1, 1, 4),
                      activation("tanh2", ActivationKind::Tanh),
                      {"pool2", PoolingSpec{PoolingKind::Average, 3, 2, 0, Rounding::Ceil}},
                      {"norm2", LrnSpec{3, 2, 0.05, 0.5, AlphaConvention::Paper, 1}},
                      linear("fc3", 180, 33),
                      activation("relu3"),
                      {"drop3", DropoutSpec{0.5, DropoutConvention::Paper}},
                      linear("fc4", 33, 19),
                      activation("sigmoid4", ActivationKind::Sigmoid),
                      {"drop4", DropoutSpec{0.25, DropoutConvention::Inverted}},
                      linear("fc5", 19, 7),
                      {"prob", SoftmaxLossSpec{}}};
    std::get<ConvolutionSpec>(network.layers[0].operation).rates = {1, 2, 1, 0};
    std::get<ConvolutionSpec>(network.layers[4].operation).initial.weightStd /= 3; // tanh2 is to bend, not to saturate
    std::get<LinearSpec>(network.layers[8].operation).rates = {0.5, 0, 3, 1};
    return network;
}

} // namespace alexscope
