// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/moment_store.h"

#include "core/error.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <system_error>

namespace alexscope {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "moment-", suffix = ".safetensors", half = ".safetensors.part";
constexpr std::size_t digits = 12;
/// More files than this are not even looked at: no folder of ours holds so many.
constexpr std::size_t mostLookedAt = 10'000;

bool isMomentName(const std::string& name, std::string_view ending)
{
    return name.size() == prefix.size() + digits + ending.size() && name.starts_with(prefix) &&
           name.ends_with(ending) &&
           std::all_of(name.begin() + prefix.size(), name.begin() + prefix.size() + digits,
                       [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

fs::path momentFile(const fs::path& folder, std::int64_t iteration)
{
    const std::string number = std::to_string(iteration);
    const std::string zeros(number.size() < digits ? digits - number.size() : 0, '0');
    return folder / concat(prefix, zeros, number, suffix);
}

std::size_t leastMissed(const std::vector<MomentInfo>& moments, std::int64_t newest)
{
    std::size_t best = 1;
    double smallest = std::numeric_limits<double>::max();
    for (std::size_t i = 1; i < moments.size(); ++i) {
        const std::int64_t next = i + 1 < moments.size() ? moments[i + 1].iteration : newest;
        const auto gap = static_cast<double>(next - moments[i - 1].iteration);
        const auto age = static_cast<double>(std::max<std::int64_t>(newest - moments[i].iteration, 1));
        if (gap / age < smallest) {
            smallest = gap / age;
            best = i;
        }
    }
    return best;
}

MomentStore::MomentStore(fs::path folder, MomentLimits limits) : m_limits(limits)
{
    m_list.folder = std::move(folder);
    std::error_code error;
    fs::create_directories(m_list.folder, error);
    if (error)
        throw Error(concat("Cannot create folder ", m_list.folder.string(), ": ", error.message()));
    std::size_t lookedAt = 0;
    for (fs::directory_iterator entry(m_list.folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored; // one that cannot be removed will be written over
        if (isMomentName(name, half))
            fs::remove(entry->path(), ignored);
        else if (isMomentName(name, suffix) && ++lookedAt <= mostLookedAt)
            takeUp(entry->path());
    }
    if (error)
        throw Error(concat("Cannot read folder ", m_list.folder.string(), ": ", error.message()));
    std::sort(m_list.moments.begin(), m_list.moments.end(),
              [](const MomentInfo& a, const MomentInfo& b) { return a.iteration < b.iteration; });
}

void MomentStore::takeUp(const fs::path& file)
{
    try {
        const MomentInfo info = readMomentInfo(file);
        if (momentFile(m_list.folder, info.iteration) != file)
            throw Error(concat(file.string(), " holds iteration ", info.iteration, ", which its name denies"));
        m_list.moments.push_back(info);
        m_bytes += info.bytes;
    } catch (const std::exception& error) { // also a file system that fails in the middle
        if (++m_leftOut == 1)
            m_firstFault = error.what();
    }
}

void MomentStore::remove(std::size_t index)
{
    const MomentInfo info = m_list.moments[index];
    std::error_code error;
    fs::remove(momentFile(m_list.folder, info.iteration), error);
    if (error)
        throw Error(
            concat("Cannot remove ", momentFile(m_list.folder, info.iteration).string(), ": ", error.message()));
    m_list.moments.erase(m_list.moments.begin() + static_cast<std::ptrdiff_t>(index));
    m_bytes -= info.bytes;
}

void MomentStore::add(const Moment& moment)
{
    auto& all = m_list.moments;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const MomentInfo& m) { return m.iteration == moment.iteration; });
    if (same != all.end()) {
        m_bytes -= same->bytes; // written over below; a failure leaves the old file, unlisted, to the next opening
        all.erase(same);
    }
    const std::uint64_t needed = estimatedBytes(moment);
    if (needed > largestMoment)
        throw Error(concat("A moment of ", needed, " bytes cannot be recorded; at most ", largestMoment, " are"));
    const auto full = [&] { return all.size() + 1 > m_limits.count || m_bytes + needed > m_limits.bytes; };
    while (full() && all.size() > 1)
        remove(leastMissed(all, moment.iteration));

    const fs::path file = momentFile(m_list.folder, moment.iteration);
    writeMoment(file, moment);
    const MomentInfo info{moment.iteration, moment.epoch, fs::file_size(file)};
    const auto after =
        std::find_if(all.begin(), all.end(), [&](const MomentInfo& m) { return m.iteration > moment.iteration; });
    all.insert(after, info);
    m_bytes += info.bytes;
}

void MomentStore::dropAfter(std::int64_t iteration)
{
    while (!m_list.moments.empty() && m_list.moments.back().iteration > iteration)
        remove(m_list.moments.size() - 1);
}

} // namespace alexscope
