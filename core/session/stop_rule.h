// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "core/training/trainer.h"

namespace alexscope {

/// When to hold again: every kind of run and step is only another of these around the same cursor.
class StopRule {
public:
    /// Until one stride is done, seen from where the trainer stands.
    StopRule(Stride stride, const Trainer& trainer);
    /// Until all that is set holds true. Throws Error when the layer does not exist.
    StopRule(StopCondition until, const Trainer& trainer);

    /// A step of no more than an iteration.
    bool isShort() const
    {
        return m_stride == Stride::Piece || m_stride == Stride::Pass || m_stride == Stride::Iteration;
    }
    /// Whether layers have to be taken one by one for the rule to hold where it should.
    bool wantsStepwise() const;
    /// Whether there is nothing to do: what is waited for holds already.
    bool alreadyReached(const Trainer& trainer, double validationError) const;
    /// Asked after each piece. `validationError`: the latest top-1, above 1 when there was none yet.
    bool reached(const Trainer& trainer, double validationError) const;

private:
    bool waitsForPiece() const { return m_layer >= 0 || m_until.kindReached; }
    bool conditionHolds(const Trainer& trainer, double validationError) const;

    Stride m_stride = Stride::Forever;
    StopCondition m_until;
    int m_layer = -1;
    int m_startPass = 0;
    double m_startEpoch = 0;
};

} // namespace alexscope
