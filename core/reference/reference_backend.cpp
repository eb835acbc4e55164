// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/reference_backend.h"

#include "core/backend/catalogue.h"
#include "core/reference/kernels.h"

namespace alexscope {
namespace reference {
namespace {

template <typename From, typename To>
void copy(std::span<const From> from, std::span<To> to)
{
    if (from.size() != to.size())
        throw Error(
            concat("A copy of ", from.size(), " numbers into ", to.size(), " was asked for; the sizes must be equal."));
    std::transform(from.begin(), from.end(), to.begin(), [](From value) { return static_cast<To>(value); });
}

template <typename T>
class ReferenceBackend final : public Backend {
public:
    BackendInfo info() const override
    {
        return {"reference", "plain loops, one thread", "", std::is_same_v<T, double> ? "double" : "float", 1};
    }

    std::optional<std::string> whyNot(Precision precision) const override
    {
        if (precision == Precision::Fp32)
            return std::nullopt;
        return "The reference backend computes in fp32 only; choose fp32, or another device for bf16.";
    }

    Tensor makeInput(Shape shape, Precision precision) override
    {
        check(precision);
        return makeTensor<T>(shape);
    }

    std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) override
    {
        check(request.precision);
        return std::visit([&](const auto& spec) { return make(spec, request); },
                          request.layers.front().spec->operation);
    }

    void upload(const Tensor& to, std::span<const float> values) override { copy(values, valuesOf<T>(to)); }
    void upload(const Tensor& to, std::span<const double> values) override { copy(values, valuesOf<T>(to)); }
    void download(const Tensor& from, std::span<float> values) override
    {
        copy(std::span<const T>(valuesOf<T>(from)), values);
    }
    void download(const Tensor& from, std::span<double> values) override
    {
        copy(std::span<const T>(valuesOf<T>(from)), values);
    }

    void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms) override
    {
        if (norms)
            *norms = {};
        for (const ParameterUpdate& one : updates) {
            const StepNorms step = sgdStep<T>(one, momentum);
            if (norms) {
                norms->update.push_back(step.update);
                norms->weight.push_back(step.weight);
            }
        }
    }

private:
    void check(Precision precision) const
    {
        if (const auto reason = whyNot(precision))
            throw Error(*reason);
    }

    static std::unique_ptr<Kernel> make(const ConvolutionSpec& s, const KernelRequest& r)
    {
        return makeConvolution<T>(s, r);
    }
    static std::unique_ptr<Kernel> make(const LinearSpec& s, const KernelRequest& r) { return makeLinear<T>(s, r); }
    static std::unique_ptr<Kernel> make(const ActivationSpec& s, const KernelRequest& r)
    {
        return makeActivation<T>(s, r);
    }
    static std::unique_ptr<Kernel> make(const LrnSpec& s, const KernelRequest& r) { return makeLrn<T>(s, r); }
    static std::unique_ptr<Kernel> make(const PoolingSpec& s, const KernelRequest& r) { return makePooling<T>(s, r); }
    static std::unique_ptr<Kernel> make(const DropoutSpec& s, const KernelRequest& r) { return makeDropout<T>(s, r); }
    static std::unique_ptr<Kernel> make(const SoftmaxLossSpec& s, const KernelRequest& r)
    {
        return makeSoftmaxLoss<T>(s, r);
    }
};

} // namespace
} // namespace reference

std::unique_ptr<Backend> makeReferenceBackend(bool inDouble)
{
    if (inDouble)
        return std::make_unique<reference::ReferenceBackend<double>>();
    return std::make_unique<reference::ReferenceBackend<float>>();
}

BackendEntry referenceEntry()
{
    return {"reference", "", [] { return makeReferenceBackend(); }};
}

} // namespace alexscope
