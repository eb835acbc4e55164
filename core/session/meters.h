// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace alexscope {

using Clock = std::chrono::steady_clock;

inline double secondsBetween(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

inline Clock::duration durationOf(double seconds)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// Looking may cost a fixed share of training: what training takes fills the purse, what looking takes empties it.
class TimeBudget {
public:
    explicit TimeBudget(double share) : m_share(share) {}

    void earned(double seconds) { m_purse = m_purse + seconds * m_share < most ? m_purse + seconds * m_share : most; }
    /// One look may overdraw the purse, and the next has to wait until training has paid for it; looks that somebody
    /// insisted on in between are not added up.
    void spent(double seconds) { m_purse = m_purse - seconds > -seconds ? m_purse - seconds : -seconds; }
    bool allows() const { return m_purse >= 0; }

private:
    static constexpr double most = 0.1; ///< seconds: no burst of looks after a long time without any
    double m_share, m_purse = 0;
};

/// Pictures a second over the last seconds.
class SpeedMeter {
public:
    void restart(Clock::time_point now) { m_marks = {{now, 0}}; }
    void add(Clock::time_point now, std::int64_t pictures)
    {
        m_marks.push_back({now, (m_marks.empty() ? 0 : m_marks.back().pictures) + pictures});
        while (m_marks.size() > 2 && secondsBetween(m_marks[1].time, now) > window)
            m_marks.pop_front();
    }
    double perSecond() const
    {
        if (m_marks.size() < 2)
            return 0;
        const double seconds = secondsBetween(m_marks.front().time, m_marks.back().time);
        return seconds > 0 ? static_cast<double>(m_marks.back().pictures - m_marks.front().pictures) / seconds : 0;
    }

private:
    struct Mark {
        Clock::time_point time;
        std::int64_t pictures;
    };
    static constexpr double window = 3;
    std::deque<Mark> m_marks;
};

/// Not more often than `perSecond`.
class Pace {
public:
    bool due(Clock::time_point now, double perSecond) const
    {
        return !m_last || secondsBetween(*m_last, now) * perSecond >= 1;
    }
    void taken(Clock::time_point now) { m_last = now; }
    /// From when on it is due.
    Clock::time_point dueAt(double perSecond) const
    {
        return m_last && perSecond > 0 ? *m_last + durationOf(1 / perSecond) : Clock::time_point();
    }

private:
    std::optional<Clock::time_point> m_last;
};

} // namespace alexscope
