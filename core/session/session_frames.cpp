// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include <algorithm>
#include <utility>
#include <vector>

/// Looking at the frames of a video while a run holds or goes on.
namespace alexscope {

namespace {

/// Of the time while every frame passes so much goes into showing one: of a large network a look costs as much as many
/// frames.
constexpr double lookShare = 0.12;

} // namespace

void SessionThread::setFrames(std::shared_ptr<FrameSource> frames, std::function<void()> wake)
{
    if (m_frames)
        m_frames->setListener({});
    m_frames = std::move(frames);
    m_frame.reset();
    m_frameOwed = false;
    if (m_inspection)
        m_inspection->forgetFrames();
    m_show = true;
    if (m_frames)
        m_frames->setListener(std::move(wake));
    applyRequest();
}

/// The pinned picture is that of the request until the first frame comes.
void SessionThread::applyRequest()
{
    if (!m_inspection)
        return;
    m_inspection->setRequest(m_request);
    if (m_frames)
        m_frames->setSquare(m_run->trainer->augmenter()->resizedSide(),
                            m_run->trainer->augmenter()->preprocessing().stretch);
    if (m_frame)
        m_inspection->setFrame(*m_frame);
}

std::optional<Clock::time_point> SessionThread::frameDueAt() const
{
    if (!m_frames || !m_inspection || m_inspection->wantsNothing())
        return std::nullopt;
    if (!m_frameOwed && !m_frames->hasNew())
        return std::nullopt;
    return frameLookAt();
}

Clock::time_point SessionThread::frameLookAt() const
{
    const Clock::time_point due = m_pace.dueAt(m_request.pace);
    return m_frames->takesEveryFrame() ? std::max(due, m_frameLookAt) : due;
}

void SessionThread::lookedAtFrame(double seconds)
{
    m_frameLookAt = Clock::now() + durationOf(seconds * (1 / lookShare - 1));
}

bool SessionThread::frameWaits() const
{
    const bool lookComesAnyway = m_running && m_slowMotion == 0;
    if (!m_frames || !m_inspection || lookComesAnyway || m_inspection->wantsNothing())
        return false;
    const bool isDue = Clock::now() >= frameLookAt();
    if (m_frames->queues() && !isDue)
        return m_frames->waiting() >= m_inspection->framesAtOnce();
    return m_frames->hasNew() || (m_frameOwed && isDue);
}

/// Where every frame is wanted they pass through the network in whole batches as they come, and the screen sees the
/// latest as often as it can show one.
void SessionThread::lookAtFrame()
{
    if (!frameWaits())
        return;
    if (m_frames->takesEveryFrame() && Clock::now() < frameLookAt())
        passFrames();
    else
        publish(!m_running, false);
}

void SessionThread::passFrames()
{
    showing([&] { takeFrames(); });
}

void SessionThread::takeFrames()
{
    if (!m_frames || m_inspection->wantsNothing())
        return;
    const bool every = m_frames->takesEveryFrame();
    const std::size_t atOnce = every ? m_inspection->framesAtOnce() : 1;
    if (m_frameOwed && m_frames->queues() && m_frames->waiting() < atOnce)
        return; // the latest that has passed is shown; these become a whole batch
    std::vector<Frame> frames = m_frames->take(atOnce);
    if (frames.empty())
        return;
    if (every) {
        m_inspection->passFrames(frames);
        m_inspection->framesWaitAfterPass(m_frames->waiting());
    }
    m_frame = std::move(frames.back());
    m_frameOwed = true;
    m_inspection->setFrame(*m_frame);
}

} // namespace alexscope
