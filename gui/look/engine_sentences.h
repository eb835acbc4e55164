// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace alexscope::gui {

/// A sentence of the engine (which speaks English only) in the program's language: errors, warnings and events, whose
/// numbers and names are kept. A sentence inside another and what follows a place ("file:12: conv1: …") are translated,
/// too; what is not known stays as it is.
QString shownSentence(const std::string& english);

/// The sentences known, with %1, %2 … for what varies; for tests.
QStringList knownSentences();

} // namespace alexscope::gui
