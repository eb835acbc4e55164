// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file.h"

#include "core/error.h"

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

void FileHandle::writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes) const
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put =
            ::pwrite(m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
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

} // namespace alexscope
