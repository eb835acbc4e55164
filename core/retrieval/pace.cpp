// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/pace.h"

#include "core/error.h"

#include <algorithm>
#include <thread>

namespace alexscope {

Pace::Pace(double share) : m_share(share)
{
    if (!(share > 0 && share <= 1))
        throw Error(concat("A share of ", share, " of the time is not possible; choose a number above 0, up to 1"));
}

void Pace::rest(const std::function<bool()>& goOn)
{
    constexpr std::chrono::milliseconds look{50};
    const Clock::time_point now = Clock::now();
    const Clock::time_point until =
        now + std::chrono::duration_cast<Clock::duration>((now - m_since) * (1 / m_share - 1));
    for (Clock::time_point at = now; at < until && (!goOn || goOn()); at = Clock::now())
        std::this_thread::sleep_for(std::min<Clock::duration>(look, until - at));
    m_since = Clock::now();
}

} // namespace alexscope
