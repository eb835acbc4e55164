// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/frame_source.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

namespace alexscope {

namespace {

using Clock = std::chrono::steady_clock;

/// A file that is later than this plays on from here: it does not hurry after the time it has lost.
constexpr std::chrono::milliseconds mostLate{250};

Clock::duration between(double framesPerSecond)
{
    return std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(framesPerSecond > 0 ? 1 / framesPerSecond : 0));
}

} // namespace

struct FrameSource::State {
    const Open open;

    mutable std::mutex mutex; ///< guards what follows
    mutable std::condition_variable changed;
    FrameStatus status;
    std::deque<Frame> waiting; ///< until they are taken, oldest first; one, unless every frame is wanted
    bool isCamera = false, frozen = false, looping = true, everyFrame = false, replay = false, stopping = false,
         ended = false;
    std::size_t wanted = 1; ///< at once, by whoever takes them
    int side = 0;           ///< of squares; 0: none
    bool stretch = false;

    std::mutex listenerMutex; ///< of its own: the listener may ask for status and frame
    std::function<void()> listener;

    explicit State(Open o) : open(std::move(o)) {}

    void tell()
    {
        const std::lock_guard lock(listenerMutex);
        if (listener)
            listener();
    }

    void enter(FrameState state)
    {
        {
            const std::lock_guard lock(mutex);
            if (status.state == state)
                return;
            status.state = state;
        }
        tell();
    }

    void fail(const std::string& why)
    {
        {
            const std::lock_guard lock(mutex);
            status.fault = why;
            waiting.clear();
        }
        enter(FrameState::Failed);
    }

    /// While frozen what is looked at stays, but the very first frame is always to be seen.
    bool showsNew() const { return !waiting.empty() && !(frozen && status.taken > 0); }
    /// Whether frames are not wanted now.
    bool held() const { return frozen && (!waiting.empty() || status.taken > 0); }
    bool hasRoom() const { return !everyFrame || waiting.size() < mostWaiting; }

    /// Waits while the file is frozen; false when it is to end.
    bool goesOn()
    {
        {
            std::unique_lock lock(mutex);
            if (held() && !stopping) {
                lock.unlock();
                enter(FrameState::Frozen);
                lock.lock();
                changed.wait(lock, [this] { return stopping || !held(); });
            }
            if (stopping)
                return false;
        }
        enter(FrameState::Playing);
        return true;
    }

    /// A camera is read on while frozen, or it would go on with what it saw then; false when it is to end.
    bool followsCamera()
    {
        bool isHeld = false;
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return false;
            isHeld = held();
        }
        enter(isHeld ? FrameState::Frozen : FrameState::Playing);
        return true;
    }

    /// Until the frame's time has come; where every frame counts, until there is room for it. False when the file is
    /// to end.
    bool waitForTurn(Clock::time_point due)
    {
        {
            std::unique_lock lock(mutex);
            while (!stopping && !held() && !everyFrame && Clock::now() < due)
                changed.wait_until(lock, due);
            changed.wait(lock, [this] { return stopping || held() || hasRoom(); });
        }
        return goesOn();
    }

    /// A newer one takes their place.
    void dropWaiting()
    {
        if (!frozen)
            status.dropped += std::ssize(waiting);
        waiting.clear();
    }

    void hand(Frame frame)
    {
        bool isNews = true;
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
            if (!everyFrame || isCamera)
                dropWaiting();
            waiting.push_back(std::move(frame));
            isNews = waiting.size() == 1 || waiting.size() == wanted;
        }
        if (isNews)
            tell();
    }

    std::shared_ptr<const Image> squareOf(ImageView picture)
    {
        std::unique_lock lock(mutex);
        const int to = everyFrame ? side : 0;
        const bool whole = stretch;
        lock.unlock();
        return to > 0 ? std::make_shared<const Image>(resizeToSquare(picture, to, whole)) : nullptr;
    }

    /// At the end of a file: waits until it is to be played again; false when it is to end.
    bool playsAgain()
    {
        {
            const std::lock_guard lock(mutex);
            ++status.rounds;
            replay = false;
            if (looping || stopping)
                return !stopping;
        }
        enter(FrameState::Ended);
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stopping || looping || replay; });
        return !stopping;
    }

    void play(FrameReader& reader)
    {
        const Clock::duration step = between(reader.perSecond());
        const bool isFile = reader.perSecond() > 0;
        {
            const std::lock_guard lock(mutex);
            status.perSecond = reader.perSecond();
            isCamera = !isFile;
        }
        std::int64_t number = 0;
        Clock::time_point due = Clock::now();
        while (isFile ? goesOn() : followsCamera()) {
            std::optional<Image> image = reader.next();
            if (!image) {
                if (number == 0)
                    return fail("The video holds no picture that can be decoded; choose another file.");
                takeRemark(reader);
                if (!playsAgain() || !reader.rewind())
                    return;
                number = 0;
                continue;
            }
            ++number;
            Frame frame{std::make_shared<const Image>(std::move(*image)), nullptr, number};
            frame.square = squareOf(*frame.picture);
            if (isFile) {
                if (Clock::now() > due + mostLate)
                    due = Clock::now();
                if (!waitForTurn(due))
                    return;
                due = std::min(due, Clock::now()) + step; // where every frame counts they come before their time
            }
            hand(std::move(frame));
        }
    }

    void takeRemark(const FrameReader& reader)
    {
        const std::lock_guard lock(mutex);
        if (status.rounds == 0)
            status.remark = reader.remark();
    }

    void work()
    {
        try {
            const std::unique_ptr<FrameReader> reader = open();
            play(*reader);
        } catch (const std::bad_alloc&) {
            fail("There is not enough memory for the pictures of this video.");
        } catch (const std::exception& error) {
            fail(error.what());
        }
        {
            const std::lock_guard lock(mutex);
            ended = true;
        }
        changed.notify_all();
    }
};

FrameSource::FrameSource(Open open) : m_state(std::make_shared<State>(std::move(open)))
{
    std::thread([state = m_state] { state->work(); }).detach();
}

FrameSource::~FrameSource()
{
    setListener({});
    stop();
}

std::optional<Frame> FrameSource::take()
{
    std::vector<Frame> frames = take(1);
    return frames.empty() ? std::nullopt : std::optional(std::move(frames.front()));
}

std::vector<Frame> FrameSource::take(std::size_t most)
{
    std::vector<Frame> frames;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->wanted = most;
        while (frames.size() < most && m_state->showsNew()) {
            frames.push_back(std::move(m_state->waiting.front()));
            m_state->waiting.pop_front();
            ++m_state->status.taken;
        }
    }
    if (!frames.empty())
        m_state->changed.notify_all();
    return frames;
}

std::size_t FrameSource::waiting() const
{
    const std::lock_guard lock(m_state->mutex);
    if (!m_state->showsNew())
        return 0;
    return m_state->frozen ? 1 : m_state->waiting.size(); // frozen: the very first alone
}

void FrameSource::setFrozen(bool frozen)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->frozen = frozen;
        m_state->replay = !frozen;
    }
    m_state->changed.notify_all();
    m_state->tell(); // a frame that was held back may be taken now
}

void FrameSource::setLooping(bool looping)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->looping = looping;
    }
    m_state->changed.notify_all();
}

void FrameSource::setEveryFrame(bool every)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->everyFrame = every;
        while (!every && m_state->waiting.size() > 1) { // the newest alone
            m_state->waiting.pop_front();
            ++m_state->status.dropped;
        }
    }
    m_state->changed.notify_all();
}

bool FrameSource::queues() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->everyFrame && !m_state->isCamera;
}

void FrameSource::setSquare(int side, bool stretch)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->side = side;
    m_state->stretch = stretch;
}

bool FrameSource::takesEveryFrame() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->everyFrame;
}

FrameStatus FrameSource::status() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->status;
}

void FrameSource::setListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_state->listenerMutex);
    m_state->listener = std::move(listener);
}

void FrameSource::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
        m_state->waiting.clear();
    }
    m_state->changed.notify_all();
}

bool FrameSource::waitForEnd(double seconds) const
{
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return m_state->ended; });
}

} // namespace alexscope
