// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>

namespace alexscope::datasets {

/// A file that appears under its name only when it is whole: written as a neighbour, flushed to the disk, then renamed.
/// Without commit() nothing is left behind. Throws Error naming the file when the disk is full or not writable.
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& file);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::uint8_t> bytes);
    /// Over what was written before, at `offset`.
    void writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes);
    void commit();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path m_path, m_temporary;
    std::FILE* m_file = nullptr;
};

} // namespace alexscope::datasets
