// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include "core/error.h"

/// Changes of the network by hand.
namespace alexscope {

void SessionThread::changeByHand(const std::function<void()>& change)
{
    if (!needsRun("change"))
        return;
    endJudging();
    attempt(change);
    m_inspection->parametersChanged();
    m_show = true;
    updateStatus();
}

void SessionThread::switchOff(const std::string& layer, int unit)
{
    changeByHand([&] {
        m_whatIf->switchOff(layer, unit);
        say(EventKind::Information, concat("By hand: unit ", unit, " of ", layer, " switched off"));
    });
}

void SessionThread::setWeight(const std::string& layer, int unit, std::ptrdiff_t weight, float value)
{
    changeByHand([&] {
        m_whatIf->setWeight(layer, unit, weight, value);
        const WhatIfChange& change = m_whatIf->changes().back();
        say(EventKind::Information, concat("By hand: weight ", weight, " of unit ", unit, " of ", layer, ", ",
                                           change.before, ", becomes ", value));
    });
}

void SessionThread::undoWhatIf()
{
    changeByHand([&] {
        if (m_whatIf->changes().empty())
            return;
        const WhatIfChange change = m_whatIf->changes().back();
        m_whatIf->undo();
        say(EventKind::Information, concat("By hand: unit ", change.unit, " of ", change.layer, " as it was before"));
    });
}

} // namespace alexscope
