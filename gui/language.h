// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace alexscope::gui {

/// The language of the program, changed while it runs: every window then gets a LanguageChange event. Outlives the
/// windows.
class Language {
public:
    /// "en", "ko": what the program speaks.
    static QStringList available();
    /// The desktop's language if the program speaks it, else English.
    static QString ofTheDesktop();
    /// The name of a language in itself.
    static QString nameOf(const QString& code);

    /// An unknown code means English.
    void set(const QString& code);
    const QString& current() const { return m_current; }

private:
    QString m_current = QStringLiteral("en");
    QTranslator m_program, m_qt;
};

} // namespace alexscope::gui
