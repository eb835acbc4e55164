// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QString>

#include <string>
#include <vector>

/// Weights of any known format as the window opens them: by core/formats, in words of its own.
namespace alexscope::gui {

/// What dialogs offer: "*.safetensors *.pth …".
QString weightNamePatterns();
/// A file of weights by its name; where that says nothing, by marks that no other kind of file has.
bool looksLikeWeights(const QString& path);

/// What is looked at and what came along with it, in one message; `warnings` of the session's are part of that.
QString weightsInWords(const RunDescription& run, const std::vector<std::string>& warnings);

} // namespace alexscope::gui
