// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/torch_storages.h"
#include "core/readable_text.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <set>

namespace alexscope {

namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); } // nothing was changed
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

/// A zip archive as torch.save writes it: entries are stored, not compressed, so none can be larger than the file.
class Archive final : public TorchStorages {
public:
    explicit Archive(const std::filesystem::path& path);

    /// Everything of an entry of at most `most` bytes.
    std::vector<std::uint8_t> readWhole(const std::string& name, std::uint64_t most) const;
    bool holds(const std::string& name) const { return zip_name_locate(m_archive.get(), name.c_str(), 0) >= 0; }
    /// The folder in which all entries lie, with its slash.
    const std::string& root() const { return m_root; }

    void check(const std::string& key, std::uint64_t bytes) const override;
    std::vector<std::uint8_t> read(const std::string& key, std::uint64_t offset, std::uint64_t bytes) const override;

private:
    [[noreturn]] void fail(const std::string& cause) const { throw Error(m_origin + ": " + cause); }
    void checkEntries();
    zip_stat_t look(const std::string& name) const;
    std::vector<std::uint8_t> readPart(const std::string& name, std::uint64_t offset, std::uint64_t bytes) const;

    std::string m_origin, m_root;
    std::uint64_t m_fileBytes = 0;
    std::unique_ptr<zip_t, CloseArchive> m_archive;
};

Archive::Archive(const std::filesystem::path& path)
    : m_origin(path.string()), m_fileBytes(std::filesystem::file_size(path))
{
    int code = 0;
    m_archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!m_archive)
        fail("cannot be opened as a zip archive; the file is cut off or damaged");
    checkEntries();
}

/// Stored entries that do not overlap add up to less than the file. What does not is a bomb or damaged.
void Archive::checkEntries()
{
    constexpr zip_int64_t mostEntries = 100'000;
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    if (count > mostEntries)
        fail(concat("has ", count, " entries; no network needs so many"));
    std::uint64_t sum = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
        if (zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0 ||
            (entry.valid & needed) != needed)
            fail("the zip archive's list of entries is damaged");
        if (entry.comp_method != ZIP_CM_STORE || entry.size != entry.comp_size)
            fail("has compressed entries, which PyTorch does not write; pack it again without compression");
        if (entry.size > m_fileBytes || (sum += entry.size) > m_fileBytes)
            fail("its entries claim more bytes than the file has");
        const std::string name(entry.name);
        constexpr std::string_view pickleName = "/data.pkl";
        if (!name.ends_with(pickleName) || name.find('/') != name.size() - pickleName.size())
            continue;
        if (!m_root.empty())
            fail("holds more than one data.pkl");
        m_root = name.substr(0, name.size() - pickleName.size() + 1);
    }
    if (m_root.empty())
        fail("is a zip archive without data.pkl, so not one of PyTorch's");
}

zip_stat_t Archive::look(const std::string& name) const
{
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat(m_archive.get(), name.c_str(), 0, &entry) != 0)
        fail(concat("lacks the entry ", readable(name), "; the file is damaged"));
    return entry;
}

std::vector<std::uint8_t> Archive::readPart(const std::string& name, std::uint64_t offset, std::uint64_t bytes) const
{
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen(m_archive.get(), name.c_str(), 0));
    if (!file || (offset > 0 && zip_fseek(file.get(), static_cast<zip_int64_t>(offset), SEEK_SET) != 0))
        fail(concat("the entry ", readable(name), " cannot be read; the file is damaged"));
    std::vector<std::uint8_t> raw(static_cast<std::size_t>(bytes));
    for (std::size_t done = 0; done < raw.size();) {
        const zip_int64_t got = zip_fread(file.get(), raw.data() + done, raw.size() - done);
        if (got <= 0)
            fail(concat("the entry ", readable(name), " cannot be read; the file is damaged"));
        done += static_cast<std::size_t>(got);
    }
    std::uint8_t beyond = 0; // only the read that meets the end of an entry compares its checksum
    if (offset == 0 && bytes == look(name).size && zip_fread(file.get(), &beyond, 1) != 0)
        fail(concat("the entry ", readable(name), " does not agree with its checksum; the file is damaged"));
    return raw;
}

std::vector<std::uint8_t> Archive::readWhole(const std::string& name, std::uint64_t most) const
{
    const zip_stat_t entry = look(name);
    if (entry.size > most)
        fail(concat("the entry ", readable(name), " has ", entry.size, " bytes, more than a state_dict needs"));
    return readPart(name, 0, entry.size);
}

void Archive::check(const std::string& key, std::uint64_t bytes) const
{
    if (bytes > look(m_root + "data/" + key).size)
        fail("the numbers of a tensor are not all in the file; it is damaged");
}

std::vector<std::uint8_t> Archive::read(const std::string& key, std::uint64_t offset, std::uint64_t bytes) const
{
    check(key, offset + bytes);
    return readPart(m_root + "data/" + key, offset, bytes);
}

} // namespace

ForeignModel readTorchModel(const std::filesystem::path& path)
{
    if (formatOf(path) == WeightFormat::TorchLegacy)
        return readLegacyTorchModel(path);
    const auto archive = std::make_shared<const Archive>(path);
    constexpr std::uint64_t longestOrder = 16;
    const std::string orderName = archive->root() + "byteorder";
    if (archive->holds(orderName)) {
        const std::vector<std::uint8_t> order = archive->readWhole(orderName, longestOrder);
        if (std::string(order.begin(), order.end()) != "little")
            throw Error(concat(path.string(), ": was written on a big-endian machine; save it again on another"));
    }
    const Pickle pickle(archive->readWhole(archive->root() + "data.pkl", Pickle::mostBytes), path.string());
    return modelOfPickle(pickle, archive, path);
}

} // namespace alexscope
