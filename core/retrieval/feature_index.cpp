// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/feature_index.h"

#include "core/error.h"
#include "core/retrieval/index_layout.h"
#include "core/retrieval/pixel_vectors.h"
#include "core/storage/json_text.h"

#include <bit>
#include <cstring>

namespace alexscope {

static_assert(std::endian::native == std::endian::little, "index files are used as they lie");

/// Finds and checks; what it returns lies inside the file.
struct FeatureIndex::Reader {
    const std::filesystem::path& path;
    std::span<const std::uint8_t> file;
    std::vector<Section> sections{};

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw Error(concat(path.string(), " is not a usable index: ", why, "; index the pictures again."));
    }

    void readTable()
    {
        if (file.size() < IndexHeader::bytes ||
            std::memcmp(file.data(), IndexHeader::magic.data(), IndexHeader::magic.size()) != 0)
            refuse("it does not begin as one");
        std::uint32_t version = 0, count = 0;
        std::memcpy(&version, file.data() + 8, 4);
        std::memcpy(&count, file.data() + 12, 4);
        if (version != IndexHeader::version)
            refuse(concat("its version is ", version, ", this program reads version ", IndexHeader::version));
        if (count == 0 || count > IndexHeader::mostSections ||
            count > (file.size() - IndexHeader::bytes) / sizeof(Section))
            refuse(concat("it announces ", count, " sections"));
        sections.resize(count);
        std::memcpy(sections.data(), file.data() + IndexHeader::bytes, count * sizeof(Section));
        std::uint64_t end = IndexHeader::bytes + count * sizeof(Section);
        for (const Section& section : sections) {
            const bool hasElement = section.kind == SectionKind::Features || section.kind == SectionKind::Pixels;
            if (section.kind < SectionKind::Text || section.kind > SectionKind::Patches ||
                (section.element != 0 && !hasElement))
                refuse(concat("it has a section of the unknown kind ", static_cast<std::uint32_t>(section.kind)));
            if (section.offset % IndexHeader::alignment != 0 || section.offset < end || section.offset > file.size() ||
                section.bytes > file.size() - section.offset)
                refuse(concat("its section of kind ", static_cast<std::uint32_t>(section.kind),
                              " does not lie in the file"));
            end = section.offset + section.bytes;
        }
        if (end != file.size())
            refuse(concat("it has ", file.size(), " bytes, which is not what its header announces"));
    }

    const Section* find(SectionKind kind) const
    {
        for (const Section& section : sections)
            if (section.kind == kind)
                return &section;
        return nullptr;
    }
    const Section& require(SectionKind kind, const char* what) const
    {
        const Section* section = find(kind);
        if (!section)
            refuse(concat("it has no ", what));
        return *section;
    }

    /// A section as `rows` × `perRow` values; both are checked by division, so no product can overflow.
    template <typename T>
    std::span<const T> values(const Section& section, std::uint64_t rows, std::uint64_t perRow, const char* what) const
    {
        const std::uint64_t count = section.bytes / sizeof(T);
        const bool fits =
            section.bytes % sizeof(T) == 0 && rows > 0 && perRow > 0 && count % rows == 0 && count / rows == perRow;
        if (!fits || section.rows != rows)
            refuse(
                concat("its ", what, " have ", section.bytes, " bytes, which do not fit ", rows, " rows of ", perRow));
        return {reinterpret_cast<const T*>(file.data() + section.offset), static_cast<std::size_t>(count)};
    }

    VectorView vectors(const Section& section, std::uint64_t rows, std::uint64_t dimension, const char* what) const
    {
        VectorView view{static_cast<std::size_t>(rows), static_cast<std::size_t>(dimension),
                        static_cast<VectorElement>(section.element), file.data() + section.offset};
        if (section.element == static_cast<std::uint32_t>(VectorElement::Single))
            values<float>(section, rows, dimension, what);
        else if (section.element == static_cast<std::uint32_t>(VectorElement::Half))
            values<std::uint16_t>(section, rows, dimension, what);
        else if (section.element == static_cast<std::uint32_t>(VectorElement::Byte))
            values<std::uint8_t>(section, rows, dimension, what);
        else
            refuse(concat("its ", what, " are of an unknown type, ", section.element));
        return view;
    }
};

FeatureIndex::FeatureIndex(const std::filesystem::path& path)
    : m_path(path), m_file(std::make_unique<const MappedFile>(path))
{
    Reader reader{m_path, m_file->bytes()};
    reader.readTable();
    const Section& textSection = reader.require(SectionKind::Text, "description");
    if (textSection.bytes > longestJson || textSection.rows != 1)
        reader.refuse(concat("its description has ", textSection.bytes, " bytes"));
    const IndexText text = indexTextFrom({reinterpret_cast<const char*>(m_file->bytes().data() + textSection.offset),
                                          static_cast<std::size_t>(textSection.bytes)},
                                         path.string());
    m_description = text.description;
    const Section& features = reader.require(SectionKind::Features, "features");
    m_features = reader.vectors(features, features.rows, static_cast<std::uint64_t>(m_description.shape.perPicture()),
                                "features");
    m_labels = reader.values<std::int32_t>(reader.require(SectionKind::Labels, "labels"), rows(), 1, "labels");
    m_pictures = reader.values<std::uint64_t>(reader.require(SectionKind::Pictures, "picture numbers"), rows(), 1,
                                              "picture numbers");
    for (std::size_t i = 0; i < rows(); ++i) {
        if (m_labels[i] < 0 || static_cast<std::size_t>(m_labels[i]) >= m_description.classNames.size())
            reader.refuse(concat("row ", i, " is of class ", m_labels[i], " of ", m_description.classNames.size()));
        if (i > 0 && m_pictures[i] <= m_pictures[i - 1])
            reader.refuse(concat("its picture numbers do not ascend at row ", i));
    }
    if (const Section* pixels = reader.find(SectionKind::Pixels)) {
        m_pixelSide = text.pixelSide;
        m_pixels = reader.vectors(*pixels, rows(), PixelVectors::dimension(m_pixelSide), "pixels");
    }
    if (const Section* codes = reader.find(SectionKind::Codes)) {
        m_codeBits = text.codeBits;
        m_codeSeed = text.codeSeed;
        m_codes = reader.values<std::uint64_t>(*codes, rows(), static_cast<std::uint64_t>(m_codeBits) / 64, "codes");
        m_codeMean = reader.values<float>(reader.require(SectionKind::CodeMean, "mean for its codes"), 1, dimension(),
                                          "code means");
        if (dimension() > CodeMaker::mostNumbers)
            reader.refuse(concat("its codes are of vectors of ", dimension(), " numbers"));
    }
    std::size_t layer = 0;
    for (const Section& section : reader.sections) {
        if (section.kind != SectionKind::Patches)
            continue;
        if (layer == text.patches.size())
            reader.refuse("it has more patches than it describes");
        const IndexText::Patches& of = text.patches[layer++];
        const auto units = static_cast<std::uint64_t>(of.output.c), perUnit = static_cast<std::uint64_t>(of.perUnit);
        m_patches.push_back({of.layer, of.output, static_cast<std::size_t>(perUnit),
                             reader.values<ExcitingPatch>(section, units, perUnit, "patches")});
        for (const ExcitingPatch& patch : m_patches.back().patches)
            if (patch.x >= of.output.w || patch.y >= of.output.h)
                reader.refuse(concat("a patch of ", of.layer, " lies outside its map"));
    }
    if (layer != text.patches.size())
        reader.refuse("it has fewer patches than it describes");
}

CodeMaker FeatureIndex::codeMaker() const
{
    if (m_codes.empty())
        throw Error(concat(m_path.string(), " has no codes; index the pictures again with them"));
    return CodeMaker({m_codeMean.begin(), m_codeMean.end()}, m_codeBits, m_codeSeed);
}

} // namespace alexscope
