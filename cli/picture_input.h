// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/environment.h"
#include "core/data/augmenter.h"

#include <string>
#include <vector>

namespace alexscope::cli {

/// A picture file's centre crop as a network's input. Throws Error with the file's name.
std::vector<float> centreCrop(const Environment& environment, const std::string& file, const Augmenter& augmenter);

} // namespace alexscope::cli
