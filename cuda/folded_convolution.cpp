// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/folded_convolution.h"

#include "core/error.h"

#include <limits>

namespace alexscope::cuda {

namespace {

/// Channels that one goes into the multiplication as: the tensor cores' step for operands of a type.
std::int64_t stepOf(Element element, bool tf32)
{
    if (element == Element::Bf16)
        return 8;
    return tf32 ? 4 : 1;
}

/// What is multiplied for one output.
std::int64_t products(const Maps& weights, std::int64_t step)
{
    return (weights.c + step - 1) / step * step * weights.h * weights.w;
}

class FoldedConvolution final : public Convolution {
public:
    FoldedConvolution(const Fold& fold, const Maps& source, Runtime& runtime)
        : m_fold(fold), m_source(source), m_folded(bytesOf(fold.inner.input), runtime.stream),
          m_foldedWeights(bytesOf(fold.inner.weights()), runtime.stream), m_stream(runtime.stream),
          m_inner(runtime.convolutions->prepare(fold.inner))
    {
        if (fold.inner.weightGradient)
            m_foldedGradient = Buffer(bytesOf(fold.inner.weights()), runtime.stream);
    }

    void forward(const void* x, const void* w, void* y) override
    {
        const ConvolutionShape& inner = m_fold.inner;
        foldPixels(x, m_source, m_folded.data(), inner.input, m_fold.side, m_fold.pad, inner.element, m_stream);
        foldPixels(w, m_fold.weights, m_foldedWeights.data(), inner.weights(), m_fold.side, 0, inner.element, m_stream);
        m_inner->forward(m_folded.data(), m_foldedWeights.data(), y);
    }

    /// Of the input that the forward pass had.
    void backwardWeights(const void*, const void* dy, void* dw) override
    {
        m_inner->backwardWeights(m_folded.data(), dy, m_foldedGradient.data());
        unfoldPixels(m_foldedGradient.data(), m_fold.inner.weights(), dw, m_fold.weights, m_fold.side,
                     m_fold.inner.element, m_stream);
    }

    void backwardData(const void*, const void*, void*) override
    {
        throw Error("A folded convolution has no gradient of its input.");
    }

    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names = m_inner->implementations();
        for (std::string& name : names)
            name += concat(", pixels folded ", m_fold.side, "x", m_fold.side);
        return names;
    }

private:
    std::size_t bytesOf(const Maps& maps) const
    {
        return static_cast<std::size_t>(maps.count()) * sizeOf(m_fold.inner.element);
    }

    Fold m_fold;
    Maps m_source;
    Buffer m_folded, m_foldedWeights, m_foldedGradient;
    const Stream& m_stream;
    std::unique_ptr<Convolution> m_inner;
};

} // namespace

std::optional<Fold> planFold(const ConvolutionShape& shape, bool tf32)
{
    if (shape.stride == 1 || shape.input.groups > 1 || shape.inputGradient)
        return std::nullopt;
    const int side = shape.stride, size = (shape.size + side - 1) / side;
    Fold fold{side, shape.pad, shape.weights(), shape};
    fold.inner.input.h = shape.output.h + size - 1;
    fold.inner.input.w = shape.output.w + size - 1;
    fold.inner.input.c = shape.input.c * side * side;
    fold.inner.size = size;
    fold.inner.stride = 1;
    fold.inner.pad = 0;
    if (fold.inner.input.count() > std::numeric_limits<std::int32_t>::max())
        return std::nullopt; // the kernels count in 32 bits
    const std::int64_t step = stepOf(shape.element, tf32);
    if (products(fold.inner.weights(), step) >= products(shape.weights(), step))
        return std::nullopt;
    return fold;
}

std::unique_ptr<Convolution> makeFoldedConvolution(const Fold& fold, const Maps& source, Runtime& runtime)
{
    return std::make_unique<FoldedConvolution>(fold, source, runtime);
}

} // namespace alexscope::cuda
