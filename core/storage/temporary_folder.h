// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace alexscope {

/// A folder of this process alone, removed with all that is in it at the end. While it lives a lock marks it as used;
/// the locks of a program that was killed are gone, so that the next one can tell and removes what it left behind.
class TemporaryFolder {
public:
    /// Makes `<place>/<prefix><random>`. `place` empty: TMPDIR, else /var/tmp, which unlike /tmp lies on a disk
    /// everywhere. Throws Error.
    explicit TemporaryFolder(const std::string& prefix, std::filesystem::path place = {});
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Removes the folders of that prefix that belong to this user and to no living program; how many. What cannot be
    /// removed stays.
    static int removeLeftovers(const std::string& prefix, std::filesystem::path place = {});

private:
    std::filesystem::path m_path;
    int m_lock = -1;
};

} // namespace alexscope
