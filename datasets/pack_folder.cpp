// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/storage/atomic_file.h"
#include "datasets/folder.h"
#include "datasets/open_data.h"
#include "datasets/packed.h"
#include "datasets/picture_file.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace alexscope::datasets {

namespace {

void append(std::vector<std::uint8_t>& bytes, std::uint64_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

/// Writes the records of one set after the other and gathers what the table says of them.
class Packer {
public:
    Packer(const std::filesystem::path& file, int side, PackProgress progress,
           const std::function<bool(PackProgress)>& goOn)
        : m_file(file), m_path(file), m_side(side), m_progress(progress), m_goOn(goOn)
    {
        m_file.write(std::vector<std::uint8_t>(PackedHeader::bytes));
    }

    /// Returns how many of the set's pictures could be packed.
    std::uint64_t add(const PictureFolder& set)
    {
        constexpr std::size_t block = 64; // pictures in memory at a time
        std::uint64_t packed = 0;
        for (std::size_t first = 0; first < set.size(); first += block) {
            const std::size_t count = std::min(block, set.size() - first);
            const std::vector<Image> pictures = decode(set, first, count);
            for (std::size_t i = 0; i < count; ++i) {
                if (pictures[i].rgb.empty())
                    continue;
                m_file.write(pictures[i].rgb);
                const std::string name = set.name(first + i);
                append(m_records, static_cast<std::uint64_t>(set.label(first + i)), 4);
                append(m_records, name.size(), 4);
                m_names.insert(m_names.end(), name.begin(), name.end());
                ++packed;
            }
            m_progress.done += count;
            if (m_goOn && !m_goOn(m_progress))
                throw Error(concat("Packing was stopped; ", m_path.string(), " was not written."));
        }
        return packed;
    }

    void finish(const std::vector<std::string>& classNames, std::uint64_t training, std::uint64_t validation)
    {
        std::vector<std::uint8_t> table;
        for (const std::string& name : classNames) {
            append(table, name.size(), 4);
            table.insert(table.end(), name.begin(), name.end());
        }
        table.insert(table.end(), m_records.begin(), m_records.end());
        table.insert(table.end(), m_names.begin(), m_names.end());
        m_file.write(table);
        const std::uint64_t side = static_cast<std::uint64_t>(m_side);
        std::vector<std::uint8_t> header{'A', 'L', 'E', 'X', 'P', 'A', 'C', 'K'};
        append(header, PackedHeader::version, 4);
        append(header, side, 4);
        append(header, training, 8);
        append(header, validation, 8);
        append(header, PackedHeader::bytes + (training + validation) * 3 * side * side, 8);
        append(header, table.size(), 8);
        append(header, classNames.size(), 4);
        m_file.writeAt(0, header);
        m_file.commit();
    }

    std::vector<DataWarning> warnings;

private:
    /// Pictures first .. first + count − 1 at the packed size; empty where one cannot be read.
    std::vector<Image> decode(const PictureFolder& set, std::size_t first, std::size_t count)
    {
        std::vector<Image> pictures(count);
        std::vector<std::string> reasons(count);
        std::exception_ptr failure; // of the only thread that may set it: memory running out and the like
        std::atomic<bool> failed{false};
        std::atomic<std::size_t> taken{0};
        const auto work = [&] {
            for (std::size_t i = taken++; i < count && !failed; i = taken++) {
                try {
                    pictures[i] =
                        resizeToSquare(readPicture(set.root() / set.name(first + i), 2 * m_side), m_side, false);
                } catch (const Error& error) {
                    reasons[i] = error.what();
                } catch (...) {
                    if (!failed.exchange(true))
                        failure = std::current_exception();
                }
            }
        };
        {
            std::vector<std::jthread> helpers;
            for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), 16u); ++i)
                helpers.emplace_back(work);
            work();
        }
        if (failure)
            std::rethrow_exception(failure);
        for (std::size_t i = 0; i < count; ++i)
            if (!reasons[i].empty())
                warnings.push_back({set.name(first + i), reasons[i]});
        return pictures;
    }

    AtomicFile m_file;
    std::filesystem::path m_path;
    int m_side;
    PackProgress m_progress;
    const std::function<bool(PackProgress)>& m_goOn;
    std::vector<std::uint8_t> m_records, m_names;
};

} // namespace

PackResult packFolder(const std::filesystem::path& folder, const std::filesystem::path& file, int side,
                      const std::function<bool(PackProgress)>& goOn)
{
    if (side < int(PackedHeader::smallestSide) || side > int(PackedHeader::largestSide))
        throw Error(concat("Pictures cannot be packed ", side, " pixels wide; choose ", PackedHeader::smallestSide,
                           " to ", PackedHeader::largestSide, "."));
    const DataSource source = openFolder(folder);
    const auto& training = dynamic_cast<const PictureFolder&>(*source.training);
    const auto& validation = dynamic_cast<const PictureFolder&>(*source.validation);
    Packer packer(file, side, {0, training.size() + validation.size()}, goOn);
    packer.warnings = source.warnings;
    const std::uint64_t trained = packer.add(training);
    if (trained == 0)
        throw Error(concat(folder.string(), " holds no training picture that can be decoded."));
    const std::uint64_t tested = packer.add(validation);
    packer.finish(source.classNames, trained, tested);
    return {trained + tested, std::move(packer.warnings)};
}

} // namespace alexscope::datasets
