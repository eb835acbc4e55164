// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/binary_codes.h"
#include "core/retrieval/exciting_patches.h"
#include "core/storage/mapped_file.h"
#include "core/tensor/shape.h"
#include "core/tensor/vector_view.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alexscope {

/// What an index is of, for people and for checking that a query fits.
struct IndexDescription {
    std::string network;     ///< its text (network_text.h), classes resolved
    std::string layer;       ///< whose features, feature_layers.h
    Shape shape;             ///< of one picture's features
    std::string data, split; ///< the set's specification; "training" or "validation"
    std::vector<std::string> classNames;
    std::int64_t iteration = -1;   ///< of the weights; −1: not known
    std::uint64_t weightsHash = 0; ///< hashOf(FrozenNetwork)
    std::string weights;           ///< the file they came from, for people
    std::string precision;         ///< of the computation: "fp32", "bf16"
};

/// Patches of one layer kept with an index.
struct IndexedPatches {
    std::string layer;
    Shape output;
    std::size_t perUnit = 0;
    std::span<const ExcitingPatch> patches; ///< output.c × perUnit; a patch of value 0 fills up a unit that has fewer
};

/// An index file (index_layout.h), mapped into memory and used where it lies. Every size in it is checked against the
/// file's before use; the file must not be shortened meanwhile (writing a new one under the same name is fine). Const
/// members: any thread.
class FeatureIndex {
public:
    /// Throws Error naming the file and what does not fit.
    explicit FeatureIndex(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const IndexDescription& description() const { return m_description; }
    std::size_t rows() const { return m_features.count; }
    std::size_t dimension() const { return m_features.dimension; }
    VectorView features() const { return m_features; }
    std::span<const std::int32_t> labels() const { return m_labels; }      ///< by row, in 0 … classes−1
    std::span<const std::uint64_t> pictures() const { return m_pictures; } ///< by row: number in the set, ascending
    int pixelSide() const { return m_pixelSide; }                          ///< 0: without pixels
    VectorView pixels() const { return m_pixels; }
    std::span<const std::uint64_t> codes() const { return m_codes; } ///< empty: without
    /// The planes the codes belong to. Error when there are no codes.
    CodeMaker codeMaker() const;
    const std::vector<IndexedPatches>& patches() const { return m_patches; }

private:
    struct Reader;
    std::filesystem::path m_path;
    std::unique_ptr<const MappedFile> m_file;
    IndexDescription m_description;
    VectorView m_features, m_pixels;
    int m_pixelSide = 0, m_codeBits = 0;
    std::uint64_t m_codeSeed = 0;
    std::span<const std::int32_t> m_labels;
    std::span<const std::uint64_t> m_pictures, m_codes;
    std::span<const float> m_codeMean;
    std::vector<IndexedPatches> m_patches;
};

} // namespace alexscope
