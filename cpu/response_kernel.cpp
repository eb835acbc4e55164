// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/response_kernel.h"

#include "cpu/response_stage.h"

namespace alexscope::cpu {

namespace {

class ResponseKernel final : public Kernel {
public:
    ResponseKernel(const KernelRequest& r, Runtime& runtime) : m_input(r.input), m_inputGradient(r.inputGradient)
    {
        ResponseStage::Parts parts;
        if (const auto* norm = r.layers[0].spec->as<LrnSpec>()) {
            parts.norm = *norm;
            m_name = "own rows: lrn";
            const auto* pool = r.fuse && r.layers.size() > 1 ? r.layers[1].spec->as<PoolingSpec>() : nullptr;
            if (pool) {
                parts.pool = *pool;
                m_layerCount = 2;
                m_name += ", pooling";
            }
        } else {
            parts.pool = *r.layers[0].spec->as<PoolingSpec>();
            m_name = "own rows: pooling";
        }
        storageOf(m_input).memory();
        const Desc input = storageOf(m_input).desc();
        const Shape out = r.layers[static_cast<std::size_t>(m_layerCount - 1)].geometry.output.withBatch(r.batch);
        const Desc desc = sameFormat(input, {out.n, out.c, out.h, out.w}, typeOf(input));
        m_output = runtime.make(out, desc);
        if (r.training)
            m_outputGradient = runtime.make(out, desc);
        m_stage = std::make_unique<ResponseStage>(parts, layoutOf(m_input), layoutOf(m_output), r.training);
    }

    void forward(const StepContext&) override
    {
        m_stage->forward(storageOf(m_input).data(), storageOf(m_output).data());
    }
    void backward(const StepContext&) override
    {
        if (m_inputGradient.exists())
            m_stage->backward(storageOf(m_input).data(), storageOf(m_outputGradient).data(),
                              storageOf(m_inputGradient).data());
    }
    std::vector<std::string> implementations() const override { return {m_name}; }

private:
    Tensor m_input, m_inputGradient;
    std::unique_ptr<ResponseStage> m_stage;
    std::string m_name;
};

} // namespace

std::unique_ptr<Kernel> makeResponseKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<ResponseKernel>(request, runtime);
}

} // namespace alexscope::cpu
