// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_record.h"

#include "core/storage/weights_file.h"

#include <algorithm>

namespace alexscope {

namespace {

/// A minute of training is the most a crash may cost, but writing may take no more than a fiftieth of the time.
constexpr double secondsBetweenCheckpoints = 60, writingToTraining = 50;

WeightsDescription describe(const OpenedRun& run)
{
    const RunDescription& d = *run.description;
    return {d.otherClasses.value_or(d.data.classNames), run.trainer->options().statistics};
}

} // namespace

RunRecord::RunRecord(RunFolder folder, std::int64_t checkpointIteration)
    : m_folder(std::move(folder)), m_checkpointIteration(checkpointIteration)
{
}

bool RunRecord::checkpointDue(const Trainer& trainer, Clock::time_point now) const
{
    return behind(trainer) && secondsBetween(m_lastCheckpoint, now) >=
                                  std::max(secondsBetweenCheckpoints, writingToTraining * m_secondsToWrite);
}

void RunRecord::writeCheckpoint(const OpenedRun& run)
{
    const Clock::time_point begin = Clock::now();
    Trainer& trainer = *run.trainer;
    m_folder.flush(); // the rows up to the checkpoint lie in the file before it does
    CheckpointState state;
    state.runJson = toJson(m_folder.spec());
    state.iteration = trainer.iteration();
    state.solver = trainer.solver().state();
    state.recipe = trainer.solver().recipe();
    state.dropoutEdits = trainer.dropoutEdits();
    state.seconds = trainer.seconds();
    state.unvalidated = trainer.unvalidated();
    saveCheckpoint(m_folder.checkpoint(), trainer.network(), describe(run), state);
    m_checkpointIteration = state.iteration;
    m_lastCheckpoint = Clock::now();
    m_secondsToWrite = secondsBetween(begin, m_lastCheckpoint);
}

void RunRecord::writeWeights(const OpenedRun& run)
{
    saveRunWeights(m_folder.weights(), run);
}

void saveRunWeights(const std::filesystem::path& path, const OpenedRun& run)
{
    saveWeights(path, run.trainer->network(), describe(run));
}

} // namespace alexscope
