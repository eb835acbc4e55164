// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

/// What all targets share: an input becomes a file as a user would name it. An Error is an answer; anything else that
/// is thrown, and whatever the sanitizers see, is a fault.
namespace alexscope::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// A file that exists in memory only.
class InputFile {
public:
    explicit InputFile(Bytes bytes) : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC))
    {
        if (m_descriptor < 0 || write(m_descriptor, bytes.data(), bytes.size()) != std::ssize(bytes))
            std::abort();
    }
    ~InputFile() { close(m_descriptor); }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    std::filesystem::path path() const { return concat("/proc/self/fd/", m_descriptor); }

private:
    int m_descriptor;
};

/// A folder in memory, for readers that want several files; gone with the program.
class InputFolder {
public:
    InputFolder()
    {
        std::string name = "/dev/shm/fuzz-XXXXXX";
        if (!mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~InputFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    void put(const char* name, Bytes bytes) const
    {
        std::ofstream(m_path / name, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    }

private:
    std::filesystem::path m_path;
};

/// The first byte says which of `count` things the rest is for.
inline std::size_t choice(Bytes& bytes, std::size_t count)
{
    const std::size_t chosen = bytes.empty() ? 0 : bytes.front() % count;
    bytes = bytes.subspan(bytes.empty() ? 0 : 1);
    return chosen;
}

template <typename Read>
void goodOrRefused(Read read)
{
    try {
        read();
    } catch (const Error&) {
    }
}

/// What must hold for everything that was let in.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace alexscope::fuzz
