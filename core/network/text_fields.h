// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <array>
#include <utility>

/// Which keys each section has, their ranges and their choices, once: the reader and the writer both visit these lists.
/// A visitor has: name, title, shape, whole, number, flag, choice, triple, numbers, layerRates, outputs (see
/// SectionReader).
namespace alexscope {

enum class Presence { Optional, Required };

template <typename T>
using Choice = std::pair<const char*, T>;

inline constexpr std::array<Choice<Rounding>, 2> roundings{{{"floor", Rounding::Floor}, {"ceil", Rounding::Ceil}}};
inline constexpr std::array<Choice<AlphaConvention>, 2> alphaConventions{
    {{"paper", AlphaConvention::Paper}, {"divided-by-n", AlphaConvention::DividedByN}}};
inline constexpr std::array<Choice<DropoutConvention>, 2> dropoutConventions{
    {{"paper", DropoutConvention::Paper}, {"inverted", DropoutConvention::Inverted}}};
inline constexpr std::array<Choice<ChannelOrder>, 2> channelOrders{
    {{"rgb", ChannelOrder::Rgb}, {"bgr", ChannelOrder::Bgr}}};
inline constexpr std::array<Choice<MeanKind>, 3> meanKinds{
    {{"none", MeanKind::None}, {"channel", MeanKind::Channel}, {"picture", MeanKind::Picture}}};
inline constexpr std::array<Choice<ScheduleKind>, 3> scheduleKinds{
    {{"fixed", ScheduleKind::Fixed}, {"steps", ScheduleKind::Steps}, {"plateau", ScheduleKind::Plateau}}};

template <typename Visitor>
void visitNetwork(Visitor& v, NetworkSpec& network)
{
    v.name("name", network.name);
    v.title("title", network.title);
    v.shape("input", network.input);
    v.whole("classes", network.classes, 1, 1 << 24);
}

template <typename Visitor>
void visitFields(Visitor& v, Preprocessing& preprocessing)
{
    v.whole("resize", preprocessing.resize, 0, 65536);
    v.flag("stretch", preprocessing.stretch);
    v.choice("order", preprocessing.order, channelOrders);
    v.choice("mean", preprocessing.mean, meanKinds);
    bool given = preprocessing.mean == MeanKind::Channel && !preprocessing.meanFromData;
    v.triple("channelMean", preprocessing.channelMean, -1e6, 1e6, &given);
    preprocessing.meanFromData = !given;
    v.number("scale", preprocessing.scale, 1e-9, 1e9);
    v.triple("deviation", preprocessing.deviation, 1e-9, 1e9, nullptr);
}

template <typename Visitor>
void visitFields(Visitor& v, Recipe& recipe)
{
    v.whole("batch", recipe.batch, 1, 65536);
    v.number("epochs", recipe.epochs, 0, 1e6);
    v.whole("iterations", recipe.iterations, 0, 1'000'000'000);
    v.number("learningRate", recipe.learningRate, 0, 1000);
    v.number("momentum", recipe.momentum, 0, 0.9999);
    v.number("weightDecay", recipe.weightDecay, 0, 1000);
    v.layerRates("layerRates", recipe.layerRates);
    v.choice("schedule", recipe.schedule.kind, scheduleKinds);
    v.number("divisor", recipe.schedule.divisor, 1, 1e6);
    v.numbers("stepEpochs", recipe.schedule.epochs, 0, 1e6);
    v.whole("patience", recipe.schedule.patience, 1, 1'000'000);
    v.whole("reductions", recipe.schedule.reductions, 0, 1000);
    v.flag("randomCrop", recipe.augmentation.randomCrop);
    v.whole("pad", recipe.augmentation.pad, 0, 1024);
    v.flag("reflect", recipe.augmentation.reflect);
    v.number("colourSigma", recipe.augmentation.colourSigma, 0, 1000);
    v.number("validateEvery", recipe.validateEvery, 0, 1e6);
    v.number("colourOffLast", recipe.colourOffLast, 0, 1e6);
}

template <typename Visitor>
void visitParameters(Visitor& v, Initialisation& initial, RateFactors& rates)
{
    v.number("weightStd", initial.weightStd, 0, 1000);
    v.number("bias", initial.bias, -1000, 1000);
    v.number("weightRate", rates.weightRate, 0, 1000);
    v.number("biasRate", rates.biasRate, 0, 1000);
    v.number("weightDecay", rates.weightDecay, 0, 1000);
    v.number("biasDecay", rates.biasDecay, 0, 1000);
}

template <typename Visitor>
void visitWindow(Visitor& v, int& size, int& stride, int& pad, Rounding& rounding)
{
    v.whole("size", size, 1, 1024, Presence::Required);
    v.whole("stride", stride, 1, 1024);
    v.whole("pad", pad, 0, 1023);
    v.choice("rounding", rounding, roundings);
}

template <typename Visitor>
void visitFields(Visitor& v, ConvolutionSpec& convolution)
{
    v.whole("filters", convolution.filters, 1, 65536, Presence::Required);
    visitWindow(v, convolution.size, convolution.stride, convolution.pad, convolution.rounding);
    v.whole("groups", convolution.groups, 1, 65536);
    visitParameters(v, convolution.initial, convolution.rates);
}

template <typename Visitor>
void visitFields(Visitor& v, LinearSpec& linear)
{
    v.outputs("outputs", linear.outputs, 1 << 24);
    visitParameters(v, linear.initial, linear.rates);
}

template <typename Visitor>
void visitFields(Visitor&, ActivationSpec&)
{
}

template <typename Visitor>
void visitFields(Visitor& v, LrnSpec& lrn)
{
    v.whole("n", lrn.n, 1, 65535);
    v.number("k", lrn.k, 1e-9, 1e9);
    v.number("alpha", lrn.alpha, 0, 1e9);
    v.number("beta", lrn.beta, 0, 100);
    v.choice("convention", lrn.convention, alphaConventions);
    v.whole("groups", lrn.groups, 1, 65536);
}

template <typename Visitor>
void visitFields(Visitor& v, PoolingSpec& pooling)
{
    visitWindow(v, pooling.size, pooling.stride, pooling.pad, pooling.rounding);
}

template <typename Visitor>
void visitFields(Visitor& v, DropoutSpec& dropout)
{
    v.number("p", dropout.p, 0, DropoutSpec::largest);
    v.choice("convention", dropout.convention, dropoutConventions);
}

template <typename Visitor>
void visitFields(Visitor&, SoftmaxLossSpec&)
{
}

} // namespace alexscope
