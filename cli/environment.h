// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/data/dataset.h"
#include "core/error.h"
#include "core/session/session.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace alexscope::cli {

/// What the commands are given by main (or by a test): where to write, what computes, where pictures come from.
struct Environment {
    std::ostream& out;     ///< answers
    std::ostream& err;     ///< warnings, errors and progress
    bool terminal = false; ///< err is a terminal: progress may redraw its line
    Catalogue catalogue;
    Session::OpenData openData;
    std::function<Image(const std::filesystem::path&)> readPicture;
    struct Packed {
        std::uint64_t pictures = 0;
        std::vector<DataWarning> warnings; ///< what was left out or changed
    };
    /// Folder, file, side, and whether to go on after (done, total).
    using PackFolder = std::function<Packed(const std::filesystem::path&, const std::filesystem::path&, int,
                                            const std::function<bool(std::size_t, std::size_t)>&)>;
    PackFolder packFolder;
    const std::atomic<bool>* interrupted = nullptr; ///< becomes true at Ctrl-C; null: never

    bool isInterrupted() const { return interrupted && interrupted->load(); }
};

/// Arguments that do not go together: exit status 2 instead of 1.
class WrongUse : public Error {
public:
    using Error::Error;
};

} // namespace alexscope::cli
