// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/bounded_file.h"

#include "core/error.h"

namespace alexscope::datasets {

namespace {

void requireOrdinary(const std::filesystem::path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        throw Error(concat(file.string(), " does not exist."));
    if (!std::filesystem::is_regular_file(status))
        throw Error(concat(file.string(), " is not an ordinary file."));
}

} // namespace

BoundedFile::BoundedFile(const std::filesystem::path& file) : m_path(file)
{
    requireOrdinary(file);
    std::error_code error;
    m_size = std::filesystem::file_size(file, error);
    m_stream.open(file, std::ios::binary);
    if (!error && m_stream)
        return;
    requireOrdinary(file); // it may have vanished since it was looked at
    throw Error(concat(file.string(), " cannot be opened for reading; check its permissions."));
}

bool BoundedFile::readAt(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    if (offset > m_size || bytes.size() > m_size - offset)
        return false;
    m_stream.clear();
    m_stream.seekg(static_cast<std::streamoff>(offset));
    m_stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return static_cast<std::size_t>(m_stream.gcount()) == bytes.size();
}

std::vector<std::uint8_t> BoundedFile::readAll(std::uint64_t limit)
{
    if (m_size > limit)
        throw Error(concat(m_path.string(), " has ", m_size, " bytes, more than the ", limit,
                           " that are read of such a file."));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(m_size));
    if (!readAt(0, bytes))
        throw Error(
            concat(m_path.string(), " cannot be read to its end; the disk or the connection to it may be broken."));
    return bytes;
}

} // namespace alexscope::datasets
