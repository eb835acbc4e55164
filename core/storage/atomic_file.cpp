// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/atomic_file.h"

#include "core/error.h"
#include "core/storage/safetensors.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace alexscope {

namespace fs = std::filesystem;

namespace {

/// A rename is safe only once the folder's own entry is on the disk.
void flushFolder(const fs::path& folder)
{
    const auto reason = [](int number) { return std::generic_category().message(number); };
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        throw Error(concat("Cannot open folder ", folder.string(), ": ", reason(errno)));
    const int result = ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    if (result != 0 && number != EINVAL) // EINVAL: a file system that has nothing to flush for folders
        throw Error(concat("Cannot flush folder ", folder.string(), ": ", reason(number)));
}

/// One fixed neighbour: what a killed program leaves behind is overwritten by the next write, never piles up.
fs::path neighbourOf(fs::path path)
{
    path += ".part";
    return path;
}

/// Renaming would put a file in the place of a device, and a folder be in the way only when all the work is done.
const fs::path& requireReplaceable(const fs::path& file)
{
    if (!file.has_filename())
        throw Error(concat("\"", file.string(), "\" names no file to write; give the name of one"));
    std::error_code hidden; // what cannot be looked at cannot be created either, which says why
    const fs::file_status status = fs::status(file, hidden);
    if (fs::is_directory(status))
        throw Error(concat(file.string(), " is a folder; give the name of a file in it"));
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(concat(file.string(), " is a device or a pipe; give the name of a file"));
    return file;
}

} // namespace

AtomicFile::AtomicFile(const fs::path& file)
    : m_path(requireReplaceable(file)), m_temporary(neighbourOf(file)), m_file(FileHandle::openToWrite(m_temporary))
{
}

AtomicFile::~AtomicFile()
{
    if (!m_file)
        return;
    std::error_code ignored; // there is nobody left to tell, and the name says what it is
    fs::remove(m_temporary, ignored);
}

void AtomicFile::write(std::span<const std::uint8_t> bytes)
{
    m_file->write(bytes);
}

void AtomicFile::writeAt(std::uint64_t offset, std::span<const std::uint8_t> bytes)
{
    m_file->writeAt(offset, bytes);
}

void AtomicFile::commit()
{
    m_file->flushToDisk();
    std::error_code error;
    fs::rename(m_temporary, m_path, error);
    if (error)
        throw Error(concat("Cannot put ", m_path.string(), " in place: ", error.message()));
    m_file.reset();
    flushFolder(m_path.has_parent_path() ? m_path.parent_path() : fs::path("."));
}

void writeFileAtomically(const fs::path& path, std::span<const std::span<const std::uint8_t>> parts)
{
    AtomicFile file(path);
    for (const std::span<const std::uint8_t> part : parts)
        file.write(part);
    file.commit();
}

} // namespace alexscope
