// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <CLI/CLI.hpp>

#include <string>

namespace alexscope::cli {

/// A number from `low` to `high`; CLI::Range lets NaN pass.
inline CLI::Validator finite(double low, double high)
{
    return CLI::Validator(
        [low, high](const std::string& text) {
            double number = 0;
            const bool good = CLI::detail::lexical_cast(text, number) && number >= low && number <= high;
            return good ? std::string() : concat("Value ", text, " not in range ", low, " to ", high);
        },
        concat("NUMBER in [", low, " - ", high, "]"));
}

} // namespace alexscope::cli
