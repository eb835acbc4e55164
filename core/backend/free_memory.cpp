// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/free_memory.h"

#include <fstream>
#include <string>

namespace alexscope {

std::int64_t freeMemory()
{
    constexpr std::int64_t kibibyte = 1024;
    std::ifstream info("/proc/meminfo");
    std::string name, rest;
    for (std::int64_t number = 0; info >> name >> number; std::getline(info, rest))
        if (name == "MemAvailable:")
            return number * kibibyte;
    return 0;
}

} // namespace alexscope
