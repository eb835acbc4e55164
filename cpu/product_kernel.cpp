// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/product_kernel.h"

#include <optional>

namespace alexscope::cpu {

namespace {

bool isPlainLoop(const std::string& implementation)
{
    return implementation.find("ref") != std::string::npos;
}

/// Operand shapes with every format left to the library.
ProductShape anyFormat(const KernelRequest& r)
{
    ProductShape s = productShape(*r.layers[0].spec, r.layers[0].geometry, r.batch, r.precision, r.training);
    // The loss is computed from unrounded scores.
    if (r.layers.size() > 1 && r.layers[1].spec->as<SoftmaxLossSpec>())
        s.destination = Desc(dimsOf(s.destination), DataType::f32, Format::ab);
    return s;
}

/// How the input lies, as the product sees it: a linear layer takes c × h × w in that order as one row, so maps from a
/// convolution have to be plain for it.
Desc asSource(const Desc& input, const ProductShape& shape)
{
    if (dimsOf(input).size() == dimsOf(shape.source).size())
        return input;
    return {dimsOf(input), typeOf(input), Format::nchw};
}

/// A pass's operand that may have to be brought into another format first.
class Operand {
public:
    Operand() = default;
    /// `presented`: what the primitive calls the wanted format, when that is only another view of the same bytes.
    Operand(Runtime& runtime, Scratch::Slot slot, const Desc& wanted, const Desc& given, const Desc& presented)
        : m_wanted(wanted), m_presented(presented), m_slot(slot), m_differs(wanted != given)
    {
        if (m_differs)
            runtime.scratch.reserve(slot, wanted.get_size());
    }
    Operand(Runtime& runtime, Scratch::Slot slot, const Desc& wanted, const Desc& given)
        : Operand(runtime, slot, wanted, given, wanted)
    {
    }
    /// The given memory itself, or its copy in the wanted format.
    dnnl::memory read(Runtime& runtime, dnnl::memory given) const
    {
        if (m_differs) {
            dnnl::memory copy(m_wanted, runtime.engine, runtime.scratch.data(m_slot));
            dnnl::reorder(given, copy).execute(runtime.stream, given, copy);
        }
        return target(runtime, given);
    }
    /// Where the pass writes; finish() brings it to the given memory.
    dnnl::memory target(Runtime& runtime, const dnnl::memory& given) const
    {
        return {m_presented, runtime.engine, m_differs ? runtime.scratch.data(m_slot) : given.get_data_handle()};
    }
    void finish(Runtime& runtime, dnnl::memory given) const
    {
        if (!m_differs)
            return;
        dnnl::memory written(m_wanted, runtime.engine, runtime.scratch.data(m_slot));
        dnnl::reorder(written, given).execute(runtime.stream, written, given);
    }

private:
    Desc m_wanted, m_presented;
    Scratch::Slot m_slot = Scratch::Input;
    bool m_differs = false;
};

template <typename Passes>
class ProductKernel : public Kernel {
public:
    ProductKernel(const KernelRequest& request, Runtime& runtime)
        : m_runtime(runtime), m_input(request.input), m_inputGradient(request.inputGradient),
          m_weight(*request.layers[0].weight), m_bias(*request.layers[0].bias)
    {
        const ResponseStage::Parts parts = planStage(request);
        prepareForward(request, parts.relu);
        makeOutputs(request, parts);
        if (request.training)
            prepareBackward(request);
        else
            makeParameters(request, m_forwardDesc->weights_desc());
    }

    void forward(const StepContext&) override
    {
        const dnnl::memory source = m_source.read(m_runtime, storageOf(m_input).memory());
        m_forward.execute(m_runtime.stream, {{DNNL_ARG_SRC, source},
                                             {DNNL_ARG_WEIGHTS, weights(m_forwardDesc->weights_desc())},
                                             {DNNL_ARG_BIAS, storageOf(m_bias.value).memory()},
                                             {DNNL_ARG_DST, storageOf(m_product).memory()}});
        m_runtime.stream.wait();
        if (m_stage)
            m_stage->forward(storageOf(m_product).data(), storageOf(m_output).data());
    }

    void backward(const StepContext&) override
    {
        dnnl::memory gradient = storageOf(m_outputGradient).memory();
        if (m_stage) {
            std::byte* masked = m_runtime.scratch.data(Scratch::MaskedGradient);
            m_stage->backward(storageOf(m_product).data(), storageOf(m_outputGradient).data(), masked);
            gradient = dnnl::memory(m_productGradientDesc, m_runtime.engine, masked);
        }
        weightsBackward(gradient);
        if (m_inputGradient.exists())
            dataBackward(gradient);
        m_runtime.stream.wait();
    }

    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names{std::string("forward ") + m_forwardDesc->impl_info_str()};
        if (m_weightsDesc)
            names.push_back(std::string("backward weights ") + m_weightsDesc->impl_info_str());
        if (m_dataDesc)
            names.push_back(std::string("backward data ") + m_dataDesc->impl_info_str());
        if (m_stage)
            names.push_back("own rows: " + m_stageName);
        return names;
    }

private:
    using ForwardDesc = typename Passes::Forward::primitive_desc;
    using DataDesc = typename Passes::BackwardData::primitive_desc;
    using WeightsDesc = typename Passes::BackwardWeights::primitive_desc;

    /// How many of the following layers belong to this kernel.
    ResponseStage::Parts planStage(const KernelRequest& r)
    {
        ResponseStage::Parts parts;
        const auto next = [&]() -> const LayerSpec* {
            const auto i = static_cast<std::size_t>(m_layerCount);
            return r.fuse && i < r.layers.size() ? r.layers[i].spec : nullptr;
        };
        const LayerSpec* layer = next();
        const auto* activation = layer ? layer->as<ActivationSpec>() : nullptr;
        if (!activation || activation->kind != ActivationKind::Relu)
            return parts;
        parts.relu = true;
        m_stageName = "relu backward";
        ++m_layerCount;
        if (r.layers[0].spec->as<LinearSpec>())
            return parts;
        if ((layer = next()) && layer->as<LrnSpec>()) {
            parts.norm = *layer->as<LrnSpec>();
            m_stageName += ", lrn";
            ++m_layerCount;
        }
        if ((layer = next()) && layer->as<PoolingSpec>()) {
            parts.pool = *layer->as<PoolingSpec>();
            m_stageName += ", pooling";
            ++m_layerCount;
        }
        return parts;
    }

    void prepareForward(const KernelRequest& r, bool relu)
    {
        m_any = anyFormat(r);
        ProductShape s = m_any;
        s.relu = relu;
        CpuStorage& input = storageOf(r.input);
        m_linear = m_any.strides.empty();
        if (m_linear) { // rows of numbers have one sensible format
            s.source = m_any.source = Desc(dimsOf(s.source), typeOf(s.source), Format::ab);
            input.memory();
        }
        ForwardDesc best = Passes::forward(m_runtime.engine, s);
        if (!input.settled())
            input.settle(best.src_desc());
        // Take the input as it lies where that selects the same kernel.
        if (!m_linear) {
            s.source = input.desc();
            if (const auto fixed = tryForward(s); fixed && sameKernel(*fixed, best))
                best = *fixed;
            else
                s.source = best.src_desc();
        }
        if (m_weight.value.exists())
            reuseWeights(s, best);
        if (!ChannelLayout::of(best.dst_desc())) {
            s.destination = Desc(dimsOf(best.dst_desc()), typeOf(best.dst_desc()), Format::nchw);
            best = Passes::forward(m_runtime.engine, s);
        }
        m_forwardDesc = best;
        m_forward = typename Passes::Forward(best);
        m_source = sourceOperand(best.src_desc());
    }

    /// The library says by an exception that a combination of formats has no kernel.
    template <typename Describe>
    static auto tryDescribe(const Describe& describe) -> std::optional<decltype(describe())>
    {
        try {
            return describe();
        } catch (const dnnl::error& e) {
            if (e.status != dnnl_unimplemented && e.status != dnnl_invalid_arguments)
                throw;
            return std::nullopt;
        }
    }
    std::optional<ForwardDesc> tryForward(const ProductShape& s) const
    {
        return tryDescribe([&] { return Passes::forward(m_runtime.engine, s); });
    }

    template <typename D>
    static bool sameKernel(const D& a, const D& b)
    {
        return std::string(a.impl_info_str()) == b.impl_info_str();
    }

    /// A network that shares its weights (validation, inspection) avoids further copies of them where it costs nothing.
    void reuseWeights(ProductShape& s, ForwardDesc& best) const
    {
        auto& stored = static_cast<WeightStorage&>(storageOf(m_weight.value));
        if (stored.holds(best.weights_desc()))
            return;
        const auto consider = [&](const Desc& desc) {
            if (typeOf(desc) != typeOf(s.weights))
                return false;
            s.weights = desc;
            const auto fixed = tryForward(s);
            if (!fixed || isPlainLoop(fixed->impl_info_str()))
                return false;
            best = *fixed;
            return true;
        };
        bool found = consider(stored.desc());
        for (const auto& copy : stored.copies())
            found = found || consider(copy->desc);
        if (!found)
            s.weights = m_any.weights;
    }

    /// The layer's input, or its gradient, which lies the same way, for a primitive that wants it in `format`.
    Operand sourceOperand(const Desc& format)
    {
        const Desc given = storageOf(m_input).desc();
        const Desc wanted = m_linear ? asSource(given, m_any) : format;
        return {m_runtime, Scratch::Input, wanted, given, format};
    }

    void makeOutputs(const KernelRequest& r, const ResponseStage::Parts& parts)
    {
        const Desc product = m_forwardDesc->dst_desc();
        // Gradients are rounded to the network's type even where the scores themselves are not.
        m_productGradientDesc = sameFormat(product, dimsOf(product), elementType(r.precision));
        const Shape productShape = r.layers[0].geometry.output.withBatch(r.batch);
        const LayerBinding& last = r.layers[static_cast<std::size_t>(m_layerCount - 1)];
        const Shape outputShape = last.geometry.output.withBatch(r.batch);
        m_product = m_runtime.make(productShape, product);
        const bool passes = parts.norm || parts.pool;
        const Dims dims = passes ? Dims{outputShape.n, outputShape.c, outputShape.h, outputShape.w} : dimsOf(product);
        m_output = passes ? m_runtime.make(outputShape, sameFormat(product, dims, typeOf(product))) : m_product;
        if (r.training)
            m_outputGradient = m_runtime.make(outputShape, sameFormat(product, dims, elementType(r.precision)));
        if (!parts.relu)
            return;
        m_stage = std::make_unique<ResponseStage>(parts, layoutOf(m_product), layoutOf(m_output), r.training);
        if (r.training)
            m_runtime.scratch.reserve(Scratch::MaskedGradient, m_productGradientDesc.get_size());
    }

    void prepareBackward(const KernelRequest& r)
    {
        prepareWeightsBackward();
        makeParameters(r, m_weightsDesc->diff_weights_desc());
        if (m_inputGradient.exists())
            prepareDataBackward();
    }

    void prepareWeightsBackward()
    {
        ProductShape s = m_any;
        s.weights = Desc(dimsOf(m_any.weights), DataType::f32, Format::any);
        s.destination = Desc(dimsOf(m_productGradientDesc), typeOf(m_productGradientDesc), Format::any);
        if (m_weight.value.exists())
            s.weights = storageOf(m_weight.value).desc();
        WeightsDesc best = Passes::backwardWeights(m_runtime.engine, s, *m_forwardDesc);
        ProductShape fixed = s;
        fixed.source = m_forwardDesc->src_desc();
        fixed.destination = m_productGradientDesc;
        const auto candidate =
            tryDescribe([&] { return Passes::backwardWeights(m_runtime.engine, fixed, *m_forwardDesc); });
        if (candidate && sameKernel(*candidate, best))
            best = *candidate;
        m_weightsDesc = best;
        m_weightsBackward = typename Passes::BackwardWeights(best);
        m_weightsSource = sourceOperand(best.src_desc());
        m_weightsGradient = Operand(m_runtime, Scratch::Gradient, best.diff_dst_desc(), m_productGradientDesc);
    }

    void makeParameters(const KernelRequest& r, const Desc& like)
    {
        const LayerBinding& layer = r.layers[0];
        const Desc bias({layer.geometry.weightShape.n}, DataType::f32, Format::a);
        if (!m_weight.value.exists()) {
            // Without training a bf16 format may be one that float32 does not have; then the master is plain.
            const Desc master = typeOf(like) == DataType::f32 ? like : plainWeights(dimsOf(like), DataType::f32);
            m_weight.value =
                Tensor(layer.geometry.weightShape, std::make_shared<WeightStorage>(m_runtime.engine, master));
            m_bias.value = m_runtime.make({layer.geometry.weightShape.n, 1, 1, 1}, bias);
        }
        if (!r.training || m_weight.gradient.exists())
            return;
        const Desc master = storageOf(m_weight.value).desc();
        for (Tensor* t : {&m_weight.gradient, &m_weight.velocity})
            *t = m_runtime.make(layer.geometry.weightShape, master);
        for (Tensor* t : {&m_bias.gradient, &m_bias.velocity})
            *t = m_runtime.make({layer.geometry.weightShape.n, 1, 1, 1}, bias);
    }

    static Desc plainWeights(const Dims& dims, DataType type)
    {
        return {dims, type, dims.size() == 5 ? Format::abcde : dims.size() == 4 ? Format::abcd : Format::ab};
    }

    void prepareDataBackward()
    {
        ProductShape s = m_any;
        s.destination = Desc(dimsOf(m_productGradientDesc), typeOf(m_productGradientDesc), Format::any);
        DataDesc best = Passes::backwardData(m_runtime.engine, s, *m_forwardDesc);
        ProductShape weightsFixed = s;
        if (m_linear) // so many weights that a second copy costs more than a kernel's preference gains
            weightsFixed.weights = m_forwardDesc->weights_desc();
        ProductShape allFixed = weightsFixed;
        if (!m_linear)
            allFixed.source = storageOf(m_inputGradient).desc();
        allFixed.destination = m_productGradientDesc;
        for (const ProductShape& shape : {allFixed, weightsFixed}) {
            const auto candidate =
                tryDescribe([&] { return Passes::backwardData(m_runtime.engine, shape, *m_forwardDesc); });
            if (candidate && (sameKernel(*candidate, best) || (m_linear && !isPlainLoop(candidate->impl_info_str())))) {
                best = *candidate;
                break;
            }
        }
        m_dataDesc = best;
        m_dataBackward = typename Passes::BackwardData(best);
        m_dataGradient = Operand(m_runtime, Scratch::Gradient, best.diff_dst_desc(), m_productGradientDesc);
        m_dataResult = sourceOperand(best.diff_src_desc());
    }

    const dnnl::memory& weights(const Desc& format)
    {
        return static_cast<WeightStorage&>(storageOf(m_weight.value)).in(format, m_runtime.stream);
    }

    void weightsBackward(const dnnl::memory& gradient)
    {
        const dnnl::memory source = m_weightsSource.read(m_runtime, storageOf(m_input).memory());
        const dnnl::memory destination = m_weightsGradient.read(m_runtime, gradient);
        m_weightsBackward.execute(m_runtime.stream, {{DNNL_ARG_SRC, source},
                                                     {DNNL_ARG_DIFF_DST, destination},
                                                     {DNNL_ARG_DIFF_WEIGHTS, storageOf(m_weight.gradient).memory()},
                                                     {DNNL_ARG_DIFF_BIAS, storageOf(m_bias.gradient).memory()}});
    }

    void dataBackward(const dnnl::memory& gradient)
    {
        const dnnl::memory& given = storageOf(m_inputGradient).memory();
        const dnnl::memory destination = m_dataGradient.read(m_runtime, gradient);
        const dnnl::memory result = m_dataResult.target(m_runtime, given);
        m_dataBackward.execute(m_runtime.stream, {{DNNL_ARG_DIFF_DST, destination},
                                                  {DNNL_ARG_WEIGHTS, weights(m_dataDesc->weights_desc())},
                                                  {DNNL_ARG_DIFF_SRC, result}});
        m_dataResult.finish(m_runtime, given);
    }

    Runtime& m_runtime;
    Tensor m_input, m_inputGradient;
    Tensor m_product; ///< what the library's primitive writes: the output itself, or the input of norm and pooling
    Parameter &m_weight, &m_bias;
    ProductShape m_any;
    bool m_linear = false;
    Desc m_productGradientDesc;
    std::optional<ForwardDesc> m_forwardDesc;
    std::optional<DataDesc> m_dataDesc;
    std::optional<WeightsDesc> m_weightsDesc;
    typename Passes::Forward m_forward;
    typename Passes::BackwardData m_dataBackward;
    typename Passes::BackwardWeights m_weightsBackward;
    Operand m_source, m_weightsSource, m_weightsGradient, m_dataGradient, m_dataResult;
    std::unique_ptr<ResponseStage> m_stage;
    std::string m_stageName;
};

} // namespace

std::unique_ptr<Kernel> makeProductKernel(const KernelRequest& request, Runtime& runtime)
{
    if (request.layers[0].spec->as<ConvolutionSpec>())
        return std::make_unique<ProductKernel<ConvolutionPasses>>(request, runtime);
    return std::make_unique<ProductKernel<LinearPasses>>(request, runtime);
}

} // namespace alexscope::cpu
