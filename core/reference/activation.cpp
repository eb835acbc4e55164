// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

#include <cmath>

/// The neuron's output function (§3.1), element by element, any shape:
///   relu     y = max(0, x)            ∂L/∂x = ∂L/∂y where y > 0, else 0
///   tanh     y = tanh x               ∂L/∂x = ∂L/∂y · (1 − y²)
///   sigmoid  y = 1 / (1 + e^−x)       ∂L/∂x = ∂L/∂y · y (1 − y)
/// All three derivatives follow from the output alone.
namespace alexscope::reference {
namespace {

double valueAt(ActivationKind kind, double x)
{
    switch (kind) {
    case ActivationKind::Relu:
        return x < 0 ? 0 : x; // this way round a NaN stays one and is seen
    case ActivationKind::Tanh:
        return std::tanh(x);
    case ActivationKind::Sigmoid:
        break;
    }
    return 1 / (1 + std::exp(-x));
}

double derivativeAt(ActivationKind kind, double y)
{
    switch (kind) {
    case ActivationKind::Relu:
        return y > 0 ? 1 : 0;
    case ActivationKind::Tanh:
        return 1 - y * y;
    case ActivationKind::Sigmoid:
        break;
    }
    return y * (1 - y);
}

template <typename T>
class Activation final : public PlainKernel<T> {
public:
    Activation(const ActivationSpec& spec, const KernelRequest& request) : PlainKernel<T>(request), m_kind(spec.kind) {}

    void forward(const StepContext&) override
    {
        const std::span<const T> x = this->input();
        const std::span<T> y = this->output();
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = static_cast<T>(valueAt(m_kind, static_cast<double>(x[i])));
    }

    void backward(const StepContext&) override
    {
        if (!this->wantsInputGradient())
            return;
        const std::span<const T> y = this->output(), dy = this->outputGradient();
        const std::span<T> dx = this->inputGradient();
        for (std::size_t i = 0; i < y.size(); ++i)
            dx[i] = static_cast<T>(static_cast<double>(dy[i]) * derivativeAt(m_kind, static_cast<double>(y[i])));
    }

private:
    ActivationKind m_kind;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeActivation(const ActivationSpec& spec, const KernelRequest& request)
{
    return std::make_unique<Activation<T>>(spec, request);
}
template std::unique_ptr<Kernel> makeActivation<float>(const ActivationSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeActivation<double>(const ActivationSpec&, const KernelRequest&);

} // namespace alexscope::reference
