// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include <string>
#include <vector>

/// What others see of a run: looks at the network, and how it stands.
namespace alexscope {

namespace {

constexpr double thumbnailsASecond = 6; ///< every second snapshot of a small network

} // namespace

void SessionThread::settle()
{
    if (!m_show || m_running || !m_run)
        return;
    m_show = false;
    publish(true, true);
}

void SessionThread::publishWhenDue(bool updated)
{
    const Clock::time_point now = Clock::now();
    const bool gallery =
        m_galleryBudget.allows() && m_inspection->galleryIsStale() && m_galleryPace.due(now, m_request.galleryPace);
    publishWhatCame();
    if (m_show || m_slowMotion > 0) {
        m_show = false;
        publish(false, gallery);
    } else if (updated && !m_inspection->looking() && !m_inspection->wantsNothing() && m_lookBudget.allows() &&
               m_pace.due(now, m_request.pace)) {
        publish(false, gallery);
    }
}

void SessionThread::publish(bool holding, bool withGallery)
{
    const Clock::time_point begin = Clock::now();
    const bool classifies = withGallery && m_inspection->galleryIsStale();
    showing([&] {
        takeFrames();
        const Clock::time_point look = Clock::now();
        Inspection::Options options;
        options.holding = holding;
        options.withStep = holding || m_slowMotion > 0;
        options.withGallery = withGallery;
        options.withThumbnails = options.withStep || m_thumbnailPace.due(begin, thumbnailsASecond);
        if (options.withThumbnails)
            m_thumbnailPace.taken(begin);
        if (options.withStep)
            m_output.publish(m_inspection->take(options));
        else
            m_inspection->begin(options);
        m_frameOwed = false;
        lookedAtFrame(secondsBetween(look, Clock::now()));
    });
    publishWhatCame();
    if (!holding) // nothing waits for a look at what stands still
        (classifies ? m_galleryBudget : m_lookBudget).spent(secondsBetween(begin, Clock::now()));
    m_pace.taken(begin);
    if (classifies)
        m_galleryPace.taken(begin);
}

/// A look that was begun while the run goes on, as soon as the device has handed it over.
void SessionThread::publishWhatCame()
{
    if (m_inspection->lookReady())
        showing([&] { m_output.publish(m_inspection->finish()); });
}

/// After a failure nothing is looked at any more: the same would go wrong at every look.
void SessionThread::showing(const std::function<void()>& look)
{
    if (attempt(look))
        return;
    m_request = {};
    m_inspection->setRequest({});
}

void SessionThread::updateStatus()
{
    m_output.changeStatus([&](SessionStatus& status) {
        status.state = m_state;
        status.shown = m_shown;
        status.slowMotion = m_slowMotion;
        status.picturesPerSecond = 0;
        status.secondsLeft = 0;
        status.judged = m_judging ? m_judging->done() : 0;
        status.toJudge = m_judging ? m_judging->pictures() : 0;
        if (m_record.has_value() == status.recordedIn.empty())
            status.recordedIn = m_record ? m_record->path().string() : std::string();
        if (!m_run)
            return;
        const Trainer& trainer = *m_run->trainer;
        const RunDescription& description = *m_run->description;
        if (status.device.empty()) {
            status.device = description.spec.resolvedDevice;
            status.precision = description.spec.resolvedPrecision;
            status.threads = std::to_string(description.spec.threads);
            status.classes = static_cast<int>(description.data.classNames.size());
            status.trainingPictures = static_cast<std::int64_t>(description.data.training->size());
            status.validationPictures =
                description.data.validation ? static_cast<std::int64_t>(description.data.validation->size()) : 0;
        }
        status.iteration = trainer.iteration();
        status.lastIteration = trainer.lastIteration();
        status.iterationsPerEpoch = trainer.iterationsPerEpoch();
        status.epoch = trainer.epoch();
        const Solver& solver = m_run->trainer->solver();
        status.learningRate = solver.learningRate();
        status.momentum = solver.recipe().momentum;
        status.weightDecay = solver.recipe().weightDecay;
        status.dropout.clear();
        for (int layer : dropoutLayersOf(description.network))
            status.dropout.push_back(
                {description.network.layers[static_cast<std::size_t>(layer)].name, trainer.dropout(layer)});
        status.next = trainer.next();
        status.whatIf = m_whatIf ? m_whatIf->changes() : std::vector<WhatIfChange>();
        status.done = m_done;
        status.runningTimes = m_clock.running();
        status.steppingTimes = m_clock.stepping();
        if (m_running)
            status.picturesPerSecond = m_speed.perSecond();
        if (status.picturesPerSecond > 0)
            status.secondsLeft =
                static_cast<double>((trainer.lastIteration() - trainer.iteration()) * trainer.options().recipe.batch) /
                status.picturesPerSecond;
    });
}

} // namespace alexscope
