// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/training/trainer.h"

#include <QString>

#include <optional>

/// The pieces of a training step in words, translated.
namespace alexscope::gui {

/// "conv2 forward", "conv1–pool1 backward", "load a batch", "update", "validation". Without a network layers are
/// dashes.
QString pieceName(const Piece& piece, const NetworkSpec* network);
/// "conv2 forward is done; next: norm2 forward"; without a piece done only what comes next.
QString stepSentence(const std::optional<Piece>& done, const Piece& next, const NetworkSpec* network);

} // namespace alexscope::gui
