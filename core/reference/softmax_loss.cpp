// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

#include <cmath>

/// Softmax and cross-entropy over K classes (§3.5, §5), mean over the M pictures that have a label t[n]:
///
///   p[n, j] = e^(x[n, j] − m) / Σ_i e^(x[n, i] − m),  m = max_i x[n, i] so that nothing overflows
///   L = −1/M Σ_n ln p[n, t[n]],   ∂L/∂x[n, j] = (p[n, j] − [j = t[n]]) / M
///
/// x, p: N × K. Pictures beyond the M-th are padding: they count nowhere and their gradient is zero.
namespace alexscope::reference {
namespace {

template <typename T>
class SoftmaxLoss final : public PlainKernel<T, LossKernel> {
public:
    explicit SoftmaxLoss(const KernelRequest& request)
        : PlainKernel<T, LossKernel>(request), m_classes(this->m_in.perPicture())
    {
    }

    void setLabels(std::span<const std::int32_t> labels) override
    {
        if (static_cast<Index>(labels.size()) > this->m_batch)
            throw Error(concat(labels.size(), " labels were given for a batch of ", this->m_batch, " pictures."));
        for (const std::int32_t label : labels)
            if (label < 0 || label >= m_classes)
                throw Error(
                    concat("Label ", label, " is outside the network's ", m_classes, " classes, which count from 0."));
        m_labels.assign(labels.begin(), labels.end());
        m_result = {};
    }

    BatchResult result() const override { return m_result; }

    void forward(const StepContext&) override
    {
        const std::span<const T> x = this->input();
        const std::span<T> p = this->output();
        m_result = {};
        for (Index n = 0; n < this->m_batch; ++n) {
            const double logSum = softmax(x.subspan(n * m_classes, m_classes), p.subspan(n * m_classes, m_classes));
            if (n < labelled())
                count(m_labels[n], logSum - static_cast<double>(x[n * m_classes + m_labels[n]]),
                      p.subspan(n * m_classes, m_classes));
        }
        if (m_result.pictures > 0)
            m_result.loss /= static_cast<double>(m_result.pictures);
    }

    void backward(const StepContext&) override
    {
        if (!this->wantsInputGradient())
            return;
        const std::span<const T> p = this->output();
        const std::span<T> dx = this->inputGradient();
        std::fill(dx.begin(), dx.end(), T(0));
        for (Index n = 0; n < labelled(); ++n)
            for (Index j = 0; j < m_classes; ++j) {
                const double wanted = j == m_labels[n] ? 1 : 0;
                dx[n * m_classes + j] = static_cast<T>((static_cast<double>(p[n * m_classes + j]) - wanted) /
                                                       static_cast<double>(labelled()));
            }
    }

private:
    Index labelled() const { return static_cast<Index>(m_labels.size()); }

    /// p ← softmax(x) of one picture; returns ln Σ e^x.
    static double softmax(std::span<const T> x, std::span<T> p)
    {
        const double highest = static_cast<double>(*std::max_element(x.begin(), x.end()));
        double sum = 0;
        for (const T value : x)
            sum += std::exp(static_cast<double>(value) - highest);
        for (std::size_t j = 0; j < p.size(); ++j)
            p[j] = static_cast<T>(std::exp(static_cast<double>(x[j]) - highest) / sum);
        return highest + std::log(sum);
    }

    /// Adds one picture. Of equal probabilities the lower class number ranks first. Written with "not less", so that
    /// probabilities that are not numbers count as errors.
    void count(std::int32_t label, double minusLogP, std::span<const T> p)
    {
        Index above = 0;
        for (Index j = 0; j < m_classes; ++j)
            above += j < label ? !(p[j] < p[label]) : j > label && !(p[j] <= p[label]);
        ++m_result.pictures;
        m_result.loss += minusLogP;
        m_result.top1Errors += above >= 1;
        m_result.top5Errors += above >= 5;
    }

    Index m_classes;
    std::vector<std::int32_t> m_labels;
    BatchResult m_result;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeSoftmaxLoss(const SoftmaxLossSpec&, const KernelRequest& request)
{
    return std::make_unique<SoftmaxLoss<T>>(request);
}
template std::unique_ptr<Kernel> makeSoftmaxLoss<float>(const SoftmaxLossSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeSoftmaxLoss<double>(const SoftmaxLossSpec&, const KernelRequest&);

} // namespace alexscope::reference
