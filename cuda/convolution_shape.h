// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "cuda/kernels/kernels.h"

#include <vector>

namespace alexscope::cuda {

/// A convolution (§3.5) without its bias: channels last, input and output in its groups (Maps), weights
/// [filter][row][column][channel of its group], every operand of one type. Zeros beyond the border count alike on all
/// sides.
struct ConvolutionShape {
    Maps input, output;
    int size = 1, stride = 1, pad = 0;
    Element element = Element::F32;
    bool weightGradient = false, inputGradient = false; ///< the backward passes that are wanted

    Maps weights() const { return {output.c, size, size, input.c / input.groups}; }
    /// One of its groups, a convolution of its own.
    ConvolutionShape oneGroup() const;
};

/// Of x, w and y of a convolution, or their gradients.
struct Addresses {
    void *x, *w, *y;
};
/// The operands of each group.
std::vector<Addresses> groupAddresses(const ConvolutionShape& shape, const Addresses& all);

/// A layer's, its input with the zeros that rounding up reads beyond it.
ConvolutionShape convolutionShape(const ConvolutionSpec& spec, const LayerGeometry& geometry, std::int64_t batch,
                                  Element element);

/// Bytes of working memory a pass may take at most: a copy of everything it reads and writes, since the library
/// re-orders what lies in another order than its kernels read, and as much as sums in parts take.
std::size_t mostWorkspace(const ConvolutionShape& shape);

} // namespace alexscope::cuda
