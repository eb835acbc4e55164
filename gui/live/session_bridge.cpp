// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/session_bridge.h"

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
    return a.state == b.state && a.iteration == b.iteration && a.next.kind == b.next.kind &&
           a.next.kernel == b.next.kernel && a.picturesPerSecond == b.picturesPerSecond &&
           a.learningRate == b.learningRate && a.secondsLeft == b.secondsLeft && a.device == b.device &&
           a.precision == b.precision && a.lastIteration == b.lastIteration && a.runningTimes == b.runningTimes &&
           a.steppingTimes == b.steppingTimes;
}

} // namespace

SessionBridge::SessionBridge(Catalogue catalogue, Session::OpenData openData, LiveModel& model, QObject* parent)
    : QObject(parent), m_model(model), m_session(std::make_unique<Session>(std::move(catalogue), std::move(openData)))
{
    m_timer.setInterval(pullMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SessionBridge::pull);
    // Queued: the session's thread only posts an event, and one posted to a bridge that is gone is dropped by Qt.
    m_session->setWakeUp([this] { QMetaObject::invokeMethod(this, &SessionBridge::wake, Qt::QueuedConnection); });
}

SessionBridge::~SessionBridge()
{
    m_session.reset(); // joins its thread while this object can still receive the last wake-up
}

void SessionBridge::start(const RunSpec& spec)
{
    m_session->start(spec);
    wake();
}

void SessionBridge::run()
{
    m_session->run();
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

void SessionBridge::wake()
{
    m_quietPulls = 0;
    if (!m_timer.isActive())
        m_timer.start();
}

void SessionBridge::pull()
{
    bool news = false;
    const auto description = m_session->description();
    if (description != m_model.run()) {
        m_rowsSeen = 0;
        m_model.setRun(description);
        news = true;
    }
    // Read before the rows and shown after them: a status that names iteration n finds row n already on the curves.
    const SessionStatus status = m_session->status();
    news |= pullRows();
    news |= pullSnapshot();
    if (!sameForTheScreen(status, m_model.status())) {
        m_model.setStatus(status);
        news = true;
    }
    for (const SessionEvent& event : m_session->takeEvents()) {
        emit eventArrived(event);
        news = true;
    }
    m_quietPulls = news || expectsNews(status.state) ? 0 : m_quietPulls + 1;
    if (m_quietPulls >= quietPullsBeforeSleep)
        m_timer.stop();
}

bool SessionBridge::pullRows()
{
    const Journal& journal = m_session->journal();
    const std::uint64_t generation = journal.generation();
    if (generation != m_generation) {
        m_generation = generation;
        m_rowsSeen = 0;
        m_model.restartRows();
    }
    const std::vector<MetricsRow> rows = journal.rowsFrom(m_rowsSeen);
    if (journal.generation() != generation || rows.empty())
        return false; // begun anew in between: the next pull starts over
    m_rowsSeen += rows.size();
    m_model.appendRows(rows);
    return true;
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

} // namespace alexscope::gui
