// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/session/session.h"
#include "core/training/set_predictions.h"
#include "gui/widgets/prediction_painting.h"

#include <span>
#include <vector>

namespace alexscope::gui {

/// How many bars a prediction has, as in Figure 4 of the paper.
inline constexpr std::size_t barsOfAPrediction = PicturePrediction::kept;

/// A class of the set for people: its name, or "class 7" where there is none.
QString shownClass(const DataSource& data, int index);

/// The class an output of the network stands for: one of the set, or of those that known weights were trained for.
QString shownOutput(const RunDescription& run, int output);
QStringList shownOutputs(const RunDescription& run);
/// What the network says: the likeliest classes, likeliest first, equal ones in the order of the classes; `label`: the
/// true class, −1 unknown. None where its last layers have no weights, and no true class where it tells others apart.
std::vector<PredictionBar> likeliest(const RunDescription& run, std::span<const float> probabilities, int label);

/// The same of a prediction of the set that was kept.
std::vector<PredictionBar> likeliest(const DataSource& data, const PicturePrediction& prediction);

/// Every class of the set for people.
QStringList shownClasses(const DataSource& data);

} // namespace alexscope::gui
