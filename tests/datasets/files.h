// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace alexscope::tests {

using Bytes = std::vector<std::uint8_t>;

inline void writeFile(const std::filesystem::path& path, const Bytes& bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

inline Bytes readFile(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(stream), {});
}

inline Bytes firstOf(const Bytes& bytes, std::size_t count)
{
    return Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
}

inline void appendBig(Bytes& bytes, std::uint32_t value)
{
    for (int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

inline Bytes littleEndian(std::uint64_t value, int count)
{
    Bytes bytes;
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
    return bytes;
}

inline void put(Bytes& bytes, std::size_t at, const Bytes& part)
{
    std::copy(part.begin(), part.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

/// What `call` says when it throws an Error; empty when it does not.
template <typename Call>
std::string errorOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Real data for tests: ALEXSCOPE_DATA, or shared/data beside the source.
inline std::filesystem::path realData(const char* part)
{
    const char* given = std::getenv("ALEXSCOPE_DATA");
    return (given ? std::filesystem::path(given)
                  : std::filesystem::path(ALEXSCOPE_SOURCE_DIR).parent_path() / "shared" / "data") /
           part;
}

} // namespace alexscope::tests
