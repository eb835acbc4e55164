// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <deque>
#include <functional>
#include <memory>

namespace alexscope::tests {

/// A backend that computes something slightly else than it is asked for. A comparison worth its name finds it out.
class MutatingBackend final : public Backend {
public:
    /// `mutate` is applied to every layer before `inner` makes a kernel of it. It must leave a possible layer (groups
    /// that divide the channels) and not enlarge parameters: nobody checks again.
    MutatingBackend(std::unique_ptr<Backend> inner, std::function<void(LayerSpec&)> mutate)
        : m_inner(std::move(inner)), m_mutate(std::move(mutate))
    {
    }

    BackendInfo info() const override { return m_inner->info(); }
    std::optional<std::string> whyNot(Precision precision) const override { return m_inner->whyNot(precision); }
    Tensor makeInput(Shape shape, Precision precision) override { return m_inner->makeInput(shape, precision); }
    std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) override;
    void upload(const Tensor& to, std::span<const float> values) override { m_inner->upload(to, values); }
    void download(const Tensor& from, std::span<float> values) override { m_inner->download(from, values); }
    void upload(const Tensor& to, std::span<const double> values) override { m_inner->upload(to, values); }
    void download(const Tensor& from, std::span<double> values) override { m_inner->download(from, values); }
    void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms) override
    {
        m_inner->update(updates, momentum, norms);
    }
    void synchronise() override { m_inner->synchronise(); }

private:
    std::unique_ptr<Backend> m_inner;
    std::function<void(LayerSpec&)> m_mutate;
    std::deque<LayerSpec> m_specs; ///< kernels may keep pointers to them
};

} // namespace alexscope::tests
