// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/rows.h"

#include "cpu/bf16.h"
#include "cpu/vectorised.h"

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

/// d^−β; the paper's β = 3/4 by two square roots, which vectorise.
ALEXSCOPE_VECTORISED
void powerThreeQuarters(const float* __restrict d, float* __restrict power, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i) {
        const float root = 1.0f / std::sqrt(d[i]);
        power[i] = root * std::sqrt(root);
    }
}

void negativePower(const float* d, float* power, std::int64_t count, float beta)
{
    if (beta == 0.75f) {
        powerThreeQuarters(d, power, count);
        return;
    }
    for (std::int64_t i = 0; i < count; ++i)
        power[i] = std::pow(d[i], -beta);
}

ALEXSCOPE_VECTORISED
void multiply(const float* __restrict a, const float* __restrict b, float* __restrict result, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        result[i] = a[i] * b[i];
}

/// result[i] = Σ_{j < n} values[i + j]
ALEXSCOPE_VECTORISED
void windowSum(const float* __restrict values, float* __restrict result, std::int64_t count, int n)
{
    if (n == 5) {
        for (std::int64_t i = 0; i < count; ++i)
            result[i] = (((values[i] + values[i + 1]) + values[i + 2]) + values[i + 3]) + values[i + 4];
        return;
    }
    for (std::int64_t i = 0; i < count; ++i)
        result[i] = values[i];
    for (int j = 1; j < n; ++j)
        for (std::int64_t i = 0; i < count; ++i)
            result[i] += values[i + j];
}

ALEXSCOPE_VECTORISED
void scaleAndShift(float* values, std::int64_t count, float scale, float shift)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] = shift + scale * values[i];
}

/// g a d^(−β−1), from p = d^−β
ALEXSCOPE_VECTORISED
void weighted(const float* __restrict g, const float* __restrict a, const float* __restrict p, const float* __restrict d,
              float* __restrict result, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        result[i] = g[i] * a[i] * p[i] / d[i];
}

ALEXSCOPE_VECTORISED
void combine(const float* __restrict g, const float* __restrict a, const float* __restrict p, const float* __restrict sum,
             float factor, float* __restrict result, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        result[i] = g[i] * p[i] - factor * a[i] * sum[i];
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

ResponseNorm::ResponseNorm(const LrnSpec& spec, std::int64_t channels)
    : m_channels(channels), m_perGroup(channels / spec.groups), m_n(spec.n), m_before(spec.n / 2),
      m_after(spec.n - 1 - spec.n / 2), m_margin(spec.n), m_k(static_cast<float>(spec.k)),
      m_scale(static_cast<float>(spec.scale())), m_beta(static_cast<float>(spec.beta))
{
}

void ResponseNorm::brackets(const float* a, float* d, float* squares) const
{
    std::fill(squares, squares + m_before, 0.0f);
    multiply(a, a, squares + m_before, m_perGroup);
    std::fill(squares + m_before + m_perGroup, squares + m_perGroup + m_n, 0.0f);
    windowSum(squares, d, m_perGroup, m_n);
    scaleAndShift(d, m_perGroup, m_scale, m_k);
}

void ResponseNorm::forward(const float* a, float* b, std::int64_t pixels, std::int64_t stride, float* scratch) const
{
    const std::int64_t room = m_channels + 2 * m_margin;
    float *squares = scratch, *d = scratch + room, *p = scratch + 2 * room;
    for (std::int64_t x = 0; x < pixels; ++x)
        for (std::int64_t c = 0; c < m_channels; c += m_perGroup) {
            const std::int64_t at = x * stride + c;
            brackets(a + at, d, squares);
            negativePower(d, p, m_perGroup, m_beta);
            multiply(a + at, p, b + at, m_perGroup);
        }
}

void ResponseNorm::backward(const float* a, const float* g, float* result, std::int64_t pixels, std::int64_t stride,
                            float* scratch) const
{
    const std::int64_t room = m_channels + 2 * m_margin;
    float *squares = scratch, *d = scratch + room, *p = d + room, *q = p + room, *sum = q + room;
    // a lies in the window of the channels from c − after to c + before: the forward window mirrored.
    std::fill(q, q + m_after, 0.0f);
    std::fill(q + m_after + m_perGroup, q + m_perGroup + m_n, 0.0f);
    for (std::int64_t x = 0; x < pixels; ++x)
        for (std::int64_t c = 0; c < m_channels; c += m_perGroup) {
            const std::int64_t at = x * stride + c;
            brackets(a + at, d, squares);
            negativePower(d, p, m_perGroup, m_beta);
            weighted(g + at, a + at, p, d, q + m_after, m_perGroup);
            windowSum(q, sum, m_perGroup, m_n);
            combine(g + at, a + at, p, sum, 2 * m_scale * m_beta, result + at, m_perGroup);
        }
}

} // namespace alexscope::cpu
