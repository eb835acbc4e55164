// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/single_layer.h"

namespace alexscope {

SingleLayer::SingleLayer(Backend& backend, const LayerSpec& spec, const LayerGeometry& geometry, int index,
                         std::int64_t batch, bool wantsInputGradient)
    : m_backend(backend)
{
    LayerBinding binding{&spec, geometry, index, nullptr, nullptr};
    if (spec.hasParameters()) {
        m_weight.info.name = spec.name + ".weight";
        m_weight.info.shape = geometry.weightShape;
        m_bias.info.name = spec.name + ".bias";
        m_bias.info.isBias = true;
        m_bias.info.shape = {geometry.biases, 1, 1, 1};
        binding.weight = &m_weight;
        binding.bias = &m_bias;
    }
    m_input = backend.makeInput(geometry.input.withBatch(batch), Precision::Fp32);
    if (wantsInputGradient)
        m_inputGradient = backend.makeInput(geometry.input.withBatch(batch), Precision::Fp32);
    KernelRequest request;
    request.layers = {&binding, 1};
    request.input = m_input;
    request.inputGradient = m_inputGradient;
    request.batch = batch;
    request.fuse = false;
    m_kernel = backend.makeKernel(request);
}

std::vector<double> SingleLayer::download(const Tensor& from) const
{
    std::vector<double> values(static_cast<std::size_t>(from.shape().count()));
    m_backend.download(from, std::span<double>(values));
    return values;
}

} // namespace alexscope
