// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/convolution.h"

#include "core/error.h"

#include <cudnn.h>

#include <algorithm>
#include <utility>

/// cuDNN's classic interface: its heuristics name the algorithms, and the first that repeats its results and fits into
/// the working memory is taken, the same one for the same shape in every network and run (measuring which is the
/// fastest would let a run's bits depend on what else the machine was doing). What the library declines goes on with
/// the next one and in the end to kernels/direct.cu.
namespace alexscope::cuda {

namespace {

void check(cudnnStatus_t status, const char* doing)
{
    if (status == CUDNN_STATUS_SUCCESS)
        return;
    char message[400] = "";
    cudnnGetLastErrorString(message, sizeof message);
    throw Error(concat("cuDNN failed while ", doing, " (", cudnnGetErrorString(status), *message ? ": " : "", message,
                       "); if it happens again, choose device cpu."));
}

/// Whether the library says that it has nothing for these operands, as opposed to having failed.
bool declines(cudnnStatus_t status)
{
    const int category = CUDNN_STATUS_CATEGORY(static_cast<int>(status));
    return category == CUDNN_STATUS_NOT_SUPPORTED || category == CUDNN_STATUS_BAD_PARAM;
}

template <typename T, cudnnStatus_t (*create)(T*), cudnnStatus_t (*destroy)(T)>
class Handle {
public:
    Handle() { check(create(&m_handle), "making a descriptor"); }
    ~Handle()
    {
        if (m_handle)
            destroy(m_handle);
    }
    Handle(Handle&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    T get() const { return m_handle; }

private:
    T m_handle = nullptr;
};
using Library = Handle<cudnnHandle_t, cudnnCreate, cudnnDestroy>;
using TensorDescriptor = Handle<cudnnTensorDescriptor_t, cudnnCreateTensorDescriptor, cudnnDestroyTensorDescriptor>;
using FilterDescriptor = Handle<cudnnFilterDescriptor_t, cudnnCreateFilterDescriptor, cudnnDestroyFilterDescriptor>;
using ConvolutionDescriptor =
    Handle<cudnnConvolutionDescriptor_t, cudnnCreateConvolutionDescriptor, cudnnDestroyConvolutionDescriptor>;

int narrow32(std::int64_t value)
{
    return static_cast<int>(value);
}

Maps weightMaps(const ConvolutionShape& s)
{
    return {s.output.c, s.size, s.size, s.input.c / s.groups};
}

/// The operands of one shape, channels last or (`planes`) one channel after the other.
struct Operands {
    TensorDescriptor x, y;
    FilterDescriptor w;

    Operands(const ConvolutionShape& s, bool planes)
    {
        const cudnnTensorFormat_t format = planes ? CUDNN_TENSOR_NCHW : CUDNN_TENSOR_NHWC;
        const cudnnDataType_t type = s.element == Element::Bf16 ? CUDNN_DATA_BFLOAT16 : CUDNN_DATA_FLOAT;
        const auto describe = [&](const TensorDescriptor& to, const Maps& m) {
            check(cudnnSetTensor4dDescriptor(to.get(), format, type, narrow32(m.n), narrow32(m.c), narrow32(m.h),
                                             narrow32(m.w)),
                  "describing a tensor");
        };
        describe(x, s.input);
        describe(y, s.output);
        const Maps filters = weightMaps(s);
        check(cudnnSetFilter4dDescriptor(w.get(), type, format, narrow32(filters.n), narrow32(filters.c),
                                         narrow32(filters.h), narrow32(filters.w)),
              "describing weights");
    }
};

/// What a pass calls, one struct a pass; the operands a pass reads are `first` and `second`, it writes `result`.
struct ForwardCalls {
    using Algorithm = cudnnConvolutionFwdAlgo_t;
    using Suggestion = cudnnConvolutionFwdAlgoPerf_t;
    static constexpr const char* name = "forward";
    static constexpr Algorithm known[] = {CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_PRECOMP_GEMM,
                                          CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_GEMM, CUDNN_CONVOLUTION_FWD_ALGO_GEMM};

    /// Fast transforms lose digits: Winograd's larger tiles and FFT exceed 1e-5.
    static bool isExact(Algorithm a) { return a <= CUDNN_CONVOLUTION_FWD_ALGO_DIRECT; }
    static cudnnStatus_t suggest(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, int most,
                                 int* count, Suggestion* to)
    {
        return cudnnGetConvolutionForwardAlgorithm_v7(h, o.x.get(), o.w.get(), c, o.y.get(), most, count, to);
    }
    static cudnnStatus_t workspace(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                                   std::size_t* bytes)
    {
        return cudnnGetConvolutionForwardWorkspaceSize(h, o.x.get(), o.w.get(), c, o.y.get(), a, bytes);
    }
    static cudnnStatus_t run(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                             void* space, std::size_t bytes, const void* x, const void* w, void* y)
    {
        const float one = 1.0f, zero = 0.0f;
        return cudnnConvolutionForward(h, &one, o.x.get(), x, o.w.get(), w, c, a, space, bytes, &zero, o.y.get(), y);
    }
    static void direct(const DirectShape& s, const void* x, const void* w, void* y, Element element,
                       const Stream& stream)
    {
        directForward(s, x, w, y, element, stream);
    }
    static constexpr int firstOperand = 0, secondOperand = 1, resultOperand = 2; ///< of x, w, y
};

struct DataCalls {
    using Algorithm = cudnnConvolutionBwdDataAlgo_t;
    using Suggestion = cudnnConvolutionBwdDataAlgoPerf_t;
    static constexpr const char* name = "backward data";
    static constexpr Algorithm known[] = {CUDNN_CONVOLUTION_BWD_DATA_ALGO_1};

    static bool isExact(Algorithm a) { return a == CUDNN_CONVOLUTION_BWD_DATA_ALGO_1; }
    static cudnnStatus_t suggest(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, int most,
                                 int* count, Suggestion* to)
    {
        return cudnnGetConvolutionBackwardDataAlgorithm_v7(h, o.w.get(), o.y.get(), c, o.x.get(), most, count, to);
    }
    static cudnnStatus_t workspace(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                                   std::size_t* bytes)
    {
        return cudnnGetConvolutionBackwardDataWorkspaceSize(h, o.w.get(), o.y.get(), c, o.x.get(), a, bytes);
    }
    static cudnnStatus_t run(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                             void* space, std::size_t bytes, const void* dy, const void* w, void* dx)
    {
        const float one = 1.0f, zero = 0.0f;
        return cudnnConvolutionBackwardData(h, &one, o.w.get(), w, o.y.get(), dy, c, a, space, bytes, &zero, o.x.get(),
                                            dx);
    }
    static void direct(const DirectShape& s, const void* dy, const void* w, void* dx, Element element,
                       const Stream& stream)
    {
        directBackwardData(s, dy, w, dx, element, stream);
    }
    static constexpr int firstOperand = 2, secondOperand = 1, resultOperand = 0;
};

struct WeightsCalls {
    using Algorithm = cudnnConvolutionBwdFilterAlgo_t;
    using Suggestion = cudnnConvolutionBwdFilterAlgoPerf_t;
    static constexpr const char* name = "backward weights";
    static constexpr Algorithm known[] = {CUDNN_CONVOLUTION_BWD_FILTER_ALGO_1};

    static bool isExact(Algorithm a) { return a == CUDNN_CONVOLUTION_BWD_FILTER_ALGO_1; }
    static cudnnStatus_t suggest(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, int most,
                                 int* count, Suggestion* to)
    {
        return cudnnGetConvolutionBackwardFilterAlgorithm_v7(h, o.x.get(), o.y.get(), c, o.w.get(), most, count, to);
    }
    static cudnnStatus_t workspace(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                                   std::size_t* bytes)
    {
        return cudnnGetConvolutionBackwardFilterWorkspaceSize(h, o.x.get(), o.y.get(), c, o.w.get(), a, bytes);
    }
    static cudnnStatus_t run(cudnnHandle_t h, const Operands& o, cudnnConvolutionDescriptor_t c, Algorithm a,
                             void* space, std::size_t bytes, const void* x, const void* dy, void* dw)
    {
        const float one = 1.0f, zero = 0.0f;
        return cudnnConvolutionBackwardFilter(h, &one, o.x.get(), x, o.y.get(), dy, c, a, space, bytes, &zero,
                                              o.w.get(), dw);
    }
    static void direct(const DirectShape& s, const void* x, const void* dy, void* dw, Element element,
                       const Stream& stream)
    {
        directBackwardWeights(s, x, dy, dw, element, stream);
    }
    static constexpr int firstOperand = 0, secondOperand = 2, resultOperand = 1;
};

/// What all passes of a convolution share.
struct Context {
    const Library& library;
    const Stream& stream;
    Scratch& scratch;
    ConvolutionShape shape;
    bool tf32;

    /// Products as they are asked for: float32 without tensor cores unless TF32 is allowed.
    cudnnMathType_t math() const
    {
        if (shape.element == Element::Bf16)
            return CUDNN_TENSOR_OP_MATH;
        return tf32 ? CUDNN_DEFAULT_MATH : CUDNN_FMA_MATH;
    }
    ConvolutionDescriptor describe(cudnnMathType_t math) const
    {
        ConvolutionDescriptor c;
        check(cudnnSetConvolution2dDescriptor(c.get(), shape.pad, shape.pad, shape.stride, shape.stride, 1, 1,
                                              CUDNN_CROSS_CORRELATION, CUDNN_DATA_FLOAT),
              "describing a convolution");
        check(cudnnSetConvolutionGroupCount(c.get(), shape.groups), "describing a convolution's groups");
        check(cudnnSetConvolutionMathType(c.get(), math), "choosing an arithmetic");
        return c;
    }
    DirectShape direct() const
    {
        return {shape.input, shape.output, shape.size, shape.stride, shape.pad, shape.groups};
    }
    Maps maps(int operand) const
    {
        return operand == 0 ? shape.input : operand == 1 ? weightMaps(shape) : shape.output;
    }
};

/// One pass: the ways to compute it, best first, and the one in use.
template <typename Calls>
class Pass {
public:
    explicit Pass(const Context& context) : m_context(context)
    {
        addWays(false);
        if (context.shape.element == Element::F32)
            addWays(true);
        settle();
    }

    void run(const void* first, const void* second, void* result)
    {
        while (m_way < m_ways.size()) {
            const Way& way = m_ways[m_way];
            const cudnnStatus_t status =
                way.planes ? runPlanes(way, first, second, result) : call(way, first, second, result);
            // What cannot be taken down is no reason to compute in another way from now on.
            if (!declines(status) || m_context.stream.isTakenDown()) {
                check(status, "convolving");
                return;
            }
            ++m_way;
            settle();
        }
        Calls::direct(m_context.direct(), first, second, result, m_context.shape.element, m_context.stream);
    }

    std::string implementation() const
    {
        if (m_way >= m_ways.size())
            return concat(Calls::name, " own loops");
        const Way& way = m_ways[m_way];
        return concat(Calls::name, " cuDNN algorithm ", static_cast<int>(way.algorithm), way.planes ? " on planes" : "",
                      way.math == CUDNN_FMA_MATH ? "" : ", tensor cores");
    }

private:
    struct Way {
        std::shared_ptr<Operands> operands;
        ConvolutionDescriptor convolution;
        typename Calls::Algorithm algorithm;
        cudnnMathType_t math;
        std::size_t workspace;
        bool planes;
    };

    void addWays(bool planes)
    {
        const auto operands = std::make_shared<Operands>(m_context.shape, planes);
        const ConvolutionDescriptor wished = m_context.describe(m_context.math());
        typename Calls::Suggestion suggestions[16];
        int count = 0;
        if (Calls::suggest(m_context.library.get(), *operands, wished.get(), 16, &count, suggestions) !=
            CUDNN_STATUS_SUCCESS)
            count = 0;
        for (int i = 0; i < count; ++i)
            if (suggestions[i].status == CUDNN_STATUS_SUCCESS && suggestions[i].determinism == CUDNN_DETERMINISTIC)
                add(operands, suggestions[i].algo,
                    m_context.math() == CUDNN_FMA_MATH ? CUDNN_FMA_MATH : suggestions[i].mathType, planes);
        for (const auto algorithm : Calls::known)
            add(operands, algorithm, m_context.math(), planes);
    }

    void add(const std::shared_ptr<Operands>& operands, typename Calls::Algorithm algorithm, cudnnMathType_t math,
             bool planes)
    {
        const bool known = std::any_of(m_ways.begin(), m_ways.end(), [&](const Way& way) {
            return way.algorithm == algorithm && way.math == math && way.planes == planes;
        });
        if (known || !Calls::isExact(algorithm))
            return;
        ConvolutionDescriptor convolution = m_context.describe(math);
        std::size_t bytes = 0;
        const bool supported = Calls::workspace(m_context.library.get(), *operands, convolution.get(), algorithm,
                                                &bytes) == CUDNN_STATUS_SUCCESS;
        if (supported && bytes <= workspaceLimit)
            m_ways.push_back({operands, std::move(convolution), algorithm, math, bytes, planes});
    }

    /// Room for the way now in use.
    void settle()
    {
        if (m_way >= m_ways.size())
            return;
        m_context.scratch.reserve(Scratch::Workspace, m_ways[m_way].workspace);
        if (m_ways[m_way].planes)
            for (int operand = 0; operand < 3; ++operand)
                m_context.scratch.reserve(slots[operand],
                                          static_cast<std::size_t>(m_context.maps(operand).count()) * sizeof(float));
    }

    cudnnStatus_t call(const Way& way, const void* first, const void* second, void* result)
    {
        return Calls::run(m_context.library.get(), *way.operands, way.convolution.get(), way.algorithm,
                          m_context.scratch.data(Scratch::Workspace), way.workspace, first, second, result);
    }

    /// For float32 kernels that the library has for planes only: the operands are re-ordered before and after.
    cudnnStatus_t runPlanes(const Way& way, const void* first, const void* second, void* result)
    {
        const auto plane = [&](int operand) { return static_cast<float*>(m_context.scratch.data(slots[operand])); };
        toPlain(first, Element::F32, plane(Calls::firstOperand), m_context.maps(Calls::firstOperand), m_context.stream);
        toPlain(second, Element::F32, plane(Calls::secondOperand), m_context.maps(Calls::secondOperand),
                m_context.stream);
        const cudnnStatus_t status =
            call(way, plane(Calls::firstOperand), plane(Calls::secondOperand), plane(Calls::resultOperand));
        if (status == CUDNN_STATUS_SUCCESS)
            fromPlain(plane(Calls::resultOperand), result, Element::F32, m_context.maps(Calls::resultOperand),
                      m_context.stream);
        return status;
    }

    static constexpr Scratch::Slot slots[] = {Scratch::PlanesInput, Scratch::PlanesWeights, Scratch::PlanesOutput};
    const Context& m_context;
    std::vector<Way> m_ways;
    std::size_t m_way = 0;
};

class CudnnConvolution final : public Convolution {
public:
    explicit CudnnConvolution(Context context) : m_context(std::move(context)), m_forward(m_context)
    {
        if (!m_context.shape.training)
            return;
        m_data.emplace(m_context);
        m_weights.emplace(m_context);
    }

    void forward(const void* x, const void* w, void* y) override { m_forward.run(x, w, y); }
    void backwardWeights(const void* x, const void* dy, void* dw) override { m_weights->run(x, dy, dw); }
    void backwardData(const void* dy, const void* w, void* dx) override { m_data->run(dy, w, dx); }
    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names{m_forward.implementation()};
        if (m_weights)
            names.insert(names.end(), {m_weights->implementation(), m_data->implementation()});
        return names;
    }

private:
    Context m_context;
    Pass<ForwardCalls> m_forward;
    std::optional<Pass<DataCalls>> m_data;
    std::optional<Pass<WeightsCalls>> m_weights;
};

class CudnnConvolutions final : public Convolutions {
public:
    CudnnConvolutions(const Stream& stream, Scratch& scratch, bool tf32)
        : m_stream(stream), m_scratch(scratch), m_tf32(tf32)
    {
        check(cudnnSetStream(m_library.get(), stream.handle()), "choosing a stream");
    }
    std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) override
    {
        return std::make_unique<CudnnConvolution>(Context{m_library, m_stream, m_scratch, shape, m_tf32});
    }
    std::string version() const override
    {
        return concat("cuDNN ", cudnnGetVersion() / 10000, ".", cudnnGetVersion() / 100 % 100);
    }

private:
    const Stream& m_stream;
    Scratch& m_scratch;
    bool m_tf32;
    Library m_library;
};

} // namespace

std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch& scratch, bool tf32)
{
    return std::make_unique<CudnnConvolutions>(stream, scratch, tf32);
}

} // namespace alexscope::cuda
