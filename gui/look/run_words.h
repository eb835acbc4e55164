// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/run_spec.h"
#include "core/training/hyper_parameter_change.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Runs, what differs between them and what changed in them, in the words of people.
namespace alexscope::gui {

/// One label a run, made of what tells them apart: "learning rate 0.02, seed 7". Empty where nothing does, and for a
/// single run. What merely describes the machine (threads, libraries) tells no runs apart.
QStringList runLabels(const std::vector<const RunSpec*>& runs);

/// "learning rate 0.01 → 0.001"
QString changeText(const HyperParameterChange& change);
/// The same in fewer words, for beside a curve of learning rates: "0.01 → 0.001", "momentum 0.9 → 0.5"
QString briefChangeText(const HyperParameterChange& change);

} // namespace alexscope::gui
