// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/frame_reader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alexscope {

/// One picture of a video.
struct Frame {
    std::shared_ptr<const Image> picture;
    std::shared_ptr<const Image> square; ///< the same as FrameSource::setSquare() asks for it; may be null
    std::int64_t number = 0;             ///< in the file, or since the camera was opened; from 1 on
};

enum class FrameState {
    Opening,
    Playing,
    Frozen,
    Ended,  ///< the file is through and not played again; its last frame stays
    Failed, ///< see FrameStatus::fault
};

struct FrameStatus {
    FrameState state = FrameState::Opening;
    std::string fault;        ///< why it failed, as a sentence
    std::string remark;       ///< FrameReader::remark() of the first time through
    double perSecond = 0;     ///< FrameReader::perSecond()
    std::int64_t taken = 0;   ///< frames somebody took
    std::int64_t dropped = 0; ///< frames that a newer one replaced before anybody took them
    std::int64_t rounds = 0;  ///< how often the file was played to its end
};

/// Reads a video on a thread of its own and holds the newest frame ready: whoever takes it later finds a newer one, and
/// what lies between is dropped. So memory is bounded: one frame waits, one is being read. A file plays at its own
/// pace, or, when every frame is wanted, as fast as frames are taken: then a few of them wait, mostWaiting at most. All
/// members may be called from any thread.
///
/// Opening and reading may hang in a driver: nobody ever waits for the thread. It owns all it uses and ends by itself.
class FrameSource {
public:
    /// Opens the video, on the source's thread; throws Error.
    using Open = std::function<std::unique_ptr<FrameReader>()>;

    explicit FrameSource(Open open);
    /// Ends; see waitForEnd.
    ~FrameSource();
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;

    /// So many frames wait for whoever wants every one of them.
    static constexpr std::size_t mostWaiting = 32;

    /// The frame nobody has taken yet: the newest, or the next where every frame is wanted.
    std::optional<Frame> take();
    /// All of them, at most `most`, in order. The listener is then told of the first that comes and of the one with
    /// which there are `most`, not of every one between.
    std::vector<Frame> take(std::size_t most);
    /// How many could be taken.
    std::size_t waiting() const;
    bool hasNew() const { return waiting() > 0; }

    /// Nothing new comes until it is let go on; a camera goes on where it is then, a file where it stopped. Letting go
    /// on what has ended plays it again.
    void setFrozen(bool frozen);
    /// Begin again at the end of a file; true at first.
    void setLooping(bool looping);
    /// Drop nothing: the file waits for whoever takes its frames. False at first; a camera does not wait.
    void setEveryFrame(bool every);
    bool takesEveryFrame() const;
    /// Whether frames queue up for their taker: every one is wanted, and it is a file.
    bool queues() const;
    /// Where every frame is wanted each comes resized, too (resizeToSquare), so that this is done while the frames
    /// before it are looked at. Side 0, as it is at first: none does.
    void setSquare(int side, bool stretch);

    FrameStatus status() const;
    /// Called, on the source's thread or that of setFrozen(), when a new frame may be there or the state has changed.
    /// Once this returns, the function set before is not running and will not be called again.
    void setListener(std::function<void()> listener);

    /// No more frames; returns at once.
    void stop();
    /// Whether the thread has ended within so many seconds.
    bool waitForEnd(double seconds) const;

private:
    struct State;
    std::shared_ptr<State> m_state; ///< the thread's, too
};

} // namespace alexscope
