// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/training/recipe.h"

#include <string>
#include <vector>

namespace alexscope {

/// The learning-rate schedule's memory; part of a checkpoint.
struct SolverState {
    double rate = 0;      ///< current ε
    double bestError = 2; ///< best validation top-1 so far (Plateau)
    int validationsSinceBest = 0;
    int reductionsDone = 0; ///< divisions so far (Plateau and Steps)
};

/// §5: stochastic gradient descent with momentum and weight decay; ε divided by steps or when validation stalls.
class Solver {
public:
    explicit Solver(Recipe recipe);

    const Recipe& recipe() const { return m_recipe; }
    const SolverState& state() const { return m_state; }
    void restore(const SolverState& state) { m_state = state; }

    double learningRate() const { return m_state.rate; }
    /// By hand, while running; later divisions start from here.
    void setLearningRate(double rate) { m_state.rate = rate; }
    void setMomentum(double momentum) { m_recipe.momentum = momentum; }
    void setWeightDecay(double decay) { m_recipe.weightDecay = decay; }

    /// Called before the update of an iteration that begins at `epoch`; applies the Steps schedule.
    void beginIteration(double epoch);
    /// Called after each validation; applies the Plateau schedule. Returns whether ε was divided.
    bool validated(double top1Error);

    /// Applies one update with the current ε to all parameters but the frozen ones. `norms`: one a parameter, 0 where
    /// it is frozen.
    void update(Network& network, UpdateNorms* norms = nullptr) const;
    /// Network::recordStep and Network::step with that update.
    bool recordStep(Network& network, const StepContext& context) const;
    void step(Network& network, const StepContext& context, UpdateNorms* norms = nullptr) const;

private:
    struct Plan {
        std::vector<ParameterUpdate> updates;
        std::vector<std::size_t> places; ///< of their parameters
    };
    Plan plan(Network& network) const;

    Recipe m_recipe;
    SolverState m_state;
};

} // namespace alexscope
