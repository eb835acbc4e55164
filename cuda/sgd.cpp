// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/sgd.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alexscope::cuda {

namespace {

UpdateEntry entryOf(const ParameterUpdate& update)
{
    const Parameter& p = *update.parameter;
    UpdateEntry entry;
    entry.weight = static_cast<float*>(storageOf(p.value).data());
    entry.velocity = static_cast<float*>(storageOf(p.velocity).data());
    entry.gradient = storageOf(p.gradient).data();
    entry.gradientElement = storageOf(p.gradient).element();
    if (!p.info.isBias && weightsOf(p.value).hasCopy())
        entry.copy = weightsOf(p.value).copy();
    entry.count = static_cast<std::uint32_t>(storageOf(p.value).maps().count());
    entry.shrink = static_cast<float>(update.decay * update.rate);
    entry.rate = static_cast<float>(update.rate);
    return entry;
}

/// The norms of one table's parameters from its blocks' sums of squares.
void addNorms(const UpdateTable& table, Runtime& runtime, UpdateNorms& norms)
{
    std::vector<double> squares(2 * static_cast<std::size_t>(table.blocks));
    runtime.stream.copyToHost(squares.data(), runtime.scratch.data(Scratch::Squares), squares.size() * sizeof(double));
    runtime.stream.synchronise();
    for (int e = 0; e < table.count; ++e) {
        const std::uint32_t end = e + 1 < table.count ? table.entries[e + 1].firstBlock : table.blocks;
        double update = 0, weight = 0;
        for (std::uint32_t block = table.entries[e].firstBlock; block < end; ++block) {
            update += squares[2 * block];
            weight += squares[2 * block + 1];
        }
        norms.update.push_back(std::sqrt(update));
        norms.weight.push_back(std::sqrt(weight));
    }
}

void run(const UpdateTable& table, UpdateNorms* norms, Runtime& runtime)
{
    if (norms)
        runtime.scratch.reserve(Scratch::Squares, 2 * static_cast<std::size_t>(table.blocks) * sizeof(double));
    update(table, norms ? static_cast<double*>(runtime.scratch.data(Scratch::Squares)) : nullptr, runtime.stream);
    if (norms)
        addNorms(table, runtime, *norms);
}

} // namespace

void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms, Runtime& runtime)
{
    if (norms)
        *norms = {};
    while (!updates.empty()) {
        const std::span<const ParameterUpdate> some =
            updates.first(std::min<std::size_t>(updates.size(), UpdateTable::most));
        UpdateTable table;
        table.momentum = static_cast<float>(momentum);
        for (const ParameterUpdate& one : some)
            table.add(entryOf(one));
        run(table, norms, runtime);
        for (const ParameterUpdate& one : some)
            if (!one.parameter->info.isBias)
                weightsOf(one.parameter->value).changed(true);
        updates = updates.subspan(some.size());
    }
}

} // namespace alexscope::cuda
