// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include <utility>
#include <vector>

/// Looking at the frames of a video while a run holds or goes on.
namespace alexscope {

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
    if (m_frame)
        m_inspection->setFrame(*m_frame);
}

std::optional<Clock::time_point> SessionThread::frameDueAt() const
{
    if (!m_frameOwed || !m_frames || !m_inspection || m_inspection->wantsNothing())
        return std::nullopt;
    return m_pace.dueAt(m_request.pace);
}

bool SessionThread::frameWaits() const
{
    const bool lookComesAnyway = m_running && m_slowMotion == 0;
    if (!m_frames || !m_inspection || lookComesAnyway || m_inspection->wantsNothing())
        return false;
    return m_frames->hasNew() || (m_frameOwed && Clock::now() >= m_pace.dueAt(m_request.pace));
}

/// Where every frame is wanted they pass through the network as they come, and the screen sees the latest as often as
/// it can show one.
void SessionThread::lookAtFrame()
{
    if (!frameWaits())
        return;
    if (m_frames->takesEveryFrame() && Clock::now() < m_pace.dueAt(m_request.pace))
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
    std::vector<Frame> frames = m_frames->take(every ? m_inspection->framesAtOnce() : 1);
    if (frames.empty())
        return;
    if (every)
        m_inspection->passFrames(frames);
    m_frame = std::move(frames.back());
    m_frameOwed = true;
    m_inspection->setFrame(*m_frame);
}

} // namespace alexscope
