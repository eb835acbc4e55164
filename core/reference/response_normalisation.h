// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/layer_spec.h"
#include "core/tensor/host_tensor.h"

#include <cstdint>
#include <span>
#include <vector>

/// Local response normalisation as printed (§3.3), for plain numbers: b = a · d^−β, d = k + s Σ a², s = α or α/n.
/// The reference kernel and whatever shows or explains LRN compute with these functions and no others. Values in,
/// values out; any thread. All of them throw Error when n < 1 or the channels cannot be split into spec.groups.
namespace alexscope {

/// The channels from `begin` to just before `end`.
struct ChannelWindow {
    std::int64_t begin = 0, end = 0;
    bool operator==(const ChannelWindow&) const = default;
};

/// Whose squares count for `channel`: the n channels channel − n/2 … channel − n/2 + n − 1, as far as they lie in its
/// group.
ChannelWindow responseWindow(const LrnSpec& spec, std::int64_t channels, std::int64_t channel);

/// d for every number of one picture. a: C × H × W (shape.n does not count), d as long.
template <typename T>
void responseDenominators(std::span<const T> a, const Shape& shape, const LrnSpec& spec, std::span<double> d);

/// How one number comes about.
struct ResponseTerms {
    ChannelWindow window;
    double a = 0, sumOfSquares = 0;
    double d = 0;      ///< k + s · sumOfSquares
    double factor = 0; ///< d^−β: what is left of a
    double b = 0;      ///< a · factor
};
/// `column`: a of every channel at one place.
ResponseTerms responseTerms(std::span<const float> column, const LrnSpec& spec, std::int64_t channel);

/// a of every channel at row y, column x of the first picture.
std::vector<float> channelColumn(const HostTensor& a, std::int64_t y, std::int64_t x);

/// d^−β of every number of the first picture: b / a, and defined also where a is 0.
HostTensor responseFactors(const HostTensor& a, const LrnSpec& spec);

/// a · factors, number by number.
HostTensor normalisedResponses(const HostTensor& a, const HostTensor& factors);

/// The mean of b / a of each channel, over the places where a is not 0; NaN for a channel without any.
std::vector<double> meanFactors(const HostTensor& a, const HostTensor& factors);

} // namespace alexscope
