// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/sgd.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alexscope::cuda {

namespace {

UpdateEntry entryOf(const Parameter& p)
{
    UpdateEntry entry;
    entry.weight = static_cast<float*>(storageOf(p.value).data());
    entry.velocity = static_cast<float*>(storageOf(p.velocity).data());
    entry.gradient = storageOf(p.gradient).data();
    entry.gradientElement = storageOf(p.gradient).element();
    if (!p.info.isBias && weightsOf(p.value).hasCopy())
        entry.copy = weightsOf(p.value).copy();
    entry.count = static_cast<std::uint32_t>(storageOf(p.value).maps().count());
    return entry;
}

std::vector<UpdateTable> tablesOf(std::span<const ParameterUpdate> updates)
{
    std::vector<UpdateTable> tables;
    for (const ParameterUpdate& update : updates) {
        if (tables.empty() || tables.back().count == UpdateTable::most)
            tables.emplace_back();
        tables.back().add(entryOf(*update.parameter));
    }
    return tables;
}

std::size_t squaresOf(const std::vector<UpdateTable>& tables)
{
    std::size_t count = 0;
    for (const UpdateTable& table : tables)
        count += 2 * static_cast<std::size_t>(table.blocks);
    return count;
}

/// The norms of all parameters from their blocks' sums of squares.
UpdateNorms normsOf(const std::vector<UpdateTable>& tables, Runtime& runtime)
{
    std::vector<double> squares(squaresOf(tables));
    runtime.stream.copyToHost(squares.data(), runtime.scratch.data(Scratch::Squares), squares.size() * sizeof(double));
    runtime.stream.synchronise();
    UpdateNorms norms;
    auto square = squares.begin();
    for (const UpdateTable& table : tables)
        for (int e = 0; e < table.count; ++e) {
            const std::uint32_t end = e + 1 < table.count ? table.entries[e + 1].firstBlock : table.blocks;
            double update = 0, weight = 0;
            for (std::uint32_t block = table.entries[e].firstBlock; block < end; ++block) {
                update += *square++;
                weight += *square++;
            }
            norms.update.push_back(std::sqrt(update));
            norms.weight.push_back(std::sqrt(weight));
        }
    return norms;
}

void markUpdated(std::span<const ParameterUpdate> updates)
{
    for (const ParameterUpdate& update : updates)
        if (!update.parameter->info.isBias)
            weightsOf(update.parameter->value).changed(true);
}

} // namespace

void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms, Runtime& runtime)
{
    runtime.step.setRates(updates, momentum, norms);
    std::vector<UpdateTable> tables = tablesOf(updates);
    runtime.scratch.reserve(Scratch::Squares, squaresOf(tables) * sizeof(double));
    const UpdateRate* rates = runtime.step.rates();
    auto* squares = static_cast<double*>(runtime.scratch.data(Scratch::Squares));
    for (UpdateTable& table : tables) {
        table.numbers = runtime.step.numbers();
        table.rates = rates;
        table.squares = squares;
        update(table, runtime.stream);
        rates += table.count;
        squares += 2 * static_cast<std::size_t>(table.blocks);
    }
    markUpdated(updates);
    if (norms)
        *norms = normsOf(tables, runtime);
}

void beforeReplayedUpdate(const StepNumbers& numbers, Runtime& runtime)
{
    runtime.step.setRates(numbers.updates, numbers.momentum, numbers.norms);
}

void afterReplayedUpdate(const StepNumbers& numbers, Runtime& runtime)
{
    markUpdated(numbers.updates);
    if (numbers.norms)
        *numbers.norms = normsOf(tablesOf(numbers.updates), runtime);
}

} // namespace alexscope::cuda
