// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/events_csv.h"
#include "core/storage/run_spec.h"
#include "core/training/metrics.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <vector>

namespace alexscope {

class FolderClaim;

/// A run on disk:
///   run.json                the RunSpec
///   network.net             the network's text
///   metrics.csv             one line an iteration (header line first)
///   events.csv              iteration, text, change: live edits, divisions of the learning rate, warnings
///   checkpoint.safetensors  the latest state; always whole
///   weights.safetensors     the finished weights
///   moments/                what the views show of its past (MomentStore)
class RunFolder {
public:
    /// Creates the folder. Throws Error when it already holds a run (resume it, or choose another name).
    static RunFolder create(const std::filesystem::path& path, const RunSpec& spec);
    /// Opens an existing run and changes nothing. Throws Error naming what is missing or broken. Before appending to
    /// it, claim() and truncateMetrics().
    static RunFolder open(const std::filesystem::path& path);
    static bool holdsRun(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const RunSpec& spec() const { return m_spec; }
    /// Before writing to a run that was opened: this program's alone, as long as this object lives. Throws Error where
    /// another writes to it. A run that was created is claimed already.
    void claim();
    void rewriteSpec(const RunSpec& spec); ///< when resolved values become known
    std::filesystem::path checkpoint() const { return m_path / "checkpoint.safetensors"; }
    std::filesystem::path weights() const { return m_path / "weights.safetensors"; }
    /// Iteration of the checkpoint, found in its head; −1: there is none yet. Throws Error when it is broken.
    std::int64_t checkpointIteration() const;

    /// Rows so far, a cut-off last line ignored.
    std::vector<MetricsRow> readMetrics() const;
    /// The same one by one, for runs of any length.
    void forEachRow(const std::function<void(const MetricsRow&)>& take) const;
    /// Events so far; none where the file is missing.
    std::vector<RecordedEvent> readEvents() const;
    /// Drops rows after `iteration` (written after the last checkpoint), so that going on leaves no second copy.
    void truncateMetrics(std::int64_t iteration);
    /// Appends; buffered, flushed at most a second later and by flush().
    void append(const MetricsRow& row);
    void appendEvent(const RecordedEvent& event);
    void flush();

private:
    RunFolder(std::filesystem::path path, RunSpec spec);

    std::filesystem::path m_path;
    RunSpec m_spec;
    std::shared_ptr<const FolderClaim> m_claim;
    std::ofstream m_metrics;
    std::chrono::steady_clock::time_point m_lastFlush;
};

} // namespace alexscope
