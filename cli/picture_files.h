// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/environment.h"

namespace alexscope::cli {

/// The picture files of a command line as a set; without classes (all 0).
class PictureFiles final : public Dataset {
public:
    /// Keeps a reference to `environment`.
    PictureFiles(const Environment& environment, std::vector<std::string> files)
        : m_environment(environment), m_files(std::move(files))
    {
    }

    std::size_t size() const override { return m_files.size(); }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        scratch = m_environment.readPicture(m_files[i]);
        return scratch;
    }
    int label(std::size_t) const override { return 0; }
    std::string name(std::size_t i) const override { return m_files[i]; }

private:
    const Environment& m_environment;
    std::vector<std::string> m_files;
};

} // namespace alexscope::cli
