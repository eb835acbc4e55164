// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cpu/rows.h"

#include <optional>
#include <vector>

namespace alexscope::cpu {

/// What may follow a convolution up to the next one: ReLU (its backward half; forward rides on the convolution), then
/// LRN, then pooling, each optional. One pass over memory forward and one backward, a row of pixels at a time. The
/// unfused LRN and pooling kernels are this stage with one part only, so fusing cannot change a bit: between the parts
/// values are rounded to the tensor's type exactly where storing them would.
class ResponseStage {
public:
    struct Parts {
        bool relu = false; ///< backward multiplies by [input > 0]
        std::optional<LrnSpec> norm;
        std::optional<PoolingSpec> pool;
    };
    ResponseStage(Parts parts, const ChannelLayout& input, const ChannelLayout& output, bool training);

    /// `output` may be `input` when there is neither norm nor pool.
    void forward(const std::byte* input, std::byte* output);
    /// `input` and what forward remembered; writes dL/dinput.
    void backward(const std::byte* input, const std::byte* outputGradient, std::byte* inputGradient) const;

private:
    struct ForwardScratch;
    struct BackwardScratch;
    void forwardPicture(std::int64_t picture, const std::byte* input, std::byte* output, ForwardScratch& s);
    void backwardPicture(std::int64_t picture, const std::byte* input, const std::byte* outputGradient,
                         std::byte* inputGradient, BackwardScratch& s) const;
    void poolRow(std::int64_t outputRow, std::int64_t y, ForwardScratch& s);
    void spreadRow(std::int64_t outputRow, std::int64_t y, BackwardScratch& s) const;
    void finishGradientRow(std::int64_t index, float* gradient, const std::byte* input, std::byte* inputGradient,
                           BackwardScratch& s) const;

    Parts m_parts;
    ChannelLayout m_in, m_out;
    std::optional<ResponseNorm> m_norm;
    bool m_training;
    std::vector<std::uint16_t> m_winners; ///< max pooling: cell of the window that won, per output in row order
};

} // namespace alexscope::cpu
