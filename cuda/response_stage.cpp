// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/response_stage.h"

#include "core/error.h"

namespace alexscope::cuda {

StagePlan planStage(std::span<const LayerBinding> layers, bool fuse, bool training)
{
    StagePlan plan;
    const auto next = [&]() -> const LayerSpec* {
        const auto i = static_cast<std::size_t>(1 + plan.layers);
        return fuse && i < layers.size() ? layers[i].spec : nullptr;
    };
    const LayerSpec* layer = next();
    const auto* activation = layer ? layer->as<ActivationSpec>() : nullptr;
    if (!activation || activation->kind != ActivationKind::Relu)
        return plan;
    plan.relu = true;
    plan.name = "relu";
    ++plan.layers;
    if (layers.front().spec->as<LinearSpec>()) {
        if ((layer = next()) && training && layer->as<DropoutSpec>()) {
            plan.dropout = true;
            plan.name += ", dropout";
            ++plan.layers;
        }
        return plan;
    }
    if ((layer = next()) && layer->as<LrnSpec>()) {
        plan.norm = *layer->as<LrnSpec>();
        plan.name += ", lrn";
        ++plan.layers;
    }
    if ((layer = next()) && layer->as<PoolingSpec>()) {
        plan.pool = *layer->as<PoolingSpec>();
        plan.name += ", pooling";
        ++plan.layers;
    }
    return plan;
}

ResponseStage::ResponseStage(const StagePlan& plan, const Maps& input, const Maps& output, Element element,
                             bool training, Runtime& runtime)
    : m_runtime(runtime), m_element(element)
{
    m_response.input = input;
    m_response.relu = plan.relu;
    m_response.outputH = output.h;
    m_response.outputW = output.w;
    if (plan.norm) {
        if (training && input.c > mostNormChannels)
            throw Error(concat("A response normalisation over ", input.c, " channels is more than the ",
                               mostNormChannels, " the GPU backend supports in training."));
        m_response.normSize = plan.norm->n;
        m_response.normGroup = input.c / plan.norm->groups;
        m_response.k = static_cast<float>(plan.norm->k);
        m_response.scale = static_cast<float>(plan.norm->scale());
        m_response.beta = static_cast<float>(plan.norm->beta);
    }
    if (!plan.pool)
        return;
    if (plan.pool->size > 255)
        throw Error(concat("A pooling window of ", plan.pool->size, " is larger than the 255 this backend supports."));
    m_response.pool = plan.pool->kind == PoolingKind::Max ? Response::Pool::Max : Response::Pool::Average;
    m_response.size = plan.pool->size;
    m_response.stride = plan.pool->stride;
    m_response.pad = plan.pool->pad;
    if (training && plan.pool->kind == PoolingKind::Max)
        m_winners = Buffer(static_cast<std::size_t>(output.count()) * sizeof(std::uint16_t), runtime.stream);
}

void ResponseStage::forward(const void* input, const float* bias, void* output)
{
    m_response.bias = bias;
    respond(m_response, input, output, static_cast<std::uint16_t*>(m_winners.data()), m_element, m_runtime.stream);
}

void ResponseStage::backward(const void* input, const float* bias, const void* outputGradient,
                             void* inputGradient) const
{
    Response response = m_response;
    response.bias = bias;
    respondBackward(response, input, outputGradient, static_cast<const std::uint16_t*>(m_winners.data()), inputGradient,
                    m_element, m_runtime.stream);
}

} // namespace alexscope::cuda
