// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "core/data/dataset.h"

#include <ostream>

namespace alexscope::cli {

/// Says on `err` how many files of a set are not in it or were changed on the way in, and the first of them; nothing
/// when none are. `data info` lists all.
void warnOfLeftOut(const DataSource& data, std::ostream& err);

/// Pictures that turned out to be damaged only when they were needed, so that others stood in for them: how many and
/// the first of them on `err`, all of them as "replaced" in the answer.
void addReplaced(const DataSource& data, Answer& answer, std::ostream& err);

} // namespace alexscope::cli
