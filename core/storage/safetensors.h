// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

/// safetensors: 8 bytes little-endian header length, a JSON header, raw row-major little-endian data.
namespace alexscope {

class FileHandle;

enum class ElementType { F64, F32, F16, Bf16, I64, I32, U8 };

struct StoredTensor {
    std::string name;
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t offset = 0, bytes = 0; ///< within the data part
    std::int64_t count() const;          ///< product of shape; 1 for a scalar
};

/// An opened file: header read and checked, data read on demand (from the file opened, even if another takes its name).
/// Reading never allocates more than the file holds: header ≤ 16 MiB and ≤ file, offsets inside the file, lengths equal
/// to shape × element size, no overlaps, no gaps that hide data beyond the end. Throws Error naming the file and the
/// fault.
class SafetensorsFile {
public:
    explicit SafetensorsFile(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    const std::vector<StoredTensor>& tensors() const { return m_tensors; }
    const StoredTensor* find(const std::string& name) const;
    const StoredTensor& require(const std::string& name) const; ///< Error listing what there is

    /// Any type, converted. Error when the data cannot be read any more.
    std::vector<float> readFloats(const StoredTensor& tensor) const;
    std::vector<double> readDoubles(const StoredTensor& tensor) const;
    std::vector<std::int64_t> readIntegers(const StoredTensor& tensor) const; ///< I64, I32, U8 only
    std::vector<std::uint8_t> readBytes(const StoredTensor& tensor) const;    ///< U8 only

private:
    friend class SafetensorsWriter;
    SafetensorsFile(FileHandle file, const std::filesystem::path& path);
    std::vector<std::uint8_t> readRaw(const StoredTensor& tensor) const;

    std::filesystem::path m_path;
    std::shared_ptr<const FileHandle> m_file;
    std::uint64_t m_dataStart = 0;
    std::map<std::string, std::string> m_metadata;
    std::vector<StoredTensor> m_tensors;
};

/// Collects tensors and writes them in one go. Names are unique (Error).
class SafetensorsWriter {
public:
    void setMetadata(const std::string& key, const std::string& value) { m_metadata[key] = value; }
    void add(const std::string& name, std::vector<std::int64_t> shape, std::vector<float> values);
    void add(const std::string& name, std::vector<std::int64_t> shape, std::vector<double> values);
    void add(const std::string& name, std::vector<std::int64_t> shape, std::vector<std::int64_t> values);
    void add(const std::string& name, std::vector<std::int64_t> shape, std::vector<std::uint8_t> values);

    /// Writes a neighbouring temporary file, flushes it to the disk, renames it over `path`: after a crash or a full
    /// disk `path` is either the old file or the new one, whole. Throws Error and removes the temporary file.
    void write(const std::filesystem::path& path) const;
    /// What a file written now would be, opened, in memory alone. `name` is what messages call it.
    SafetensorsFile inMemory(const std::filesystem::path& name) const;

private:
    struct Entry {
        StoredTensor tensor;
        std::shared_ptr<const void> owner; ///< of the numbers as they were given: the largest networks are not copied
        std::span<const std::uint8_t> data;
    };
    using Parts = std::vector<std::span<const std::uint8_t>>;
    /// The file's bytes in order, without a copy of the data; `head` takes the length and the header's text.
    Parts parts(std::string& head, const std::filesystem::path& path) const;
    template <typename T>
    void addValues(const std::string& name, ElementType type, std::vector<std::int64_t> shape, std::vector<T> values);

    std::map<std::string, std::string> m_metadata;
    std::vector<Entry> m_entries;
};

/// Writes `bytes` as SafetensorsWriter::write does: temporary neighbour, flush, rename.
void writeFileAtomically(const std::filesystem::path& path, std::span<const std::span<const std::uint8_t>> parts);

} // namespace alexscope
