// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/response_kernel.h"

#include "cuda/response_stage.h"

namespace alexscope::cuda {

namespace {

class ResponseKernel final : public Kernel {
public:
    ResponseKernel(const KernelRequest& r, Runtime& runtime) : m_input(r.input), m_inputGradient(r.inputGradient)
    {
        StagePlan plan;
        if (const auto* norm = r.layers[0].spec->as<LrnSpec>()) {
            plan.norm = *norm;
            m_name = "own kernel: lrn";
            const auto* pool = r.fuse && r.layers.size() > 1 ? r.layers[1].spec->as<PoolingSpec>() : nullptr;
            if (pool) {
                plan.pool = *pool;
                m_layerCount = 2;
                m_name += ", pooling";
            }
        } else {
            plan.pool = *r.layers[0].spec->as<PoolingSpec>();
            m_name = "own kernel: pooling";
        }
        const Shape out = r.layers[static_cast<std::size_t>(m_layerCount - 1)].geometry.output.withBatch(r.batch);
        storageOf(m_input).data();
        const Element element = storageOf(m_input).element();
        m_output = runtime.make(out, element);
        if (r.training)
            m_outputGradient = runtime.make(out, elementType(r.precision));
        m_stage.emplace(plan, storageOf(m_input).maps(), storageOf(m_output).maps(), element, r.training, runtime);
    }

    void forward(const StepContext&) override
    {
        m_stage->forward(storageOf(m_input).data(), nullptr, storageOf(m_output).data());
    }
    void backward(const StepContext&) override
    {
        if (m_inputGradient.exists())
            m_stage->backward(storageOf(m_input).data(), nullptr, storageOf(m_outputGradient).data(),
                              storageOf(m_inputGradient).data());
    }
    std::vector<std::string> implementations() const override { return {m_name}; }

private:
    Tensor m_input, m_inputGradient;
    std::optional<ResponseStage> m_stage;
    std::string m_name;
};

} // namespace

std::unique_ptr<Kernel> makeResponseKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<ResponseKernel>(request, runtime);
}

} // namespace alexscope::cuda
