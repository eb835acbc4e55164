// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/product_kernel.h"

#include "cuda/dropout.h"
#include "cuda/folded_convolution.h"
#include "cuda/response_stage.h"

namespace alexscope::cuda {

namespace {

/// What both kinds share: parameters, what comes after the product, and its way back.
class ProductKernel : public Kernel {
public:
    ProductKernel(const KernelRequest& r, Runtime& runtime)
        : m_runtime(runtime), m_input(r.input), m_inputGradient(r.inputGradient), m_weight(*r.layers[0].weight),
          m_bias(*r.layers[0].bias), m_plan(planStage(r.layers, r.fuse, r.training)),
          m_element(elementType(r.precision)), m_productMaps(mapsOf(r.layers[0].geometry.output.withBatch(r.batch)))
    {
        if (const auto* convolution = r.layers[0].spec->as<ConvolutionSpec>())
            m_productMaps.groups = convolution->groups;
        m_layerCount = 1 + m_plan.layers;
        storageOf(m_input).data();
        if (!r.training)
            return;
        const auto bytes = static_cast<std::size_t>(m_productMaps.count()) * sizeOf(m_element);
        if (m_plan.relu || m_productMaps.groups > 1)
            m_runtime.scratch.reserve(Scratch::MaskedGradient, bytes);
        m_runtime.scratch.reserve(Scratch::ColumnSums,
                                  static_cast<std::size_t>(columnScratch(m_productMaps.pixels(), m_productMaps.c)) *
                                      sizeof(float));
    }

    void backward(const StepContext& context) override
    {
        const void* const gradient = productGradient(context);
        backwardWeights(gradient);
        if (m_inputGradient.exists())
            backwardData(gradient);
    }

    void refresh() override { weights(); }

protected:
    virtual void backwardWeights(const void* productGradient) = 0;
    virtual void backwardData(const void* productGradient) = 0;

    const void* weights() const { return weightsOf(m_weight.value).in(m_element); }
    const float* bias() const { return static_cast<const float*>(storageOf(m_bias.value).data()); }

    /// dL/d(product + bias), from the gradient of this kernel's output, where the product's numbers lie; its sums are
    /// the bias's gradient.
    const void* productGradient(const StepContext& context)
    {
        const void* const gradient = storageOf(m_outputGradient).data();
        void* const masked = m_runtime.scratch.data(Scratch::MaskedGradient);
        auto* const scratch = static_cast<float*>(m_runtime.scratch.data(Scratch::ColumnSums));
        auto* const sums = static_cast<float*>(storageOf(m_bias.gradient).data());
        const Stream& stream = m_runtime.stream;
        if (m_plan.relu && !m_stage) {
            const float kept = m_dropout ? m_dropout->mask(context, m_runtime).kept : 1.0f;
            gateAndSumColumns({storageOf(m_output).data(), gradient, masked, kept}, m_productMaps, m_element, scratch,
                              sums, stream);
            return masked;
        }
        if (m_stage)
            m_stage->backward(storageOf(m_product).data(), bias(), gradient, masked);
        else if (m_productMaps.groups > 1)
            copyWindow(gradient, storageOf(m_outputGradient).maps(), masked, m_productMaps, m_element, stream);
        const void* const result = m_stage || m_productMaps.groups > 1 ? masked : gradient;
        sumColumns(result, m_element, m_productMaps, scratch, sums, stream);
        return result;
    }

    void addStageName(std::vector<std::string>& names) const
    {
        names.push_back("own kernel: bias" + (m_plan.relu ? ", " + m_plan.name : std::string()));
    }

    Runtime& m_runtime;
    Tensor m_input, m_inputGradient;
    Parameter &m_weight, &m_bias;
    StagePlan m_plan;
    Element m_element;
    Maps m_productMaps; ///< how that lies
    Tensor m_product;   ///< what the library writes: the output itself, or (without bias yet) what becomes the output
    std::optional<ResponseStage> m_stage;
    std::optional<Dropout> m_dropout;
};

class ConvolutionKernel final : public ProductKernel {
public:
    ConvolutionKernel(const KernelRequest& r, Runtime& runtime) : ProductKernel(r, runtime)
    {
        const LayerGeometry& geometry = r.layers[0].geometry;
        prepareParameters(r, mapsOf(geometry.weightShape), m_element, runtime);
        prepareConvolution(r);
        const LayerBinding& last = r.layers[static_cast<std::size_t>(m_layerCount - 1)];
        const Shape outputShape = last.geometry.output.withBatch(r.batch);
        m_product = runtime.make(geometry.output.withBatch(r.batch), m_element);
        const bool isOutput = !m_plan.passes() && m_productMaps.groups == 1;
        m_output = isOutput ? m_product : runtime.make(outputShape, m_element);
        if (r.training)
            m_outputGradient = runtime.make(outputShape, m_element);
        if (m_plan.passes())
            m_stage.emplace(m_plan, m_productMaps, mapsOf(outputShape), m_element, r.training, runtime);
    }

    void forward(const StepContext&) override
    {
        const void* source = storageOf(m_input).data();
        if (m_isCopied) {
            copyWindow(source, storageOf(m_input).maps(), m_copy.data(), m_source, m_element, m_runtime.stream);
            source = m_copy.data();
        }
        void* const product = storageOf(m_product).data();
        m_convolution->forward(source, weights(), product);
        if (m_stage)
            m_stage->forward(product, bias(), storageOf(m_output).data());
        else
            addBias(product, m_productMaps, storageOf(m_output).data(), m_element, bias(), m_plan.relu,
                    m_runtime.stream);
    }

    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names = m_convolution->implementations();
        addStageName(names);
        return names;
    }

private:
    /// Rounding up reads zeros beyond the lower and right border only, and the library pads alike on all sides; groups
    /// lie one after the other for it. So the input is copied into a larger one or one in groups, or folded, and the
    /// gradient copied back.
    void prepareConvolution(const KernelRequest& r)
    {
        const LayerGeometry& geometry = r.layers[0].geometry;
        ConvolutionShape shape =
            convolutionShape(*r.layers[0].spec->as<ConvolutionSpec>(), geometry, r.batch, m_element);
        shape.weightGradient = r.training;
        shape.inputGradient = r.training && m_inputGradient.exists();
        m_source = shape.input;
        checkCount(m_source);
        if (const std::optional<Fold> fold = planFold(shape, m_runtime.tf32)) {
            m_convolution = makeFoldedConvolution(*fold, storageOf(m_input).maps(), m_runtime);
            return;
        }
        m_isCopied = geometry.padAfterH > 0 || geometry.padAfterW > 0 || m_source.groups > 1;
        if (m_isCopied) {
            const auto bytes = static_cast<std::size_t>(m_source.count()) * sizeOf(m_element);
            m_copy = Buffer(bytes, m_runtime.stream);
            if (m_inputGradient.exists())
                m_runtime.scratch.reserve(Scratch::CopiedGradient, bytes);
        }
        m_convolution = m_runtime.convolutions->prepare(shape);
    }

    void backwardWeights(const void* productGradient) override
    {
        m_convolution->backwardWeights(m_isCopied ? m_copy.data() : storageOf(m_input).data(), productGradient,
                                       storageOf(m_weight.gradient).data());
    }

    void backwardData(const void* productGradient) override
    {
        void* const gradient = storageOf(m_inputGradient).data();
        if (!m_isCopied) {
            m_convolution->backwardData(productGradient, weights(), gradient);
            return;
        }
        void* const copied = m_runtime.scratch.data(Scratch::CopiedGradient);
        m_convolution->backwardData(productGradient, weights(), copied);
        copyWindow(copied, m_source, gradient, storageOf(m_input).maps(), m_element, m_runtime.stream);
    }

    Maps m_source; ///< the input as the library reads it
    bool m_isCopied = false;
    Buffer m_copy;
    std::unique_ptr<Convolution> m_convolution;
};

/// y = x · wᵀ. The columns of w are in the input's own order (row, column, channel), so maps need no re-ordering.
class LinearKernel final : public ProductKernel {
public:
    LinearKernel(const KernelRequest& r, Runtime& runtime)
        : ProductKernel(r, runtime), m_batch(r.batch), m_inputs(r.layers[0].geometry.input.perPicture()),
          m_outputs(m_productMaps.c)
    {
        if (m_plan.dropout) {
            const LayerBinding& last = r.layers[static_cast<std::size_t>(m_plan.layers)];
            m_dropout.emplace(*last.spec->as<DropoutSpec>(), last.index);
        }
        const Shape in = r.layers[0].geometry.input;
        prepareParameters(r, {m_outputs, in.h, in.w, in.c}, Element::F32, runtime);
        // The loss is computed from unrounded scores.
        const bool scores = r.layers.size() > 1 && r.layers[1].spec->as<SoftmaxLossSpec>();
        m_outputElement = scores ? Element::F32 : m_element;
        const Shape out = r.layers[0].geometry.output.withBatch(r.batch);
        m_output = m_product = runtime.make(out, m_outputElement);
        if (r.training)
            m_outputGradient = runtime.make(out, m_element);
        if (m_outputElement != Element::F32)
            runtime.scratch.reserve(Scratch::Sums, static_cast<std::size_t>(m_batch * m_outputs) * sizeof(float));
    }

    /// Sums stay in float32 until bias and ReLU are done.
    void forward(const StepContext& context) override
    {
        const std::optional<DropoutMask> mask =
            m_dropout ? std::optional(m_dropout->mask(context, m_runtime)) : std::nullopt;
        void* const output = storageOf(m_output).data();
        void* const sums = m_outputElement == Element::F32 ? output : m_runtime.scratch.data(Scratch::Sums);
        m_runtime.products->multiply({m_batch, m_outputs, m_inputs, false, true, m_element, Element::F32},
                                     storageOf(m_input).data(), weights(), sums);
        finishSums(static_cast<const float*>(sums), bias(), output, m_outputElement, m_batch, m_outputs, m_plan.relu,
                   mask ? &*mask : nullptr, m_runtime.stream);
    }

    void setDropout(double p) override
    {
        if (!m_dropout)
            return Kernel::setDropout(p);
        m_dropout->setP(p);
    }

    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names{"forward and backward " + m_runtime.products->version()};
        addStageName(names);
        return names;
    }

private:
    void backwardWeights(const void* productGradient) override
    {
        m_runtime.products->multiply({m_outputs, m_inputs, m_batch, true, false, m_element, Element::F32},
                                     productGradient, storageOf(m_input).data(), storageOf(m_weight.gradient).data());
    }
    void backwardData(const void* productGradient) override
    {
        m_runtime.products->multiply({m_batch, m_inputs, m_outputs, false, false, m_element, m_element},
                                     productGradient, weights(), storageOf(m_inputGradient).data());
    }

    std::int64_t m_batch, m_inputs, m_outputs;
    Element m_outputElement = Element::F32;
};

} // namespace

std::unique_ptr<Kernel> makeProductKernel(const KernelRequest& request, Runtime& runtime)
{
    if (request.layers[0].spec->as<ConvolutionSpec>())
        return std::make_unique<ConvolutionKernel>(request, runtime);
    return std::make_unique<LinearKernel>(request, runtime);
}

} // namespace alexscope::cuda
