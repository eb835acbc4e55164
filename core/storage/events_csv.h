// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/hyper_parameter_change.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The lines of events.csv: iteration, text; and of changed hyper-parameters which, from, to and why, so that nobody
/// has to read it out of the text.
namespace alexscope {

struct RecordedEvent {
    std::int64_t iteration = 0;
    std::string text;
    std::optional<HyperParameterChange> change;
};

/// The header line, with its newline.
std::string eventsHeader();
/// One event, with its newline.
std::string formatEvent(const RecordedEvent& event);
/// Every whole line in order; a cut-off last one is ignored, and lines of older programs without the last columns are
/// events without a change. Throws Error when unreadable or broken.
std::vector<RecordedEvent> readEvents(const std::filesystem::path& path);

} // namespace alexscope
