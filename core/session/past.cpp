// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/past.h"

#include "core/error.h"

namespace alexscope {

namespace {

/// Serials of the past lie above all live ones, so that nobody takes one for the other.
constexpr std::uint64_t firstPastSerial = std::uint64_t{1} << 62;

void addActivations(Snapshot& snapshot, const Moment& moment, const RunDescription& run)
{
    for (const auto& [name, tensor] : moment.activations) {
        const int layer = run.network.indexOf(name);
        if (layer >= 0 && run.geometry[static_cast<std::size_t>(layer)].output.withBatch(1) == tensor->shape)
            snapshot.activations[name] = {tensor, TensorMode::TestMode};
    }
}

void addPicture(Snapshot& snapshot, const Moment& moment, const RunDescription& run)
{
    snapshot.pinned = moment.picture;
    if (!moment.picture || !run.augmenter)
        return;
    auto input = std::make_shared<HostTensor>(run.augmenter->input().withBatch(1));
    run.augmenter->apply(*moment.picture, run.augmenter->centreTransform(), input->values);
    snapshot.pinnedInput = std::move(input);
}

} // namespace

std::shared_ptr<const Snapshot> pastSnapshot(const Moment& moment, const RunDescription& run)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->serial = firstPastSerial + static_cast<std::uint64_t>(moment.iteration);
    snapshot->iteration = moment.iteration;
    snapshot->epoch = moment.epoch;
    snapshot->holding = true;
    snapshot->past = true;
    for (const ParameterInfo& info : parametersOf(run.network)) {
        const auto found = moment.parameters.find(info.name);
        if (found != moment.parameters.end() && found->second->shape == info.shape)
            snapshot->parameters[info.name] = {found->second, TensorMode::Parameter};
    }
    addActivations(*snapshot, moment, run);
    addPicture(*snapshot, moment, run);
    return snapshot;
}

std::shared_ptr<const Snapshot> loadPast(const MomentList& list, std::size_t index, const RunDescription& run)
{
    if (index >= list.moments.size())
        throw Error(concat("There is no moment number ", index, " in ", list.folder.string()));
    return pastSnapshot(readMoment(momentFile(list.folder, list.moments[index].iteration)), run);
}

} // namespace alexscope
