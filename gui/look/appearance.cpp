// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"

#include "gui/look/colours.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QToolTip>

namespace alexscope::gui {

namespace {

struct Greys {
    QColor window, base, alternate, text, button, light, mid, dark, shadow, disabled, accent, link;
};

QPalette paletteOf(const Greys& grey)
{
    QPalette palette;
    palette.setColor(QPalette::Window, grey.window);
    palette.setColor(QPalette::WindowText, grey.text);
    palette.setColor(QPalette::Base, grey.base);
    palette.setColor(QPalette::AlternateBase, grey.alternate);
    palette.setColor(QPalette::ToolTipBase, grey.alternate);
    palette.setColor(QPalette::ToolTipText, grey.text);
    palette.setColor(QPalette::Text, grey.text);
    palette.setColor(QPalette::PlaceholderText, grey.disabled);
    palette.setColor(QPalette::Button, grey.button);
    palette.setColor(QPalette::ButtonText, grey.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, grey.light);
    palette.setColor(QPalette::Midlight, mixed(grey.light, grey.button, 0.5));
    palette.setColor(QPalette::Mid, grey.mid);
    palette.setColor(QPalette::Dark, grey.dark);
    palette.setColor(QPalette::Shadow, grey.shadow);
    palette.setColor(QPalette::Highlight, grey.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, grey.link);
    palette.setColor(QPalette::LinkVisited, grey.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, grey.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, grey.mid);
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xF2F2F2),
                      .base = QColor(0xFFFFFF),
                      .alternate = QColor(0xF7F7F7),
                      .text = QColor(0x202124),
                      .button = QColor(0xF2F2F2),
                      .light = QColor(0xFFFFFF),
                      .mid = QColor(0xC0C0C0),
                      .dark = QColor(0xA0A0A0),
                      .shadow = QColor(0x767676),
                      .disabled = QColor(0x9A9A9A),
                      .accent = okabeIto::blue,
                      .link = okabeIto::blue});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x303135),
                      .base = QColor(0x1E1F21),
                      .alternate = QColor(0x38393D),
                      .text = QColor(0xE4E5E7),
                      .button = QColor(0x3E3F44),
                      .light = QColor(0x505157),
                      .mid = QColor(0x26272A),
                      .dark = QColor(0x191A1C),
                      .shadow = QColor(0x101112),
                      .disabled = QColor(0x7F8185),
                      .accent = okabeIto::blue,
                      .link = okabeIto::skyBlue});
}

} // namespace

void applyAppearance(Appearance appearance)
{
    static const QPalette system = QGuiApplication::palette();
    QApplication::setStyle(QStringLiteral("fusion"));
    QPalette palette = appearance == Appearance::Light  ? lightPalette()
                       : appearance == Appearance::Dark ? darkPalette()
                                                        : system;
    palette.setColor(QPalette::PlaceholderText, quietText(palette)); // captions use it; Fusion's own is hard to read
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

QString toText(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

Appearance appearanceFrom(const QString& text)
{
    if (text == QLatin1String("light"))
        return Appearance::Light;
    return text == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

} // namespace alexscope::gui
