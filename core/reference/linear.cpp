// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

/// A fully connected layer (§3.5): y[n, o] = bias[o] + Σ_i w[o, i] · x[n, i]
/// x: N × I, where I counts a picture's channels, rows and columns in that order; y: N × O; w: O × I.
namespace alexscope::reference {
namespace {

template <typename T>
class Linear final : public PlainKernel<T> {
public:
    explicit Linear(const KernelRequest& request)
        : PlainKernel<T>(request), m_weight(*request.layers.front().weight), m_bias(*request.layers.front().bias),
          m_inputs(this->m_in.perPicture()), m_outputs(this->m_out.c)
    {
        prepareParameter<T>(m_weight, request.training);
        prepareParameter<T>(m_bias, request.training);
    }

    void forward(const StepContext&) override
    {
        const std::span<const T> x = this->input(), w = valuesOf<T>(m_weight.value), bias = valuesOf<T>(m_bias.value);
        const std::span<T> y = this->output();
        for (Index n = 0; n < this->m_batch; ++n)
            for (Index o = 0; o < m_outputs; ++o) {
                double sum = static_cast<double>(bias[o]);
                for (Index i = 0; i < m_inputs; ++i)
                    sum += static_cast<double>(w[o * m_inputs + i]) * static_cast<double>(x[n * m_inputs + i]);
                y[n * m_outputs + o] = static_cast<T>(sum);
            }
    }

    void backward(const StepContext&) override
    {
        backwardWeights();
        if (this->wantsInputGradient())
            backwardData();
    }

private:
    /// ∂L/∂w[o, i] = Σ_n ∂L/∂y[n, o] · x[n, i],  ∂L/∂bias[o] = Σ_n ∂L/∂y[n, o]
    void backwardWeights()
    {
        const std::span<const T> x = this->input(), dy = this->outputGradient();
        const std::span<T> dw = valuesOf<T>(m_weight.gradient), dBias = valuesOf<T>(m_bias.gradient);
        std::vector<double> sums(static_cast<std::size_t>(m_inputs));
        for (Index o = 0; o < m_outputs; ++o) {
            std::fill(sums.begin(), sums.end(), 0.0);
            double biasSum = 0;
            for (Index n = 0; n < this->m_batch; ++n) {
                const double gradient = static_cast<double>(dy[n * m_outputs + o]);
                biasSum += gradient;
                for (Index i = 0; i < m_inputs; ++i)
                    sums[i] += gradient * static_cast<double>(x[n * m_inputs + i]);
            }
            dBias[o] = static_cast<T>(biasSum);
            for (Index i = 0; i < m_inputs; ++i)
                dw[o * m_inputs + i] = static_cast<T>(sums[i]);
        }
    }

    /// ∂L/∂x[n, i] = Σ_o w[o, i] · ∂L/∂y[n, o]
    void backwardData()
    {
        const std::span<const T> dy = this->outputGradient(), w = valuesOf<T>(m_weight.value);
        const std::span<T> dx = this->inputGradient();
        std::vector<double> sums(static_cast<std::size_t>(m_inputs));
        for (Index n = 0; n < this->m_batch; ++n) {
            std::fill(sums.begin(), sums.end(), 0.0);
            for (Index o = 0; o < m_outputs; ++o) {
                const double gradient = static_cast<double>(dy[n * m_outputs + o]);
                for (Index i = 0; i < m_inputs; ++i)
                    sums[i] += gradient * static_cast<double>(w[o * m_inputs + i]);
            }
            for (Index i = 0; i < m_inputs; ++i)
                dx[n * m_inputs + i] = static_cast<T>(sums[i]);
        }
    }

    Parameter &m_weight, &m_bias;
    Index m_inputs, m_outputs;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeLinear(const LinearSpec&, const KernelRequest& request)
{
    return std::make_unique<Linear<T>>(request);
}
template std::unique_ptr<Kernel> makeLinear<float>(const LinearSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeLinear<double>(const LinearSpec&, const KernelRequest&);

} // namespace alexscope::reference
