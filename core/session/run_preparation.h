// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/training/trainer.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alexscope {

/// Thrown inside the session when what is being prepared is no longer wanted; never leaves its thread.
struct Abandoned {};

/// One run, opened: everything its thread works with.
struct OpenedRun {
    std::unique_ptr<Backend> backend;
    std::unique_ptr<Trainer> trainer; ///< after the backend: ends before it
    std::shared_ptr<const RunDescription> description;
    std::vector<std::string> remarks, warnings; ///< sentences
};

struct PreparationTools {
    const Catalogue& catalogue;
    const Session::OpenData& openData;
    const Session::OpenKnown& openKnown;
    std::function<bool()> cancelled;
};

/// Opens data and device, counts the set's statistics, builds the network with the seed's weights or those the run
/// starts from. `known`: the statistics of a checkpoint that will be loaded afterwards. Throws Error or Abandoned.
OpenedRun openRun(RunSpec spec, const PreparationTools& tools,
                  const std::optional<SetStatistics>& known = std::nullopt);

/// A finished run as it ended, to be looked at: the finished weights, the cursor after the last row. The folder stays
/// as it is. Throws Error, also when there are no finished weights.
OpenedRun openFinishedRun(const RunFolder& folder, const PreparationTools& tools);

/// Known weights to be looked at, with their own network and classes; layers the file lacks are 0. Nothing can be
/// trained with what comes out: the labels may be of other classes. Throws Error.
OpenedRun openShownWeights(const DescribedWeights& known, RunSpec spec, const PreparationTools& tools);

/// Takes a run up again where its checkpoint stands (or at the beginning when there is none yet), on the same kind of
/// device if it is there. The folder is claimed, and its metrics end at that iteration afterwards.
OpenedRun reopenRun(RunFolder& folder, const PreparationTools& tools);

} // namespace alexscope
