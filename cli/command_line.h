// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/environment.h"

#include <string>
#include <vector>

namespace alexscope::cli {

enum ExitStatus { Good = 0, Failed = 1, Misused = 2 };

/// Runs one command. `arguments` without the program's name. Returns the exit status; throws nothing.
int runCommandLine(Environment& environment, const std::vector<std::string>& arguments);

} // namespace alexscope::cli
