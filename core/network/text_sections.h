// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The outer form of a network text: sections of `key = value` lines. What they mean is text_reader.h's business.
namespace alexscope {

inline constexpr std::size_t maximumNetworkText = 1u << 20;
inline constexpr std::size_t maximumLayers = 1000;

struct TextEntry {
    std::string key, value;
    int line = 0;
};

struct TextSection {
    std::string name;
    int line = 0;
    std::vector<TextEntry> entries;
};

/// Throws Error "origin:line: cause".
[[noreturn]] void failAt(const std::string& origin, int line, const std::string& cause);

/// The text in quotation marks, cut to 40 bytes and readable(): fit for a message whatever it holds.
std::string inQuotes(std::string_view text);

/// Letters, digits, '_' (and '-' when allowed), 1 to 64 of them.
bool isName(std::string_view text, bool dashes);

/// Throws Error for texts over 1 MiB, control characters, lines of another form, duplicate sections or keys.
std::vector<TextSection> splitSections(std::string_view text, const std::string& origin);

} // namespace alexscope
