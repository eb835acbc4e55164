// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/element_kernels.h"

#include "core/random/philox.h"
#include "core/vectorised.h"
#include "cpu/parallel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alexscope::cpu {

namespace {

ALEXSCOPE_VECTORISED
void relu(float* values, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] = values[i] > 0.0f ? values[i] : 0.0f;
}

void activate(ActivationKind kind, float* values, std::int64_t count)
{
    switch (kind) {
    case ActivationKind::Relu:
        relu(values, count);
        return;
    case ActivationKind::Tanh:
        for (std::int64_t i = 0; i < count; ++i)
            values[i] = std::tanh(values[i]);
        return;
    case ActivationKind::Sigmoid:
        for (std::int64_t i = 0; i < count; ++i)
            values[i] = 1.0f / (1.0f + std::exp(-values[i]));
        return;
    }
}

/// gradient *= f′, written in terms of the output f.
ALEXSCOPE_VECTORISED
void multiplyByDerivative(ActivationKind kind, const float* __restrict output, float* __restrict gradient,
                          std::int64_t count)
{
    if (kind == ActivationKind::Relu)
        for (std::int64_t i = 0; i < count; ++i)
            gradient[i] = output[i] > 0.0f ? gradient[i] : 0.0f;
    else if (kind == ActivationKind::Tanh)
        for (std::int64_t i = 0; i < count; ++i)
            gradient[i] *= 1.0f - output[i] * output[i];
    else
        for (std::int64_t i = 0; i < count; ++i)
            gradient[i] *= output[i] * (1.0f - output[i]);
}

ALEXSCOPE_VECTORISED
void multiplyBy(const float* __restrict factors, float* __restrict values, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] *= factors[i];
}

/// A layer that keeps shape and layout and works on one row after the other.
class ElementKernel : public Kernel {
public:
    ElementKernel(const KernelRequest& r, Runtime& runtime) : m_input(r.input), m_inputGradient(r.inputGradient)
    {
        const Desc desc = storageOf(r.input).desc();
        storageOf(m_input).memory(); // settles the network's input when this is the first layer
        m_output = runtime.make(r.input.shape(), desc);
        if (r.training)
            m_outputGradient = runtime.make(r.input.shape(), desc);
        m_layout = layoutOf(m_output);
    }

protected:
    /// change(row index, row) for every row of `from`, stored to `to`.
    template <typename Change>
    void eachRow(const Tensor& from, const Tensor& to, const Change& change) const
    {
        const std::byte* source = storageOf(from).data();
        std::byte* target = storageOf(to).data();
        parallelRanges(m_layout.rowCount(), [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> row(static_cast<std::size_t>(m_layout.rowSize()));
            for (std::int64_t i = begin; i < end; ++i) {
                loadRow(source, m_layout, i, row.data());
                change(i, row.data());
                storeRow(target, m_layout, i, row.data());
            }
        });
    }

    Tensor m_input, m_inputGradient;
    ChannelLayout m_layout;
};

class ActivationKernel final : public ElementKernel {
public:
    ActivationKernel(const KernelRequest& r, Runtime& runtime)
        : ElementKernel(r, runtime), m_kind(r.layers[0].spec->as<ActivationSpec>()->kind)
    {
    }
    void forward(const StepContext&) override
    {
        eachRow(m_input, m_output, [&](std::int64_t, float* row) { activate(m_kind, row, m_layout.rowSize()); });
    }
    void backward(const StepContext&) override
    {
        if (!m_inputGradient.exists())
            return;
        const std::byte* output = storageOf(m_output).data();
        eachRow(m_outputGradient, m_inputGradient, [&](std::int64_t i, float* row) {
            thread_local std::vector<float> f;
            f.resize(static_cast<std::size_t>(m_layout.rowSize()));
            loadRow(output, m_layout, i, f.data());
            multiplyByDerivative(m_kind, f.data(), row, m_layout.rowSize());
        });
    }
    std::vector<std::string> implementations() const override { return {"own rows: activation"}; }

private:
    ActivationKind m_kind;
};

class DropoutKernel final : public ElementKernel {
public:
    DropoutKernel(const KernelRequest& r, Runtime& runtime)
        : ElementKernel(r, runtime), m_spec(*r.layers[0].spec->as<DropoutSpec>()),
          m_stream(static_cast<std::uint32_t>(Stream::Dropout) + static_cast<std::uint32_t>(r.layers[0].index))
    {
        if (r.training)
            m_factors.resize(static_cast<std::size_t>(m_layout.rowCount() * m_layout.rowSize()));
    }

    void forward(const StepContext& context) override
    {
        if (context.phase == Phase::Test) {
            scaleForTest(m_input, m_output);
            return;
        }
        if (m_factors.empty())
            throw Error("Dropout was asked to draw a mask in a network prepared for inference only.");
        eachRow(m_input, m_output, [&](std::int64_t index, float* row) {
            float* factors = factorsOf(index);
            drawFactors(context, index, factors);
            multiplyBy(factors, row, m_layout.rowSize());
        });
    }

    void backward(const StepContext& context) override
    {
        if (!m_inputGradient.exists())
            return;
        if (context.phase == Phase::Test) {
            scaleForTest(m_outputGradient, m_inputGradient);
            return;
        }
        eachRow(m_outputGradient, m_inputGradient,
                [&](std::int64_t index, float* row) { multiplyBy(factorsOf(index), row, m_layout.rowSize()); });
    }
    std::vector<std::string> implementations() const override { return {"own rows: dropout"}; }
    void setDropout(double p) override { m_spec.p = p; }

private:
    float* factorsOf(std::int64_t index) { return m_factors.data() + index * m_layout.rowSize(); }

    void scaleForTest(const Tensor& from, const Tensor& to) const
    {
        const float factor =
            m_spec.convention == DropoutConvention::Inverted ? 1.0f : static_cast<float>(1.0 - m_spec.p);
        eachRow(from, to, [&](std::int64_t, float* row) {
            for (std::int64_t i = 0; i < m_layout.rowSize(); ++i)
                row[i] *= factor;
        });
    }

    /// Units are numbered c, h, w; a vector's words are consecutive and come four to a Philox block.
    void drawFactors(const StepContext& context, std::int64_t index, float* factors) const
    {
        const std::uint32_t threshold = dropThreshold(m_spec.p);
        const float kept =
            m_spec.convention == DropoutConvention::Inverted ? static_cast<float>(1.0 / (1.0 - m_spec.p)) : 1.0f;
        const std::int64_t picture = index / m_layout.height, y = index % m_layout.height;
        const std::int64_t area = m_layout.height * m_layout.width, units = m_layout.channels * area;
        for (std::int64_t x = 0; x < m_layout.width; ++x)
            for (std::int64_t c = 0; c < m_layout.channels; ++c) {
                const auto number = static_cast<std::uint64_t>(picture * units + c * area + y * m_layout.width + x);
                std::uint32_t word;
                if (area == 1 && number % 4 == 0 && c + 4 <= m_layout.channels) {
                    const Philox4 block = philox(context.seed, m_stream, context.iteration, number / 4);
                    for (int lane = 0; lane < 3; ++lane)
                        factors[c + lane] = block.v[lane] >= threshold ? kept : 0.0f;
                    c += 3;
                    word = block.v[3];
                } else {
                    word = philoxWord(context.seed, m_stream, context.iteration, number);
                }
                factors[x * m_layout.rowStride() + c] = word >= threshold ? kept : 0.0f;
            }
    }

    DropoutSpec m_spec;
    std::uint32_t m_stream;
    std::vector<float> m_factors; ///< what each unit was multiplied by, in row order
};

} // namespace

std::unique_ptr<Kernel> makeActivationKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<ActivationKernel>(request, runtime);
}

std::unique_ptr<Kernel> makeDropoutKernel(const KernelRequest& request, Runtime& runtime)
{
    return std::make_unique<DropoutKernel>(request, runtime);
}

} // namespace alexscope::cpu
