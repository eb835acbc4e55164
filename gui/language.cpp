// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace alexscope::gui {

QStringList Language::available()
{
    return {QStringLiteral("en"), QStringLiteral("ko")};
}

QString Language::ofTheDesktop()
{
    const QString code = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    return available().contains(code) ? code : QStringLiteral("en");
}

QString Language::nameOf(const QString& code)
{
    return code == QLatin1String("ko") ? QStringLiteral("한국어") : QStringLiteral("English");
}

void Language::set(const QString& code)
{
    m_current = available().contains(code) ? code : QStringLiteral("en");
    QLocale::setDefault(QLocale(m_current));
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_current == QLatin1String("en"))
        return; // the source is English
    if (m_qt.load(QStringLiteral("qtbase_") + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(QStringLiteral(":/i18n/alexscope_") + m_current))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace alexscope::gui
