// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/reference_backend.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alexscope {

/// Two plain kernels under one roof, as a fusing backend would have them: only the second's output is seen.
class PairKernel final : public Kernel {
public:
    PairKernel(Backend& backend, KernelRequest request, std::function<void()> beforeForward)
        : m_beforeForward(std::move(beforeForward))
    {
        request.fuse = false;
        m_first = backend.makeKernel(request);
        request.layers = request.layers.subspan(1);
        request.input = m_first->output();
        request.inputGradient = m_first->outputGradient();
        m_second = backend.makeKernel(request);
        m_layerCount = 2;
        m_output = m_second->output();
        m_outputGradient = m_second->outputGradient();
    }
    void forward(const StepContext& context) override
    {
        if (m_beforeForward)
            m_beforeForward();
        m_first->forward(context);
        m_second->forward(context);
    }
    void backward(const StepContext& context) override
    {
        m_second->backward(context);
        m_first->backward(context);
    }
    std::vector<std::string> implementations() const override { return {"pair"}; }

private:
    std::function<void()> m_beforeForward;
    std::unique_ptr<Kernel> m_first, m_second;
};

/// The plain loops, fusing every convolution with what follows it.
class PairingBackend final : public Backend {
public:
    /// `beforeForward` is called by whoever runs a pair, each time.
    explicit PairingBackend(std::function<void()> beforeForward = {}) : m_beforeForward(std::move(beforeForward)) {}

    BackendInfo info() const override { return m_inner->info(); }
    std::optional<std::string> whyNot(Precision precision) const override { return m_inner->whyNot(precision); }
    Tensor makeInput(Shape shape, Precision precision) override { return m_inner->makeInput(shape, precision); }
    std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) override
    {
        if (request.fuse && request.layers[0].spec->as<ConvolutionSpec>())
            return std::make_unique<PairKernel>(*m_inner, request, m_beforeForward);
        return m_inner->makeKernel(request);
    }
    void upload(const Tensor& to, std::span<const float> values) override { m_inner->upload(to, values); }
    void download(const Tensor& from, std::span<float> values) override { m_inner->download(from, values); }
    void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms) override
    {
        m_inner->update(updates, momentum, norms);
    }

private:
    std::function<void()> m_beforeForward;
    std::unique_ptr<Backend> m_inner = makeReferenceBackend();
};

} // namespace alexscope
