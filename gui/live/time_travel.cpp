// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/time_travel.h"

#include "core/error.h"
#include "core/session/past.h"
#include "gui/look/engine_sentences.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace alexscope::gui {

namespace {

struct MomentReading {
    std::shared_ptr<const Snapshot> past;
    QString fault;
};

MomentReading read(const MomentList& list, int place, const RunDescription& run)
{
    try {
        return {loadPast(list, static_cast<std::size_t>(place), run), {}};
    } catch (const std::exception& error) {
        return {nullptr, shownSentence(error.what())};
    }
}

} // namespace

TimeTravel::TimeTravel(LiveModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    setPace(m_pace);
    connect(&m_timer, &QTimer::timeout, this, &TimeTravel::playOn);
    connect(&model, &LiveModel::momentsChanged, this, &TimeTravel::takeMoments);
}

int TimeTravel::count() const
{
    return m_model.moments() ? static_cast<int>(m_model.moments()->moments.size()) : 0;
}

std::int64_t TimeTravel::iterationOf(int place) const
{
    if (place < 0 || place >= count())
        return m_model.status().iteration;
    return m_model.moments()->moments[static_cast<std::size_t>(place)].iteration;
}

void TimeTravel::setPace(double momentsPerSecond)
{
    m_pace = std::clamp(momentsPerSecond, 0.1, 60.0);
    m_timer.setInterval(static_cast<int>(1000 / m_pace));
}

/// Moments come and, when the record is full, go; what is looked at stays what it is.
void TimeTravel::takeMoments()
{
    const std::filesystem::path folder = m_model.moments() ? m_model.moments()->folder : std::filesystem::path();
    if (folder != m_folder || count() == 0) { // another past: the model is back at now
        m_folder = folder;
        m_initialFetched = false;
        forget();
    }
    fetchInitialWeights();
    if (m_iteration < 0) {
        m_place = count();
    } else {
        const auto& all = m_model.moments()->moments;
        const auto at = std::lower_bound(all.begin(), all.end(), m_iteration,
                                         [](const MomentInfo& m, std::int64_t i) { return m.iteration < i; });
        m_place = std::min(static_cast<int>(at - all.begin()), count() - 1);
    }
    emit changed();
}

/// What is being read comes too late from now on.
void TimeTravel::forget()
{
    m_timer.stop();
    ++m_ticket;
    m_loading = false;
    m_iteration = m_loaded = -1;
}

/// A run that is taken up again never shows its first weights live; they are the first moment.
void TimeTravel::fetchInitialWeights()
{
    const auto& list = m_model.moments();
    const auto& run = m_model.run();
    if (m_initialFetched || !list || !run || m_model.initialWeights() || list->moments.empty() ||
        list->moments.front().iteration != 0)
        return;
    m_initialFetched = true;
    QThreadPool::globalInstance()->start([list, run, self = QPointer<TimeTravel>(this)] {
        MomentReading reading = read(*list, 0, *run);
        QMetaObject::invokeMethod(qApp, [run, self, past = reading.past] {
            if (!self || !past || self->m_model.run() != run || self->m_model.initialWeights())
                return;
            const auto weights = past->parameters.find(self->m_model.firstWeightName());
            if (weights != past->parameters.end())
                self->m_model.setInitialWeights(weights->second.values);
        });
    });
}

void TimeTravel::goTo(int place)
{
    const int to = std::clamp(place, 0, count());
    if (to == m_place && (to == count()) == (m_iteration < 0))
        return;
    m_place = to;
    if (to == count()) {
        forget();
        m_model.showPast(nullptr);
    } else {
        m_iteration = iterationOf(to);
        load();
    }
    emit changed();
}

void TimeTravel::load()
{
    if (m_loading || m_iteration < 0 || m_loaded == m_iteration || !m_model.run())
        return;
    m_loading = true;
    m_loaded = m_iteration;
    QThreadPool::globalInstance()->start([list = m_model.moments(), run = m_model.run(), place = m_place,
                                          ticket = ++m_ticket, self = QPointer<TimeTravel>(this)] {
        MomentReading reading = read(*list, place, *run);
        QMetaObject::invokeMethod(qApp, [self, ticket, reading = std::move(reading)] {
            if (self)
                self->take(ticket, reading.past, reading.fault);
        });
    });
}

void TimeTravel::take(std::uint64_t ticket, std::shared_ptr<const Snapshot> past, const QString& fault)
{
    if (ticket != m_ticket)
        return;
    m_loading = false;
    if (past)
        m_model.showPast(std::move(past));
    else
        emit failed(fault);
    load(); // somebody went on meanwhile
}

void TimeTravel::setPlaying(bool playing)
{
    if (playing == isPlaying() || (playing && count() == 0))
        return;
    if (playing) {
        m_timer.start();
        if (isNow())
            goTo(0);
    } else {
        m_timer.stop();
    }
    emit changed();
}

void TimeTravel::playOn()
{
    if (!m_loading) // a slow disk slows the film down; no moment is left out
        next();
}

} // namespace alexscope::gui
