// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <algorithm>

namespace alexscope::cli {

namespace {

using Clock = std::chrono::steady_clock;

std::string bar(std::size_t done, std::size_t total)
{
    constexpr std::size_t width = 24;
    const std::size_t full = total > 0 ? std::min(width, done * width / total) : 0;
    return concat("[", std::string(full, '#'), std::string(width - full, '.'), "]");
}

} // namespace

Progress::Progress(Environment& environment, std::string verb)
    : m_environment(environment), m_verb(std::move(verb)),
      m_next(Clock::now() + (environment.terminal ? Clock::duration::zero() : std::chrono::seconds(5)))
{
}

void Progress::show(std::size_t done, std::size_t total, const std::string& text)
{
    const Clock::time_point now = Clock::now();
    if (now < m_next)
        return;
    if (m_environment.terminal) {
        m_environment.err << "\r\x1b[K" << bar(done, total) << " " << done << "/" << total << "  " << text
                          << std::flush;
        m_barShown = true;
        m_next = now + std::chrono::milliseconds(100);
    } else {
        m_environment.err << m_verb << " " << done << "/" << total << "  " << text << std::endl;
        m_next = now + std::chrono::seconds(5);
    }
}

void Progress::line(const std::string& text)
{
    end();
    m_environment.err << text << std::endl;
}

void Progress::end()
{
    if (m_barShown)
        m_environment.err << "\r\x1b[K" << std::flush;
    m_barShown = false;
}

} // namespace alexscope::cli
