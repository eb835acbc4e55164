// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/probe.h"
#include "core/session/session.h"
#include "core/storage/moment_store.h"

#include <cstddef>
#include <memory>

namespace alexscope {

/// A recorded moment as what the screen looks at. What was not recorded is absent, and so is what does not fit the
/// run's network in name or shape, whoever wrote it. Any thread.
std::shared_ptr<const Snapshot> pastSnapshot(const Moment& moment, const RunDescription& run);

/// Reads a moment of the list. Throws Error when it cannot be read, or is not there any more.
std::shared_ptr<const Snapshot> loadPast(const MomentList& list, std::size_t index, const RunDescription& run);

} // namespace alexscope
