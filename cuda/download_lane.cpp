// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/download_lane.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace alexscope::cuda {

class LaneDownload final : public Download {
public:
    LaneDownload(DownloadLane& lane, std::unique_ptr<DownloadLane::Slot> slot, std::span<float> values)
        : m_lane(lane), m_slot(std::move(slot)), m_values(values)
    {
    }
    /// Unfinished, its memory cannot be used again: freeing it waits for the copy.
    ~LaneDownload() override
    {
        if (m_slot)
            m_lane.m_bytes -= m_slot->aside.size();
    }
    void ask(GpuStorage& from, const Stream& computing, const Stream& copies)
    {
        toPlain(from.data(), from.element(), static_cast<float*>(m_slot->aside.data()), from.maps(), computing);
        m_slot->set.record(computing);
        copies.waitFor(m_slot->set);
        copies.copyToHost(m_slot->landing.as<void>(), m_slot->aside.data(), m_values.size_bytes());
        m_slot->landed.record(copies);
    }
    bool ready() const override { return m_slot->landed.reached(); }
    void finish() override
    {
        m_slot->landed.wait();
        std::memcpy(m_values.data(), m_slot->landing.as<float>(), m_values.size_bytes());
        m_lane.giveBack(std::move(m_slot));
    }

private:
    DownloadLane& m_lane;
    std::unique_ptr<DownloadLane::Slot> m_slot;
    std::span<float> m_values;
};

std::unique_ptr<DownloadLane::Slot> DownloadLane::takeSlot(std::size_t bytes)
{
    const auto fits = [&](const std::unique_ptr<Slot>& slot) { return slot->aside.size() == bytes; };
    if (const auto found = std::ranges::find_if(m_free, fits); found != m_free.end()) {
        std::unique_ptr<Slot> slot = std::move(*found);
        m_free.erase(found);
        return slot;
    }
    if (bytes > mostBytes || m_bytes + bytes > mostBytesTogether)
        return nullptr;
    auto slot = std::make_unique<Slot>();
    slot->aside = Buffer(bytes, m_stream);
    slot->landing = PinnedBuffer(bytes);
    m_bytes += bytes;
    return slot;
}

std::unique_ptr<Download> DownloadLane::begin(GpuStorage& from, std::span<float> values)
{
    std::unique_ptr<Slot> slot = takeSlot(std::max(std::bit_ceil(values.size_bytes()), std::size_t{4} << 10));
    if (!slot)
        return nullptr;
    // From here on the download owns the slot, so that a failure leaves the books right.
    auto download = std::make_unique<LaneDownload>(*this, std::move(slot), values);
    download->ask(from, m_stream, m_copies);
    return download;
}

} // namespace alexscope::cuda
