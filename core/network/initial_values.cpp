// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initial_values.h"

#include "core/random/philox.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace alexscope {
namespace {

/// A normal() takes two words of a block of four, so an even number i begins block i / 2.
constexpr std::size_t numbersPerBlock = 2;
constexpr std::size_t leastPerThread = 1u << 20;

void fillFrom(std::span<float> values, std::size_t first, double sigma, std::uint64_t seed, std::uint32_t stream)
{
    PhiloxSequence sequence(seed, stream, 0, first / numbersPerBlock);
    for (float& value : values)
        value = static_cast<float>(sigma * sequence.normal());
}

} // namespace

void fillNormal(std::span<float> values, double sigma, std::uint64_t seed, int parameter)
{
    const std::uint32_t stream = static_cast<std::uint32_t>(Stream::Weights) + static_cast<std::uint32_t>(parameter);
    const std::size_t threads =
        std::clamp<std::size_t>(values.size() / leastPerThread, 1, std::max(1u, std::thread::hardware_concurrency()));
    const std::size_t share = (values.size() / threads / numbersPerBlock + 1) * numbersPerBlock;
    std::vector<std::jthread> others;
    for (std::size_t first = share; first < values.size(); first += share)
        others.emplace_back(fillFrom, values.subspan(first, std::min(share, values.size() - first)), first, sigma, seed,
                            stream);
    fillFrom(values.first(std::min(share, values.size())), 0, sigma, seed, stream);
}

} // namespace alexscope
