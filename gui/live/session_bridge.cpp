// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/session_bridge.h"

#include "core/formats/import.h"

namespace alexscope::gui {

namespace {

constexpr int pullMilliseconds = 33;
/// After this many pulls without news in a state that brings none, the timer stops until somebody wakes it.
constexpr int quietPullsBeforeSleep = 15;

bool expectsNews(SessionState state)
{
    return state == SessionState::Running || state == SessionState::Preparing;
}

bool sameForTheScreen(const SessionStatus& a, const SessionStatus& b)
{
    const auto samePiece = [](const Piece& x, const Piece& y) { return x.kind == y.kind && x.kernel == y.kernel; };
    const bool sameDone = a.done.has_value() == b.done.has_value() && (!a.done || samePiece(*a.done, *b.done));
    return (a.pendingCommands == 0) == (b.pendingCommands == 0) && sameDone && a.momentum == b.momentum &&
           a.weightDecay == b.weightDecay && a.dropout == b.dropout && a.slowMotion == b.slowMotion &&
           a.state == b.state && a.iteration == b.iteration && a.next.kind == b.next.kind &&
           a.next.kernel == b.next.kernel && a.picturesPerSecond == b.picturesPerSecond &&
           a.learningRate == b.learningRate && a.secondsLeft == b.secondsLeft && a.device == b.device &&
           a.precision == b.precision && a.lastIteration == b.lastIteration && a.whatIf == b.whatIf &&
           a.judged == b.judged && a.toJudge == b.toJudge && a.recordedIn == b.recordedIn && a.shown == b.shown &&
           a.runningTimes == b.runningTimes && a.steppingTimes == b.steppingTimes;
}

} // namespace

SessionBridge::SessionBridge(Catalogue catalogue, Session::OpenData openData, LiveModel& model, QObject* parent)
    : QObject(parent), m_model(model),
      m_session(std::make_unique<Session>(std::move(catalogue), std::move(openData), openAnyKnownWeights))
{
    m_timer.setInterval(pullMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SessionBridge::pull);
    // Queued: the session's thread only posts an event, and one posted to a bridge that is gone is dropped by Qt. And
    // only where it sleeps: there is news hundreds of times a second, and each event would take a core from training.
    m_session->setWakeUp([this] {
        if (!m_awake.exchange(true))
            QMetaObject::invokeMethod(this, &SessionBridge::wake, Qt::QueuedConnection);
    });
}

SessionBridge::~SessionBridge()
{
    m_session.reset(); // joins its thread while this object can still receive the last wake-up
}

void SessionBridge::start(const RunSpec& spec, const std::filesystem::path& folder)
{
    m_session->start(spec, folder);
    wake();
}

void SessionBridge::resume(const std::filesystem::path& folder)
{
    m_session->resume(folder);
    wake();
}

void SessionBridge::show(const std::filesystem::path& folder)
{
    m_session->show(folder);
    wake();
}

void SessionBridge::show(std::shared_ptr<const DescribedWeights> weights, const RunSpec& spec)
{
    m_session->show(std::move(weights), spec);
    wake();
}

void SessionBridge::saveWeights(const std::filesystem::path& file)
{
    m_session->saveWeights(file);
    wake();
}

void SessionBridge::copyWeights()
{
    m_session->copyWeights();
    wake();
}

void SessionBridge::run(const StopCondition& until)
{
    m_session->run(until);
    wake();
}

void SessionBridge::pause()
{
    m_session->pause();
    wake();
}

void SessionBridge::step(Stride stride)
{
    m_session->step(stride);
    wake();
}

void SessionBridge::reset()
{
    m_session->reset();
    wake();
}

void SessionBridge::reseed(std::uint64_t seed)
{
    m_session->reset(seed);
    wake();
}

void SessionBridge::setProbe(const ProbeRequest& request)
{
    m_session->setProbe(request);
    wake();
}

void SessionBridge::setFrames(std::shared_ptr<FrameSource> frames)
{
    m_session->setFrames(std::move(frames));
    wake();
}

void SessionBridge::switchOff(const QString& layer, int unit)
{
    m_session->switchOff(layer.toStdString(), unit);
    wake();
}

void SessionBridge::setWeight(const QString& layer, int unit, std::ptrdiff_t weight, float value)
{
    m_session->setWeight(layer.toStdString(), unit, weight, value);
    wake();
}

void SessionBridge::undoWhatIf()
{
    m_session->undoWhatIf();
    wake();
}

void SessionBridge::judge()
{
    m_session->judge();
    wake();
}

void SessionBridge::edit(const HyperParameterEdit& edit)
{
    m_session->edit(edit);
    wake();
}

void SessionBridge::setSlowMotion(double secondsPerPiece)
{
    m_session->setSlowMotion(secondsPerPiece);
    wake();
}

void SessionBridge::wake()
{
    m_quietPulls = 0;
    if (!m_timer.isActive())
        m_timer.start();
}

void SessionBridge::pull()
{
    if (m_quietPulls + 1 >= quietPullsBeforeSleep)
        m_awake = false; // before looking: what comes after the look wakes it again
    bool news = pullDescription();
    if (const auto moments = m_session->moments(); moments != m_model.moments()) {
        m_model.setMoments(moments);
        news = true;
    }
    // Read before the rows and shown after them: a status that names iteration n finds row n already on the curves.
    const SessionStatus status = m_session->status();
    news |= pullRows();
    news |= pullSnapshot();
    news |= pullPredictions();
    if (!sameForTheScreen(status, m_model.status())) {
        m_model.setStatus(status);
        news = true;
    }
    if (const auto copy = m_session->takeWeightsCopy()) {
        emit weightsCopied(copy);
        news = true;
    }
    for (const SessionEvent& event : m_session->takeEvents()) {
        emit eventArrived(event);
        news = true;
    }
    m_quietPulls = news || expectsNews(status.state) || status.toJudge > 0 ? 0 : m_quietPulls + 1;
    if (m_quietPulls >= quietPullsBeforeSleep)
        m_timer.stop();
}

bool SessionBridge::pullDescription()
{
    const auto description = m_session->description();
    const auto& shown = m_model.run();
    if (description == shown)
        return false;
    if (description && shown && description->opening == shown->opening) {
        m_model.editRun(description);
        return true;
    }
    if (shown || !description) // else the rows so far are this run's, read while it was opened
        m_rowsSeen = m_ratiosSeen = m_changesSeen = 0;
    m_model.setRun(description);
    return true;
}

bool SessionBridge::pullRows()
{
    const JournalPart part = m_session->journal().read(m_generation, m_rowsSeen);
    if (part.generation != m_generation) {
        m_generation = part.generation;
        m_ratiosSeen = m_changesSeen = 0;
        m_model.restartRows();
    }
    m_rowsSeen = part.next;
    const std::vector<UpdateRatios> ratios = m_session->ratiosFrom(m_ratiosSeen);
    const std::vector<HyperParameterChange> changes = m_session->changesFrom(m_changesSeen);
    m_model.appendRows(part.rows);
    if (m_session->journal().generation() != m_generation)
        return true; // begun anew in between: ratios and changes may be the new ones already, the next pull starts over
    m_ratiosSeen += ratios.size();
    m_changesSeen += changes.size();
    m_model.appendRatios(ratios);
    m_model.appendChanges(changes);
    return !(part.rows.empty() && ratios.empty() && changes.empty());
}

bool SessionBridge::pullSnapshot()
{
    const auto snapshot = m_session->snapshot();
    if (!snapshot || snapshot->serial == m_serialSeen)
        return false;
    m_serialSeen = snapshot->serial;
    m_model.setSnapshot(snapshot);
    return true;
}

/// Those of a run whose description comes with the next pull wait for it.
bool SessionBridge::pullPredictions()
{
    const auto predictions = m_session->predictions();
    const auto& run = m_model.run();
    if (predictions == m_predictionsSeen || (predictions && (!run || predictions->opening != run->opening)))
        return false;
    m_predictionsSeen = predictions;
    m_model.setPredictions(predictions);
    return true;
}

} // namespace alexscope::gui
