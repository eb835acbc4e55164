// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cuda/storage.h"
#include "cuda/upload_ring.h"

#include <optional>
#include <vector>

namespace alexscope::cuda {

/// What changes from step to step without being a tensor: seed and iteration, momentum and rates. Kernels read it from
/// the device's memory, so that work taken down once finds the numbers of the step it is replayed for.
class StepMemory {
public:
    /// Both outlive it.
    StepMemory(const Stream& stream, Scratch& scratch);

    /// From here on in the stream's order. What is there already is not sent again.
    void setKey(const StepContext& context);
    void setRates(std::span<const ParameterUpdate> updates, double momentum, bool wantSquares);
    const StepKey* key() const { return static_cast<const StepKey*>(m_key.data()); }
    /// Fixed as long as Scratch::moves() is.
    const UpdateNumbers* numbers() const { return static_cast<const UpdateNumbers*>(m_scratch.data(Scratch::Rates)); }
    const UpdateRate* rates() const { return reinterpret_cast<const UpdateRate*>(numbers() + 1); }

    /// While one lives, work is taken down: nothing is sent, since every replay brings its own numbers.
    class TakingDown {
    public:
        explicit TakingDown(StepMemory& memory) : m_memory(memory)
        {
            m_memory.m_takingDown = true;
            m_memory.m_updated.clear();
        }
        ~TakingDown() { m_memory.m_takingDown = false; }
        TakingDown(const TakingDown&) = delete;
        TakingDown& operator=(const TakingDown&) = delete;

    private:
        StepMemory& m_memory;
    };
    /// Whose rates the work taken down last asked for, in their order.
    const std::vector<const Parameter*>& updated() const { return m_updated; }

private:
    const Stream& m_stream;
    Scratch& m_scratch;
    Buffer m_key;
    UploadRing m_ring;
    std::optional<StepContext> m_sent;
    bool m_takingDown = false;
    std::vector<const Parameter*> m_updated;
};

} // namespace alexscope::cuda
