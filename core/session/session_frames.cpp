// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include <utility>

/// Looking at the frames of a video while a run holds or goes on.
namespace alexscope {

void SessionThread::setFrames(std::shared_ptr<FrameSource> frames, std::function<void()> wake)
{
    if (m_frames)
        m_frames->setListener({});
    m_frames = std::move(frames);
    m_frame.reset();
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

bool SessionThread::frameWaits() const
{
    const bool lookComesAnyway = m_running && m_slowMotion == 0;
    return m_frames && m_inspection && !lookComesAnyway && !m_inspection->wantsNothing() && m_frames->hasNew();
}

void SessionThread::lookAtFrame()
{
    if (frameWaits())
        publish(!m_running, false);
}

void SessionThread::takeFrame()
{
    if (!m_frames || m_inspection->wantsNothing())
        return;
    if (std::optional<Frame> frame = m_frames->take()) {
        m_frame = std::move(frame);
        m_inspection->setFrame(*m_frame);
    }
}

} // namespace alexscope
