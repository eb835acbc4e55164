// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace alexscope {

/// Values of p (§4.2) given by hand that do not count yet: an iteration has one p from its forward to its validation,
/// so that it gives the same bits whether it is gone through at once, in steps, or again after an interruption.
struct DropoutEdits {
    std::int64_t from = 0;           ///< they count from the Load of this iteration on
    std::map<std::string, double> p; ///< by layer; empty: none wait
};

} // namespace alexscope
