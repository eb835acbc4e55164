// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/packed.h"

#include "core/error.h"
#include "core/readable_text.h"
#include "core/storage/mapped_file.h"
#include "datasets/bounded_file.h"

#include <cstring>

namespace alexscope::datasets {

namespace {

/// What is in a packed file, found and checked once; both of its sets look at it.
struct PackedFile {
    std::filesystem::path path;
    MappedFile mapped;
    PackedHeader header;
    std::vector<std::string> classNames;
    std::vector<std::uint32_t> labels;
    std::vector<std::uint64_t> nameEnds; ///< in the file; name i begins where name i − 1 ends
    std::uint64_t namesBegin = 0;

    explicit PackedFile(const std::filesystem::path& file) : path(file), mapped(file)
    {
        readHeader();
        readTable();
    }

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw Error(concat(path.string(), " is not a usable packed file: ", why, "; pack the folder again."));
    }

private:
    void readHeader()
    {
        const std::span<const std::uint8_t> all = mapped.bytes();
        if (all.size() < PackedHeader::bytes || std::memcmp(all.data(), "ALEXPACK", 8) != 0)
            refuse("it does not begin as one");
        const std::uint8_t* p = all.data();
        if (littleEndian32(p + 8) != PackedHeader::version)
            refuse(concat("its version is ", littleEndian32(p + 8), ", this program reads version ",
                          PackedHeader::version));
        header = {littleEndian32(p + 12), littleEndian32(p + 48), littleEndian64(p + 16),
                  littleEndian64(p + 24), littleEndian64(p + 32), littleEndian64(p + 40)};
        if (header.side < PackedHeader::smallestSide || header.side > PackedHeader::largestSide)
            refuse(concat("its pictures would be ", header.side, " pixels wide"));
        // In this order no sum or product can overflow: each count is bounded by the file's size first.
        const std::uint64_t room = (all.size() - PackedHeader::bytes) / header.recordBytes();
        if (header.training > room || header.validation > room - header.training)
            refuse(concat("it announces ", header.training, " + ", header.validation, " pictures, but has room for ",
                          room));
        if (header.training == 0)
            refuse("it has no training pictures");
        const std::uint64_t end = PackedHeader::bytes + (header.training + header.validation) * header.recordBytes();
        if (header.tableOffset != end || header.tableBytes != all.size() - end)
            refuse(concat("it has ", all.size(), " bytes, which is not what its header announces"));
    }
    void readTable()
    {
        const std::uint8_t* p = mapped.bytes().data() + header.tableOffset;
        std::uint64_t left = header.tableBytes;
        const auto take = [&](std::uint64_t bytes) {
            if (bytes > left)
                refuse("its table of names ends too early");
            const std::uint8_t* begin = p;
            p += bytes;
            left -= bytes;
            return begin;
        };
        for (std::uint32_t i = 0; i < header.classes; ++i) { // every turn takes bytes: an absurd count ends soon
            const std::uint32_t length = littleEndian32(take(4));
            const std::uint8_t* name = take(length);
            classNames.push_back(readable({reinterpret_cast<const char*>(name), length}, longestClassName));
        }
        const std::uint64_t count = header.training + header.validation;
        const std::uint8_t* records = take(8 * count);
        namesBegin = header.tableOffset + static_cast<std::uint64_t>(p - (mapped.bytes().data() + header.tableOffset));
        std::uint64_t nameEnd = namesBegin;
        for (std::uint64_t i = 0; i < count; ++i) {
            labels.push_back(littleEndian32(records + 8 * i));
            if (labels.back() >= header.classes)
                refuse(concat("picture ", i, " is of class ", labels.back(), " of ", header.classes));
            nameEnd += littleEndian32(records + 8 * i + 4); // at most 2^32 a picture in memory: no overflow
            nameEnds.push_back(nameEnd);
        }
        if (nameEnd != mapped.bytes().size())
            refuse("its picture names do not end with the file");
    }
};

class PackedSet : public Dataset {
public:
    PackedSet(std::shared_ptr<const PackedFile> file, std::uint64_t first, std::uint64_t count)
        : m_file(std::move(file)), m_first(first), m_count(count)
    {
    }

    std::size_t size() const override { return static_cast<std::size_t>(m_count); }
    ImageView image(std::size_t i, Image&) const override
    {
        const PackedHeader& h = m_file->header;
        return {static_cast<int>(h.side), static_cast<int>(h.side),
                m_file->mapped.bytes().data() + PackedHeader::bytes + place(i) * h.recordBytes()};
    }
    int label(std::size_t i) const override { return static_cast<int>(m_file->labels[place(i)]); }
    std::string name(std::size_t i) const override
    {
        const std::uint64_t at = place(i), begin = at == 0 ? m_file->namesBegin : m_file->nameEnds[at - 1];
        return {reinterpret_cast<const char*>(m_file->mapped.bytes().data() + begin),
                static_cast<std::size_t>(m_file->nameEnds[at] - begin)};
    }

private:
    std::size_t place(std::size_t i) const
    {
        if (i >= m_count)
            throw Error(concat(m_file->path.string(), " has no picture ", i, "."));
        return static_cast<std::size_t>(m_first + i);
    }

    std::shared_ptr<const PackedFile> m_file;
    std::uint64_t m_first, m_count;
};

} // namespace

DataSource openPacked(const std::filesystem::path& path)
{
    const auto file = std::make_shared<const PackedFile>(path);
    DataSource source;
    source.training = std::make_shared<PackedSet>(file, 0, file->header.training);
    source.validation = std::make_shared<PackedSet>(file, file->header.training, file->header.validation);
    source.classNames = file->classNames;
    source.pictureSide = static_cast<int>(file->header.side);
    return source;
}

} // namespace alexscope::datasets
