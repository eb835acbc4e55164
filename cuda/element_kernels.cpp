// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/element_kernels.h"

#include "cuda/dropout.h"

namespace alexscope::cuda {

namespace {

/// A layer that keeps shape and layout.
class ElementKernel : public Kernel {
public:
    ElementKernel(const KernelRequest& r, Runtime& runtime)
        : m_runtime(runtime), m_input(r.input), m_inputGradient(r.inputGradient),
          m_element(storageOf(r.input).element()), m_maps(storageOf(r.input).maps())
    {
        storageOf(m_input).data();
        m_output = runtime.make(r.input.shape(), m_element);
        if (r.training)
            m_outputGradient = runtime.make(r.input.shape(), m_element);
    }

protected:
    Runtime& m_runtime;
    Tensor m_input, m_inputGradient;
    Element m_element;
    Maps m_maps;
};

Neuron neuronOf(ActivationKind kind)
{
    return kind == ActivationKind::Relu ? Neuron::Relu : kind == ActivationKind::Tanh ? Neuron::Tanh : Neuron::Sigmoid;
}

class ActivationKernel final : public ElementKernel {
public:
    ActivationKernel(const KernelRequest& r, Runtime& runtime)
        : ElementKernel(r, runtime), m_neuron(neuronOf(r.layers[0].spec->as<ActivationSpec>()->kind))
    {
    }
    void forward(const StepContext&) override
    {
        activate(m_neuron, storageOf(m_input).data(), storageOf(m_output).data(), m_element, m_maps.count(),
                 m_runtime.stream);
    }
    void backward(const StepContext&) override
    {
        if (m_inputGradient.exists())
            activateBackward(m_neuron, storageOf(m_output).data(), storageOf(m_outputGradient).data(),
                             storageOf(m_inputGradient).data(), m_element, m_maps.count(), m_runtime.stream);
    }
    std::vector<std::string> implementations() const override { return {"own kernel: activation"}; }

private:
    Neuron m_neuron;
};

class DropoutKernel final : public ElementKernel {
public:
    DropoutKernel(const KernelRequest& r, Runtime& runtime)
        : ElementKernel(r, runtime), m_dropout(*r.layers[0].spec->as<DropoutSpec>(), r.layers[0].index)
    {
    }

    void forward(const StepContext& context) override { multiplyBy(context, m_input, m_output); }
    void backward(const StepContext& context) override
    {
        if (m_inputGradient.exists())
            multiplyBy(context, m_outputGradient, m_inputGradient);
    }
    std::vector<std::string> implementations() const override { return {"own kernel: dropout"}; }
    void setDropout(double p) override { m_dropout.setP(p); }

private:
    void multiplyBy(const StepContext& context, const Tensor& from, const Tensor& to) const
    {
        const DropoutMask mask = m_dropout.mask(context, m_runtime);
        if (mask.key)
            multiplyByMask(storageOf(from).data(), storageOf(to).data(), m_element, m_maps, mask, m_runtime.stream);
        else
            multiply(storageOf(from).data(), storageOf(to).data(), m_element, m_maps.count(), mask.kept,
                     m_runtime.stream);
    }

    Dropout m_dropout;
};

} // namespace

std::unique_ptr<Kernel> makeActivationKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<ActivationKernel>(request, runtime);
}

std::unique_ptr<Kernel> makeDropoutKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<DropoutKernel>(request, runtime);
}

} // namespace alexscope::cuda
