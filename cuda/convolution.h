// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/storage.h"

#include <memory>
#include <string>
#include <vector>

namespace alexscope::cuda {

/// A convolution (§3.5) without its bias: channels last, weights [filter][row][column][channel of its group], every
/// operand of one type. Zeros beyond the border count alike on all sides.
struct ConvolutionShape {
    Maps input, output;
    int size = 1, stride = 1, pad = 0, groups = 1;
    Element element = Element::F32;
    bool training = false; ///< the backward passes are wanted
};

/// Bytes of working memory a pass may take at most.
constexpr std::size_t workspaceLimit = 512u << 20;

/// Prepared for one shape. Every pass repeats its result bit for bit.
class Convolution {
public:
    virtual ~Convolution() = default;
    virtual void forward(const void* x, const void* w, void* y) = 0;
    virtual void backwardWeights(const void* x, const void* dy, void* dw) = 0;
    virtual void backwardData(const void* dy, const void* w, void* dx) = 0;
    /// What runs, one a pass: "forward cuDNN implicit-precomp-gemm".
    virtual std::vector<std::string> implementations() const = 0;
};

/// Convolutions by cuDNN; convolution.cpp alone includes its header.
class Convolutions {
public:
    virtual ~Convolutions() = default;
    virtual std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) = 0;
    virtual std::string version() const = 0; ///< "cuDNN 9.19"
};

/// `tf32`: float32 operands may be rounded to 19 bits for the tensor cores. Both references outlive it.
std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch& scratch, bool tf32);

} // namespace alexscope::cuda
