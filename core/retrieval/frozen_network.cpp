// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/frozen_network.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

namespace alexscope {

namespace {

constexpr std::uint64_t fnvStart = 0xcbf29ce484222325ull, fnvPrime = 0x100000001b3ull;

std::uint64_t addTo(std::uint64_t hash, std::uint64_t value)
{
    return (hash ^ value) * fnvPrime;
}

std::uint64_t addTo(std::uint64_t hash, std::string_view text)
{
    for (const char c : text)
        hash = addTo(hash, static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    return addTo(hash, text.size());
}

/// Two numbers at a time: the multiplications wait for each other.
std::uint64_t addTo(std::uint64_t hash, const std::vector<float>& values)
{
    const auto bits = [&](std::size_t i) { return std::uint64_t{std::bit_cast<std::uint32_t>(values[i])}; };
    const std::size_t paired = values.size() - values.size() % 2;
    for (std::size_t i = 0; i < paired; i += 2)
        hash = addTo(hash, bits(i) << 32 | bits(i + 1));
    return paired < values.size() ? addTo(hash, bits(paired)) : hash;
}

std::string nameOf(const FrozenNetwork& frozen)
{
    return frozen.origin.empty() ? frozen.network.name : frozen.origin;
}

} // namespace

FrozenNetwork freeze(const WeightsFile& weights)
{
    FrozenNetwork frozen;
    frozen.network = weights.network;
    frozen.statistics = weights.statistics;
    frozen.origin = weights.file.path().string();
    for (const ParameterInfo& info : parametersOf(frozen.network)) {
        auto tensor = std::make_shared<HostTensor>();
        tensor->shape = info.shape;
        if (lacks(weights, info))
            tensor->values.assign(static_cast<std::size_t>(info.shape.count()), 0);
        else
            tensor->values = weights.file.readFloats(weights.file.require(info.name));
        frozen.parameters[info.name] = std::move(tensor);
    }
    checkComplete(frozen);
    return frozen;
}

FrozenNetwork freeze(const Network& network, SetStatistics statistics, std::int64_t iteration)
{
    FrozenNetwork frozen;
    frozen.network = network.spec();
    frozen.statistics = std::move(statistics);
    frozen.iteration = iteration;
    for (const Parameter& parameter : network.parameters()->list)
        frozen.parameters[parameter.info.name] = std::make_shared<HostTensor>(network.download(parameter.value));
    return frozen;
}

void checkComplete(const FrozenNetwork& frozen)
{
    for (const ParameterInfo& info : parametersOf(frozen.network)) {
        const auto found = frozen.parameters.find(info.name);
        if (found == frozen.parameters.end() || !found->second)
            throw Error(concat(nameOf(frozen), " has no ", info.name, "; take a snapshot of all its parameters"));
        const HostTensor& tensor = *found->second;
        if (tensor.shape.count() != info.shape.count() || std::ssize(tensor.values) != info.shape.count())
            throw Error(concat(nameOf(frozen), ": ", info.name, " has ", tensor.values.size(), " numbers instead of ",
                               info.shape.count()));
        if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); }))
            throw Error(
                concat(nameOf(frozen), ": ", info.name, " holds numbers that are not finite; the weights are lost"));
    }
}

std::unique_ptr<Network> thaw(const FrozenNetwork& frozen, Backend& backend, const NetworkOptions& options)
{
    checkComplete(frozen);
    auto network = std::make_unique<Network>(frozen.network, backend, options);
    for (const Parameter& parameter : network->parameters()->list)
        backend.upload(parameter.value, std::span<const float>(frozen.parameters.at(parameter.info.name)->values));
    return network;
}

std::uint64_t hashOf(const FrozenNetwork& frozen)
{
    std::uint64_t hash = fnvStart;
    for (const ParameterInfo& info : parametersOf(frozen.network)) {
        hash = addTo(hash, info.name);
        for (const std::int64_t size : {info.shape.n, info.shape.c, info.shape.h, info.shape.w})
            hash = addTo(hash, static_cast<std::uint64_t>(size));
        hash = addTo(hash, frozen.parameters.at(info.name)->values);
    }
    return hash;
}

Augmenter augmenterOf(const FrozenNetwork& frozen)
{
    const Preprocessing& preprocessing = frozen.network.preprocessing;
    const bool needsData = preprocessing.mean == MeanKind::Picture ||
                           (preprocessing.mean == MeanKind::Channel && preprocessing.meanFromData);
    if (needsData && frozen.statistics.picturesUsed == 0)
        throw Error(concat(nameOf(frozen),
                           ": the network subtracts the mean of its training set, which is not known here; "
                           "take a network whose text has channelMean"));
    Augmentation withoutChance;
    withoutChance.randomCrop = false;
    withoutChance.reflect = false;
    return Augmenter(preprocessing, withoutChance, frozen.statistics, frozen.network.input);
}

} // namespace alexscope
