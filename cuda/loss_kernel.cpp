// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/loss_kernel.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope::cuda {

namespace {

class SoftmaxLossKernel final : public LossKernel {
public:
    SoftmaxLossKernel(const KernelRequest& r, Runtime& runtime)
        : m_runtime(runtime), m_input(r.input), m_inputGradient(r.inputGradient), m_batch(r.batch),
          m_classes(r.input.shape().perPicture()), m_pinnedLabels(labelBytes()), m_pinnedTotals(sizeof(LossTotals)),
          m_labels(labelBytes(), runtime.stream),
          m_losses(static_cast<std::size_t>(r.batch) * sizeof(double), runtime.stream),
          m_ranks(static_cast<std::size_t>(r.batch) * sizeof(std::int32_t), runtime.stream),
          m_totals(sizeof(LossTotals), runtime.stream)
    {
        if (r.input.shape().area() != 1)
            throw Error("The softmax loss needs one score a class; put a linear layer before it.");
        storageOf(m_input).data();
        m_output = runtime.make(r.input.shape(), Element::F32);
    }

    void setLabels(std::span<const std::int32_t> labels) override
    {
        if (static_cast<std::int64_t>(labels.size()) > m_batch)
            throw Error(concat(labels.size(), " labels were given for a batch of ", m_batch, "."));
        for (const std::int32_t label : labels)
            if (label < 0 || label >= m_classes)
                throw Error(
                    concat("Class ", label, " does not exist: the network tells ", m_classes, " classes apart."));
        m_labelsTaken.wait(); // the copy of the labels before these
        auto* const pinned = m_pinnedLabels.as<std::int32_t>();
        std::copy(labels.begin(), labels.end(), pinned);
        pinned[m_batch] = static_cast<std::int32_t>(labels.size());
        m_runtime.stream.copyToDevice(m_labels.data(), pinned, labelBytes());
        m_labelsTaken.record(m_runtime.stream);
        m_labelled = static_cast<std::int64_t>(labels.size());
        m_hasResult = false;
    }

    void forward(const StepContext&) override
    {
        const GpuStorage& scores = storageOf(m_input);
        softmax(storageOf(m_input).data(), scores.element(), static_cast<float*>(storageOf(m_output).data()), labels(),
                static_cast<double*>(m_losses.data()), static_cast<std::int32_t*>(m_ranks.data()), m_batch, m_classes,
                m_runtime.stream);
        if (m_labelled == 0)
            return;
        totalLoss(static_cast<const double*>(m_losses.data()), static_cast<const std::int32_t*>(m_ranks.data()),
                  labels(), m_batch, static_cast<LossTotals*>(m_totals.data()), m_runtime.stream);
        m_runtime.stream.copyToHost(m_pinnedTotals.as<LossTotals>(), m_totals.data(), sizeof(LossTotals));
        m_totalsReady.record(m_runtime.stream);
        m_hasResult = true;
    }

    void backward(const StepContext&) override
    {
        if (m_labelled == 0)
            throw Error("A backward pass needs labels.");
        if (m_inputGradient.exists())
            softmaxBackward(static_cast<const float*>(storageOf(m_output).data()), labels(),
                            storageOf(m_inputGradient).data(), storageOf(m_inputGradient).element(), m_batch, m_classes,
                            m_runtime.stream);
    }

    BatchResult result() const override
    {
        if (!m_hasResult)
            return {};
        m_totalsReady.wait();
        const LossTotals& totals = *m_pinnedTotals.as<LossTotals>();
        return {m_labelled, totals.loss / static_cast<double>(m_labelled), totals.top1Errors, totals.top5Errors};
    }
    std::vector<std::string> implementations() const override { return {"own kernel: softmax loss"}; }

private:
    std::size_t labelBytes() const { return static_cast<std::size_t>(m_batch + 1) * sizeof(std::int32_t); }
    const std::int32_t* labels() const { return static_cast<const std::int32_t*>(m_labels.data()); }

    Runtime& m_runtime;
    Tensor m_input, m_inputGradient;
    std::int64_t m_batch, m_classes, m_labelled = 0;
    bool m_hasResult = false;
    PinnedBuffer m_pinnedLabels, m_pinnedTotals;
    Buffer m_labels; ///< and behind them how many there are
    Buffer m_losses, m_ranks, m_totals;
    Event m_labelsTaken, m_totalsReady;
};

} // namespace

std::unique_ptr<Kernel> makeLossKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<SoftmaxLossKernel>(request, runtime);
}

} // namespace alexscope::cuda
