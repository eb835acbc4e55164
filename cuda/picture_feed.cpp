// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/picture_feed.h"

#include <cstring>

namespace alexscope::cuda {

namespace {

static_assert(sizeof(PictureShift) == sizeof(PictureCrop));

/// What a batch has, one after the other, each part beginning where whole words do.
struct Parts {
    std::size_t shifts, places, rgb, bytes;
    explicit Parts(const PictureBatch& batch)
    {
        const auto padded = [](std::size_t size) { return (size + 255) / 256 * 256; };
        shifts = 0;
        places = padded(batch.crops.size_bytes());
        rgb = places + padded(batch.indices.size() * sizeof(std::uint32_t));
        bytes = rgb + batch.rgb.size();
    }
};

} // namespace

/// Cleared on the stream that writes there, or clearing could come after the pictures.
void PictureFeed::makeRoom(Slot& slot, std::size_t bytes) const
{
    if (slot.pinned.size() < bytes)
        slot.pinned = PinnedBuffer(bytes);
    if (slot.memory.size() >= bytes)
        return;
    slot.memory = {};
    slot.memory = Buffer(bytes, m_copies);
}

PictureFeed::Arrived PictureFeed::send(const PictureBatch& batch)
{
    Slot& slot = m_slots[m_next];
    const Parts parts(batch);
    slot.copied.wait(); // the batch before the last
    makeRoom(slot, parts.bytes);
    auto* const pinned = slot.pinned.as<std::byte>();
    std::memcpy(pinned + parts.shifts, batch.crops.data(), batch.crops.size_bytes());
    auto* place = reinterpret_cast<std::uint32_t*>(pinned + parts.places);
    for (const std::size_t index : batch.indices)
        *place++ = static_cast<std::uint32_t>(index);
    if (!batch.rgb.empty())
        std::memcpy(pinned + parts.rgb, batch.rgb.data(), batch.rgb.size());
    m_copies.waitFor(slot.used);
    m_copies.copyToDevice(slot.memory.data(), pinned, parts.bytes);
    slot.copied.record(m_copies);
    m_stream.waitFor(slot.copied);
    auto* const memory = static_cast<const std::uint8_t*>(slot.memory.data());
    return {batch.rgb.empty() ? nullptr : memory + parts.rgb,
            batch.indices.empty() ? nullptr : reinterpret_cast<const std::uint32_t*>(memory + parts.places),
            reinterpret_cast<const PictureShift*>(memory + parts.shifts)};
}

void PictureFeed::done()
{
    m_slots[m_next].used.record(m_stream);
    m_next = 1 - m_next;
}

} // namespace alexscope::cuda
