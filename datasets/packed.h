// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>
#include <filesystem>

namespace alexscope::datasets {

/// A packed file, all numbers little-endian:
///   0     "ALEXPACK", u32 version 1, u32 side, u64 training, u64 validation, u64 table offset, u64 table bytes,
///         u32 classes; zeros up to
///   4096  training + validation pictures of side × side × 3 bytes, RGB
///   table a u32 length and UTF-8 name for every class; for every picture its u32 label and the u32 length of its name;
///         the pictures' names one after the other. The file ends with it.
struct PackedHeader {
    static constexpr std::uint64_t bytes = 4096;
    static constexpr std::uint32_t version = 1, smallestSide = 8, largestSide = 4096;

    std::uint32_t side = 0, classes = 0;
    std::uint64_t training = 0, validation = 0, tableOffset = 0, tableBytes = 0;

    std::uint64_t recordBytes() const { return 3ull * side * side; }
};

/// Maps a packed file into memory: pictures are used where they lie, without a copy. Every number in it is checked
/// against the file's size. Throws Error naming the file and what does not fit.
/// The file must not be shortened while it is in use (writing a new one under the same name is fine).
DataSource openPacked(const std::filesystem::path& file);

} // namespace alexscope::datasets
