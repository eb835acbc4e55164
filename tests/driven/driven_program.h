// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtual_display.h"

#include <QJsonObject>
#include <QProcess>

#include <functional>

namespace alexscope::tests {

/// The program, started as a person would and looked at through its own answers to "state".
class DrivenProgram {
public:
    /// `home`: where it keeps settings; the same one for two starts is the same user.
    DrivenProgram(const VirtualDisplay& display, const QString& home, const QStringList& arguments = {});
    ~DrivenProgram();

    QJsonObject state();
    /// Asks until the state is as wanted; false when it never came to be.
    bool waitUntil(const std::function<bool(const QJsonObject&)>& wanted, int milliseconds = 20'000);
    bool waitForState(const QString& state)
    {
        return waitUntil([&](const QJsonObject& now) { return now[QLatin1String("state")] == state; });
    }

    /// The rectangle of something on the screen by its name; empty when it is not in sight.
    QRect widget(const QString& name) { return rect(QStringLiteral("widgets"), name); }
    QRect tab(const QString& text) { return rect(QStringLiteral("tabs"), text); }
    QRect menuEntry(const QString& name) { return rect(QStringLiteral("menus"), name); }
    /// Waits for it, then clicks into its middle; false when it never came into sight.
    bool clickWidget(const QString& name);
    bool clickMenu(const QString& name);

    QImage pictureOf(const QString& widgetName);
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Its exit code; −1 when it did not end or crashed.
    int waitForEnd(int milliseconds = 20'000);
    QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QRect rect(const QString& kind, const QString& name);
    bool clickInto(const std::function<QRect()>& find);

    const VirtualDisplay& m_display;
    QProcess m_process;
};

} // namespace alexscope::tests
