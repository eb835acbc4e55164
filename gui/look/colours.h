// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace alexscope::gui {

/// Okabe and Ito's colours, told apart with any colour vision.
namespace okabeIto {
inline constexpr QColor orange{0xE6, 0x9F, 0x00};
inline constexpr QColor skyBlue{0x56, 0xB4, 0xE9};
inline constexpr QColor green{0x00, 0x9E, 0x73};
inline constexpr QColor blue{0x00, 0x72, 0xB2};
inline constexpr QColor vermillion{0xD5, 0x5E, 0x00};
inline constexpr QColor purple{0xCC, 0x79, 0xA7};
} // namespace okabeIto

inline bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

/// `first` and `second` mixed; share 0 gives the first.
inline QColor mixed(const QColor& first, const QColor& second, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share + 0.5); };
    return {part(first.red(), second.red()), part(first.green(), second.green()), part(first.blue(), second.blue())};
}

/// Text on any ground.
inline QColor inkOn(const QColor& ground)
{
    return qGray(ground.rgb()) > 127 ? QColor(0x10, 0x10, 0x10) : QColor(0xF0, 0xF0, 0xF0);
}

/// Captions, axes and legends: quieter than text, still readable (contrast above 4.5).
inline QColor quietText(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.35);
}

/// Hairlines and grids.
inline QColor hairline(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Base), 0.85);
}

} // namespace alexscope::gui
