// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

/// How numbers stand on the screen: four significant digits, grouped thousands, an en dash for what is not there yet.
/// Separators follow QLocale().
namespace alexscope::gui {

/// The en dash that stands for a value not there yet.
QString noValue();
/// Four significant digits, trailing zeros kept so that a live number does not change its width; very large and very
/// small ones as 1.234×10⁻⁶. NaN and infinity: en dash.
QString number(double value);
/// The same without trailing zeros, for numbers somebody chose (0.01).
QString chosenNumber(double value);
/// The same for an axis, where room is scarce: 10⁻⁵ instead of 0.00001.
QString axisNumber(double value);
/// −2 as "10⁻²".
QString powerOfTen(int exponent);
/// 1,240
QString count(std::int64_t value);
/// 0.4531 as "45.31 %"; at most two decimals.
QString percent(double fraction);
/// 75 as "1:15", 3,723 as "1:02:03"; negative or not finite: en dash.
QString duration(double seconds);

} // namespace alexscope::gui
