// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/step_memory.h"

namespace alexscope::cuda {

StepMemory::StepMemory(const Stream& stream, Scratch& scratch)
    : m_stream(stream), m_scratch(scratch), m_key(sizeof(StepKey), stream)
{
}

void StepMemory::setKey(const StepContext& context)
{
    const bool same = m_sent && m_sent->seed == context.seed && m_sent->iteration == context.iteration;
    if (same || m_takingDown)
        return;
    m_sent.reset(); // should sending fail
    *static_cast<StepKey*>(m_ring.room(sizeof(StepKey))) = {context.seed, context.iteration};
    m_ring.send(m_key.data(), sizeof(StepKey), m_stream);
    m_sent = context;
}

void StepMemory::setRates(std::span<const ParameterUpdate> updates, double momentum, bool wantSquares)
{
    if (m_takingDown) {
        for (const ParameterUpdate& update : updates)
            m_updated.push_back(update.parameter);
        return;
    }
    const std::size_t bytes = sizeof(UpdateNumbers) + updates.size() * sizeof(UpdateRate);
    m_scratch.reserve(Scratch::Rates, bytes);
    auto* const numbers = static_cast<UpdateNumbers*>(m_ring.room(bytes));
    *numbers = {static_cast<float>(momentum), wantSquares};
    auto* rate = reinterpret_cast<UpdateRate*>(numbers + 1);
    for (const ParameterUpdate& update : updates)
        *rate++ = {static_cast<float>(update.decay * update.rate), static_cast<float>(update.rate)};
    m_ring.send(m_scratch.data(Scratch::Rates), bytes, m_stream);
}

} // namespace alexscope::cuda
