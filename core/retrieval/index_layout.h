// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/feature_index.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// How an index lies in its file. Private to core/retrieval.
///
/// All numbers little-endian: "ALEXINDX", u32 version 1, u32 number of sections; a table of 32 bytes a section: u32
/// kind, u32 element (VectorElement, of features and pixels), u64 offset (a multiple of 64), u64 bytes, u64 rows. The
/// sections lie in the table's order, and the file ends with the last one.
namespace alexscope {

enum class SectionKind : std::uint32_t {
    Text = 1,     ///< JSON: what FeatureIndex::description says, and what the other sections are to be read by
    Features = 2, ///< rows × dimension
    Pixels = 3,   ///< rows × 3 · side · side bytes
    Labels = 4,   ///< i32 a row
    Pictures = 5, ///< u64 a row, ascending
    Codes = 6,    ///< bits/64 words of u64 a row
    CodeMean = 7, ///< f32 a number of a vector
    Patches = 8, ///< ExcitingPatch (u32, u16, u16, f32), units × perUnit; one section a layer, in the order of the text
};

struct Section {
    SectionKind kind = SectionKind::Text;
    std::uint32_t element = 0;
    std::uint64_t offset = 0, bytes = 0, rows = 0;
};
static_assert(sizeof(Section) == 32 && sizeof(ExcitingPatch) == 12, "they lie in the file as in memory");

struct IndexHeader {
    static constexpr std::array<char, 8> magic{'A', 'L', 'E', 'X', 'I', 'N', 'D', 'X'};
    static constexpr std::uint32_t version = 1, mostSections = 64;
    static constexpr std::uint64_t alignment = 64;
    static constexpr std::size_t bytes = 16; ///< before the table
};

/// The part of the text that says how the sections are to be read.
struct IndexText {
    IndexDescription description;
    int pixelSide = 0, codeBits = 0;
    std::uint64_t codeSeed = 0;
    struct Patches {
        std::string layer;
        Shape output;
        std::int64_t perUnit = 0;
    };
    std::vector<Patches> patches;
};
std::string toJson(const IndexText& text);
/// Throws Error naming `origin` and the field.
IndexText indexTextFrom(std::string_view json, const std::string& origin);

} // namespace alexscope
