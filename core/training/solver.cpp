// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/solver.h"

namespace alexscope {

namespace {

/// Norms of what learns, at the places of its parameters among all.
void spread(const UpdateNorms& learning, const std::vector<std::size_t>& places, std::size_t parameters,
            UpdateNorms& norms)
{
    norms.update.assign(parameters, 0);
    norms.weight.assign(parameters, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        norms.update[places[i]] = learning.update[i];
        norms.weight[places[i]] = learning.weight[i];
    }
}

} // namespace

Solver::Solver(Recipe recipe) : m_recipe(std::move(recipe))
{
    m_state.rate = m_recipe.learningRate;
}

void Solver::beginIteration(double epoch)
{
    const Schedule& schedule = m_recipe.schedule;
    if (schedule.kind != ScheduleKind::Steps)
        return;
    while (m_state.reductionsDone < static_cast<int>(schedule.epochs.size()) &&
           epoch >= schedule.epochs[static_cast<std::size_t>(m_state.reductionsDone)]) {
        m_state.rate /= schedule.divisor;
        ++m_state.reductionsDone;
    }
}

bool Solver::validated(double top1Error)
{
    if (top1Error < m_state.bestError) {
        m_state.bestError = top1Error;
        m_state.validationsSinceBest = 0;
        return false;
    }
    ++m_state.validationsSinceBest;
    const Schedule& schedule = m_recipe.schedule;
    if (schedule.kind != ScheduleKind::Plateau || m_state.validationsSinceBest < schedule.patience ||
        m_state.reductionsDone >= schedule.reductions)
        return false;
    m_state.rate /= schedule.divisor;
    ++m_state.reductionsDone;
    m_state.validationsSinceBest = 0;
    return true;
}

Solver::Plan Solver::plan(Network& network) const
{
    // What is frozen is left alone: adding 0 would be the same only while no gradient is infinite.
    Plan plan;
    std::vector<Parameter>& parameters = network.parameters()->list;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const ParameterInfo& info = parameters[i].info;
        const std::string& layer = network.spec().layers[static_cast<std::size_t>(info.layer)].name;
        const double own = factorOf(m_recipe.layerRates, layer);
        if (info.rateFactor * own == 0)
            continue;
        plan.updates.push_back(
            {&parameters[i], m_state.rate * info.rateFactor * own, m_recipe.weightDecay * info.decayFactor});
        plan.places.push_back(i);
    }
    return plan;
}

void Solver::update(Network& network, UpdateNorms* norms) const
{
    const Plan plan = this->plan(network);
    UpdateNorms learning;
    network.backend().update(plan.updates, m_recipe.momentum, norms ? &learning : nullptr);
    if (norms)
        spread(learning, plan.places, network.parameters()->list.size(), *norms);
}

bool Solver::recordStep(Network& network, const StepContext& context) const
{
    const Plan plan = this->plan(network);
    return network.recordStep({context, plan.updates, m_recipe.momentum, nullptr});
}

void Solver::step(Network& network, const StepContext& context, UpdateNorms* norms) const
{
    const Plan plan = this->plan(network);
    UpdateNorms learning;
    network.step({context, plan.updates, m_recipe.momentum, norms ? &learning : nullptr});
    if (norms)
        spread(learning, plan.places, network.parameters()->list.size(), *norms);
}

} // namespace alexscope
