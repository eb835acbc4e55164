// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/stop_rule.h"

#include "core/error.h"

#include <cmath>

namespace alexscope {

namespace {

/// Forward (with its Load), backward, update (with its validation).
int passOf(const Piece& next)
{
    switch (next.kind) {
    case PieceKind::Load:
    case PieceKind::Forward:
        return 0;
    case PieceKind::Backward:
        return 1;
    case PieceKind::Update:
    case PieceKind::Validate:
        break;
    }
    return 2;
}

} // namespace

StopRule::StopRule(Stride stride, const Trainer& trainer)
    : m_stride(stride), m_startPass(passOf(trainer.next())), m_startEpoch(std::floor(trainer.epoch()))
{
}

StopRule::StopRule(StopCondition until, const Trainer& trainer) : m_until(std::move(until))
{
    if (!m_until.layerReached)
        return;
    const bool ofLayers = !m_until.kindReached || *m_until.kindReached == PieceKind::Forward ||
                          *m_until.kindReached == PieceKind::Backward;
    if (!ofLayers)
        throw Error("Only forward and backward pieces belong to a layer; run to one of these, or leave the layer out");
    m_layer = trainer.options().network.indexOf(*m_until.layerReached);
    if (m_layer < 0)
        throw Error(concat("The network ", trainer.options().network.name, " has no layer \"", *m_until.layerReached,
                           "\" to run to"));
    if (m_until.kindReached == PieceKind::Backward && m_layer < trainer.lowestLearningLayer())
        throw Error(concat("Nothing goes backward to layer ", *m_until.layerReached,
                           ": it and all layers below it are frozen; run to a layer that learns"));
}

bool StopRule::wantsStepwise() const
{
    return m_stride == Stride::Piece || m_stride == Stride::Pass || waitsForPiece();
}

bool StopRule::alreadyReached(const Trainer& trainer, double validationError) const
{
    // Running to a piece means the next time it comes, even when it is next already.
    return m_stride == Stride::Forever && !waitsForPiece() && conditionHolds(trainer, validationError);
}

bool StopRule::reached(const Trainer& trainer, double validationError) const
{
    const bool iterationDone = trainer.next().kind == PieceKind::Load;
    switch (m_stride) {
    case Stride::Piece:
        return true;
    case Stride::Pass:
        return passOf(trainer.next()) != m_startPass;
    case Stride::Iteration:
        return iterationDone;
    case Stride::Epoch:
        return iterationDone && std::floor(trainer.epoch()) > m_startEpoch;
    case Stride::Forever:
        break;
    }
    return (waitsForPiece() || iterationDone) && conditionHolds(trainer, validationError);
}

bool StopRule::conditionHolds(const Trainer& trainer, double validationError) const
{
    if (!m_until.iteration && !m_until.epoch && !m_until.validationErrorBelow && !waitsForPiece())
        return false; // nothing is waited for
    if (m_until.iteration && trainer.iteration() < *m_until.iteration)
        return false;
    if (m_until.epoch && trainer.epoch() < *m_until.epoch)
        return false;
    if (m_until.validationErrorBelow && !(validationError < *m_until.validationErrorBelow))
        return false;
    const Piece next = trainer.next();
    if (m_until.kindReached && next.kind != *m_until.kindReached)
        return false;
    // A piece that covers several layers at once is none of them; the next iteration goes layer by layer.
    return m_layer < 0 || (m_layer == next.firstLayer && next.layerCount == 1);
}

} // namespace alexscope
