// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/atomic_file.h"

#include "core/error.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace alexscope::datasets {

AtomicFile::AtomicFile(const std::filesystem::path& file) : m_path(file), m_temporary(file)
{
    m_temporary += concat(".part-", ::getpid());
    m_file = std::fopen(m_temporary.c_str(), "wb");
    if (m_file == nullptr)
        fail();
}

AtomicFile::~AtomicFile()
{
    if (m_file == nullptr)
        return;
    std::fclose(m_file);
    std::error_code ignored; // there is nobody left to tell, and the name says what it is
    std::filesystem::remove(m_temporary, ignored);
}

void AtomicFile::write(std::span<const std::uint8_t> bytes)
{
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file) != bytes.size())
        fail();
}

void AtomicFile::writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes)
{
    if (::fseeko(m_file, static_cast<off_t>(offset), SEEK_SET) != 0)
        fail();
    write(bytes);
}

void AtomicFile::commit()
{
    if (std::fflush(m_file) != 0 || ::fsync(::fileno(m_file)) != 0 ||
        std::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        fail();
    std::fclose(m_file);
    m_file = nullptr;
}

void AtomicFile::fail() const
{
    throw Error(concat(m_path.string(), " cannot be written: ", std::generic_category().message(errno), "."));
}

} // namespace alexscope::datasets
