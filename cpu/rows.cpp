// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/rows.h"

#include "core/vectorised.h"
#include "cpu/bf16.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace alexscope::cpu {

namespace {

ALEXSCOPE_VECTORISED
void widen(const Bf16* __restrict from, float* __restrict to, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        to[i] = toFloat(from[i]);
}

ALEXSCOPE_VECTORISED
void narrow(const float* __restrict from, Bf16* __restrict to, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        to[i] = toBf16(from[i]);
}

ALEXSCOPE_VECTORISED
void roundInPlace(float* values, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] = toFloat(toBf16(values[i]));
}

void copyIn(const float* from, float* to, std::int64_t count)
{
    std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
}
void copyIn(const Bf16* from, float* to, std::int64_t count)
{
    widen(from, to, count);
}
void copyOut(const float* from, float* to, std::int64_t count)
{
    std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
}
void copyOut(const float* from, Bf16* to, std::int64_t count)
{
    narrow(from, to, count);
}

/// First element of block `b` of a row.
std::int64_t blockOffset(const ChannelLayout& l, std::int64_t index, std::int64_t b)
{
    const std::int64_t picture = index / l.height, y = index % l.height;
    return picture * l.padded * l.height * l.width + (b * l.height + y) * l.width * l.block;
}

/// Calls piece(position in memory, position in the scratch row, channels) for every run of side-by-side channels.
template <typename Piece>
void forEachPiece(const ChannelLayout& l, std::int64_t index, const Piece& piece)
{
    const std::int64_t stride = l.rowStride();
    for (std::int64_t b = 0; b * l.block < l.channels; ++b) {
        const std::int64_t first = b * l.block, memory = blockOffset(l, index, b);
        const std::int64_t channels = std::min(l.block, l.channels - first);
        for (std::int64_t x = 0; x < l.width; ++x)
            piece(memory + x * l.block, x * stride + first, channels);
    }
}

template <typename T>
void load(const T* tensor, const ChannelLayout& l, std::int64_t index, float* row)
{
    if (l.block == 1) { // nchw: neighbours in memory are pixels, not channels
        const std::int64_t stride = l.rowStride();
        for (std::int64_t c = 0; c < l.channels; ++c) {
            const T* plane = tensor + blockOffset(l, index, c);
            for (std::int64_t x = 0; x < l.width; ++x)
                copyIn(plane + x, row + x * stride + c, 1);
        }
        return;
    }
    forEachPiece(l, index, [&](std::int64_t memory, std::int64_t scratch, std::int64_t channels) {
        copyIn(tensor + memory, row + scratch, channels);
    });
}

template <typename T>
void store(T* tensor, const ChannelLayout& l, std::int64_t index, const float* row)
{
    if (l.block == 1) {
        const std::int64_t stride = l.rowStride();
        for (std::int64_t c = 0; c < l.channels; ++c) {
            T* plane = tensor + blockOffset(l, index, c);
            for (std::int64_t x = 0; x < l.width; ++x)
                copyOut(row + x * stride + c, plane + x, 1);
        }
        return;
    }
    forEachPiece(l, index, [&](std::int64_t memory, std::int64_t scratch, std::int64_t channels) {
        copyOut(row + scratch, tensor + memory, channels);
        if (channels < l.block)
            std::memset(tensor + memory + channels, 0, static_cast<std::size_t>(l.block - channels) * sizeof(T));
    });
}

/// What the row functions below need of an LRN, in float32.
struct NormConstants {
    std::int64_t pixels, stride, channels, perGroup;
    int n, before; ///< window: channels c − before … c − before + n − 1
    float k, scale, beta;
};

#define ALEXSCOPE_INLINE inline __attribute__((always_inline))

/// d^−β; the paper's β = 3/4 by two square roots, which vectorise.
ALEXSCOPE_INLINE float threeQuarters(float d)
{
    const float root = 1.0f / std::sqrt(d);
    return root * std::sqrt(root);
}

/// Σ over the window that starts at values[0].
template <int fixed>
ALEXSCOPE_INLINE float windowSum(const float* values, int n)
{
    if constexpr (fixed == 5)
        return (((values[0] + values[1]) + values[2]) + values[3]) + values[4];
    float sum = values[0];
    for (int j = 1; j < n; ++j)
        sum += values[j];
    return sum;
}

template <int fixed, bool paperBeta>
ALEXSCOPE_INLINE void normForward(const NormConstants& c, const float* __restrict a, float* __restrict b,
                                  float* __restrict squares)
{
    for (std::int64_t x = 0; x < c.pixels; ++x)
        for (std::int64_t first = x * c.stride; first < x * c.stride + c.channels; first += c.perGroup) {
            for (std::int64_t i = 0; i < c.perGroup; ++i)
                squares[c.before + i] = a[first + i] * a[first + i];
            for (std::int64_t i = 0; i < c.perGroup; ++i) {
                const float d = c.k + c.scale * windowSum<fixed>(squares + i, c.n);
                b[first + i] = a[first + i] * (paperBeta ? threeQuarters(d) : std::pow(d, -c.beta));
            }
        }
}

template <int fixed, bool paperBeta>
ALEXSCOPE_INLINE void normBackward(const NormConstants& c, const float* __restrict a, const float* __restrict g,
                                   float* __restrict result, float* __restrict squares, float* __restrict weighted,
                                   float* __restrict power)
{
    // A unit lies in the windows of channels c − after … c + before: the forward window mirrored.
    const std::int64_t after = c.n - 1 - c.before;
    const float factor = 2 * c.scale * c.beta;
    for (std::int64_t x = 0; x < c.pixels; ++x)
        for (std::int64_t first = x * c.stride; first < x * c.stride + c.channels; first += c.perGroup) {
            for (std::int64_t i = 0; i < c.perGroup; ++i)
                squares[c.before + i] = a[first + i] * a[first + i];
            for (std::int64_t i = 0; i < c.perGroup; ++i) {
                const float d = c.k + c.scale * windowSum<fixed>(squares + i, c.n);
                const float p = paperBeta ? threeQuarters(d) : std::pow(d, -c.beta);
                power[i] = p;
                weighted[after + i] = g[first + i] * a[first + i] * p / d;
            }
            for (std::int64_t i = 0; i < c.perGroup; ++i)
                result[first + i] =
                    g[first + i] * power[i] - factor * a[first + i] * windowSum<fixed>(weighted + i, c.n);
        }
}

#undef ALEXSCOPE_INLINE

/// The paper's constants in one vectorised function a row; others share the loops.
ALEXSCOPE_VECTORISED
void normForwardPaper(const NormConstants& c, const float* a, float* b, float* squares)
{
    normForward<5, true>(c, a, b, squares);
}

ALEXSCOPE_VECTORISED
void normBackwardPaper(const NormConstants& c, const float* a, const float* g, float* result, float* squares,
                       float* weighted, float* power)
{
    normBackward<5, true>(c, a, g, result, squares, weighted, power);
}

} // namespace

std::optional<ChannelLayout> ChannelLayout::of(const Desc& desc)
{
    const Blocking b = blockingOf(desc);
    const DataType type = typeOf(desc);
    if (!b.blocked || (type != DataType::f32 && type != DataType::bf16))
        return std::nullopt;
    ChannelLayout l;
    l.bf16 = type == DataType::bf16;
    l.n = b.dims[0];
    l.channels = b.dims[1];
    l.padded = b.padded[1];
    if (b.dims.size() == 4) {
        l.height = b.dims[2];
        l.width = b.dims[3];
    } else if (b.dims.size() != 2)
        return std::nullopt;
    const std::int64_t area = l.height * l.width;
    if (b.innerSizes.empty())
        l.block = area == 1 || b.strides[1] == 1 ? l.channels : 1;
    else if (b.innerSizes.size() == 1 && b.innerDims[0] == 1)
        l.block = b.innerSizes[0];
    else
        return std::nullopt;

    const std::int64_t perPicture = l.padded * area;
    bool fits = l.n == 1 || b.strides[0] == perPicture;
    if (area > 1) {
        fits = fits && b.strides[3] == l.block && (l.height == 1 || b.strides[2] == l.width * l.block);
        fits = fits && (l.padded == l.block || b.strides[1] == area * l.block);
    }
    return fits ? std::optional(l) : std::nullopt;
}

void loadRow(const std::byte* tensor, const ChannelLayout& l, std::int64_t index, float* row)
{
    const std::int64_t stride = l.rowStride();
    if (stride != l.channels)
        std::fill(row, row + l.rowSize(), 0.0f);
    if (l.bf16)
        load(reinterpret_cast<const Bf16*>(tensor), l, index, row);
    else
        load(reinterpret_cast<const float*>(tensor), l, index, row);
}

void storeRow(std::byte* tensor, const ChannelLayout& l, std::int64_t index, const float* row)
{
    if (l.bf16)
        store(reinterpret_cast<Bf16*>(tensor), l, index, row);
    else
        store(reinterpret_cast<float*>(tensor), l, index, row);
}

void roundRow(const ChannelLayout& layout, float* row, std::int64_t count)
{
    if (layout.bf16)
        roundInPlace(row, count);
}

ResponseNorm::ResponseNorm(const LrnSpec& spec, std::int64_t channels) : m_spec(spec), m_channels(channels) {}

namespace {

NormConstants constantsOf(const LrnSpec& spec, std::int64_t channels, std::int64_t pixels, std::int64_t stride)
{
    return {pixels,
            stride,
            channels,
            channels / spec.groups,
            spec.n,
            spec.n / 2,
            static_cast<float>(spec.k),
            static_cast<float>(spec.scale()),
            static_cast<float>(spec.beta)};
}

bool hasPaperConstants(const LrnSpec& spec)
{
    return spec.n == 5 && spec.beta == 0.75;
}

} // namespace

void ResponseNorm::forward(const float* a, float* b, std::int64_t pixels, std::int64_t stride, float* scratch) const
{
    std::fill(scratch, scratch + scratchSize(), 0.0f); // the margins of the windows
    const NormConstants c = constantsOf(m_spec, m_channels, pixels, stride);
    if (hasPaperConstants(m_spec))
        normForwardPaper(c, a, b, scratch);
    else
        normForward<0, false>(c, a, b, scratch);
}

void ResponseNorm::backward(const float* a, const float* g, float* result, std::int64_t pixels, std::int64_t stride,
                            float* scratch) const
{
    std::fill(scratch, scratch + scratchSize(), 0.0f);
    const NormConstants c = constantsOf(m_spec, m_channels, pixels, stride);
    float *weighted = scratch + m_channels + m_spec.n, *power = weighted + m_channels + m_spec.n;
    if (hasPaperConstants(m_spec))
        normBackwardPaper(c, a, g, result, scratch, weighted, power);
    else
        normBackward<0, false>(c, a, g, result, scratch, weighted, power);
}

} // namespace alexscope::cpu
