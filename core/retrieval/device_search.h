// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/retrieval/progress.h"

#include <memory>

namespace alexscope {

/// The set in the backend's memory, all of it, for NearestOptions::device; null where that backend leaves searching to
/// the processor. On the backend's thread. Throws Error where the set does not fit, Cancelled where `goOn` says no.
std::unique_ptr<VectorSearch> searchOn(Backend& backend, const VectorView& set, const GoOn& goOn = {});

} // namespace alexscope
