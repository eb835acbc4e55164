// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace alexscope {

/// Keeps a job beside training within its share of the time: after every piece of work it sleeps so long that work
/// takes at most `share` (above 0, up to 1: never sleeps), looking every 50 ms whether to end.
class Pace {
public:
    /// Throws Error for another share.
    explicit Pace(double share);

    /// Call after each piece. `goOn` (may be empty) false ends the sleep.
    void rest(const std::function<bool()>& goOn = {});

private:
    using Clock = std::chrono::steady_clock;

    double m_share;
    Clock::time_point m_since = Clock::now(); ///< end of the last rest
};

} // namespace alexscope
