// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/storage.h"

#include "core/error.h"

#include <limits>

namespace alexscope::cuda {

void checkCount(const Maps& maps)
{
    if (maps.count() > std::numeric_limits<std::int32_t>::max())
        throw Error(concat("A tensor of ", maps.count(),
                           " numbers is more than this GPU backend can count (2,147,483,647); "
                           "choose a smaller batch."));
}

GpuStorage::GpuStorage(const Maps& maps, Element element, const Stream& stream)
    : m_stream(stream), m_maps(maps), m_element(element)
{
    checkCount(maps);
}

void* GpuStorage::data()
{
    if (m_buffer.size() == 0)
        m_buffer = Buffer(static_cast<std::size_t>(m_maps.count()) * sizeOf(m_element), m_stream);
    return m_buffer.data();
}

const void* WeightStorage::in(Element element)
{
    if (element == Element::F32)
        return data();
    void* const narrowed = copy();
    if (!m_copyIsFresh)
        narrow(static_cast<const float*>(data()), narrowed, maps().count(), m_stream);
    m_copyIsFresh = true;
    return narrowed;
}

void* WeightStorage::copy()
{
    if (!hasCopy())
        m_copy = Buffer(static_cast<std::size_t>(maps().count()) * sizeOf(Element::Bf16), m_stream);
    return m_copy.data();
}

void Scratch::reserve(Slot slot, std::size_t bytes)
{
    if (m_buffers[slot].size() < bytes) {
        ++m_moves;
        m_buffers[slot] = {}; // first give back, then take
        m_buffers[slot] = Buffer(bytes, m_stream);
    }
}

} // namespace alexscope::cuda
