// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <vector>

/// Protocol buffers before they are parsed. Private to core/formats.
namespace alexscope {

/// Which fields of a message are messages themselves, by their numbers: as far as a reader goes into them.
struct MessageFields {
    std::map<std::uint32_t, const MessageFields*> inner;
};

/// The whole file, at most 2 GiB (what such a file can be). Throws Error.
std::vector<std::uint8_t> readMessageFile(const std::filesystem::path& path);

/// A field of two bytes may become an object of a hundred. Walks over the fields without keeping them and throws Error
/// where there are more than any network needs, or where they do not fit into each other.
void checkMessage(std::span<const std::uint8_t> bytes, const MessageFields& fields, const std::filesystem::path& path);

} // namespace alexscope
