// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace alexscope {

/// Writes one array as NumPy's own format, version 1.0: little-endian float32, row-major. The file appears whole or not
/// at all. Throws Error when the shape does not describe `values` or the file cannot be written.
void writeNpy(const std::filesystem::path& path, const std::vector<std::int64_t>& shape, std::span<const float> values);

} // namespace alexscope
