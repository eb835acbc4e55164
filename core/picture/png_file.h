// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace alexscope {

/// A picture as a PNG (ISO/IEC 15948), 8-bit RGB. Not compressed: no library is needed to draw a sheet of filters.
/// Throws Error for pictures without pixels.
std::vector<std::uint8_t> encodePng(ImageView picture);

/// Writes it atomically (writeFileAtomically). Throws Error.
void writePng(const std::filesystem::path& path, ImageView picture);

} // namespace alexscope
