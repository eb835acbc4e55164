// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

/// Files with their errors as sentences. Private to core/storage and core/formats.
namespace alexscope {

/// An open file descriptor, closed at the end. Move-only.
class FileHandle {
public:
    /// Opens a regular file for reading. Throws Error with the reason.
    static FileHandle openToRead(const std::filesystem::path& path);
    /// Creates or empties a file. Throws Error with the reason.
    static FileHandle openToWrite(const std::filesystem::path& path);
    /// An empty file that exists in memory only, as long as the handle; `name` is for messages. Throws Error.
    static FileHandle inMemory(const std::filesystem::path& name);

    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&&) = delete;
    ~FileHandle();

    std::uint64_t size() const;
    int descriptor() const { return m_descriptor; }
    /// Exactly bytes.size() bytes from `offset`; Error when there are fewer. May be called from several threads.
    void read(std::uint64_t offset, std::span<std::uint8_t> bytes) const;
    void write(std::span<const std::uint8_t> bytes) const;
    /// Over what is there; write() goes on where it was.
    void writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes) const;
    /// Returns once everything written lies on the disk.
    void flushToDisk() const;

private:
    FileHandle(int descriptor, std::filesystem::path path);
    [[noreturn]] void fail(const char* action) const;

    int m_descriptor;
    std::filesystem::path m_path;
};

/// A small text file at once. Throws Error when it cannot be read or is larger than `longest` bytes.
std::string readTextFile(const std::filesystem::path& path, std::uint64_t longest);

} // namespace alexscope
