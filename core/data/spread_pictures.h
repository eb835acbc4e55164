// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace alexscope {

/// At most `most` of `size` pictures, ascending: one drawn from each of as many equal stretches, so that a set whose
/// classes take turns is not met always in the same class, and one sorted by class keeps all of them. Always the same
/// ones.
std::vector<std::size_t> spreadPictures(std::size_t size, std::size_t most);

} // namespace alexscope
