// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picture_batch.h"
#include "cuda/storage.h"

namespace alexscope::cuda {

/// The pictures of a set in the GPU's memory. The memory comes with the first of them.
class GpuPictureStore final : public PictureStore {
public:
    GpuPictureStore(std::size_t count, int side, const Stream& stream)
        : m_count(count), m_bytesEach(3 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side)),
          m_stream(stream)
    {
    }
    std::size_t count() const { return m_count; }
    std::size_t bytesEach() const { return m_bytesEach; }
    std::uint8_t* data()
    {
        if (m_memory.size() == 0)
            m_memory = Buffer(m_count * m_bytesEach, m_stream);
        return static_cast<std::uint8_t*>(m_memory.data());
    }

private:
    std::size_t m_count, m_bytesEach;
    const Stream& m_stream;
    Buffer m_memory;
};

/// 8-bit pictures on their way to the GPU: while one batch is used there, the next is copied on a stream of its own,
/// from page-locked memory.
class PictureFeed {
public:
    /// `stream`: the one that uses them; outlives it.
    explicit PictureFeed(const Stream& stream) : m_stream(stream) {}

    /// In the GPU's memory, for what is asked for on the stream from now on until done().
    struct Arrived {
        const std::uint8_t* rgb;     ///< null: none came
        const std::uint32_t* places; ///< null: none came
        const PictureShift* shifts;
    };
    Arrived send(const PictureBatch& batch);
    void done();

private:
    struct Slot {
        PinnedBuffer pinned;
        Buffer memory;
        Event copied, used;
    };
    void makeRoom(Slot& slot, std::size_t bytes) const;

    const Stream& m_stream;
    Stream m_copies;
    Slot m_slots[2];
    std::size_t m_next = 0;
};

} // namespace alexscope::cuda
