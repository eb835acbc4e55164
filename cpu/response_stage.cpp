// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/response_stage.h"

#include "core/vectorised.h"
#include "cpu/parallel.h"

#include <algorithm>

namespace alexscope::cpu {

namespace {

/// The largest of `cells` values, channel by channel, and the number of the first cell that has it. Values first and
/// numbers after, so that the compiler sees selections of vectors in both and no branch.
template <int count>
inline __attribute__((always_inline)) void largestOf(const float* const (&cells)[count],
                                                     const std::uint32_t (&numbers)[count], float* __restrict best,
                                                     std::uint16_t* __restrict winner, std::int64_t channels)
{
#pragma GCC ivdep
    for (std::int64_t i = 0; i < channels; ++i) {
        float largest = cells[0][i];
#pragma GCC unroll 16
        for (int cell = 1; cell < count; ++cell)
            largest = cells[cell][i] > largest ? cells[cell][i] : largest;
        best[i] = largest;
        std::uint32_t number = numbers[0]; // of a NaN, too
#pragma GCC unroll 16
        for (int cell = count - 1; cell >= 0; --cell)
            number = cells[cell][i] == largest ? numbers[cell] : number;
        winner[i] = static_cast<std::uint16_t>(number);
    }
}

/// The paper's 3 × 3 windows away from the border.
ALEXSCOPE_VECTORISED
void largestOfNine(const float* const* cells, const std::uint16_t* numbers, float* best, std::uint16_t* winner,
                   std::int64_t channels)
{
    const float* const nine[9] = {cells[0], cells[1], cells[2], cells[3], cells[4],
                                  cells[5], cells[6], cells[7], cells[8]};
    const std::uint32_t ninth[9] = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
                                    numbers[5], numbers[6], numbers[7], numbers[8]};
    largestOf(nine, ninth, best, winner, channels);
}

ALEXSCOPE_VECTORISED
void largestOfSome(const float* const* cells, const std::uint16_t* numbers, int count, float* best,
                   std::uint16_t* winner, std::int64_t channels)
{
    std::copy(cells[0], cells[0] + channels, best);
    std::fill(winner, winner + channels, numbers[0]);
    for (int cell = 1; cell < count; ++cell) {
        const float* __restrict candidate = cells[cell];
        const std::uint16_t number = numbers[cell];
#pragma GCC ivdep
        for (std::int64_t i = 0; i < channels; ++i) {
            const bool larger = candidate[i] > best[i];
            best[i] = larger ? candidate[i] : best[i];
            winner[i] = larger ? number : winner[i];
        }
    }
}

ALEXSCOPE_VECTORISED
void add(const float* __restrict values, float* __restrict sum, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        sum[i] += values[i];
}

ALEXSCOPE_VECTORISED
void divide(float* values, float divisor, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        values[i] /= divisor;
}

ALEXSCOPE_VECTORISED
void addDivided(const float* __restrict values, float divisor, float* __restrict sum, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        sum[i] += values[i] / divisor;
}

/// Adds an output's gradient to the cell that won it, channel by channel.
ALEXSCOPE_VECTORISED
void addToWinners(const float* __restrict gradient, const std::uint16_t* __restrict winner, float* const* cells,
                  const std::uint16_t* numbers, int count, std::int64_t channels)
{
    for (int cell = 0; cell < count; ++cell) {
        float* __restrict sum = cells[cell];
        const std::uint32_t number = numbers[cell];
        for (std::int64_t i = 0; i < channels; ++i)
            sum[i] += winner[i] == number ? gradient[i] : 0.0f;
    }
}

ALEXSCOPE_VECTORISED
void maskByPositive(const float* __restrict input, float* __restrict gradient, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        gradient[i] = input[i] > 0.0f ? gradient[i] : 0.0f;
}

/// The part of a window that lies inside the picture along one axis.
struct Span {
    std::int64_t begin, end, first; ///< cells begin … end−1 in the input; `first` is the window's cell 0, maybe outside
};
Span windowSpan(std::int64_t output, const PoolingSpec& pool, std::int64_t extent)
{
    const std::int64_t first = output * pool.stride - pool.pad;
    return {std::max<std::int64_t>(first, 0), std::min<std::int64_t>(first + pool.size, extent), first};
}

} // namespace

/// The cells of one window: where their channels lie in the ring of rows, and their numbers (row · size + column).
template <typename Pointer>
struct WindowCells {
    std::vector<Pointer> cells;
    std::vector<std::uint16_t> numbers;

    template <typename Scratch>
    void gather(Scratch& s, const PoolingSpec& pool, const Span& rows, const Span& columns, std::int64_t stride)
    {
        cells.clear();
        numbers.clear();
        for (std::int64_t r = rows.begin; r < rows.end; ++r)
            for (std::int64_t c = columns.begin; c < columns.end; ++c) {
                cells.push_back(s.row(r) + c * stride);
                numbers.push_back(static_cast<std::uint16_t>((r - rows.first) * pool.size + (c - columns.first)));
            }
    }
    int count() const { return static_cast<int>(cells.size()); }
};

struct ResponseStage::ForwardScratch {
    std::vector<float> input, output, norm;
    std::vector<float> ring; ///< the rows pooling still needs
    WindowCells<const float*> window;
    std::vector<std::uint16_t> winners; ///< of one output pixel, when nobody keeps them
    std::int64_t stride = 0, rowSize = 0;
    int ringRows = 0;

    ForwardScratch(const ResponseStage& stage)
    {
        const auto& in = stage.m_in;
        stride = in.rowStride();
        rowSize = in.rowSize();
        ringRows = stage.m_parts.pool ? stage.m_parts.pool->size : 1;
        input.resize(static_cast<std::size_t>(rowSize));
        ring.resize(static_cast<std::size_t>(rowSize * ringRows));
        output.resize(static_cast<std::size_t>(stage.m_out.rowSize()));
        winners.resize(static_cast<std::size_t>(stride));
        if (stage.m_norm)
            norm.resize(static_cast<std::size_t>(stage.m_norm->scratchSize()));
    }
    float* row(std::int64_t y) { return ring.data() + (y % ringRows) * rowSize; }
};

struct ResponseStage::BackwardScratch {
    std::vector<float> input, outputGradient, result, norm;
    std::vector<float> ring;
    WindowCells<float*> window;
    std::int64_t rowSize = 0;
    int ringRows = 0;

    BackwardScratch(const ResponseStage& stage)
    {
        rowSize = stage.m_in.rowSize();
        ringRows = stage.m_parts.pool ? stage.m_parts.pool->size : 1;
        input.resize(static_cast<std::size_t>(rowSize));
        result.resize(static_cast<std::size_t>(rowSize));
        ring.resize(static_cast<std::size_t>(rowSize * ringRows));
        outputGradient.resize(static_cast<std::size_t>(stage.m_out.rowSize()));
        if (stage.m_norm)
            norm.resize(static_cast<std::size_t>(stage.m_norm->scratchSize()));
    }
    float* row(std::int64_t y) { return ring.data() + (y % ringRows) * rowSize; }
};

ResponseStage::ResponseStage(Parts parts, const ChannelLayout& input, const ChannelLayout& output, bool training)
    : m_parts(parts), m_in(input), m_out(output), m_training(training)
{
    if (parts.norm)
        m_norm.emplace(*parts.norm, input.channels);
    if (parts.pool && parts.pool->size > 255)
        throw Error(concat("A pooling window of ", parts.pool->size, " is larger than the 255 this backend supports."));
    if (parts.pool && parts.pool->kind == PoolingKind::Max && training)
        m_winners.resize(static_cast<std::size_t>(output.rowCount() * output.rowSize()));
}

void ResponseStage::forward(const std::byte* input, std::byte* output)
{
    if (!m_norm && !m_parts.pool)
        return; // ReLU alone came with the convolution
    parallelRanges(m_in.n, [&](std::int64_t begin, std::int64_t end) {
        ForwardScratch scratch(*this);
        for (std::int64_t picture = begin; picture < end; ++picture)
            forwardPicture(picture, input, output, scratch);
    });
}

void ResponseStage::forwardPicture(std::int64_t picture, const std::byte* input, std::byte* output, ForwardScratch& s)
{
    const auto normalised = [&](std::int64_t y, float* row) {
        float* raw = m_norm ? s.input.data() : row;
        loadRow(input, m_in, picture * m_in.height + y, raw);
        if (m_norm) {
            m_norm->forward(raw, row, m_in.width, s.stride, s.norm.data());
            roundRow(m_in, row, s.rowSize);
        }
    };
    if (!m_parts.pool) {
        for (std::int64_t y = 0; y < m_in.height; ++y) {
            normalised(y, s.row(0));
            storeRow(output, m_out, picture * m_out.height + y, s.row(0));
        }
        return;
    }
    std::int64_t ready = 0; // rows normalised so far
    for (std::int64_t y = 0; y < m_out.height; ++y) {
        const Span rows = windowSpan(y, *m_parts.pool, m_in.height);
        for (ready = std::max(ready, rows.begin); ready < rows.end; ++ready)
            normalised(ready, s.row(ready));
        poolRow(picture * m_out.height + y, y, s);
        storeRow(output, m_out, picture * m_out.height + y, s.output.data());
    }
}

void ResponseStage::poolRow(std::int64_t outputRow, std::int64_t y, ForwardScratch& s)
{
    const PoolingSpec& pool = *m_parts.pool;
    const Span rows = windowSpan(y, pool, m_in.height);
    for (std::int64_t x = 0; x < m_out.width; ++x) {
        s.window.gather(s, pool, rows, windowSpan(x, pool, m_in.width), s.stride);
        const int count = s.window.count();
        float* out = s.output.data() + x * s.stride;
        if (pool.kind == PoolingKind::Average) {
            std::copy(s.window.cells[0], s.window.cells[0] + s.stride, out);
            for (int cell = 1; cell < count; ++cell)
                add(s.window.cells[static_cast<std::size_t>(cell)], out, s.stride);
            divide(out, static_cast<float>(count), s.stride);
            continue;
        }
        std::uint16_t* winners =
            m_training ? m_winners.data() + (outputRow * m_out.width + x) * s.stride : s.winners.data();
        if (count == 9)
            largestOfNine(s.window.cells.data(), s.window.numbers.data(), out, winners, s.stride);
        else
            largestOfSome(s.window.cells.data(), s.window.numbers.data(), count, out, winners, s.stride);
    }
}

void ResponseStage::backward(const std::byte* input, const std::byte* outputGradient, std::byte* inputGradient) const
{
    parallelRanges(m_in.n, [&](std::int64_t begin, std::int64_t end) {
        BackwardScratch scratch(*this);
        for (std::int64_t picture = begin; picture < end; ++picture)
            backwardPicture(picture, input, outputGradient, inputGradient, scratch);
    });
}

void ResponseStage::backwardPicture(std::int64_t picture, const std::byte* input, const std::byte* outputGradient,
                                    std::byte* inputGradient, BackwardScratch& s) const
{
    const std::int64_t firstInput = picture * m_in.height, firstOutput = picture * m_out.height;
    if (!m_parts.pool) {
        for (std::int64_t y = 0; y < m_in.height; ++y) {
            loadRow(outputGradient, m_out, firstOutput + y, s.row(0));
            finishGradientRow(firstInput + y, s.row(0), input, inputGradient, s);
        }
        return;
    }
    // The ring holds the gradient rows that later windows still add to; a row leaves when the windows have passed it.
    std::fill(s.ring.begin(), s.ring.end(), 0.0f);
    std::int64_t finished = 0;
    const auto finishUpTo = [&](std::int64_t end) {
        for (; finished < std::min(end, m_in.height); ++finished) {
            finishGradientRow(firstInput + finished, s.row(finished), input, inputGradient, s);
            std::fill(s.row(finished), s.row(finished) + s.rowSize, 0.0f);
        }
    };
    for (std::int64_t y = 0; y < m_out.height; ++y) {
        finishUpTo(windowSpan(y, *m_parts.pool, m_in.height).begin);
        loadRow(outputGradient, m_out, firstOutput + y, s.outputGradient.data());
        spreadRow(firstOutput + y, y, s);
    }
    finishUpTo(m_in.height);
}

void ResponseStage::spreadRow(std::int64_t outputRow, std::int64_t y, BackwardScratch& s) const
{
    const PoolingSpec& pool = *m_parts.pool;
    const std::int64_t stride = m_in.rowStride();
    const Span rows = windowSpan(y, pool, m_in.height);
    for (std::int64_t x = 0; x < m_out.width; ++x) {
        s.window.gather(s, pool, rows, windowSpan(x, pool, m_in.width), stride);
        const int count = s.window.count();
        const float* gradient = s.outputGradient.data() + x * stride;
        if (pool.kind == PoolingKind::Max) {
            addToWinners(gradient, m_winners.data() + (outputRow * m_out.width + x) * stride, s.window.cells.data(),
                         s.window.numbers.data(), count, stride);
            continue;
        }
        for (float* cell : s.window.cells)
            addDivided(gradient, static_cast<float>(count), cell, stride);
    }
}

void ResponseStage::finishGradientRow(std::int64_t index, float* gradient, const std::byte* input,
                                      std::byte* inputGradient, BackwardScratch& s) const
{
    if (m_norm || m_parts.relu)
        loadRow(input, m_in, index, s.input.data());
    float* result = gradient;
    if (m_norm) {
        if (m_parts.pool)
            roundRow(m_in, gradient, s.rowSize);
        m_norm->backward(s.input.data(), gradient, s.result.data(), m_in.width, m_in.rowStride(), s.norm.data());
        result = s.result.data();
    }
    if (m_parts.relu)
        maskByPositive(s.input.data(), result, s.rowSize);
    storeRow(inputGradient, m_in, index, result);
}

} // namespace alexscope::cpu
