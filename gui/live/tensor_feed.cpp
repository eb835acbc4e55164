// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/tensor_feed.h"

#include <utility>

namespace alexscope::gui {

TensorFeed::TensorFeed(LiveModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    m_timer.setInterval(largePaceMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_due = true;
        emit interestChanged();
    });
    connect(&model, &LiveModel::runChanged, this, &TensorFeed::takeRun);
    connect(&model, &LiveModel::snapshotChanged, this, &TensorFeed::takeSnapshot);
    connect(&model, &LiveModel::statusChanged, this, &TensorFeed::takeStatus);
}

void TensorFeed::watch(TensorSource source)
{
    if (source == m_source)
        return;
    m_source = std::move(source);
    takeRun();
    takeSnapshot(); // another panel may have asked for it already
    emit interestChanged();
}

void TensorFeed::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    m_due = true;
    updateTimer();
}

bool TensorFeed::isTooLarge() const
{
    return static_cast<std::size_t>(m_count) * sizeof(float) > ProbeRequest{}.byteBudget;
}

bool TensorFeed::asks() const
{
    return m_count > 0 && !isTooLarge() && (!isLarge() || !m_running || m_due);
}

void TensorFeed::look(ProbeRequest& request) const
{
    if (asks())
        askFor(m_source, request);
}

void TensorFeed::takeRun()
{
    const auto& run = m_model.run();
    m_count = run && !m_source.isEmpty() ? shapeOf(m_source, *run).count() : 0;
    m_values = nullptr;
    m_crowdedOut = false;
    m_due = true;
    updateTimer();
}

void TensorFeed::takeSnapshot()
{
    const auto& snapshot = m_model.snapshot();
    if (!snapshot || m_source.isEmpty())
        return;
    if (const SnapshotTensor* found = findIn(*snapshot, m_source)) {
        m_values = found->values;
        m_mode = found->mode;
        m_iteration = snapshot->iteration;
        m_crowdedOut = false;
        if (std::exchange(m_due, false) && isLarge() && m_running)
            emit interestChanged(); // not again before the timer says so
    } else {
        m_crowdedOut = snapshot->overBudget && asks();
        const bool onlyInside =
            m_source.kind == TensorKind::StepActivation || m_source.kind == TensorKind::StepGradient;
        if (onlyInside || snapshot->past)
            m_values = nullptr; // the step it belonged to is over, or nobody recorded it
    }
}

void TensorFeed::takeStatus()
{
    const bool running = m_model.status().state == SessionState::Running;
    if (std::exchange(m_running, running) == running)
        return;
    updateTimer();
    if (m_active && isLarge())
        emit interestChanged();
}

void TensorFeed::updateTimer()
{
    if (m_active && m_running && isLarge() && !isTooLarge())
        m_timer.start();
    else
        m_timer.stop();
}

} // namespace alexscope::gui
