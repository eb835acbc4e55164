// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFontDatabase>
#include <QLocale>

/// From here on all letters are those of blank.ttf, equally wide and empty, so that no font of the machine is in
/// pictures. False when it cannot be read.
inline bool writeWithBlankLetters()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    const int font = QFontDatabase::addApplicationFont(QStringLiteral(ALEXSCOPE_TESTS_DIR "/gui/blank.ttf"));
    if (font < 0)
        return false;
    QFont blank(QFontDatabase::applicationFontFamilies(font).value(0));
    blank.setPointSizeF(9);
    QApplication::setFont(blank);
    return true;
}
