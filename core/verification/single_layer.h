// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <memory>
#include <vector>

namespace alexscope {

/// One layer alone on a backend, in training, with an input and gradients of its own to fill and read.
class SingleLayer {
public:
    /// `index`: the layer's place in its network, which keys dropout. Keeps a reference to `backend`.
    SingleLayer(Backend& backend, const LayerSpec& spec, const LayerGeometry& geometry, int index, std::int64_t batch,
                bool wantsInputGradient = true);
    SingleLayer(const SingleLayer&) = delete; // the kernel points to the parameters
    SingleLayer& operator=(const SingleLayer&) = delete;

    Kernel& kernel() { return *m_kernel; }
    LossKernel* loss() { return dynamic_cast<LossKernel*>(m_kernel.get()); } ///< null for other kinds
    const Tensor& input() const { return m_input; }
    const Tensor& inputGradient() const { return m_inputGradient; } ///< need not exist
    Parameter& weight() { return m_weight; }
    Parameter& bias() { return m_bias; }

    template <typename T>
    void upload(const Tensor& to, const std::vector<T>& values)
    {
        m_backend.upload(to, std::span<const T>(values));
    }
    std::vector<double> download(const Tensor& from) const;

private:
    Backend& m_backend;
    Parameter m_weight, m_bias;
    Tensor m_input, m_inputGradient;
    std::unique_ptr<Kernel> m_kernel;
};

} // namespace alexscope
