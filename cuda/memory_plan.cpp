// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/memory_plan.h"

#include "core/error.h"
#include "cuda/folded_convolution.h"
#include "cuda/response_stage.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace alexscope::cuda {

namespace {

/// Working memory of the libraries but for convolutions, numbers on their way in and out, room the allocator loses.
constexpr std::int64_t libraries = 224 << 20;

std::string gibibytes(std::int64_t bytes)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << static_cast<double>(bytes) / (1 << 30) << " GiB";
    return text.str();
}

std::int64_t parameterBytes(const KernelRequest& r, const LayerBinding& layer)
{
    const bool convolution = layer.spec->as<ConvolutionSpec>();
    const std::int64_t element = static_cast<std::int64_t>(sizeOf(elementType(r.precision)));
    std::int64_t weight = 0, bias = 0; // bytes a number
    if (!layer.weight->value.exists())
        weight += 4 + (r.precision == Precision::Bf16 ? 2 : 0);
    if (r.training && !layer.weight->gradient.exists())
        weight += (convolution ? element : 4) + 4;
    if (!layer.bias->value.exists())
        bias += 4;
    if (r.training && !layer.bias->gradient.exists())
        bias += 8;
    return weight * layer.geometry.weights + bias * layer.geometry.biases;
}

/// How many layers the kernel that begins with the first of `layers` covers, as the kernels themselves decide.
int layersCovered(std::span<const LayerBinding> layers, const KernelRequest& r)
{
    if (layers.front().spec->hasParameters())
        return 1 + planStage(layers, r.fuse, r.training).layers;
    const bool pair = r.fuse && layers.size() > 1 && layers[0].spec->as<LrnSpec>() && layers[1].spec->as<PoolingSpec>();
    return pair ? 2 : 1;
}

/// What a convolution needs beside its output and parameters: memory of its own, scratch memory for a gradient that is
/// copied back, and the library's working memory.
struct ConvolutionNeed {
    MemoryNeed own, workspace;
    std::int64_t gradient = 0; ///< per picture

    void makeRoomFor(const ConvolutionNeed& other)
    {
        const auto larger = [](MemoryNeed& need, const MemoryNeed& than) {
            need = {std::max(need.perPicture, than.perPicture), std::max(need.fixed, than.fixed)};
        };
        larger(own, other.own);
        larger(workspace, other.workspace);
        gradient = std::max(gradient, other.gradient);
    }
};

ConvolutionNeed needOf(ConvolutionShape shape, const LayerGeometry& geometry, bool tf32)
{
    const auto element = static_cast<std::int64_t>(sizeOf(shape.element));
    ConvolutionNeed need;
    const std::optional<Fold> fold = planFold(shape, tf32);
    if (fold) {
        shape = fold->inner;
        need.own.fixed = 2 * shape.weights().count() * element;
    }
    if (fold || shape.input.count() != geometry.input.count() || shape.input.groups > 1)
        need.own.perPicture = shape.input.count() * element;
    need.gradient = fold ? 0 : need.own.perPicture;
    const ConvolutionShape one = shape.oneGroup();
    const auto each = (one.input.count() + one.output.count()) * element;
    need.workspace = {each, static_cast<std::int64_t>(mostWorkspace(one)) - each};
    return need;
}

/// Whether somebody wants the gradient of the input depends on which layers learn: the larger need counts.
ConvolutionNeed convolutionNeed(const ConvolutionSpec& spec, const LayerBinding& layer, const KernelRequest& r,
                                bool tf32)
{
    ConvolutionShape shape = convolutionShape(spec, layer.geometry, 1, elementType(r.precision));
    ConvolutionNeed need = needOf(shape, layer.geometry, tf32);
    shape.inputGradient = r.training && layer.index > 0;
    need.makeRoomFor(needOf(shape, layer.geometry, tf32));
    return need;
}

} // namespace

MemoryNeed memoryNeed(const KernelRequest& request, bool tf32)
{
    const std::int64_t element = static_cast<std::int64_t>(sizeOf(elementType(request.precision)));
    MemoryNeed need;
    need.fixed = libraries;
    need.perPicture = request.layers.front().geometry.input.count() * element;
    if (request.training) // two batches of 8-bit pictures on their way in, somewhat larger than what is cut from them
        need.perPicture += 2 * std::max<std::int64_t>(3 * 256 * 256, 4 * request.layers.front().geometry.input.area());
    std::int64_t masked = 0, sums = 0;
    ConvolutionNeed shared; // by all convolutions
    for (std::span<const LayerBinding> rest = request.layers; !rest.empty();) {
        const LayerBinding& first = rest.front();
        const int covered = layersCovered(rest, request);
        const LayerBinding& last = rest[static_cast<std::size_t>(covered - 1)];
        const std::int64_t product = first.geometry.output.count(), output = last.geometry.output.count();
        need.perPicture += output * (request.training ? 2 : 1) * element;
        if (first.spec->hasParameters()) {
            need.fixed += parameterBytes(request, first);
            const bool passes = covered > 1 && planStage(rest, request.fuse, request.training).passes();
            const auto* convolution = first.spec->as<ConvolutionSpec>();
            need.perPicture += passes || (convolution && convolution->groups > 1) ? product * element : 0;
            masked = std::max(masked, product * element);
            if (first.spec->as<LinearSpec>())
                sums = std::max(sums, product * 4);
            if (convolution) {
                const ConvolutionNeed one = convolutionNeed(*convolution, first, request, tf32);
                need.perPicture += one.own.perPicture;
                need.fixed += one.own.fixed;
                shared.makeRoomFor(one);
            }
        }
        const auto* pool = last.spec->as<PoolingSpec>();
        if (request.training && pool && pool->kind == PoolingKind::Max)
            need.perPicture += output * 2; // which of its window won
        if (last.spec->as<SoftmaxLossSpec>())
            need.perPicture += output * 4 + 32;
        rest = rest.subspan(static_cast<std::size_t>(covered));
    }
    need.perPicture += (request.training ? masked + shared.gradient : 0) + sums + shared.workspace.perPicture;
    need.fixed += shared.workspace.fixed;
    return need;
}

void checkMemory(const KernelRequest& request, bool tf32, std::size_t available)
{
    const MemoryNeed need = memoryNeed(request, tf32);
    const auto there = static_cast<std::int64_t>(available);
    if (need.of(request.batch) <= there)
        return;
    std::int64_t batch = (there - need.fixed) / need.perPicture;
    if (batch > 32)
        batch = batch / 32 * 32;
    throw Error(concat("A batch of ", request.batch, " needs ", gibibytes(need.of(request.batch)),
                       " of GPU memory and ", gibibytes(there), " are free; ",
                       batch > 0 ? concat("a batch of ", batch, " would fit.")
                                 : std::string("not even one picture fits: choose a smaller network or device cpu.")));
}

} // namespace alexscope::cuda
