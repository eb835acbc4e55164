// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "core/reference/kernels.h"

/// Dropout (§4.2): in training every unit of every picture is set to zero with probability p.
///   paper     training y = m x,            test y = (1 − p) x
///   inverted  training y = m x / (1 − p),  test y = x
/// m is 0 or 1 and is not stored: it is a function of seed, layer, iteration, sample and unit, the same on every
/// backend.
namespace alexscope::reference {
namespace {

template <typename T>
class Dropout final : public PlainKernel<T> {
public:
    Dropout(const DropoutSpec& spec, const KernelRequest& request) : PlainKernel<T>(request), m_spec(spec) {}

    void forward(const StepContext& context) override { multiply(this->input(), this->output(), context); }

    /// ∂L/∂x = ∂L/∂y times forward's factor.
    void backward(const StepContext& context) override
    {
        if (this->wantsInputGradient())
            multiply(this->outputGradient(), this->inputGradient(), context);
    }

    void setDropout(double p) override { m_spec.p = p; }

private:
    void multiply(std::span<const T> from, std::span<T> to, const StepContext& context) const
    {
        const bool inverted = m_spec.convention == DropoutConvention::Inverted;
        if (context.phase == Phase::Test) {
            const double factor = inverted ? 1 : 1 - m_spec.p;
            for (std::size_t i = 0; i < to.size(); ++i)
                to[i] = static_cast<T>(factor * static_cast<double>(from[i]));
            return;
        }
        const double keptFactor = inverted ? 1 / (1 - m_spec.p) : 1;
        const auto stream = static_cast<std::uint32_t>(Stream::Dropout) + static_cast<std::uint32_t>(this->m_layer);
        const std::uint32_t threshold = dropThreshold(m_spec.p);
        for (std::size_t i = 0; i < to.size(); ++i) { // i = sample · units + unit
            const bool kept = philoxWord(context.seed, stream, context.iteration, i) >= threshold;
            to[i] = kept ? static_cast<T>(keptFactor * static_cast<double>(from[i])) : T(0);
        }
    }

    DropoutSpec m_spec;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeDropout(const DropoutSpec& spec, const KernelRequest& request)
{
    return std::make_unique<Dropout<T>>(spec, request);
}
template std::unique_ptr<Kernel> makeDropout<float>(const DropoutSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeDropout<double>(const DropoutSpec&, const KernelRequest&);

} // namespace alexscope::reference
