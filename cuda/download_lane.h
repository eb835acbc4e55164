// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cuda/storage.h"

#include <memory>
#include <vector>

namespace alexscope::cuda {

/// Numbers on their way to the host beside the work: put into plain order and aside on the stream that computes, then
/// copied on a stream of their own into page-locked memory. Outlives its downloads.
class DownloadLane {
public:
    /// `stream`: the one that computes; outlives it.
    explicit DownloadLane(const Stream& stream) : m_stream(stream) {}

    /// Larger tensors, or more at once, are not taken: the GPU's memory is for training.
    static constexpr std::size_t mostBytes = 16u << 20, mostBytesTogether = 64u << 20;
    /// The tensor as it is now in the stream's order; null where it is not taken.
    std::unique_ptr<Download> begin(GpuStorage& from, std::span<float> values);

private:
    friend class LaneDownload;
    struct Slot {
        Buffer aside;
        PinnedBuffer landing;
        Event set, landed;
    };
    std::unique_ptr<Slot> takeSlot(std::size_t bytes);
    void giveBack(std::unique_ptr<Slot> slot) { m_free.push_back(std::move(slot)); }

    const Stream& m_stream;
    Stream m_copies;
    std::vector<std::unique_ptr<Slot>> m_free;
    std::size_t m_bytes = 0; ///< of all slots, those in use included
};

} // namespace alexscope::cuda
