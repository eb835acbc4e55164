// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace alexscope::gui {

/// What a curve or a cursor has where there is no value: neither drawn nor said.
inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
/// Errors are shares in the journal and percent on the axes.
inline constexpr double percentScale = 100;

} // namespace alexscope::gui
