// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mapped_file.h"

#include "core/error.h"
#include "core/storage/file.h"

#include <sys/mman.h>

namespace alexscope {

MappedFile::MappedFile(const std::filesystem::path& file)
{
    const FileHandle handle = FileHandle::openToRead(file);
    m_size = static_cast<std::size_t>(handle.size());
    if (m_size == 0)
        throw Error(concat(file.string(), " is empty."));
    void* const place = ::mmap(nullptr, m_size, PROT_READ, MAP_SHARED, handle.descriptor(), 0);
    if (place == MAP_FAILED) // the mapping outlives the descriptor
        throw Error(concat(file.string(), " cannot be mapped into memory."));
    m_data = static_cast<const std::uint8_t*>(place);
}

MappedFile::~MappedFile()
{
    ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

} // namespace alexscope
