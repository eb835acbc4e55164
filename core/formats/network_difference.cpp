// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/network_difference.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alexscope {

namespace {

struct Step {
    const LayerSpec* layer;
    Shape output;
};

/// The layers that do something in the test.
std::vector<Step> stepsOf(const NetworkSpec& network)
{
    const std::vector<LayerGeometry> geometry = geometryOf(network);
    std::vector<Step> steps;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const auto* dropout = network.layers[i].as<DropoutSpec>();
        if (!dropout || (dropout->convention == DropoutConvention::Paper && dropout->p > 0))
            steps.push_back({&network.layers[i], geometry[i].output});
    }
    return steps;
}

/// As far as float32 tells numbers apart.
bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
}

struct Same {
    bool operator()(const ConvolutionSpec& a, const ConvolutionSpec& b) const
    {
        return a.size == b.size && a.stride == b.stride && a.pad == b.pad && a.groups == b.groups;
    }
    bool operator()(const LinearSpec&, const LinearSpec&) const { return true; }
    bool operator()(const ActivationSpec& a, const ActivationSpec& b) const { return a == b; }
    bool operator()(const LrnSpec& a, const LrnSpec& b) const
    {
        return a.n == b.n && close(a.k, b.k) && close(a.scale(), b.scale()) && close(a.beta, b.beta) &&
               a.groups == b.groups;
    }
    bool operator()(const PoolingSpec& a, const PoolingSpec& b) const
    {
        return a.kind == b.kind && a.size == b.size && a.stride == b.stride && a.pad == b.pad;
    }
    bool operator()(const DropoutSpec& a, const DropoutSpec& b) const { return close(1 - a.p, 1 - b.p); }
    bool operator()(const SoftmaxLossSpec&, const SoftmaxLossSpec&) const { return true; }
    template <typename A, typename B>
    bool operator()(const A&, const B&) const
    {
        return false;
    }
};

} // namespace

std::string firstDifference(const NetworkSpec& a, const NetworkSpec& b)
{
    if (!(a.input == b.input))
        return concat("the input is ", toText(a.input), " in the one, ", toText(b.input), " in the other");
    const std::vector<Step> first = stepsOf(a), second = stepsOf(b);
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        const LayerSpec &one = *first[i].layer, &other = *second[i].layer;
        if (kindName(one) != kindName(other))
            return concat(one.name, " is ", kindName(one), " in the one, ", kindName(other), " in the other");
        if (!(first[i].output == second[i].output) || !std::visit(Same{}, one.operation, other.operation))
            return concat(one.name, " computes something else in the one than in the other");
    }
    if (first.size() != second.size())
        return concat("the one has ", first.size(), " steps, the other ", second.size());
    return {};
}

} // namespace alexscope
