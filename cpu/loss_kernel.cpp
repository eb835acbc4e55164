// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/loss_kernel.h"

#include "cpu/parallel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alexscope::cpu {

namespace {

class SoftmaxLossKernel final : public LossKernel {
public:
    SoftmaxLossKernel(const KernelRequest& r, Runtime& runtime)
        : m_input(r.input), m_inputGradient(r.inputGradient), m_scores(layoutOf(r.input)),
          m_classes(r.input.shape().perPicture())
    {
        if (r.input.shape().area() != 1)
            throw Error("The softmax loss needs one score a class; put a linear layer before it.");
        const Shape shape = r.input.shape();
        m_output = runtime.make(shape, Desc({shape.n, shape.c}, DataType::f32, Format::ab));
        m_losses.resize(static_cast<std::size_t>(shape.n));
        m_ranks.resize(static_cast<std::size_t>(shape.n));
    }

    void setLabels(std::span<const std::int32_t> labels) override
    {
        if (labels.size() > m_losses.size())
            throw Error(concat(labels.size(), " labels were given for a batch of ", m_losses.size(), "."));
        for (std::int32_t label : labels)
            if (label < 0 || label >= m_classes)
                throw Error(
                    concat("Class ", label, " does not exist: the network tells ", m_classes, " classes apart."));
        m_labels.assign(labels.begin(), labels.end());
    }

    void forward(const StepContext&) override
    {
        const std::byte* scores = storageOf(m_input).data();
        auto* probabilities = reinterpret_cast<float*>(storageOf(m_output).data());
        parallelRanges(m_scores.n, [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> row(static_cast<std::size_t>(m_scores.rowSize()));
            for (std::int64_t n = begin; n < end; ++n) {
                loadRow(scores, m_scores, n, row.data());
                forwardPicture(static_cast<std::size_t>(n), row.data(), probabilities + n * m_classes);
            }
        });
    }

    /// ∂L/∂score = (p − [class is true]) / pictures that count.
    void backward(const StepContext&) override
    {
        if (m_labels.empty())
            throw Error("A backward pass needs labels.");
        if (!m_inputGradient.exists())
            return;
        const auto* probabilities = reinterpret_cast<const float*>(storageOf(m_output).data());
        std::byte* gradient = storageOf(m_inputGradient).data();
        const ChannelLayout layout = layoutOf(m_inputGradient);
        const float factor = 1.0f / static_cast<float>(m_labels.size());
        parallelRanges(layout.n, [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> row(static_cast<std::size_t>(layout.rowSize()));
            for (std::int64_t n = begin; n < end; ++n) {
                const bool counts = n < static_cast<std::int64_t>(m_labels.size());
                for (std::int64_t c = 0; c < m_classes; ++c)
                    row[static_cast<std::size_t>(c)] = counts ? probabilities[n * m_classes + c] * factor : 0.0f;
                if (counts) {
                    const auto label = m_labels[static_cast<std::size_t>(n)];
                    row[static_cast<std::size_t>(label)] = (probabilities[n * m_classes + label] - 1.0f) * factor;
                }
                storeRow(gradient, layout, n, row.data());
            }
        });
    }

    BatchResult result() const override
    {
        BatchResult r;
        r.pictures = static_cast<std::int64_t>(m_labels.size());
        for (std::size_t n = 0; n < m_labels.size(); ++n) {
            r.loss += m_losses[n];
            r.top1Errors += m_ranks[n] >= 1;
            r.top5Errors += m_ranks[n] >= 5;
        }
        if (r.pictures > 0)
            r.loss /= static_cast<double>(r.pictures);
        return r;
    }
    std::vector<std::string> implementations() const override { return {"own rows: softmax loss"}; }

private:
    void forwardPicture(std::size_t n, const float* scores, float* probabilities)
    {
        const float largest = *std::max_element(scores, scores + m_classes);
        double sum = 0;
        for (std::int64_t c = 0; c < m_classes; ++c)
            sum += std::exp(static_cast<double>(scores[c]) - largest);
        for (std::int64_t c = 0; c < m_classes; ++c)
            probabilities[c] = static_cast<float>(std::exp(static_cast<double>(scores[c]) - largest) / sum);
        if (n >= m_labels.size())
            return;
        const std::int64_t label = m_labels[n];
        m_losses[n] = std::log(sum) - (static_cast<double>(scores[label]) - largest);
        int rank = 0;
        for (std::int64_t c = 0; c < m_classes; ++c)
            rank += c != label &&
                    !(scores[c] < scores[label] || (scores[c] == scores[label] && c > label)); // NaN is an error
        m_ranks[n] = rank;
    }

    Tensor m_input, m_inputGradient;
    ChannelLayout m_scores;
    std::int64_t m_classes;
    std::vector<std::int32_t> m_labels;
    std::vector<double> m_losses;
    std::vector<int> m_ranks; ///< classes ranked above the true one
};

} // namespace

std::unique_ptr<Kernel> makeLossKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<SoftmaxLossKernel>(request, runtime);
}

} // namespace alexscope::cpu
