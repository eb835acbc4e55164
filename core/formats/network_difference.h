// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <string>

namespace alexscope {

/// Where two networks (classes resolved) compute something else from the same input and weights in the test, as words
/// to follow a colon; empty when they do not. Names, preprocessing, recipe, initial values and inverted dropout do not
/// count; α is compared as it acts, after its convention.
std::string firstDifference(const NetworkSpec& a, const NetworkSpec& b);

} // namespace alexscope
