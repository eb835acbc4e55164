// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors.h"

#include "core/error.h"
#include "core/storage/file.h"
#include "core/storage/safetensors_header.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace alexscope {

static_assert(std::endian::native == std::endian::little, "safetensors data is read and written as it lies in memory");

namespace {

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t longestHeader = 16u << 20;

/// IEEE 754 half: 1 sign, 5 exponent and 10 fraction bits.
double fromHalf(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31, fraction = bits & 1023;
    double value = 0;
    if (exponent == 31)
        value = fraction ? std::nan("") : HUGE_VAL;
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(1024 + fraction, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

float fromBf16(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

template <typename Stored, typename Wanted, typename Convert>
std::vector<Wanted> convertAll(const std::vector<std::uint8_t>& raw, Convert convert)
{
    std::vector<Wanted> values(raw.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, raw.data() + i * sizeof(Stored), sizeof(Stored));
        values[i] = static_cast<Wanted>(convert(stored));
    }
    return values;
}

template <typename Wanted> std::vector<Wanted> converted(const std::vector<std::uint8_t>& raw, ElementType type)
{
    const auto same = [](auto value) { return value; };
    switch (type) {
    case ElementType::F64:
        return convertAll<double, Wanted>(raw, same);
    case ElementType::F32:
        return convertAll<float, Wanted>(raw, same);
    case ElementType::F16:
        return convertAll<std::uint16_t, Wanted>(raw, fromHalf);
    case ElementType::Bf16:
        return convertAll<std::uint16_t, Wanted>(raw, fromBf16);
    case ElementType::I64:
        return convertAll<std::int64_t, Wanted>(raw, same);
    case ElementType::I32:
        return convertAll<std::int32_t, Wanted>(raw, same);
    case ElementType::U8:
        break;
    }
    return convertAll<std::uint8_t, Wanted>(raw, same);
}

} // namespace

std::int64_t StoredTensor::count() const
{
    std::int64_t product = 1;
    for (const std::int64_t extent : shape)
        product *= extent;
    return product;
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path& path)
    : m_path(path), m_file(std::make_shared<FileHandle>(FileHandle::openToRead(path)))
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
        there += (i ? ", " : "") + m_tensors[i].name;
    if (m_tensors.size() > mostListed)
        there += ", …";
    throw Error(concat(m_path.string(), ": has no tensor \"", name, "\"; it holds ", there.empty() ? "none" : there));
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
    return converted<float>(readRaw(tensor), tensor.type);
}

std::vector<double> SafetensorsFile::readDoubles(const StoredTensor& tensor) const
{
    return converted<double>(readRaw(tensor), tensor.type);
}

std::vector<std::int64_t> SafetensorsFile::readIntegers(const StoredTensor& tensor) const
{
    const ElementType type = tensor.type;
    if (type != ElementType::I64 && type != ElementType::I32 && type != ElementType::U8)
        throw Error(concat(m_path.string(), ": tensor \"", tensor.name, "\" must hold whole numbers (I64, I32 or U8)"));
    return converted<std::int64_t>(readRaw(tensor), type);
}

std::vector<std::uint8_t> SafetensorsFile::readBytes(const StoredTensor& tensor) const
{
    if (tensor.type != ElementType::U8)
        throw Error(concat(m_path.string(), ": tensor \"", tensor.name, "\" must hold bytes (U8)"));
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

void SafetensorsWriter::write(const std::filesystem::path& path) const
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
    const auto length = std::bit_cast<std::array<std::uint8_t, lengthBytes>>(static_cast<std::uint64_t>(text.size()));
    std::vector<std::span<const std::uint8_t>> parts{length,
                                                     {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}};
    for (const Entry& entry : m_entries)
        parts.emplace_back(entry.data);
    writeFileAtomically(path, parts);
}

} // namespace alexscope
