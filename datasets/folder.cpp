// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/folder.h"

#include "core/error.h"
#include "datasets/picture_file.h"
#include "datasets/picture_header.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace alexscope::datasets {

namespace {

namespace fs = std::filesystem;

/// Networks look at 256 pixels or fewer; twice that is kept so that shrinking has something to average.
constexpr int decodedSide = 512;

using Classes = std::map<std::string, std::vector<std::string>>; ///< class → its files below the root, both in order

/// Names in a folder, sorted, without hidden ones.
std::vector<fs::directory_entry> entriesOf(const fs::path& folder)
{
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (!it->path().filename().string().starts_with('.'))
            entries.push_back(*it);
    if (error)
        throw Error(concat(folder.string(), " cannot be listed: ", error.message(), "."));
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// Files of all class folders in root/part, good or bad.
Classes listClasses(const fs::path& root, const fs::path& part, std::vector<DataWarning>& warnings)
{
    Classes classes;
    std::error_code error;
    for (const auto& folder : entriesOf(root / part)) {
        const std::string name = folder.path().filename().string();
        if (!folder.is_directory(error)) {
            warnings.push_back({(part / name).string(), "lies outside the class folders"});
            continue;
        }
        for (const auto& file : entriesOf(folder.path())) {
            const std::string item = (part / name / file.path().filename()).string();
            if (file.is_directory(error))
                warnings.push_back({item, "a folder inside a class folder is not searched"});
            else
                classes[name].push_back(item);
        }
    }
    return classes;
}

/// Takes out the files that cannot be used. Reading thousands of headers is mostly waiting, so threads share it.
void keepUsable(const fs::path& root, Classes& classes, std::vector<DataWarning>& warnings)
{
    std::vector<const std::string*> files;
    for (const auto& [name, list] : classes)
        for (const std::string& file : list)
            files.push_back(&file);
    std::vector<PictureCheck> checks(files.size());
    std::atomic<std::size_t> taken{0};
    const auto work = [&] {
        for (std::size_t i = taken++; i < files.size(); i = taken++)
            checks[i] = checkPicture(root / *files[i]);
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t threads =
            std::min<std::size_t>({std::max(std::thread::hardware_concurrency(), 1u), 8, files.size() / 100 + 1});
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    std::size_t next = 0;
    for (auto& [name, list] : classes)
        std::erase_if(list, [&](const std::string& file) {
            const PictureCheck& check = checks[next++];
            if (!check.reason.empty())
                warnings.push_back({file, check.reason, !check.usable});
            return !check.usable;
        });
    std::erase_if(classes, [](const auto& entry) { return entry.second.empty(); });
}

std::vector<PictureFolder::Entry> entriesWith(const Classes& classes, const std::vector<std::string>& names,
                                              std::vector<DataWarning>& warnings)
{
    std::vector<PictureFolder::Entry> entries;
    for (const auto& [name, files] : classes) {
        const auto at = std::lower_bound(names.begin(), names.end(), name);
        if (at == names.end() || *at != name) {
            warnings.push_back({name, concat("a class to be tested on that is not in the training set; its ",
                                             files.size(), " pictures are left out")});
            continue;
        }
        for (const std::string& file : files)
            entries.push_back({file, static_cast<int>(at - names.begin())});
    }
    return entries;
}

/// Moves every tenth picture of each class out of `training`.
Classes keepForValidation(Classes& training)
{
    Classes validation;
    for (auto& [name, files] : training) {
        std::size_t number = 0;
        std::vector<std::string>& kept = validation[name];
        std::erase_if(files, [&](const std::string& file) {
            const bool out = number++ % 10 == 9;
            if (out)
                kept.push_back(file);
            return out;
        });
    }
    return validation;
}

} // namespace

ImageView PictureFolder::image(std::size_t i, Image& scratch) const
{
    const int wanted = label(i);
    std::size_t at = i;
    std::string firstReason;
    for (int tries = 0; tries < 20; ++tries) {
        try {
            scratch = readPicture(m_root / m_entries[at].file, decodedSide);
            return scratch;
        } catch (const Error& error) {
            note(m_entries[at].file, error.what());
            if (firstReason.empty())
                firstReason = error.what();
        }
        do
            at = (at + 1) % size();
        while (m_entries[at].label != wanted);
    }
    throw Error(concat(firstReason, " Nor can those after it in its class; is the disk still there?"));
}

void PictureFolder::note(const std::string& file, const std::string& reason) const
{
    const std::lock_guard lock(m_mutex);
    const bool known =
        std::any_of(m_lateWarnings.begin(), m_lateWarnings.end(), [&](const DataWarning& w) { return w.item == file; });
    if (!known)
        m_lateWarnings.push_back({file, reason});
}

std::vector<DataWarning> PictureFolder::lateWarnings() const
{
    const std::lock_guard lock(m_mutex);
    return m_lateWarnings;
}

DataSource openFolder(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw Error(
            concat(folder.string(), " is not a folder; give one with a sub-folder of pictures for every class."));
    DataSource source;
    const bool parts = fs::is_directory(folder / "train", error);
    Classes training = listClasses(folder, parts ? "train" : "", source.warnings), validation;
    keepUsable(folder, training, source.warnings);
    if (training.empty())
        throw Error(concat((parts ? folder / "train" : folder).string(),
                           " has no class folder with a picture that can be read (", source.warnings.size(),
                           " items were left out); give one with a sub-folder of pictures for every class."));
    const char* part = nullptr;
    for (const char* name : {"test", "validation", "val"})
        if (parts && fs::is_directory(folder / name, error))
            part = name;
    if (part != nullptr) {
        validation = listClasses(folder, part, source.warnings);
        keepUsable(folder, validation, source.warnings);
    } else {
        validation = keepForValidation(training);
    }
    for (const auto& [name, files] : training)
        source.classNames.push_back(name);
    source.training =
        std::make_shared<PictureFolder>(folder, entriesWith(training, source.classNames, source.warnings));
    source.validation =
        std::make_shared<PictureFolder>(folder, entriesWith(validation, source.classNames, source.warnings));
    return source;
}

} // namespace alexscope::datasets
