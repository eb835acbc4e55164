// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cpu/onednn.h"

#include <cstddef>
#include <cstdint>
#include <optional>

/// Activations as our own kernels see them: whatever the physical layout and element type, one row of pixels at a time
/// as float32 with the channels of a pixel side by side, rows[w * stride + c]. A row fits the first-level cache, so the
/// detour costs little, and one set of kernels serves every layout the library may choose.
namespace alexscope::cpu {

/// A physical layout in which channels come in blocks: nchw is block 1, nhwc block C, nChw16c block 16; a vector is
/// nhwc.
struct ChannelLayout {
    std::int64_t n = 0, channels = 0, height = 1, width = 1;
    std::int64_t padded = 0; ///< channels in memory, a multiple of block; those beyond `channels` are zero
    std::int64_t block = 1;
    bool bf16 = false;

    /// Elements from one channel to the next of the row's scratch.
    std::int64_t rowStride() const { return (channels + 15) / 16 * 16; }
    std::int64_t rowSize() const { return width * rowStride(); }
    std::int64_t rowCount() const { return n * height; }
    std::int64_t elementSize() const { return bf16 ? 2 : 4; }

    /// Empty when the descriptor is no such layout.
    static std::optional<ChannelLayout> of(const Desc& desc);
};

/// Reads row `index` (picture · height + y); scratch channels beyond `channels` become zero.
void loadRow(const std::byte* tensor, const ChannelLayout& layout, std::int64_t index, float* row);
/// Writes it, rounding to the tensor's type; padding channels in memory become zero.
void storeRow(std::byte* tensor, const ChannelLayout& layout, std::int64_t index, const float* row);
/// Rounds as storing and loading again would: nothing in float32.
void roundRow(const ChannelLayout& layout, float* row, std::int64_t count);

/// Local response normalisation of one pixel after the other (§3.3): b = a / (k + s Σ a²)^β over `n` channels, the
/// window kept inside each of `groups` runs of channels.
class ResponseNorm {
public:
    ResponseNorm(const LrnSpec& spec, std::int64_t channels);

    /// Floats of working memory for the calls below.
    std::int64_t scratchSize() const { return 3 * (m_channels + m_spec.n); }
    void forward(const float* a, float* b, std::int64_t pixels, std::int64_t stride, float* scratch) const;
    /// dL/da = g d^−β − 2 s β a Σ g a d^(−β−1), where d is the bracket and the sum runs over the channels whose window
    /// holds a.
    void backward(const float* a, const float* g, float* result, std::int64_t pixels, std::int64_t stride,
                  float* scratch) const;

private:
    LrnSpec m_spec;
    std::int64_t m_channels;
};

} // namespace alexscope::cpu
