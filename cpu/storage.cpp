// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/storage.h"

#include "core/backend/free_memory.h"

#include <sys/mman.h>

#include <cstdlib>
#include <cstring>

namespace alexscope::cpu {

namespace {

constexpr std::size_t largePage = 2u << 20;

void findPattern(const Desc& master, WeightStorage::Copy& copy)
{
    const Blocking m = blockingOf(master), c = blockingOf(copy.desc);
    if (typeOf(copy.desc) != DataType::bf16 || !m.blocked || !c.blocked || m.strides != c.strides ||
        m.padded != c.padded)
        return;
    if (m == c) {
        copy.pattern = CopyPattern::Same;
        return;
    }
    const bool pairs = m.innerSizes.size() == 2 && c.innerSizes.size() == 3 && c.innerSizes[2] == 2 &&
                       c.innerSizes[0] * 2 == m.innerSizes[0] && c.innerSizes[1] == m.innerSizes[1] &&
                       c.innerDims[0] == m.innerDims[0] && c.innerDims[1] == m.innerDims[1] &&
                       c.innerDims[2] == m.innerDims[0];
    if (!pairs || WeightStorage::updatePiece % (m.innerSizes[0] * m.innerSizes[1]) != 0)
        return;
    copy.pattern = CopyPattern::Interleave;
    copy.rows = m.innerSizes[0];
    copy.columns = m.innerSizes[1];
}

/// Linux hands out memory it does not have and ends the program that uses it, so large pieces are asked about first.
bool fits(std::size_t bytes)
{
    constexpr std::size_t large = 64u << 20, leftForOthers = 256u << 20;
    if (bytes < large)
        return true;
    const std::int64_t free = freeMemory();
    return free == 0 || bytes + leftForOthers <= static_cast<std::size_t>(free);
}

} // namespace

void Buffer::Free::operator()(std::byte* p) const
{
    std::free(p);
}

Buffer::Buffer(std::size_t bytes) : m_bytes(bytes)
{
    const std::size_t alignment = bytes >= largePage ? largePage : 4096;
    const std::size_t rounded = std::max(alignment, (bytes + alignment - 1) / alignment * alignment);
    if (fits(rounded))
        m_data.reset(static_cast<std::byte*>(std::aligned_alloc(alignment, rounded)));
    if (!m_data)
        throw Error(
            concat("Out of memory: ", bytes >> 20, " MiB more were needed; choose a smaller batch or network."));
    if (alignment == largePage)
        madvise(m_data.get(), rounded, MADV_HUGEPAGE); // a wish; without large pages it is only slower
    std::memset(m_data.get(), 0, rounded);
}

CpuStorage::CpuStorage(const dnnl::engine& engine, const Desc& desc) : m_engine(engine)
{
    settle(desc);
}

CpuStorage::CpuStorage(const dnnl::engine& engine, const Shape& s, DataType type)
    : m_engine(engine), m_desc({s.n, s.c, s.h, s.w}, type, Format::nchw)
{
}

void CpuStorage::settle(const Desc& desc)
{
    m_desc = desc;
    m_buffer = Buffer(desc.get_size());
    m_memory = dnnl::memory(desc, m_engine, m_buffer.data());
}

const dnnl::memory& CpuStorage::memory()
{
    if (!settled())
        settle(m_desc);
    return m_memory;
}

std::byte* CpuStorage::data()
{
    memory();
    return m_buffer.data();
}

std::size_t WeightStorage::bytes() const
{
    std::size_t sum = CpuStorage::bytes();
    for (const auto& copy : m_copies)
        sum += copy->buffer.size();
    return sum;
}

bool WeightStorage::holds(const Desc& wanted) const
{
    if (wanted == desc())
        return true;
    for (const auto& copy : m_copies)
        if (copy->desc == wanted)
            return true;
    return false;
}

WeightStorage::Copy& WeightStorage::copyIn(const Desc& wanted)
{
    for (const auto& copy : m_copies)
        if (copy->desc == wanted)
            return *copy;
    auto copy = std::make_unique<Copy>();
    copy->desc = wanted;
    copy->buffer = Buffer(wanted.get_size());
    copy->memory = dnnl::memory(wanted, m_engine, copy->buffer.data());
    findPattern(desc(), *copy);
    m_copies.push_back(std::move(copy));
    return *m_copies.back();
}

const dnnl::memory& WeightStorage::in(const Desc& wanted, const dnnl::stream& stream)
{
    if (wanted == desc())
        return memory();
    Copy& copy = copyIn(wanted);
    if (copy.version != m_version) {
        dnnl::memory source = memory();
        dnnl::reorder(source, copy.memory).execute(stream, source, copy.memory);
        copy.version = m_version;
    }
    return copy.memory;
}

void WeightStorage::changed(bool patternsWritten)
{
    ++m_version;
    if (!patternsWritten)
        return;
    for (const auto& copy : m_copies)
        if (copy->pattern != CopyPattern::Other)
            copy->version = m_version;
}

void Scratch::reserve(Slot slot, std::size_t bytes)
{
    if (m_buffers[slot].size() < bytes)
        m_buffers[slot] = Buffer(bytes);
}

} // namespace alexscope::cpu
