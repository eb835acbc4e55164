// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alexscope {

/// Bytes of a name from a file: in a sentence, and of a class, which stands for itself.
inline constexpr std::size_t longestNameShown = 60, longestClassName = 256;

/// A text that somebody else has written, fit for a sentence, a terminal and a window: what cannot be seen or would be
/// obeyed (control characters, marks that turn the direction of writing, bytes that are not UTF-8) becomes '?', and
/// what is longer than `most` bytes is cut between two letters and ends with "…". Other letters stay, in any language.
std::string readable(std::string_view text, std::size_t most = longestNameShown);

} // namespace alexscope
