// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

#include <optional>
#include <string>

namespace alexscope::cuda {

/// Which of the layers behind a product belong to its kernel.
struct StagePlan {
    bool relu = false;
    std::optional<LrnSpec> norm;
    std::optional<PoolingSpec> pool;
    bool dropout = false; ///< the last of them, behind a linear layer
    int layers = 0;       ///< how many these are
    std::string name;     ///< "relu, lrn, pooling"

    /// Whether the output is more than the product with bias and ReLU.
    bool passes() const { return norm || pool; }
};

/// Behind the convolution or linear layer that `layers` begins with: its ReLU, after a convolution also LRN and
/// pooling, after a linear layer in training the dropout (in test mode its ReLU is what features are taken of). Nothing
/// without `fuse`.
StagePlan planStage(std::span<const LayerBinding> layers, bool fuse, bool training);

/// Bias, ReLU, LRN and pooling in one pass over memory forward and one backward. The kernels of single layers are this
/// stage with one part only, so fusing cannot change a bit (kernels/response_parts.h).
class ResponseStage {
public:
    /// `input`, `output`: of the whole batch. Throws Error for parts the kernels cannot do.
    ResponseStage(const StagePlan& plan, const Maps& input, const Maps& output, Element element, bool training,
                  Runtime& runtime);

    /// `bias` [c], or null where the input has it already.
    void forward(const void* input, const float* bias, void* output);
    /// `input` and `bias` as forward had them, and what it remembered; writes dL/dinput.
    void backward(const void* input, const float* bias, const void* outputGradient, void* inputGradient) const;

private:
    Runtime& m_runtime;
    Response m_response;
    Element m_element;
    Buffer m_winners; ///< max pooling in training: the cell of the window that won, per output
};

} // namespace alexscope::cuda
