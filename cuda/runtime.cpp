// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime.h"

namespace alexscope::cuda {

namespace {

std::shared_ptr<GpuStorage> allocated(std::shared_ptr<GpuStorage> storage)
{
    storage->data();
    return storage;
}

} // namespace

Runtime::Runtime(bool allowTf32)
    : tf32(allowTf32), device(deviceInfo()), scratch(stream), step(stream, scratch),
      products(makeProducts(stream, allowTf32 ? Arithmetic::Tf32 : Arithmetic::Single)),
      convolutions(makeConvolutions(stream, scratch, allowTf32))
{
}

Tensor Runtime::make(const Shape& shape, Element element)
{
    return {shape, allocated(std::make_shared<GpuStorage>(mapsOf(shape), element, stream))};
}

void prepareParameters(const KernelRequest& request, const Maps& weights, Element weightGradient, Runtime& runtime)
{
    const LayerBinding& layer = request.layers.front();
    Parameter &weight = *layer.weight, &bias = *layer.bias;
    if (!weight.value.exists())
        weight.value = {layer.geometry.weightShape,
                        allocated(std::make_shared<WeightStorage>(weights, runtime.stream))};
    if (request.precision == Precision::Bf16)
        weightsOf(weight.value).copy();
    const Shape biases{layer.geometry.weightShape.n, 1, 1, 1};
    if (!bias.value.exists())
        bias.value = runtime.make(biases, Element::F32);
    if (!request.training)
        return;
    const auto ensure = [&](Tensor& tensor, const Shape& shape, const Maps& maps, Element element) {
        if (!tensor.exists())
            tensor = {shape, allocated(std::make_shared<GpuStorage>(maps, element, runtime.stream))};
    };
    ensure(weight.gradient, layer.geometry.weightShape, weights, weightGradient);
    ensure(weight.velocity, layer.geometry.weightShape, weights, Element::F32);
    ensure(bias.gradient, biases, mapsOf(biases), Element::F32);
    ensure(bias.velocity, biases, mapsOf(biases), Element::F32);
}

} // namespace alexscope::cuda
