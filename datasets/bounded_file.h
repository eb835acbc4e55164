// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace alexscope::datasets {

/// A file whose size is known before anything is read or allocated. Numbers found in a file are checked against it.
class BoundedFile {
public:
    /// Throws Error naming the file when it is not a readable ordinary file (so never waits on a pipe).
    explicit BoundedFile(const std::filesystem::path& file);

    std::uint64_t size() const { return m_size; }
    const std::filesystem::path& path() const { return m_path; }
    /// Reads bytes.size() bytes at `offset`; false when the file ends before (or cannot be read).
    bool readAt(std::uint64_t offset, std::span<std::uint8_t> bytes);
    /// The whole file. Throws Error when it is larger than `limit` or cannot be read to its end.
    std::vector<std::uint8_t> readAll(std::uint64_t limit);

private:
    std::filesystem::path m_path;
    std::ifstream m_stream;
    std::uint64_t m_size = 0;
};

inline std::uint32_t bigEndian16(const std::uint8_t* p)
{
    return static_cast<std::uint32_t>(p[0] << 8 | p[1]);
}
inline std::uint32_t bigEndian32(const std::uint8_t* p)
{
    return bigEndian16(p) << 16 | bigEndian16(p + 2);
}
inline std::uint32_t littleEndian16(const std::uint8_t* p)
{
    return static_cast<std::uint32_t>(p[1] << 8 | p[0]);
}
inline std::uint32_t littleEndian32(const std::uint8_t* p)
{
    return littleEndian16(p + 2) << 16 | littleEndian16(p);
}
inline std::uint64_t littleEndian64(const std::uint8_t* p)
{
    return static_cast<std::uint64_t>(littleEndian32(p + 4)) << 32 | littleEndian32(p);
}

} // namespace alexscope::datasets
