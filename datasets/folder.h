// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>
#include <mutex>

namespace alexscope::datasets {

/// A list of picture files with labels, decoded when asked for.
class PictureFolder : public Dataset {
public:
    struct Entry {
        std::string file; ///< below the root
        int label = 0;
    };
    PictureFolder(std::filesystem::path root, std::vector<Entry> entries)
        : m_root(std::move(root)), m_entries(std::move(entries))
    {
    }

    std::size_t size() const override { return m_entries.size(); }
    /// A file that turns out to be damaged is replaced by the next good one of its class (the same one every time), and
    /// noted in lateWarnings(), so that training goes on. Throws Error when twenty in a row cannot be read.
    ImageView image(std::size_t i, Image& scratch) const override;
    int label(std::size_t i) const override { return m_entries.at(i).label; }
    std::string name(std::size_t i) const override { return m_entries.at(i).file; }
    std::vector<DataWarning> lateWarnings() const override;

    const std::filesystem::path& root() const { return m_root; }

private:
    void note(const std::string& file, const std::string& reason) const;

    std::filesystem::path m_root;
    std::vector<Entry> m_entries;
    mutable std::mutex m_mutex; ///< guards m_lateWarnings
    mutable std::vector<DataWarning> m_lateWarnings;
};

/// Pictures in class folders: DIR/train/CLASS/*, with DIR/val, DIR/validation or DIR/test beside it, or DIR/CLASS/*.
/// Without a validation folder every tenth picture of a class is kept for validation. Classes are in the order of
/// their names. Every file's header is looked at; what cannot be used becomes a warning.
/// Throws Error when there is no class with a usable picture.
DataSource openFolder(const std::filesystem::path& folder);

} // namespace alexscope::datasets
