// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

#include <cmath>

/// Stochastic gradient descent with momentum and weight decay, as §5 prints it:
///
///   v ← momentum · v − decay · ε · w − ε · ∂L/∂w
///   w ← w + v
namespace alexscope::reference {

template <typename T>
StepNorms sgdStep(const ParameterUpdate& update, double momentum)
{
    const std::span<T> w = valuesOf<T>(update.parameter->value), v = valuesOf<T>(update.parameter->velocity);
    const std::span<const T> gradient = valuesOf<T>(update.parameter->gradient);
    double updateSquares = 0, weightSquares = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const double before = static_cast<double>(w[i]);
        v[i] = static_cast<T>(momentum * static_cast<double>(v[i]) - update.decay * update.rate * before -
                              update.rate * static_cast<double>(gradient[i]));
        w[i] = static_cast<T>(before + static_cast<double>(v[i]));
        updateSquares += static_cast<double>(v[i]) * static_cast<double>(v[i]);
        weightSquares += static_cast<double>(w[i]) * static_cast<double>(w[i]);
    }
    return {std::sqrt(updateSquares), std::sqrt(weightSquares)};
}
template StepNorms sgdStep<float>(const ParameterUpdate&, double);
template StepNorms sgdStep<double>(const ParameterUpdate&, double);

} // namespace alexscope::reference
