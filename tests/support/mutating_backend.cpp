// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutating_backend.h"

namespace alexscope::tests {

std::unique_ptr<Kernel> MutatingBackend::makeKernel(const KernelRequest& request)
{
    std::vector<LayerBinding> layers(request.layers.begin(), request.layers.end());
    for (LayerBinding& layer : layers) {
        m_specs.push_back(*layer.spec);
        m_mutate(m_specs.back());
        layer.spec = &m_specs.back();
    }
    KernelRequest mutated = request;
    mutated.layers = layers;
    return m_inner->makeKernel(mutated);
}

} // namespace alexscope::tests
