// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace alexscope {

/// Where the file or folder `name` of the real data would be: below the folder that the environment variable
/// ALEXSCOPE_DATA names, else below shared/data beside the source tree. Most machines have none of it.
inline std::filesystem::path sharedData(const std::string& name)
{
    const char* folder = std::getenv("ALEXSCOPE_DATA");
    return (folder ? std::filesystem::path(folder) : std::filesystem::path(ALEXSCOPE_SOURCE_DIR) / "../shared/data") /
           name;
}

} // namespace alexscope

/// Leaves the test function as skipped when `place` is absent. scripts/test knows such skips by the word ALEXSCOPE_DATA
/// and counts them as failures on a machine that has the data.
#define ALEXSCOPE_NEED_DATA(place)                                                                                     \
    if (const std::filesystem::path needed = (place); !std::filesystem::exists(needed))                                \
    QSKIP(("no " + needed.string() + " (ALEXSCOPE_DATA names the folder of real data)").c_str())
