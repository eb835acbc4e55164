// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/convolution_shape.h"
#include "cuda/storage.h"

#include <memory>
#include <string>
#include <vector>

namespace alexscope::cuda {

/// Prepared for one shape. Every pass repeats its result bit for bit.
class Convolution {
public:
    virtual ~Convolution() = default;
    virtual void forward(const void* x, const void* w, void* y) = 0;
    virtual void backwardWeights(const void* x, const void* dy, void* dw) = 0;
    virtual void backwardData(const void* dy, const void* w, void* dx) = 0;
    /// What runs, one a pass: "forward cuDNN engine 62, tensor cores".
    virtual std::vector<std::string> implementations() const = 0;
};

/// Convolutions by cuDNN, whose header is known to convolution_plan.h and convolution.cpp alone.
class Convolutions {
public:
    virtual ~Convolutions() = default;
    virtual std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) = 0;
    virtual std::string version() const = 0; ///< "cuDNN 9.19.0"
};

/// `tf32`: float32 operands may be rounded to 19 bits for the tensor cores. Both references outlive it.
std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch& scratch, bool tf32);

/// What cuDNN has for one pass.
struct PassPlan {
    std::string pass; ///< "forward", "backward weights", "backward data"
    std::int64_t engine = -1;
    bool tensorCores = false;
    std::size_t workspace = 0; ///< bytes
};
/// What it would compute a shape's passes with on a GPU that need not be there, in the order named above, without those
/// it has nothing for. `gpu`: the GPU's properties as cuDNN itself writes them
/// (CUDNN_ATTR_DEVICEPROP_JSON_REPRESENTATION). Throws Error where cuDNN is older than 9.8, which knows no GPUs but
/// those at hand.
std::vector<PassPlan> planConvolution(const ConvolutionShape& shape, bool tf32, const std::string& gpu);

} // namespace alexscope::cuda
