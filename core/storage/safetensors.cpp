// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors.h"

#include "core/error.h"
#include "core/readable_text.h"
#include "core/storage/element_bytes.h"
#include "core/storage/file.h"
#include "core/storage/safetensors_header.h"

#include <algorithm>
#include <array>
#include <bit>

namespace alexscope {

static_assert(std::endian::native == std::endian::little, "safetensors data is read and written as it lies in memory");

namespace {

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t longestHeader = 16u << 20;

} // namespace

std::int64_t StoredTensor::count() const
{
    std::int64_t product = 1;
    for (const std::int64_t extent : shape)
        product *= extent;
    return product;
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path& path)
    : SafetensorsFile(FileHandle::openToRead(path), path)
{
}

SafetensorsFile::SafetensorsFile(FileHandle file, const std::filesystem::path& path)
    : m_path(path), m_file(std::make_shared<FileHandle>(std::move(file)))
{
    const std::uint64_t size = m_file->size();
    if (size < lengthBytes)
        throw Error(concat(path.string(), ": ", size, " bytes; this is no safetensors file"));
    std::array<std::uint8_t, lengthBytes> start{};
    m_file->read(0, start);
    const auto length = std::bit_cast<std::uint64_t>(start);
    if (length > longestHeader || length > size - lengthBytes)
        throw Error(concat(path.string(), ": claims a header of ", length,
                           " bytes; the file is cut off or no safetensors file"));
    std::string text(static_cast<std::size_t>(length), '\0');
    m_file->read(lengthBytes, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    m_dataStart = lengthBytes + length;
    SafetensorsHeader header = parseSafetensorsHeader(text, size - m_dataStart, path.string());
    m_metadata = std::move(header.metadata);
    m_tensors = std::move(header.tensors);
}

const StoredTensor* SafetensorsFile::find(const std::string& name) const
{
    const auto found =
        std::find_if(m_tensors.begin(), m_tensors.end(), [&](const StoredTensor& t) { return t.name == name; });
    return found == m_tensors.end() ? nullptr : &*found;
}

const StoredTensor& SafetensorsFile::require(const std::string& name) const
{
    if (const StoredTensor* found = find(name))
        return *found;
    constexpr std::size_t mostListed = 40;
    std::string there;
    for (std::size_t i = 0; i < std::min(m_tensors.size(), mostListed); ++i)
        there += (i ? ", " : "") + readable(m_tensors[i].name);
    if (m_tensors.size() > mostListed)
        there += ", …";
    throw Error(
        concat(m_path.string(), ": has no tensor \"", readable(name), "\"; it holds ", there.empty() ? "none" : there));
}

std::vector<std::uint8_t> SafetensorsFile::readRaw(const StoredTensor& tensor) const
{
    std::vector<std::uint8_t> raw(static_cast<std::size_t>(tensor.bytes));
    m_file->read(m_dataStart + tensor.offset, raw);
    return raw;
}

std::vector<float> SafetensorsFile::readFloats(const StoredTensor& tensor) const
{
    if (tensor.type == ElementType::F32) { // straight into place: the largest tensors are of this kind
        std::vector<float> values(static_cast<std::size_t>(tensor.bytes / sizeof(float)));
        m_file->read(m_dataStart + tensor.offset,
                     {reinterpret_cast<std::uint8_t*>(values.data()), values.size() * sizeof(float)});
        return values;
    }
    return toFloats(readRaw(tensor), tensor.type);
}

std::vector<double> SafetensorsFile::readDoubles(const StoredTensor& tensor) const
{
    return toDoubles(readRaw(tensor), tensor.type);
}

std::vector<std::int64_t> SafetensorsFile::readIntegers(const StoredTensor& tensor) const
{
    const ElementType type = tensor.type;
    if (type != ElementType::I64 && type != ElementType::I32 && type != ElementType::U8)
        throw Error(concat(m_path.string(), ": tensor \"", readable(tensor.name),
                           "\" must hold whole numbers (I64, I32 or U8)"));
    return toIntegers(readRaw(tensor), type);
}

std::vector<std::uint8_t> SafetensorsFile::readBytes(const StoredTensor& tensor) const
{
    if (tensor.type != ElementType::U8)
        throw Error(concat(m_path.string(), ": tensor \"", readable(tensor.name), "\" must hold bytes (U8)"));
    return readRaw(tensor);
}

template <typename T>
void SafetensorsWriter::addValues(const std::string& name, ElementType type, std::vector<std::int64_t> shape,
                                  std::vector<T> values)
{
    const bool taken = name == "__metadata__" || std::any_of(m_entries.begin(), m_entries.end(),
                                                             [&](const Entry& e) { return e.tensor.name == name; });
    if (taken)
        throw Error(concat("Two tensors are to be saved under the name \"", name, "\""));
    const auto owner = std::make_shared<const std::vector<T>>(std::move(values));
    const std::span<const std::uint8_t> data(reinterpret_cast<const std::uint8_t*>(owner->data()),
                                             owner->size() * sizeof(T));
    Entry entry{{name, type, std::move(shape), 0, data.size()}, owner, data};
    if (static_cast<std::uint64_t>(entry.tensor.count()) * sizeof(T) != data.size())
        throw Error(
            concat("Tensor \"", name, "\" to be saved has ", data.size(), " bytes, which is not what its shape needs"));
    m_entries.push_back(std::move(entry));
}

void SafetensorsWriter::add(const std::string& name, std::vector<std::int64_t> shape, std::vector<float> values)
{
    addValues(name, ElementType::F32, std::move(shape), std::move(values));
}

void SafetensorsWriter::add(const std::string& name, std::vector<std::int64_t> shape, std::vector<double> values)
{
    addValues(name, ElementType::F64, std::move(shape), std::move(values));
}

void SafetensorsWriter::add(const std::string& name, std::vector<std::int64_t> shape, std::vector<std::int64_t> values)
{
    addValues(name, ElementType::I64, std::move(shape), std::move(values));
}

void SafetensorsWriter::add(const std::string& name, std::vector<std::int64_t> shape, std::vector<std::uint8_t> values)
{
    addValues(name, ElementType::U8, std::move(shape), std::move(values));
}

SafetensorsWriter::Parts SafetensorsWriter::parts(std::string& head, const std::filesystem::path& path) const
{
    SafetensorsHeader header{m_metadata, {}};
    std::uint64_t offset = 0;
    for (const Entry& entry : m_entries) {
        header.tensors.push_back(entry.tensor);
        header.tensors.back().offset = offset;
        offset += entry.tensor.bytes;
    }
    const std::string text = formatSafetensorsHeader(header, path.string());
    if (text.size() > longestHeader)
        throw Error(
            concat(path.string(), ": the header would have ", text.size(), " bytes, more than can be read again"));
    const auto length = std::bit_cast<std::array<char, lengthBytes>>(static_cast<std::uint64_t>(text.size()));
    head = std::string(length.begin(), length.end()) + text;
    Parts parts{{reinterpret_cast<const std::uint8_t*>(head.data()), head.size()}};
    for (const Entry& entry : m_entries)
        parts.emplace_back(entry.data);
    return parts;
}

void SafetensorsWriter::write(const std::filesystem::path& path) const
{
    std::string head;
    writeFileAtomically(path, parts(head, path));
}

SafetensorsFile SafetensorsWriter::inMemory(const std::filesystem::path& name) const
{
    std::string head;
    FileHandle file = FileHandle::inMemory(name);
    for (const std::span<const std::uint8_t> part : parts(head, name))
        file.write(part);
    return SafetensorsFile(std::move(file), name);
}

} // namespace alexscope
