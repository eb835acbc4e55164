// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace alexscope {

/// Bytes of the machine's memory that are free to be used now, as Linux itself reckons; 0: unknown. Takes some tens of
/// microseconds. Any thread.
std::int64_t freeMemory();

} // namespace alexscope
