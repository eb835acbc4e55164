// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/sgd.h"

#include "core/vectorised.h"
#include "cpu/bf16.h"
#include "cpu/parallel.h"
#include "cpu/storage.h"

#include <algorithm>
#include <cmath>

namespace alexscope::cpu {

namespace {

constexpr std::int64_t pieceSize = WeightStorage::updatePiece;

/// v ← momentum·v − decay·rate·w − rate·g;  w ← w + v
ALEXSCOPE_VECTORISED
void step(float* __restrict w, float* __restrict v, const float* __restrict g, std::int64_t count, float momentum,
          float shrink, float rate)
{
    for (std::int64_t i = 0; i < count; ++i) {
        v[i] = momentum * v[i] - shrink * w[i] - rate * g[i];
        w[i] += v[i];
    }
}

ALEXSCOPE_VECTORISED
void narrow(const float* __restrict from, Bf16* __restrict to, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        to[i] = toBf16(from[i]);
}

/// to[2 c] = even[c], to[2 c + 1] = odd[c]
ALEXSCOPE_VECTORISED
void narrowPairs(const float* __restrict even, const float* __restrict odd, std::uint32_t* __restrict to,
                 std::int64_t columns)
{
    for (std::int64_t c = 0; c < columns; ++c)
        to[c] = static_cast<std::uint32_t>(toBf16(even[c])) | static_cast<std::uint32_t>(toBf16(odd[c])) << 16;
}

double sumOfSquares(const float* values, std::int64_t count)
{
    double sum = 0;
    for (std::int64_t i = 0; i < count; ++i)
        sum += static_cast<double>(values[i]) * values[i];
    return sum;
}

struct Piece {
    std::size_t update; ///< index into the updates
    std::int64_t begin, count;
    double updateSquares = 0, weightSquares = 0;
};

void writeCopy(const WeightStorage::Copy& copy, const float* master, std::int64_t begin, std::int64_t count)
{
    auto* to = reinterpret_cast<Bf16*>(copy.buffer.data()) + begin;
    if (copy.pattern == CopyPattern::Same) {
        narrow(master, to, count);
        return;
    }
    for (std::int64_t row = 0; row < count / copy.columns; row += 2) {
        const float* even = master + row * copy.columns;
        narrowPairs(even, even + copy.columns, reinterpret_cast<std::uint32_t*>(to + row * copy.columns), copy.columns);
    }
}

void updatePiece(const ParameterUpdate& update, Piece& piece, float momentum, bool wantNorms)
{
    const Parameter& p = *update.parameter;
    float* w = reinterpret_cast<float*>(storageOf(p.value).data()) + piece.begin;
    float* v = reinterpret_cast<float*>(storageOf(p.velocity).data()) + piece.begin;
    const float* g = reinterpret_cast<const float*>(storageOf(p.gradient).data()) + piece.begin;
    step(w, v, g, piece.count, momentum, static_cast<float>(update.decay * update.rate),
         static_cast<float>(update.rate));
    if (wantNorms) {
        piece.updateSquares = sumOfSquares(v, piece.count);
        piece.weightSquares = sumOfSquares(w, piece.count);
    }
    if (p.info.isBias)
        return;
    for (const auto& copy : static_cast<WeightStorage&>(storageOf(p.value)).copies())
        if (copy->pattern != CopyPattern::Other)
            writeCopy(*copy, w, piece.begin, piece.count);
}

} // namespace

void updateParameters(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms)
{
    std::vector<Piece> pieces;
    for (std::size_t u = 0; u < updates.size(); ++u) {
        const auto count =
            static_cast<std::int64_t>(storageOf(updates[u].parameter->value).desc().get_size() / sizeof(float));
        for (std::int64_t begin = 0; begin < count; begin += pieceSize)
            pieces.push_back({u, begin, std::min(pieceSize, count - begin)});
    }
    parallelRanges(static_cast<std::int64_t>(pieces.size()), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            Piece& piece = pieces[static_cast<std::size_t>(i)];
            updatePiece(updates[piece.update], piece, static_cast<float>(momentum), norms != nullptr);
        }
    });
    for (const ParameterUpdate& update : updates)
        if (!update.parameter->info.isBias)
            static_cast<WeightStorage&>(storageOf(update.parameter->value)).changed(true);
    if (!norms)
        return;
    norms->update.assign(updates.size(), 0);
    norms->weight.assign(updates.size(), 0);
    for (const Piece& piece : pieces) {
        norms->update[piece.update] += piece.updateSquares;
        norms->weight[piece.update] += piece.weightSquares;
    }
    for (auto* list : {&norms->update, &norms->weight})
        for (double& value : *list)
            value = std::sqrt(value);
}

} // namespace alexscope::cpu
