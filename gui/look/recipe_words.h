// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/recipe.h"

#include <QString>

#include <vector>

namespace alexscope::gui {

/// One line of a recipe in words, for two recipes side by side.
struct RecipeFact {
    QString name, first, second;
};
/// What cannot be changed while a run goes on: batch, length, schedule, augmentation, validation. Always as many lines.
std::vector<RecipeFact> recipeFacts(const Recipe& first, const Recipe& second);

} // namespace alexscope::gui
