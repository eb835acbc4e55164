// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/safetensors.h"

#include <cstdint>
#include <vector>

/// Numbers as they lie in files, little-endian. Private to core/storage and core/formats.
namespace alexscope {

/// As many numbers as `raw` has whole elements of the type.
std::vector<float> toFloats(const std::vector<std::uint8_t>& raw, ElementType type);
std::vector<double> toDoubles(const std::vector<std::uint8_t>& raw, ElementType type);
std::vector<std::int64_t> toIntegers(const std::vector<std::uint8_t>& raw, ElementType type);

} // namespace alexscope
