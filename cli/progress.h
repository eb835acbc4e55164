// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/environment.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace alexscope::cli {

/// How far something is, on `err`: a bar that redraws its line on a terminal, else a plain line every few seconds.
class Progress {
public:
    Progress(Environment& environment, std::string verb);

    /// `text` follows the count. Returns at once when it is too early to say something new.
    void show(std::size_t done, std::size_t total, const std::string& text);
    /// A line of its own, above the bar where there is one.
    void line(const std::string& text);
    /// Leaves the bar.
    void end();

private:
    Environment& m_environment;
    std::string m_verb;
    std::chrono::steady_clock::time_point m_next;
    bool m_barShown = false;
};

} // namespace alexscope::cli
