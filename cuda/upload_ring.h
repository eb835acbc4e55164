// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/device.h"

namespace alexscope::cuda {

/// Page-locked memory that numbers on their way to the GPU are put into, so that neither the caller has to keep them
/// nor anybody to wait: while one half is copied, the next numbers go into the other.
class UploadRing {
public:
    /// Room for `bytes`, free to be written; then copied to the device in the order of the stream.
    void* room(std::size_t bytes)
    {
        Half& half = m_halves[m_next];
        half.taken.wait();
        if (half.memory.size() < bytes)
            half.memory = PinnedBuffer(bytes);
        return half.memory.as<void>();
    }
    void send(void* to, std::size_t bytes, const Stream& stream)
    {
        Half& half = m_halves[m_next];
        stream.copyToDevice(to, half.memory.as<void>(), bytes);
        half.taken.record(stream);
        m_next = 1 - m_next;
    }

private:
    struct Half {
        PinnedBuffer memory;
        Event taken;
    };
    Half m_halves[2];
    std::size_t m_next = 0;
};

} // namespace alexscope::cuda
