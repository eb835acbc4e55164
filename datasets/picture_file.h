// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <filesystem>

namespace alexscope::datasets {

/// Reads any picture file as RGB, EXIF orientation applied; bounded to 100 megapixels. Throws Error with the reason.
Image readPicture(const std::filesystem::path& file);

/// The same, but a large JPEG may come at 1/2, 1/4 or 1/8 of its size (which is much quicker to decode), as long as its
/// shorter side keeps at least `shorterSide` pixels.
Image readPicture(const std::filesystem::path& file, int shorterSide);

} // namespace alexscope::datasets
