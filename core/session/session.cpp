// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/session/session_output.h"
#include "core/session/session_thread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace alexscope {

/// The queue between the callers and the one thread, and what comes back.
struct Session::State {
    enum class Kind {
        Plain,
        Opens, ///< start, resume, show
        Waits, ///< for a short step under way: what is asked for one after the other happens one after the other
    };
    struct Command {
        std::function<void(SessionThread&)> action;
        Kind kind = Kind::Plain;
    };

    SessionOutput output;
    Catalogue catalogue;
    OpenData openData;
    OpenKnown openKnown;

    std::mutex mutex; ///< guards what follows
    std::condition_variable changed;
    std::deque<Command> commands;
    int pending = 0;  ///< commands whose effect cannot be seen yet, the one under way included
    int openings = 0; ///< those of them that open a run
    bool closing = false;

    std::thread thread; ///< last: everything it uses is there before it and after it

    void push(std::function<void(SessionThread&)> action, Kind kind = Kind::Plain)
    {
        {
            const std::lock_guard lock(mutex);
            commands.push_back({std::move(action), kind});
            ++pending;
            openings += kind == Kind::Opens;
        }
        changed.notify_all();
    }

    /// A run being prepared is not wanted any more when another is waiting to be opened.
    bool abandoned()
    {
        const std::lock_guard lock(mutex);
        return closing || openings > 1;
    }

    /// The next command, if there is one; waits for it while nothing else is to be done.
    Command next(const SessionThread& work)
    {
        std::unique_lock lock(mutex);
        const auto called = [&] { return closing || !commands.empty() || work.frameWaits(); };
        if (!work.running() && !work.judging()) {
            while (!called()) { // a frame that comes meanwhile may be due later than at once
                if (const auto due = work.frameDueAt())
                    changed.wait_until(lock, *due);
                else
                    changed.wait(lock);
            }
        } else if (work.running() && work.nextPieceAt() > Clock::now())
            changed.wait_until(lock, work.nextPieceAt(), called);
        if (closing || commands.empty() || (commands.front().kind == Kind::Waits && work.stepping()))
            return {};
        Command command = std::move(commands.front());
        commands.pop_front();
        return command;
    }

    /// Carries a command out; whether more are waiting.
    bool carryOut(const Command& command, SessionThread& work)
    {
        command.action(work);
        const std::lock_guard lock(mutex);
        openings -= command.kind == Kind::Opens;
        return !commands.empty();
    }

    /// A frame has come.
    void wake()
    {
        {
            const std::lock_guard lock(mutex); // or it came between the look and the waiting
        }
        changed.notify_all();
    }

    /// The effect of so many commands can be seen now.
    void shown(int count)
    {
        const std::lock_guard lock(mutex);
        pending -= count;
    }

    int pendingCommands()
    {
        const std::lock_guard lock(mutex);
        return pending;
    }

    bool isClosing()
    {
        const std::lock_guard lock(mutex);
        return closing;
    }

    void work()
    {
        SessionThread work({std::move(catalogue), std::move(openData), std::move(openKnown)}, output,
                           [this] { return abandoned(); });
        int carriedOut = 0; // commands nobody has looked at the effect of
        while (true) {
            const Command command = next(work);
            if (isClosing())
                break;
            const bool more = command.action && carryOut(command, work);
            carriedOut += command.action != nullptr;
            if (more && !work.stepping())
                continue; // all that was asked for, then one look at it
            work.settle();
            shown(std::exchange(carriedOut, 0)); // only now, or a caller that waits for 0 would find an older snapshot
            work.lookAtFrame();
            if (work.running() && work.nextPieceAt() <= Clock::now())
                work.advance();
            else if (work.judging())
                work.judgeOn();
        }
        work.close();
    }
};

Session::Session(Catalogue catalogue, OpenData openData, OpenKnown openKnown) : m_state(std::make_unique<State>())
{
    m_state->catalogue = std::move(catalogue);
    m_state->openData = std::move(openData);
    m_state->openKnown = openKnown ? std::move(openKnown) : [](const std::filesystem::path& path, const NetworkSpec&) {
        return openKnownWeights(path);
    };
    m_state->thread = std::thread([state = m_state.get()] { state->work(); });
}

Session::~Session()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->closing = true;
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

void Session::start(RunSpec spec, std::filesystem::path folder)
{
    m_state->push(
        [spec = std::move(spec), folder = std::move(folder)](SessionThread& work) { work.start(spec, folder); },
        State::Kind::Opens);
}

void Session::resume(std::filesystem::path folder)
{
    m_state->push([folder = std::move(folder)](SessionThread& work) { work.resume(folder); }, State::Kind::Opens);
}

void Session::show(std::filesystem::path folder)
{
    m_state->push([folder = std::move(folder)](SessionThread& work) { work.show(folder); }, State::Kind::Opens);
}

void Session::show(std::shared_ptr<const DescribedWeights> weights, RunSpec spec)
{
    m_state->push([weights = std::move(weights),
                   spec = std::move(spec)](SessionThread& work) { work.showWeights(*weights, spec); },
                  State::Kind::Opens);
}

void Session::run(StopCondition until)
{
    m_state->push([until = std::move(until)](SessionThread& work) { work.run(until); }, State::Kind::Waits);
}

void Session::pause()
{
    m_state->push([](SessionThread& work) { work.pause(); });
}

void Session::step(Stride stride)
{
    m_state->push([stride](SessionThread& work) { work.step(stride); }, State::Kind::Waits);
}

void Session::reset(std::optional<std::uint64_t> newSeed)
{
    m_state->push([newSeed](SessionThread& work) { work.reset(newSeed); });
}

void Session::setProbe(ProbeRequest request)
{
    m_state->push([request = std::move(request)](SessionThread& work) { work.setProbe(request); });
}

void Session::setFrames(std::shared_ptr<FrameSource> frames)
{
    m_state->push([frames = std::move(frames), state = m_state.get()](SessionThread& work) {
        work.setFrames(frames, [state] { state->wake(); });
    });
}

void Session::edit(HyperParameterEdit edit)
{
    m_state->push([edit](SessionThread& work) { work.edit(edit); }, State::Kind::Waits);
}

void Session::setSlowMotion(double secondsPerPiece)
{
    m_state->push([secondsPerPiece](SessionThread& work) { work.setSlowMotion(secondsPerPiece); });
}

void Session::saveWeights(std::filesystem::path path)
{
    m_state->push([path = std::move(path)](SessionThread& work) { work.saveWeights(path); }, State::Kind::Waits);
}

void Session::copyWeights()
{
    m_state->push([](SessionThread& work) { work.copyWeights(); }, State::Kind::Waits);
}

void Session::switchOff(std::string layer, int unit)
{
    m_state->push([layer = std::move(layer), unit](SessionThread& work) { work.switchOff(layer, unit); },
                  State::Kind::Waits);
}

void Session::setWeight(std::string layer, int unit, std::ptrdiff_t weight, float value)
{
    m_state->push([layer = std::move(layer), unit, weight,
                   value](SessionThread& work) { work.setWeight(layer, unit, weight, value); },
                  State::Kind::Waits);
}

void Session::undoWhatIf()
{
    m_state->push([](SessionThread& work) { work.undoWhatIf(); }, State::Kind::Waits);
}

void Session::judge()
{
    m_state->push([](SessionThread& work) { work.judge(); }, State::Kind::Waits);
}

SessionStatus Session::status() const
{
    const int pending = m_state->pendingCommands(); // before the rest, which then is no older
    SessionStatus status = m_state->output.status();
    status.pendingCommands = pending;
    return status;
}

std::shared_ptr<const RunDescription> Session::description() const
{
    return m_state->output.description();
}

const Journal& Session::journal() const
{
    return m_state->output.journal;
}

std::shared_ptr<const Snapshot> Session::snapshot() const
{
    return m_state->output.snapshot();
}

std::shared_ptr<const MomentList> Session::moments() const
{
    return m_state->output.moments();
}

std::shared_ptr<const SetPredictions> Session::predictions() const
{
    return m_state->output.predictions();
}

std::shared_ptr<const WeightsCopy> Session::takeWeightsCopy()
{
    return m_state->output.takeWeightsCopy();
}

std::vector<UpdateRatios> Session::ratiosFrom(std::size_t first) const
{
    return m_state->output.ratiosFrom(first);
}

std::vector<HyperParameterChange> Session::changesFrom(std::size_t first) const
{
    return m_state->output.changesFrom(first);
}

std::vector<SessionEvent> Session::takeEvents()
{
    return m_state->output.takeEvents();
}

void Session::setWakeUp(std::function<void()> wakeUp)
{
    m_state->output.setWakeUp(std::move(wakeUp));
}

} // namespace alexscope
