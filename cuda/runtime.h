// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cuda/convolution.h"
#include "cuda/matrix_product.h"
#include "cuda/step_memory.h"

namespace alexscope::cuda {

/// What the kernels of one backend share: the device, the order of its work, the libraries, scratch memory. Outlives
/// them.
struct Runtime {
    /// `tf32`: products of float32 numbers may round their operands to 19 bits. Throws Error where there is no GPU.
    explicit Runtime(bool tf32);
    Runtime(const Runtime&) = delete; // storages keep references to the stream
    Runtime& operator=(const Runtime&) = delete;

    const bool tf32;
    const DeviceInfo device;
    Stream stream;
    Scratch scratch;
    StepMemory step;
    std::unique_ptr<Products> products;
    std::unique_ptr<Convolutions> convolutions;

    /// With its memory.
    Tensor make(const Shape& shape, Element element);
};

inline Element elementType(Precision precision)
{
    return precision == Precision::Bf16 ? Element::Bf16 : Element::F32;
}

/// Gives a layer's parameters the tensors this kernel needs and no kernel before it made: float32 masters, a bf16 copy
/// where kernels read one, gradients (the weights' in `weightGradient`) and velocities in training. `weights`: how they
/// lie.
void prepareParameters(const KernelRequest& request, const Maps& weights, Element weightGradient, Runtime& runtime);

} // namespace alexscope::cuda
