// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/training/recipe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alexscope::cli {

/// Hyper-parameters given on the line; what is not given stays as the network's text has it.
struct RecipeOptions {
    std::optional<int> batch;
    std::optional<double> epochs, learningRate;
    std::optional<std::int64_t> iterations;
    std::optional<std::string> augment;
    std::vector<std::string> assignments; ///< "momentum=0.8": any key of the text's [recipe]

    /// Throws WrongUse for assignments that are none, Error for values out of range.
    void applyTo(Recipe& recipe) const;
};
void addRecipeOptions(Command command, RecipeOptions& options);

} // namespace alexscope::cli
