// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace alexscope::datasets {

inline constexpr std::uint64_t largestPicture = 100'000'000; ///< pixels

enum class PictureKind { Jpeg, Png, Bmp, Webp, Pnm };

/// What a picture file says of itself, found by reading a few hundred bytes of it.
struct PictureCheck {
    bool usable = false;
    std::string reason; ///< why not; or, when usable, what is lost on the way to 8-bit RGB (empty: nothing)
    PictureKind kind = PictureKind::Jpeg;
    std::uint32_t width = 0, height = 0; ///< as stored, before any rotation
};

/// Looks at a file's header and end without decoding it: kind, size, completeness. Never throws for what is in the
/// file.
PictureCheck checkPicture(const std::filesystem::path& file);

} // namespace alexscope::datasets
