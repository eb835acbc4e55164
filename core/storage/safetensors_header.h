// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/safetensors.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The JSON part of a safetensors file, as values. Private to core/storage; core/formats asks it for sizes of elements.
namespace alexscope {

struct SafetensorsHeader {
    std::map<std::string, std::string> metadata;
    std::vector<StoredTensor> tensors; ///< in the order of their data
};

/// Bytes of one element.
std::uint64_t elementSize(ElementType type);

/// Parses and checks against a data part of `dataBytes`: known types, shapes whose product fits, lengths that agree,
/// data laid out without overlap or gap from the first byte to the last. Memory stays in proportion to the text.
/// Throws Error naming `origin` and the fault.
SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes, const std::string& origin);

/// The header's text, padded with spaces to a multiple of 8. Throws Error for texts that are not UTF-8.
std::string formatSafetensorsHeader(const SafetensorsHeader& header, const std::string& origin);

} // namespace alexscope
