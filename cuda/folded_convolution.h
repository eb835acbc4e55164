// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/convolution.h"
#include "cuda/runtime.h"

#include <optional>

namespace alexscope::cuda {

/// A strided convolution of few channels as one without stride: side × side neighbouring pixels become one with
/// side² · c channels, and a filter of R × R one of ⌈R/side⌉ × ⌈R/side⌉ over those, zero where it ends within one.
/// Tensor cores take channels by eights and so 3 as if they were 8: conv1 (§3.5) is 9 · 48 products a sum instead of
/// 121 · 8, of which 121 · 3 count.
struct Fold {
    int side = 1, pad = 0; ///< of the picture that is folded
    Maps weights;          ///< as they are before they are folded
    ConvolutionShape inner;
};
/// Where folding leaves less to multiply, and nobody asks for the gradient of the input.
std::optional<Fold> planFold(const ConvolutionShape& shape, bool tf32);

/// Such a convolution: `source` is folded into memory of its own, which is kept for the backward pass. `source`: the
/// input as it lies there, which may end before the zeros that shape.input counts with.
std::unique_ptr<Convolution> makeFoldedConvolution(const Fold& fold, const Maps& source, Runtime& runtime);

} // namespace alexscope::cuda
