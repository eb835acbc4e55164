// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/temporary_folder.h"

#include "core/error.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace alexscope {

namespace fs = std::filesystem;

namespace {

constexpr const char* lockName = "lock";

fs::path chosenPlace(fs::path place)
{
    if (!place.empty())
        return place;
    if (const char* given = std::getenv("TMPDIR"); given && *given)
        return given;
    std::error_code absent;
    return fs::is_directory("/var/tmp", absent) ? fs::path("/var/tmp") : fs::temp_directory_path();
}

/// Whether the lock is held here now and still lies where it should: somebody who tidies up may have been quicker.
bool holdsLock(int lock, const fs::path& folder)
{
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
        return false;
    struct stat held {
    }, lying{};
    return ::fstat(lock, &held) == 0 && ::stat((folder / lockName).c_str(), &lying) == 0 &&
           held.st_ino == lying.st_ino && held.st_dev == lying.st_dev;
}

bool isOwnFolder(const fs::path& path)
{
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

} // namespace

TemporaryFolder::TemporaryFolder(const std::string& prefix, fs::path place)
{
    constexpr int attempts = 20; // others that tidy up at the same moment may take one or two away
    const std::string pattern = (chosenPlace(std::move(place)) / (prefix + "XXXXXX")).string();
    for (int i = 0; i < attempts; ++i) {
        std::string name = pattern;
        if (!::mkdtemp(name.data()))
            throw Error(concat("Cannot create a folder ", pattern, ": ", std::generic_category().message(errno)));
        const fs::path folder = name;
        const int lock = ::open((folder / lockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock >= 0 && holdsLock(lock, folder)) {
            m_path = folder;
            m_lock = lock;
            return;
        }
        if (lock >= 0)
            ::close(lock);
    }
    throw Error(concat("Cannot create a folder ", pattern, " and keep it"));
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored; // there is nobody left to tell; the next program tries again
    fs::remove_all(m_path, ignored);
    ::close(m_lock);
}

int TemporaryFolder::removeLeftovers(const std::string& prefix, fs::path place)
{
    int removed = 0;
    std::error_code error;
    for (fs::directory_iterator entry(chosenPlace(std::move(place)), error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path folder = entry->path();
        if (!folder.filename().string().starts_with(prefix) || !isOwnFolder(folder))
            continue;
        const int lock = ::open((folder / lockName).c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
        if (lock < 0) { // killed before there was a lock, or just being made: only an empty folder goes
            removed += errno == ENOENT && ::rmdir(folder.c_str()) == 0;
            continue;
        }
        std::error_code stays;
        if (holdsLock(lock, folder))
            removed += fs::remove_all(folder, stays) > 0 && !stays;
        ::close(lock);
    }
    return removed;
}

} // namespace alexscope
