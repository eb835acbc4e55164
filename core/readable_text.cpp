// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readable_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace alexscope {

namespace {

/// One letter of UTF-8: its code point, and how many bytes it has; 0 bytes: there is none here.
struct Letter {
    std::uint32_t code = 0;
    std::size_t bytes = 0;
};

Letter letterAt(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
    if (bytes == 0 || lead > 0xf4 || bytes > text.size())
        return {};
    std::uint32_t code = lead & (0x7fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0u) != 0x80u)
            return {};
        code = code << 6 | (byte(i) & 0x3fu);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; // less would have fitted into fewer bytes
    const bool isHalfOfAPair = code >= 0xd800 && code <= 0xdfff;
    return code < least[bytes] || code > 0x10ffff || isHalfOfAPair ? Letter{} : Letter{code, bytes};
}

/// Control characters, what has no width, what turns the direction of writing, and what is no letter at all.
bool isUnseen(std::uint32_t code)
{
    struct Range {
        std::uint32_t first, last;
    };
    constexpr Range unseen[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},
                                {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
                                {0xfdd0, 0xfdef}, {0xfeff, 0xfeff}, {0xfff0, 0xfffb}, {0xe0000, 0xe0fff}};
    return (code & 0xfffe) == 0xfffe || std::any_of(std::begin(unseen), std::end(unseen), [code](const Range& range) {
               return code >= range.first && code <= range.last;
           });
}

} // namespace

std::string readable(std::string_view text, std::size_t most)
{
    std::string shown;
    while (!text.empty()) {
        const Letter letter = letterAt(text);
        const bool isSeen = letter.bytes > 0 && !isUnseen(letter.code);
        const std::size_t bytes = isSeen ? letter.bytes : 1;
        if (shown.size() + bytes > most)
            return shown + "…";
        shown += isSeen ? text.substr(0, bytes) : std::string_view("?");
        text.remove_prefix(std::max<std::size_t>(letter.bytes, 1));
    }
    return shown;
}

} // namespace alexscope
