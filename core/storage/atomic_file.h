// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace alexscope {

/// A file that appears under its name only when it is whole: written as a neighbour ("name.part"), flushed to the disk,
/// then renamed. Without commit() nothing is left behind. Throws Error naming the file when the disk is full or not
/// writable, and at once when the name is that of a folder, a device or a pipe.
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& file);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::uint8_t> bytes);
    /// Over what was written before, at `offset`; write() goes on where it was.
    void writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes);
    /// Where what is written lies until then.
    const std::filesystem::path& neighbour() const { return m_temporary; }
    /// Once, at the end.
    void commit();

private:
    std::filesystem::path m_path, m_temporary;
    std::optional<FileHandle> m_file;
};

} // namespace alexscope
