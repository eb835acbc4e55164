// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_thread.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace alexscope {

namespace {

/// How long one advance() may wait for pictures before commands are looked at again.
constexpr double patience = 0.02;
constexpr std::int64_t mostRatios = 2000;

} // namespace

SessionThread::SessionThread(Sources sources, SessionOutput& output, std::function<bool()> abandoned)
    : m_sources(std::move(sources)), m_output(output), m_abandoned(std::move(abandoned))
{
}

SessionThread::~SessionThread()
{
    if (m_frames)
        m_frames->setListener({});
}

// ---- Guards and words

bool SessionThread::attempt(const std::function<void()>& action)
{
    try {
        action();
        return true;
    } catch (const std::bad_alloc&) {
        say(EventKind::Error, "There was not enough memory for that");
    } catch (const std::exception& error) {
        say(EventKind::Error, error.what());
    }
    return false;
}

void SessionThread::orFail(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Abandoned&) {
        m_run.reset();
    } catch (const std::bad_alloc&) {
        fail("There is not enough memory: choose a smaller batch or a smaller network");
    } catch (const std::exception& error) {
        fail(error.what());
    }
}

void SessionThread::fail(const std::string& text)
{
    m_running = m_shown = false;
    say(EventKind::Error, text);
    endMoments();
    endJudging();
    m_inspection.reset();
    m_whatIf.reset();
    m_record.reset();
    m_run.reset();
    m_state = SessionState::Failed;
    updateStatus();
}

void SessionThread::say(EventKind kind, const std::string& text, bool record)
{
    publishEvent({kind, m_run ? m_run->trainer->iteration() : 0, text, std::nullopt}, record);
}

void SessionThread::sayChange(const std::string& text, HyperParameterChange change)
{
    change.iteration = m_run->trainer->iteration();
    m_output.addChange(change);
    publishEvent({EventKind::Information, change.iteration, text, change}, true);
}

void SessionThread::publishEvent(const SessionEvent& event, bool record)
{
    m_output.addEvent(event);
    if (!record || !m_record)
        return;
    try {
        m_record->event({event.iteration, event.text, event.change});
    } catch (const Error& error) {
        m_output.addEvent({EventKind::Warning, event.iteration, error.what(), std::nullopt});
    }
}

bool SessionThread::needsRun(const char* command)
{
    if (m_run)
        return true;
    say(EventKind::Error, concat("There is no run to ", command, "; start one first"));
    return false;
}

bool SessionThread::needsTraining(const char* command)
{
    if (needsRun(command) && m_shown)
        reset(std::nullopt);
    return m_run.has_value();
}

// ---- Opening

PreparationTools SessionThread::tools()
{
    return {m_sources.catalogue, m_sources.openData, m_sources.openKnown, m_abandoned};
}

void SessionThread::prepare(const std::function<void()>& open)
{
    close();
    m_state = SessionState::Preparing;
    m_output.changeStatus([](SessionStatus& status) {
        const double slowMotion = status.slowMotion;
        status = {};
        status.slowMotion = slowMotion;
        status.state = SessionState::Preparing;
    });
    m_output.setDescription(nullptr);
    m_output.publish(nullptr);
    m_output.setPredictions(nullptr);
    m_output.clearCurves();
    orFail(open);
}

void SessionThread::start(const RunSpec& spec, const std::filesystem::path& folder)
{
    prepare([&] {
        if (!folder.empty() && RunFolder::holdsRun(folder)) // said before the long preparation rather than after it
            throw Error(concat(folder.string(), " already holds a run; resume it or choose another folder"));
        m_run = openRun(spec, tools());
        if (!folder.empty())
            m_record.emplace(RunFolder::create(folder, m_run->description->spec), -1);
        opened(concat("Started with seed ", spec.seed, " on ", m_run->description->backend.device, ", ",
                      m_run->description->spec.resolvedPrecision));
    });
}

void SessionThread::readPast(const RunFolder& folder)
{
    folder.forEachRow([&](const MetricsRow& row) { // one by one: readers keep up with a run of any length
        m_output.journal.append(row);
        if (!std::isnan(row.validationTop1))
            m_validationError = row.validationTop1;
    });
    for (const RecordedEvent& event : folder.readEvents())
        if (event.change && event.iteration <= m_run->trainer->iteration())
            m_output.addChange(*event.change);
}

void SessionThread::show(const std::filesystem::path& path)
{
    prepare([&] {
        const RunFolder folder = RunFolder::open(path);
        m_run = openFinishedRun(folder, tools());
        readPast(folder);
        m_shown = true;
        opened(concat("Shown as it ended at iteration ", m_run->trainer->iteration()));
    });
}

void SessionThread::showWeights(const DescribedWeights& weights, const RunSpec& spec)
{
    prepare([&] {
        m_run = openShownWeights(weights, spec, tools());
        m_shown = true;
        opened(concat("Weights of ", weights.weights.file.path().string()));
    });
}

void SessionThread::resume(const std::filesystem::path& path)
{
    prepare([&] {
        RunFolder folder = RunFolder::open(path);
        m_run = reopenRun(folder, tools());
        readPast(folder);
        m_record.emplace(std::move(folder), m_run->trainer->iteration());
        opened(concat("Resumed at iteration ", m_run->trainer->iteration()));
    });
}

void SessionThread::opened(const std::string& how)
{
    RunDescription description = *m_run->description;
    description.network = m_run->trainer->network().spec(); // a checkpoint may bring edits
    description.opening = ++m_openings;
    description.shown = m_shown;
    m_run->description = std::make_shared<RunDescription>(std::move(description));
    m_done.reset();
    m_inspection.emplace(*m_run->trainer, *m_run->backend);
    m_whatIf.emplace(*m_run->trainer, *m_run->backend);
    m_inspection->restored(!m_shown); // finished weights come without the velocities of their last step
    applyRequest();
    m_clock = {};
    m_watch.emplace(m_run->description->network.outputClasses());
    m_output.setDescription(m_run->description);
    beginMoments(m_record ? m_record->path() / "moments" : std::filesystem::path());
    say(EventKind::Information, how);
    for (const std::string& remark : m_run->remarks)
        say(EventKind::Information, remark);
    if (!m_shown && m_run->trainer->keepsPictures())
        sayWhatStays();
    for (const std::string& warning : m_run->warnings)
        say(EventKind::Warning, warning);
    hold();
}

void SessionThread::sayWhatStays()
{
    const std::size_t pictures = m_run->description->data.training->size();
    const auto side = static_cast<std::size_t>(m_run->description->augmenter->resizedSide());
    say(EventKind::Information,
        concat("The ", pictures, " training pictures stay on the device once they have been there: ",
               (pictures * side * side * 3 >> 20) + 1, " MiB"));
}

void SessionThread::close()
{
    if (m_run)
        checkpointIf(true);
    m_running = m_shown = false;
    m_weightsLost = false;
    m_validationError = noValidation;
    endMoments();
    endJudging();
    m_inspection.reset();
    m_whatIf.reset();
    m_record.reset();
    m_run.reset();
}

// ---- Going and holding

void SessionThread::run(const StopCondition& until)
{
    if (needsTraining("go on with"))
        attempt([&] { go(StopRule(until, *m_run->trainer)); });
}

void SessionThread::step(Stride stride)
{
    if (needsTraining("step through"))
        go(StopRule(stride, *m_run->trainer));
}

void SessionThread::go(StopRule rule)
{
    Trainer& trainer = *m_run->trainer;
    if (trainer.finished()) {
        hold();
        say(EventKind::Information, "The run is done; reset it, or start one with more epochs", false);
        return;
    }
    if (rule.alreadyReached(trainer, m_validationError)) {
        say(EventKind::Information, "What the run was to stop at is reached already", false);
        return;
    }
    recordMomentIf(trainer.iteration() == 0 && m_moments && m_moments->latest() < 0);
    endJudging();
    m_rule = rule;
    trainer.setStepwise(m_slowMotion > 0 || rule.wantsStepwise());
    if (!m_running)
        m_speed.restart(Clock::now());
    m_nextPieceAt = Clock::now();
    m_running = true;
    m_state = SessionState::Running;
    updateStatus();
}

void SessionThread::pause()
{
    if (!m_running)
        return;
    hold();
    checkpointIf(m_record && m_record->behind(*m_run->trainer));
}

void SessionThread::hold()
{
    m_running = false;
    m_show = false;
    publish(true, true); // first: what is on the screen is what is on the device
    const bool finished = m_run->trainer->finished() && !m_shown;
    if (finished && m_record && (m_record->behind(*m_run->trainer) || m_record->lacksWeights())) {
        checkpointIf(m_record->behind(*m_run->trainer));
        attempt([&] { m_record->writeWeights(*m_run); });
    }
    recordMomentIf(finished ? m_moments && m_moments->latest() < m_run->trainer->iteration() : momentDue());
    m_state = finished ? SessionState::Finished : SessionState::Holding;
    updateStatus();
    if (m_record)
        attempt([&] { m_record->flush(); });
}

// ---- One piece

void SessionThread::advance()
{
    orFail([&] { onePiece(); });
}

void SessionThread::onePiece()
{
    Trainer& trainer = *m_run->trainer;
    if (!trainer.ready(patience))
        return;
    const Clock::time_point begin = Clock::now();
    const Piece piece = trainer.next();
    const bool stepwise = trainer.nextStepwise(), timed = m_clock.wants(piece, stepwise, begin);
    if (piece.kind == PieceKind::Load) {
        trainer.setWhole(!timed);
        if ((trainer.iteration() + 1) % ratioInterval() == 0)
            trainer.requestRatios();
    }
    const double rateBefore = trainer.solver().learningRate();
    const std::optional<MetricsRow> row = trainer.advance();
    const bool isUpdate = trainer.done().kind == PieceKind::Update;
    if (timed)
        m_run->backend->synchronise(); // a device may still be at what advance() asked of it
    const double seconds = secondsBetween(begin, Clock::now());
    if (timed)
        m_clock.add(piece, stepwise, seconds);
    m_lookBudget.earned(seconds);
    m_galleryBudget.earned(seconds);
    m_done = trainer.done();
    m_pieceDoneAt = Clock::now();
    if (piece.kind == PieceKind::Load)
        describeAgain();
    m_momentBudget.earned(seconds);
    if (trainer.solver().learningRate() != rateBefore)
        sayChange(concat("Learning rate divided: from ", rateBefore, " to ", trainer.solver().learningRate()),
                  {0, HyperParameter::LearningRate, rateBefore, trainer.solver().learningRate(), false});
    if (isUpdate)
        afterUpdate();
    if (row)
        takeRow(*row);
    if (m_weightsLost)
        return hold();
    if (trainer.finished()) {
        say(EventKind::Information, concat("The run is done: ", trainer.iteration(), " iterations"));
        return hold();
    }
    if (m_rule->reached(trainer, m_validationError)) {
        const bool wasFree = !m_rule->wantsStepwise() && m_slowMotion == 0;
        hold();
        checkpointIf(wasFree && m_record && m_record->checkpointDue(trainer, Clock::now()));
        return;
    }
    publishWhenDue(isUpdate);
    recordMomentIf(isUpdate && momentDue(), m_momentBudget.allows());
    updateStatus();
    checkpointIf(m_record && m_record->checkpointDue(trainer, Clock::now()));
    if (m_slowMotion > 0)
        m_nextPieceAt = Clock::now() + durationOf(m_slowMotion);
}

void SessionThread::afterUpdate()
{
    Trainer& trainer = *m_run->trainer;
    m_inspection->parametersChanged();
    m_speed.add(Clock::now(), trainer.options().recipe.batch);
    if (trainer.latestRatios() && trainer.latestRatios()->iteration == trainer.iteration())
        m_output.addRatios(*trainer.latestRatios());
}

void SessionThread::takeRow(const MetricsRow& row)
{
    m_output.journal.append(row);
    if (m_record)
        m_record->row(row);
    if (!std::isnan(row.validationTop1)) {
        m_validationError = row.validationTop1;
        publishPredictions(m_run->trainer->takePredictions());
    }
    const LossVerdict verdict = m_watch->take(row.loss);
    if (verdict == LossVerdict::Fine)
        return;
    m_weightsLost = verdict == LossVerdict::NotFinite;
    say(m_weightsLost ? EventKind::Error : EventKind::Warning, m_watch->advice(verdict, row.learningRate));
}

std::int64_t SessionThread::ratioInterval() const
{
    return std::max<std::int64_t>(1, m_run->trainer->lastIteration() / mostRatios);
}

} // namespace alexscope
