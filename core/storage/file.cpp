// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file.h"

#include "core/error.h"
#include "core/storage/safetensors.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace alexscope {

namespace fs = std::filesystem;

namespace {

std::string reason(int number)
{
    return std::generic_category().message(number);
}

/// A rename is safe only once the folder's own entry is on the disk.
void flushFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        throw Error(concat("Cannot open folder ", folder.string(), ": ", reason(errno)));
    const int result = ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    if (result != 0 && number != EINVAL) // EINVAL: a file system that has nothing to flush for folders
        throw Error(concat("Cannot flush folder ", folder.string(), ": ", reason(number)));
}

} // namespace

FileHandle::FileHandle(int descriptor, fs::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}

FileHandle::FileHandle(FileHandle&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path))
{
}

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileHandle FileHandle::openToRead(const fs::path& path)
{
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    FileHandle file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC), path);
    if (file.m_descriptor < 0)
        file.fail("open");
    struct stat status {};
    if (::fstat(file.m_descriptor, &status) != 0)
        file.fail("look at");
    if (!S_ISREG(status.st_mode))
        throw Error(concat(path.string(), " is not a file"));
    return file;
}

FileHandle FileHandle::openToWrite(const fs::path& path)
{
    FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), path);
    if (file.m_descriptor < 0)
        file.fail("create");
    return file;
}

FileHandle FileHandle::inMemory(const fs::path& name)
{
    FileHandle file(::memfd_create("alexscope", MFD_CLOEXEC), name);
    if (file.m_descriptor < 0)
        file.fail("find memory for");
    return file;
}

void FileHandle::fail(const char* action) const
{
    throw Error(concat("Cannot ", action, " ", m_path.string(), ": ", reason(errno)));
}

std::uint64_t FileHandle::size() const
{
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0)
        fail("look at");
    return static_cast<std::uint64_t>(status.st_size);
}

void FileHandle::read(std::uint64_t offset, std::span<std::uint8_t> bytes) const
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got =
            ::pread(m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fail("read");
        if (got == 0)
            throw Error(concat(m_path.string(), " has become shorter while it was read"));
        done += static_cast<std::size_t>(got);
    }
}

void FileHandle::write(std::span<const std::uint8_t> bytes) const
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put = ::write(m_descriptor, bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fail("write");
        done += static_cast<std::size_t>(put);
    }
}

void FileHandle::flushToDisk() const
{
    if (::fsync(m_descriptor) != 0)
        fail("flush");
}

std::string readTextFile(const fs::path& path, std::uint64_t longest)
{
    const FileHandle file = FileHandle::openToRead(path);
    const std::uint64_t size = file.size();
    if (size > longest)
        throw Error(concat(path.string(), " has ", size, " bytes; at most ", longest, " are expected"));
    std::string text(static_cast<std::size_t>(size), '\0');
    file.read(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return text;
}

void writeFileAtomically(const fs::path& path, std::span<const std::span<const std::uint8_t>> parts)
{
    // One fixed neighbour: what a killed program leaves behind is overwritten by the next write, never piles up.
    fs::path temporary = path;
    temporary += ".part";
    try {
        {
            const FileHandle file = FileHandle::openToWrite(temporary);
            for (const std::span<const std::uint8_t> part : parts)
                file.write(part);
            file.flushToDisk();
        }
        std::error_code error;
        fs::rename(temporary, path, error);
        if (error)
            throw Error(concat("Cannot put ", path.string(), " in place: ", error.message()));
    } catch (const Error&) {
        std::error_code ignored; // the first error is the one to tell
        fs::remove(temporary, ignored);
        throw;
    }
    flushFolder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

} // namespace alexscope
