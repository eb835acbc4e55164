// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/reference/host_storage.h"

#include <algorithm>
#include <cstdint>
#include <type_traits>

/// The layers of the paper as plain loops, one file a kind: the truth every other backend is compared with.
///
/// T is the type of every stored number, float or double. Sums run in double in either case, so with T = float an
/// output is the exact value rounded once, and an error seen in another backend is that backend's own.
/// Tensors are plain NCHW: element (n, c, y, x) lies at ((n·C + c)·H + y)·W + x.
namespace alexscope::reference {

using Index = std::int64_t;

/// What all kernels here have in common: one layer each, its tensors, and no tricks.
template <typename T, typename Base = Kernel>
class PlainKernel : public Base {
public:
    explicit PlainKernel(const KernelRequest& request)
        : m_layer(request.layers.front().index), m_batch(request.batch), m_in(request.layers.front().geometry.input),
          m_out(request.layers.front().geometry.output), m_inputTensor(request.input),
          m_inputGradientTensor(request.inputGradient)
    {
        this->m_output = makeTensor<T>(m_out.withBatch(m_batch));
        if (request.training && !std::is_same_v<Base, LossKernel>)
            this->m_outputGradient = makeTensor<T>(m_out.withBatch(m_batch));
    }

    std::vector<std::string> implementations() const override { return {"plain loops"}; }

protected:
    std::span<const T> input() const { return valuesOf<T>(m_inputTensor); }
    std::span<T> output() const { return valuesOf<T>(this->m_output); }
    std::span<const T> outputGradient() const { return valuesOf<T>(this->m_outputGradient); }
    /// False where nobody reads it: at the network's input.
    bool wantsInputGradient() const { return m_inputGradientTensor.exists(); }
    std::span<T> inputGradient() const { return valuesOf<T>(m_inputGradientTensor); }

    int m_layer; ///< index in the network
    Index m_batch;
    Shape m_in, m_out; ///< per picture

private:
    Tensor m_inputTensor, m_inputGradientTensor;
};

/// Gives a parameter the tensors that this kernel needs and that no kernel before it made.
template <typename T>
void prepareParameter(Parameter& parameter, bool training)
{
    const auto ensure = [&](Tensor& tensor) {
        if (!tensor.exists())
            tensor = makeTensor<T>(parameter.info.shape);
    };
    ensure(parameter.value);
    if (training) {
        ensure(parameter.gradient);
        ensure(parameter.velocity);
    }
}

/// A sliding window along one axis: output o reads the inputs o·stride − pad + k, k = 0 … size − 1. What lies outside
/// 0 … in − 1 does not exist; the asymmetric padding of Rounding::Ceil is nothing more than that.
struct SlidingWindow {
    Index in, out, size, stride, pad;

    struct Range {
        Index begin, end;
    };
    /// The inputs inside the picture that output o reads.
    Range inputsOf(Index o) const
    {
        const Index start = o * stride - pad;
        return {std::max<Index>(start, 0), std::min(start + size, in)};
    }
    /// The outputs whose k-th input lies inside the picture.
    Range outputsAt(Index k) const
    {
        const Index shift = pad - k; // 0 ≤ o·stride − shift < in
        const Index begin = std::min(shift > 0 ? (shift + stride - 1) / stride : 0, out);
        const Index end = in + shift > 0 ? (in + shift - 1) / stride + 1 : 0;
        return {begin, std::clamp(end, begin, out)};
    }
};

template <typename T>
std::unique_ptr<Kernel> makeConvolution(const ConvolutionSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makeLinear(const LinearSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makeActivation(const ActivationSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makeLrn(const LrnSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makePooling(const PoolingSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makeDropout(const DropoutSpec& spec, const KernelRequest& request);
template <typename T>
std::unique_ptr<Kernel> makeSoftmaxLoss(const SoftmaxLossSpec& spec, const KernelRequest& request);

/// |v| and |w| of one parameter after its step.
struct StepNorms {
    double update = 0, weight = 0;
};
/// One parameter's step (§5).
template <typename T>
StepNorms sgdStep(const ParameterUpdate& update, double momentum);

} // namespace alexscope::reference
