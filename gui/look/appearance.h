// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace alexscope::gui {

enum class Appearance { System, Light, Dark };

/// Sets the Fusion style and the application's palette. System takes the palette the desktop gave at the start.
/// GUI thread, after the application object exists.
void applyAppearance(Appearance appearance);

/// "system", "light", "dark" for settings; anything unknown is System.
QString toText(Appearance appearance);
Appearance appearanceFrom(const QString& text);

} // namespace alexscope::gui
