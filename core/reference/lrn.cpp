// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"
#include "core/reference/response_normalisation.h"

#include <cmath>

/// Local response normalisation (§3.3), at every place of the picture across channels:
///
///   b_i = a_i · d_i^−β,   d_i = k + s Σ_{j ∈ W(i)} a_j²
///
/// W(i): the n channels i − n/2 … i − n/2 + n − 1 as far as they lie in i's group of channels. s = α as printed, or
/// α/n.
/// Backward: a_j stands in its own numerator and in the d_i of every i whose window holds j:
///
///   ∂L/∂a_j = ∂L/∂b_j · d_j^−β − 2 s β a_j Σ_{i : j ∈ W(i)} ∂L/∂b_i · a_i · d_i^(−β−1)
///
/// a, b: N × C × H × W.
namespace alexscope::reference {
namespace {

template <typename T>
class Lrn final : public PlainKernel<T> {
public:
    Lrn(const LrnSpec& spec, const KernelRequest& request)
        : PlainKernel<T>(request), m_spec(spec), m_perGroup(this->m_in.c / spec.groups), m_area(this->m_in.area()),
          m_d(static_cast<std::size_t>(this->m_in.perPicture()))
    {
    }

    void forward(const StepContext&) override
    {
        for (Index n = 0; n < this->m_batch; ++n) {
            const std::span<const T> a = picture(this->input(), n);
            const std::span<T> b = picture(this->output(), n);
            computeDenominators(a);
            for (std::size_t i = 0; i < b.size(); ++i)
                b[i] = static_cast<T>(static_cast<double>(a[i]) * std::pow(m_d[i], -m_spec.beta));
        }
    }

    void backward(const StepContext&) override
    {
        if (!this->wantsInputGradient())
            return;
        std::vector<double> shared(m_d.size()), sums(static_cast<std::size_t>(m_area));
        for (Index n = 0; n < this->m_batch; ++n) {
            const std::span<const T> a = picture(this->input(), n), db = picture(this->outputGradient(), n);
            const std::span<T> da = picture(this->inputGradient(), n);
            computeDenominators(a);
            for (std::size_t i = 0; i < shared.size(); ++i)
                shared[i] = static_cast<double>(db[i]) * static_cast<double>(a[i]) * std::pow(m_d[i], -m_spec.beta - 1);
            for (Index j = 0; j < this->m_in.c; ++j) {
                const Index lowest = j + m_spec.n / 2 - m_spec.n + 1; // whose window reaches up to j
                sumChannels(shared, j, lowest, sums);
                for (Index place = 0; place < m_area; ++place) {
                    const Index i = j * m_area + place;
                    const double own = static_cast<double>(db[i]) * std::pow(m_d[i], -m_spec.beta);
                    const double others = 2 * m_spec.scale() * m_spec.beta * static_cast<double>(a[i]) * sums[place];
                    da[i] = static_cast<T>(own - others);
                }
            }
        }
    }

private:
    template <typename U>
    std::span<U> picture(std::span<U> batch, Index n) const
    {
        return batch.subspan(n * this->m_in.perPicture(), this->m_in.perPicture());
    }

    /// sums[place] = Σ of the n channels from `from` on, those outside the group of `channel` left out.
    void sumChannels(const std::vector<double>& planes, Index channel, Index from, std::vector<double>& sums) const
    {
        const Index groupBegin = channel / m_perGroup * m_perGroup;
        const Index end = std::min(from + m_spec.n, groupBegin + m_perGroup);
        std::fill(sums.begin(), sums.end(), 0.0);
        for (Index c = std::max(from, groupBegin); c < end; ++c)
            for (Index place = 0; place < m_area; ++place)
                sums[place] += planes[c * m_area + place];
    }

    /// d of one picture, into m_d.
    void computeDenominators(std::span<const T> a)
    {
        responseDenominators(a, this->m_in, m_spec, std::span<double>(m_d));
    }

    LrnSpec m_spec;
    Index m_perGroup, m_area;
    std::vector<double> m_d; ///< d of the picture under way
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeLrn(const LrnSpec& spec, const KernelRequest& request)
{
    return std::make_unique<Lrn<T>>(spec, request);
}
template std::unique_ptr<Kernel> makeLrn<float>(const LrnSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeLrn<double>(const LrnSpec&, const KernelRequest&);

} // namespace alexscope::reference
