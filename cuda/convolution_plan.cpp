// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/convolution_plan.h"

#include "core/error.h"

#include <algorithm>
#include <iterator>

namespace alexscope::cuda {

void check(cudnnStatus_t status, const char* doing)
{
    if (status == CUDNN_STATUS_SUCCESS)
        return;
    char message[400] = "";
    cudnnGetLastErrorString(message, sizeof message);
    throw Error(concat("cuDNN failed while ", doing, " (", cudnnGetErrorString(status), *message ? ": " : "", message,
                       "); if it happens again, choose device cpu."));
}

bool declines(cudnnStatus_t status)
{
    const int category = CUDNN_STATUS_CATEGORY(static_cast<int>(status));
    return category == CUDNN_STATUS_NOT_SUPPORTED || category == CUDNN_STATUS_INTERNAL_ERROR;
}

const PassKind forwardPass{"forward",
                           CUDNN_BACKEND_OPERATION_CONVOLUTION_FORWARD_DESCRIPTOR,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_X,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_W,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_Y,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_CONV_DESC,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_ALPHA,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_FORWARD_BETA};
const PassKind weightsPass{"backward weights",
                           CUDNN_BACKEND_OPERATION_CONVOLUTION_BACKWARD_FILTER_DESCRIPTOR,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_X,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_DW,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_DY,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_CONV_DESC,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_ALPHA,
                           CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_FILTER_BETA};
const PassKind dataPass{"backward data",
                        CUDNN_BACKEND_OPERATION_CONVOLUTION_BACKWARD_DATA_DESCRIPTOR,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_DX,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_W,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_DY,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_CONV_DESC,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_ALPHA,
                        CUDNN_ATTR_OPERATION_CONVOLUTION_BWD_DATA_BETA};

namespace {

/// Memory begins at multiples of 256 bytes, and so every further group at multiples of what divides its size.
std::int64_t alignmentOf(const Maps& oneGroup, bool isFirst, Element element)
{
    std::int64_t alignment = 16;
    while (!isFirst && oneGroup.count() * static_cast<std::int64_t>(sizeOf(element)) % alignment != 0)
        alignment /= 2;
    return alignment;
}

/// The library counts n, c, h, w.
Descriptor tensorOf(std::int64_t name, const Maps& maps, std::int64_t alignment, Element element)
{
    const std::int64_t sizes[] = {maps.n, maps.c, maps.h, maps.w};
    const std::int64_t strides[] = {maps.h * maps.w * maps.c, 1, maps.w * maps.c, maps.c};
    Descriptor tensor(CUDNN_BACKEND_TENSOR_DESCRIPTOR);
    tensor.set(CUDNN_ATTR_TENSOR_UNIQUE_ID, name);
    tensor.set(CUDNN_ATTR_TENSOR_DATA_TYPE, element == Element::Bf16 ? CUDNN_DATA_BFLOAT16 : CUDNN_DATA_FLOAT);
    tensor.setAll(CUDNN_ATTR_TENSOR_DIMENSIONS, std::span<const std::int64_t>(sizes));
    tensor.setAll(CUDNN_ATTR_TENSOR_STRIDES, std::span<const std::int64_t>(strides));
    tensor.set(CUDNN_ATTR_TENSOR_BYTE_ALIGNMENT, alignment);
    tensor.finish();
    return tensor;
}

Descriptor convolutionOf(const ConvolutionShape& s)
{
    Descriptor convolution(CUDNN_BACKEND_CONVOLUTION_DESCRIPTOR);
    const auto setPair = [&](cudnnBackendAttributeName_t name, std::int64_t value) {
        const std::int64_t pair[] = {value, value};
        convolution.setAll(name, std::span<const std::int64_t>(pair));
    };
    convolution.set(CUDNN_ATTR_CONVOLUTION_COMP_TYPE, CUDNN_DATA_FLOAT);
    convolution.set(CUDNN_ATTR_CONVOLUTION_CONV_MODE, CUDNN_CROSS_CORRELATION);
    convolution.set(CUDNN_ATTR_CONVOLUTION_SPATIAL_DIMS, std::int64_t{2});
    setPair(CUDNN_ATTR_CONVOLUTION_DILATIONS, 1);
    setPair(CUDNN_ATTR_CONVOLUTION_FILTER_STRIDES, s.stride);
    setPair(CUDNN_ATTR_CONVOLUTION_PRE_PADDINGS, s.pad);
    setPair(CUDNN_ATTR_CONVOLUTION_POST_PADDINGS, s.pad);
    convolution.finish();
    return convolution;
}

/// The pass over one group: the tensors, the convolution, and last the operation on them.
std::vector<Descriptor> partsOf(const PassKind& pass, const ConvolutionShape& s)
{
    const ConvolutionShape one = s.oneGroup();
    const Maps operands[] = {one.input, one.weights(), one.output};
    std::vector<Descriptor> parts;
    for (std::size_t i = 0; i < std::size(operands); ++i)
        parts.push_back(tensorOf(operandNames[i], operands[i], alignmentOf(operands[i], s.input.groups == 1, s.element),
                                 s.element));
    parts.push_back(convolutionOf(s));
    Descriptor operation(pass.operation);
    operation.set(pass.x, parts[0]);
    operation.set(pass.w, parts[1]);
    operation.set(pass.y, parts[2]);
    operation.set(pass.convolution, parts[3]);
    operation.set(pass.alpha, 1.0f);
    operation.set(pass.beta, 0.0f);
    operation.finish();
    parts.push_back(std::move(operation));
    return parts;
}

#if CUDNN_VERSION >= 90800
void enter(Descriptor& to, cudnnBackendAttributeName_t name, const Target& target)
{
    to.set(name, *target.described);
}
constexpr cudnnBackendAttributeName_t heuristicsGpu = CUDNN_ATTR_ENGINEHEUR_DEVICEPROP,
                                      planGpu = CUDNN_ATTR_EXECUTION_PLAN_DEVICEPROP;
#else
void enter(Descriptor&, cudnnBackendAttributeName_t, const Target&) {}
constexpr cudnnBackendAttributeName_t heuristicsGpu{}, planGpu{};
#endif

Descriptor graphOf(const Descriptor& operation, const Target& target)
{
    Descriptor graph(CUDNN_BACKEND_OPERATIONGRAPH_DESCRIPTOR);
    if (target.handle)
        graph.set(CUDNN_ATTR_OPERATIONGRAPH_HANDLE, target.handle);
    graph.set(CUDNN_ATTR_OPERATIONGRAPH_OPS, operation);
    graph.finish();
    return graph;
}

/// Configurations that the library's heuristics name, best first.
std::vector<Descriptor> configurationsOf(const Descriptor& graph, cudnnBackendHeurMode_t mode, const Target& target)
{
    constexpr std::int64_t most = 64;
    Descriptor heuristics(CUDNN_BACKEND_ENGINEHEUR_DESCRIPTOR);
    heuristics.set(CUDNN_ATTR_ENGINEHEUR_OPERATION_GRAPH, graph);
    heuristics.set(CUDNN_ATTR_ENGINEHEUR_MODE, mode);
    if (target.described)
        enter(heuristics, heuristicsGpu, target);
    std::vector<Descriptor> found;
    if (heuristics.tryToFinish() != CUDNN_STATUS_SUCCESS)
        return found;
    std::vector<cudnnBackendDescriptor_t> handles;
    for (std::int64_t i = 0; i < most; ++i)
        handles.push_back(found.emplace_back(CUDNN_BACKEND_ENGINECFG_DESCRIPTOR).handle());
    std::int64_t count = 0;
    if (cudnnBackendGetAttribute(heuristics.handle(), CUDNN_ATTR_ENGINEHEUR_RESULTS, CUDNN_TYPE_BACKEND_DESCRIPTOR,
                                 most, &count, handles.data()) != CUDNN_STATUS_SUCCESS)
        count = 0;
    found.erase(found.begin() + std::clamp<std::int64_t>(count, 0, most), found.end());
    return found;
}

Descriptor engineOf(const Descriptor& configuration)
{
    Descriptor engine(CUDNN_BACKEND_ENGINE_DESCRIPTOR);
    cudnnBackendDescriptor_t handle = engine.handle();
    std::int64_t count = 0;
    check(cudnnBackendGetAttribute(configuration.handle(), CUDNN_ATTR_ENGINECFG_ENGINE, CUDNN_TYPE_BACKEND_DESCRIPTOR,
                                   1, &count, &handle),
          "asking about a convolution");
    return engine;
}

/// Engines that call cuBLASLt cannot always be taken down, and reached beyond their memory on sm_120.
bool callsCublasLt([[maybe_unused]] const Descriptor& engine)
{
#if CUDNN_VERSION >= 91500
    const auto notes = engine.getAll<cudnnBackendBehaviorNote_t>(CUDNN_ATTR_ENGINE_BEHAVIOR_NOTE, 16);
    return std::ranges::find(notes, CUDNN_BEHAVIOR_NOTE_CUBLASLT_DEPENDENCY) != notes.end();
#else
    return false;
#endif
}

} // namespace

Plans::Plans(const PassKind& pass, const Context& context)
    : m_pass(pass), m_context(context), m_parts(partsOf(pass, context.shape)),
      m_graph(graphOf(m_parts.back(), context.target))
{
    for (const auto mode : {CUDNN_HEUR_MODE_A, CUDNN_HEUR_MODE_FALLBACK})
        std::ranges::move(configurationsOf(m_graph, mode, context.target), std::back_inserter(m_configurations));
    next();
}

void Plans::next()
{
    m_plan.reset();
    while (!m_plan && m_next < m_configurations.size())
        m_plan = planFor(m_configurations[m_next++]);
}

std::optional<Plan> Plans::planFor(const Descriptor& configuration) const
{
    const Descriptor engine = engineOf(configuration);
    const auto notes = engine.getAll<cudnnBackendNumericalNote_t>(CUDNN_ATTR_ENGINE_NUMERICAL_NOTE, 16);
    if (callsCublasLt(engine) || !std::ranges::all_of(notes, [&](auto note) { return isWelcome(note); }))
        return std::nullopt;
    Plan plan;
    const Target& target = m_context.target;
    if (target.handle)
        plan.descriptor.set(CUDNN_ATTR_EXECUTION_PLAN_HANDLE, target.handle);
    else
        enter(plan.descriptor, planGpu, target);
    plan.descriptor.set(CUDNN_ATTR_EXECUTION_PLAN_ENGINE_CONFIG, configuration);
    if (plan.descriptor.tryToFinish() != CUDNN_STATUS_SUCCESS)
        return std::nullopt;
    const auto workspace = static_cast<std::size_t>(plan.descriptor.number(CUDNN_ATTR_EXECUTION_PLAN_WORKSPACE_SIZE));
    if (workspace > mostWorkspace(m_context.shape.oneGroup()))
        return std::nullopt;
    plan.what = {m_pass.name, engine.number(CUDNN_ATTR_ENGINE_GLOBAL_INDEX),
                 std::ranges::find(notes, CUDNN_NUMERICAL_NOTE_TENSOR_CORE) != notes.end(), workspace};
    return plan;
}

/// Results that differ from run to run are not, nor those that lose digits: fast transforms exceed 1e-5.
bool Plans::isWelcome(cudnnBackendNumericalNote_t note) const
{
    constexpr cudnnBackendNumericalNote_t unwelcome[] = {CUDNN_NUMERICAL_NOTE_NONDETERMINISTIC,
                                                         CUDNN_NUMERICAL_NOTE_REDUCED_PRECISION_REDUCTION,
                                                         CUDNN_NUMERICAL_NOTE_DOWN_CONVERT_INPUTS,
                                                         CUDNN_NUMERICAL_NOTE_FFT,
                                                         CUDNN_NUMERICAL_NOTE_WINOGRAD,
                                                         CUDNN_NUMERICAL_NOTE_WINOGRAD_TILE_4x4,
                                                         CUDNN_NUMERICAL_NOTE_WINOGRAD_TILE_6x6,
                                                         CUDNN_NUMERICAL_NOTE_WINOGRAD_TILE_13x13};
    if (note == CUDNN_NUMERICAL_NOTE_TENSOR_CORE)
        return m_context.shape.element == Element::Bf16 || m_context.tf32;
    return std::ranges::find(unwelcome, note) == std::end(unwelcome);
}

std::vector<PassPlan> planConvolution(const ConvolutionShape& shape, bool tf32, const std::string& gpu)
{
    if (CUDNN_VERSION < 90800 || cudnnGetVersion() < 90800)
        throw Error("This cuDNN plans for no GPU but the one at hand; 9.8 or newer is needed.");
#if CUDNN_VERSION >= 90800
    Descriptor properties(CUDNN_BACKEND_DEVICEPROP_DESCRIPTOR);
    properties.setAll(CUDNN_ATTR_DEVICEPROP_JSON_REPRESENTATION, std::span<const char>(gpu));
    properties.finish();
    const Context context{shape, tf32, {nullptr, &properties}};
    std::vector<PassPlan> found;
    for (const PassKind* pass : {&forwardPass, &weightsPass, &dataPass}) {
        const Plans plans(*pass, context);
        if (plans.current())
            found.push_back(plans.current()->what);
    }
    return found;
#else
    static_cast<void>(shape), static_cast<void>(tf32), static_cast<void>(gpu);
    return {};
#endif
}

} // namespace alexscope::cuda
