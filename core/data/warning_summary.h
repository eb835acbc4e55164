// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace alexscope {

/// The warnings of a set in one sentence: how many there are, and the first. For a set that has some.
std::string summaryOf(const DataSource& data);

} // namespace alexscope
