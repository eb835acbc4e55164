// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/meters.h"
#include "core/session/run_preparation.h"

#include <filesystem>
#include <string>

namespace alexscope {

/// What a run leaves on the disk while it goes: rows, events, checkpoints now and then. Members throw Error.
class RunRecord {
public:
    explicit RunRecord(RunFolder folder, std::int64_t checkpointIteration);

    void row(const MetricsRow& row) { m_folder.append(row); }
    void event(const RecordedEvent& event) { m_folder.appendEvent(event); }
    void flush() { m_folder.flush(); }

    /// Whether training went on since the latest checkpoint / and that is long enough ago.
    bool behind(const Trainer& trainer) const { return trainer.iteration() != m_checkpointIteration; }
    bool checkpointDue(const Trainer& trainer, Clock::time_point now) const;
    void writeCheckpoint(const OpenedRun& run);
    /// Not again before the next is due; after a failure.
    void postponeCheckpoint() { m_lastCheckpoint = Clock::now(); }
    void writeWeights(const OpenedRun& run);
    /// Whether the finished weights are not there: never written, or the writing failed.
    bool lacksWeights() const { return !std::filesystem::exists(m_folder.weights()); }

    const std::filesystem::path& path() const { return m_folder.path(); }

private:
    RunFolder m_folder;
    std::int64_t m_checkpointIteration; ///< -1: none yet
    Clock::time_point m_lastCheckpoint = Clock::now();
    double m_secondsToWrite = 0;
};

/// Everything that travels with the weights of a run.
void saveRunWeights(const std::filesystem::path& path, const OpenedRun& run);

} // namespace alexscope
