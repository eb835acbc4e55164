// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/solver.h"

namespace alexscope {

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

void Solver::update(Network& network, UpdateNorms* norms) const
{
    std::vector<ParameterUpdate> updates;
    for (Parameter& parameter : network.parameters()->list)
        updates.push_back({&parameter, m_state.rate * parameter.info.rateFactor,
                           m_recipe.weightDecay * parameter.info.decayFactor});
    network.backend().update(updates, m_recipe.momentum, norms);
}

} // namespace alexscope
